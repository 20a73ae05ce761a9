"""Heads of tables: how many of a table's first rows they are, and how far each of their cells reaches.

A cell of a head that reaches over several columns is stored with blank cells behind it, one that reaches over several rows is stored
in each of them: 乡镇 | 人口 |  above 乡镇 | 户籍 | 常住.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

VALUE = re.compile(r"[-+－—(（]?(?!(?:19|20)\d\d$)\d[\d,，]*(?:\.\d+)?[%％‰)）]?")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a head: its column, and how many columns and rows it takes."""

    column: int
    across: int = 1
    down: int = 1


def depth_of(rows: Sequence[Sequence[str]]) -> int:
    """Return how many of the first rows of a table are its head; the cells come without white space around them.

    A row goes on with the head if that has a cell that reaches over others and the row begins as it does: no row of values does.
    """
    wide = max(map(len, rows))
    depth = 1
    while depth < min(_DEEPEST, len(rows) - 1) and _goes_on(rows[depth - 1], rows[depth], wide):
        depth += 1
    return depth


def head_cells(rows: Sequence[Sequence[str]], wide: int) -> list[list[HeadCell]]:
    """Return the cells of each row of a head of several rows; those that others reach over are left out."""
    grid = [[*row, *[""] * (wide - len(row))] for row in rows]
    taken: set[tuple[int, int]] = set()
    found = []
    for i in range(len(grid)):
        cells = []
        for j in range(wide):
            if (i, j) in taken:
                continue
            across = _across(grid, i, j, taken)
            cell = HeadCell(j, across, _down(grid, i, j) if across == 1 else 1)
            taken |= {(i + n, j + m) for n in range(cell.down) for m in range(cell.across)}
            cells.append(cell)
        found.append(cells)
    return found


def numeric_columns(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns of a table's body, but for the first, that hold values and nothing else; — and blanks are none."""
    columns: dict[int, list[str]] = {}
    for row in rows:
        for at, cell in enumerate(row[1:], 1):
            if cell.strip("-—–/ "):
                columns.setdefault(at, []).append(cell)
    return frozenset(at for at, cells in columns.items() if all(VALUE.fullmatch(cell) for cell in cells))


def _goes_on(above: Sequence[str], row: Sequence[str], wide: int) -> bool:
    reaches = len(above) < wide or not all(above[1:])
    return len(row) > 1 and reaches and row[0] in {"", above[0]} and not any(VALUE.fullmatch(cell) for cell in row)


def _across(grid: Sequence[Sequence[str]], i: int, j: int, taken: Collection[tuple[int, int]]) -> int:
    """Return over how many columns a cell reaches: over the blank ones behind it that have something below them."""
    end = j + 1
    while grid[i][j] and end < len(grid[i]) and not grid[i][end] and (i, end) not in taken and any(r[end] for r in grid[i + 1 :]):
        end += 1
    return end - j


def _down(grid: Sequence[Sequence[str]], i: int, j: int) -> int:
    """Return over how many rows a cell reaches: over those below that repeat it or are blank."""
    end = i + 1
    while end < len(grid) and grid[end][j] in {"", grid[i][j]}:
        end += 1
    return end - i
