"""How far the clauses of passages speak of a question, to the letter or by words of a near meaning, and how well their figures fit it."""

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from corpus.figures.numerals import fold
from index.abbreviations import names_of
from index.clauses import Clauses, Told
from index.dictionary import open_dictionary
from index.query import Query
from index.word_vectors import WordVectors
from index.words import english_stem

# Words less alike than this have nothing to do with one another.
_NOISE = 0.35
_HAN, _LATIN = re.compile("[一-龥]"), re.compile("[a-z]+")
_Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Spoken:
    """How far a passage speaks of a question, each from 0 to 1.

    `sentence` its best sentence, `clause` its best clause; `figure` the best figure's clause with the one before it, as far as the figure's unit,
    period, status and kind are those asked for; `fitting` the figure that fits best, whatever its words.
    """

    sentence: float = 0.0
    clause: float = 0.0
    figure: float = 0.0
    fitting: float = 0.0


NOTHING = Spoken()


def spoken(query: Query, found: Sequence[Clauses], vectors: WordVectors, frequency: Callable[[str], float]) -> list[Spoken]:
    """Return how far passages speak of a question. `frequency` is the share of passages that hold a word."""
    weighted = {t: w for t, w in query.weighted_terms().items() if t not in query.translations}
    if not weighted:
        return [NOTHING] * len(found)
    weights = np.array([w * rarity(frequency(t)) for t, w in weighted.items()], dtype=np.float32)
    weights /= weights.sum()
    column: dict[str, int] = {}
    for clauses in found:
        for word in clauses.words:
            column.setdefault(word, len(column))
    table = _likeness(query, tuple(weighted), column, vectors)
    asked = _Asked(query)
    return [_spoken(clauses, _covered(clauses, table, column), weights, asked) for clauses in found]


def rarity(share: float) -> float:
    """Return how much a word tells passages apart: from 0.3 for one that is everywhere to 1 for one that is hardly anywhere."""
    return min(1.0, max(0.3, -0.12 * math.log(share + 1e-6)))


def _likeness(query: Query, terms: Sequence[str], column: dict[str, int], vectors: WordVectors) -> _Table:
    """Return how far each word says each term: 1 to the letter, else by the dictionary or the vectors, shape (len(terms), len(column))."""
    words = tuple(column)
    if not words:
        return np.zeros((len(terms), 0), dtype=np.float32)
    cosines = vectors.of(terms) @ vectors.of(words).T
    table: _Table = np.where(cosines > _NOISE, cosines, np.float32(0.0))
    question = fold(query.text).lower()
    joined = "\n".join(words)
    latin = [w for w in words if _LATIN.fullmatch(w)]
    starts = list(accumulate((len(w) + 1 for w in words[:-1]), initial=0))
    for row, term in zip(table, terms, strict=True):
        if len(term) == 1:
            said = [column[term]] if term in column else []
        elif _LATIN.fullmatch(term):
            stem = english_stem(term)
            said = [column[w] for w in latin if english_stem(w) == stem]
            said += [column[part] for name in names_of(term, question) for part in _parts(name, 3) if part in column]
        else:
            said = [bisect_right(starts, m.start()) - 1 for m in re.finditer(re.escape(term), joined)]
            said += [column[part] for part in _parts(term, 2) if part in column]
            said += [column[part] for name in names_of(term, question) for part in _parts(name, 3) if part in column]
        row[said] = 1.0
    if _HAN.search(query.text):
        _translate_words(table, terms, words)
    else:
        _translate_terms(table, terms, words)
    return table


def _parts(text: str, least: int) -> set[str]:
    """Return the stretches of a text of so many characters at least: words that say a part of it."""
    return {text[a:b] for a in range(len(text)) for b in range(a + least, len(text) + 1)}


def _translate_terms(table: _Table, terms: Sequence[str], words: Sequence[str]) -> None:
    """Raise the likeness of the Chinese words that say English terms by the dictionary."""
    stems = [(i, english_stem(t)) for i, t in enumerate(terms) if _LATIN.fullmatch(t)]
    meaning = open_dictionary().meaning
    for j, word in enumerate(words):
        if _HAN.match(word) and (said := meaning(word)):
            for i, stem in stems:
                if stem in said:
                    table[i, j] = max(table[i, j], said[stem])


def _translate_words(table: _Table, terms: Sequence[str], words: Sequence[str]) -> None:
    """Raise the likeness of the English words that say Chinese terms by the dictionary."""
    latin = [(j, english_stem(w)) for j, w in enumerate(words) if _LATIN.fullmatch(w)]
    if len(latin) < len(words) / 20:
        return
    meanings = [(i, open_dictionary().meaning(t)) for i, t in enumerate(terms) if _HAN.match(t)]
    for j, stem in latin:
        for i, meaning in meanings:
            if stem in meaning:
                table[i, j] = max(table[i, j], meaning[stem])


def _covered(clauses: Clauses, table: _Table, column: dict[str, int]) -> _Table:
    """Return how far each clause speaks of each term, shape (number of clauses, len(terms))."""
    if not clauses.words:
        return np.zeros((0, len(table)), dtype=np.float32)
    starts = [0, *clauses.ends[:-1]]
    covered: _Table = np.maximum.reduceat(table.take([column[w] for w in clauses.words], axis=1), starts, axis=1).T
    return covered


def _spoken(clauses: Clauses, covered: _Table, weights: _Table, asked: "_Asked") -> Spoken:
    if not len(covered):
        return NOTHING
    sentences = clauses.sentences
    firsts = [i for i, s in enumerate(sentences) if i == 0 or s != sentences[i - 1]]
    of_sentences = _weighed(np.maximum.reduceat(covered, firsts, axis=0), weights)
    of_clauses = _weighed(covered, weights)
    # The words of a figure may stand in the clause before its own.
    joined = covered.copy()
    same = [i for i in range(1, len(sentences)) if sentences[i] == sentences[i - 1]]
    joined[same] = np.maximum(covered[same], covered[[i - 1 for i in same]])
    around = _weighed(joined, weights).tolist()
    fits = [(asked.fit(told), told.clause) for told in clauses.figures]
    return Spoken(
        float(of_sentences.max()),
        float(of_clauses.max()),
        max((fit * around[clause] for fit, clause in fits), default=0.0),
        max((fit for fit, _ in fits), default=0.0),
    )


def _weighed(covered: _Table, weights: _Table) -> _Table:
    """Return the weighted sum of each row. The processor's flag of an invalid value may be left from numbers beside short rows: there is none."""
    with np.errstate(invalid="ignore"):
        weighed: _Table = covered @ weights
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
