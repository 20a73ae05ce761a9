"""One measure over the years: a point a year, each with its passage; values that later reports give differently are kept apart."""

import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median

from app.agreement import same_unit, value_verdict
from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.lookup import Lookup, Lookups
from app.choosing.words import WordMatcher
from app.composing import Citations
from app.decimals import plain
from app.errors import QuestionError
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure, Status
from corpus.matching import matching_text
from index.catalogue import ReportCard
from index.citation import Citation
from index.opening import Library
from index.places import NATION, short_name
from index.query import Query, read_query
from index.scope import Scope, in_scope
from index.settling import limit, settle

LONGEST_SPAN = 120
_TRIED = 8
# A value that a later report gives for the same year and measure differs by a revision, not by a factor.
_REVISED = Decimal("0.15")
_CHANGES = re.compile(r"(?:增长|下降|上涨|增加|减少|提高)$")
_HAN = re.compile("[一-龥]")
# A level three times as high or low as those of the years around it is of something else: a sum of several years, a part, one head's share.
# A rate of growth varies more, and is only too high.
_OUTLYING, _OUTLYING_RATE, _NEIGHBOURS = Decimal(3), Decimal(5), 4
# So many names of what the values are of are told where it is called otherwise than asked.
_NAMED = 2
_LEVELS = frozenset({"level", "share"})


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


# Takes how many years were looked up and how many there are.
OnYear = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Year:
    """What was found for a year, and the figures of that very year and status among it, best first."""

    year: int
    found: Lookup
    fitting: tuple[Chosen, ...]


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

    Costs one lookup a year; `on_year` hears of each. Raises QuestionError for an empty measure, a span of no or of too many years, a place without reports, and
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
    found = []
    for n, year in enumerate(years):
        if on_year:
            on_year(n, len(years))
        found.append(_of_year(lookups, query, year))
    found = [y for y in found if y.fitting]
    standard = _standard(found)
    citations = Citations()
    groups = [g for y in found for g in _groups(y, standard, query)]
    kept = [g for g in groups if not _is_outlying(g, groups)]
    points = [_point(g, citations, restated=_is_later(g, groups)) for g in kept]
    name = query.scope.places[0] if query.scope.places else ""
    took = (time.perf_counter() - start) * 1000
    return Trend(measure.strip(), name, tuple(points), tuple(citations.items), took, _called(measure, kept))


def _as_question(measure: str) -> str:
    """Return the question for a measure: 生产总值增长 asks for a rate, 生产总值 for a level."""
    return f"{measure}多少" if _CHANGES.search(measure) else f"{measure}是多少" if _HAN.search(measure) else measure


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
        some = "、".join(sorted(known)[:3])
        raise QuestionError(
            f"the reports are about {len(known)} places ({some} …): name one with --place",
            chinese=f"资料库里有{some}等 {len(known)} 个地区的报告，请选一个地区。",
        )
    return tuple(known)


def _span(cards: Sequence[ReportCard], first: int | None, last: int | None) -> range:
    """Return the years to look up: those asked for, else from the first to the last that the reports review or cover."""
    covered = [c.metadata.year - 1 for c in cards if c.metadata.year is not None]
    covered += [int(c.metadata.period[:4]) for c in cards if c.metadata.period[:4].isdigit()]
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


def _of_year(lookups: Lookups, query: Query, year: int) -> _Year:
    asked = replace(query, text=f"{year}年{query.text}", scope=replace(query.scope, years=(year,), span=()))
    found = lookups.look_up(asked)
    status = query.need.status or "actual"
    fitting = tuple(c for c in found.chosen if c.candidate.figure.period == str(year) and c.candidate.figure.status == status)
    chooser = load_chooser()
    sure = tuple(
        c for c in fitting[:_TRIED] if confidence([c, *(o for o in found.chosen if o is not c)], chooser) >= chooser.threshold
    )
    return _Year(year, found, sure)


def _standard(found: Sequence[_Year]) -> Figure | None:
    """Return a figure of the unit and kind that most years give: what the others are held against."""
    firsts = [y.fitting[0].candidate.figure for y in found]
    if not firsts:
        return None
    counts = Counter((_kind(f), next(g.unit for g in firsts if same_unit(g.unit, f.unit))) for f in firsts)
    (kind, unit), _ = counts.most_common(1)[0]
    return next(f for f in firsts if _kind(f) == kind and same_unit(f.unit, unit))


def _kind(figure: Figure) -> str:
    return "level" if figure.kind in _LEVELS else figure.kind


def _groups(year: _Year, standard: Figure | None, query: Query) -> list[list[Chosen]]:
    """Return the figures of a year that state one value, and more such groups where other reports revise it; the first report's first."""
    alike = [c for c in year.fitting if standard is not None and _is_alike(c.candidate.figure, standard)]
    groups = [[alike[0]]] if alike else []
    for other in alike[1:]:
        same = next((g for g in groups if _agree(g[0].candidate.figure, other.candidate.figure)), None)
        if same is not None:
            same.append(other)
        elif _is_revision(alike[0], other, query):
            groups.append([other])
    return sorted(groups, key=_issued)


def _issued(group: Sequence[Chosen]) -> int:
    return min(c.candidate.sentence.ranked.year or 0 for c in group)


def _is_later(group: Sequence[Chosen], groups: Sequence[Sequence[Chosen]]) -> bool:
    period = group[0].candidate.figure.period
    return next(g for g in groups if g[0].candidate.figure.period == period) is not group


def _is_outlying(group: Sequence[Chosen], groups: Sequence[Sequence[Chosen]]) -> bool:
    figure = group[0].candidate.figure
    others = [g[0].candidate.figure for g in groups if g[0].candidate.figure.period != figure.period]
    near = sorted(others, key=lambda f: abs(int(f.period) - int(figure.period)))[:_NEIGHBOURS]
    values = [v for f in near if (v := convert(f.value, f.unit, figure.unit)) is not None and v > 0]
    if figure.value <= 0 or len(values) < _NEIGHBOURS:
        return False
    middle = median(values)
    if figure.kind not in _LEVELS:
        return figure.value > middle * _OUTLYING_RATE
    return not middle / _OUTLYING <= figure.value <= middle * _OUTLYING


def _is_alike(figure: Figure, standard: Figure) -> bool:
    return _kind(figure) == _kind(standard) and same_unit(figure.unit, standard.unit)


def _agree(a: Figure, b: Figure) -> bool:
    """Tell figures that state one value: in another unit, or rounded."""
    return value_verdict(a, b) is not None or value_verdict(b, a) is not None


def _is_revision(first: Chosen, other: Chosen, query: Query) -> bool:
    """Tell a value of the same measure from another report that is near enough to be a revision."""
    a, b = first.candidate, other.candidate
    value = convert(b.figure.value, b.figure.unit, a.figure.unit)
    near = value is not None and abs(value - a.figure.value) <= abs(a.figure.value) * _REVISED
    apart = a.sentence.ranked.passage.report != b.sentence.ranked.passage.report
    wanted = _grams("".join(query.terms))
    named = [len(wanted & _grams(c.figure.subject)) for c in (a, b)]
    return near and apart and bool(named[1]) and named[1] >= named[0]


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


def _grams(text: str) -> frozenset[str]:
    folded = matching_text(text)
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1))
