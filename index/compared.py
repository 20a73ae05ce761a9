"""What candidates say of a query by themselves, whatever the others are: which of its words they hold, of what time and kind they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.matching import is_chinese
from corpus.report import Metadata, covered_years
from index.pair_counts import PairCounts
from index.passage_read import PassageRead, pairs_of, read_passage
from index.query import Query
from index.stored_passage import StoredPassage

# What is compared, in the order of the columns.
COMPARED = (
    "coverage", "coverage_context", "pairs", "period_clash", "issue_clash", "status", "unit", "no_figure", "row", "short", "nation", "foreign",
)  # fmt: skip

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
            "letters": _Told([r.letters for r in self.reads]),
        }
        self._held: dict[tuple[str, str], _Held] = {}
        # Several candidates are of one report.
        places: dict[int, int] = {}
        self._report_of = np.array([places.setdefault(id(m), len(places)) for m in metadata], dtype=np.int64)
        self._reports = list({id(m): m for m in metadata}.values())
        self.is_dated: _Held = np.array([bool(r.periods) for r in self.reads], dtype=np.bool_)

    def of_reports(self, told: Callable[[Metadata], bool]) -> _Column:
        """Return what a function tells of the report of each candidate; it is asked once a report."""
        column: _Column = np.array([told(m) for m in self._reports], dtype=np.float64).take(self._report_of)
        return column

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
    columns = [*asked.words(), asked.period_clash(), asked.issue_clash(), *asked.kinds(), asked.foreign()]
    return np.array(columns, dtype=np.float64).T


class _Asked:
    """A query held against the candidates, column by column. What depends on their reports is worked out once a report."""

    def __init__(self, query: Query, contents: Contents) -> None:
        self._query, self._contents = query, contents
        weights = query.weighted_terms()
        self._terms, self._weights = tuple(weights), tuple(weights.values())
        self._total = sum(self._weights) or 1
        self._pairs = pairs_of("".join(query.terms))
        self._chinese = is_chinese(query.text)
        scope = query.scope
        self._periods = {str(y) for y in scope.years}
        if scope.span:
            self._periods |= {f"{scope.span[0]}-{scope.span[1]}", str(scope.span[1])}

    def _share(self, held: Iterable[_Held]) -> _Column:
        """Return the weight of the terms that are held, of all. Added term by term: a product would give equal candidates unequal shares."""
        share = np.zeros(len(self._contents.reads))
        for weight, column in zip(self._weights, held, strict=True):
            share += weight * column
        return share / self._total

    def words(self) -> list[_Column]:
        """Return the share of terms that candidates hold, that they hold with what stands above them, and of pairs of characters that they hold."""
        hold = self._contents.hold
        inside = [hold("text", t) for t in self._terms]
        around = [held | hold("context", t) for held, t in zip(inside, self._terms, strict=True)]
        return [self._share(inside), self._share(around), self._contents.share_of("letters", self._pairs)]

    def period_clash(self) -> _Column:
        """Tell whether all figures of a candidate that have a period are of others than those asked about."""
        periods, contents = self._periods, self._contents
        if not periods:
            return np.zeros(len(contents.reads))
        other = [periods.isdisjoint(r.periods) for r in contents.reads]
        clash: _Column = np.array(other, dtype=np.float64) * contents.is_dated
        return clash

    def issue_clash(self) -> _Column:
        """Tell whether a report was issued neither in the years asked about nor in the year after, and covers none of them."""
        return self._contents.of_reports(self._is_of_other_years)

    def foreign(self) -> _Column:
        """Tell whether a report is in another language."""
        return self._contents.of_reports(lambda m: self._chinese != (m.language == "zh"))

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

    def _is_of_other_years(self, metadata: Metadata) -> bool:
        year, targets = metadata.year, self._query.scope.years or self._query.scope.span[1:]
        near = year and any(year in (y, y + 1) for y in targets)
        return bool(targets) and not near and covered_years(metadata.period).isdisjoint(targets)
