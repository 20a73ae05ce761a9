"""Derive a value from cited figures, with the formula shown: a difference, a sum, a share, the value before a stated change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import ShownFigure
from app.decimals import in_digits, plain
from app.written import written
from corpus.figures.figure import Figure, Kind
from corpus.figures.numerals import fold
from index.unit_classes import class_of_unit

SCALES_EN = (
    ("trillion", Decimal(10**12)),
    ("billion", Decimal(10**9)),
    ("million", Decimal(10**6)),
    ("thousand", Decimal(10**3)),
)
SCALES = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)), ("", Decimal(1)))
HUNDRED = Decimal(100)
HUNDREDTH = Decimal("0.01")
_LEAST_DIGITS, _MOST_DIGITS = 3, 4
_NOUN = re.compile("[a-z]{3,}")
# £3.2m, $1.4bn
_SHORT_EN = re.compile(r"[$£€][\d.,]+ ?(tn|bn|mn|m|b)(?![a-z])")
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
    if not compatible(first, second):
        return None
    value = first.value - second.value
    unit = "百分点" if first.unit == "%" else first.unit
    formula = f"{written(first)} − {written(second)} = {write_value(value, unit, first)}"
    return Derived(value, write_value(abs(value), unit, first), unit, "change", formula)


def total(figures: Sequence[Figure]) -> Derived | None:
    """Return the sum, None if two of the units differ."""
    if not all(compatible(figures[0], f) for f in figures[1:]):
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
    if not points and not compatible(level, change):
        return None
    value = level.value - change.value if rose else level.value + change.value
    said = write_value(value, level.unit, level)
    formula = f"{written(level)} {'−' if rose else '+'} {written(change)} = {said}"
    return Derived(value, said, level.unit, "level", formula)


def _before_growth(level: Figure, rate: Figure, *, rose: bool) -> Derived | None:
    factor = 1 + _fraction(rate) if rose else 1 - _fraction(rate)
    if is_ratio(level) or rate.unit not in {"%", "倍"} or level.value_to is not None or rate.value_to is not None or factor <= 0:
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
    return rate.value / HUNDRED if rate.unit == "%" else rate.value


def _rounded(value: Decimal, like: Figure) -> Decimal:
    """Round a quotient in the scale of a figure: to as many places as that has, one at least below 1000; what is counted one by one is whole."""
    scale = scale_of(like)[1]
    places = len(plain(like.value / scale).partition(".")[2])
    counted = scale == 1 and (like.unit in COUNTED or class_of_unit(like.unit) == "people")
    scaled = value / scale
    rounded = scaled.quantize(Decimal(1).scaleb(-places))
    return (rounded if counted else max(rounded, in_digits(scaled, _LEAST_DIGITS), key=_places)) * scale


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _digits(figure: Figure) -> int:
    """Return in how many digits a figure is told, three at least and four at most."""
    told = len(plain(abs(figure.value)).replace(".", "").strip("0"))
    return min(max(told, _LEAST_DIGITS), _MOST_DIGITS)


def share(part: Figure, whole: Figure) -> Derived | None:
    """Return the part as a percentage of the whole, in four digits where both are told in as many, in three else."""
    if not compatible(part, whole) or not 0 < part.value <= whole.value or is_ratio(part):
        return None
    value = in_digits(part.value / whole.value * HUNDRED, min(_digits(part), _digits(whole)))
    said = f"{plain(value)}%"
    return Derived(value, said, "%", "share", f"{written(part)} ÷ {written(whole)} ≈ {said}")


def whole_of(part: Figure, rate: Figure) -> Derived | None:
    """Return the whole of which a part is so large a share: 80亿元, 八成 → 100亿元; an outcome may be more than its aim."""
    if is_ratio(part) or rate.unit != "%" or rate.value <= 0 or part.value_to is not None:
        return None
    return _by_rate(part.value * HUNDRED / rate.value, part, f"{written(part)} ÷ {written(rate)}")


def part_of(whole: Figure, rate: Figure) -> Derived | None:
    """Return the part that is so large a share of a whole: 100亿元, 八成 → 80亿元."""
    if is_ratio(whole) or rate.unit != "%" or not 0 < rate.value <= HUNDRED or whole.value_to is not None:
        return None
    return _by_rate(whole.value * rate.value / HUNDRED, whole, f"{written(whole)} × {written(rate)}")


def _by_rate(exact: Decimal, like: Figure, formula: str) -> Derived:
    scale = scale_of(like)[1]
    value = max(_rounded(exact, like), in_digits(exact / scale) * scale, key=lambda v: _places(v / scale))
    said = write_value(value, like.unit, like)
    return Derived(value, said, like.unit, "level", f"{formula} {'=' if value == exact else '≈'} {said}")


def contribution(growth: Figure, part: Figure) -> Derived | None:
    """Return by how many points a part of growth made the whole grow: 5%, 贡献率60% → 3个百分点."""
    if growth.unit != "%" or part.unit != "%" or growth.value_to is not None or part.value_to is not None:
        return None
    exact = growth.value * part.value / HUNDRED
    value = exact.quantize(HUNDREDTH)
    said = write_value(value, "百分点", growth)
    formula = f"{written(growth)} × {written(part)} {'=' if value == exact else '≈'} {said}"
    return Derived(value, said, "百分点", "change", formula)


def remainder(whole: Figure, parts: Sequence[Figure]) -> Derived | None:
    """Return what a whole has without some of its parts, None if that is nothing or their units differ."""
    value = whole.value - sum((f.value for f in parts), Decimal(0))
    if value <= 0 or not all(compatible(whole, f) for f in parts):
        return None
    said = write_value(value, whole.unit, whole)
    return Derived(value, said, whole.unit, "level", f"{' − '.join(map(written, (whole, *parts)))} = {said}")


def share_of_sum(parts: Sequence[Figure], whole: Figure) -> Derived | None:
    """Return the parts together as a percentage of the whole, None if they are more than it."""
    summed = total(parts)
    if summed is None:
        return None
    result = share(replace(parts[0], value=summed.value), whole)
    added = " + ".join(written(f) for f in parts)
    return None if result is None else replace(result, formula=f"({added}) ÷ {written(whole)} ≈ {result.text}")


def shown(result: Derived, about: Figure, citations: tuple[int, ...]) -> ShownFigure:
    """Return a derived value as a figure of an answer; status, period and subject are those of the figure it is `about`."""
    return ShownFigure(
        result.text, plain(abs(result.value)), result.unit, result.kind, about.status, about.period, about.subject,
        "answer", "derived", result.formula, citations,
    )  # fmt: skip


def ratio(first: Figure, second: Figure) -> Derived | None:
    """Return how many times the second the first is, rounded to two places."""
    if not compatible(first, second) or second.value <= 0 or first.value <= 0 or is_ratio(first):
        return None
    value = in_digits(first.value / second.value)
    said = f"{plain(value)}倍"
    return Derived(value, said, "倍", "level", f"{written(first)} ÷ {written(second)} ≈ {said}")


def is_ratio(figure: Figure) -> bool:
    """Tell a rate or a share: one divided by another is no share of anything."""
    return figure.unit in {"%", "‰", "百分点", "倍", "番"} or figure.kind in {"growth", "share", "rank"}


def compatible(a: Figure, b: Figure) -> bool:
    """Tell figures that may be set side by side: of one unit, or both of people or of things counted one by one."""
    if a.value_to is not None or b.value_to is not None:
        return False
    if a.unit == b.unit:
        return True
    persons = class_of_unit(a.unit) == class_of_unit(b.unit) == "people" and not {a.unit, b.unit} & _NO_PERSONS
    return persons or {a.unit, b.unit} <= COUNTED


# Households and visits are counted beside people, and are none.
_NO_PERSONS = frozenset(["户", "人次"])
# Units of things counted one by one: 5838所学校和4973个教学点 add up.
COUNTED = frozenset(["个", "所", "家", "座", "处", "项", "件", "条", "套", "台", "辆", "间", "栋", "幢", "户"])


def write_value(value: Decimal, unit: str, like: Figure) -> str:
    """Write a value in the scale of a figure: 4.0E+4 吨 like 52万吨 is 4万吨."""
    scale, factor = scale_of(like)
    if is_english(like):
        return write_english(plain(value / factor), scale, unit)
    measure = "个" if unit == "百分点" else ""
    return f"{plain(value / factor)}{scale}{measure}{unit}"


def is_english(figure: Figure) -> bool:
    """Tell a figure of an English text."""
    words = f"{figure.text} {figure.unit} {figure.subject}"
    return not re.search("[一-龥]", words) and re.search(r"[a-z]{2}|[$£€]", words) is not None


def write_english(number: str, scale: str, unit: str) -> str:
    """Write a value as English reports do: $9.3 billion, 2.5 percentage points, 85 staff."""
    scaled = f"{number} {scale}".strip()
    if unit.endswith(("$", "£", "€")):
        return f"-{unit}{scaled[1:]}" if scaled.startswith("-") else f"{unit}{scaled}"
    if unit == "百分点":
        return f"{scaled} percentage points"
    return f"{scaled}%" if unit == "%" else f"{scaled} {unit}".strip()


def scale_of(like: Figure) -> tuple[str, Decimal]:
    """Return the scale that a figure is written in, and its factor."""
    text = fold(like.text).lower()
    short = _SHORT_EN.search(text)
    if short:
        return next((word, factor) for word, factor in SCALES_EN if word[0] == short[1][0])
    scale, factor = next((word, factor) for word, factor in (*SCALES_EN, *SCALES) if word in text)
    if not scale:
        # The number of a cell has its scale from the head of its table: 98427 under 万元.
        number = fold(like.text).replace(",", "").strip()
        times = abs(like.value) / Decimal(number) if _NUMBER.fullmatch(number) and Decimal(number) else 1
        scales = SCALES_EN if is_english(like) else SCALES
        scale, factor = next(((word, factor) for word, factor in scales if word and factor == times), (scale, factor))
    return scale, factor
