"""The figures that may answer a question, each with the features by which it is chosen."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from app.choosing.counted_noun import as_counted, counted_noun
from app.choosing.fits import Fits
from app.choosing.own_words import Words
from app.choosing.phrase import Phrase
from app.choosing.sentences import Sentence
from app.choosing.terms import Spoken, TermTable
from app.choosing.unit_fit import asked_beside, scale_clash
from app.choosing.way_ends import Ends, way_ends
from app.choosing.words import WordMatcher, tagged_words
from corpus.figures.durations import find_durations
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.places import short_name
from index.query import Query

FEATURES = (
    "passage_score", "passage_rank", "clause_words", "clause_soft", "near_soft", "sentence_soft", "sentence_words", "context_soft", "missing", "subject_soft", "subject_precision",
    "bigrams", "unit_same", "unit_class", "unit_clash", "kind", "kind_clash", "growth_unasked", "period", "period_clash", "period_issue", "status", "status_clash",
    "in_question", "bare", "first", "row", "sentence_similarity", "rank_unasked", "head_soft", "start_value", "end_value", "best_sentence", "place_missing",
    "lead_words", "lead_soft", "tail_words", "tail_soft", "before_soft", "planned_year", "size_class", "part_unasked", "percent_counted", "foreign", "foreign_missing", "unit_other", "unspoken", "target_elsewhen", "known_missing", "elsewhere",
    "asked_clash", "own_clause", "others_clause", "own_subject", "others_subject", "own_pairs", "others_pairs", "clause_missing", "clause_unspoken", "scale_clash", "name_missing", "clause_noun", "clause_verb", "clause_rest", "around_noun", "around_verb", "around_rest", "asked_beside", "clause_similarity", "subject_similarity",
    "meant_subject", "meant_clause", "meant_around", "behind_best",
)  # fmt: skip
_PLACE_MISSING = FEATURES.index("place_missing")
_HAN = re.compile("[一-龥]")
_NAMES = frozenset(["nr", "nrt", "nrfg", "nt", "nz"])
_COUNTED = re.compile(
    r"多少[个名人家户条座所项件套辆台场处间]|几[个名人家户条座所项件套辆台场处间]|[多几]少?(?:万|亿|万亿|千万|百万)|总量|总额|总数|绝对[数值额量]|\bhow many\b"
)
_BY_PIECE = re.compile(r"多少[个名人家户条座所项件套辆台场处间]|几[个名人家户条座所项件套辆台场处间]|\bhow many\b")
_UNCOUNTED = frozenset(["percent", "points", "times", "money", "age"])
_SCALE_ASKED = re.compile(r"(?:多少|几|how many (?:hundred )?)(万亿|亿|万|trillion|billion|million)")
_SCALES = {"万": 1e4, "million": 1e6, "亿": 1e8, "billion": 1e9, "万亿": 1e12, "trillion": 1e12}
_CLASS_MARK = re.compile("级|(?:以上|以下|以内)的?(?![，。；、和或及）])[一-龥]")


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
    scorer = _Scorer(query, matcher, sentences, glosses=glosses)
    rows = scorer.rows(sentences, similarity)
    best = max((r.spoken.share for r in rows), default=0.0)
    features = np.array([[*r.features, best - r.spoken.share] for r in rows], dtype=np.float32)
    return [Candidate(r.figure, r.sentence, own, r.spoken, r.around) for r, own in zip(rows, features, strict=True)]


def of_the_place(query: Query, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates that may answer for a place that no report is about: what is told of another never does."""
    return [c for c in found if not c.features[_PLACE_MISSING]] if query.mentioned else found


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure with all its features but the last, which compares it with the figures of all sentences."""

    figure: Figure
    sentence: Sentence
    features: Sequence[float]
    spoken: Spoken
    around: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Figured:
    """A sentence with its figures and the words of each."""

    sentence: Sentence
    figures: Sequence[Figure]
    words: Sequence[Words]
    similarity: float
    first: bool

    def ends(self, n: int) -> Ends:
        """Return which end of a way a figure is, as `way_ends` does."""
        stretch = self.sentence.stretch
        if self.figures is stretch.figures:
            return stretch.ends[n]
        return way_ends(self.sentence.text, self.sentence.start, self.figures[n], self.words[n].previous)


class _Scorer:
    """Scores the figures of the sentences of one question."""

    def __init__(self, query: Query, matcher: WordMatcher, sentences: Sequence[Sentence], *, glosses: bool) -> None:
        self._query = query
        self._matcher = matcher
        self._question = fold(query.text).lower()
        self._table = TermTable(query, matcher, sentences, glosses=glosses)
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

    def rows(self, sentences: Sequence[Sentence], similarity: NDArray[np.float32]) -> list[_Row]:
        """Return the figures of all sentences with their features."""
        cosines = similarity.tolist()
        figured = [f for i, s in enumerate(sentences) if (f := self._figured(s, cosines[i], first=i == 0)).figures]
        if not figured:
            return []
        self._table.measure(phrase for f in figured for phrase in _phrases(f))
        self._table.look_for_words(chain.from_iterable(_told_by(f) for f in figured))
        clauses = self._table.set_apart([[w.clause for w in f.words] for f in figured])
        subjects = self._table.set_apart([[w.subject for w in f.words] for f in figured])
        near = iter(self._near([w for f in figured for w in f.words]))
        return [row for f, c, s in zip(figured, clauses, subjects, strict=True) for row in self._rows(f, c, s, near)]

    def _near(self, words: Sequence[Words]) -> list[list[float]]:
        """Return how near the clause of each figure, and what it measures, are to the question's words, each taken as a whole.

        Word by word 进出口 is neither foreign nor trade.
        """
        asked = " ".join(self._query.terms) or self._query.text
        cosines = self._matcher.nearness(asked, [text for w in words for text in (w.clause.text, w.subject.text)])
        return cosines.reshape(-1, 2).tolist()

    def _figured(self, sentence: Sentence, similarity: float, *, first: bool) -> _Figured:
        stretch = sentence.stretch
        if self._query.need.unit_class == "time":
            inside = _with_durations(sentence, stretch.figures)
            return _Figured(sentence, inside, stretch.words_of(inside), similarity, first)
        return _Figured(sentence, stretch.figures, stretch.words, similarity, first)

    def _rows(
        self,
        f: _Figured,
        clauses_apart: Sequence[list[float]],
        subjects_apart: Sequence[list[float]],
        near: Iterator[list[float]],
    ) -> Iterator[_Row]:
        sentence, stretch, table = f.sentence, f.sentence.stretch, self._table
        missing = table.missing(stretch.around)
        # Words of another language are never as near as those of one's own.
        chinese = bool(_HAN.search(sentence.text))
        foreign = float(self._foreign != chinese)
        row = bool(sentence.ranked.passage.context)
        place = [sentence.ranked.score, 1.0 / sentence.ranked.rank]
        shared = [table.soft(stretch.phrase), table.words(stretch.phrase), table.soft(stretch.head.context), missing.word]
        standing = [float(f.first), place_missing(self._query, sentence)]
        abroad = [foreign, foreign * missing.word]
        around, meant, told = table.by_speech(stretch.around), table.meant(stretch.around), table.own(stretch.around)
        name_missing = self._name_missing(sentence)
        clauses = [table.spoken(w.clause) for w in f.words]
        fits = [self._fits.of(figure, sentence.ranked.year, chinese=chinese) for figure in f.figures]
        counted = [self._counts is not None and self._counts(x, w.tail.text) for x, w in zip(f.figures, f.words, strict=True)]
        fits = [as_counted(fit) if same else fit for fit, same in zip(fits, counted, strict=True)]
        beside = [0.0] * len(f.figures) if row else asked_beside(self._query.need, f.figures)
        pairs_apart = _pairs_apart(clauses)
        for n, (figure, own, clause, fit) in enumerate(zip(f.figures, f.words, clauses, fits, strict=True)):
            features = [
                *place, table.words(own.clause), table.soft(own.clause), table.soft(own.near), *shared,
                table.soft(own.subject), table.precision(own.subject), table.pairs(own.clause),
                *fit.unit, *fit.time, self._in_question(figure), float(not figure.unit and not counted[n]), float(n == 0), float(row), f.similarity, fit.rank_unasked,
                table.head(own.clause), *f.ends(n), *standing,
                table.words(own.lead), table.soft(own.lead), table.words(own.tail), table.soft(own.tail), table.soft(own.before),
                fit.planned, float(bool(_CLASS_MARK.match(own.tail.text)) or fit.sized), float("其中" in own.gap and self._whole), fit.counted, *abroad,
                fit.other_unit, missing.unspoken, fit.elsewhen, missing.known, missing.elsewhere,
                fit.asked_clash, *clauses_apart[n], *subjects_apart[n], *pairs_apart[n], clause.missing, clause.unspoken,
                scale_clash(self._scale, figure), name_missing, *table.by_speech(own.clause), *around, beside[n], *next(near),
                table.meant(own.subject), table.meant(own.clause), meant,
            ]  # fmt: skip
            yield _Row(figure, sentence, features, clause, told)

    def _in_question(self, figure: Figure) -> float:
        told = self._told.get(figure.text)
        if told is None:
            told = self._told[figure.text] = float(_is_said(fold(figure.text), self._question))
        return told

    def _name_missing(self, sentence: Sentence) -> float:
        """Return 1 if a name of the question stands neither around a sentence nor in its passage."""
        if not self._names:
            return 0.0
        known = (sentence.stretch.around.folded, fold(sentence.ranked.passage.text).lower())
        return float(any(not any(name in text for text in known) for name in self._names))


def _is_said(number: str, question: str) -> bool:
    """Tell whether a question has a number: the 20 of 2019 is none. The pattern is made for the few that it may have."""
    return number in question and re.search(rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d)", question) is not None


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


def proper_names(query: Query) -> tuple[str, ...]:
    """Return the names among the terms of a question (of people, companies, works), as the cutter's dictionary and model tag them."""
    tagged = {word.lower() for word, tag in tagged_words(query.text) if tag in _NAMES and len(word) > 1}
    return tuple(t for t in query.terms if t in tagged)


def _pairs_apart(clauses: Sequence[Spoken]) -> list[list[float]]:
    """Return of each clause the share of the question's pairs of characters that only it has, and that only others have."""
    if len(clauses) == 1:
        return [[len(clauses[0].pairs) / max(1, clauses[0].asked_pairs), 0.0]]
    having = Counter(chain.from_iterable(c.pairs for c in clauses))
    single = {pair for pair, count in having.items() if count == 1}
    total = max(1, clauses[0].asked_pairs)
    return [[len(c.pairs & single) / total, (len(having) - len(c.pairs)) / total] for c in clauses]


def place_missing(query: Query, sentence: Sentence) -> float:
    """Return 1 if the question names a place that no report is about, and that is not spoken of here either."""
    if not query.mentioned:
        return 0.0
    passage = sentence.ranked.passage
    # 青岚机械厂已经开工。这个厂建成后…: what is named before a sentence, it goes on about. 英國 is 英国.
    before = passage.text[: sentence.end - passage.start]
    around = matching_text("".join((before, passage.title, *passage.section, passage.context)))
    return float(any(matching_text(short_name(p)) not in around for p in query.mentioned))
