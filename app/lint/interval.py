"""What a written figure may stand for: the interval of all values that round, or are cut, to it; arithmetic over intervals."""

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold, scale_value
from corpus.figures.precision import last_digit
from corpus.figures.units import COUNTED, PEOPLE

# A round number of many digits may be rounded further than its last digit shows: 1000万 stands for 950万 to 1050万 at the widest.
_MOST_ZEROS = 2
# A count written out, as 17个, is meant as it stands.
_COUNTS_BELOW = 10_000
_HUNDRED = 100
_ABOUT = (Decimal("0.9"), Decimal("1.1"))
UPWARD = frozenset({"超过", "超", "突破", "以上", "多", "余", "几", "逾", "不低于", "不少于", "高达", "至少"})
# How far below and above its value a figure may lie by its qualifier.
_LEEWAYS = (
    (
        frozenset({"超过", "超", "突破", "以上", "多", "余", "几", "逾", "不低于", "不少于", "高达", "至少"}),
        (Decimal(1), Decimal("1.5")),
    ),
    (frozenset({"近", "将近", "接近", "不足", "不到", "以下", "以内", "不超过"}), (Decimal("0.8"), Decimal(1))),
)
_RATES = frozenset({"%", "‰", "百分点", "倍"})


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both in the unit of what it was made from."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Tell whether a value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        products = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(products), max(products))

    def __truediv__(self, other: "Interval") -> "Interval":
        """Divide by an interval that does not hold zero."""
        quotients = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(quotients), max(quotients))

    def power(self, exponent: int) -> "Interval":
        """Return the interval of the powers of positive values."""
        return Interval(self.low**exponent, self.high**exponent)


def exactly(value: Decimal | int) -> Interval:
    """Return the interval of one value."""
    return Interval(Decimal(value), Decimal(value))


def interval(figure: Figure, unit: str | None = None) -> Interval | None:
    """Return what a figure may stand for, in `unit` if one is given; None if it is an approximation, a range or of another unit.

    A value may have been rounded to its last digit or cut there; zeros at the end of a large number may be rounding too.

    >>> interval(Figure(0, 5, "12.3%", Decimal("12.3"), "%"))
    Interval(low=Decimal('12.25'), high=Decimal('12.40'))
    """
    if figure.qualifier or figure.value_to is not None:
        return None
    step = written_step(figure)
    if step is None:
        return None
    bounds = (
        [figure.value - step / 2, figure.value + step] if figure.value >= 0 else [figure.value - step, figure.value + step / 2]
    )
    if unit is not None and unit != figure.unit:
        low, high = (convert(bound, figure.unit, unit) for bound in bounds)
        return None if low is None or high is None else Interval(low, high)
    return Interval(*bounds)


def roughly(figure: Figure, unit: str | None = None) -> Interval | None:
    """Return what a figure may stand for with the leeway that 约, 超 or 近 gives it; None for a range or another unit."""
    if not figure.qualifier:
        return interval(figure, unit)
    value = figure.value if unit is None else convert(figure.value, figure.unit, unit)
    if value is None or figure.value_to is not None:
        return None
    low, high = next((leeway for words, leeway in _LEEWAYS if figure.qualifier in words), _ABOUT)
    return Interval(*sorted((value * low, value * high)))


def written_step(figure: Figure) -> Decimal | None:
    """Return the worth of the last digit that a figure is written to: 0 for a count that is meant exactly, None if not known."""
    folded = fold(figure.text)
    if re.search("[几余多半成]", folded):
        return None
    is_count = figure.unit in COUNTED | PEOPLE and figure.value == int(figure.value) and abs(figure.value) < _COUNTS_BELOW
    if is_count and not re.search("[万亿]", folded) and figure.value % _HUNDRED:
        return Decimal(0)
    if not re.search(r"\d", folded):
        return _chinese_step(folded, figure)
    step = last_digit(folded, figure.value)
    if step is None or figure.unit in _RATES or re.search(r"\d\s?\.\s?\d", folded):
        return step
    zeros = 0
    while zeros < _MOST_ZEROS and figure.value % (step * 10) == 0:
        step, zeros = step * 10, zeros + 1
    return step


def _chinese_step(folded: str, figure: Figure) -> Decimal | None:
    """Return the worth of the last digit of a Chinese numeral: 二亿一千七百万 is written to the million, 百分之六点五 to a tenth."""
    if figure.value == 0 or ("分之" in folded and "百分之" not in folded):
        return None
    fraction = re.search(r"点([零一二三四五六七八九]+)(?P<scale>[千百]?[万亿]?)", folded)
    if fraction:
        scale = Decimal(scale_value(fraction["scale"]) if fraction["scale"] else 1)
        return scale * Decimal(10) ** -len(fraction[1])
    step = Decimal(1)
    while figure.unit not in _RATES and figure.value % (step * 10) == 0:
        step *= 10
    return step
