"""The bound that a question holds values against (超过6亿吨, 不到8%, 两位数), and whether a report's figure meets it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from app.agreement import same_unit
from app.reading_figures import read_text_figures
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import scale_value
from corpus.figures.precision import last_digit
from corpus.figures.units import UNIT
from index.asking import pattern_source

Side = Literal["above", "least", "below", "most"]

# In the order in which they are tried: 不到 is less than, and no denied 到.
_SIDES = {"below": "bound below", "above": "bound above", "least": "bound least"}
_DENIED: dict[Side, Side] = {"above": "most", "least": "below", "below": "least", "most": "above"}
# 超1200万 is a little more, 近6亿 a little less, 约 either: so far off, as a careful reader takes them.
_OVERSHOT, _ROUGHLY = Decimal("0.15"), Decimal("0.03")
_MORE = frozenset({"超过", "超", "突破", "多", "余", "逾", "高达", "超出", "over", "more than"})
_OR_MORE = frozenset({"以上", "不低于", "不少于", "至少"})
_LESS = frozenset({"近", "将近", "接近", "不足", "不到", "nearly"})
_OR_LESS = frozenset({"以下", "以内", "不超过", "不高于"})
_ABOUT = frozenset({"约", "大约", "左右", "上下", "约为", "about", "几", "大体上"})
_MOVES = frozenset({"growth", "change"})
_YUAN = re.compile(r"\s*(?:yuan|rmb|renminbi)\b")
_TEN, _NOUGHT, _HALF = Decimal(10), Decimal(0), Decimal(50)
# 突破百亿, 过千万吨, 上亿: a round number of one word, with 过, 破 and 上 for what is passed.
_ROUND = re.compile(
    rf"(?P<passed>(?<![突超越跨冲跌站登踏迈通经])[过破上]了?)?(?P<scale>万亿|[十百千]?亿|[十百千]?万)(?P<unit>{UNIT})?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A value and the side of it that is asked for; `start` and `end` are the place of its words in the question."""

    start: int
    end: int
    side: Side
    value: Decimal
    unit: str

    def holds(self, figure: Figure, *, falls: bool = False) -> bool | None:
        """Tell whether a figure meets the bound, None where it is too vague to tell; `falls` says that the question asks how far a value fell."""
        value = convert(figure.value, figure.unit, self.unit)
        if value is None:
            # 超过300万 is held against people and tons alike.
            if (self.unit and not same_unit(figure.unit, self.unit)) or "/" in f"{figure.unit}{self.unit}":
                return None
            value = figure.value
        low, high = reach(value, figure.qualifier)
        if figure.value_to is not None:
            value_to = convert(figure.value_to, figure.unit, self.unit)
            low, high = value, value if value_to is None else value_to
        elif low == high and value != figure.value:
            # 1.2万亿斤 are six hundred million tons as near as it is written, and no more than that.
            digit = last_digit(figure.text, value)
            low, high = (low - digit / 2, high + digit / 2) if digit is not None else (low, high)
        if figure.kind in _MOVES and (figure.polarity == "-") != falls:
            low, high = -high, -low
        return self._decides(low, high, strict=figure.qualifier in _MORE | _LESS and low != high)

    def _decides(self, low: Decimal, high: Decimal, *, strict: bool) -> bool | None:
        """Tell whether all values from `low` to `high` meet the bound, or none; `strict` leaves both ends out."""
        over, at_least = low > self.value or (strict and low == self.value), low >= self.value
        under, at_most = high < self.value or (strict and high == self.value), high <= self.value
        meets, fails = {
            "above": (over, at_most),
            "least": (at_least, under),
            "below": (under, at_least),
            "most": (at_most, over),
        }[self.side]
        return True if meets else False if fails else None


def read_bound(text: str) -> Bound | None:
    """Return the bound of a folded question in small letters, None if it has none.

    >>> bound = read_bound("哪几年运量不到3万吨")
    >>> (bound.side, bound.value, bound.unit) if bound else None
    ('below', Decimal('30000'), '吨')
    """
    for figure in read_text_figures(text):
        before = _before().search(text[: figure.start])
        end, unit = _with_unit(text, figure)
        behind = _behind().match(text[end:])
        if before is None and behind is None:
            continue
        side = _side(before, behind)
        start = before.start() if before is not None else figure.start
        return Bound(start, end + (behind.end() if behind else 0), side, figure.value, unit)
    return _without_number(text)


def _side(before: re.Match[str] | None, behind: re.Match[str] | None) -> Side:
    if before is None:
        return "least" if behind is not None and behind["least"] else "most"
    side: Side = "above" if before["above"] else "least" if before["least"] else "below"
    # 超过10%以上 says the same twice.
    return _DENIED[side] if before["denied"] else side


def _without_number(text: str) -> Bound | None:
    """Return the bound of what tells one in words: 两位数 is ten per cent, 负增长 less than nothing, 过半 more than fifty per cent, 百亿 a hundred 亿."""
    ten = _of_ten().search(text)
    if ten is not None:
        before = _before().search(text[: ten.start()])
        below = before is not None and _side(before, None) in {"below", "most"}
        behind = _behind().match(text, ten.end())
        start, end = before.start() if before is not None else ten.start(), behind.end() if behind is not None else ten.end()
        return Bound(start, end, "below" if below else "least", _TEN, "%")
    nought = _of_nought().search(text)
    if nought is not None:
        return Bound(nought.start(), nought.end(), "below", _NOUGHT, "%")
    half = _of_half().search(text)
    return Bound(half.start(), half.end(), "above", _HALF, "%") if half is not None else _round(text)


def _round(text: str) -> Bound | None:
    """Return the bound of a round number that is written without a digit."""
    for number in _ROUND.finditer(text):
        before = _before().search(text[: number.start()])
        if before is None and not number["passed"]:
            continue
        side = _side(before, None) if before is not None else "above"
        start = before.start() if before is not None else number.start()
        return Bound(start, number.end(), side, Decimal(scale_value(number["scale"])), number["unit"] or "")
    return None


def _with_unit(text: str, figure: Figure) -> tuple[int, str]:
    """Return where a figure ends with the unit behind it (600 million tonnes), and the unit."""
    unit = re.match(rf"\s*{re.escape(figure.unit)}", text[figure.end :]) if figure.unit else _YUAN.match(text, figure.end)
    end = figure.end + (unit.end() - (0 if figure.unit else figure.end) if unit else 0)
    is_yuan = unit is not None and _YUAN.fullmatch(unit[0]) is not None
    return end, "元" if is_yuan else figure.unit


def reach(value: Decimal, qualifier: str) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value that a figure may stand for."""
    over, rough = abs(value) * _OVERSHOT, abs(value) * _ROUGHLY
    if qualifier in _MORE | _OR_MORE:
        return value, value + over
    if qualifier in _LESS | _OR_LESS:
        return value - over, value
    return (value - rough, value + rough) if qualifier in _ABOUT else (value, value)


@cache
def _before() -> re.Pattern[str]:
    sides = "|".join(f"(?P<{side}>{pattern_source(thing)})" for side, thing in _SIDES.items())
    return re.compile(rf"(?P<denied>{pattern_source('bound denied')})?\s*(?:{sides})[了过]?\s*(?:to |by )?$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:的)?(?:(?P<least>{pattern_source('or more')})|(?P<most>{pattern_source('or less')}))")


@cache
def _of_ten() -> re.Pattern[str]:
    return re.compile(pattern_source("bound of ten"))


@cache
def _of_half() -> re.Pattern[str]:
    return re.compile(pattern_source("bound of half"))


@cache
def _of_nought() -> re.Pattern[str]:
    return re.compile(pattern_source("bound of nought"))
