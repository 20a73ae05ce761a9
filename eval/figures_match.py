"""When two figures are the same: values in base units, compared within a tolerance, classes of units never mixed."""

import math
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

UnitClass = Literal["plain", "%", "‰", "points"]

TOLERANCE = Decimal("1e-6")

_PREFIXES = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4,
}  # fmt: skip
_ENGLISH = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3}
_POINTS = frozenset({"pp", "percentage point", "percentage points"})
_PERCENT = frozenset({"%", "percent", "百分比"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in its base unit (万, 亿 multiplied out) with the class of the unit; NaN stands for a value that equals nothing."""

    value: Decimal
    unit_class: UnitClass


def unit_class(unit: str) -> UnitClass:
    """Return the class of a unit: the name of a plain unit (元, 人, 吨 …) is not compared, a ratio's is."""
    folded = unicodedata.normalize("NFKC", unit)
    if "百分点" in folded or folded.lower() in _POINTS:
        return "points"
    if folded in _PERCENT:
        return "%"
    return "‰" if folded == "‰" else "plain"


def printed_quantity(value: Decimal, unit: str) -> Quantity:
    """Return the quantity of a figure as it is printed: 1312, 万人 → 13120000 plain; 3.9, billion → 3900000000 plain."""
    folded = unicodedata.normalize("NFKC", unit).removeprefix("人民币").strip()
    family = unit_class(folded)
    return Quantity(value * _scale(folded), family) if family == "plain" else Quantity(value, family)


def base_quantity(value: str, unit: str) -> Quantity | None:
    """Return the quantity of a figure that is in its base unit already; None if the value is no number."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    if number.is_nan() or math.isinf(float(number)):
        number = Decimal("NaN")
    return Quantity(number, unit_class(unit))


def same_value(a: Decimal, b: Decimal) -> bool:
    """Tell whether two values differ by at most a millionth of the larger one, or of 1 if both are smaller."""
    if a.is_nan() or b.is_nan():
        return False
    return abs(a - b) <= TOLERANCE * max(Decimal(1), abs(a), abs(b))


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities have the same class of unit and the same value."""
    return a.unit_class == b.unit_class and same_value(a.value, b.value)


def _scale(unit: str) -> int:
    prefix = next((p for p in _PREFIXES if unit.startswith(p)), None)
    if prefix:
        return _PREFIXES[prefix]
    word = next((w for w in _ENGLISH if w in unit.lower()), None)
    return _ENGLISH[word] if word else 1
