"""How well a stretch of text speaks of the words of a question: word by word, by meaning, in either language."""

import math
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.matching import matching_text
from index.encoder import Encoder, Vectors
from index.word_vectors import WordVectors

_WORD = re.compile(r"[a-z]{2,}|[一-龥]")


class WordMatcher:
    """Compares words by their vectors.

    `frequency` gives the share of passages that hold a word; `vectors` are those of words seen before, which the ranking keeps too.
    """

    def __init__(self, encoder: Encoder, frequency: Callable[[str], float], vectors: WordVectors | None = None) -> None:
        self._encoder, self._frequency = encoder, frequency
        self._vectors = vectors or WordVectors(encoder)

    def vectors(self, words: Sequence[str]) -> Vectors:
        """Return the unit vectors of words, shape (len(words), dimension)."""
        return self._vectors.of(words)

    def rarity(self, word: str) -> float:
        """Return how much a word tells passages apart: from 0.3 for one that is everywhere to 1 for one that is hardly anywhere."""
        return min(1.0, max(0.3, -0.12 * math.log(self._frequency(word) + 1e-6)))

    def is_known(self, word: str) -> bool:
        """Tell whether any passage holds a word."""
        return self._frequency(word) > 0

    def similarities(self, terms: Sequence[str], words: Sequence[str]) -> NDArray[np.float32]:
        """Return the cosine of every term with every word, shape (len(terms), len(words)), not below 0."""
        cosines: NDArray[np.float32] = np.maximum(self.vectors(terms) @ self.vectors(words).T, 0.0)
        return cosines


@lru_cache(maxsize=2_000)
def cut(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded to half width and lower case, without punctuation and numbers."""
    import rjieba

    return tuple(w for w in rjieba.cut(matching_text(text)) if _WORD.match(w))
