"""Whether a claimed figure agrees with a report's: value (rounding, conversion, approximation), period, direction, outcome or target, unit."""

import math
import re
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.folds import in_percent, is_fold, is_more_than_fold
from app.measure_words import count_the_same
from app.verdict import FigureVerdict
from app.written import written
from corpus.figures.conversion import convert, convertible
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold, scale_value
from corpus.figures.precision import last_digit
from index.unit_classes import class_of_unit

_UPWARD = frozenset(
    {"超过", "超", "突破", "以上", "多", "余", "逾", "不低于", "不少于", "高达", "超出", "over", "more than", "至少"}
)
_DOWNWARD = frozenset({"近", "将近", "接近", "不足", "不到", "以下", "以内", "不超过", "不高于", "nearly"})
# Those of them that stand before the value.
BOUNDS_BEFORE = (_UPWARD | _DOWNWARD) - {"以上", "多", "余", "以下", "以内"}
_ABOUT = frozenset({"约", "大约", "左右", "上下", "约为", "about", "几", "大体上"})
_PEOPLE = frozenset({"人", "名", "位", "人次", "户"})
# 286万新生, 3200万孩子: who is counted may stand in the place of a measure word.
_UNMEASURED = frozenset({"", "人", "名", "位"})
_ENGLISH = {
    "yuan": "元", "RMB": "元", "people": "人", "persons": "人", "tonnes": "吨", "tons": "吨", "kilometers": "公里", "kilometres": "公里", "km": "公里",
    "mu": "亩", "hectares": "公顷", "USD": "美元", "US$": "美元", "jin": "斤", "households": "户", "years": "岁",
    "新元": "$", "新加坡元": "$", "S$": "$", "SGD": "$",
}  # fmt: skip
# Things may be counted by either of these words: 380万户 and 600万套 of housing.
_COUNTED = frozenset({"", "个", "户", "套", "家", "所", "座", "处", "间", "栋", "项", "件", "条", "宗", "起", "批", "台", "辆"})
_GROWTH = frozenset({"%", "‰", "倍", "番"})
# No two values that agree, however roughly, lie further apart than so much of the larger.
_WIDEST = 0.2
# But for growth that is told as once over and more.
_WIDEST_FOLD = 0.7
_HUNDRED, _TEN, _FIVE = Decimal(100), Decimal(10), Decimal(5)
# 约 allows so much, 超 and 近 so much, and a tenth or a simple fraction (两成, 三分之一) so many percentage points.
# So many digits of a report's rounded value are enough to bear out one with more.
_SURE_DIGITS = 3
_SCALE = re.compile(r"\d\s?(万亿|千亿|百亿|亿|千万|百万|万|千)")
_ROUGHLY, _OVERSHOT, _SPOKEN = Decimal("0.03"), Decimal("0.15"), Decimal(2)
# Nor is a value told as the next five from further: 近45% is not 42.3%.
_TO_FIVES = Decimal("0.05")
_SPOKEN_SHARE = re.compile(
    r"成|分之|半|^\d/\d|\b(?:half|halves|thirds?|quarters?|(?:four|fif|six|seven|eigh|nin|ten)ths?)\b", re.IGNORECASE
)
# A noun behind an English number: long enough to be no abbreviation of a unit, and none of time.
_NOUN = re.compile(r"(?!(?:minute|hour|day|week|month|quarter|decade)s?$)[a-z]{4,}")
_LAST_ZEROS = re.compile(r"(?<=\d)\.0+(?!\d)|(?<=\.\d)0+(?!\d)|(?<=\.\d\d)0+(?!\d)")
_PART = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")


def same_unit(a: str, b: str) -> bool:
    """Tell units that count the same: equal ones and those of one dimension, persons by any measure word, 个 and none."""
    a, b = _chinese_unit(a), _chinese_unit(b)
    if "US$" in {a, b}:
        return {a, b} <= {"US$", "美元"}
    if count_the_same(a, b) or ("" in {a, b} and {a, b} <= _COUNTED):
        # A table of 行政处罚 gives 3985758 and leaves 件 to the reader.
        return True
    return b in convertible(a) or {a, b} <= _PEOPLE - {"户"} or {a, b} <= _UNMEASURED or a.split("/")[0] == b.split("/")[0] != ""


def counted_noun(unit: str) -> str:
    """Return the English noun that a unit is, "" if it is a unit.

    >>> counted_noun("projects"), counted_noun("km"), counted_noun("weeks")
    ('projects', '', '')
    """
    return unit if unit not in _ENGLISH and _NOUN.fullmatch(unit) else ""


def value_verdict(claimed: Figure, found: Figure) -> FigureVerdict | None:
    """Return how the values agree, None if they do not."""
    own, other = alike(claimed, found)
    if (own.value_to is None) != (other.value_to is None) or own.value_to != other.value_to:
        return None
    if own.value == other.value:
        if _opposed(own.qualifier, other.qualifier):
            return None
        return "consistent" if _are_written_alike(claimed, found) else "converted"
    if own.value_to is not None or other.value == 0:
        return None
    if _rounded(other.value, own) is not None:
        return "rounded"
    if is_more_than_fold(claimed, own, other):
        return "approximate"
    fairly = _approximates(own, other) or _is_rounded_by_report(own, other) or _keeps_to_bound(own, other)
    return "approximate" if fairly else None


@dataclass(frozen=True, slots=True)
class Nearness:
    """Tells quickly that figures cannot agree with a claimed one: their values lie too far apart, or their units are strange to it.

    `wanted` is the claimed value in each unit that it can be told in, `otherwise` its number as it is.
    """

    wanted: dict[str, float]
    otherwise: float
    widest: float = _WIDEST

    def __call__(self, found: Figure) -> bool:
        """Tell whether a figure may agree."""
        value, target = abs(float(found.value)), self.in_unit(found.unit)
        return abs(value - target) <= self.widest * max(abs(value), abs(target))

    def in_unit(self, unit: str) -> float:
        """Return the claimed value in a unit."""
        return self.wanted.get(_chinese_unit(unit), self.otherwise)

    def among(self, values: NDArray[np.float64], targets: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell of each of many values, none below 0, whether it may agree; `targets` is the claimed value in the unit of each."""
        near: NDArray[np.bool_] = np.abs(values - targets) <= self.widest * np.maximum(values, np.abs(targets))
        return near


def nearness(claimed: Figure) -> Nearness:
    """Return a quick test for figures that cannot agree with a claimed one."""
    own = _in_chinese(claimed)
    wanted = {u: float(own.value * convertible(own.unit)[own.unit] / factor) for u, factor in convertible(own.unit).items()}
    if own.kind == "growth" and own.unit in _GROWTH:
        percent = float(in_percent(own).value)
        wanted |= {"%": percent, "倍": percent / 100, "番": math.log2(1 + percent / 100) if percent > -100 else 0.0}
    return Nearness(wanted, float(own.value), _WIDEST_FOLD if is_fold(own) else _WIDEST)


def alike(claimed: Figure, found: Figure) -> tuple[Figure, Figure]:
    """Return both figures in the claim's unit where the units allow; growth by 倍 and 番 as a percentage: 翻一番 is 一倍 is 100%."""
    claimed, found = _in_chinese(claimed), _in_chinese(found)
    if claimed.unit != found.unit and claimed.kind == found.kind == "growth":
        return in_percent(claimed), in_percent(found)
    converted = convert(found.value, found.unit, claimed.unit)
    if converted is None or claimed.unit == found.unit:
        return claimed, found
    upper = None if found.value_to is None else convert(found.value_to, found.unit, claimed.unit)
    return claimed, replace(found, value=converted, value_to=upper)


def rounding_note(claimed: Figure, found: Figure) -> str:
    """Return how a rounded value came about: 四舍五入 (half up), or 截尾 with what rounding would give."""
    own, other = alike(claimed, found)
    way = _rounded(other.value, own)
    return "" if way is None else "四舍五入" if way == ROUND_HALF_UP else "截尾，不是四舍五入"


def clash(claimed: Figure, found: Figure, *, asserts_outcome: bool) -> FigureVerdict | None:
    """Return the dimension in which two figures of one value differ, None if they agree.

    `asserts_outcome` says that the claim tells what was reached, and not what is wanted, planned or set.
    """
    if not same_unit(claimed.unit, found.unit) and not _both_growth(claimed, found):
        return "wrong_unit"
    aimed = found.status == "target" and claimed.status == "actual" and asserts_outcome
    if claimed.polarity and found.polarity and claimed.polarity != found.polarity:
        # 低于8%的目标 tells of no fall.
        return "wrong_status" if aimed else "wrong_direction"
    if claimed.period and found.period and not _periods_meet(claimed.period, found.period):
        return "wrong_period"
    return "wrong_status" if aimed else None


def comparable(claimed: Figure, found: Figure) -> bool:
    """Tell whether a found figure is of the sort that a claim is about, so that its value can refute the claim."""
    return (
        same_unit(claimed.unit, found.unit)
        or class_of_unit(claimed.unit) == class_of_unit(found.unit) != "count"
        or _both_growth(claimed, found)
        or {_chinese_unit(claimed.unit), _chinese_unit(found.unit)} <= _COUNTED
    )


def digits_of(figure: Figure) -> int:
    """Return how many digits a value has, zeros at its ends left out."""
    return len(figure.value.normalize().as_tuple().digits)


def _in_chinese(figure: Figure) -> Figure:
    unit = _chinese_unit(figure.unit)
    return figure if unit == figure.unit else replace(figure, unit=unit)


@cache
def _chinese_unit(unit: str) -> str:
    """Return the unit as reports in Chinese write it; an English noun that is no unit (15 city links) counts things without one."""
    return "" if counted_noun(unit) else _ENGLISH.get(unit, unit)


def _both_growth(a: Figure, b: Figure) -> bool:
    return a.kind == b.kind == "growth" and {a.unit, b.unit} <= _GROWTH


def _opposed(a: str, b: str) -> bool:
    """Tell 不足 from 超过: one value, contrary bounds."""
    return (a in _UPWARD and b in _DOWNWARD) or (a in _DOWNWARD and b in _UPWARD)


def _rounded(value: Decimal, claimed: Figure) -> str | None:
    """Return how a value rounds to the claimed one at the claimed precision, None if it does not; two figures must be kept at least."""
    step = last_digit(claimed.text, claimed.value) or _last_figure(claimed.value)
    if step is None or value == 0 or claimed.value == 0 or abs(claimed.value / step) < _TEN:
        return None
    scaled = value / step
    if scaled == scaled.to_integral_value():
        return None
    ways = (ROUND_HALF_UP, ROUND_DOWN)
    return next((way for way in ways if scaled.quantize(Decimal(1), way) * step == claimed.value), None)


def _approximates(claimed: Figure, found: Figure) -> bool:
    """Tell whether 约, 超, 近, 两成 or 三分之一 is a fair way to say a value: it must be said with fewer digits than the value has."""
    if digits_of(claimed) >= digits_of(found) and not _SPOKEN_SHARE.search(fold(claimed.text)):
        return False
    step = _last_figure(claimed.value)
    # A bound is not loosened: 230亿元以上 is not told as 200亿元以上.
    if step is None or any({claimed.qualifier, found.qualifier} <= bounds for bounds in (_UPWARD, _DOWNWARD, _ABOUT)):
        return False
    ratio, value = claimed.value / found.value, found.value
    fives = claimed.value / step % _TEN == _FIVE and abs(ratio - 1) <= _TO_FIVES
    steps = (step, step * _FIVE) if fives else (step,)
    if claimed.qualifier in _UPWARD:
        return 1 - _OVERSHOT <= ratio <= 1 and any(_to(value, s, ROUND_FLOOR) == claimed.value for s in steps)
    if claimed.qualifier in _DOWNWARD:
        return 1 <= ratio <= 1 + _OVERSHOT and any(_to(value, s, ROUND_CEILING) == claimed.value for s in steps)
    if claimed.unit == "%" and _SPOKEN_SHARE.search(fold(claimed.text)):
        return abs(claimed.value - value) <= _SPOKEN
    rounded = abs(claimed.value / step) >= _TEN and _to(value, step, ROUND_HALF_UP) == claimed.value
    return claimed.qualifier in _ABOUT and (rounded or abs(ratio - 1) <= _ROUGHLY)


def _is_rounded_by_report(claimed: Figure, found: Figure) -> bool:
    """Tell whether a report writes a claimed value in a larger unit: 27.3万吨 for the 273,168吨 of a yearbook.

    Of fewer than three digits, or in the same unit, it would bear out too much: 5% is not 5.2%.
    """
    step = last_digit(found.text, found.value)
    if step is None or digits_of(found) < _SURE_DIGITS or digits_of(claimed) <= digits_of(found):
        return False
    return _scale(found.text) > _scale(claimed.text) and _to(claimed.value, step, ROUND_HALF_UP) == found.value


def _keeps_to_bound(claimed: Figure, found: Figure) -> bool:
    """Tell whether a more exact value lies right behind a report's bound of three digits or more: 316.06亿元 of 超过316亿元."""
    if not found.qualifier or digits_of(found) < _SURE_DIGITS or digits_of(claimed) <= digits_of(found):
        return False
    step = last_digit(found.text, found.value)
    up, down = ({claimed.qualifier, found.qualifier} & bounds for bounds in (_UPWARD, _DOWNWARD))
    if step is None or found.qualifier not in up | down:
        return False
    return not (up and down) and _to(claimed.value, step, ROUND_FLOOR if up else ROUND_CEILING) == found.value


def _scale(text: str) -> int:
    """Return by how much the first number of a text is multiplied: 10,000 for 27.3万吨."""
    scale = _SCALE.search(fold(text))
    return scale_value(scale[1]) if scale else 1


def _to(value: Decimal, step: Decimal, way: str) -> Decimal:
    return (value / step).quantize(Decimal(1), way) * step


def _last_figure(value: Decimal) -> Decimal | None:
    """Return the worth of the last digit of a value that is not zero: 500 is exact to the hundred; None for zero."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if value and isinstance(exponent, int) else None


def _periods_meet(a: str, b: str) -> bool:
    if a == b:
        return True
    first, second = (tuple(int(y) for y in re.findall(r"\d{4}", p)) for p in (a, b))
    if _PART.fullmatch(a) and _PART.fullmatch(b) and first[0] == second[0]:
        # The second quarter is not the first; the month in which a span ends may be all that is said of it.
        return len(a) != len(b)
    if "/" in a or "/" in b or len(a) == 7 or len(b) == 7:
        return first[0] == second[0]
    # A span and its last year are told apart only where both are spans.
    return first[-1] == second[-1] and (len(first) == 1 or len(second) == 1)


def _are_written_alike(a: Figure, b: Figure) -> bool:
    """Tell whether nothing was converted between two equal figures: 5% and 5.0%, 首位 and 第一."""
    return a.kind == b.kind == "rank" or _written(a) == _written(b)


def _written(figure: Figure) -> str:
    # (The cell of a table with the unit of its head: 5.9 under % agrees with 5.9% as it is.)
    return _LAST_ZEROS.sub("", re.sub(r"[\s,，]|多|余|几", "", fold(written(figure))))
