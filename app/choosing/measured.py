"""What texts say of the terms of a question, measured many at once and kept for the question."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.choosing.phrase import Phrase

Column = NDArray[np.float32]


class Measured:
    """What texts say of the terms, a row for each: how far it speaks of each term, of all, by part of speech, what it leaves out, and how much of
    it the question speaks of.
    """

    def __init__(self, terms: int, kinds: int, ways: int) -> None:
        self.row: dict[Phrase, int] = {}
        self.covered: Column = np.zeros((0, terms), dtype=np.float32)
        self.soft: Column = np.zeros(0, dtype=np.float32)
        self.speech: Column = np.zeros((0, kinds), dtype=np.float32)
        self.missing: Column = np.zeros((0, ways), dtype=np.float32)
        self.precision: Column = np.zeros(0, dtype=np.float32)

    def add(
        self,
        phrases: Sequence[Phrase],
        covered: Column,
        *,
        soft: Column,
        speech: Sequence[Column],
        missing: Sequence[Column],
        precision: Column,
    ) -> None:
        """Put rows behind those that are there."""
        self.row.update({phrase: row for row, phrase in enumerate(phrases, len(self.row))})
        self.covered = np.concatenate([self.covered, covered])
        self.soft = np.concatenate([self.soft, soft])
        self.speech = np.concatenate([self.speech, np.array(speech).T])
        self.missing = np.concatenate([self.missing, np.array(missing).T])
        self.precision = np.concatenate([self.precision, precision])


def weighed(covered: Column, weights: Column) -> Column:
    """Return the weighted sum of each row. Added term by term: a product would give equal rows unequal sums."""
    weighed = np.zeros(len(covered), dtype=np.float32)
    for term, weight in zip(covered.T, weights, strict=True):
        # To add nothing changes no bit.
        if weight:
            weighed += term * weight
    return weighed
