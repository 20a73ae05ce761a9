"""What candidates say of a query by themselves, whatever the others are: which of its words they hold, of what time and kind they are."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.figures.numerals import fold
from corpus.matching import matching_text
from corpus.report import Metadata, covered_years
from index.abbreviations import names_of
from index.pair_counts import PairCounts
from index.passage_read import PassageRead, pairs_of, read_passage, without_marks
from index.query import Query
from index.stored_passage import StoredPassage

# What is compared, in the order of the columns.
COMPARED = (
    "coverage", "coverage_context", "pairs", "pairs_context", "period", "period_clash", "issue_after", "issue_same", "issue_clash",
    "status", "unit", "no_figure", "row", "short", "nation", "row_label", "row_label_share", "row_head", "row_pairs_context",
    "row_label_cover", "title_words", "abbreviations", "plan_begins", "foreign", "meant", "meant_context",
)  # fmt: skip
_HAN = re.compile("[一-龥]")
# The first plan was told of in 1955, two years after it began.
_PLANNED_BY = 2

_T = TypeVar("_T", np.bool_, np.int64)
_Held = NDArray[np.bool_]
_Column = NDArray[np.float64]


class Contents:
    """The texts of candidates. A word is looked for in them once, though the figures of a sentence ask for it again and again."""

    def __init__(self, passages: Sequence[StoredPassage], metadata: Sequence[Metadata]) -> None:
        self.passages, self.metadata = passages, metadata
        self.reads: list[PassageRead] = [read_passage(p) for p in passages]
        self._texts = {
            "text": _Told([r.text for r in self.reads]),
            "context": _Told([r.context for r in self.reads]),
            "title": _Told([r.title for r in self.reads]),
            "head": _Told([r.head for r in self.reads]),
            "letters": _Told([r.letters for r in self.reads]),
            "context_letters": _Told([r.context_letters for r in self.reads]),
        }
        self._held: dict[tuple[str, str], _Held] = {}
        # Several candidates are of one report.
        places: dict[int, int] = {}
        self._report_of = np.array([places.setdefault(id(m), len(places)) for m in metadata], dtype=np.int64)
        self._reports = list({id(m): m for m in metadata}.values())
        self.is_dated: _Held = np.array([bool(r.periods) for r in self.reads], dtype=np.bool_)
        self.is_row: _Held = np.array([bool(r.head) for r in self.reads], dtype=np.bool_)

    def of_reports(self, told: Callable[[Metadata], Sequence[float]]) -> list[_Column]:
        """Return what a function tells of the report of each candidate, a column for each thing told; it is asked once a report."""
        return list(np.array([told(m) for m in self._reports], dtype=np.float64).T.take(self._report_of, axis=1))

    def hold(self, part: str, word: str) -> _Held:
        """Tell of each candidate whether a part of it (an attribute of `PassageRead`) holds a word."""
        key = (part, word)
        held = self._held.get(key)
        if held is None:
            held = self._held[key] = self._texts[part].hold(word)
        return held

    def share_of(self, part: str, pairs: frozenset[str]) -> _Column:
        """Return of each candidate the share of some pairs of characters that a part of it holds; parts of letters alone."""
        share: _Column = self._texts[part].count(pairs) / max(1, len(pairs))
        return share


class _Told:
    """A part of each candidate. Those of one section share what stands above them: it is looked through once."""

    def __init__(self, texts: Sequence[str]) -> None:
        places: dict[str, int] = {}
        of = [places.setdefault(text, len(places)) for text in texts]
        self._texts = tuple(places)
        # None where each has a text of its own.
        self._of = np.array(of) if len(places) < len(texts) else None
        self._pairs: PairCounts | None = None

    def hold(self, word: str) -> _Held:
        """Tell of each candidate whether it holds a word."""
        return self._each(np.array([word in text for text in self._texts], dtype=np.bool_))

    def count(self, pairs: frozenset[str]) -> NDArray[np.int64]:
        """Return of each candidate how many of some pairs it holds."""
        if self._pairs is None:
            self._pairs = PairCounts(self._texts)
        return self._each(self._pairs.count(pairs))

    def _each(self, told: NDArray[_T]) -> NDArray[_T]:
        return told if self._of is None else told.take(self._of)


@dataclass(frozen=True, slots=True)
class Compared:
    """What one candidate says of a query, in the order of COMPARED: it need not be worked out again for that query."""

    query: Query
    values: NDArray[np.float64]


def compare(query: Query, contents: Contents) -> NDArray[np.float64]:
    """Return what candidates say of a query by themselves, shape (number of candidates, len(COMPARED))."""
    if not contents.reads:
        return np.zeros((0, len(COMPARED)))
    asked = _Asked(query, contents)
    words = asked.words()
    rows = asked.rows(words[3])
    columns = [
        *words,
        *asked.times(),
        *asked.kinds(),
        *rows,
        asked.titles(),
        asked.abbreviations(),
        *asked.reports(),
        *asked.meant(),
    ]
    return np.array(columns, dtype=np.float64).T


class _Asked:
    """A query held against the candidates, column by column. What depends on their reports is worked out once a report."""

    def __init__(self, query: Query, contents: Contents) -> None:
        self._query, self._contents = query, contents
        weights = query.weighted_terms()
        self._terms, self._weights = tuple(weights), tuple(weights.values())
        question = fold(query.text).lower()
        self._names = tuple(names_of(t, question) if len(t) > 1 else () for t in self._terms)
        self._bare = tuple(without_marks(matching_text(t)) for t in self._terms)
        self._total = sum(self._weights) or 1
        self._pairs = pairs_of("".join(query.terms))
        self._letters = without_marks(matching_text(query.text))
        self._chinese = bool(_HAN.search(query.text))
        scope = query.scope
        self._periods = {str(y) for y in scope.years}
        if scope.span:
            self._periods |= {f"{scope.span[0]}-{scope.span[1]}", str(scope.span[1])}
        hold = contents.hold
        self._around = [hold("text", t) | hold("context", t) for t in self._terms]

    def _share(self, held: Iterable[_Held]) -> _Column:
        """Return the weight of the terms that are held, of all. Added term by term: a product would give equal candidates unequal shares."""
        share = np.zeros(len(self._contents.reads))
        for weight, column in zip(self._weights, held, strict=True):
            share += weight * column
        return share / self._total

    def words(self) -> list[_Column]:
        """Return the shares of terms and of pairs of characters that candidates hold themselves, and with what stands above them."""
        contents = self._contents
        inside = self._share(contents.hold("text", t) for t in self._terms)
        pairs = contents.share_of("letters", self._pairs)
        return [inside, self._share(self._around), pairs, contents.share_of("context_letters", self._pairs)]

    def times(self) -> list[_Column]:
        """Tell whether a figure is of a period asked about, whether all are of others, and how the report's year fits."""
        periods = self._periods
        reads = self._contents.reads
        hit = np.array([not periods.isdisjoint(r.periods) for r in reads], dtype=np.float64) if periods else np.zeros(len(reads))
        clash = (bool(periods) & self._contents.is_dated) * (1.0 - hit)
        return [hit, clash, *self._contents.of_reports(self._issue)]

    def kinds(self) -> list[_Column]:
        """Tell whether candidates have the status and the unit asked for, a figure at all, are rows, are short, are on the nation."""
        contents, need = self._contents, self._query.need
        anywhere = not self._query.scope.places
        rows = [
            (
                need.status is not None and need.status in read.statuses,
                (need.unit != "" and need.unit in read.units) or (need.unit_class != "" and need.unit_class in read.classes),
                need.task == "figure" and not passage.figures,
                bool(passage.context),
                len(passage.text) < 60,
                anywhere and metadata.place == "全国",
            )
            for read, passage, metadata in zip(contents.reads, contents.passages, contents.metadata, strict=True)
        ]
        return list(np.array(rows, dtype=np.float64).T)

    def rows(self, context_pairs: _Column) -> list[_Column]:
        """Return how well a table row's own words are those of the question, and what of it a label makes up; nothing for running text.

        A row is short and says little: that the question holds its label whole tells more than any count of words.
        """
        if not self._contents.is_row.any():
            return [np.zeros(len(self._contents.reads))] * 5
        found = [(*self._labels(r), self._cover(r)) if r.head else (0.0, 0.0, 0.0) for r in self._contents.reads]
        whole, part, cover = np.array(found, dtype=np.float64).T
        return [whole, part, self._heads(), context_pairs * self._contents.is_row, cover]

    def _labels(self, read: PassageRead) -> tuple[float, float]:
        """Return the weight of the terms in a label that the question holds whole, and in the best label, by its share that the question holds."""
        whole = part = 0.0
        for label in read.labels:
            inside = self._inside(label)
            if not inside:
                continue
            own = pairs_of(label)
            share = sum(map(self._letters.__contains__, own)) / len(own)
            whole = max(whole, inside) if label in self._letters else whole
            part = max(part, inside * share)
        return whole, part

    def _inside(self, text: str) -> float:
        return sum(w for w, t in zip(self._weights, self._bare, strict=True) if t in text) / self._total

    def _cover(self, read: PassageRead) -> float:
        return max((len(label) for label in read.labels if label in self._letters), default=0) / max(8, len(self._letters))

    def _heads(self) -> _Column:
        """Return the weight of the terms that stand in a row or its caption."""
        return self._share(self._contents.hold("head", t) for t in self._terms)

    def titles(self) -> _Column:
        """Return the weight of the terms in a report's title."""
        return self._share(self._contents.hold("title", t) for t in self._terms)

    def abbreviations(self) -> _Column:
        """Return the weight of the terms that stand in candidates or above them by themselves or by one of their full names."""
        hold = self._contents.hold
        held = []
        for column, names in zip(self._around, self._names, strict=True):
            for name in names:
                column = column | hold("text", name) | hold("context", name)
            held.append(column)
        return self._share(held)

    def meant(self) -> list[_Column]:
        """Return how surely a concept is meant that is told in candidates, or above them, as reports write it."""
        contents = self._contents
        inside, above = np.zeros(len(contents.reads)), np.zeros(len(contents.reads))
        for concept in self._query.meant:
            for name in concept.words:
                letters = without_marks(matching_text(name))
                inside = np.maximum(inside, concept.sure * contents.hold("letters", letters))
                above = np.maximum(above, concept.sure * contents.hold("context_letters", letters))
        return [inside, above]

    def reports(self) -> list[_Column]:
        """Tell whether a plan that is asked for began when a report was issued, and whether a report is in another language."""
        return self._contents.of_reports(lambda m: (self._plan_begins(m), float(self._chinese != (m.language == "zh"))))

    def _plan_begins(self, metadata: Metadata) -> float:
        """Tell whether a report was issued when the span of years asked about began: what was planned for it stands there."""
        span, year = self._query.scope.span, metadata.year
        planned = self._query.need.status == "target"
        return float(planned and bool(span) and year is not None and span[0] - 1 <= year <= span[0] + _PLANNED_BY)

    def _issue(self, metadata: Metadata) -> tuple[float, float, float]:
        """Tell whether a report was issued after the years asked about or covers them, was issued in them, or neither."""
        scope, year = self._query.scope, metadata.year
        targets = scope.years or scope.span[1:]
        after = bool(year) and year is not None and any(year == y + 1 for y in targets)
        same = bool(year) and year in targets
        covered = not covered_years(metadata.period).isdisjoint(targets)
        return float(after or covered), float(same), float(bool(targets) and not after and not same and not covered)
