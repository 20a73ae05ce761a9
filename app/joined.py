"""The second thing of two that a question joins: 棉纱和纸大概能产多少 asks for both, though no 分别 says so."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.standing import sentence_of
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_JOIN = re.compile(r"、|以及|和|与|及|跟|同|\band\b")
_BREAK = re.compile(r"[，,；;。？?：:]")
_SPOKEN, _FOREIGN_SPOKEN, _UNSPOKEN = 0.75, 0.5, 0.4
_HAN = re.compile("[一-龥]")


def joined(query: Query, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the best figure, and with it the best other of its sentence and sort that speaks of a word joined to one of its own.

    The words joined must be spoken of by one of the two figures each, and by that one only.
    """
    best = chosen[0]
    for other in chosen[1:]:
        if _is_beside(best, other) and _asks_for_both(query, best, other):
            return sorted((best, other), key=lambda c: c.candidate.figure.start)
    return [best]


def _is_beside(best: Chosen, other: Chosen) -> bool:
    a, b = best.candidate, other.candidate
    same = sentence_of(best) == sentence_of(other)
    return same and a.figure.kind == b.figure.kind and class_of_unit(a.figure.unit) == class_of_unit(b.figure.unit)


def _asks_for_both(query: Query, best: Chosen, other: Chosen) -> bool:
    text = fold(query.text).lower()
    foreign = bool(_HAN.search(text)) != bool(_HAN.search(best.candidate.sentence.text))
    spoken = _FOREIGN_SPOKEN if foreign else _SPOKEN
    own, theirs = (c.candidate.spoken.own for c in (best, other))
    terms = list(enumerate(query.terms))
    mine = [t for i, t in terms if own[i] >= spoken and theirs[i] < _UNSPOKEN]
    others = [t for i, t in terms if theirs[i] >= spoken and own[i] < _UNSPOKEN]
    return any(_are_joined(text, a, b) or _are_joined(text, b, a) for a in mine for b in others)


def _are_joined(text: str, left: str, right: str) -> bool:
    """Tell whether nothing but a few words and one 和 stand between two words."""
    start = text.find(left)
    end = text.find(right, start + len(left)) if start >= 0 else -1
    between = text[start + len(left) : end] if end >= 0 else ""
    return len(between) <= 24 and bool(_JOIN.search(between)) and not _BREAK.search(between)
