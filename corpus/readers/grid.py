"""Read a table from its grid of cells: which rows head it, what each column is called, what a row's label is.

A grid may hold several tables below each other: a row that is one wide cell names those below it, and a new row of heads opens the
next. Merged cells say how deep a head reaches; so heads of several rows need no guess where the format tells of merging.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMERIC = re.compile(r"[-+—－±]?\s?[¥￥$]?[（(]?[-－]?\d[\d,，.\s]*[)）]?\s?(?:%|％|‰|亿元|万元|元|万|亿)?(?:\[\d+\])?$")
_YEAR = re.compile(r"(?:19|20)\d\d\s?(?:年度?)?$")
_PERIOD = re.compile(r"(?:19|20)\d\d|[本上去]年|[本上]期|期末|期初|年末|年初|季度|月")
# What a preamble says: 编制单位：…, 单位：元, 制表日期：…; and its date.
_TOLD = re.compile(
    r"[（(]?(?:(?:编制|填报|编报|填表|制表|报送|主管|预算|汇总|统计|计量|金额|货币)?单位|部门|币种|制表人?|填表人|审核人?|负责人|联系人|日期"
    r"|(?:制表|填报|编制|打印|报送)(?:日期|时间)|表号|文号)(?:名称)?\s?[:：]\s?\S",
)
_WHEN = re.compile(r"(?:19|20)\d\d\s?年?度?(?:[\d\s\-—至月日末]*|第?[一二三四]季度|[上下]半年)")
# A sentence below the rows, in one cell: 说明：1. 年末余额…万元，比年初增加…
_SENTENCE = re.compile(r"[，；。：].*\d.*[，；。]|。$|[,;:] .*\.$", re.DOTALL)
_SHORTEST_NOTE = 12
_DEEPEST_HEAD = 6
_LONGEST_HEAD = 40
_HIGHEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and the rectangle of rows and columns that it covers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its number in the grid and its cells by column."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the grid. `titles` are the wide cells above it; `heads` rows without values that name the columns."""

    titles: tuple[str, ...]
    header: tuple[str, ...]
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]


def grid_of_rows(rows: Sequence[Sequence[str]]) -> list[Cell]:
    """Return the cells of a table that knows of no merging."""
    return [Cell(text, r, c) for r, row in enumerate(rows) for c, text in enumerate(row)]


def split_grid(cells: Sequence[Cell]) -> list[Part]:
    """Return the tables of a grid from top to bottom; a table without heads of its own takes those above it if it has its columns.

    Heads may stand alone above the first wide cell: 营业收入 | 毛利率, then 分产品 over all columns, then its rows.
    """
    parts: list[Part] = []
    above: tuple[str, ...] = ()
    grid, notes = _without_notes(_Grid(cells))
    for number, block in enumerate(_blocks(grid)):
        part = _part(block, top=not number)
        if not part.heads and part.rows and above and len(above) == len(part.rows[0].cells):
            part = Part(part.titles, above, (), part.rows)
        if part.rows or part.titles:
            parts.append(part)
        above = part.header or _heads_alone(block)
    return [*parts, Part(notes, (), (), ())] if notes else parts


def _without_notes(grid: "_Grid") -> tuple["_Grid", tuple[str, ...]]:
    """Return a grid without the sentences that stand below its rows in a cell each, and these: they are text and no rows."""
    rows = list(grid.rows)
    notes: list[str] = []
    while len(rows) > 1 and len(grid.columns) > 1 and (note := grid.note(rows[-1])):
        notes.insert(0, note)
        rows.pop()
    return (_Grid([cell for cell in grid.cells if cell.row in set(rows)]), tuple(notes)) if notes else (grid, ())


def _heads_alone(block: "_Grid") -> tuple[str, ...]:
    """Return the heads of a block that holds nothing else, () for any other."""
    count = _count_heads(block, block.rows) if len(block.columns) > 2 else 0
    return _header(block, block.rows) if count and count == len(block.rows) else ()


def is_numeric(text: str) -> bool:
    """Tell whether a cell holds a value (a year does not count)."""
    return bool(_NUMERIC.match(text)) and not _YEAR.match(text)


def is_preamble(cells: Sequence[str]) -> bool:
    """Tell a row above a table that says who made it, when and in which unit: 编制单位：…, 2023年度, 单位：元."""
    filled = [cell for cell in cells if cell]
    told = [_TOLD.match(cell) is not None for cell in filled]
    return any(told) and all(t or _WHEN.fullmatch(cell) for t, cell in zip(told, filled, strict=True))


class _Grid:
    """The cells of a grid by place; `rows` are the numbers of those that hold something, `columns` of those where a cell begins."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.owner = {
            (r, c): cell
            for cell in cells
            for r in range(cell.row, cell.row + cell.rows)
            for c in range(cell.column, cell.column + cell.columns)
        }
        self.cells = cells
        self.rows = sorted({cell.row for cell in cells if cell.text})
        self.columns = sorted({cell.column for cell in cells})

    def starting(self, row: int) -> list[Cell]:
        return [
            cell for c in self.columns if (cell := self.owner.get((row, c))) is not None and (cell.row, cell.column) == (row, c)
        ]

    def filled(self, row: int) -> list[Cell]:
        return [cell for cell in self.starting(row) if cell.text]

    def title(self, row: int) -> str:
        """Return the text of a row that is one cell over (nearly) all columns, else ""."""
        filled = self.filled(row)
        if len(filled) != 1 or len(self.columns) < 2:
            return ""
        span = sum(filled[0].column <= c < filled[0].column + filled[0].columns for c in self.columns)
        return filled[0].text if span >= max(2, len(self.columns) - 1) else ""

    def note(self, row: int) -> str:
        """Return the text of a row that holds nothing but a sentence in its first cell, else ""."""
        filled = self.filled(row)
        if len(filled) != 1 or filled[0].column != self.columns[0] or filled[0].row != row:
            return ""
        text = filled[0].text
        return text if len(text) >= _SHORTEST_NOTE and _SENTENCE.search(text) else ""

    def lone(self, rows: Sequence[int]) -> str:
        """Return the one cell of the first row if wider rows follow at once: a title that nobody merged over the columns, else ""."""
        filled = self.filled(rows[0])
        if len(filled) != 1 or len(self.columns) < 2 or is_numeric(filled[0].text):
            return ""
        return filled[0].text if any(len(self.filled(row)) > 1 for row in rows[1:_HIGHEST_TITLE]) else ""

    def preamble(self, rows: Sequence[int]) -> str:
        """Return the text of a first row that says who made the table, when and in which unit, else ""."""
        filled = [cell.text for cell in self.filled(rows[0])]
        return " ".join(filled) if len(rows) > 1 and is_preamble(filled) else ""

    def has_values(self, row: int) -> bool:
        first = self.columns[0]
        return any(is_numeric(cell.text) for cell in self.filled(row) if cell.column > first)


def _blocks(grid: _Grid) -> list[_Grid]:
    """Cut a grid before every wide cell, and before a row of heads in its middle."""
    groups: list[list[int]] = []
    for row in grid.rows:
        title = bool(grid.title(row))
        before = groups[-1][-1] if groups else None
        if before is None or (title and not grid.title(before)) or (not grid.title(before) and _reopens(grid, row, groups[-1])):
            groups.append([])
        groups[-1].append(row)
    ends = {row: i for i, group in enumerate(groups) for row in group}
    return [_Grid([cell for cell in grid.cells if ends.get(cell.row) == i]) for i in range(len(groups))]


def _reopens(grid: _Grid, row: int, group: Sequence[int]) -> bool:
    """Tell whether a row in the middle of a table heads the rows below it: no label, periods in all other columns."""
    cells = {cell.column: cell.text for cell in grid.starting(row)}
    first = grid.columns[0]
    if not any(grid.has_values(r) for r in group) or cells.get(first) or len(cells) < 3 or grid.has_values(row):
        return False
    others = [text for column, text in cells.items() if column != first]
    return all(others) and sum(bool(_PERIOD.search(text)) for text in others) >= 2


def _part(grid: _Grid, *, top: bool) -> Part:
    rows = list(grid.rows)
    titles = []
    while rows and (title := grid.title(rows[0]) or grid.preamble(rows) or (grid.lone(rows) if top else "")):
        titles.append(title)
        rows.pop(0)
    body = _Grid([cell for cell in grid.cells if cell.row in set(rows)])
    count = _count_heads(body, rows)
    heads, values = rows[:count], rows[count:]
    if not values or not any(body.has_values(r) for r in values):
        # A table of words: its first row may be a row like the others, and must be found.
        values, named = rows, heads if len(body.columns) > 2 and values else []
    else:
        named = heads
    read = [Row(r, _row_cells(body, r)) for r in values]
    return Part(tuple(titles), _header(body, named), tuple(Row(r, _row_cells(body, r)) for r in heads), tuple(read))


def _count_heads(grid: _Grid, rows: Sequence[int]) -> int:
    """Return how many rows head a table: the first, if it holds no value, and those below it that merged cells tie to it."""
    if not rows or grid.has_values(rows[0]) or len(grid.filled(rows[0])) < 2:
        return 0
    if any(len(cell.text) > _LONGEST_HEAD for cell in grid.filled(rows[0])):
        return 0
    count = 1
    while count < min(len(rows), _DEEPEST_HEAD) and not grid.has_values(rows[count]):
        above = {id(cell): cell for c in grid.columns if (cell := grid.owner.get((rows[count - 1], c))) is not None}.values()
        reaches = any(cell.text and cell.row + cell.rows > rows[count] for cell in above)
        divided = any(cell.text and cell.columns > 1 and cell.row + cell.rows == rows[count] for cell in above)
        # A format without merging leaves the places of a wide head empty.
        left_empty = len(grid.filled(rows[count - 1])) < len(grid.starting(rows[count - 1])) and not _labels(grid, rows[count])
        if not (reaches or divided or left_empty):
            break
        count += 1
    return count


def _labels(grid: _Grid, row: int) -> bool:
    """Tell whether only the first column of a row is filled, as in a row that names the group below it."""
    return {cell.column for cell in grid.filled(row)} <= {grid.columns[0]} or len(grid.filled(row)) < 2


def _header(grid: _Grid, rows: Sequence[int]) -> tuple[str, ...]:
    columns = []
    for column in grid.columns if rows else ():
        parts: list[str] = []
        for row in rows:
            cell = grid.owner.get((row, column))
            text = cell.text if cell is not None else ""
            if not text and row != rows[-1]:
                text = _wide_head(grid, row, column, rows)
            if text and text not in parts:
                parts.append(text)
        columns.append(" ".join(parts))
    return tuple(columns)


def _wide_head(grid: _Grid, row: int, column: int, rows: Sequence[int]) -> str:
    """Return the head to the left of an empty place above another head: it was merged over both."""
    below = grid.owner.get((rows[rows.index(row) + 1], column))
    if below is None or not below.text:
        return ""
    for left in reversed([c for c in grid.columns if c < column]):
        cell = grid.owner.get((row, left))
        if cell is not None and cell.text:
            return cell.text if cell.rows == 1 and left != grid.columns[0] else ""
    return ""


def _row_cells(grid: _Grid, row: int) -> tuple[str, ...]:
    """Return the cells of a row by column: a merged cell once, then empty ones; a label merged over rows in each of them."""
    cells = []
    leading = True
    for column in grid.columns:
        cell = grid.owner.get((row, column))
        text = cell.text if cell is not None and cell.column == column else ""
        leading = leading and not is_numeric(text)
        above = cell is not None and cell.row < row
        cells.append(text if not above or leading else "")
    return tuple(cells)
