"""Rank candidate passages: what each one says for itself (features) and how much that counts (weights, learnt)."""

import json
import operator
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.figures.numerals import fold
from corpus.matching import matching_text
from corpus.report import Metadata
from index.abbreviations import names_of
from index.passage_read import PassageRead, pairs_of, read_passage, without_marks
from index.query import Query
from index.spoken import NOTHING, Spoken
from index.store import StoredPassage

FEATURES = (
    "lexical_share", "lexical", "lexical_rank", "dense", "dense_rank", "both", "coverage", "coverage_context", "pairs", "pairs_context", "period", "period_clash",
    "issue_after", "issue_same", "issue_clash", "status", "unit", "no_figure", "row", "short", "nation", "latest",
    "row_label", "row_label_share", "row_head", "row_pairs_context",
    "row_detail", "detail", "row_label_cover", "title_words", "foreign_detail",
    "sentence_soft", "clause_soft", "figure_soft", "figure_fits", "row_soft", "foreign_soft", "abbreviations", "plan_begins", "foreign",
)  # fmt: skip
WEIGHTS = Path(__file__).with_name("ranking_weights.json")


_HAN = re.compile("[一-龥]")
# The first plan was told of in 1955, two years after it began.
_PLANNED_BY = 2


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage as the two searches found it: its scores (0 where a search did not find it) and ranks from 1 (0 likewise).

    `detail` is the cosine of the question's words with the best sentence of the passage, or with what the best cell of a row is of;
    `spoken` how far its clauses speak of them word by word.
    """

    passage: StoredPassage
    metadata: Metadata
    lexical: float
    lexical_rank: int
    dense: float
    dense_rank: int
    detail: float = 0.0
    spoken: Spoken = NOTHING
    compared: "Compared | None" = None

    def looked_at(self, detail: float, spoken: Spoken) -> "Retrieved":
        """Return it with what was found when its sentences were looked at."""
        return replace(self, detail=detail, spoken=spoken)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a passage says of a query, whatever the other candidates are: it need not be worked out again for that query."""

    query: Query
    words: list[float]
    times: list[float]
    kinds: list[float]
    row: list[float]
    label: float
    title: float
    abbreviations: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model over FEATURES."""

    values: NDArray[np.float32]
    intercept: float


@cache
def load_weights(path: Path = WEIGHTS) -> Weights:
    """Read the weights from their file; a feature that it does not name weighs nothing."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(np.array([data["weights"].get(name, 0.0) for name in FEATURES], dtype=np.float32), data["intercept"])


def features(query: Query, found: list[Retrieved]) -> NDArray[np.float32]:
    """Return the features of candidates, shape (len(found), len(FEATURES))."""
    best = max((r.lexical for r in found), default=0.0) or 1.0
    years = [r.metadata.year for r in found if r.metadata.year]
    newest = max(years, default=0)
    asked = _Asked(query)
    rows = []
    for r in found:
        same = r.compared is not None and r.compared.query is query
        c = r.compared if same and r.compared is not None else asked.compare(r)
        latest = float(asked.undated and r.metadata.year == newest)
        detail = asked.detail_part(r, c)
        rows.append([*_search_part(r, best), *c.words, *c.times, *c.kinds, latest, *c.row, *detail])
    return np.array(rows, dtype=np.float32).reshape(len(found), len(FEATURES))


def compare(query: Query, found: Sequence[Retrieved]) -> list[Retrieved]:
    """Return candidates with what they say of a query by themselves."""
    asked = _Asked(query)
    return [replace(r, compared=asked.compare(r)) for r in found]


def _search_part(r: Retrieved, best: float) -> list[float]:
    lexical_rank = 1 / (r.lexical_rank + 4) if r.lexical_rank else 0.0
    dense_rank = 1 / (r.dense_rank + 4) if r.dense_rank else 0.0
    return [
        r.lexical / best,
        min(r.lexical / 40, 2.0),
        lexical_rank,
        r.dense,
        dense_rank,
        float(r.lexical_rank > 0 and r.dense_rank > 0),
    ]


class _Asked:
    """A question as candidates are compared with it. What depends on their reports, or on which words they hold, is worked out once."""

    def __init__(self, query: Query) -> None:
        self._query = query
        weights = query.weighted_terms()
        self._terms, self._weights = tuple(weights), tuple(weights.values())
        question = fold(query.text).lower()
        self._named = tuple((t, *names_of(t, question)) if len(t) > 1 else (t,) for t in self._terms)
        self._bare = tuple(without_marks(matching_text(t)) for t in self._terms)
        self._total = sum(self._weights) or 1
        self._pairs = pairs_of("".join(query.terms))
        self._letters = without_marks(matching_text(query.text))
        self._chinese = bool(_HAN.search(query.text))
        scope = query.scope
        self._periods = {str(y) for y in scope.years}
        if scope.span:
            self._periods |= {f"{scope.span[0]}-{scope.span[1]}", str(scope.span[1])}
        self.undated = not scope.years and not scope.span and not scope.issued
        self._shares: dict[tuple[bool, ...], float] = {}
        self._times: dict[Metadata, list[float]] = {}

    def compare(self, r: Retrieved) -> Compared:
        """Return what a candidate says of the question by itself."""
        read = read_passage(r.passage)
        words = self._word_part(read)
        held = max((len(label) for label in read.labels if label in self._letters), default=0)
        return Compared(
            self._query,
            words,
            self._time_part(r.metadata, read.periods),
            self._kind_part(r, read),
            self._row_part(r, read, context_pairs=words[3]),
            held / max(8, len(self._letters)),
            self._share(map(read.title.__contains__, self._terms)),
            self._share(any(n in read.text or n in read.context for n in names) for names in self._named),
        )

    def _share(self, held: Iterable[bool]) -> float:
        """Return the weight of the terms that are held, of all."""
        key = tuple(held)
        share = self._shares.get(key)
        if share is None:
            share = self._shares[key] = sum(w for w, h in zip(self._weights, key, strict=True) if h) / self._total
        return share

    def _shared(self, letters: str) -> float:
        """Return the share of the question's pairs that stand in a text."""
        return sum(map(letters.__contains__, self._pairs)) / len(self._pairs) if self._pairs else 0.0

    def _word_part(self, read: PassageRead) -> list[float]:
        inside = tuple(map(read.text.__contains__, self._terms))
        around = map(operator.or_, inside, map(read.context.__contains__, self._terms))
        return [self._share(inside), self._share(around), self._shared(read.letters), self._shared(read.context_letters)]

    def _time_part(self, metadata: Metadata, periods: frozenset[str]) -> list[float]:
        hit = not self._periods.isdisjoint(periods)
        issue = self._times.get(metadata)
        if issue is None:
            issue = self._times[metadata] = self._issue(metadata)
        return [float(hit), float(bool(self._periods) and bool(periods) and not hit), *issue]

    def _issue(self, metadata: Metadata) -> list[float]:
        """Tell whether a report was issued after the years asked about or covers them, was issued in them, or neither."""
        scope, year = self._query.scope, metadata.year
        targets = scope.years or scope.span[1:]
        after = bool(year) and year is not None and any(year == y + 1 for y in targets)
        same = bool(year) and year in targets
        covered = any(_covers(metadata.period, y) for y in targets)
        return [float(after or covered), float(same), float(bool(targets) and not after and not same and not covered)]

    def _kind_part(self, r: Retrieved, read: PassageRead) -> list[float]:
        need = self._query.need
        unit = (need.unit != "" and need.unit in read.units) or (need.unit_class != "" and need.unit_class in read.classes)
        nation = not self._query.scope.places and r.metadata.place == "全国"
        return [
            float(need.status is not None and need.status in read.statuses),
            float(unit),
            float(need.task == "figure" and not r.passage.figures),
            float(bool(r.passage.context)),
            float(len(r.passage.text) < 60),
            float(nation),
        ]

    def _row_part(self, r: Retrieved, read: PassageRead, *, context_pairs: float) -> list[float]:
        """Return how well a table row's own words are those of the question; nothing for running text.

        A row is short and says little: that the question holds its label whole tells more than any count of words.
        """
        if not r.passage.context:
            return [0.0, 0.0, 0.0, 0.0]
        whole = part = 0.0
        for label in read.labels:
            inside = self._share(map(label.__contains__, self._bare))
            if not inside:
                continue
            own = pairs_of(label)
            share = sum(map(self._letters.__contains__, own)) / len(own)
            whole = max(whole, inside) if label in self._letters else whole
            part = max(part, inside * share)
        return [whole, part, self._share(map(read.head.__contains__, self._terms)), context_pairs]

    def detail_part(self, r: Retrieved, compared: Compared) -> list[float]:
        """Return how near the best sentence or cell is, how much of the question a row's label makes up, and what of it the title says."""
        row = bool(r.passage.context)
        foreign = self._chinese != (r.metadata.language == "zh")
        return [
            r.detail if row else 0.0,
            0.0 if row else r.detail,
            compared.label,
            compared.title,
            r.detail if foreign else 0.0,
            *self._spoken_part(r, row=row, foreign=foreign),
            compared.abbreviations,
            self._plan_begins(r.metadata),
            float(foreign),
        ]

    def _spoken_part(self, r: Retrieved, *, row: bool, foreign: bool) -> list[float]:
        spoken = r.spoken
        return [
            spoken.sentence,
            spoken.clause,
            spoken.figure,
            spoken.fitting,
            spoken.figure if row else 0.0,
            spoken.sentence if foreign else 0.0,
        ]

    def _plan_begins(self, metadata: Metadata) -> float:
        """Tell whether a report was issued when the span of years asked about began: what was planned for it stands there."""
        span, year = self._query.scope.span, metadata.year
        planned = self._query.need.status == "target"
        return float(planned and bool(span) and year is not None and span[0] - 1 <= year <= span[0] + _PLANNED_BY)


def _covers(period: str, year: int) -> bool:
    first, _, last = period.partition("-")
    return first[:4].isdigit() and int(first[:4]) <= year <= int((last or first)[:4])
