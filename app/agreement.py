"""Whether a claimed figure agrees with a report's: value (rounding, conversion, approximation), period, direction, outcome or target, unit."""

import re
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from app.verdict import FigureVerdict
from corpus.figures.conversion import convert, convertible
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.figures.precision import last_digit
from index.need import class_of_unit

_UPWARD = frozenset(
    {"超过", "超", "突破", "以上", "多", "余", "逾", "不低于", "不少于", "高达", "超出", "over", "more than", "至少"}
)
_DOWNWARD = frozenset({"近", "将近", "接近", "不足", "不到", "以下", "以内", "不超过", "nearly"})
_ABOUT = frozenset({"约", "大约", "左右", "上下", "约为", "about", "几", "大体上"})
_PEOPLE = frozenset({"人", "名", "位", "人次", "户"})


def same_unit(a: str, b: str) -> bool:
    """Tell units that count the same: equal ones and those of one dimension, persons by any measure word, 个 and none."""
    return b in convertible(a) or {a, b} <= _PEOPLE - {"户"} or a.split("/")[0] == b.split("/")[0] != ""


def value_verdict(claimed: Figure, found: Figure) -> FigureVerdict | None:
    """Return how the values agree, None if they do not."""
    converted = convert(found.value, found.unit, claimed.unit)
    if converted is not None and claimed.unit != found.unit:
        found = replace(found, value=converted)
    if claimed.value == found.value:
        return "consistent" if _written(claimed) == _written(found) else "converted"
    if claimed.value_to is not None or found.value == 0:
        return None
    if _rounds_to(found.value, claimed):
        return "rounded"
    ratio = claimed.value / found.value
    if claimed.qualifier in _UPWARD and Decimal("0.9") <= ratio <= 1:
        return "approximate"
    if claimed.qualifier in _DOWNWARD and 1 <= ratio <= Decimal("1.08"):
        return "approximate"
    if claimed.qualifier in _ABOUT and Decimal("0.97") <= ratio <= Decimal("1.03"):
        return "approximate"
    # 6600多万 stated as 6600万 keeps its figures; the report's own 多 or 以上 allows a little more.
    return None


def _rounds_to(value: Decimal, claimed: Figure) -> bool:
    """Tell whether a value rounds (or is cut) to the claimed one at the claimed precision; at least two figures must be kept."""
    step = last_digit(claimed.text, claimed.value)
    if step is None or value == 0 or claimed.value == 0:
        return False
    scaled = value / step
    rounded = {scaled.quantize(Decimal(1), ROUND_HALF_UP) * step, scaled.quantize(Decimal(1), ROUND_DOWN) * step}
    return claimed.value in rounded and abs(claimed.value / step) >= 10


def clash(claimed: Figure, found: Figure, *, asserts_outcome: bool) -> FigureVerdict | None:
    """Return the dimension in which two figures of one value differ, None if they agree.

    `asserts_outcome` says that the claim tells what was reached, and not what is wanted, planned or set.
    """
    if not same_unit(claimed.unit, found.unit):
        return "wrong_unit"
    if claimed.polarity and found.polarity and claimed.polarity != found.polarity:
        return "wrong_direction"
    if claimed.period and found.period and not _periods_meet(claimed.period, found.period):
        return "wrong_period"
    if found.status == "target" and claimed.status == "actual" and asserts_outcome:
        return "wrong_status"
    return None


def comparable(claimed: Figure, found: Figure) -> bool:
    """Tell whether a found figure is of the sort that a claim is about, so that its value can refute the claim."""
    return same_unit(claimed.unit, found.unit) or class_of_unit(claimed.unit) == class_of_unit(found.unit) != "count"


def _periods_meet(a: str, b: str) -> bool:
    if a == b:
        return True
    first, second = (tuple(int(y) for y in re.findall(r"\d{4}", p)) for p in (a, b))
    if "/" in a or "/" in b or len(a) == 7 or len(b) == 7:
        return first[0] == second[0]
    # A span and its last year are told apart only where both are spans.
    return first[-1] == second[-1] and (len(first) == 1 or len(second) == 1)


def _written(figure: Figure) -> str:
    return re.sub(r"[\s,，]|多|余|几", "", fold(figure.text))
