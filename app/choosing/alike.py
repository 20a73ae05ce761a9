"""Values that are compared or listed are of one kind: where one of them is sure, the others are likelier to be called what it is called."""

from collections.abc import Sequence
from itertools import pairwise

from app.choosing.candidates import Candidate
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup
from corpus.matching import matching_text

_CALLED_ALIKE, _SAME_SORT = 3.0, 1.5
_TRIED = 20
_NAMED_ALIKE, _SPOKEN_ALIKE, _SPOKEN = 0.5, 0.6, 0.35


def alike(found: Sequence[Lookup]) -> list[Lookup]:
    """Return lookups for several places, years or companies with their figures in the order of how well they fit, and fit the surest of all."""
    sure = max((f for f in found if f.chosen), key=lambda f: f.confidence, default=None)
    if sure is None or len(found) < 2:
        return list(found)
    anchor = sure.chosen[0].candidate
    return [f if f is sure or not f.chosen else f.reordered(_in_order(f.chosen, anchor)) for f in found]


def likeness(a: Candidate, b: Candidate) -> float:
    """Return how far two figures are called the same (Dice's measure of their names), and are of one sort: what is added to a score.

    Two of one sentence share what it is about: 由2019年的3860人增加到2021年的4127人.
    """
    beside = a.sentence.start == b.sentence.start and a.sentence.ranked.passage.id == b.sentence.ranked.passage.id
    named = 1.0 if beside else named_alike(a, b)
    return _CALLED_ALIKE * named + (_SAME_SORT if (a.figure.kind, a.figure.unit) == (b.figure.kind, b.figure.unit) else 0.0)


def named_alike(a: Candidate, b: Candidate) -> float:
    """Return how far two figures are called the same, by Dice's measure of their names."""
    own, other = _pairs(a.figure.subject), _pairs(b.figure.subject)
    return 2 * len(own & other) / max(1, len(own) + len(other))


def same_measure(a: Candidate, b: Candidate) -> bool:
    """Tell whether two figures of different places or companies may be one measure.

    They are called the same, or speak of the question as well as one another: where it asks for an output, 24653亿元 of output in one
    county and 1785亿元 of revenue in the other do not.
    """
    spoken = sorted((a.spoken.share, b.spoken.share))
    return named_alike(a, b) >= _NAMED_ALIKE or (spoken[0] >= _SPOKEN_ALIKE * spoken[1] and spoken[1] >= _SPOKEN)


def _in_order(chosen: Sequence[Chosen], anchor: Candidate) -> tuple[Chosen, ...]:
    tried, rest = chosen[:_TRIED], chosen[_TRIED:]
    best = sorted(tried, key=lambda c: -(c.score + likeness(c.candidate, anchor)))
    return (*best, *rest)


def _pairs(subject: str) -> frozenset[str]:
    letters = [c for c in matching_text(subject) if c.isalpha()]
    return frozenset(a + b for a, b in pairwise(letters))
