"""Derive a value from two cited figures, with the formula shown: how much more or less one year or place has than another."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import ShownFigure
from app.decimals import plain
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.query import Query

_DIFFERENCE = re.compile(
    r"(?:比|较|跟|与|和).{0,24}(?:多|少|高|低|增加|减少|提高|下降|增|减|差|快|慢|贵|便宜)了?(?:出|去)?(?:多少|几(?!倍|成|番))|相差多少|差多少|差距多大"
    r"|\b(?:more|fewer|less|higher|lower) than in \d{4}\b|\bdifference between\b"
)
_SCALES = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)), ("", Decimal(1)))


@dataclass(frozen=True, slots=True)
class Difference:
    """The value of one minus another, with how it is written."""

    value: Decimal
    text: str
    unit: str
    formula: str


def asks_for_difference(query: Query) -> bool:
    """Tell a question for the difference of two years' values that the reports need not state themselves."""
    return bool(len(query.scope.compared) == 1 and len(query.scope.years) == 1 and _DIFFERENCE.search(fold(query.text).lower()))


def level_queries(query: Query) -> list[Query]:
    """Return the two lookups that a difference needs: the level of the year asked about, and of the year compared with."""
    need = replace(query.need, kinds=("level", "share"), many=False)
    return [
        replace(query, need=need, scope=replace(query.scope, years=years, compared=()))
        for years in (query.scope.years, query.scope.compared)
    ]


def difference(later: Figure, earlier: Figure) -> Difference | None:
    """Return later minus earlier, None if their units differ. Two shares differ by percentage points.

    >>> from decimal import Decimal as D
    >>> difference(Figure(0, 4, "52万吨", D(520000), "吨"), Figure(0, 4, "48万吨", D(480000), "吨")).text
    '4万吨'
    """
    if later.unit != earlier.unit or later.value_to is not None or earlier.value_to is not None:
        return None
    value = later.value - earlier.value
    unit = "百分点" if later.unit == "%" else later.unit
    scale, factor = _scale(later.text)
    written = f"{plain(abs(value) / factor)}{scale}{'个' if unit == '百分点' else ''}{unit}"
    formula = f"{later.text.strip()} − {earlier.text.strip()} = {plain(value / factor)}{scale}{unit}"
    return Difference(value, written, unit, formula)


def shown_difference(result: Difference, later: Figure, citations: tuple[int, ...]) -> ShownFigure:
    """Return a difference as a figure of an answer."""
    return ShownFigure(
        result.text,
        plain(abs(result.value)),
        result.unit,
        "change",
        later.status,
        later.period,
        later.subject,
        "answer",
        "derived",
        result.formula,
        citations,
    )


def _scale(text: str) -> tuple[str, Decimal]:
    return next((word, factor) for word, factor in _SCALES if word in fold(text))
