"""The cells of a table row: which hold a value and which, what marks it carries, and what only fills a place."""

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.figures.numerals import fold, parse_arabic, scale_value
from corpus.figures.table_units import Unit
from corpus.figures.units import RATE, UNIT, canonical_unit

# Spaces set thousands apart and nothing else: a cell of a converted table may hold the numbers of several rows.
_NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?"
_CELL = re.compile(
    r"[*_`]*(?P<core>(?P<sign>[-—－−–+]\s?|▲)?(?P<open>[(])?\s?(?P<inner>[-－−]\s?)?(?P<money>US\$|HK\$|[$£€¥￥])?\s?"
    rf"(?P<number>{_NUMBER})\s?(?P<scale>万亿|亿|万|(?<=[$£€¥￥\d. ])(?:mn|bn|[mk])(?![A-Za-z\d]))?"
    rf"(?P<unit>%|‰|个?百分点|pp|bps?|{UNIT}{RATE})?\s?(?P<close>[)])?(?P<rate>[%‰])?)"
    # footnote marks
    r"\s*(?:\[\d+\]|[\u2070-\u2079¹²³⁽⁾,①-⑳*†‡#_`]|\((?:\d|[a-z])\))*\s*"
)
_NOTHING = re.compile(r"[-—－−–―─…./\s*]*$|(?:n/?a|n/?m|nil|不适用|无|－－)$", re.IGNORECASE)
_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
_CURRENCIES = {"¥": "元", "￥": "元"}


@dataclass(frozen=True, slots=True)
class CellValue:
    """The value of a cell at `start`..`end` of it; `unit` is its own, None where it has none; `bracketed` as accounts write losses."""

    start: int
    end: int
    value: Decimal
    unit: Unit | None
    bracketed: bool


def cell_value(cell: str) -> CellValue | None:
    """Return the value that a cell is, None for words and nothing: 1,234, (56), +4.1%, $1.2m, 143.9¹."""
    folded = fold(cell)
    lead = len(folded) - len(folded.lstrip())
    match = _CELL.fullmatch(folded, lead)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    negative = (match["sign"] or "+").strip() != "+" or bool(match["inner"]) or bool(match["open"])
    scale = match["scale"] or ""
    factor = _SCALES.get(scale) or scale_value(scale)
    value = parse_arabic(match["number"].strip()) * factor * (-1 if negative else 1)
    word = match["unit"] or match["rate"] or ""
    word = {"pp": "百分点", "bps": "bp"}.get(word, word)
    money = match["money"] or ""
    unit = Unit(1, canonical_unit(word)) if word else Unit(1, _CURRENCIES.get(money, money)) if money else None
    start, end = match.span("core")
    return CellValue(start, start + len(cell[start:end].rstrip()), value, unit, bool(match["open"]))


def is_nothing(cell: str) -> bool:
    """Tell a cell that only says that there is no value: —, n/a, 不适用."""
    return _NOTHING.match(cell.strip()) is not None
