"""An encoder whose vectors can be computed by hand: how often a few characters stand in the text, scaled to unit length."""

from collections.abc import Sequence

import numpy as np

from index.encoder import Vectors

LETTERS = "就业粮财学床路水"


class LetterEncoder:
    def __init__(self, letters: str = LETTERS) -> None:
        self._letters = letters

    @property
    def name(self) -> str:
        return f"letters-{self._letters}"

    @property
    def dimension(self) -> int:
        return len(self._letters)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        counts = np.array([[text.count(letter) for letter in self._letters] for text in texts], dtype=np.float32)
        counts = counts.reshape(len(texts), len(self._letters))
        lengths: Vectors = np.linalg.norm(counts, axis=1, keepdims=True)
        lengths[lengths == 0] = 1
        return counts / lengths
