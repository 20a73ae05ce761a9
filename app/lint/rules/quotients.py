"""Quotients that a sentence states with their terms: 人均, 亩产, 办结率, 存贷比, the share of days with good air."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.decimals import plain
from app.lint.finding import Oddity
from app.lint.interval import Interval, exactly, interval
from app.lint.statements import Reading, Sentence
from app.working.deriving import write_value
from corpus.figures.conversion import convert, convertible
from corpus.figures.figure import Figure
from corpus.figures.units import MONEY, PEOPLE

_HUNDRED = Decimal(100)
# A quotient further off is that of other terms.
_MOST_APART = Decimal(2)
_PER_HEAD = re.compile(r"(?:人均|户均|每人|每户)(?!可支配|纯收入|收入|地区|生产|预期)[一-龥]{0,6}$")
_PER_AREA = re.compile(r"(?:亩产|单产)[一-龥]{0,3}$")
# Trees bear on a part of their land only.
_SOWN = re.compile(r"(?:播种|种植|收获)(?:总)?面积")
_LAND = "亩"
_FROM_DEPOSITS = re.compile(r"存贷比[例率]?(?:为|达到|达)?$")
_OF_WHAT = re.compile(r"(?P<what>[一-龥]{2})率(?:为|达到|达)?$")
_OF_DAYS = re.compile(r"(?:优良|达标)[一-龥]{0,4}(?:率|比例|占比|比率)(?:为|达到|达)?$")
# A year has 365 days or 366; of a few of them there may be no valid measurement.
_DAYS = Interval(Decimal(360), Decimal(366))
_OTHER_BASE = re.compile(r"有效|剔除|扣除|同口径|累计|分别|[上下]半年|季度|1-")


@dataclass(frozen=True, slots=True)
class _Quotient:
    """Two terms, what is stated to be the first by the second, what that may be and what it is without regard to rounding."""

    terms: tuple[Figure, Figure]
    stated: Figure
    range: Interval
    value: Decimal


def check_quotients(reading: Reading) -> list[Oddity]:
    """Return the quotients that their terms, each the only one of its kind before it in the sentence, do not give."""
    found: list[Oddity] = []
    for sentence in reading.sentences:
        if len(sentence.figures) < 2 or _OTHER_BASE.search(sentence.text):
            continue
        for i, figure in enumerate(sentence.figures):
            if i and not figure.qualifier:
                found += _check_days(sentence, sentence.figures[i - 1], figure)
            for rule in _RULES if i > 1 else ():
                quotient = rule(sentence, sentence.figures[:i], figure)
                found += [] if quotient is None else _check(sentence, quotient)
    return found


def _own(sentence: Sentence, figure: Figure) -> str:
    """Return the words of a figure's own clause before it, back to the figure before."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    return re.split("[,，;；。、:：]", sentence.between(before, figure))[-1]


def _per_head(sentence: Sentence, before: Sequence[Figure], stated: Figure) -> _Quotient | None:
    """Read 发放补贴30万元，惠及200人，人均1500元."""
    money = _only(before, lambda f: f.unit == stated.unit and f.unit in MONEY)
    heads = _only(before, lambda f: f.unit in PEOPLE)
    if money is None or heads is None or not _PER_HEAD.search(_own(sentence, stated)):
        return None
    return _divided(money, heads, stated, None)


def _per_area(sentence: Sentence, before: Sequence[Figure], stated: Figure) -> _Quotient | None:
    """Read 播种面积2万亩，总产量0.8万吨，亩产400公斤."""
    mass, land = (
        _only(before, lambda f: f.unit in convertible("吨")),
        _only(before, lambda f: f.unit in convertible(_LAND)),
    )
    unit = stated.unit.partition("/")[0]
    if mass is None or land is None or unit not in convertible("吨") or stated.unit.partition("/")[2] not in {"", _LAND}:
        return None
    if not _PER_AREA.search(_own(sentence, stated)) or not _SOWN.search(_own(sentence, land)):
        return None
    return _divided(mass, land, stated, (unit, _LAND))


def _rate(sentence: Sentence, before: Sequence[Figure], stated: Figure) -> _Quotient | None:
    """Read 受理信访200件，办结190件，办结率95%, and 存款余额20亿元，贷款余额15亿元，存贷比75%."""
    whole, part = before[-2:]
    own = _own(sentence, stated)
    if stated.unit != "%" or stated.kind not in {"level", "share"} or not _are_alike(whole, part):
        return None
    of = _OF_WHAT.search(own)
    if of and of["what"] in _own(sentence, part) and of["what"] not in _own(sentence, whole) and part.value <= whole.value:
        return _divided(part, whole, stated, None)
    if _FROM_DEPOSITS.search(own) and "存款" in _own(sentence, whole) and "贷款" in _own(sentence, part):
        return _divided(part, whole, stated, None)
    return None


_RULES = (_per_head, _per_area, _rate)


def _are_alike(a: Figure, b: Figure) -> bool:
    return a.unit == b.unit and a.kind == b.kind == "level" and (a.period, a.status) == (b.period, b.status)


def _only(figures: Sequence[Figure], fits: Callable[[Figure], bool]) -> Figure | None:
    found = [f for f in figures if f.kind == "level" and fits(f)]
    return found[0] if len(found) == 1 else None


def _divided(one: Figure, by: Figure, stated: Figure, units: tuple[str, str] | None) -> _Quotient | None:
    a, b = interval(one, units[0] if units else None), interval(by, units[1] if units else None)
    if a is None or b is None or b.low <= 0 or (one.period, one.status) != (by.period, by.status):
        return None
    factor = _HUNDRED if stated.unit == "%" else Decimal(1)
    values = [convert(f.value, f.unit, unit) or f.value for f, unit in zip((one, by), units or (one.unit, by.unit), strict=True)]
    return _Quotient((one, by), stated, a / b * exactly(factor), values[0] / values[1] * factor)


def _check(sentence: Sentence, q: _Quotient) -> Iterator[Oddity]:
    stated = interval(q.stated)
    if stated is None or stated.low <= 0 or q.range.meets(stated):
        return
    if 1 / _MOST_APART <= q.value / q.stated.value <= _MOST_APART:
        yield _oddity(sentence, q.terms, q.stated, q.value)


def _oddity(sentence: Sentence, terms: tuple[Figure, Figure], stated: Figure, value: Decimal) -> Oddity:
    a, b, c = (f.text.strip() for f in (*terms, stated))
    shown = f"{_short(value)}%" if stated.unit == "%" else write_value(Decimal(_short(value)), stated.unit, stated)
    return Oddity(
        "warning", f"{a}除以{b}约为{shown}，原文为{c}", f"{a} by {b} is some {shown}, the text says {c}",
        f"{a} ÷ {b} ≈ {shown} ≠ {c}", tuple(sentence.place(f) for f in (*terms, stated)),
    )  # fmt: skip


def _short(value: Decimal) -> str:
    """Round to four digits: a quotient is no more exact than its terms."""
    return plain(Decimal(f"{value:.4g}"))


def _check_days(sentence: Sentence, days: Figure, stated: Figure) -> Iterator[Oddity]:
    """Check 优良天数310天，优良率84.9% over the days of a year."""
    counted, rate = interval(days), interval(stated)
    whole_year = days.unit == "天" and stated.unit == "%" and "天数" in _own(sentence, days) and len(days.period) == 4
    if not whole_year or counted is None or rate is None or not _OF_DAYS.search(_own(sentence, stated)):
        return
    if (counted / _DAYS * exactly(_HUNDRED)).meets(rate):
        return
    value, a, c = f"{_short(days.value / 365 * _HUNDRED)}%", days.text.strip(), stated.text.strip()
    yield Oddity(
        "warning", f"天数与比例不符：{a}占全年365天的{value}，原文为{c}", f"{a} of the 365 days of a year is {value}, the text says {c}",
        f"{a} ÷ 365 ≈ {value} ≠ {c}", (sentence.place(days), sentence.place(stated)),
    )  # fmt: skip
