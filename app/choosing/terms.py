"""How far texts speak of the terms of one question: to the letter, or by words of a near meaning."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from app.choosing.measured import Measured, weighed
from app.choosing.phrase import Phrase
from app.choosing.said import held_by, long_names, meant_names, said_by, translated
from app.choosing.sentences import Sentence
from app.choosing.synonyms import open_synonyms
from app.choosing.words import WordMatcher, tagged_words
from corpus.character_pairs import character_pairs
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.abbreviations import names_of
from index.english_synonyms import english_likeness
from index.framing import meant_terms
from index.initials import initials_of
from index.query import Query
from index.spelling import plain_stem
from index.thesaurus.likeness import likeness

_NOISE, _NEAR_WORD = 0.35, 0.6
# In so many ways a text may leave out a word: those of `Missing`.
_WAYS = 2
# First letters of the tags of nouns, idioms, abbreviations, and of words of another script.
_NOUNS = frozenset("nlije")
_LATIN, _HAN = re.compile("[a-z]+"), re.compile("[一-龥]")
# Says that a figure is the whole place's, and nothing of what it counts.
_WHOLE = re.compile("全[国省市县区州盟旗镇乡村]")


@dataclass(frozen=True, slots=True)
class Missing:
    """How rare the rarest word of a question is that a text does not speak of, 0 if it speaks of all.

    `known` of words that the reports use, `elsewhere` of words that another of the sentences found has.
    """

    known: float
    elsewhere: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """How far a stretch of text speaks of each term of a question, from 0 to 1: `terms` all of them, background too; `own_terms` are the places of those of `Query.terms`.

    `share` is their weighted mean.
    """

    terms: NDArray[np.float32]
    own_terms: Sequence[int]
    share: float

    @property
    def own(self) -> NDArray[np.float32]:
        """Return how far it speaks of each of `Query.terms`."""
        return self.terms[self.own_terms]


class TermTable:
    """How far texts speak of the terms of one question: exactly, or by the similarity of their words, in vectors and, with `glosses` and by the dictionary."""

    def __init__(self, query: Query, matcher: WordMatcher, sentences: Sequence[Sentence], *, glosses: bool = True) -> None:
        self._grams = _grams("".join(query.terms))
        question = fold(query.text).lower()
        weighted = replace(query, translations=()).weighted_terms() or {query.text[:20].lower(): 1.0}
        self._terms = tuple(weighted)
        # A Latin word is said by its forms, and not by a longer one that holds its letters: cap is not in capital.
        self._stems = tuple(plain_stem(t) if _LATIN.fullmatch(t) else None for t in self._terms)
        self._own = [self._terms.index(t) for t in query.terms]
        weights = np.array([w * matcher.rarity(t) for t, w in weighted.items()], dtype=np.float32)
        self._weights = weights / weights.sum()
        self._speech = _speech(query.text, self._terms) * self._weights[:, None]
        own = set(query.terms)
        self._rarity = np.array([matcher.rarity(t) if t in own and len(t) > 1 else 0.0 for t in self._terms], dtype=np.float32)
        words = words_of(sentences)
        self._column = {w: i for i, w in enumerate(words)}
        table = matcher.similarities(self._terms, words) if words else np.zeros((len(self._terms), 0), dtype=np.float32)
        # An abbreviation is spoken of where one of its full names is: GDP by 生产总值.
        named = [(*names_of(t, question), *initials_of(t, query.text)) if len(t) > 1 else () for t in self._terms]
        exact = said_by(self._terms, named, words)
        # A word of the question that the reports write too, or that stands in another of these sentences, would stand here as well.
        self._known = self._rarity * np.array([matcher.is_known(t) for t in self._terms], dtype=np.float32)
        self._said = exact.reshape(table.shape) > 0.0
        self._found = self._rarity * self._said.any(axis=1)
        # A word that contains a term counts as the term; weak similarities are noise.
        self._table = np.maximum(np.where(table > _NOISE, table, 0.0), exact.reshape(table.shape))
        self._table = np.maximum(
            self._table, translated(self._terms, words, foreign=not _HAN.search(query.text)).reshape(table.shape)
        )
        if words and query.meant:
            self._table = np.maximum(self._table, likeness(query.meant, self._terms, words))
        if glosses and words and _HAN.search(query.text):
            near = open_synonyms().similarities(self._terms, words)
            self._table = np.maximum(self._table, np.where(near > _NOISE, near, 0.0))
        if glosses and words and not _HAN.search(query.text):
            self._table = np.maximum(self._table, english_likeness(self._terms, words))
        long = long_names(named) if _HAN.search(query.text) else []
        # How surely each name of several words says each term.
        self._long: dict[str, NDArray[np.float32]] = {}
        for row, name, sure in (*long, *meant_names(self._terms, query.meant)):
            said = self._long.setdefault(name, np.zeros(len(self._terms), dtype=np.float32))
            said[row] = max(said[row], sure)
        self._names = tuple(self._long)
        # What only frames the question (…的基本支出里，…) is not what a figure is to be of.
        asked = meant_terms(query.text, query.terms)
        telling = [i for i, t in enumerate(self._terms) if t in asked or t not in own]
        self._best = self._table[telling].max(axis=0) if words else np.zeros(0, dtype=np.float32)
        self._wholes = frozenset(i for i, w in enumerate(words) if _WHOLE.fullmatch(w))
        self._measured = Measured(len(self._terms), self._speech.shape[1], _WAYS)
        self._literal: dict[Phrase, float] = {}

    def measure(self, phrases: Iterable[Phrase]) -> None:
        """Measure phrases at once that will be asked about: one by one it costs ten times as much."""
        known = self._measured
        new = [p for p in dict.fromkeys(phrases) if p not in known.row]
        if not new:
            return
        column = self._column
        columns = [[column[w] for w in p.words if w in column] for p in new]
        covered = self._covered(columns)
        if self._long:
            held = held_by([p.letters for p in new], self._names) > 0.0
            for at, said in enumerate(self._long.values()):
                inside = covered[held[:, at]]
                covered[held[:, at]] = np.maximum(inside, said)
        unheard = covered < _NEAR_WORD
        known.add(
            new,
            covered,
            soft=weighed(covered, self._weights),
            speech=[weighed(covered, weights) for weights in self._speech.T],
            missing=[(unheard * weights).max(axis=1) for weights in (self._known, self._found)],
            precision=self._precision([[c for c in own if c not in self._wholes] for own in columns]),
        )

    def _covered(self, columns: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """Return how far each of several texts, given by the columns of their words, speaks of each term."""
        covered = np.zeros((len(columns), len(self._terms)), dtype=np.float32)
        filled = [i for i, own in enumerate(columns) if own]
        if filled:
            starts = list(accumulate((len(columns[i]) for i in filled[:-1]), initial=0))
            every = self._table.take(list(chain.from_iterable(columns)), axis=1)
            covered[filled] = np.maximum.reduceat(every, starts, axis=1).T
        return covered

    def _precision(self, columns: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """Return the mean of how well each word of a text is spoken of by what the question asks, 0 for a text without words."""
        counts = np.array([len(own) for own in columns])
        precision = np.zeros(len(columns), dtype=np.float32)
        filled = np.flatnonzero(counts)
        if len(filled):
            starts = np.cumsum(counts[filled]) - counts[filled]
            sums = np.add.reduceat(self._best.take(list(chain.from_iterable(columns))), starts)
            precision[filled] = sums / counts[filled].astype(np.float32)
        return precision

    def _of(self, phrase: Phrase) -> int:
        row = self._measured.row.get(phrase)
        if row is None:
            self.measure([phrase])
            row = self._measured.row[phrase]
        return row

    def rows(self, phrases: Sequence[Phrase]) -> list[int]:
        """Return where texts that were measured stand in `measured`."""
        return list(map(self._measured.row.__getitem__, phrases))

    @property
    def measured(self) -> Measured:
        """Return all that was measured: a column of it for many figures is had at once."""
        return self._measured

    def soft(self, phrase: Phrase) -> float:
        """Return how far the terms are spoken of in a text: 1 if each stands in it, less by similarity of meaning."""
        return self._measured.soft.item(self._of(phrase))

    def spoken(self, phrase: Phrase) -> Spoken:
        """Return how far a text speaks of each term."""
        row = self._of(phrase)
        return Spoken(self._measured.covered[row], self._own, self._measured.soft.item(row))

    def own(self, phrase: Phrase) -> NDArray[np.float32]:
        """Return how far a text speaks of each of `Query.terms`."""
        told: NDArray[np.float32] = self._measured.covered[self._of(phrase)][self._own]
        return told

    def set_apart(self, groups: Sequence[Sequence[Phrase]]) -> NDArray[np.float32]:
        """Return of each of several texts, group behind group, the weight of the terms that it speaks of more than all others of its group."""
        starts = list(accumulate((len(group) for group in groups[:-1]), initial=0))
        told = self._measured.covered[[self._of(phrase) for group in groups for phrase in group]]
        group_of = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        highest = np.maximum.reduceat(told, starts, axis=0)[group_of]
        is_highest = told == highest
        alone = np.add.reduceat(is_highest, starts, axis=0, dtype=np.int64)[group_of] == 1
        # The best of the others is the second where the text itself is the best.
        second = np.maximum.reduceat(np.where(is_highest, np.float32(0.0), told), starts, axis=0)[group_of]
        best = np.where(is_highest & alone, second, highest)
        return weighed(np.maximum(told - best, 0.0), self._weights)

    def words(self, phrase: Phrase) -> float:
        """Return the weight of the terms that stand in a text to the letter."""
        weight = self._literal.get(phrase)
        if weight is None:
            self.look_for_words([phrase])
            weight = self._literal[phrase]
        return weight

    def look_for_words(self, texts: Iterable[Phrase]) -> None:
        """Look for the terms at once in texts whose `words` will be asked for."""
        phrases = list(dict.fromkeys(texts))
        held = held_by([p.folded for p in phrases], self._terms)
        for i, stem in enumerate(self._stems):
            if stem is not None:
                held[:, i] = [stem in p.stems for p in phrases]
        self._literal.update(zip(phrases, weighed(held, self._weights).tolist(), strict=True))

    def missing(self, phrase: Phrase) -> Missing:
        """Return what of the question a text does not speak of."""
        return Missing(*self._measured.missing[self._of(phrase)].tolist())

    def pairs(self, phrase: Phrase) -> float:
        """Return the share of the question's pairs of characters that stand in a text."""
        return sum(map(phrase.letters.__contains__, self._grams)) / len(self._grams) if self._grams else 0.0

    def pairs_of_others(self, phrases: Sequence[Phrase]) -> list[float]:
        """Return of each of several texts the share of the question's pairs of characters that only others of them hold: 工农 of 工农业 beside 农业."""
        held = [frozenset(filter(p.letters.__contains__, self._grams)) for p in phrases]
        every = frozenset[str]().union(*held)
        return [(len(every) - len(own)) / max(1, len(self._grams)) for own in held]

    def said(self, words: Iterable[str]) -> NDArray[np.bool_]:
        """Tell of each of `Query.terms` whether some words of the sentences say it to the letter."""
        column = self._column
        said: NDArray[np.bool_] = np.logical_or.reduce(self._said[:, [column[w] for w in words if w in column]], axis=1)
        return said[self._own]

    def elsewhere(self, around: NDArray[np.float32], said: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return `Missing.elsewhere` of texts that speak of `Query.terms` so far, shape (texts, terms), where what was found says some of these."""
        weights: NDArray[np.float32] = self._rarity[self._own] * said
        missing: NDArray[np.float32] = ((around < _NEAR_WORD) * weights).max(axis=1, initial=0.0)
        return missing


def _speech(question: str, terms: Sequence[str]) -> NDArray[np.float32]:
    """Return of each term whether it is a noun, a verb, or something else, shape (len(terms), 3)."""
    tags = {word.lower(): tag for word, tag in tagged_words(question)}
    found = [tags.get(term) or tagged_words(term)[0][1] for term in terms]
    kinds = [0 if tag[0] in _NOUNS else 1 if tag[0] == "v" else 2 for tag in found]
    return np.array([[kind == n for n in range(3)] for kind in kinds], dtype=np.float32)


def words_of(sentences: Sequence[Sentence]) -> list[str]:
    """Return the words of sentences, of what stands above them and of what their figures measure, each once.

    城乡居民收入分别达…: the names dealt out to the two figures, 城镇居民 and 农村居民, stand nowhere.
    """
    phrases = [s.stretch.phrase for s in sentences]
    phrases += [w.subject for s in sentences for w in s.stretch.words]
    phrases += dict.fromkeys(s.stretch.head.named for s in sentences)
    return list(dict.fromkeys(chain.from_iterable(p.words for p in phrases)))


def _grams(text: str) -> frozenset[str]:
    return character_pairs(re.sub(r"[^\w%]", "", matching_text(text)))
