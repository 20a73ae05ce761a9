"""One measure over the years: a point a year, each with its passage; values that later reports give differently are kept apart."""

import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.choosing.words import WordMatcher
from app.citations import Citations
from app.decimals import plain
from app.errors import QuestionError
from app.trends.series import OnYear, yearly_values, years_covered
from corpus.figures.figure import Status
from corpus.matching import is_chinese, matching_text
from index.catalogue import ReportCard
from index.citation import Citation
from index.opening import Library
from index.places import NATION, short_name
from index.query import read_query
from index.scope import Scope, in_scope
from index.settling import limit, settle

LONGEST_SPAN = 120
_CHANGES = re.compile(r"(?:增长|下降|上涨|增加|减少|提高)$")
# So many names of what the values are of are told where it is called otherwise than asked.
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Point:
    """The value of one year. `text` is as written, `value` a decimal string in `unit`; `restated` marks one that revises an earlier."""

    period: str
    value: str
    unit: str
    text: str
    status: Status
    report: str
    citations: tuple[int, ...]
    restated: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure's points by period, with what they cite; `place` is whose reports were read.

    `called` is what the reports call it, "" where that is the measure as it was asked for.
    """

    measure: str
    place: str
    points: tuple[Point, ...]
    citations: tuple[Citation, ...]
    latency_ms: float
    called: str = ""


def trace(
    library: Library,
    matcher: WordMatcher,
    measure: str,
    *,
    first: int | None = None,
    last: int | None = None,
    place: str = "",
    on_year: OnYear | None = None,
) -> Trend:
    """Return the points of a measure from one year to another, by default all that the reports of the place cover.

    Costs half a lookup a year; `on_year` hears of each. Raises QuestionError for an empty measure, a span of no or of too many years, a place without reports, and
    where no place is named and the reports are about several without any on the nation.
    """
    start = time.perf_counter()
    if not measure.strip():
        raise QuestionError("the measure is empty: write what to follow, as 粮食产量", chinese="请写一个指标，例如：粮食产量。")
    query = settle(library, read_query(_as_question(measure.strip()), library.catalogue()))
    query = limit(query, Scope(places=_places(library.catalogue(), place or "、".join(query.scope.places[:1]))))
    cards = in_scope(library.catalogue(), Scope(places=query.scope.places))
    years = _span(cards, first, last)
    lookups = Lookups(library, matcher)
    groups = yearly_values(lookups, query, years, on_year=on_year, named=True)
    citations = Citations()
    points = [_point(g, citations, restated=_is_later(g, groups)) for g in groups]
    name = query.scope.places[0] if query.scope.places else ""
    took = (time.perf_counter() - start) * 1000
    return Trend(measure.strip(), name, tuple(points), tuple(citations.items), took, _called(measure, groups))


def _as_question(measure: str) -> str:
    """Return the question for a measure: 生产总值增长 asks for a rate, 生产总值 for a level."""
    return f"{measure}多少" if _CHANGES.search(measure) else f"{measure}是多少" if is_chinese(measure) else measure


def _places(cards: Sequence[ReportCard], named: str) -> tuple[str, ...]:
    """Return the places to read reports of, as they are named in the catalogue."""
    known = {c.metadata.place for c in cards if c.metadata.place}
    if named:
        places = tuple(sorted(p for p in known if short_name(p) == short_name(named)))
        if not places:
            raise QuestionError(
                f"no report is about {named}: see wenju list for the places of the reports",
                chinese=f"资料库里没有{named}的报告。",
            )
        return places
    if NATION in known:
        return (NATION,)
    if len(known) > 1:
        some = sorted(known)[:3]
        raise QuestionError(
            f"the reports are about {len(known)} places ({', '.join(some)}{', …' * (len(known) > 3)}): name one with --place",
            chinese=f"资料库里有{'、'.join(some)}{'等' * (len(known) > 3)} {len(known)} 个地区的报告，请选一个地区。",
        )
    return tuple(known)


def _span(cards: Sequence[ReportCard], first: int | None, last: int | None) -> range:
    """Return the years to look up: those asked for, else from the first to the last that the reports review or cover."""
    covered = years_covered(cards)
    first = min(covered, default=0) if first is None else first
    last = max(covered, default=0) if last is None else last
    if not covered or last < first:
        raise QuestionError(
            f"no years from {first} to {last}: give --from and --to, the first year first",
            chinese="没有这段年份的报告，请改一改起止年份。",
        )
    if last - first >= LONGEST_SPAN:
        raise QuestionError(
            f"{last - first + 1} years are more than the {LONGEST_SPAN} that are taken: give --from and --to",
            chinese=f"一次最多看 {LONGEST_SPAN} 年，请改一改起止年份。",
        )
    return range(first, last + 1)


def _is_later(group: Sequence[Chosen], groups: Sequence[Sequence[Chosen]]) -> bool:
    period = group[0].candidate.figure.period
    return next(g for g in groups if g[0].candidate.figure.period == period) is not group


def _point(group: Sequence[Chosen], citations: Citations, *, restated: bool) -> Point:
    best = min(group, key=lambda c: c.candidate.sentence.ranked.year or 0)  # the first of equals: the best
    figure = best.candidate.figure
    cited = []
    for c in sorted(group, key=lambda c: c is not best):
        sentence = c.candidate.sentence
        cited.append(citations.cite(sentence.ranked.passage, sentence.start, sentence.end, sentence.text))
    report = best.candidate.sentence.ranked.passage.report
    return Point(
        figure.period, plain(figure.value), figure.unit, figure.text.strip(), figure.status, report, tuple(dict.fromkeys(cited)), restated
    )  # fmt: skip


def _called(measure: str, groups: Sequence[Sequence[Chosen]]) -> str:
    """Return what most of the figures are of, where that is not what was asked for: 恐龙蛋产量 is answered with 粮食产量."""
    counts = Counter(g[0].candidate.figure.subject for g in groups)
    subjects = [subject for subject, _ in counts.most_common(_NAMED) if subject]
    asked = matching_text(measure)
    if not subjects or any(asked in matching_text(s) for s in subjects):
        return ""
    return "、".join(subjects)
