"""How well a stretch of text speaks of the words of a question: word by word, by meaning, in either language."""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.matching import matching_text
from index.clauses import KeptWords, joined_apart
from index.encoder import Encoder, Vectors
from index.word_vectors import WordVectors

# Vectors kept, of 1 kB each: neighbouring sentences of a draft find the same clauses.
_TOLD = 4_000
# English words that only join others.
_NO_CONTENT = frozenset((
    "the", "an", "of", "in", "on", "at", "by", "to", "for", "from", "and", "or", "that", "this", "these", "those", "is", "are", "was", "were", "be", "been", "being", "it", "its", "as", "with",
    "which", "who", "we", "our", "us", "they", "their", "them", "he", "his", "she", "her", "you", "your", "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may", "might",
    "do", "does", "did", "not", "but", "if", "so", "than", "then", "there", "also", "about", "into", "such", "only", "more", "while", "when", "where", "what", "how", "million", "billion", "per", "cent",
))  # fmt: skip
_kept = KeptWords(_NO_CONTENT)


class WordMatcher:
    """Compares words by their vectors.

    `frequency` gives the share of passages that hold a word; `vectors` are those of words seen before, which the ranking keeps too.
    """

    def __init__(self, encoder: Encoder, frequency: Callable[[str], float], vectors: WordVectors | None = None) -> None:
        self._encoder, self._frequency = encoder, frequency
        self._vectors = vectors or WordVectors(encoder)
        self._told: dict[str, Vectors] = {}

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

    def nearness(self, asked: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the cosine of some words with each of several texts, 0 for an empty one."""
        told = [t for t in dict.fromkeys(texts) if t.strip()]
        if not told:
            return np.zeros(len(texts), dtype=np.float32)
        vectors = self._vectors_of(told) @ self._encoder.encode_queries([asked])[0]
        cosines = dict(zip(told, vectors.tolist(), strict=True))
        return np.array([cosines.get(t, 0.0) for t in texts], dtype=np.float32)

    def _vectors_of(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of stretches of text, those of the last ones from before: the figures of one sentence meet the same clauses.

        As passages, as words are: the encoder itself keeps the vectors of questions, and these would drive them out.
        """
        known = self._told
        new = [t for t in texts if t not in known]
        if new and len(known) + len(new) > _TOLD:
            # A new one: another thread may be looking into the old.
            known = self._told = {t: known[t] for t in texts if t in known}
        known.update(zip(new, self._encoder.encode_passages(new) if new else (), strict=True))
        return np.stack([known[t] for t in texts])


@lru_cache(maxsize=2_000)
def cut(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded to half width and lower case, without punctuation, numbers and English words that say nothing alone."""
    import rjieba

    return tuple([kept for w in rjieba.cut(joined_apart(matching_text(text))) if (kept := _kept[w])])


# Asked for again with each figure of a sentence, and of each of its terms.
@lru_cache(maxsize=2_000)
def tagged_words(question: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a question with the tags of their parts of speech."""
    import rjieba

    return tuple(rjieba.tag(question))
