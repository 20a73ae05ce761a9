"""How near Chinese words are by what a dictionary says of them in English: 盖 and 建设 are both to build, whatever their vectors say."""

import math
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from index.dictionary import Dictionary, open_dictionary

# A stem that so few entries have tells as much as any; one that every entry had would tell nothing.
_TELLING, _ENTRIES = 50, 122_000
# Two words with one gloss are nearly the same word.
_NEARNESS = 0.8


# The stems that a word is told by, as numbers, and how surely each tells it.
_Row = tuple[NDArray[np.int32], NDArray[np.float32]]


class Synonyms:
    """Compares words by the stems of their glosses; keeps the stems of words seen before (bounded)."""

    def __init__(self, dictionary: Dictionary, *, keep: int = 20_000) -> None:
        self._dictionary = dictionary
        self._keep = keep
        self._ids: dict[str, int] = {}
        self._weights: list[float] = []
        self._rows: dict[str, _Row] = {}
        # The weights as one array: to make it of the list for every question took 0.5 ms.
        self._table: NDArray[np.float32] = np.zeros(0, dtype=np.float32)

    def similarities(self, terms: Sequence[str], words: Sequence[str]) -> NDArray[np.float32]:
        """Return how surely each word says each term, shape (len(terms), len(words)): by the most telling stem that both have."""
        near = np.zeros((len(terms), len(words)), dtype=np.float32)
        asked, rows = [self._row(t) for t in terms], [self._row(w) for w in words]
        told = [i for i, (stems, _) in enumerate(rows) if len(stems)]
        if not told:
            return near
        strengths = np.zeros((len(terms), len(self._ids)), dtype=np.float32)
        for i, (stems, own) in enumerate(asked):
            strengths[i, stems] = own
        stems = np.concatenate([rows[i][0] for i in told])
        both = np.minimum(strengths[:, stems], np.concatenate([rows[i][1] for i in told]))
        both *= self._weight_table()[stems]
        starts = np.cumsum([0, *(len(rows[i][0]) for i in told[:-1])])
        near[:, told] = _NEARNESS * np.maximum.reduceat(both, starts, axis=1)
        return near

    def _weight_table(self) -> NDArray[np.float32]:
        if len(self._weights) > len(self._table):
            self._table = np.array(self._weights, dtype=np.float32)
        return self._table

    def _row(self, word: str) -> _Row:
        row = self._rows.get(word)
        if row is None:
            if len(self._rows) >= self._keep:
                self._rows.clear()
            meaning = self._dictionary.meaning(word)
            stems = np.array([self._id(stem) for stem in meaning], dtype=np.int32)
            row = self._rows[word] = (stems, np.array(list(meaning.values()), dtype=np.float32))
        return row

    def _id(self, stem: str) -> int:
        number = self._ids.setdefault(stem, len(self._ids))
        if number == len(self._weights):
            entries = max(_TELLING, self._dictionary.common_stems.get(stem, 0))
            self._weights.append(math.log(_ENTRIES / entries) / math.log(_ENTRIES / _TELLING))
        return number


@cache
def open_synonyms() -> Synonyms:
    """Open the synonyms of the dictionary, once."""
    return Synonyms(open_dictionary())
