"""The figures that may answer a question, each with the features by which it is chosen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.words import WordMatcher, cut
from corpus.figures.figure import Figure
from corpus.figures.meaning import is_start
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from corpus.sentences import split_sentences
from index.need import Need, class_of_unit
from index.places import short_name
from index.query import Query
from index.search import Ranked

FEATURES = (
    "passage_score", "passage_rank", "clause_words", "clause_soft", "near_soft", "sentence_soft", "sentence_words", "context_soft", "missing", "subject_soft", "subject_precision",
    "bigrams", "unit_same", "unit_class", "unit_clash", "kind", "kind_clash", "growth_unasked", "period", "period_clash", "period_issue", "status", "status_clash",
    "in_question", "bare", "first", "row", "sentence_similarity", "rank_unasked", "head_soft", "start_value", "end_value", "best_sentence", "place_missing",
)  # fmt: skip
_NOISE = 0.35
_BREAK = re.compile(r"[，。；！？：、,;!?\n|]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or table row of a ranked passage; `start` and `end` count in the report's text."""

    ranked: Ranked
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure in its sentence. `features` are in the order of FEATURES."""

    figure: Figure
    sentence: Sentence
    features: NDArray[np.float32]


def sentences_of(ranked: Sequence[Ranked]) -> list[Sentence]:
    """Return the sentences of ranked passages, in their order; a table row is one sentence."""
    return [s for r in ranked for s in _split(r)]


def _split(ranked: Ranked) -> Iterator[Sentence]:
    passage = ranked.passage
    if passage.context:
        yield Sentence(ranked, passage.start, passage.end, passage.text)
        return
    for start, end in split_sentences(passage.text):
        if passage.text[start:end].strip():
            yield Sentence(ranked, passage.start + start, passage.start + end, passage.text[start:end])


def figure_candidates(
    query: Query, sentences: Sequence[Sentence], matcher: WordMatcher, similarity: NDArray[np.float32]
) -> list[Candidate]:
    """Return every figure of the sentences with its features; `similarity` is the cosine of each sentence with the question."""
    scorer = _Scorer(query, matcher, sentences)
    return [c for i, sentence in enumerate(sentences) for c in scorer.candidates(i, sentence, float(similarity[i]))]


class TermTable:
    """How far texts speak of the terms of one question: exactly, or by the similarity of their words."""

    def __init__(self, query: Query, matcher: WordMatcher, sentences: Sequence[Sentence]) -> None:
        self._grams = _grams("".join(query.terms))
        weighted = query.weighted_terms() or {query.text[:20].lower(): 1.0}
        self._terms = tuple(weighted)
        weights = np.array([w * matcher.rarity(t) for t, w in weighted.items()], dtype=np.float32)
        self._weights = weights / weights.sum()
        own = set(query.terms)
        self._rarity = np.array([matcher.rarity(t) if t in own and len(t) > 1 else 0.0 for t in self._terms], dtype=np.float32)
        self._head = len(self._terms) - 1
        texts = [s.text for s in sentences] + [" ".join((*s.ranked.passage.section, s.ranked.passage.context)) for s in sentences]
        words = list(dict.fromkeys(w for t in texts for w in cut(t)))
        self._column = {w: i for i, w in enumerate(words)}
        table = matcher.similarities(self._terms, words) if words else np.zeros((len(self._terms), 0), dtype=np.float32)
        exact = np.array(
            [[float(t == w or (len(t) > 1 and t in w) or (len(w) > 1 and w in t)) for w in words] for t in self._terms],
            dtype=np.float32,
        )
        # A word that contains a term counts as the term; weak similarities are noise.
        self._table = np.maximum(np.where(table > _NOISE, table, 0.0), exact.reshape(table.shape))

    def _columns(self, text: str) -> list[int]:
        return [self._column[w] for w in cut(text) if w in self._column]

    def soft(self, text: str) -> float:
        """Return how far the terms are spoken of in a text: 1 if each stands in it, less by similarity of meaning."""
        columns = self._columns(text)
        return float(self._table[:, columns].max(axis=1) @ self._weights) if columns else 0.0

    def words(self, text: str) -> float:
        """Return the weight of the terms that stand in a text to the letter."""
        folded = matching_text(text)
        return float(sum(w for t, w in zip(self._terms, self._weights, strict=True) if t in folded))

    def head(self, text: str) -> float:
        """Return how well the last term of the question, mostly its head noun, is spoken of."""
        columns = self._columns(text)
        return float(self._table[self._head, columns].max()) if columns else 0.0

    def precision(self, text: str) -> float:
        """Return the share of a phrase's words that the question speaks of."""
        columns = self._columns(text)
        return float(self._table[:, columns].max(axis=0).mean()) if columns else 0.0

    def missing(self, text: str) -> float:
        """Return how rare the rarest word of the question is that the text does not speak of: 0 if it speaks of all."""
        columns = self._columns(text)
        covered = self._table[:, columns].max(axis=1) if columns else np.zeros(len(self._terms), dtype=np.float32)
        return float(((1.0 - covered) * self._rarity).max())

    def pairs(self, text: str) -> float:
        """Return the share of the question's pairs of characters that stand in a text."""
        return _overlap(self._grams, _grams(text))


class _Scorer:
    """Scores the figures of the sentences of one question."""

    def __init__(self, query: Query, matcher: WordMatcher, sentences: Sequence[Sentence]) -> None:
        self._query = query
        self._question = fold(query.text).lower()
        self._table = TermTable(query, matcher, sentences)

    def candidates(self, position: int, sentence: Sentence, similarity: float) -> Iterator[Candidate]:
        passage = sentence.ranked.passage
        inside = [f for f in passage.figures if sentence.start <= f.start and f.end <= sentence.end]
        if not inside:
            return
        shared = (
            self._table.soft(sentence.text),
            self._table.words(sentence.text),
            self._table.soft(" ".join((*passage.section, passage.context))),
            self._table.missing(" ".join((sentence.text, *passage.section, passage.context))),
        )
        place_missing = _place_missing(self._query, sentence)
        previous = sentence.start
        for number, figure in enumerate(inside):
            row = self._features(sentence, figure, previous, shared, similarity, first=number == 0)
            yield Candidate(figure, sentence, np.array([*row, float(position == 0), place_missing], dtype=np.float32))
            previous = figure.end

    def _features(
        self, sentence: Sentence, figure: Figure, previous: int, shared: tuple[float, ...], similarity: float, *, first: bool
    ) -> list[float]:
        clause = _clause(sentence, figure, previous)
        near = sentence.text[max(0, previous - sentence.start) : figure.start - sentence.start][-16:]
        need = self._query.need
        passage_part = [sentence.ranked.score, 1.0 / sentence.ranked.rank]
        word_part = [self._table.words(clause), self._table.soft(clause), self._table.soft(near), *shared]
        subject_part = [self._table.soft(figure.subject), self._table.precision(figure.subject), self._table.pairs(clause)]
        unit_part = _unit_features(need, figure)
        time_part = _time_features(self._query, figure, sentence)
        rest = [
            float(fold(figure.text) in self._question),
            float(not figure.unit),
            float(first),
            float(bool(sentence.ranked.passage.context)),
            similarity,
            float(figure.kind == "rank" and "rank" not in need.kinds),
            self._table.head(clause),
            *_way(sentence, figure, previous),
        ]
        return [*passage_part, *word_part, *subject_part, *unit_part, *time_part, *rest]


def _place_missing(query: Query, sentence: Sentence) -> float:
    """Return 1 if the question names a place that no report is about, and that is not spoken of here either."""
    passage = sentence.ranked.passage
    around = "".join((sentence.text, passage.title, *passage.section, passage.context))
    return float(any(short_name(p) not in around for p in query.mentioned))


def _clause(sentence: Sentence, figure: Figure, previous: int) -> str:
    """Return the words around a figure that speak of it: from the figure before it (at most 40 characters) to the next break."""
    text = sentence.text
    start, end = figure.start - sentence.start, figure.end - sentence.start
    if sentence.ranked.passage.context:
        return text
    lead = text[max(0, previous - sentence.start, start - 40) : start]
    tail = _BREAK.split(text[end : end + 16], maxsplit=1)[0]
    return f"{lead} {tail} {figure.subject}"


def _way(sentence: Sentence, figure: Figure, previous: int) -> list[float]:
    """Return whether a figure is the first value of 由A到B, and whether it is the second."""
    start, end = figure.start - sentence.start, figure.end - sentence.start
    lead = sentence.text[max(0, previous - sentence.start) : start]
    first = is_start(lead, sentence.text[end : end + 12])
    return [float(first), float(not first and bool(re.search(r"(?:到|至|达)(?:了|约|近)?$", lead)))]


def _unit_features(need: Need, figure: Figure) -> list[float]:
    own = class_of_unit(figure.unit)
    same = need.unit != "" and (figure.unit == need.unit or figure.unit.endswith(need.unit))
    fits = need.unit_class != "" and own == need.unit_class
    clash = need.unit_class != "" and not fits and not same
    kind = bool(need.kinds) and figure.kind in need.kinds
    kind_clash = bool(need.kinds) and figure.kind not in need.kinds
    unasked = figure.kind in {"growth", "change"} and not need.kinds
    return [float(same), float(fits), float(clash), float(kind), float(kind_clash), float(unasked)]


def _time_features(query: Query, figure: Figure, sentence: Sentence) -> list[float]:
    scope, need = query.scope, query.need
    asked = {str(y) for y in scope.years} or ({f"{scope.span[0]}-{scope.span[1]}"} if scope.span else set())
    if scope.span:
        asked.add(f"{scope.span[0]}-{scope.span[1]}")
    own = figure.period
    part = "/" in own or len(own) == 7
    hit = (1.0 if own in asked else 0.6 if part and own[:4] in asked else 0.0) if asked else 0.0
    clash = bool(asked) and bool(own) and not hit
    year = sentence.ranked.year
    issue = bool(scope.years) and year is not None and (year - 1 in scope.years or year in scope.years)
    status = need.status is not None and figure.status == need.status
    status_clash = (need.status is not None and figure.status != need.status) or (
        need.status is None and figure.status == "target"
    )
    return [float(hit), float(clash), float(issue), float(status), float(status_clash)]


def _grams(text: str) -> frozenset[str]:
    folded = re.sub(r"[^\w%]", "", matching_text(text))
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1))


def _overlap(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else 0.0
