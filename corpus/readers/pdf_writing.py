"""Put the pages of a PDF one behind another: paragraphs and tables go on over the ends of pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.readers.draft import Draft
from corpus.readers.grid import Cell, is_numeric
from corpus.readers.pdf_lines import Line, join_lines

_FRESH_START = re.compile(
    r"第?[一二三四五六七八九十]+[、．章节部]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)|[①-⑳●■◆▪•]|[图表注]\s?\d|附[图表件]"
)
_FULL_STOP = re.compile(r"[。！？；：!?;:.”）)]$")
# Notes stand at the foot of a page, and are so few lines.
_FOOT, _LONGEST_FOOT = 0.7, 4
_CONTENTS = re.compile(r"[.．…·]{6,}\s*\d{1,4}$")


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of one page: its cells, its number of columns, and whether it is the first or the last thing of the page's body."""

    top: float
    bottom: float
    cells: tuple[Cell, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page holds, glyphs already put together: its lines outside tables, and its tables."""

    number: int
    height: float
    lines: tuple[Line, ...]
    tables: tuple[PageTable, ...]
    glyphs: int
    unmapped: int


class PageWriter:
    """Puts pages one behind another into a draft: paragraphs and tables go on over the ends of pages."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._lines: list[Line] = []
        self._page = 0
        self._right = self._margin = 0.0
        self._number = 0
        self._left = 0.0
        self._cells: list[Cell] = []
        self._pages: dict[int, int] = {}
        self._columns = 0
        self._rows = 0
        self._foot: list[Line] = []
        self._foot_page = 0
        self._behind: list[tuple[Line, int]] = []

    def add_page(self, content: PageContent, lines: Sequence[Line]) -> None:
        """Add a page's tables and those of its lines that are given."""
        items: list[tuple[float, Line | PageTable]] = [(line.base, line) for line in lines]
        items += [(table.top, table) for table in content.tables]
        items.sort(key=lambda i: i[0])
        self._write_foot(items[0][1] if items else None)
        wide = [line for line in lines if len(line.pieces) == 1]
        self._left = _usual([line.left for line in wide], low=True)
        self._right = max((line.right for line in wide), default=0.0)
        if content.number != self._number:
            self._number, self._margin = content.number, self._right
        foot = _foot([item for _, item in items], content)
        for _, item in items[: len(items) - len(foot)]:
            if isinstance(item, PageTable):
                self._add_table(item, content.number)
            else:
                self._add_line(item, content.number)
        self._foot, self._foot_page = foot, content.number

    def _write_foot(self, first: Line | PageTable | None) -> None:
        """Write what stands below the table at the end of the last page, behind the table if `first` goes on with it."""
        if not self._foot:
            return
        lines, self._foot = self._foot, []
        goes_on = (
            isinstance(first, PageTable)
            and first.columns == self._columns
            and bool(_without_repeated_head(self._cells, first.cells)[1])
        )
        if goes_on:
            self._behind += [(line, self._foot_page) for line in lines]
        else:
            for line in lines:
                self._add_line(line, self._foot_page)

    def finish(self) -> None:
        """End the last paragraph or table."""
        self._write_foot(None)
        self._end_paragraph()
        self._end_table()

    def _add_line(self, line: Line, page: int) -> None:
        self._end_table()
        if _CONTENTS.search(line.text):
            return
        if self._lines and self._starts(line):
            self._end_paragraph()
        if not self._lines:
            self._page = page
        self._lines.append(line)
        # The margin where the line stands: the next may stand in another column.
        self._margin = self._right

    def _starts(self, line: Line) -> bool:
        """Tell whether a line starts a paragraph: with a heading's mark, behind a gap or a short line; behind a full stop, if it is indented."""
        last = self._lines[-1]
        if _FRESH_START.match(line.text) or line.base - last.base > 2.4 * last.size:
            return True
        if last.right < self._margin - 3 * last.size:
            return True
        other_size = abs(line.size - last.size) > 0.15 * last.size
        indented = line.left > self._left + 1.2 * line.size and last.left < line.left - 0.6 * line.size
        return bool(_FULL_STOP.search(last.text)) and (indented or other_size or line.base < last.base)

    def _end_paragraph(self) -> None:
        if self._lines:
            self._draft.add_line(join_lines([line.text for line in self._lines]), page=self._page)
        self._lines = []

    def _add_table(self, table: PageTable, page: int) -> None:
        self._end_paragraph()
        if self._cells and table.columns != self._columns:
            self._end_table()
        cells, shift = list(table.cells), self._rows
        if self._cells:
            cells, dropped = _without_repeated_head(self._cells, cells)
            shift -= dropped
            cells = self._with_merged(self._with_rest(cells), shift)
        self._cells += [Cell(c.text, c.row + shift, c.column, c.rows, c.columns) for c in cells]
        self._rows = max((c.row + c.rows for c in self._cells), default=0)
        self._pages |= {c.row + shift: page for c in cells}
        self._columns = table.columns

    def _with_rest(self, cells: Sequence[Cell]) -> list[Cell]:
        """Let the last row, which the end of the page cut, have the rest of its words; return the other rows."""
        top = min((cell.row for cell in cells), default=0)
        row = [cell for cell in cells if cell.row == top]
        above = {c.column: i for i, c in enumerate(self._cells) if c.row + c.rows == self._rows}
        rest = [cell for cell in row if cell.text]
        label = min((cell.column for cell in row), default=0)
        cut = (
            rest
            and len(rest) < len(row)
            and all(
                cell.column != label
                and cell.rows == 1
                and not is_numeric(cell.text)
                and cell.column in above
                and self._cells[above[cell.column]].text
                and not is_numeric(self._cells[above[cell.column]].text)
                for cell in rest
            )
        )
        if not cut:
            return list(cells)
        for cell in rest:
            i = above[cell.column]
            self._cells[i] = replace(self._cells[i], text=join_lines([self._cells[i].text, cell.text]))
        return [replace(cell, row=cell.row - 1) for cell in cells if cell.row > top]

    def _with_merged(self, cells: Sequence[Cell], shift: int) -> list[Cell]:
        """Let a merged cell that the end of the page cut, and that is empty on the next page, go on there; return the other cells."""
        top = min((cell.row for cell in cells), default=0)
        rest = []
        for cell in cells:
            above = next((i for i, c in enumerate(self._cells) if c.column == cell.column and c.row + c.rows == self._rows), None)
            if cell.row == top and cell.rows > 1 and not cell.text and above is not None and self._cells[above].rows > 1:
                cut = self._cells[above]
                self._cells[above] = replace(cut, rows=cell.row + shift + cell.rows - cut.row)
            else:
                rest.append(cell)
        return rest

    def _end_table(self) -> None:
        if self._cells:
            self._draft.add_table(self._cells, pages=self._pages)
        self._cells, self._pages, self._columns, self._rows = [], {}, 0, 0
        behind, self._behind = self._behind, []
        for line, page in behind:
            self._add_line(line, page)
        self._end_paragraph() if behind else None


def _foot(items: Sequence[Line | PageTable], content: PageContent) -> list[Line]:
    """Return the lines of notes below the table that ends a page's body, [] where more than notes stands there."""
    lines: list[Line] = []
    for item in reversed(items):
        if isinstance(item, PageTable):
            return lines[::-1] if len(lines) <= _LONGEST_FOOT else []
        if item.base < _FOOT * content.height:
            return []
        lines.append(item)
    return []


def _without_repeated_head(before: Sequence[Cell], cells: Sequence[Cell]) -> tuple[list[Cell], int]:
    """Return the cells of a continued table without the heads that are printed again, and how many rows those were."""
    rows = 0
    while (own := _row(cells, rows)) and own == _row(before, rows) and any(own):
        rows += 1
    return [c for c in cells if c.row >= rows], rows


def _row(cells: Sequence[Cell], row: int) -> list[str]:
    return [c.text for c in sorted((c for c in cells if c.row == row), key=lambda c: c.column)]


def _usual(values: Sequence[float], *, low: bool) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 10] if ordered and low else ordered[-1] if ordered else 0.0
