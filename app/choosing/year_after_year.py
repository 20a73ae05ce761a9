"""The figures that may answer one question year after year: what does not depend on the year is told once for all years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.choosing.candidates import FEATURES, Candidate, Scorer
from app.choosing.named import holds_number
from app.choosing.sentences import Sentence, sentences_of
from app.choosing.terms import words_of
from app.choosing.time_fit import time_features
from app.choosing.words import WordMatcher
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.encoder import Encoder
from index.query import Query
from index.search import Ranked

# What depends on the year that is asked about, and on what else was found for it.
_TIMES = [FEATURES.index(n) for n in ("period", "period_clash", "period_issue", "status_clash")]
_FOUND = [FEATURES.index(n) for n in ("passage_score", "passage_rank", "sentence_similarity")]
_IN_QUESTION, _ELSEWHERE = FEATURES.index("in_question"), FEATURES.index("elsewhere")
_Rows = NDArray[np.int64]
_Dated = tuple[Figure, int | None, bool]


@dataclass(frozen=True, slots=True)
class ForYear:
    """The sentences of the passages found for a year, how like the question they are, and their figures with their features."""

    sentences: Sequence[Sentence]
    similarity: NDArray[np.float32]
    found: list[Candidate]


class YearAfterYear:
    """The figures of all passages that were found for one question in several years.

    `query` is the question for any of the years: the others are the same but for the year.
    """

    def __init__(self, query: Query, ranked: Sequence[Ranked], matcher: WordMatcher, encoder: Encoder) -> None:
        passages = {r.passage.id: r for r in ranked}
        sentences = sentences_of(list(passages.values()))
        scorer = Scorer(query, matcher, sentences, glosses=True)
        self._encoder, self._table = encoder, scorer.table
        self._found = scorer.candidates(sentences, np.zeros(len(sentences), dtype=np.float32))
        self._features = np.array([c.features for c in self._found], dtype=np.float32).reshape(-1, len(FEATURES))
        self._around = np.array([c.around for c in self._found], dtype=np.float32).reshape(-1, len(query.terms))
        self._numbers = [fold(c.figure.text) for c in self._found]
        self._vectors = encoder.encode_queries([query.whole_wording, *(s.text for s in sentences)])[1:]
        self._place = {_key(s): i for i, s in enumerate(sentences)}
        self._rows: list[list[int]] = [[] for _ in sentences]
        for row, c in enumerate(self._found):
            self._rows[self._place[_key(c.sentence)]].append(row)
        self._dated: list[_Dated] = []
        self._times = np.array(list(self._timed()), dtype=np.int64)
        by_passage: dict[int, list[Sentence]] = {i: [] for i in passages}
        for s in sentences:
            by_passage[s.ranked.passage.id].append(s)
        self._said = {i: self._table.said(words_of(own)) for i, own in by_passage.items()}

    def _timed(self) -> Iterator[int]:
        """Yield of each figure the place, in `_dated`, of one that is alike in all that tells how its time fits."""
        places: dict[tuple[str, str, int | None, bool], int] = {}
        for c in self._found:
            year, chinese = c.sentence.ranked.year, c.sentence.stretch.is_chinese
            place = places.setdefault((c.figure.period, c.figure.status, year, chinese), len(places))
            if place == len(self._dated):
                self._dated.append((c.figure, year, chinese))
            yield place

    def of(self, query: Query, ranked: Sequence[Ranked]) -> ForYear:
        """Return the figures of the passages that were found for a year, with the features that they have beside one another."""
        sentences = sentences_of(ranked)
        places = [self._place[_key(s)] for s in sentences]
        similarity: NDArray[np.float32] = self._vectors[places] @ self._encoder.encode_queries([query.whole_wording])[0]
        rows = [row for place in places for row in self._rows[place]]
        if not rows:
            return ForYear(sentences, similarity, [])
        counts = [len(self._rows[place]) for place in places]
        features = self._of_year(query, np.array(rows, dtype=np.int64), ranked)
        cosines = similarity.tolist()
        told = [(s.ranked.score, 1.0 / s.ranked.rank, cosine) for s, cosine in zip(sentences, cosines, strict=True)]
        features[:, _FOUND] = np.repeat(np.array(told, dtype=np.float32), counts, axis=0)
        own = (s for s, count in zip(sentences, counts, strict=True) for _ in range(count))
        found = [replace(self._found[row], sentence=s, features=told) for row, s, told in zip(rows, own, features, strict=True)]
        return ForYear(sentences, similarity, found)

    def _of_year(self, query: Query, rows: _Rows, ranked: Sequence[Ranked]) -> NDArray[np.float32]:
        """Return the features of figures as they are for a year; those of their sentences are those of any."""
        features = self._features[rows]
        question = fold(query.text).lower()
        features[:, _TIMES] = self._fits(query, rows)
        numbers = (self._numbers[row] for row in rows)
        features[:, _IN_QUESTION] = [number in question and holds_number(question, number) for number in numbers]
        said = np.logical_or.reduce([self._said[r.passage.id] for r in ranked])
        features[:, _ELSEWHERE] = self._table.elsewhere(self._around[rows], said)
        return features

    def _fits(self, query: Query, rows: _Rows) -> NDArray[np.float32]:
        """Return how the times of figures fit; worked out once for those that are alike in them."""
        alike, at = np.unique(self._times[rows], return_inverse=True)
        told = (self._dated[i] for i in alike)
        fits = [time_features(query, f, year, chinese=chinese) for f, year, chinese in told]
        return np.array(fits, dtype=np.float32)[at]


def _key(sentence: Sentence) -> tuple[int, int]:
    return sentence.ranked.passage.id, sentence.start
