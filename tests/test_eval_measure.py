import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measure import Difference, Score, compare, mean_of, means_by_group, score

VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


def named(values: list[float]) -> list[tuple[str, float]]:
    return [(f"q{i}", value) for i, value in enumerate(values)]


def test_a_mean_with_its_interval_by_hand() -> None:
    # The mean of four draws of {0, 0, 1, 1} is binomial(4, 1/2) / 4: its 2.5 % and 97.5 % quantiles are 0 and 1.
    assert score(mean_of("correct", named([0, 0, 1, 1]))) == Score("correct", 4, 0.5, 0.0, 1.0)


def test_the_interval_of_many_items_is_that_of_the_normal_law() -> None:
    measured = score(mean_of("m", named([float(i % 2) for i in range(400)])), draws=20_000)
    assert (measured.low, measured.high) == pytest.approx((0.5 - 1.96 * 0.025, 0.5 + 1.96 * 0.025), abs=0.004)


def test_the_bootstrap_is_that_of_drawing_with_replacement() -> None:
    values = np.array([0.0, 0.1, 0.3, 1.0, 0.9])
    drawn = np.random.default_rng(7).choice(values, size=(20_000, 5)).mean(axis=1)
    measured = score(mean_of("m", named(list(values))), draws=20_000, seed=3)
    assert (measured.low, measured.high) == pytest.approx(np.quantile(drawn, [0.025, 0.975]), abs=0.015)


def test_a_measure_of_nothing_has_no_value() -> None:
    nothing = score(mean_of("m", []))
    assert (nothing.n, math.isnan(nothing.value), math.isnan(nothing.low)) == (0, True, True)


def test_groups_are_measured_apart_by_name() -> None:
    groups = means_by_group("correct", ["table", "direct", "table"], named([1, 0, 0]))
    assert [(g.name, g.ids, g.rows.tolist()) for g in groups] == [
        ("correct · direct", ("q1",), [[0.0]]),
        ("correct · table", ("q0", "q2"), [[1.0], [0.0]]),
    ]


def test_a_paired_difference_names_what_it_won_and_lost() -> None:
    a, b = mean_of("m", named([0, 1, 1, 0])), mean_of("m", [("q3", 1.0), ("q2", 1.0), ("q1", 0.0), ("q0", 1.0), ("q9", 1.0)])
    difference = compare(a, b)
    assert (difference.a, difference.b, difference.value, difference.n) == (0.5, 0.75, 0.25, 4)
    assert (difference.won, difference.lost) == (("q0", "q3"), ("q1",))


def test_measures_without_common_items_are_not_compared() -> None:
    difference = compare(mean_of("m", [("a", 1.0)]), mean_of("m", [("b", 1.0)]))
    assert (difference.n, math.isnan(difference.value)) == (0, True)


@given(values=VALUES, seed=st.integers(0, 99))
def test_the_interval_holds_the_mean_and_stays_among_the_values(values: list[float], seed: int) -> None:
    measured = score(mean_of("m", named(values)), draws=200, seed=seed)
    assert measured.low <= measured.value <= measured.high
    assert measured.low >= min(values) - 1e-12
    assert measured.high <= max(values) + 1e-12
    assert measured == score(mean_of("m", named(values)), draws=200, seed=seed)


@given(values=VALUES)
def test_a_wider_level_holds_a_narrower_one(values: list[float]) -> None:
    narrow, wide = (score(mean_of("m", named(values)), level=level, draws=200) for level in (0.5, 0.95))
    assert wide.low <= narrow.low <= narrow.high <= wide.high


@given(values=VALUES)
def test_a_run_against_itself_differs_by_nothing(values: list[float]) -> None:
    measured = mean_of("m", named(values))
    mean = score(measured).value
    assert compare(measured, measured, draws=200) == Difference("m", len(values), mean, mean, 0.0, 0.0, (), ())


@given(pairs=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=20))
def test_the_paired_interval_is_that_of_the_differences(pairs: list[tuple[float, float]]) -> None:
    a, b = mean_of("m", named([x for x, _ in pairs])), mean_of("m", named([y for _, y in pairs]))
    paired, single = compare(a, b, draws=200), score(mean_of("m", named([y - x for x, y in pairs])), draws=200)
    assert (paired.value, paired.low, paired.high) == pytest.approx((single.value, single.low, single.high))
