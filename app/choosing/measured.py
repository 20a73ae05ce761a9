"""What texts say of the terms of a question, measured many at once and kept for the question."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.choosing.phrase import Phrase


class Measured:
    """What texts say of the terms, a row for each: how far it speaks of each term, of all, by part of speech, what it leaves out, and how much of
    it the question speaks of.
    """

    def __init__(self, terms: int) -> None:
        self.row: dict[Phrase, int] = {}
        self.covered: NDArray[np.float32] = np.zeros((0, terms), dtype=np.float32)
        self.soft: list[float] = []
        self.speech: list[list[float]] = []
        self.missing: list[list[float]] = []
        self.precision: list[float] = []

    def add(
        self,
        phrases: Sequence[Phrase],
        covered: NDArray[np.float32],
        *,
        soft: NDArray[np.float32],
        speech: Sequence[NDArray[np.float32]],
        missing: Sequence[NDArray[np.float32]],
        precision: NDArray[np.float32],
    ) -> None:
        """Put rows behind those that are there."""
        self.row.update({phrase: row for row, phrase in enumerate(phrases, len(self.row))})
        self.covered = np.concatenate([self.covered, covered])
        self.soft += soft.tolist()
        self.speech += np.array(speech).T.tolist()
        self.missing += np.array(missing).T.tolist()
        self.precision += precision.tolist()


def weighed(covered: NDArray[np.float32], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the weighted sum of each row. Added term by term: a product would give equal rows unequal sums."""
    weighed = np.zeros(len(covered), dtype=np.float32)
    for term, weight in zip(covered.T, weights, strict=True):
        weighed += term * weight
    return weighed
