"""What a question asks behind its frame: of 某年的基本支出里，公用经费多少 the second, whatever of the frame another figure bears."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import sort_of
from corpus.matching import matching_text
from index.framing import asked_part
from index.query import Query

_TRIED = 12
_FITS = 4.0


def named_behind_frame(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a figure that bears every word behind the frame where the best bears none of them."""
    behind = asked_part(query.text)
    asked = [t for t in query.terms if len(t) > 1 and t in behind] if behind else []
    if not asked or any(t in _name(best) for t in asked):
        return None
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS and sort_of(c) == sort_of(best))
    return next(
        (c for c in likely if c.candidate.figure.period == best.candidate.figure.period and all(t in _name(c) for t in asked)),
        None,
    )


def _name(c: Chosen) -> str:
    return matching_text(c.candidate.figure.subject)
