"""The vectors of words, kept for the next question: reports repeat their vocabulary."""

from collections.abc import Sequence
from threading import Lock

import numpy as np

from index.encoder import Encoder, Vectors

# Of 1 kB each; a question meets 1,000, some 50 of them new. When they are as many, all are forgotten.
_KEPT = 30_000


class WordVectors:
    """Gives the vectors of words by an encoder. Safe to use from several threads."""

    def __init__(self, encoder: Encoder, *, keep: int = _KEPT) -> None:
        self._encoder, self._keep = encoder, keep
        self._rows: dict[str, int] = {}
        # Of what is not written yet the system keeps nothing.
        self._table: Vectors = np.zeros((keep, encoder.dimension), dtype=np.float32)
        self._lock = Lock()

    def of(self, words: Sequence[str]) -> Vectors:
        """Return the vectors of words, shape (len(words), dimension)."""
        with self._lock:
            if not all(map(self._rows.__contains__, words)):
                unknown = [w for w in dict.fromkeys(words) if w not in self._rows]
                if len(self._rows) + len(unknown) > self._keep:
                    self._rows, unknown = {}, list(dict.fromkeys(words))
                if len(unknown) > self._keep:
                    return self._encoder.encode_passages(words)
                self._add(unknown)
            return self._table.take([self._rows[w] for w in words], axis=0)

    def _add(self, words: list[str]) -> None:
        first = len(self._rows)
        # As passages: the encoder remembers the vectors of questions itself, and words would drive these out.
        self._table[first : first + len(words)] = self._encoder.encode_passages(words)
        self._rows.update({w: first + i for i, w in enumerate(words)})
