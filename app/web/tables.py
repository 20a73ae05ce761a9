"""Tables of a report as HTML: which of its lines are rows, which rows are one table, and how a table is painted.

Cells are set apart by bars. A row without values is stored as its label alone; it stands between rows of its table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.web.markup import Markup, tag
from app.web.prose import CELL, Marks, paint
from index.hit import Span

# The line of Markdown below a table's head: |---|---:|
_RULE = re.compile(r"\s*\|?(?:\s?:?-{2,}:?\s?\|)+(?:\s?:?-{2,}:?)?\s*")
_BARS = re.compile(r"\s*\|.*\|\s*")
_VALUE = re.compile(r"[-+－—(（]?(?!(?:19|20)\d\d$)\d[\d,，]*(?:\.\d+)?[%％‰)）]?")
# What names a table or its unit, or says something in a sentence, is no label of a row.
_NO_LABEL = re.compile(r"[。；;!?！？]|[:：].|^[续附]?[图表]\s?\d|^续表|单位|^[（(]?[一二三四五六七八九十\d]+[)）、.．]|[√□]")
_LONGEST_LABEL, _MOST_LABELS = 40, 12


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that are one table, or lines of text that follow each other."""

    is_table: bool
    lines: tuple[Span, ...]


def runs_of(text: str, lines: Sequence[Span], *, heading: Span | None = None) -> list[Run]:
    """Group lines; a table that lines with a label alone interrupt is one, and `heading` is never a label."""
    runs: list[Run] = []
    pieces = [Run(is_row, tuple(group)) for is_row, group in groupby(lines, key=lambda line: _is_row(text, line))]
    for piece in pieces:
        between = runs[-1] if runs else None
        before = runs[-2] if len(runs) > 1 else None
        labels = between is not None and not between.is_table and heading not in between.lines and _are_labels(text, between)
        if piece.is_table and before is not None and between is not None and labels and _goes_on(text, before, piece):
            runs[-2:] = [Run(True, (*before.lines, *between.lines, *piece.lines))]
        else:
            runs.append(piece)
    return runs


def rows_around(text: str, lines: Sequence[Span], quote: Span) -> tuple[Span, ...]:
    """Return the lines of a quote below the first row of their table."""
    inside = [line for line in lines if line.start < quote.end and line.end > quote.start]
    head = next((run.lines[0] for run in runs_of(text, lines) if run.is_table and inside[0] in run.lines), inside[0])
    return tuple(dict.fromkeys((head, *inside)))


def paint_table(text: str, rows: Sequence[Span], marks: Marks | None) -> Markup:
    """Return lines of cells as a table; the first row is its header."""
    shown = [row for row in rows if not _RULE.fullmatch(text[row.start : row.end])] or list(rows)
    wide = max(len(list(_cells(text, row))) for row in shown)
    head, *body = (_row(text, row, "th" if row is shown[0] else "td", wide, marks) for row in shown)
    return tag("div", tag("table", tag("thead", head), tag("tbody", *body)), class_="table", tabindex=0, role="group")


def _is_row(text: str, line: Span) -> bool:
    written = text[line.start : line.end]
    return CELL in written or bool(_BARS.fullmatch(written))


def _are_labels(text: str, run: Run) -> bool:
    written = [text[line.start : line.end].strip() for line in run.lines]
    return len(written) <= _MOST_LABELS and all(len(w) <= _LONGEST_LABEL and not _NO_LABEL.search(w) for w in written)


def _goes_on(text: str, before: Run, rows: Run) -> bool:
    """Tell whether rows go on with a table: as many cells as there, and the first of them holds values, as no head does."""
    cells = [text[span.start : span.end] for span in _cells(text, rows.lines[0])]
    widths = {len(list(_cells(text, line))) for line in before.lines}
    return len(cells) in widths and any(_VALUE.fullmatch(cell.strip()) for cell in cells[1:])


def _row(text: str, row: Span, cell: str, wide: int, marks: Marks | None) -> Markup:
    """Return a row; a label alone reaches over the cells that it has not."""
    cells = list(_cells(text, row))
    reach = wide if len(cells) == 1 < wide else None
    return tag("tr", *(tag(cell, paint(text, span.start, span.end, marks), colspan=reach) for span in cells))


def _cells(text: str, row: Span) -> Iterator[Span]:
    """Yield the cells of a row, without the bars that Markdown sets around it."""
    start, end = row.start, row.end
    if _BARS.fullmatch(text[start:end]):
        start, end = text.index("|", start) + 1, text.rindex("|", start, end)
        start += text[start:end].startswith(" ")
        end -= text[start:end].endswith(" ")
    for part in text[start:end].split(CELL):
        yield Span(start, start + len(part))
        start += len(part) + len(CELL)
