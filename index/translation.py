"""Words of a question in the other language: the encoder's nearest words that the reports use.

The dense side already searches across languages; these words let the lexical search, the ranking and the choice of a figure take part.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

import numpy as np

from index.catalogue import ReportCard
from index.encoder import Encoder, Vectors
from index.query import Query
from index.words import passage_words

_HAN = re.compile(r"[一-龥]{2,6}")
_LATIN = re.compile(r"[a-z]{3,}")
_NEAREST, _LEAST = 3, 0.5


class WithVocabulary(Encoder, Protocol):
    """An encoder whose vectors of single words mean something, and which can list its words."""

    def vocabulary(self) -> list[str]:
        """Return the words, in the order of their ids."""
        ...


class Translator:
    """Finds words of the other language; its two tables of vectors are made when first needed (0.6 s for 41,000 words)."""

    def __init__(self, encoder: WithVocabulary, frequency: Callable[[str], float]) -> None:
        self._encoder = encoder
        self._frequency = frequency

    @cached_property
    def _chinese(self) -> tuple[list[str], Vectors]:
        return self._table(_HAN)

    @cached_property
    def _english(self) -> tuple[list[str], Vectors]:
        return self._table(_LATIN)

    def _table(self, pattern: re.Pattern[str]) -> tuple[list[str], Vectors]:
        words = [w for w in self._encoder.vocabulary() if pattern.fullmatch(w) and self._is_used(w)]
        return words, self._encoder.encode_queries(words)

    def _is_used(self, word: str) -> bool:
        """Tell whether a passage holds a word, as the index cuts and stems it."""
        cut = passage_words(word)
        return bool(cut) and self._frequency(cut[0]) > 0

    def translate(self, terms: Sequence[str], *, to_chinese: bool) -> tuple[str, ...]:
        """Return up to three near words for each term, each once, in the order of the terms."""
        words, vectors = self._chinese if to_chinese else self._english
        if not terms or not words:
            return ()
        cosines = self._encoder.encode_queries(list(terms)) @ vectors.T
        return tuple(dict.fromkeys(words[j] for row in cosines for j in _nearest(row)))


def _nearest(cosines: Vectors) -> list[int]:
    """Return the places of the highest cosines that are high enough, best first; sorting all words took 26 ms."""
    near = np.flatnonzero(cosines >= _LEAST)
    nearest: list[int] = near[np.argsort(-cosines[near], kind="stable")][:_NEAREST].tolist()
    return nearest


def translated(query: Query, cards: Sequence[ReportCard], translator: Translator | None) -> Query:
    """Return a query with words of the reports' language, if it is another than its own: English on Chinese reports, or the reverse."""
    if translator is None or query.translations:
        return query
    chinese = bool(re.search("[一-龥]", query.text))
    languages = {c.metadata.language for c in cards}
    if not chinese and "zh" in languages:
        return replace(query, translations=translator.translate(query.terms, to_chinese=True))
    if chinese and languages == {"en"}:
        return replace(query, translations=translator.translate(query.terms, to_chinese=False))
    return query
