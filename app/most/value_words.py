"""A value that is compared, in words: as the report writes it, with the unit of a table's head, what makes it a bound, and whether it rose or fell."""

import re
from decimal import Decimal

from app.agreement import BOUNDS_BEFORE
from app.most.contenders import Contender
from app.over_years.bound import reach
from app.written import written
from corpus.figures.numerals import fold

_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")
_MONEY = re.compile(r"[$£€¥]")
_SAID_MOVE = ("增", "下", "上", "减", "-")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_ONE = Decimal(1)


def value_text(c: Contender, *, chinese: bool) -> str:
    """Return a value as the report writes it, with its unit where a table's head has it; what fell says so."""
    figure = c.figure
    text = written(figure) if c.passage.context else figure.text.strip()
    if not chinese and c.passage.context:
        text = _in_english(c)
    elif figure.qualifier in BOUNDS_BEFORE and _stands_ahead(c):
        _, high = reach(_ONE, figure.qualifier)
        text = f"{figure.qualifier}{text}" if chinese else f"{'over' if high > _ONE else 'nearly'} {text}"
    elif chinese and figure.qualifier and c.quote[figure.end - c.start :].lstrip().startswith(figure.qualifier):
        text += figure.qualifier
    falls = figure.kind in {"growth", "change"} and figure.polarity == "-" and not text.startswith("-")
    if chinese and figure.kind in {"growth", "change"} and figure.polarity:
        ways = ("下降", "增长") if figure.kind == "growth" else ("减少", "增加")
        return f"{ways[0] if falls else ways[1]}{text}" if not text.startswith(_SAID_MOVE) else text
    return f"-{text}" if falls else text


def _stands_ahead(c: Contender) -> bool:
    """Tell whether the word that makes a value a bound stands right before it."""
    return c.quote[: c.figure.start - c.start].rstrip().endswith(c.figure.qualifier)


def _in_english(c: Contender) -> str:
    """Return the cell of a table as English has it: £331.2 million."""
    number = fold(c.figure.text).strip()
    if not _NUMBER.fullmatch(number) or not c.figure.unit:
        return c.figure.text.strip()
    bare = float(number.replace(",", ""))
    scale = next((f" {name}" for factor, name in _SCALES if bare and abs(float(c.figure.value) / bare - factor) < 1), "")
    if _MONEY.fullmatch(c.figure.unit):
        return f"{c.figure.unit}{number}{scale}"
    return f"{number}{scale}{c.figure.unit}" if c.figure.unit == "%" else f"{number}{scale} {c.figure.unit}"
