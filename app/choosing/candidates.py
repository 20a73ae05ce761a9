"""The figures that may answer a question, each with the features by which it is chosen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.choosing.counted_noun import as_counted, counted_noun
from app.choosing.fits import Fits
from app.choosing.named import holds_number, is_place_missing
from app.choosing.own_words import Words
from app.choosing.phrase import Phrase
from app.choosing.sentences import Sentence
from app.choosing.terms import Spoken, TermTable
from app.choosing.words import WordMatcher
from corpus.figures.durations import find_durations
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.query import Query

FEATURES = (
    "passage_score", "passage_rank", "around_noun", "around_verb", "around_rest", "sentence_soft", "sentence_similarity", "known_missing", "elsewhere",
    "clause_similarity", "clause_noun", "clause_words", "own_clause", "others_pairs", "head_soft", "subject_precision",
    "unit_same", "unit_clash", "unit_other", "asked_clash", "percent_counted", "kind", "growth_unasked", "rank_unasked",
    "period", "period_clash", "period_issue", "status_clash", "in_question",
)  # fmt: skip
# What is told figure by figure, in this order; all other features are had for all figures at once.
_OF_FIGURES = (
    "unit_same", "unit_clash", "kind", "growth_unasked", "period", "period_clash", "period_issue", "status_clash",
    "percent_counted", "unit_other", "asked_clash", "rank_unasked", "in_question",
)  # fmt: skip
_Columns = dict[str, ArrayLike]
_HAN = re.compile("[一-龥]")
_COUNTED = re.compile(
    r"多少[个名人家户条座所项件套辆台场处间]|几[个名人家户条座所项件套辆台场处间]|[多几]少?(?:万|亿|万亿|千万|百万)|总量|总额|总数|绝对[数值额量]|\bhow many\b"
)
_BY_PIECE = re.compile(r"多少[个名人家户条座所项件套辆台场处间]|几[个名人家户条座所项件套辆台场处间]|\bhow many\b")
_UNCOUNTED = frozenset(["percent", "points", "times", "money", "age"])
# 功率有多大: no rate of change is big or long.
_HOW_BIG, _RATES = re.compile("有多[大高长宽深重]"), frozenset(["percent", "points", "times"])

# What an English amount is for: $20 a day, 5 tons per hectare; a question tells the amount without it.
_EACH = re.compile(r"\s(?:per|an?|each|every)\s[a-z]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure in its sentence. `features` are in the order of FEATURES; `spoken` tells what its own clause speaks of.

    `around` tells how far its sentence, with what stands above it, speaks of each of `Query.terms`, `subject` how far what the figure is of
    speaks of the question; `foreign` tells that it stands in the other language, `elsewhere` that the question names a place that no report is
    about and that is not spoken of here either.
    """

    figure: Figure
    sentence: Sentence
    features: NDArray[np.float32]
    spoken: Spoken
    around: NDArray[np.float32]
    subject: float
    foreign: bool
    elsewhere: bool


def figure_candidates(
    query: Query,
    sentences: Sequence[Sentence],
    matcher: WordMatcher,
    similarity: NDArray[np.float32],
    *,
    glosses: bool = True,
) -> list[Candidate]:
    """Return every figure of the sentences with its features.

    `similarity` is the cosine of each sentence with the question; `glosses` asks the dictionary what is another word for what.
    """
    return Scorer(query, matcher, sentences, glosses=glosses).candidates(sentences, similarity)


def of_the_place(query: Query, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates that may answer for a place that no report is about: what is told of another never does."""
    return [c for c in found if not c.elsewhere] if query.mentioned else found


@dataclass(frozen=True, slots=True)
class _Figured:
    """A sentence with its figures and the words of each."""

    sentence: Sentence
    figures: Sequence[Figure]
    words: Sequence[Words]
    similarity: float
    chinese: bool


class Scorer:
    """Scores the figures of the sentences of one question; `table` tells how far their words speak of it."""

    def __init__(self, query: Query, matcher: WordMatcher, sentences: Sequence[Sentence], *, glosses: bool) -> None:
        self._query = query
        self._matcher = matcher
        self._question = fold(query.text).lower()
        self.table = TermTable(query, matcher, sentences, glosses=glosses)
        counted = bool(_COUNTED.search(self._question)) and query.need.unit_class not in _UNCOUNTED
        # 多少亿 may be money.
        uncounted = _UNCOUNTED if _BY_PIECE.search(self._question) else _UNCOUNTED - {"money"}
        big = not query.need.unit_class and _HOW_BIG.search(self._question)
        self._fits = Fits(query, uncounted=uncounted if counted else _RATES if big else frozenset())
        self._counts = counted_noun(query)
        self._foreign = bool(_HAN.search(self._question))
        self._told: dict[str, float] = {}

    def candidates(self, sentences: Sequence[Sentence], similarity: NDArray[np.float32]) -> list[Candidate]:
        """Return the figures of all sentences with their features: a column for each feature is made for all figures at once."""
        cosines = similarity.tolist()
        figured = [f for s, cosine in zip(sentences, cosines, strict=True) if (f := self._figured(s, cosine)).figures]
        if not figured:
            return []
        table = self.table
        table.measure(phrase for f in figured for phrase in _phrases(f))
        table.look_for_words(w.clause for f in figured for w in f.words)
        columns = self._of_figures(figured) | self._of_words(figured) | self._of_sentences(figured)
        features = iter(np.array([columns[name] for name in FEATURES], dtype=np.float32).T.copy())
        return list(chain.from_iterable(self._candidates(f, features) for f in figured))

    def _candidates(self, f: _Figured, features: Iterator[NDArray[np.float32]]) -> Iterator[Candidate]:
        """Yield the figures of a sentence with their features, which come in order."""
        table, sentence = self.table, f.sentence
        around, elsewhere = table.own(sentence.stretch.around), is_place_missing(self._query, sentence)
        # Words of another language are never as near as those of one's own.
        foreign = self._foreign != f.chinese
        for figure, own in zip(f.figures, f.words, strict=True):
            spoken, subject = table.spoken(own.clause), table.soft(own.subject)
            yield Candidate(figure, sentence, next(features), spoken, around, subject, foreign, elsewhere)

    def _figured(self, sentence: Sentence, similarity: float) -> _Figured:
        stretch = sentence.stretch
        if self._query.need.unit_class == "time":
            inside = _with_durations(sentence, stretch.figures)
            return _Figured(sentence, inside, stretch.words_of(inside), similarity, stretch.is_chinese)
        return _Figured(sentence, stretch.figures, stretch.words, similarity, stretch.is_chinese)

    def _of_figures(self, figured: Sequence[_Figured]) -> _Columns:
        """Return what tells of each figure by itself."""
        told = [row for f in figured for row in self._told_of(f)]
        return dict(zip(_OF_FIGURES, np.array(told, dtype=np.float32).T, strict=True))

    def _told_of(self, f: _Figured) -> Iterator[Sequence[float]]:
        for figure, own in zip(f.figures, f.words, strict=True):
            fit = self._fits.of(figure, f.sentence.ranked.year, chinese=f.chinese)
            if self._counts is not None and self._counts(figure, own.tail):
                fit = as_counted(fit)
            yield (
                *fit.unit,
                *fit.time,
                fit.counted,
                fit.other_unit,
                fit.asked_clash,
                fit.rank_unasked,
                self._in_question(figure),
            )

    def _of_words(self, figured: Sequence[_Figured]) -> _Columns:
        """Return how far the words of each figure speak of the question."""
        table, measured = self.table, self.table.measured
        words = [w for f in figured for w in f.words]
        clause = table.rows([w.clause for w in words])
        return {
            # Each clause as a whole: word by word 进出口 is neither foreign nor trade.
            "clause_similarity": self._matcher.nearness(self._query.wording, [w.clause.text for w in words]),
            "clause_noun": measured.speech[clause, 0],
            "clause_words": [table.words(w.clause) for w in words],
            "own_clause": table.set_apart([[w.clause for w in f.words] for f in figured]),
            "others_pairs": [n for f in figured for n in table.pairs_of_others([w.clause for w in f.words])],
            "head_soft": measured.covered[clause, -1],
            "subject_precision": measured.precision[table.rows([w.subject for w in words])],
        }

    def _of_sentences(self, figured: Sequence[_Figured]) -> _Columns:
        """Return what the figures of a sentence share: what is told around them."""
        table, measured = self.table, self.table.measured
        stretches = [f.sentence.stretch for f in figured]
        around = table.rows([s.around for s in stretches])
        columns: _Columns = {
            "passage_score": [f.sentence.ranked.score for f in figured],
            "passage_rank": [1.0 / f.sentence.ranked.rank for f in figured],
            "sentence_soft": measured.soft[table.rows([s.phrase for s in stretches])],
            "sentence_similarity": [f.similarity for f in figured],
        }
        columns |= dict(zip(("around_noun", "around_verb", "around_rest"), measured.speech[around].T, strict=True))
        columns |= dict(zip(("known_missing", "elsewhere"), measured.missing[around].T, strict=True))
        counts = [len(f.figures) for f in figured]
        return {name: np.repeat(np.asarray(column), counts) for name, column in columns.items()}

    def _in_question(self, figure: Figure) -> float:
        told = self._told.get(figure.text)
        if told is None:
            told = self._told[figure.text] = float(holds_number(self._question, _EACH.sub("", fold(figure.text))))
        return told


def _phrases(figured: _Figured) -> Iterator[Phrase]:
    """Yield all that the question is compared with of a sentence and its figures."""
    stretch = figured.sentence.stretch
    yield from (stretch.around, stretch.phrase)
    for w in figured.words:
        yield from (w.clause, w.subject)


def _with_durations(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures and stretches of time (连续46年, 仅用8个月) in order; these are no statistics and stand in no index."""
    taken = [(f.start, f.end) for f in figures]
    found = (f.moved(sentence.start) for f in find_durations(sentence.text))
    more = [f for f in found if not any(start < f.end and f.start < end for start, end in taken)]
    return sorted((*figures, *more), key=lambda f: f.start)
