"""A glance at a few passages that hold a claimed value: what it gives, and at which passages it is worth looking."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from app.choosing.candidates import FEATURES, Candidate
from app.choosing.chooser import Chosen
from app.choosing.named import is_place_missing
from app.choosing.sentences import Sentence, Stretch
from app.choosing.terms import Spoken
from app.claims.again import told_again
from app.claims.reading import Claimed, ClaimSentence
from corpus.figures.figure import Figure
from index.ranking import Retrieved
from index.search import Ranked

# Passages that are looked at: of those that hold values of the sentence, and of the others.
_HOLDERS, _BESIDE = 6, 2
# What is told again need not be scored.
_UNSCORED = np.zeros(len(FEATURES), dtype=np.float32)
_UNSAID = Spoken(_UNSCORED[:0], (), 0.0)


@dataclass(frozen=True, slots=True)
class Glance:
    """The figures of a few passages that fit a claimed figure's question, best first, and all passages that were found for its sentence.

    `again` are the figures that the claim tells again where some do; then nothing was chosen.
    """

    chosen: Sequence[Chosen]
    found: Sequence[Retrieved]
    again: Sequence[Chosen] = ()


NO_GLANCE = Glance((), ())
# Tells by the sentences that would be looked at whether it is worth it.
Worth = Callable[[Iterable[Stretch]], bool]


def again_told(claimed: Claimed, sentence: ClaimSentence, read: Iterable[tuple[Stretch, Retrieved]]) -> list[Chosen]:
    """Return of sentences, each with its passage, the figures that a claimed one tells again, as if they had been chosen."""
    start = claimed.figure.start
    told = ((own, at, told_again(sentence, own).get(start)) for own, at in read)
    chosen = [_as_chosen(figure, own, at) for own, at, figure in told if figure is not None]
    return [c for c in chosen if not is_place_missing(claimed.query, c.candidate.sentence)]


def _as_chosen(figure: Figure, own: Stretch, at: Retrieved) -> Chosen:
    placed = Ranked(own.passage, 1, 0.0, at.metadata.year, at.metadata.place)
    sentence = Sentence(placed, own.start, own.end, own.phrase.text, own)
    return Chosen(
        Candidate(figure, sentence, _UNSCORED, _UNSAID, _UNSCORED[:0], subject=0.0, foreign=False, elsewhere=False), 0.0, 0.0
    )


def few_to_look_at(found: Sequence[Retrieved], holders: Counter[int]) -> list[int]:
    """Return the places of the passages that hold most of the values of a sentence, those found first before others, and of some that hold none."""
    order = sorted(range(len(found)), key=lambda i: min(r for r in (found[i].lexical_rank, found[i].dense_rank) if r))
    holding = sorted((i for i in order if i in holders), key=lambda i: -holders[i])
    return [*holding[:_HOLDERS], *[i for i in order if i not in holders][:_BESIDE]]
