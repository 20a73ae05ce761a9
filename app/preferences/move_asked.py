"""How far something moved, where a question asks for that: of raised by $4 to $9 the first."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.standing import sentence_of
from index.query import Query
from index.unit_classes import class_of_unit

_MOVES = frozenset({"growth", "change"})
# So much less may the figure fit that tells the move.
_TRIED, _NEARLY = 12, 4.0


def move_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure that tells by how much something moved, where that alone is asked for and the best is a value beside it."""
    kinds = set(query.need.kinds)
    if not kinds or not kinds <= _MOVES or best.candidate.figure.kind in _MOVES:
        return None
    return next((c for c in chosen[1:_TRIED] if _is_near(c, best) and _tells_move(query, c)), None)


def _is_near(c: Chosen, best: Chosen) -> bool:
    return sentence_of(c) == sentence_of(best) and best.score - c.score <= _NEARLY


def _tells_move(query: Query, c: Chosen) -> bool:
    figure, asked = c.candidate.figure, query.need.unit_class
    return figure.kind in query.need.kinds and asked in {"", class_of_unit(figure.unit)}
