"""What a question asks after another is not what the other was told: 农民收入多少？城里人呢？"""

from collections.abc import Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups
from app.subquestions import subquestions
from index.query import Query

# A figure that was as good as guessed tells nothing about what is asked next.
_SURE = 0.2


def answered_before(lookups: Lookups, before: Query) -> Lookup | None:
    """Return what the question before found, None if it asks for text or several values, or has no sure answer."""
    if before.need.task == "text" or before.scope.unknown or subquestions(before):
        return None
    found = lookups.look_up(before)
    return found if found.chosen and found.confidence >= _SURE else None


def without_given(found: Sequence[Lookup], before: Lookup | None) -> list[Lookup]:
    """Return lookups without the figure that answers the question before; where both fit it best, it belongs to the one that it fits more."""
    return [_without(f, before) for f in found] if before is not None else list(found)


def _without(found: Lookup, before: Lookup) -> Lookup:
    given = before.chosen[0]
    if not found.chosen or not _is_same(found.chosen[0], given) or _ahead(before.chosen) < _ahead(found.chosen):
        return found
    return replace(found, chosen=tuple(c for c in found.chosen if not _is_same(c, given)))


def _ahead(chosen: Sequence[Chosen]) -> float:
    """Return how far the best of some figures is ahead of the others."""
    others = [c.score for c in chosen if not _is_same(c, chosen[0])]
    return chosen[0].score - max(others, default=float("-inf"))


def _is_same(a: Chosen, b: Chosen) -> bool:
    one, other = a.candidate, b.candidate
    if one.sentence.ranked.passage.id == other.sentence.ranked.passage.id and one.figure.start == other.figure.start:
        return True
    x, y = one.figure, other.figure
    return (x.value, x.unit, x.period) == (y.value, y.unit, y.period)
