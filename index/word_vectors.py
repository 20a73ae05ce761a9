"""The vectors of words, kept for the next question: reports repeat their vocabulary."""

from collections.abc import Sequence
from threading import Lock

import numpy as np

from index.encoder import Encoder, Vectors

# Of 1 kB each; when they are as many, all are forgotten.
_KEPT = 16_000


class WordVectors:
    """Gives the vectors of words by an encoder. Safe to use from several threads."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._rows: dict[str, int] = {}
        self._table: Vectors = np.zeros((1024, encoder.dimension), dtype=np.float32)
        self._lock = Lock()

    def of(self, words: Sequence[str]) -> Vectors:
        """Return the vectors of words, shape (len(words), dimension)."""
        with self._lock:
            unknown = [w for w in dict.fromkeys(words) if w not in self._rows]
            if len(self._rows) + len(unknown) > _KEPT:
                self._rows, unknown = {}, list(dict.fromkeys(words))
            if unknown:
                self._add(unknown)
            vectors: Vectors = self._table[[self._rows[w] for w in words]]
            return vectors

    def _add(self, words: list[str]) -> None:
        first = len(self._rows)
        while first + len(words) > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        # As passages: the encoder remembers the vectors of questions itself, and words would drive these out.
        self._table[first : first + len(words)] = self._encoder.encode_passages(words)
        self._rows.update({w: first + i for i, w in enumerate(words)})
