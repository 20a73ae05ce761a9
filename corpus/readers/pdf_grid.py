"""Find the grids of ruled tables on a page: from lines across and down to cells with their rows and columns."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.readers.pdf_page import Rule

_NEAR = 3.0
# Lines nearer than this are one: the two sides of a thin box, the pieces of a broken line.
_SAME = 2.5


@dataclass(frozen=True, slots=True)
class Area:
    """A cell of a ruled grid: the rows and columns that it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """A ruled table: places of its lines down (`xs`) and across (`ys`), and the cell of each field between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]
    fields: tuple[tuple[int, ...], ...]

    def area_at(self, x: float, y: float) -> int | None:
        """Return the position in `areas` of the cell at a point, None outside the grid."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if not (0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1):
            return None
        return self.fields[row][column]

    def width(self, area: Area) -> float:
        """Return the width of a cell."""
        return self.xs[area.column + area.columns] - self.xs[area.column]


def find_grids(rules: Sequence[Rule]) -> list[RuledGrid]:
    """Return the grids of a page from top to bottom: lines that touch, at least two across and two down or three across and one down."""
    across = _join([(r.top, r.left, r.right) for r in rules if r.top == r.bottom])
    down = _join([(r.left, r.top, r.bottom) for r in rules if r.left == r.right])
    grids = []
    for own_across, own_down in _connected(across, down):
        if len(own_across) >= 2 and len(own_down) >= 1 and len(own_across) + len(own_down) >= 4:
            grid = _grid(own_across, own_down)
            if len(grid.areas) > 1:
                grids.append(grid)
    return sorted(grids, key=lambda g: (g.ys[0], g.xs[0]))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line at `place` (y of a line across, x of one down) from `start` to `end`."""

    place: float
    start: float
    end: float


def _join(pieces: Iterable[tuple[float, float, float]]) -> list[_Line]:
    """Join pieces of lines that lie in one another's prolongation."""
    lines: list[_Line] = []
    for group in _clusters(sorted(pieces)):
        place = sum(p for p, _, _ in group) / len(group)
        start, end = None, 0.0
        for _, left, right in sorted(group, key=lambda p: p[1:]):
            if start is None or left > end + _NEAR:
                if start is not None:
                    lines.append(_Line(place, start, end))
                start, end = left, right
            end = max(end, right)
        if start is not None:
            lines.append(_Line(place, start, end))
    return lines


def _clusters(pieces: Sequence[tuple[float, float, float]]) -> list[list[tuple[float, float, float]]]:
    groups: list[list[tuple[float, float, float]]] = []
    for piece in pieces:
        if groups and piece[0] - groups[-1][0][0] <= _SAME:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _connected(across: Sequence[_Line], down: Sequence[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Group lines that touch."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if h.start - _NEAR <= v.place <= h.end + _NEAR and v.start - _NEAR <= h.place <= v.end + _NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for i, line in enumerate((*across, *down)):
        groups.setdefault(root(i), ([], []))[i >= len(across)].append(line)
    return list(groups.values())


def _grid(across: Sequence[_Line], down: Sequence[_Line]) -> RuledGrid:
    """Build the cells; a side that has no line (open tables, tables cut by the page's end) is where the crossing lines end."""
    xs = _places([v.place for v in down], (min(h.start for h in across), max(h.end for h in across)))
    ys = _places([h.place for h in across], (min(v.start for v in down), max(v.end for v in down)))
    rows, columns = len(ys) - 1, len(xs) - 1
    fields = [[-1] * columns for _ in range(rows)]
    areas: list[Area] = []
    walls_right = {(r, c) for c in range(columns) for r in range(rows) if _has(down, xs[c + 1], (ys[r] + ys[r + 1]) / 2)}
    walls_below = {(r, c) for r in range(rows) for c in range(columns) if _has(across, ys[r + 1], (xs[c] + xs[c + 1]) / 2)}
    for r in range(rows):
        for c in range(columns):
            if fields[r][c] >= 0:
                continue
            right = c
            while right + 1 < columns and (r, right) not in walls_right and fields[r][right + 1] < 0:
                right += 1
            low = r
            while low + 1 < rows and not any((low, k) in walls_below for k in range(c, right + 1)):
                if any((low + 1, k) in walls_right for k in range(c, right)) or any(
                    fields[low + 1][k] >= 0 for k in range(c, right + 1)
                ):
                    break
                low += 1
            for i in range(r, low + 1):
                fields[i][c : right + 1] = [len(areas)] * (right + 1 - c)
            areas.append(Area(r, c, low + 1 - r, right + 1 - c))
    return RuledGrid(tuple(xs), tuple(ys), tuple(areas), tuple(tuple(f) for f in fields))


def _places(lines: Iterable[float], ends: tuple[float, float]) -> list[float]:
    places: list[float] = []
    for place in sorted((*lines, *ends)):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _has(lines: Sequence[_Line], place: float, middle: float) -> bool:
    return any(abs(line.place - place) <= _NEAR and line.start - _SAME <= middle <= line.end + _SAME for line in lines)
