"""Answer how a value moved over years: its value in every year, and how far the last lies from the first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.lookup import Lookups
from app.choosing.standing import sentence_of
from app.over_years.asked import LONGEST_SPAN, measure_in, where_looked, years_looked_at
from app.over_years.named import of_the_measure
from app.over_years.telling_moves import YearsTold, tell_moves
from app.several.members import listed
from app.trends.series import IsOfSort, yearly_values
from corpus.figures.numerals import fold
from corpus.matching import is_chinese, matching_text
from index.asking import tells, without
from index.catalogue import ReportCard
from index.need import Need
from index.places import same_places, short_name
from index.query import Query, read_query
from index.unit_classes import class_of_unit

_FEWEST, _FEW_YEARS = 2, 5
# How far a figure must speak of each word of the measure; of a word that names whose it is it speaks hardly at all.
_SPOKEN, _NAMED, _ALIKE, _NEARLY = 0.6, 0.1, 0.5, 6.0
# So many figures are looked through for a row or a sentence that gives several years.
_TRIED = 60
_LEVELS, _PERCENT = frozenset({"level", "share"}), frozenset({"%", "‰"})
# What asks for the way of a value in English stands around its name.
_AROUND = re.compile(
    r"\bhow (?:has|have|did|does|do)\b|\bwhat (?:was|were|is|are)\b|\b(?:change|develop|evolve|move)d?\b(?! of\b)"
    r"|\b(?:the )?(?:trends?|changes?|developments?|evolution)(?: (?:in|of))?\b"
)


@dataclass(frozen=True, slots=True)
class AskedMove:
    """The query for the measure, what the question calls it, and the years whose values tell how it moved.

    `is_anyones` tells that nobody is named: all values must be of one report then.
    """

    query: Query
    measure: str
    years: tuple[int, ...]
    is_anyones: bool


def answered_as_moved(lookups: Lookups, question: str, query: Query, catalogue: Sequence[ReportCard]) -> Answer | None:
    """Return the answer of how a value moved over years; None if that is not asked, or fewer than two years have a value.

    Costs half a lookup a year.
    """
    asked = read_asked_move(query, question, catalogue)
    if asked is None:
        return None
    by_year = _told_together(lookups, asked)
    if len(by_year) < len(asked.years):
        apart = _year_by_year(lookups, asked)
        by_year = apart if len(apart) > len(by_year) else by_year
    if len(by_year) < _FEWEST or not _tells_enough(by_year, asked.years):
        return None
    missing = tuple(year for year in asked.years if year not in by_year)
    return tell_moves(question, asked.query, YearsTold(by_year, missing))


def _tells_enough(by_year: Mapping[int, Sequence[Chosen]], years: Sequence[int]) -> bool:
    """Tell values of enough years: of a short stretch any, of a long one those of both its ends or of half of it."""
    ends = min(years) in by_year and max(years) in by_year
    return ends or len(years) <= _FEW_YEARS or 2 * len(by_year) >= len(years)


def read_asked_move(query: Query, question: str, catalogue: Sequence[ReportCard]) -> AskedMove | None:
    """Return what a question for the way of a value asks, None if it asks for none, names no years, or asks about several places or measures."""
    text = fold(question).lower()
    scope = query.scope
    several = len(same_places(scope.places)) > 1 or len(scope.issuers) > 1 or len(listed(query)) > 1
    if not tells(text, "value moved") or several or scope.unknown or scope.issued or not (scope.years or scope.span):
        return None
    named = where_looked(scope, catalogue)
    where = named or replace(scope, years=(), span=(), compared=())
    years = years_looked_at(text, where, catalogue)
    if len(scope.span) == _FEWEST:
        years = tuple(range(scope.span[0], scope.span[1] + 1))
    chinese = is_chinese(text)
    measure = measure_in(without(text, "value moved")) if chinese else measure_in(" ".join(_AROUND.sub(" ", text).split()))
    if not _FEWEST <= len(years) <= LONGEST_SPAN or not measure:
        return None
    own = read_query(f"{measure}是多少" if chinese else f"what was {measure}?", catalogue, scope=where)
    return AskedMove(own, measure, years, named is None) if own.terms else None


def _told_together(lookups: Lookups, asked: AskedMove) -> dict[int, list[Chosen]]:
    """Return the values of the years that one sentence or row of a table gives, that which gives most of them; the likeliest of equals."""
    scope = replace(asked.query.scope, years=asked.years)
    looked_up = lookups.look_up(replace(asked.query, scope=scope))
    found = looked_up.chosen[:_TRIED] if looked_up.sure else ()
    is_of_sort, status = _sort_of(asked.query.need), asked.query.need.status or "actual"
    years = set(map(str, asked.years))
    rows: dict[tuple[object, ...], dict[int, list[Chosen]]] = {}
    for c in found:
        figure = c.candidate.figure
        if figure.period in years and figure.status == status and is_of_sort(figure) and _speaks_of(c, asked.query):
            row = rows.setdefault((*sentence_of(c), figure.kind, figure.unit), {})
            row.setdefault(int(figure.period), [c])
    near = (row for row in rows.values() if found[0].score - max(own[0].score for own in row.values()) <= _NEARLY)
    return max(near, key=lambda row: (len(row), max(own[0].candidate.subject for own in row.values())), default={})


def _year_by_year(lookups: Lookups, asked: AskedMove) -> dict[int, list[Chosen]]:
    """Return the values of the years, each looked up by itself: those that are called what the surest is."""
    groups = yearly_values(lookups, asked.query, asked.years, is_of_sort=_sort_of(asked.query.need))
    groups = of_the_measure(groups, asked.measure, tuple(map(short_name, asked.query.scope.places)))
    groups = [g for g in groups if _speaks_of(g[0], asked.query)]
    if not groups:
        return {}
    surest = max(groups, key=lambda g: g[0].score)[0]
    by_year: dict[int, list[Chosen]] = {}
    for group in groups:
        first = group[0]
        same = named_alike(first.candidate, surest.candidate) >= _ALIKE or not _is_far(first, surest)
        year = int(first.candidate.figure.period)
        # How fast something grew is told at constant prices and at current ones, which revise one another no more than town and country do.
        again = year in by_year and first.candidate.figure.kind not in _LEVELS
        if same and not again and (not asked.is_anyones or _report(first) == _report(surest)):
            by_year.setdefault(year, []).append(first)
    return by_year if _is_steady(by_year) else {}


def _is_steady(by_year: Mapping[int, Sequence[Chosen]]) -> bool:
    """Tell values of which none is many times its neighbour: else the figures are of different things."""
    values = [by_year[year][0] for year in sorted(by_year)]
    return not any(_is_far(a, b) for a, b in pairwise(values))


def _is_far(a: Chosen, b: Chosen) -> bool:
    """Tell levels of one unit, one of them more than three times the other."""
    first, second = a.candidate.figure, b.candidate.figure
    if first.unit != second.unit or first.kind not in _LEVELS:
        return False
    small, large = sorted((abs(first.value), abs(second.value)))
    return small * 3 < large


def _report(c: Chosen) -> str:
    return c.candidate.sentence.ranked.passage.report


def _sort_of(need: Need) -> IsOfSort:
    """Return what tells the values of what is asked for from how these grew: a share and an amount are no rate of growth, and a rate is no amount."""
    if "growth" in need.kinds:
        return lambda figure: figure.kind == "growth"
    percent = "share" in need.kinds or need.unit_class == "percent"
    if need.unit_class == "money":
        return lambda figure: figure.kind in _LEVELS and class_of_unit(figure.unit) == "money"
    # A rate may be so many per thousand, or per so many hours.
    return lambda figure: figure.kind in _LEVELS and (percent or figure.unit not in _PERCENT)


def _speaks_of(chosen: Chosen, query: Query) -> bool:
    """Tell whether a figure speaks of all words of the measure; whose it is (a company's name) the report tells, and no sentence."""
    title = matching_text(chosen.candidate.sentence.ranked.passage.title)
    words = zip(query.terms, chosen.candidate.spoken.own, strict=True)
    told = [float(own) for term, own in words if len(term) > 1 and matching_text(term) not in title]
    said = [own for own in told if own >= _NAMED]
    return bool(said) and min(said) >= _SPOKEN and len(said) >= len(told) - (len(told) > 1)
