import random
from collections import Counter
from decimal import Decimal

import pytest

from app.engine import Engine
from corpus.figures.figure import Figure
from corpus.figures.numerals import parse_chinese
from eval.perturbation import numbers
from eval.perturbation.facts import read_facts
from eval.perturbation.kinds import KINDS
from eval.perturbation.making import NoFactsError, claim_object, make_claims


@pytest.fixture(scope="module")
def engine(samples_engine: Engine) -> Engine:
    return samples_engine


def figure(text: str, value: str, unit: str) -> Figure:
    return Figure(0, len(text), text, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        ("23.3万吨", "233000", "吨", "4.66亿斤"),
        ("15.3亿元", "1530000000", "元", "153000万元"),
        ("970万人", "9700000", "人", "9700000人"),
        ("2000多万辆", "20000000", "辆", None),
    ],
)
def test_a_value_is_written_in_another_unit_or_scale(text: str, value: str, unit: str, written: str | None) -> None:
    assert numbers.converted(figure(text, value, unit)) == written


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        ("9.5%", "9.5", "%", "百分之九点五"),
        ("736万亩", "7360000", "亩", "七百三十六万亩"),
        ("1079场", "1079", "场", "一千零七十九场"),
    ],
)
def test_a_value_is_written_in_chinese_numerals(text: str, value: str, unit: str, written: str) -> None:
    assert numbers.in_chinese(figure(text, value, unit)) == written


@pytest.mark.parametrize("number", [10, 12, 105, 110, 1001, 1010, 20_030, 100_000, 6_140_002, 305_000_070])
def test_chinese_numerals_are_read_back(number: int) -> None:
    written = numbers.in_chinese(figure(f"{number}元", str(number), "元")) if number < 10**6 else None
    assert written is None or parse_chinese(written.removesuffix("元")) == number


def test_one_digit_changes_and_the_first_never_to_zero() -> None:
    chance = random.Random(1)
    for _ in range(200):
        changed = numbers.digit_changed("10.5%", chance)
        assert changed is not None
        assert sum(a != b for a, b in zip(changed, "10.5%", strict=True)) == 1
        assert changed[0] != "0"


@pytest.mark.parametrize(
    ("text", "value", "unit", "wrong"), [("1.5%", "1.5", "%", "1.5个百分点"), ("2亿元", "200000000", "元", "2万元")]
)
def test_a_unit_is_confused(text: str, value: str, unit: str, wrong: str) -> None:
    assert numbers.wrong_unit(figure(text, value, unit)) == wrong


def test_facts_stand_on_their_own(engine: Engine) -> None:
    for fact in read_facts(engine.library):
        if not fact.is_cell:
            assert fact.figure.text in fact.sentence
            assert f"{fact.before}{fact.figure.text}{fact.after}" in fact.sentence
        assert fact.said(fact.figure.text).startswith(f"{fact.year}年，{fact.who}")


def test_claims_are_the_same_for_the_same_seed_and_of_all_kinds(engine: Engine) -> None:
    claims = make_claims(engine.library, 78, seed=5)
    assert claims == make_claims(engine.library, 78, seed=5)
    assert claims != make_claims(engine.library, 78, seed=6)
    assert set(Counter(c.kind for c in claims)) == set(KINDS)
    wanted = {"supported": {"exact", "rounded", "unit_converted", "chinese_numeral"}, "not_found": {"absent"}}
    assert all(c.kind in wanted["supported"] for c in claims if c.verdict == "supported" and c.kind != "table")
    assert all(c.kind in wanted["not_found"] for c in claims if c.verdict == "not_found")
    assert claim_object(claims[0])["evidence"][0]["file"] == claims[0].evidence[0].report


def test_reports_without_facts_are_refused(engine: Engine) -> None:
    with pytest.raises(NoFactsError, match="hold no figure in a clause"):
        make_claims(engine.library, 10, seed=1, reports=["nothing.txt"])


@pytest.mark.slow
def test_made_claims_of_the_samples_get_the_right_verdicts(engine: Engine) -> None:
    claims = make_claims(engine.library, 104, seed=3)
    got = [(c, engine.check(c.claim).verdict) for c in claims]
    false = [c.claim for c, verdict in got if verdict == "supported" != c.verdict]
    assert sum(verdict == c.verdict for c, verdict in got) >= 0.85 * len(got)
    assert len(false) <= 0.05 * len(got), false
