"""The figures that may answer a question, each with the features by which it is chosen."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.choosing.counted_noun import as_counted, counted_noun
from app.choosing.fits import Fits
from app.choosing.named import holds_number, place_missing, proper_names
from app.choosing.own_words import Words
from app.choosing.phrase import Phrase
from app.choosing.sentences import Sentence
from app.choosing.terms import Spoken, TermTable
from app.choosing.unit_fit import asked_beside, scale_clash
from app.choosing.way_ends import Ends, way_ends
from app.choosing.words import WordMatcher
from corpus.figures.durations import find_durations
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.query import Query

FEATURES = (
    "passage_score", "passage_rank", "clause_words", "clause_soft", "near_soft", "sentence_soft", "sentence_words", "context_soft", "missing", "subject_soft", "subject_precision",
    "bigrams", "unit_same", "unit_class", "unit_clash", "kind", "kind_clash", "growth_unasked", "period", "period_clash", "period_issue", "status", "status_clash",
    "in_question", "bare", "first", "row", "sentence_similarity", "rank_unasked", "head_soft", "start_value", "end_value", "best_sentence", "place_missing",
    "lead_words", "lead_soft", "tail_words", "tail_soft", "before_soft", "planned_year", "size_class", "part_unasked", "percent_counted", "foreign", "foreign_missing", "unit_other", "unspoken", "target_elsewhen", "known_missing", "elsewhere",
    "asked_clash", "own_clause", "others_clause", "own_subject", "others_subject", "own_pairs", "others_pairs", "clause_missing", "clause_unspoken", "scale_clash", "name_missing", "clause_noun", "clause_verb", "clause_rest", "around_noun", "around_verb", "around_rest", "asked_beside", "clause_similarity", "subject_similarity",
    "meant_subject", "meant_clause", "meant_around", "behind_best",
)  # fmt: skip
# What is told figure by figure, in this order; all other features are had for all figures at once.
_OF_FIGURES = (
    "unit_same", "unit_class", "unit_clash", "kind", "kind_clash", "growth_unasked", "period", "period_clash", "period_issue", "status", "status_clash",
    "rank_unasked", "planned_year", "size_class", "percent_counted", "unit_other", "target_elsewhen", "asked_clash",
    "in_question", "bare", "first", "start_value", "end_value", "part_unasked",
    "scale_clash", "asked_beside", "bigrams", "own_pairs", "others_pairs", "clause_missing", "clause_unspoken",
)  # fmt: skip
_Columns = dict[str, ArrayLike]
_PLACE_MISSING = FEATURES.index("place_missing")
_HAN = re.compile("[一-龥]")
_COUNTED = re.compile(
    r"多少[个名人家户条座所项件套辆台场处间]|几[个名人家户条座所项件套辆台场处间]|[多几]少?(?:万|亿|万亿|千万|百万)|总量|总额|总数|绝对[数值额量]|\bhow many\b"
)
_BY_PIECE = re.compile(r"多少[个名人家户条座所项件套辆台场处间]|几[个名人家户条座所项件套辆台场处间]|\bhow many\b")
_UNCOUNTED = frozenset(["percent", "points", "times", "money", "age"])
_SCALE_ASKED = re.compile(r"(?:多少|几|how many (?:hundred )?)(万亿|亿|万|trillion|billion|million)")
_SCALES = {"万": 1e4, "million": 1e6, "亿": 1e8, "billion": 1e9, "万亿": 1e12, "trillion": 1e12}
_CLASS_MARK = re.compile("级|(?:以上|以下|以内)的?(?![，。；、和或及）])[一-龥]")

# What an English amount is for: $20 a day, 5 tons per hectare; a question tells the amount without it.
_EACH = re.compile(r"\s(?:per|an?|each|every)\s[a-z]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure in its sentence. `features` are in the order of FEATURES; `spoken` tells what its own clause speaks of.

    `around` tells how far its sentence, with what stands above it, speaks of each of `Query.terms`.
    """

    figure: Figure
    sentence: Sentence
    features: NDArray[np.float32]
    spoken: Spoken
    around: NDArray[np.float32]


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
    return [c for c in found if not c.features[_PLACE_MISSING]] if query.mentioned else found


@dataclass(frozen=True, slots=True)
class _Figured:
    """A sentence with its figures and the words of each."""

    sentence: Sentence
    figures: Sequence[Figure]
    words: Sequence[Words]
    similarity: float
    first: bool
    chinese: bool

    def ends(self, n: int) -> Ends:
        """Return which end of a way a figure is, as `way_ends` does."""
        stretch = self.sentence.stretch
        if self.figures is stretch.figures:
            return stretch.ends[n]
        return way_ends(self.sentence.text, self.sentence.start, self.figures[n], self.words[n].previous)


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
        self._fits = Fits(query, uncounted=uncounted if counted else frozenset())
        self._counts = counted_noun(query)
        self._names = proper_names(query)
        asked = _SCALE_ASKED.search(self._question)
        self._scale = _SCALES[asked[1]] if asked else 0.0
        self._foreign = bool(_HAN.search(self._question))
        self._whole = "其中" not in self._question
        self._told: dict[str, float] = {}

    def candidates(self, sentences: Sequence[Sentence], similarity: NDArray[np.float32]) -> list[Candidate]:
        """Return the figures of all sentences with their features: a column for each feature is made for all figures at once."""
        cosines = similarity.tolist()
        figured = [f for i, s in enumerate(sentences) if (f := self._figured(s, cosines[i], first=i == 0)).figures]
        if not figured:
            return []
        table = self.table
        table.measure(phrase for f in figured for phrase in _phrases(f))
        table.look_for_words(chain.from_iterable(_told_by(f) for f in figured))
        spoken = [[table.spoken(w.clause) for w in f.words] for f in figured]
        columns = self._of_figures(figured, spoken) | self._of_words(figured) | self._of_sentences(figured)
        features = iter(np.array([columns[name] for name in FEATURES], dtype=np.float32).T.copy())
        around = [table.own(f.sentence.stretch.around) for f in figured]
        return [
            Candidate(figure, f.sentence, next(features), clause, told)
            for f, clauses, told in zip(figured, spoken, around, strict=True)
            for figure, clause in zip(f.figures, clauses, strict=True)
        ]

    def _near(self, words: Sequence[Words]) -> NDArray[np.float32]:
        """Return how near the clause of each figure, and what it measures, are to the question's words, each taken as a whole.

        Word by word 进出口 is neither foreign nor trade.
        """
        cosines = self._matcher.nearness(self._query.wording, [text for w in words for text in (w.clause.text, w.subject.text)])
        return cosines.reshape(-1, 2)

    def _figured(self, sentence: Sentence, similarity: float, *, first: bool) -> _Figured:
        stretch = sentence.stretch
        if self._query.need.unit_class == "time":
            inside = _with_durations(sentence, stretch.figures)
            return _Figured(sentence, inside, stretch.words_of(inside), similarity, first, stretch.is_chinese)
        return _Figured(sentence, stretch.figures, stretch.words, similarity, first, stretch.is_chinese)

    def _of_figures(self, figured: Sequence[_Figured], spoken: Sequence[Sequence[Spoken]]) -> _Columns:
        """Return what tells of each figure by itself, and beside the others of its sentence."""
        told = [row for f, clauses in zip(figured, spoken, strict=True) for row in self._told_of(f, clauses)]
        return dict(zip(_OF_FIGURES, np.array(told, dtype=np.float32).T, strict=True))

    def _told_of(self, f: _Figured, clauses: Sequence[Spoken]) -> Iterator[Sequence[float]]:
        sentence = f.sentence
        row = bool(sentence.ranked.passage.context)
        beside = [0.0] * len(f.figures) if row else asked_beside(self._query.need, f.figures)
        apart = _pairs_apart(clauses)
        pairs = max(1, clauses[0].asked_pairs)
        for n, (figure, own, clause) in enumerate(zip(f.figures, f.words, clauses, strict=True)):
            fit = self._fits.of(figure, sentence.ranked.year, chinese=f.chinese)
            counted = self._counts is not None and self._counts(figure, own.tail.text)
            fit = as_counted(fit) if counted else fit
            sized = fit.sized or _CLASS_MARK.match(own.tail.text) is not None
            yield (
                *fit.unit, *fit.time, fit.rank_unasked, fit.planned, sized, fit.counted, fit.other_unit, fit.elsewhen, fit.asked_clash,
                self._in_question(figure), not figure.unit and not counted, n == 0, *f.ends(n), self._whole and "其中" in own.gap,
                scale_clash(self._scale, figure), beside[n], len(clause.pairs) / pairs, *apart[n], clause.missing, clause.unspoken,
            )  # fmt: skip

    def _of_words(self, figured: Sequence[_Figured]) -> _Columns:
        """Return how far the words of each figure speak of the question."""
        table, measured = self.table, self.table.measured
        words = [w for f in figured for w in f.words]
        clause, near, lead, tail, before, subject = (
            table.rows([getattr(w, part) for w in words]) for part in ("clause", "near", "lead", "tail", "before", "subject")
        )
        soft = measured.soft
        columns: _Columns = {
            "clause_words": [table.words(w.clause) for w in words], "lead_words": [table.words(w.lead) for w in words],
            "tail_words": [table.words(w.tail) for w in words], "clause_soft": soft[clause], "near_soft": soft[near], "lead_soft": soft[lead],
            "tail_soft": soft[tail], "before_soft": soft[before], "subject_soft": soft[subject], "subject_precision": measured.precision[subject],
            "head_soft": measured.covered[clause, -1], "meant_subject": [table.meant(w.subject) for w in words],
            "meant_clause": [table.meant(w.clause) for w in words], "behind_best": float(soft[clause].max()) - soft[clause].astype(np.float64),
        }  # fmt: skip
        for parts, told in (
            (("clause_noun", "clause_verb", "clause_rest"), measured.speech[clause]),
            (("own_clause", "others_clause"), table.set_apart([[w.clause for w in f.words] for f in figured])),
            (("own_subject", "others_subject"), table.set_apart([[w.subject for w in f.words] for f in figured])),
            (("clause_similarity", "subject_similarity"), self._near(words)),
        ):
            columns |= dict(zip(parts, told.T, strict=True))
        return columns

    def _of_sentences(self, figured: Sequence[_Figured]) -> _Columns:
        """Return what the figures of a sentence share: what is told around them, and of whom."""
        table, measured = self.table, self.table.measured
        stretches = [f.sentence.stretch for f in figured]
        around = table.rows([s.around for s in stretches])
        word, unspoken, known, elsewhere = measured.missing[around].T
        # Words of another language are never as near as those of one's own.
        foreign = np.array([self._foreign != f.chinese for f in figured], dtype=np.float32)
        columns: _Columns = {
            "passage_score": [f.sentence.ranked.score for f in figured], "passage_rank": [1.0 / f.sentence.ranked.rank for f in figured],
            "sentence_soft": measured.soft[table.rows([s.phrase for s in stretches])], "sentence_words": [table.words(s.phrase) for s in stretches],
            "context_soft": measured.soft[table.rows([s.head.context for s in stretches])], "missing": word, "unspoken": unspoken,
            "known_missing": known, "elsewhere": elsewhere, "row": [bool(f.sentence.ranked.passage.context) for f in figured],
            "sentence_similarity": [f.similarity for f in figured], "best_sentence": [f.first for f in figured],
            "place_missing": [place_missing(self._query, f.sentence) for f in figured], "foreign": foreign, "foreign_missing": foreign * word,
            "name_missing": [self._name_missing(f.sentence) for f in figured], "meant_around": [table.meant(s.around) for s in stretches],
        }  # fmt: skip
        columns |= dict(zip(("around_noun", "around_verb", "around_rest"), measured.speech[around].T, strict=True))
        counts = [len(f.figures) for f in figured]
        return {name: np.repeat(np.asarray(column), counts) for name, column in columns.items()}

    def _in_question(self, figure: Figure) -> float:
        told = self._told.get(figure.text)
        if told is None:
            told = self._told[figure.text] = float(holds_number(self._question, _EACH.sub("", fold(figure.text))))
        return told

    def _name_missing(self, sentence: Sentence) -> float:
        """Return 1 if a name of the question stands neither around a sentence nor in its passage."""
        if not self._names:
            return 0.0
        known = (sentence.stretch.around.folded, fold(sentence.ranked.passage.text).lower())
        return float(any(not any(name in text for text in known) for name in self._names))


def _phrases(figured: _Figured) -> Iterator[Phrase]:
    """Yield all that the question is compared with of a sentence and its figures."""
    stretch = figured.sentence.stretch
    yield from (stretch.around, stretch.phrase, stretch.head.context)
    for w in figured.words:
        yield from (w.clause, w.near, w.lead, w.tail, w.before, w.subject)


def _told_by(figured: _Figured) -> Iterator[Phrase]:
    """Yield those of them that the words of the question are looked for in."""
    yield figured.sentence.stretch.phrase
    for w in figured.words:
        yield from (w.clause, w.lead, w.tail)


def _with_durations(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures and stretches of time (连续46年, 仅用8个月) in order; these are no statistics and stand in no index."""
    taken = [(f.start, f.end) for f in figures]
    found = (f.moved(sentence.start) for f in find_durations(sentence.text))
    more = [f for f in found if not any(start < f.end and f.start < end for start, end in taken)]
    return sorted((*figures, *more), key=lambda f: f.start)


def _pairs_apart(clauses: Sequence[Spoken]) -> list[list[float]]:
    """Return of each clause the share of the question's pairs of characters that only it has, and that only others have."""
    if len(clauses) == 1:
        return [[len(clauses[0].pairs) / max(1, clauses[0].asked_pairs), 0.0]]
    having = Counter(chain.from_iterable(c.pairs for c in clauses))
    single = {pair for pair, count in having.items() if count == 1}
    total = max(1, clauses[0].asked_pairs)
    return [[len(c.pairs & single) / total, (len(having) - len(c.pairs)) / total] for c in clauses]
