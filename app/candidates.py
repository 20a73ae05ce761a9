"""The figures that may answer a question, each with the features by which it is chosen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.words import WordMatcher, cut
from corpus.figures.conversion import convertible
from corpus.figures.figure import Figure
from corpus.figures.meaning import is_start
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from corpus.sentences import split_sentences
from index.abbreviations import names_of
from index.need import Need, class_of_unit
from index.places import short_name
from index.query import Query
from index.search import Ranked

FEATURES = (
    "passage_score", "passage_rank", "clause_words", "clause_soft", "near_soft", "sentence_soft", "sentence_words", "context_soft", "missing", "subject_soft", "subject_precision",
    "bigrams", "unit_same", "unit_class", "unit_clash", "kind", "kind_clash", "growth_unasked", "period", "period_clash", "period_issue", "status", "status_clash",
    "in_question", "bare", "first", "row", "sentence_similarity", "rank_unasked", "head_soft", "start_value", "end_value", "best_sentence", "place_missing",
    "lead_words", "lead_soft", "tail_words", "tail_soft", "before_soft", "planned_year", "size_class", "part_unasked", "percent_counted", "foreign", "foreign_missing", "unit_other", "unspoken", "target_elsewhen", "known_missing", "elsewhere",
)  # fmt: skip
_NOISE, _NEAR_WORD = 0.35, 0.6
# Units that any thing may be counted in.
_ANY_COUNT = frozenset(["个", "项", "件", "家", "所", "处", "座", "户", "次", "人次", "条", "种", "类", "批", "名", "位", "人"])
_BREAK = re.compile(r"[，。；！？：、（）,;!?()\n|]")
_HAN = re.compile("[一-龥]")
_COUNTED = re.compile(r"多少[个名人家户条座所项件套辆台场处间]|几[个名人家户条座所项件套辆台场处间]|\bhow many\b")
# Words around a number that do not say what is counted.
_SAYS_NOTHING = frozenset(
    [
        "达到",
        "总数",
        "总量",
        "累计",
        "其中",
        "增长",
        "增加",
        "提高",
        "提升",
        "下降",
        "减少",
        "降低",
        "增至",
        "同比",
        "比上年",
        "上年",
        "突破",
        "实现",
        "超过",
        "分别",
        "分别为",
        "以上",
        "左右",
        "合计",
        "共计",
        "占比",
        "比重",
        "目前",
        "已经",
        "已达",
        "达",
    ]
)
_CLASS_MARK = re.compile("级|(?:以上|以下|以内)的?(?![，。；、和或及）])[一-龥]")


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


class TermTable:
    """How far texts speak of the terms of one question: exactly, or by the similarity of their words."""

    def __init__(self, query: Query, matcher: WordMatcher, sentences: Sequence[Sentence]) -> None:
        self._grams = _grams("".join(query.terms))
        question = fold(query.text).lower()
        weighted = query.weighted_terms() or {query.text[:20].lower(): 1.0}
        self._terms = tuple(weighted)
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

    def missing(self, text: str) -> "Missing":
        """Return what of the question a text does not speak of."""
        columns = self._columns(text)
        covered = self._table[:, columns].max(axis=1) if columns else np.zeros(len(self._terms), dtype=np.float32)
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


def _spoken(term: str, names: Sequence[str], words: Sequence[str]) -> list[bool]:
    """Tell of each word whether it is the term, holds it, is part of it, or is part of one of its full names."""
    if len(term) == 1:
        return [term == w for w in words]
    # 总产量 is spoken of by 粮食产量.
    core = term[1:] if len(term) > 2 and term.startswith("总") else term
    if not names:
        return [core in w or (w in term and len(w) > 1) for w in words]
    return [term in w or (len(w) > 1 and w in term) or (len(w) > 2 and any(w in n for n in names)) for w in words]


class _Scorer:
    """Scores the figures of the sentences of one question."""

    def __init__(self, query: Query, matcher: WordMatcher, sentences: Sequence[Sentence]) -> None:
        self._query = query
        self._question = fold(query.text).lower()
        self._table = TermTable(query, matcher, sentences)
        self._counted = bool(_COUNTED.search(self._question)) and query.need.unit_class not in {"percent", "points", "times"}

    def candidates(self, position: int, sentence: Sentence, similarity: float) -> Iterator[Candidate]:
        passage = sentence.ranked.passage
        inside = [f for f in passage.figures if sentence.start <= f.start and f.end <= sentence.end]
        if not inside:
            return
        around = " ".join((sentence.text, passage.title, *passage.section, passage.context))
        missing = self._table.missing(around)
        shared = (
            self._table.soft(sentence.text),
            self._table.words(sentence.text),
            self._table.soft(" ".join((*passage.section, passage.context))),
            missing.word,
        )
        place_missing = _place_missing(self._query, sentence)
        for number, (figure, words) in enumerate(zip(inside, _own_words(sentence, inside), strict=True)):
            row = self._features(sentence, figure, words, shared, similarity, first=number == 0)
            yield Candidate(
                figure,
                sentence,
                np.array(
                    [*row, float(position == 0), place_missing, *self._more(figure, words, sentence, missing)],
                    dtype=np.float32,
                ),
            )

    def _features(
        self, sentence: Sentence, figure: Figure, words: "_Words", shared: tuple[float, ...], similarity: float, *, first: bool
    ) -> list[float]:
        clause = f"{words.lead} {words.tail} {figure.subject}"
        need = self._query.need
        passage_part = [sentence.ranked.score, 1.0 / sentence.ranked.rank]
        word_part = [self._table.words(clause), self._table.soft(clause), self._table.soft(words.lead[-16:]), *shared]
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
            *_way(sentence, figure, words.previous),
        ]
        return [*passage_part, *word_part, *subject_part, *unit_part, *time_part, *rest]

    def _more(self, figure: Figure, words: "_Words", sentence: Sentence, missing: Missing) -> list[float]:
        scope = self._query.scope
        planned = figure.status == "target" and sentence.ranked.year in scope.years and self._query.need.status is None
        # Words of another language are never as near as those of one's own.
        foreign = float(bool(_HAN.search(self._question)) != bool(_HAN.search(sentence.text)))
        part = bool(re.search("其中", words.gap)) and "其中" not in self._question
        return [
            self._table.words(words.lead),
            self._table.soft(words.lead),
            self._table.words(words.tail),
            self._table.soft(words.tail),
            self._table.soft(words.before),
            float(planned),
            float(bool(_CLASS_MARK.match(words.tail)) or (figure.kind == "other" and class_of_unit(figure.unit) == "money")),
            float(part),
            float(self._counted and class_of_unit(figure.unit) in {"percent", "points", "times"}),
            foreign,
            foreign * missing.word,
            float(_is_other_unit(self._query.need.unit, figure.unit)),
            missing.unspoken,
            float(figure.status == "target" and self._query.need.status != "target" and _is_elsewhen(self._query, figure)),
            missing.known,
            missing.elsewhere,
        ]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that belong to one figure of a sentence.

    `lead` stands before it (that of the figure before, if its own says nothing), `tail` directly behind it; `before` is the lead of the
    figure before, `gap` all that stands between the two, `previous` where that one ends.
    """

    lead: str
    tail: str
    before: str
    gap: str
    previous: int


def _own_words(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[_Words]:
    """Deal out the words of a sentence to its figures: in 引进400名博士、5000名硕士 the words behind a number are its own.

    The words of a table's cell are those of its row and its column.
    """
    if sentence.ranked.passage.context:
        yield from (_Words(f.subject, "", "", "", f.start) for f in figures)
        return
    text, offset = sentence.text, sentence.start
    previous, before = offset, ""
    for number, figure in enumerate(figures):
        following = figures[number + 1].start if number + 1 < len(figures) else offset + len(text)
        gap = text[max(0, previous - offset) : max(0, figure.start - offset)]
        own = gap
        if number:
            stop = _BREAK.search(gap)
            own = gap[stop.end() :] if stop else gap
        # 37.2万名65岁以上老年人: a number right behind another tells of what is counted.
        end = figure.end + 16 if following <= figure.end + 1 else min(figure.end + 16, following)
        tail = _BREAK.split(text[figure.end - offset : end - offset], maxsplit=1)[0]
        lead = own[-40:] if _says_something(own) or _says_something(tail) else f"{before}{own}"[-40:]
        yield _Words(lead, tail, before, gap, previous)
        previous, before = figure.end, lead


def _says_something(text: str) -> bool:
    return any(len(w) > 1 and w not in _SAYS_NOTHING for w in cut(text))


def _place_missing(query: Query, sentence: Sentence) -> float:
    """Return 1 if the question names a place that no report is about, and that is not spoken of here either."""
    passage = sentence.ranked.passage
    around = "".join((sentence.text, passage.title, *passage.section, passage.context))
    return float(any(short_name(p) not in around for p in query.mentioned))


def _way(sentence: Sentence, figure: Figure, previous: int) -> list[float]:
    """Return whether a figure is the first value of 由A到B, and whether it is the second."""
    start, end = figure.start - sentence.start, figure.end - sentence.start
    lead = sentence.text[max(0, previous - sentence.start) : start]
    first = is_start(lead, sentence.text[end : end + 12])
    return [float(first), float(not first and bool(re.search(r"(?:到|至|达)(?:了|约|近)?$", lead)))]


def _unit_features(need: Need, figure: Figure) -> list[float]:
    own = class_of_unit(figure.unit)
    same = need.unit != "" and (figure.unit in convertible(need.unit) or figure.unit.endswith(need.unit))
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


def _is_other_unit(asked: str, own: str) -> bool:
    """Tell whether a figure has another unit than the one that the question names: 只 is no 公里; 个 and 家 may be one."""
    return bool(asked and own) and own not in convertible(asked) and not own.endswith(asked) and not {asked, own} <= _ANY_COUNT


def _is_elsewhen(query: Query, figure: Figure) -> bool:
    """Tell whether a figure is of another year than the question asks about."""
    return bool(query.scope.years and figure.period) and figure.period[:4] not in {str(y) for y in query.scope.years}


def _grams(text: str) -> frozenset[str]:
    folded = re.sub(r"[^\w%]", "", matching_text(text))
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1))


def _overlap(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else 0.0
