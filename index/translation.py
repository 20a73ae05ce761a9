"""Words of a question in the other language that the reports use: those of the dictionary, and the encoder's nearest.

The dense side already searches across languages; these words let the lexical search, the ranking and the choice of a figure take part.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from typing import Protocol

import numpy as np

from corpus.matching import is_chinese
from index.catalogue import ReportCard
from index.dictionary import Dictionary, open_dictionary
from index.encoder import Encoder, Vectors
from index.english_synonyms import open_english_synonyms
from index.people import people_in_titles
from index.query import STOP_ENGLISH, Query
from index.spelling import american, british
from index.words import passage_words, words_of_latin

_HAN = re.compile(r"[一-龥]{2,6}")
_LATIN = re.compile(r"[a-z]{3,}")
_NEAREST, _LEAST = 3, 0.5
_BY_DICTIONARY, _BY_PHRASE, _ALIKE = 4, 3, 2


class WithVocabulary(Encoder, Protocol):
    """An encoder whose vectors of single words mean something, and which can list its words."""

    def vocabulary(self) -> list[str]:
        """Return the words, in the order of their ids."""
        ...


class Translator:
    """Finds words of the other language; its two tables of vectors are made when first needed (0.6 s for 41,000 words)."""

    def __init__(
        self, encoder: WithVocabulary, frequency: Callable[[str], float], dictionary: Callable[[], Dictionary] = open_dictionary
    ) -> None:
        self._encoder = encoder
        self._dictionary = dictionary
        self._frequency = frequency

    @cached_property
    def _chinese(self) -> tuple[list[str], Vectors]:
        return self._table(_HAN)

    @cached_property
    def _english(self) -> tuple[list[str], Vectors]:
        return self._table(_LATIN)

    def _table(self, pattern: re.Pattern[str]) -> tuple[list[str], Vectors]:
        words = [w for w in self._encoder.vocabulary() if pattern.fullmatch(w) and self._is_used(w)]
        # Both sides of such an encoder are one, but questions are remembered, and these words would take 60 MB beside the table.
        return words, self._encoder.encode_passages(words)

    def _is_used(self, word: str) -> bool:
        """Tell whether a passage holds a word, as the index cuts and stems it."""
        return self._share(word) > 0

    def _share(self, word: str) -> float:
        cut = _first_word(word)
        return self._frequency(cut) if cut else 0.0

    def translate(self, terms: Sequence[str], *, to_chinese: bool) -> tuple[str, ...]:
        """Return the words for each term that the reports use: the dictionary's (four at most), then the encoder's near ones; each once."""
        return tuple(dict.fromkeys((*self._looked_up(terms, to_chinese=to_chinese), *self._near(terms, to_chinese=to_chinese))))

    def english_alike(self, terms: Sequence[str]) -> tuple[str, ...]:
        """Return the English words that say what English terms say (two at most each), as far as the reports use them."""
        synonyms, latin = open_english_synonyms(), [t for t in terms if _LATIN.fullmatch(t)]
        near = ([w for w in synonyms.of(term) if self._is_used(w)][:_ALIKE] for term in latin)
        return tuple(dict.fromkeys(chain.from_iterable(near)))

    def _looked_up(self, terms: Sequence[str], *, to_chinese: bool) -> list[str]:
        dictionary = self._dictionary()
        found = self._phrases(terms) if to_chinese else []
        for term in terms:
            strengths = dictionary.chinese(term) if to_chinese else dictionary.english(term)
            # The dictionary writes labor, reports may write labour.
            told = (w for said in strengths for w in dict.fromkeys((said, british(said))) if len(w) > 1 and w not in STOP_ENGLISH)
            shares = {w: share for w in told if (share := self._share(w)) > 0}
            # Of words that are equally sure, those that the reports write most.
            used = sorted(shares, key=lambda w: (-strengths.get(w, strengths.get(american(w), 0.0)), -shares[w]))
            found += used[:_BY_DICTIONARY]
        return found

    def _phrases(self, terms: Sequence[str]) -> list[str]:
        """Return the Chinese words for two English words that stand side by side: foreign trade is 外贸, whatever each of them says."""
        pairs = pairwise(terms)
        return [
            w for a, b in pairs for w in [w for w in self._dictionary().chinese_phrase(a, b) if self._is_used(w)][:_BY_PHRASE]
        ]

    def _near(self, terms: Sequence[str], *, to_chinese: bool) -> tuple[str, ...]:
        words, vectors = self._chinese if to_chinese else self._english
        if not terms or not words:
            return ()
        cosines = self._encoder.encode_queries(list(terms)) @ vectors.T
        return tuple(dict.fromkeys(words[j] for row in cosines for j in _nearest(row)))


# The words for a term are asked for again with each part of a question.
@lru_cache(maxsize=20_000)
def _first_word(word: str) -> str:
    """Return the first word that the index makes of a word, "" for none."""
    # To cut each of 28,000 English words as a text is cut took 0.3 s.
    cut = words_of_latin(word) if _LATIN.fullmatch(word) else passage_words(word)
    return cut[0] if cut else ""


def _nearest(cosines: Vectors) -> list[int]:
    """Return the places of the highest cosines that are high enough, best first; sorting all words took 26 ms."""
    near = np.flatnonzero(cosines >= _LEAST)
    nearest: list[int] = near[np.argsort(-cosines[near], kind="stable")][:_NEAREST].tolist()
    return nearest


def translated(query: Query, cards: Sequence[ReportCard], translator: Translator | None) -> Query:
    """Return a query with words of the reports' language, if it is another than its own: English on Chinese reports, or the reverse."""
    if translator is None or query.translations:
        return query
    chinese = is_chinese(query.text)
    languages = {c.metadata.language for c in cards}
    if not chinese:
        # Jobless is unemployed in reports of its own language.
        alike = translator.english_alike(query.terms) if "en" in languages else ()
        named = people_in_titles(query.text, cards) if "zh" in languages else ()
        told = translator.translate(query.terms, to_chinese=True) if "zh" in languages else ()
        return replace(query, translations=(*named, *told, *(w for w in alike if w not in query.terms)))
    if languages == {"en"}:
        return replace(query, translations=translator.translate(query.terms, to_chinese=False))
    return query
