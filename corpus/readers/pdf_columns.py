"""Pages set in two columns: the lines of the left one are read before those of the right one, between lines that go over both."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.readers.pdf_lines import Line, Piece

# A gutter lies in the middle third of a page's lines; on both of its sides stand so many pieces of so many letters, where the columns
# of a table hold words and numbers.
_MIDDLE = (0.33, 0.67)
_FEWEST, _LETTERS = 6, 18
# Places that are tried, the share of pieces that may go over the gutter (titles, tables), and points in which it may be missed.
_TRIED, _OVER, _NEAR = 34, 0.3, 2.0


def _side(piece: Piece, gutter: float) -> str:
    """Return on which side of a gutter a piece stands, "both" for one that goes over it."""
    if piece.right <= gutter + _NEAR:
        return "left"
    return "right" if piece.left >= gutter - _NEAR else "both"


def split_columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page in stretches that are read one after the other; one stretch where the page has no columns."""
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    stretches: list[list[Line]] = []
    whole: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if any(_side(piece, gutter) == "both" for piece in line.pieces):
            stretches += [left, right]
            left, right = [], []
            whole.append(line)
            continue
        stretches.append(whole)
        whole = []
        for side, column in (("left", left), ("right", right)):
            pieces = tuple(piece for piece in line.pieces if _side(piece, gutter) == side)
            if pieces:
                column.append(replace(line, pieces=pieces))
    return [stretch for stretch in (*stretches, left, right, whole) if stretch]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where two columns of running text part, None without such a place."""
    pieces = [piece for line in lines for piece in line.pieces if len(piece.text) >= _LETTERS]
    if len(pieces) < 2 * _FEWEST:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    low, high = (start + share * (end - start) for share in _MIDDLE)
    places = [low + n * (high - low) / _TRIED for n in range(_TRIED + 1)]
    over = [sum(_side(piece, place) == "both" for piece in pieces) for place in places]
    best = [place for place, count in zip(places, over, strict=True) if count == min(over)]
    place = best[len(best) // 2]
    sides = [_side(piece, place) for piece in pieces]
    both = min(sides.count("left"), sides.count("right"))
    return place if both >= _FEWEST and sides.count("both") <= _OVER * len(pieces) else None
