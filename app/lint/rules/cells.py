"""What the text says of a cell of a table: 青石镇蔬菜产量2430吨 where the row 青石镇 has 2340 below 蔬菜产量（吨）."""

import re
from collections.abc import Iterator

from app.lint.finding import Oddity
from app.lint.interval import interval
from app.lint.statements import Reading, Row, Sentence, Table
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_LEAST_NAME, _LEAST_HEAD = 2, 3
_JOINED = re.compile(r"(?:的|为|达|达到|完成|实现)?$")


def check_cells(reading: Reading) -> list[Oddity]:
    """Return the figures of the text that a row and the head of a column name together, and whose cell has another value."""
    return [oddity for table in reading.tables for row in table.rows for oddity in _check_row(reading, table, row)]


def _check_row(reading: Reading, table: Table, row: Row) -> Iterator[Oddity]:
    if len(table.heads) != len(row.cells) or len(row.cells[0]) < _LEAST_NAME:
        return
    about = [s for s in reading.sentences if row.cells[0] in s.text]
    for column, cell in row.figures.items():
        head = re.sub(r"[((].*", "", fold(table.heads[column])).strip()
        for sentence in about if len(head) >= _LEAST_HEAD and re.fullmatch("[一-龥]+", head) else ():
            for figure in sentence.figures:
                if _is_named(sentence, figure, row.cells[0], head) and _differ(figure, cell):
                    a, b = figure.text.strip(), cell.text.strip()
                    yield Oddity(
                        "warning", f"正文与表不符：{row.cells[0]}{head}正文为{a}，表中为{b}",
                        f"the text says {a}, the table {b}", f"{a} ≠ {b}", (sentence.place(figure), row.place(column)),
                    )  # fmt: skip


def _is_named(sentence: Sentence, figure: Figure, name: str, head: str) -> bool:
    lead = _JOINED.sub("", re.split("[,，;；。]", sentence.between(None, figure))[-1])
    return bool(re.search(rf"(?<![一-龥])(?:其中|全年)?{re.escape(name)}的?{re.escape(head)}$", lead))


def _differ(figure: Figure, cell: Figure) -> bool:
    one, other = interval(figure, cell.unit), interval(cell)
    value = convert(figure.value, figure.unit, cell.unit)
    alike = figure.period == cell.period and figure.status == cell.status and figure.kind == cell.kind
    return alike and value is not None and one is not None and other is not None and not one.meets(other)
