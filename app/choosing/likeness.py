"""How far two figures are one measure: called the same, and of one sort."""

from app.choosing.candidates import Candidate
from corpus.character_pairs import character_pairs, dice
from corpus.matching import matching_text

_CALLED_ALIKE, _SAME_SORT = 3.0, 1.5
_NAMED_ALIKE, _SPOKEN_ALIKE, _SPOKEN = 0.5, 0.6, 0.35


def likeness(a: Candidate, b: Candidate) -> float:
    """Return how far two figures are called the same (Dice's measure of their names), and are of one sort: what is added to a score.

    Two of one sentence share what it is about: 由2019年的3860人增加到2021年的4127人.
    """
    beside = a.sentence.start == b.sentence.start and a.sentence.ranked.passage.id == b.sentence.ranked.passage.id
    named = 1.0 if beside else named_alike(a, b)
    return _CALLED_ALIKE * named + (_SAME_SORT if (a.figure.kind, a.figure.unit) == (b.figure.kind, b.figure.unit) else 0.0)


def named_alike(a: Candidate, b: Candidate) -> float:
    """Return how far two figures are called the same, by Dice's measure of their names."""
    return dice(_pairs(a.figure.subject), _pairs(b.figure.subject))


def named_within(a: Candidate, b: Candidate) -> float:
    """Return how far the shorter of the names of two figures is a part of the other: 茶叶产量 of 全市茶叶产量 is all of it."""
    own, other = _pairs(a.figure.subject), _pairs(b.figure.subject)
    return len(own & other) / max(1, min(len(own), len(other)))


def same_measure(a: Candidate, b: Candidate) -> bool:
    """Tell whether two figures of different places or companies may be one measure.

    They are called the same, or speak of the question as well as one another: where it asks for an output, 24653亿元 of output in one
    county and 1785亿元 of revenue in the other do not.
    """
    spoken = sorted((a.spoken.share, b.spoken.share))
    return named_alike(a, b) >= _NAMED_ALIKE or (spoken[0] >= _SPOKEN_ALIKE * spoken[1] and spoken[1] >= _SPOKEN)


def _pairs(subject: str) -> frozenset[str]:
    return character_pairs("".join(filter(str.isalpha, matching_text(subject))))
