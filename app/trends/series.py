"""The values of one measure year by year: for each year the figures that state one value, and those of later reports that revise it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median

from app.agreement import same_unit, value_verdict
from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.lookup import Lookup, Lookups
from app.most.bodies import plain_measure
from app.most.items import says
from app.refusals.contradiction import contradicts
from app.trends.one_name import of_one_name
from corpus.character_pairs import character_pairs
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.matching import matching_text
from index.catalogue import ReportCard
from index.query import Query

_TRIED = 8
# How far a figure must speak of the words of a measure.
_SPOKEN = 0.6
# A value that a later report gives for the same year and measure differs by a revision, not by a factor.
_REVISED = Decimal("0.15")
# A level three times as high or low as those of the years around it is of something else: a sum of several years, a part, one head's share.
# A rate of growth varies more, and is only too high.
_OUTLYING, _OUTLYING_RATE, _NEIGHBOURS = Decimal(3), Decimal(5), 4
_LEVELS = frozenset({"level", "share"})

# Takes how many years were looked up and how many there are.
OnYear = Callable[[int, int], None]
# Tells whether a figure may be a value of the measure at all.
IsOfSort = Callable[[Figure], bool]


@dataclass(frozen=True, slots=True)
class _Year:
    """The figures of a year and of the status asked for that were found for it, best first."""

    year: int
    fitting: tuple[Chosen, ...]


def yearly_values(
    lookups: Lookups,
    query: Query,
    years: Sequence[int],
    *,
    unit: str = "",
    on_year: OnYear | None = None,
    is_of_sort: IsOfSort | None = None,
    named: bool = False,
) -> list[list[Chosen]]:
    """Return the figures that state the value of each year, the years in order; a year of which later reports differ has a group for each value.

    Costs half a lookup a year. `unit` is one that the values can be given in, "" for any; `on_year` is called before each lookup;
    figures that are not of the sort asked for are as if no report told them. With `named` a figure must speak of the measure by its words, as the
    name of one does; a question may ask in words of its own.
    """
    asked = [of_one_year(query, year) for year in years]
    looked_up = lookups.look_up_years(asked[0], _told(asked, on_year)) if asked else ()
    found = [_fitting(year, own, query, unit, is_of_sort, named=named) for year, own in zip(years, looked_up, strict=True)]
    kept = of_one_name([y.fitting for y in found], query.scope.places)
    found = [replace(y, fitting=tuple(own)) for y, own in zip(found, kept, strict=True) if own]
    standard = _standard(found)
    groups = [g for y in found for g in _groups(y, standard, query)]
    return [g for g in groups if not _is_outlying(g, groups)]


def years_covered(cards: Iterable[ReportCard]) -> list[int]:
    """Return the years that reports review or cover, a report's own once each."""
    cards = list(cards)
    covered = [c.metadata.year - 1 for c in cards if c.metadata.year is not None]
    return covered + [int(c.metadata.period[:4]) for c in cards if c.metadata.period[:4].isdigit()]


def of_one_year(query: Query, year: int) -> Query:
    """Return a question that names no year as one about a year."""
    return replace(query, text=f"{year}年{query.text}", scope=replace(query.scope, years=(year,), span=()))


def _told(asked: Sequence[Query], on_year: OnYear | None) -> Iterator[Query]:
    """Yield the queries, and tell of each before it is looked up."""
    for n, query in enumerate(asked):
        if on_year:
            on_year(n, len(asked))
        yield query


def _fitting(year: int, found: Lookup, query: Query, unit: str, is_of_sort: IsOfSort | None, *, named: bool) -> _Year:
    status = query.need.status or "actual"
    told = [c for c in found.chosen if is_of_sort is None or is_of_sort(c.candidate.figure)]
    fitting = tuple(c for c in told if c.candidate.figure.period == str(year) and c.candidate.figure.status == status)
    fitting = tuple(c for c in fitting if not unit or same_unit(c.candidate.figure.unit, unit))
    chooser = load_chooser()
    asked = found.dated or found.query
    likely = (c for c in fitting[:_TRIED] if (not named or _is_spoken_of(asked, c)) and not contradicts(asked, c.candidate))
    sure = tuple(c for c in likely if confidence([c, *(o for o in told if o is not c)], chooser) >= chooser.threshold)
    return _Year(year, sure)


def _is_spoken_of(query: Query, c: Chosen) -> bool:
    """Tell a figure that speaks of what is measured: a line that goes on over the years must not change what it is of."""
    passage = c.candidate.sentence.ranked.passage
    told = f"{passage.context} {c.candidate.figure.subject} {c.candidate.sentence.text}"
    return c.candidate.spoken.share >= _SPOKEN or says(query, told)


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
    wanted = character_pairs(matching_text("".join(query.terms)))
    named = [len(wanted & character_pairs(matching_text(c.figure.subject))) for c in (a, b)]
    return near and apart and bool(named[1]) and named[1] >= named[0] and _is_one_name(a.figure, b.figure, query)


def _is_one_name(a: Figure, b: Figure, query: Query) -> bool:
    """Tell names of which one says no more than the other: 床位 and 医院床位, not 医院床位 and 养老床位."""
    first, second = (set(plain_measure(f.subject, query.scope.places)) for f in (a, b))
    return first <= second or second <= first
