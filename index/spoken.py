"""How far the clauses of passages speak of a question, to the letter or by words of a near meaning, and how well their figures fit it."""

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from corpus.figures.numerals import fold
from index.abbreviations import names_of
from index.clauses import Clauses, Told
from index.dictionary import open_dictionary
from index.english_synonyms import english_likeness
from index.initials import initials_of
from index.query import Query
from index.spelling import plain_stem
from index.thesaurus.likeness import likeness
from index.word_vectors import WordVectors

# Words less alike than this have nothing to do with one another.
_NOISE = 0.35
_HAN, _LATIN = re.compile("[一-龥]"), re.compile("[a-z]+")
_Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Spoken:
    """How far a passage speaks of a question, each from 0 to 1.

    `sentence` its best sentence; `figure` the best figure's clause with the one before it, as far as the figure's unit, period, status and kind
    are those asked for.
    """

    sentence: float = 0.0
    figure: float = 0.0


NOTHING = Spoken()


class Heard:
    """How far clauses speak of terms, kept for all figures of one text: they ask the same clauses for the same terms, each in weights of its own.

    Safe to use from several threads.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text
        self._known: dict[tuple[frozenset[str], bool], _Known] = {}

    def covered(self, query: Query, terms: Sequence[str], found: Sequence[Clauses], vectors: WordVectors) -> _Table:
        """Return how far each clause of passages that have words, one behind the other, says each term, shape (len(terms), clauses)."""
        mixed = _are_mixed(found)
        known = self._known.setdefault((frozenset(terms), mixed), _Known(tuple(terms)))
        new = [clauses for clauses in found if id(clauses) not in known.covered]
        if new:
            known.covered.update(_covered(query, known.terms, new, vectors, mixed=mixed))
        told = np.concatenate([known.covered[id(clauses)].table for clauses in found], axis=1)
        order = [known.terms.index(term) for term in terms]
        return told if order == sorted(order) else told[order]


@dataclass(frozen=True, slots=True)
class _Covered:
    """How far the clauses of a passage say some terms. The clauses are held fast, so that their identity stays theirs."""

    clauses: Clauses
    table: _Table


class _Known:
    """The terms in the order of the rows of the tables, and the tables by the identity of their clauses."""

    def __init__(self, terms: tuple[str, ...]) -> None:
        self.terms = terms
        self.covered: dict[int, _Covered] = {}


def spoken(
    query: Query, found: Sequence[Clauses], vectors: WordVectors, frequency: Callable[[str], float], heard: Heard | None = None
) -> list[Spoken]:
    """Return how far passages speak of a question. `frequency` is the share of passages that hold a word; `heard` what is known of its text."""
    weighted = {t: w for t, w in query.weighted_terms().items() if t not in query.translations}
    telling = [clauses for clauses in found if clauses.words]
    if not weighted or not telling:
        return [NOTHING] * len(found)
    weights = np.array([w * rarity(frequency(t)) for t, w in weighted.items()], dtype=np.float32)
    weights /= weights.sum()
    covered = (heard or Heard()).covered(query, tuple(weighted), telling, vectors)
    told = iter(_told(telling, covered, weights, _Asked(query)))
    return [next(told) if clauses.words else NOTHING for clauses in found]


def rarity(share: float) -> float:
    """Return how much a word tells passages apart: from 0.3 for one that is everywhere to 1 for one that is hardly anywhere."""
    return min(1.0, max(0.3, -0.12 * math.log(share + 1e-6)))


def _are_mixed(found: Sequence[Clauses]) -> bool:
    """Tell whether passages have more than a few English words."""
    words = set[str]().union(*(clauses.words for clauses in found))
    latin = sum(1 for w in words if w.isascii() and _LATIN.fullmatch(w))
    return bool(latin) and latin >= len(words) / 20


def _covered(
    query: Query, terms: Sequence[str], found: Sequence[Clauses], vectors: WordVectors, *, mixed: bool
) -> dict[int, _Covered]:
    """Return how far the clauses of passages that have words say each term, by the identity of the clauses."""
    words = list(chain.from_iterable(clauses.words for clauses in found))
    column = {word: i for i, word in enumerate(dict.fromkeys(words))}
    said = _likeness(query, terms, column, vectors, mixed=mixed).take(list(map(column.__getitem__, words)), axis=1)
    firsts = [0, *accumulate(len(clauses.words) for clauses in found[:-1])]
    starts = chain.from_iterable((first, *(first + e for e in c.ends[:-1])) for first, c in zip(firsts, found, strict=True))
    tables = np.maximum.reduceat(said, list(starts), axis=1)
    ends = list(accumulate(len(clauses.ends) for clauses in found))
    return {id(c): _Covered(c, tables[:, start:end]) for c, start, end in zip(found, [0, *ends[:-1]], ends, strict=True)}


def _likeness(query: Query, terms: Sequence[str], column: dict[str, int], vectors: WordVectors, *, mixed: bool) -> _Table:
    """Return how far each word says each term: 1 to the letter, else by the dictionary or the vectors, shape (len(terms), len(column))."""
    words = tuple(column)
    cosines = vectors.of(terms) @ vectors.of(words).T
    table: _Table = np.where(cosines > _NOISE, cosines, np.float32(0.0))
    question = fold(query.text).lower()
    joined = "\n".join(words)
    latin = [w for w in words if w.isascii() and _LATIN.fullmatch(w)]
    starts = list(accumulate(map((1).__add__, map(len, words[:-1])), initial=0))
    for row, term in zip(table, terms, strict=True):
        if len(term) == 1:
            said = [column[term]] if term in column else []
        elif _LATIN.fullmatch(term):
            stem = plain_stem(term)
            said = [column[w] for w in latin if plain_stem(w) == stem]
            said += [column[part] for name in names_of(term, question) for part in parts(name, 3) if part in column]
            said += [column[name] for name in initials_of(term, query.text) if name in column]
        else:
            said = [bisect_right(starts, at) - 1 for at in places(term, joined)]
            said += [column[part] for part in parts(term, 2) if part in column]
            said += [column[part] for name in names_of(term, question) for part in parts(name, 3) if part in column]
        row[said] = 1.0
    if query.meant:
        table = np.maximum(table, likeness(query.meant, terms, words))
    if _HAN.search(query.text):
        if mixed:
            _translate_words(table, terms, words)
    else:
        table = np.maximum(table, english_likeness(terms, words))
        _translate_terms(table, terms, words)
    return table


def places(text: str, within: str) -> Iterator[int]:
    """Yield where a text begins within another, each time behind the end of the last."""
    at = within.find(text)
    while at >= 0:
        yield at
        at = within.find(text, at + len(text))


def parts(text: str, least: int) -> set[str]:
    """Return the stretches of a text of so many characters at least: words that say a part of it."""
    return {text[a:b] for a in range(len(text)) for b in range(a + least, len(text) + 1)}


def _translate_terms(table: _Table, terms: Sequence[str], words: Sequence[str]) -> None:
    """Raise the likeness of the Chinese words that say English terms by the dictionary."""
    stems = [(i, plain_stem(t)) for i, t in enumerate(terms) if _LATIN.fullmatch(t)]
    meaning = open_dictionary().meaning
    for j, word in enumerate(words):
        if _HAN.match(word) and (said := meaning(word)):
            for i, stem in stems:
                if stem in said:
                    table[i, j] = max(table[i, j], said[stem])


def _translate_words(table: _Table, terms: Sequence[str], words: Sequence[str]) -> None:
    """Raise the likeness of the English words that say Chinese terms by the dictionary."""
    latin = [(j, plain_stem(w)) for j, w in enumerate(words) if w.isascii() and _LATIN.fullmatch(w)]
    meanings = [(i, open_dictionary().meaning(t)) for i, t in enumerate(terms) if _HAN.match(t)]
    for j, stem in latin:
        for i, meaning in meanings:
            if stem in meaning:
                table[i, j] = max(table[i, j], meaning[stem])


def _told(found: Sequence[Clauses], covered: _Table, weights: _Table, asked: "_Asked") -> list[Spoken]:
    """Return how far passages speak of a question. `covered` is how far each of their clauses says each term, shape (len(weights), clauses)."""
    firsts = [0, *accumulate(len(clauses.ends) for clauses in found[:-1])]
    begins = _sentence_begins(found, firsts)
    starts = np.flatnonzero(begins)
    of_sentences = _weighed(np.maximum.reduceat(covered, starts, axis=1), weights)
    best_sentences = np.maximum.reduceat(of_sentences, np.searchsorted(starts, firsts)).tolist()
    # The words of a figure may stand in the clause before its own.
    before = np.where(begins[1:], np.float32(0.0), covered[:, :-1])
    around = _weighed(np.concatenate([covered[:, :1], np.maximum(covered[:, 1:], before)], axis=1), weights).tolist()
    told = []
    for clauses, first, sentence in zip(found, firsts, best_sentences, strict=True):
        figures = (asked.fit(figure) * around[first + figure.clause] for figure in clauses.figures)
        told.append(Spoken(sentence, max(figures, default=0.0)))
    return told


def _sentence_begins(found: Sequence[Clauses], firsts: Sequence[int]) -> NDArray[np.bool_]:
    """Tell of each clause whether a sentence begins with it; `firsts` are the first clauses of passages."""
    sentences = np.array(list(chain.from_iterable(clauses.sentences for clauses in found)))
    begins = np.concatenate([[True], sentences[1:] != sentences[:-1]])
    begins[firsts] = True
    return begins


def _weighed(covered: _Table, weights: _Table) -> _Table:
    """Return the weighted sum of each column. Added term by term: a product would give equal columns unequal sums."""
    weighed = np.zeros(covered.shape[1], dtype=np.float32)
    for row, weight in zip(covered, weights, strict=True):
        weighed += row * weight
    return weighed


class _Asked:
    """What a question asks of a figure."""

    def __init__(self, query: Query) -> None:
        self._need = query.need
        scope = query.scope
        span = (f"{scope.span[0]}-{scope.span[1]}", str(scope.span[1])) if scope.span else ()
        self._periods = frozenset(chain(map(str, scope.years), span))
        self._known: dict[tuple[str, ...], float] = {}

    def fit(self, told: Told) -> float:
        """Return the share of unit, period, status and kind in which a figure is what is asked for; what is not asked for fits."""
        key = (told.unit, told.period, told.status, told.kind)
        fit = self._known.get(key)
        if fit is None:
            fit = self._known[key] = sum(self._fits(told)) / 4
        return fit

    def _fits(self, told: Told) -> Iterable[bool]:
        need = self._need
        if need.unit:
            yield told.unit == need.unit
        else:
            yield not need.unit_class or told.unit_class == need.unit_class
        yield not self._periods or told.period in self._periods
        yield need.status is None or told.status == need.status
        yield not need.kinds or told.kind in need.kinds
