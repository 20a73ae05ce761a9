"""A second look at the first passages of a search by a cross-encoder, which reads question and passage together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.stored_passage import StoredPassage

# As in the features of the ranking: how much the first places count over the later ones.
_SMOOTHING = 4


class Reranker(Protocol):
    """What says how well passages fit a question; higher is better, and only the order means something."""

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """Return a score for each text."""
        ...


@dataclass(frozen=True, slots=True)
class Reranking:
    """A reranker, and how many passages it looks at."""

    reranker: Reranker
    first: int = 20

    def order(self, question: str, passages: Sequence[StoredPassage]) -> list[int]:
        """Return the places of ranked passages in their new order; those after the first `first` stay where they are.

        The order is fused by rank with that of the learnt ranking (reciprocal rank fusion), not put in its place: years, periods, units and
        whether a figure is a target are known to the ranking, and a cross-encoder hardly reads them. Ranks rather than scores, for
        these are of another scale with every model.
        """
        looked_at = range(min(self.first, len(passages)))
        scores = self.reranker.scores(question, [_shown(passages[i]) for i in looked_at])
        by_score = sorted(looked_at, key=lambda i: (-scores[i], i))
        place = {i: at for at, i in enumerate(by_score)}
        fused = sorted(looked_at, key=lambda i: (-1 / (i + 1 + _SMOOTHING) - 1 / (place[i] + 1 + _SMOOTHING), i))
        return [*fused, *range(len(looked_at), len(passages))]


def _shown(passage: StoredPassage) -> str:
    """Return a passage with what it stands under: a sentence alone says neither the year nor the place."""
    return " ".join(p for p in (passage.title, *passage.section[-1:], passage.context, passage.text) if p)
