"""Tables of a report as HTML: which of its lines are rows, which rows are one table, and how a table is painted.

Cells are set apart by bars. A row without values is stored as its label alone; it stands between rows of its table.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.web.heads import VALUE, HeadCell, depth_of, head_cells, numeric_columns
from app.web.markup import Markup, tag
from app.web.prose import CELL, Marks, paint
from index.hit import Span

# The line of Markdown below a table's head: |---|---:|
_RULE = re.compile(r"\s*\|?(?:\s?:?-{2,}:?\s?\|)+(?:\s?:?-{2,}:?)?\s*")
_BARS = re.compile(r"\s*\|.*\|\s*")
# What names a table or its unit, or says something in a sentence, is no label of a row.
_NO_LABEL = re.compile(r"[。；;!?！？]|[:：].|^[续附]?[图表]\s?\d|^续表|单位|^[（(]?[一二三四五六七八九十\d]+[)）、.．]|[√□]")
_LONGEST_LABEL, _MOST_LABELS = 40, 12
_NAMES_TABLE = re.compile(r"^[（(]?[续附]?[图表]\s?\d|单位\s?[:：]|^Table\b")
_NAMES, _LONGEST_NAME, _FIRST_ROWS = 2, 60, 6
# A first column of no longer words than this is as wide as they are; a longer one is broken into lines.
_SHORT_NAME = 7


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


def rows_around(text: str, lines: Sequence[Span], quotes: Sequence[Span]) -> tuple[Span, ...]:
    """Return the lines of quotes of one table below the rows of its head."""
    inside = [line for line in lines if any(line.start < quote.end and line.end > quote.start for quote in quotes)]
    head = _head(text, table_at(text, lines, inside[0].start) or inside[:1])
    return tuple(dict.fromkeys((*head, *inside)))


def table_at(text: str, lines: Sequence[Span], place: int) -> tuple[Span, ...]:
    """Return the rows of the table that holds a place, none where there is none."""
    return next((r.lines for r in runs_of(text, lines) if r.is_table and r.lines[0].start <= place < r.lines[-1].end), ())


def name_above(text: str, lines: Sequence[Span], table: Sequence[Span]) -> tuple[Span, ...]:
    """Return the lines right above a table that name it or its unit, at most two."""
    above = [line for line in lines if line.end <= table[0].start][-_NAMES:]
    named = [
        line for line in above if _NAMES_TABLE.search(text[line.start : line.end]) and line.end - line.start <= _LONGEST_NAME
    ]
    return tuple(named) if above[-1:] == named[-1:] else ()


def paint_table(text: str, rows: Sequence[Span], marks: Sequence[Marks] = ()) -> Markup:
    """Return lines of cells as a table, its head as deep as its first rows say; each of `marks` is of its own rows."""
    shown = _without_rules(text, rows)
    written = [[text[span.start : span.end].strip() for span in _cells(text, row)] for row in shown]
    wide, depth = max(map(len, written)), depth_of(written)
    values = numeric_columns(written[depth:])
    own = [next((m for m in marks if m.quote.start < row.end and m.quote.end > row.start), None) for row in shown]
    if depth > 1:
        head = _deep_head(text, shown[:depth], written[:depth], wide, values)
    else:
        head = [_row(text, shown[0], "th", wide, values, own[0])]
    body = (_row(text, row, "td", wide, values, mark) for row, mark in zip(shown[depth:], own[depth:], strict=True))
    kind = "table slim" if max(len(cells[0]) for cells in written) <= _SHORT_NAME else "table"
    return tag("div", tag("table", tag("thead", *head), tag("tbody", *body)), class_=kind, tabindex=0, role="group")


def _without_rules(text: str, rows: Sequence[Span]) -> list[Span]:
    """Return rows without the line of Markdown below a head."""
    return [row for row in rows if not _RULE.fullmatch(text[row.start : row.end])] or list(rows)


def _head(text: str, rows: Sequence[Span]) -> list[Span]:
    """Return the rows of a table's head."""
    shown = _without_rules(text, rows[:_FIRST_ROWS])
    return shown[: depth_of([[text[span.start : span.end].strip() for span in _cells(text, row)] for row in shown])]


def _deep_head(
    text: str, rows: Sequence[Span], written: Sequence[Sequence[str]], wide: int, values: Collection[int]
) -> list[Markup]:
    """Return the rows of a head of several, cells that reach over others as such."""
    shown = []
    for row, cells in zip(rows, head_cells(written, wide), strict=True):
        spans = dict(enumerate(_cells(text, row)))
        shown.append(tag("tr", *(_head_cell(text, spans.get(c.column), c, values) for c in cells)))
    return shown


def _head_cell(text: str, span: Span | None, cell: HeadCell, values: Collection[int]) -> Markup:
    kind = "over" if cell.across > 1 else _kind(cell.column, values)
    painted = paint(text, span.start, span.end, None) if span else Markup("")
    return tag("th", painted, class_=kind, colspan=_several(cell.across), rowspan=_several(cell.down))


def _several(count: int) -> int | None:
    return count if count > 1 else None


def _kind(column: int, values: Collection[int]) -> str | None:
    """Return the class of a cell: numbers stand at the end of their column."""
    return "value" if column in values else None


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
    return len(cells) in widths and any(VALUE.fullmatch(cell.strip()) for cell in cells[1:])


def _row(text: str, row: Span, cell: str, wide: int, values: Collection[int], marks: Marks | None) -> Markup:
    """Return a row; a label alone reaches over the cells that it has not."""
    cells = list(_cells(text, row))
    reach = wide if len(cells) == 1 < wide else None
    shown = (
        tag(cell, paint(text, span.start, span.end, marks), class_=_kind(at, values), colspan=reach)
        for at, span in enumerate(cells)
    )
    return tag("tr", *shown)


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
