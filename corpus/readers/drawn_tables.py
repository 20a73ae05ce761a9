"""Tables drawn in plain text, with bars (│, |) or with spaces: which lines they are, and their cells by column."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from corpus.readers.grid import Cell, grid_of_rows, is_numeric

_BAR = re.compile("[│┃║|｜]")
# ├────┼────┤, +----+, =====
_RULE = re.compile(r"[\s─━═┄┈│┃║├┤┼┌┐└┘┬┴╔╗╚╝╠╣╦╩╬╞╡╪+|=_-]{3,}$")
_GAP = re.compile(r"\t+| {2,}|\u3000{2,}|(?: |\u3000){2,}")
_NOTHING = re.compile(r"[-—－–…./]+$|n/?a$", re.IGNORECASE)
_LONGEST_CELL = 40
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table over the lines `first`..`end` of a text."""

    first: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell of a line and the columns of the screen that it covers, where a Han character takes two."""

    text: str
    left: int
    right: int


def find_drawn_tables(lines: Sequence[str]) -> list[DrawnTable]:
    """Return the tables of a text in order: three lines or more, a head of words and rows that end with values."""
    found: list[DrawnTable] = []
    at = 0
    while at < len(lines):
        table = (_barred(lines, at) or _spaced(lines, at)) if lines[at].strip() else None
        if table is not None:
            found.append(table)
        at = table.end if table is not None else at + 1
    return found


def _barred(lines: Sequence[str], first: int) -> DrawnTable | None:
    end = first
    rows: list[list[str]] = []
    while end < len(lines) and (_RULE.match(lines[end]) or len(_BAR.findall(lines[end])) > 1):
        if not _RULE.match(lines[end]):
            rows.append([cell.strip() for cell in _BAR.split(_BAR.sub("|", lines[end]).strip().strip("|"))])
        end += 1
    if len(rows) < _FEWEST - 1 or len({len(row) for row in rows}) > 1 or len(rows[0]) < 2 or not _holds_values(rows):
        return None
    return DrawnTable(first, end, tuple(grid_of_rows(rows)))


def _spaced(lines: Sequence[str], first: int) -> DrawnTable | None:
    end = first
    rows: list[str] = []
    texts: list[list[str]] = []
    while end < len(lines) and lines[end].strip():
        parted = [text for part in _GAP.split(lines[end]) if (text := part.strip())]
        if not _RULE.match(lines[end]):
            if len(parted) < 2:
                break
            rows.append(lines[end])
            texts.append(parted)
        end += 1
    if len(rows) < _FEWEST or any(len(text) > _LONGEST_CELL for row in texts for text in row) or not _holds_values(texts):
        return None
    return DrawnTable(first, end, tuple(grid_of_rows(cells_by_column(list(map(_pieces, rows))))))


def _holds_values(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row is one of words and nearly all others end with a value."""
    ends = [is_numeric(row[-1]) or bool(_NOTHING.match(row[-1])) or not row[-1] for row in rows[1:]]
    values = sum(any(is_numeric(cell) for cell in row[1:]) for row in rows[1:])
    return not any(is_numeric(cell) for cell in rows[0]) and sum(ends) * 5 >= len(ends) * 4 and values * 2 >= len(ends)


def _pieces(line: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    gaps = [m.span() for m in _GAP.finditer(line)]
    for (_, start), (end, _) in pairwise([(0, 0), *gaps, (len(line), len(line))]):
        text = line[start:end].strip()
        if text:
            left = _width(line[: start + line[start:end].index(text)])
            pieces.append(_Piece(text, left, left + _width(text)))
    return pieces


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


class Placed(Protocol):
    """A piece of text with its place on its line."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def left(self) -> float:
        """Where it begins."""

    @property
    def right(self) -> float:
        """Where it ends."""


def cells_by_column(rows: Sequence[Sequence[Placed]]) -> list[list[str]]:
    """Return the cells of rows by column: a row with fewer pieces than the widest has each where it stands under the others."""
    count = max(map(len, rows))
    full = [row for row in rows if len(row) == count]
    spans = [(min(row[c].left for row in full), max(row[c].right for row in full)) for c in range(count)]
    placed = []
    for row in rows:
        cells = [""] * count
        taken = -1
        for number, piece in enumerate(row):
            free = range(taken + 1, count - (len(row) - number - 1))
            taken = number if len(row) == count else max(free, key=lambda c: (_overlap(piece, spans[c]), -c))
            cells[taken] = piece.text
        placed.append(cells)
    return placed


def _overlap(piece: Placed, span: tuple[float, float]) -> float:
    """Return how far a piece stands under a column, below zero how far it is from it."""
    return min(piece.right, span[1]) - max(piece.left, span[0])
