"""English words that say the same as another, by the dictionary: jobless and unemployment are both 失业, a cab is a taxi.

Two words are near by the Chinese words that both say, measured against the one that says fewer: a word of many senses shares
one word with many others, and means none of them.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.dictionary import Dictionary, dictionary_sources, open_dictionary
from index.kept import kept
from index.spelling import plain_stem

_KEPT = "synonyms.lines"
_LATIN = re.compile("[a-z]+")

# Words that share a third of what they say are synonyms (salary, wage 0.34; fund, money 0.19); what they share beyond one half tells no more.
_LEAST, _ALL = 0.3, 0.55
_NEARNESS = 0.8
# A word that says but one Chinese word is no sure measure.
_DOUBT = 0.25
# So many Chinese words has a word of many senses; to look at more takes too long.
_MANY = 120
_BY_ITSELF = 1.0


class EnglishSynonyms:
    """Finds the English words that share most of what a word says in Chinese."""

    def __init__(self, dictionary: Dictionary, said_alone: Mapping[str, str] | None = None) -> None:
        """Take the dictionary, and what it says by `said_alone`, where that is known already."""
        self._dictionary = dictionary
        self._said_alone = dictionary.said_alone() if said_alone is None else said_alone

    @lru_cache(maxsize=4_000)  # noqa: B019  (one object lives as long as the process)
    def of(self, word: str) -> Mapping[str, float]:
        """Return the words near a word, each with how surely it says it (0 to 1), surest first; one word for each stem."""
        own = self._said(word)
        shared: dict[str, int] = {}
        spelt: dict[str, str] = {}
        for chinese in sorted(own):
            for english in self._words(chinese):
                stem = plain_stem(english)
                spelt.setdefault(stem, english)
                shared[stem] = shared.get(stem, 0) + 1
        shared.pop(plain_stem(word), None)
        near = {spelt[s]: strength for s in shared if (strength := self._nearness(own, self._said(spelt[s]))) > 0.0}
        return dict(sorted(near.items(), key=lambda item: (-item[1], item[0])))

    @staticmethod
    def _nearness(own: frozenset[str], said: frozenset[str]) -> float:
        both = len(own & said)
        share = both / (min(len(own), len(said)) + _DOUBT) if both else 0.0
        return _NEARNESS * min(1.0, share / _ALL) if share >= _LEAST else 0.0

    def _words(self, chinese: str) -> list[str]:
        """Return the English words that say a Chinese word each by itself."""
        return [w for w, strength in self._dictionary.english(chinese).items() if strength >= _BY_ITSELF and len(w) > 2]

    def _said(self, word: str) -> frozenset[str]:
        """Return the Chinese words of more than one character that a word says by itself: a character, and a gloss of several words, say too much."""
        said = self._said_alone.get(plain_stem(word), "").split()
        return frozenset(said if len(said) <= _MANY else ())


def english_likeness(terms: Sequence[str], words: Sequence[str]) -> NDArray[np.float32]:
    """Return how surely each English word says each English term in another word, shape (len(terms), len(words)): unemployment says jobless."""
    said = np.zeros((len(terms), len(words)), dtype=np.float32)
    columns: dict[str, list[int]] = {}
    for j, word in enumerate(words):
        if word.isascii() and _LATIN.fullmatch(word):
            columns.setdefault(plain_stem(word), []).append(j)
    for row, term in zip(said, terms, strict=True):
        if columns and _LATIN.fullmatch(term):
            near = {plain_stem(w): s for w, s in open_english_synonyms().of(term).items()}
            for stem, strength in near.items():
                row[columns.get(stem, [])] = strength
    return said


@cache
def open_english_synonyms() -> EnglishSynonyms:
    """Open the synonyms of the dictionary, once: in 0.02 s where they were kept, else in 1.5 s."""
    dictionary = open_dictionary()

    def _lines() -> bytes:
        return "\n".join(f"{stem}\t{words}" for stem, words in dictionary.said_alone().items()).encode()

    lines = kept(_KEPT, _lines, (*dictionary_sources(), Path(__file__))).decode()
    return EnglishSynonyms(dictionary, dict(line.split("\t", 1) for line in lines.split("\n")))
