"""Measures over the items of a set, with bootstrap intervals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

LEVEL = 0.95
DRAWS = 2_000


def only_column(means: Values) -> Values:
    """Return the single column of mean rows: the statistic of a measure that is a mean."""
    column: Values = means[..., 0]
    return column


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A measure on the items that it is defined on.

    `rows` has the shape (len(ids), d). The measure is `statistic` of the mean row: of an array (..., d) it makes one (...). A
    mean has one column; F1 is a function of the mean counts. Hence any measure can be resampled by weighting its rows.
    """

    name: str
    ids: tuple[str, ...]
    rows: Values
    statistic: Callable[[Values], Values] = only_column

    @property
    def is_mean(self) -> bool:
        """Whether each item has a value of its own."""
        return self.statistic is only_column


@dataclass(frozen=True, slots=True)
class Score:
    """The value of a measure on `n` items with its confidence interval; NaN where n is 0."""

    name: str
    n: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """How far measure B lies above A on the `n` items of both; `won` and `lost` are the items where B is higher or lower."""

    name: str
    n: int
    a: float
    b: float
    low: float
    high: float
    won: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def value(self) -> float:
        """The difference B − A."""
        return self.b - self.a


def mean_of(name: str, items: Iterable[tuple[str, float]]) -> Measured:
    """Return a measure that is the mean of one value an item; `items` are pairs of id and value."""
    pairs = list(items)
    rows = np.array([[float(value)] for _, value in pairs], dtype=np.float64).reshape(len(pairs), 1)
    return Measured(name, tuple(id_ for id_, _ in pairs), rows)


def means_by_group(name: str, groups: Sequence[str], items: Sequence[tuple[str, float]]) -> tuple[Measured, ...]:
    """Return one mean for each group, by name; `groups` is aligned with `items`."""
    return tuple(
        mean_of(f"{name} · {group}", [item for item, g in zip(items, groups, strict=True) if g == group])
        for group in sorted(set(groups))
    )


def score(measured: Measured, *, level: float = LEVEL, draws: int = DRAWS, seed: int = 0) -> Score:
    """Return the value of a measure with its percentile bootstrap interval (Efron 1979): items drawn with replacement, seeded.

    Items that are all alike give an interval without width; it says nothing of items not seen.
    """
    n = len(measured.ids)
    if n == 0:
        return Score(measured.name, 0, np.nan, np.nan, np.nan)
    value = _value(measured.statistic, measured.rows)
    drawn = measured.statistic(_weights(n, draws, seed) @ measured.rows)
    low, high = _interval(drawn, value, level)
    return Score(measured.name, n, value, low, high)


def compare(a: Measured, b: Measured, *, draws: int = DRAWS) -> Difference:
    """Return the paired difference B − A over the items of both, each draw of items used for both."""
    ids = [id_ for id_ in a.ids if id_ in set(b.ids)]
    if not ids:
        return Difference(a.name, 0, np.nan, np.nan, np.nan, np.nan, (), ())
    rows_a, rows_b = _rows_of(a, ids), _rows_of(b, ids)
    value_a, value_b = _value(a.statistic, rows_a), _value(b.statistic, rows_b)
    weights = _weights(len(ids), draws, seed=0)
    low, high = _interval(b.statistic(weights @ rows_b) - a.statistic(weights @ rows_a), value_b - value_a, LEVEL)
    change = rows_b[:, 0] - rows_a[:, 0] if a.is_mean else np.zeros(len(ids))
    won = tuple(id_ for id_, c in zip(ids, change, strict=True) if c > 0)
    lost = tuple(id_ for id_, c in zip(ids, change, strict=True) if c < 0)
    return Difference(a.name, len(ids), value_a, value_b, low, high, won, lost)


def _value(statistic: Callable[[Values], Values], rows: Values) -> float:
    return float(statistic(rows.mean(axis=0)))


def _weights(n: int, draws: int, seed: int) -> Values:
    """Return how much each item weighs in each draw, shape (draws, n): its share of n draws with replacement."""
    return np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=draws) / n


def _interval(drawn: Values, value: float, level: float) -> tuple[float, float]:
    """Return the percentile interval, widened to hold the value: rounding can put equal draws a bit above or below it."""
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return min(float(low), value), max(float(high), value)


def _rows_of(measured: Measured, ids: Sequence[str]) -> Values:
    position = {id_: i for i, id_ in enumerate(measured.ids)}
    rows: Values = measured.rows[[position[id_] for id_ in ids]]
    return rows
