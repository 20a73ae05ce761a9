"""Values that are compared or listed are of one kind: where one of them is sure, the others are likelier to be called what it is called."""

from collections.abc import Sequence
from itertools import pairwise

from app.choosing import Chosen
from app.lookup import Lookup
from corpus.figures.figure import Figure
from corpus.matching import matching_text

_CALLED_ALIKE, _SAME_SORT = 4.0, 1.5
_TRIED = 20


def alike(found: Sequence[Lookup]) -> list[Lookup]:
    """Return lookups for several places, years or companies with their figures in the order of how well they fit, and fit the surest of all."""
    sure = max((f for f in found if f.chosen), key=lambda f: f.confidence, default=None)
    if sure is None or len(found) < 2:
        return list(found)
    anchor = sure.chosen[0].candidate.figure
    return [f if f is sure or not f.chosen else f.reordered(_in_order(f.chosen, anchor)) for f in found]


def likeness(a: Figure, b: Figure) -> float:
    """Return how far two figures are called the same, and are of one sort: what is added to a score."""
    own, other = _pairs(a.subject), _pairs(b.subject)
    named = len(own & other) / max(1, min(len(own), len(other)))
    return _CALLED_ALIKE * named + (_SAME_SORT if (a.kind, a.unit) == (b.kind, b.unit) else 0.0)


def _in_order(chosen: Sequence[Chosen], anchor: Figure) -> tuple[Chosen, ...]:
    tried, rest = chosen[:_TRIED], chosen[_TRIED:]
    best = sorted(tried, key=lambda c: -(c.score + likeness(c.candidate.figure, anchor)))
    return (*best, *rest)


def _pairs(subject: str) -> frozenset[str]:
    letters = [c for c in matching_text(subject) if c.isalpha()]
    return frozenset(a + b for a, b in pairwise(letters))
