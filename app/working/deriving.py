"""Derive a value from cited figures, with the formula shown: a difference, a sum, a share, the value before a stated change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import ShownFigure
from app.decimals import plain
from app.written import written
from corpus.figures.figure import Figure, Kind
from corpus.figures.numerals import fold
from index.unit_classes import class_of_unit

_SCALES_EN = (
    ("trillion", Decimal(10**12)),
    ("billion", Decimal(10**9)),
    ("million", Decimal(10**6)),
    ("thousand", Decimal(10**3)),
)
_SCALES = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)), ("", Decimal(1)))
_HUNDRED = Decimal(100)
_HUNDREDTH = Decimal("0.01")
_FOUR_DIGITS = 1000
_TWO_DIGITS = 10
_EXACT = 12
_NOUN = re.compile("[a-z]{3,}")
_WAN, _TEN_WAN = 10_000, 100_000
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Derived:
    """A computed value: `text` is how it is written without its sign, `formula` how it was computed."""

    value: Decimal
    text: str
    unit: str
    kind: Kind
    formula: str


def difference(first: Figure, second: Figure) -> Derived | None:
    """Return the first minus the second, None if their units differ. Two shares differ by percentage points.

    >>> from decimal import Decimal as D
    >>> difference(Figure(0, 4, "52万吨", D(520000), "吨"), Figure(0, 4, "48万吨", D(480000), "吨")).text
    '4万吨'
    """
    if not _compatible(first, second):
        return None
    value = first.value - second.value
    unit = "百分点" if first.unit == "%" else first.unit
    formula = f"{written(first)} − {written(second)} = {write_value(value, unit, first)}"
    return Derived(value, write_value(abs(value), unit, first), unit, "change", formula)


def total(figures: Sequence[Figure]) -> Derived | None:
    """Return the sum, None if two of the units differ."""
    if not all(_compatible(figures[0], f) for f in figures[1:]):
        if not all(_NOUN.fullmatch(f.unit) and f.value_to is None for f in figures):
            return None
        # 40 boats and 12 rafts are so many together, of no one name.
        figures = [replace(f, unit="") for f in figures]
    value = sum((f.value for f in figures), Decimal(0))
    said = write_value(value, figures[0].unit, figures[0])
    return Derived(value, said, figures[0].unit, "level", f"{' + '.join(written(f) for f in figures)} = {said}")


def before(level: Figure, change: Figure) -> Derived | None:
    """Return what a level was before a stated change: 49%，比上年提升12个百分点 → 37%; 70亿元，比上年增长40% → 50亿元."""
    rose = change.polarity != "-"
    if change.kind == "growth":
        return _before_growth(level, change, rose=rose)
    points = level.unit == "%" and change.unit == "百分点"
    if not points and not _compatible(level, change):
        return None
    value = level.value - change.value if rose else level.value + change.value
    said = write_value(value, level.unit, level)
    formula = f"{written(level)} {'−' if rose else '+'} {written(change)} = {said}"
    return Derived(value, said, level.unit, "level", formula)


def _before_growth(level: Figure, rate: Figure, *, rose: bool) -> Derived | None:
    factor = 1 + _fraction(rate) if rose else 1 - _fraction(rate)
    if _is_ratio(level) or rate.unit not in {"%", "倍"} or level.value_to is not None or rate.value_to is not None or factor <= 0:
        return None
    value = _rounded(level.value / factor, level)
    said = write_value(value, level.unit, level)
    formula = f"{written(level)} ÷ (1 {'+' if rose else '−'} {written(rate)}) ≈ {said}"
    return Derived(value, said, level.unit, "level", formula)


def base_of(change: Figure, rate: Figure) -> Derived | None:
    """Return what a value was that grew at a rate, which was so much: 增长50%，即增加3万吨 → 6万吨."""
    if change.unit in {"%", "百分点"} or rate.unit not in {"%", "倍"} or not rate.value or rate.value_to is not None:
        return None
    value = _rounded(change.value / _fraction(rate), change)
    said = write_value(value, change.unit, change)
    return Derived(value, said, change.unit, "level", f"{written(change)} ÷ {written(rate)} ≈ {said}")


def _fraction(rate: Figure) -> Decimal:
    return rate.value / _HUNDRED if rate.unit == "%" else rate.value


def _rounded(value: Decimal, like: Figure) -> Decimal:
    """Round a quotient in the scale of a figure: to as many places as that has, one at least below 1000; what is counted one by one is whole."""
    scale = _scale(like)[1]
    places = len(plain(like.value / scale).partition(".")[2])
    counted = scale == 1 and (like.unit in _COUNTED or class_of_unit(like.unit) == "people")
    least = 1 if value / scale < _FOUR_DIGITS and not counted else 0
    return (value / scale).quantize(Decimal(1).scaleb(-max(places, least))) * scale


def share(part: Figure, whole: Figure) -> Derived | None:
    """Return the part as a percentage of the whole, rounded to one place, below ten to two."""
    if not _compatible(part, whole) or not 0 < part.value <= whole.value or _is_ratio(part):
        return None
    exact = part.value / whole.value * _HUNDRED
    value = exact.quantize(_HUNDREDTH if exact < _TWO_DIGITS else Decimal("0.1"))
    said = f"{plain(value)}%"
    return Derived(value, said, "%", "share", f"{written(part)} ÷ {written(whole)} ≈ {said}")


def growth(last: Figure, first: Figure) -> Derived | None:
    """Return by what per cent a value grew, rounded to two places; below 0 if it fell.

    >>> from decimal import Decimal as D
    >>> growth(Figure(0, 4, "60万吨", D(600000), "吨"), Figure(0, 4, "48万吨", D(480000), "吨")).formula
    '(60万吨 − 48万吨) ÷ 48万吨 ≈ 25%'
    """
    if not _may_grow(last, first):
        return None
    value = ((last.value - first.value) / first.value * _HUNDRED).quantize(_HUNDREDTH)
    less = value < 0
    more, other = (first, last) if less else (last, first)
    said = f"{plain(abs(value))}%"
    formula = f"({written(more)} − {written(other)}) ÷ {written(first)} ≈ {said}"
    return Derived(value, said, "%", "growth", formula)


def yearly_growth(last: Figure, first: Figure, years: int) -> Derived | None:
    """Return the yearly rate (compound) at which a value came from a first to a last year, rounded to two places; below 0 if it fell."""
    if not _may_grow(last, first) or years < 1:
        return None
    factor = (last.value / first.value) ** (Decimal(1) / years)
    value = ((factor - 1) * _HUNDRED).quantize(_HUNDREDTH)
    said, sign = f"{plain(abs(value))}%", "-" if value < 0 else ""
    formula = f"({written(last)} ÷ {written(first)})^(1/{years}) − 1 ≈ {sign}{said}"
    return Derived(value, said, "%", "growth", formula)


def _may_grow(last: Figure, first: Figure) -> bool:
    return _compatible(last, first) and not _is_ratio(first) and not _is_ratio(last) and last.value > 0 and first.value > 0


def mean(figures: Sequence[Figure]) -> Derived | None:
    """Return the mean of values of one unit, rounded to two places in the scale of the first."""
    summed = total(figures)
    if summed is None or any(_is_ratio(f) for f in figures):
        return None
    scale = _scale(figures[0])[1]
    value = (summed.value / len(figures) / scale).quantize(_HUNDREDTH) * scale
    said = write_value(value, figures[0].unit, figures[0])
    sign = "=" if value * len(figures) == summed.value else "≈"
    return Derived(value, said, figures[0].unit, "level", f"({' + '.join(map(written, figures))}) ÷ {len(figures)} {sign} {said}")


def share_of_sum(parts: Sequence[Figure], whole: Figure) -> Derived | None:
    """Return the parts together as a percentage of the whole, None if they are more than it."""
    summed = total(parts)
    if summed is None:
        return None
    result = share(replace(parts[0], value=summed.value), whole)
    added = " + ".join(written(f) for f in parts)
    return None if result is None else replace(result, formula=f"({added}) ÷ {written(whole)} ≈ {result.text}")


def average(amount: Figure, count: Figure) -> Derived | None:
    """Return how much of an amount there is for each of a count, rounded to two places in the scale of the amount."""
    if count.value <= 0 or amount.value <= 0 or _is_ratio(amount) or _is_ratio(count):
        return None
    if amount.unit == count.unit and amount.unit not in _COUNTED:
        return None
    value = amount.value / count.value
    scale = next(factor for _, factor in _SCALES if factor <= max(value, Decimal(1)))
    value = (value / scale).quantize(Decimal("0.01")) * scale
    word = next(word for word, factor in _SCALES if factor == scale)
    english = _is_english(amount)
    said = _write_english(plain(value), "", amount.unit) if english else f"{plain(value / scale)}{word}{amount.unit}"
    return Derived(value, said, amount.unit, "level", f"{written(amount)} ÷ {written(count)} ≈ {said}")


def per(amount: Figure, count: Figure, *, scale: int = 1) -> Derived | None:
    """Return how much of an amount there is for each of a count, or for so many of it, in as many digits as the two tell."""
    if count.value <= 0 or amount.value <= 0 or any(_is_ratio(f) or f.value_to is not None for f in (amount, count)):
        return None
    formula = f"{written(amount)} ÷ {written(count)}"
    if scale > 1:
        so_many = next(word for word, factor in (("万", 10_000), ("千", 1000), ("百", 100), ("十", 10)) if factor == scale)
        formula = f"{formula} × 1{so_many}"
    return _quotient(amount, amount.value * scale / count.value, formula, min(_digits(amount), _digits(count)))


def for_a_time(amount: Figure, times: int, unit: str) -> Derived | None:
    """Return how much of a year's amount there is in a day or a month of it, `times` of which it has."""
    if amount.value <= 0 or _is_ratio(amount) or amount.value_to is not None:
        return None
    said = f"{times}{unit}" if not _is_english(amount) else f"{times} {'days' if unit == '天' else 'months'}"
    return _quotient(amount, amount.value / times, f"{written(amount)} ÷ {said}", _digits(amount))


def _quotient(amount: Figure, value: Decimal, formula: str, digits: int) -> Derived:
    """Return a quotient rounded to some digits, in yuan and the like up to a hundred thousand, beyond in the scale that fits."""
    scale = (
        next(factor for _, factor in _SCALES if value >= factor and (factor != _WAN or value >= _TEN_WAN))
        if value >= 1
        else Decimal(1)
    )
    places = min(2, max(digits - (value / scale).adjusted() - 1, 0))
    rounded = (value / scale).quantize(Decimal(1).scaleb(-places))
    word = next(word for word, factor in _SCALES if factor == scale)
    if _is_english(amount):
        number, words = (rounded, word) if not word else (rounded * scale, "")
        said = _write_english(plain(number), words, amount.unit)
    else:
        said = f"{plain(rounded)}{word}{amount.unit}"
    exact = rounded * scale == value
    return Derived(rounded * scale, said, amount.unit, "level", f"{formula} {'=' if exact else '≈'} {said}")


def _digits(figure: Figure) -> int:
    """Return how many digits a figure is told with, at least three; a number written without a scale is taken for exact."""
    text = fold(figure.text)
    if (
        not any(word in text.lower() for word, _ in (*_SCALES_EN, *_SCALES) if word)
        and figure.value == figure.value.to_integral()
    ):
        return _EXACT
    written_digits = re.sub(r"\D", "", text).lstrip("0")
    return max(len(written_digits), 3)


def shown(result: Derived, about: Figure, citations: tuple[int, ...]) -> ShownFigure:
    """Return a derived value as a figure of an answer; status, period and subject are those of the figure it is `about`."""
    return ShownFigure(
        result.text, plain(abs(result.value)), result.unit, result.kind, about.status, about.period, about.subject,
        "answer", "derived", result.formula, citations,
    )  # fmt: skip


def ratio(first: Figure, second: Figure) -> Derived | None:
    """Return how many times the second the first is, rounded to two places."""
    if not _compatible(first, second) or second.value <= 0 or first.value <= 0 or _is_ratio(first):
        return None
    value = (first.value / second.value).quantize(Decimal("0.01"))
    said = f"{plain(value)}倍"
    return Derived(value, said, "倍", "level", f"{written(first)} ÷ {written(second)} ≈ {said}")


def _is_ratio(figure: Figure) -> bool:
    """Tell a rate or a share: one divided by another is no share of anything."""
    return figure.unit in {"%", "‰", "百分点", "倍", "番"} or figure.kind in {"growth", "share", "rank"}


def _compatible(a: Figure, b: Figure) -> bool:
    if a.value_to is not None or b.value_to is not None:
        return False
    counted = class_of_unit(a.unit) == class_of_unit(b.unit) == "people" or {a.unit, b.unit} <= _COUNTED
    return a.unit == b.unit or counted


# Units of things counted one by one: 5838所学校和4973个教学点 add up.
_COUNTED = frozenset(["个", "所", "家", "座", "处", "项", "件", "条", "套", "台", "辆", "间", "栋", "幢", "户"])


def write_value(value: Decimal, unit: str, like: Figure) -> str:
    """Write a value in the scale of a figure: 4.0E+4 吨 like 52万吨 is 4万吨."""
    scale, factor = _scale(like)
    if _is_english(like):
        return _write_english(plain(value / factor), scale, unit)
    measure = "个" if unit == "百分点" else ""
    return f"{plain(value / factor)}{scale}{measure}{unit}"


def _is_english(figure: Figure) -> bool:
    words = f"{figure.text} {figure.unit} {figure.subject}"
    return not re.search("[一-龥]", words) and re.search(r"[a-z]{2}|\$", words) is not None


def _write_english(number: str, scale: str, unit: str) -> str:
    """Write a value as English reports do: $9.3 billion, 2.5 percentage points, 85 staff."""
    scaled = f"{number} {scale}".strip()
    if unit.endswith("$"):
        return f"-{unit}{scaled[1:]}" if scaled.startswith("-") else f"{unit}{scaled}"
    if unit == "百分点":
        return f"{scaled} percentage points"
    return f"{scaled}%" if unit == "%" else f"{scaled} {unit}".strip()


def _scale(like: Figure) -> tuple[str, Decimal]:
    text = fold(like.text).lower()
    scale, factor = next((word, factor) for word, factor in (*_SCALES_EN, *_SCALES) if word in text)
    if not scale:
        # The number of a cell has its scale from the head of its table: 98427 under 万元.
        number = fold(like.text).replace(",", "").strip()
        times = abs(like.value) / Decimal(number) if _NUMBER.fullmatch(number) and Decimal(number) else 1
        scale, factor = next(((word, factor) for word, factor in _SCALES if word and factor == times), (scale, factor))
    return scale, factor
