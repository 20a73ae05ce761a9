"""How far texts speak of the terms of one question: to the letter, or by words of a near meaning."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.sentences import Sentence
from app.words import WordMatcher, cut
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.abbreviations import names_of
from index.dictionary import open_dictionary
from index.query import Query
from index.words import english_stem

_NOISE, _NEAR_WORD = 0.35, 0.6
_LATIN, _HAN = re.compile("[a-z]+"), re.compile("[一-龥]")


@dataclass(frozen=True, slots=True)
class Missing:
    """How rare the rarest word of a question is that a text does not speak of, 0 if it speaks of all.

    `word` lets near words count by their nearness, `unspoken` not at all; of those, `known` are words that the reports use, `elsewhere` words
    that another of the sentences found has.
    """

    word: float
    unspoken: float
    known: float
    elsewhere: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """How far a stretch of text speaks of each term of a question, from 0 to 1: `terms` all of them, background too, `own` those of `Query.terms`.

    `share` is their weighted mean.
    `pairs` are the question's pairs of characters that stand in it, `asked_pairs` how many the question has; `missing` and `unspoken` as in
    `Missing`.
    """

    terms: NDArray[np.float32]
    own: NDArray[np.float32]
    share: float
    pairs: frozenset[str]
    asked_pairs: int
    missing: float
    unspoken: float


class TermTable:
    """How far texts speak of the terms of one question: exactly, or by the similarity of their words."""

    def __init__(self, query: Query, matcher: WordMatcher, sentences: Sequence[Sentence]) -> None:
        self._grams = _grams("".join(query.terms))
        question = fold(query.text).lower()
        weighted = replace(query, translations=()).weighted_terms() or {query.text[:20].lower(): 1.0}
        self._terms = tuple(weighted)
        self._own = [self._terms.index(t) for t in query.terms]
        weights = np.array([w * matcher.rarity(t) for t, w in weighted.items()], dtype=np.float32)
        self._weights = weights / weights.sum()
        own = set(query.terms)
        self._rarity = np.array([matcher.rarity(t) if t in own and len(t) > 1 else 0.0 for t in self._terms], dtype=np.float32)
        self._head = len(self._terms) - 1
        texts = [s.text for s in sentences]
        texts += [" ".join((s.ranked.passage.title, *s.ranked.passage.section, s.ranked.passage.context)) for s in sentences]
        words = list(dict.fromkeys(w for t in texts for w in cut(t)))
        self._column = {w: i for i, w in enumerate(words)}
        table = matcher.similarities(self._terms, words) if words else np.zeros((len(self._terms), 0), dtype=np.float32)
        # An abbreviation is spoken of where one of its full names is: GDP by 生产总值.
        named = [names_of(t, question) if len(t) > 1 else () for t in self._terms]
        exact = np.array([_spoken(t, names, words) for t, names in zip(self._terms, named, strict=True)], dtype=np.float32)
        # A word of the question that the reports write too, or that stands in another of these sentences, would stand here as well.
        self._known = self._rarity * np.array([matcher.is_known(t) for t in self._terms], dtype=np.float32)
        self._found = self._rarity * (exact.max(axis=1) if words else 0.0)
        # A word that contains a term counts as the term; weak similarities are noise.
        self._table = np.maximum(np.where(table > _NOISE, table, 0.0), exact.reshape(table.shape))
        self._table = np.maximum(
            self._table, translated(self._terms, words, foreign=not _HAN.search(query.text)).reshape(table.shape)
        )
        # The figures of a sentence are asked about the same texts again and again.
        self._columns_of: dict[str, list[int]] = {}
        self._covered_by: dict[str, NDArray[np.float32]] = {}
        self._spoken_of: dict[str, Spoken] = {}
        self._weighed = list(zip(self._terms, self._weights, strict=True))

    def _columns(self, text: str) -> list[int]:
        columns = self._columns_of.get(text)
        if columns is None:
            columns = self._columns_of[text] = [self._column[w] for w in cut(text) if w in self._column]
        return columns

    def _covered(self, text: str) -> NDArray[np.float32]:
        """Return how far a text speaks of each term."""
        covered = self._covered_by.get(text)
        if covered is None:
            columns = self._columns(text)
            covered = self._table[:, columns].max(axis=1) if columns else np.zeros(len(self._terms), dtype=np.float32)
            self._covered_by[text] = covered
        return covered

    def soft(self, text: str) -> float:
        """Return how far the terms are spoken of in a text: 1 if each stands in it, less by similarity of meaning."""
        return float(self._covered(text) @ self._weights) if self._columns(text) else 0.0

    def spoken(self, text: str) -> Spoken:
        """Return how far a text speaks of each term."""
        known = self._spoken_of.get(text)
        if known is None:
            known = self._spoken_of[text] = self._spoken(text)
        return known

    def _spoken(self, text: str) -> Spoken:
        terms = self._covered(text)
        missing = float(((1.0 - terms) * self._rarity).max())
        unspoken = float(((terms < _NEAR_WORD) * self._rarity).max())
        return Spoken(
            terms, terms[self._own], float(terms @ self._weights), self._grams & _grams(text), len(self._grams), missing, unspoken
        )

    def set_apart(self, spoken: Sequence[Spoken]) -> list[list[float]]:
        """Return of each of several texts the weight of the terms that it speaks of more than all others, and of those that another does more."""
        if len(spoken) == 1:
            return [[float(spoken[0].terms @ self._weights), 0.0]]
        told = np.array([s.terms for s in spoken])
        first = told.argmax(axis=0)
        second, highest = np.partition(told, -2, axis=0)[-2:]
        # The best of the others is the second where the text itself is the best.
        best = np.where(np.arange(len(spoken))[:, None] == first, second, highest)
        own, others = np.maximum(told - best, 0.0), np.maximum(best - told, 0.0)
        return [[float(own[i] @ self._weights), float(others[i] @ self._weights)] for i in range(len(spoken))]

    def words(self, text: str) -> float:
        """Return the weight of the terms that stand in a text to the letter."""
        folded = matching_text(text)
        return float(sum(w for t, w in self._weighed if t in folded))

    def head(self, text: str) -> float:
        """Return how well the last term of the question, mostly its head noun, is spoken of."""
        columns = self._columns(text)
        return float(self._table[self._head, columns].max()) if columns else 0.0

    def precision(self, text: str) -> float:
        """Return the share of a phrase's words that the question speaks of."""
        columns = self._columns(text)
        return float(self._table[:, columns].max(axis=0).mean()) if columns else 0.0

    def missing(self, text: str) -> "Missing":
        """Return what of the question a text does not speak of."""
        covered = self._covered(text)
        unspoken = covered < _NEAR_WORD
        return Missing(
            float(((1.0 - covered) * self._rarity).max()),
            float((unspoken * self._rarity).max()),
            float((unspoken * self._known).max()),
            float((unspoken * self._found).max()),
        )

    def pairs(self, text: str) -> float:
        """Return the share of the question's pairs of characters that stand in a text."""
        return _overlap(self._grams, _grams(text))


def translated(terms: Sequence[str], words: Sequence[str], *, foreign: bool) -> NDArray[np.float32]:
    """Return how surely each word says each term in the other language by the dictionary, 0 for words of the same language."""
    said = np.zeros((len(terms), len(words)), dtype=np.float32)
    if foreign:
        latin_terms = [(i, english_stem(t)) for i, t in enumerate(terms) if _LATIN.fullmatch(t)]
        for j, word in enumerate(words):
            if _HAN.match(word):
                meaning = open_dictionary().meaning(word)
                for i, stem in latin_terms:
                    said[i, j] = meaning.get(stem, 0.0)
        return said
    latin_words = [(j, english_stem(w)) for j, w in enumerate(words) if _LATIN.fullmatch(w)]
    if len(latin_words) > len(words) / 2:
        for i, term in enumerate(terms):
            if _HAN.match(term):
                meaning = open_dictionary().meaning(term)
                for j, stem in latin_words:
                    said[i, j] = meaning.get(stem, 0.0)
    return said


def _spoken(term: str, names: Sequence[str], words: Sequence[str]) -> list[bool]:
    """Tell of each word whether it is the term, holds it, is part of it, or is part of one of its full names."""
    if len(term) == 1:
        return [term == w for w in words]
    # 总产量 is spoken of by 粮食产量.
    core = term[1:] if len(term) > 2 and term.startswith("总") else term
    if not names:
        return [core in w or (w in term and len(w) > 1) for w in words]
    return [term in w or (len(w) > 1 and w in term) or (len(w) > 2 and any(w in n for n in names)) for w in words]


@lru_cache(maxsize=20_000)
def _grams(text: str) -> frozenset[str]:
    folded = re.sub(r"[^\w%]", "", matching_text(text))
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1))


def _overlap(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else 0.0
