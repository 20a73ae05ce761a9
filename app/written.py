"""How a report's figure is written where a person reads it: the cell of a table with the unit, and its scale, that stand in the table's head."""

import re
from decimal import Decimal

from app.decimals import plain
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_SCALES_EN = {"": "", "千": "thousand", "百万": "million"}
_SCALES = (("", 1), ("万", 10**4), ("亿", 10**8), ("百万", 10**6), ("千", 10**3), ("万亿", 10**12))


def written(figure: Figure) -> str:
    """Return a figure as it is written; a bare number gets its unit behind it, in the scale that makes it the value.

    >>> from decimal import Decimal as D
    >>> written(Figure(0, 8, "45758.32", D("457583200"), "吨")), written(Figure(0, 3, "7.4", D("7.4"), "百分点"))
    ('45758.32万吨', '7.4个百分点')
    """
    text = figure.text.strip()
    number = fold(text).replace(",", "").replace(" ", "")
    if figure.unit == "百分点" and text.endswith("个"):
        # 2.1个和3.4个百分点: the unit is said once, with the last.
        return f"{text}{figure.unit}"
    if figure.unit in fold(text) or not _NUMBER.fullmatch(number):
        return text
    scale = next((scale for scale, factor in _SCALES if plain(figure.value) == plain(Decimal(number) * factor)), None)
    if scale is not None and figure.unit.isascii() and figure.unit and figure.unit != "%":
        return _in_english(text, scale, figure.unit)
    return text if scale is None else f"{text}{scale}{_behind_number(figure.unit)}"


def _in_english(text: str, scale: str, unit: str) -> str:
    """Return a number under an English unit as English writes it: US$53,120 thousand, 318 thousand tonnes."""
    word = f" {_SCALES_EN[scale]}" if _SCALES_EN.get(scale) else scale
    return f"{unit}{text}{word}" if unit.endswith(("$", "£", "€")) else f"{text}{word} {unit}"


def _behind_number(unit: str) -> str:
    """Return a unit as it stands behind a number: 个 before 百分点, a space before an English noun."""
    return f"个{unit}" if unit == "百分点" else f" {unit}" if unit[:1].isascii() and unit[:1].isalpha() else unit
