"""What a question asks after another is not what the other was told: 农民收入多少？城里人呢？"""

from collections.abc import Sequence
from dataclasses import replace

from app.choosing import Chosen
from app.lookup import Lookup, Lookups
from app.subquestions import subquestions
from index.query import Query

# A figure that was as good as guessed tells nothing about what is asked next.
_SURE = 0.2


def given_before(lookups: Lookups, before: Query) -> Chosen | None:
    """Return the figure that answers the question before, None if that asks for text or several values, or has no sure answer."""
    if before.need.task == "text" or before.scope.unknown or subquestions(before):
        return None
    found = lookups.look_up(before)
    return found.chosen[0] if found.chosen and found.confidence >= _SURE else None


def without_given(found: Lookup, given: Chosen) -> Lookup:
    """Return a lookup without the figure that was given before, wherever it is told again."""
    kept = tuple(c for c in found.chosen if not _is_same(c, given))
    return replace(found, chosen=kept)


def without_given_in(found: Sequence[Lookup], given: Chosen | None) -> list[Lookup]:
    """Return lookups without the figure that was given before, if one was."""
    return [without_given(f, given) for f in found] if given is not None else list(found)


def _is_same(a: Chosen, b: Chosen) -> bool:
    one, other = a.candidate, b.candidate
    if one.sentence.ranked.passage.id == other.sentence.ranked.passage.id and one.figure.start == other.figure.start:
        return True
    x, y = one.figure, other.figure
    return (x.value, x.unit, x.period) == (y.value, y.unit, y.period)
