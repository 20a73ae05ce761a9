"""Whether a value is more in one year than in another: 比2022年多吗, has it fallen since 2021; by the values of both years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.likeness import named_within
from app.choosing.standing import place_of, sentence_of
from app.computed_words import compose_uncomputed
from app.over_years.named import is_called
from app.working.deriving import Derived, difference
from app.yes_no.asked import YesNo
from app.yes_no.speaking import speaks_of_measure
from app.yes_no.telling import Decision, Told, tell, value_said
from app.yes_no.way import asked_way, verdict_of
from corpus.figures.figure import Kind
from corpus.figures.numerals import fold
from corpus.figures.parts_of_year import is_of_other_part
from index.places import same_places
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED, _FITS, _CALLED = 8, 3.0, 0.5
_SINCE = re.compile(r"\bsince\b|\bcompared (?:with|to)\b|\bthan in\b|以来|[比较跟与]|[高低快慢大小多少]于|超过")
_RATE_NAMED = re.compile(r"增[速幅]|增长率|涨幅|占比|比重|率|\brate\b|\bgrowth\b|\bshare\b")
# Words of moving and comparing name no measure.
_MOVED = re.compile(
    r"[多少高低大小快慢增减升降涨跌]|增加|减少|增长|下降|上升|提高|降低|上涨|下跌|增产|减产"
    r"|(?:ris|rose|grow|grew|fall|fell|increas|decreas|declin|drop|higher|lower|more|less|fewer|compared|since|changed?).*"
)


def between_years(yes_no: YesNo) -> Answer | None:
    """Return which way a value went from one year to another, None if the question does not ask it, or one of the two values is missing."""
    query, clause, english = yes_no.asked, yes_no.clause, yes_no.english
    scope = query.scope
    if asked_way(clause) is None or scope.span or len(same_places(scope.places)) > 1 or len(scope.issuers) > 1:
        return None
    terms = tuple(t for t in query.terms if not _MOVED.fullmatch(t))
    bare = replace(query, terms=terms, need=replace(query.need, task="figure", many=False, kinds=_kinds(query), status=None))
    years = _years(yes_no, bare) if terms else ()
    values = [list(_values_of(yes_no, bare, year)) for year in years]
    if len(values) != 2:
        return None
    # A report in English and one in Chinese may tell one year each, and one of them both.
    pairs = ((b, a, _apart(b, a)) for b, a in product(*values))
    before, after, apart = next((pair for pair in pairs if pair[2] is not None), (None, None, None))
    if before is None or after is None or apart is None:
        return _one_missing(yes_no, years, values)
    rose = after.candidate.figure.value > before.candidate.figure.value
    # A year that neither the question nor a quote writes would be a numeral without proof.
    told = tuple(
        Told(name, (c,), f"{name}{' ' if english else ''}{value_said(c)}")
        for name, c in (
            (_name(years[1], clause, english, last=True), after),
            (_name(years[0], clause, english, last=False), before),
        )
    )
    verdict = verdict_of(clause, "up" if rose else "down", english=english)
    return tell(yes_no, Decision(verdict, told, "", apart, "a difference of " if english else "相差"))


def _one_missing(yes_no: YesNo, years: Sequence[int], values: Sequence[Sequence[Chosen]]) -> Answer | None:
    """Return the value of the one year that has any, and that the other has none; None where both have, or neither."""
    if not yes_no.query.scope.compared or sum(map(bool, values)) != 1:
        return None
    names = [_name(year, yes_no.clause, yes_no.english, last=year == years[1]) for year in years]
    there, missing = (0, 1) if values[0] else (1, 0)
    measure = "".join(t for t in yes_no.query.terms if not _MOVED.fullmatch(t))
    called = next((c for c in values[there] if is_called(c, measure)), None)
    if called is None:
        return None
    return compose_uncomputed(yes_no.question, yes_no.query, [(names[there], called)], [names[missing]])


def _kinds(query: Query) -> tuple[Kind, ...]:
    """Return the kinds of the values that are compared: 增速比上年快 compares rates, 比上年增长 amounts."""
    return tuple(k for k in query.need.kinds if k in {"growth", "share"} and _RATE_NAMED.search(fold(query.text).lower()))


def _values_of(yes_no: YesNo, bare: Query, year: int) -> Iterator[Chosen]:
    """Yield what may be the value of a year, best first: dated so, or undated in a report that is about that year alone."""
    own = replace(bare, scope=replace(bare.scope, years=(year,), compared=(), span=()))
    found = yes_no.lookups.look_up(own)
    for c in found.chosen[:_TRIED] if found.sure else ():
        figure = c.candidate.figure
        if found.chosen[0].score - c.score > _FITS:
            return
        # The third quarter of a year is set beside that of another, where that is asked about.
        part = bool(own.scope.parts) and not is_of_other_part(figure.period, own.scope.parts)
        dated = (
            figure.period == str(year) or (part and figure.period[:4] == str(year)) or (not figure.period and _is_about(c, year))
        )
        if dated and figure.status == "actual" and figure.value_to is None and yes_no.are_meant((c,)):
            if not speaks_of_measure(own, c, yes_no.clause):
                return
            yield c


def _is_about(c: Chosen, year: int) -> bool:
    """Tell whether the report of a figure is issued in the year after one, and so looks back on it."""
    return c.candidate.sentence.ranked.year == year + 1


def _apart(before: Chosen, after: Chosen) -> Derived | None:
    """Return how far two values are apart, None where they are no values of one measure, or the same."""
    a, b = before.candidate.figure, after.candidate.figure
    if place_of(before) == place_of(after) or (a.kind, bool(a.qualifier), bool(b.qualifier)) != (b.kind, False, False):
        return None
    if a.unit != b.unit and not class_of_unit(a.unit) == class_of_unit(b.unit) == "people":
        # 改造20个小区 and 2215户 tell one thing, counted in two ways.
        return None
    if a.kind in {"growth", "change"} and (a.polarity, b.polarity) != ("+", "+"):
        return None
    if sentence_of(before) != sentence_of(after) and named_within(before.candidate, after.candidate) < _CALLED:
        return None
    apart = difference(b, a) if b.value > a.value else difference(a, b)
    return apart if apart is not None and apart.value else None


def _name(year: int, clause: str, english: bool, *, last: bool) -> str:
    if str(year) in clause:
        return str(year) if english else f"{year}年"
    return (("本年", "This year") if last else ("上年", "The year before"))[english]


def _year_of(c: Chosen) -> int:
    period, issued = c.candidate.figure.period, c.candidate.sentence.ranked.year
    return int(period) if period.isdigit() else issued - 1 if issued is not None and not period else 0


def _years(yes_no: YesNo, query: Query) -> tuple[int, ...]:
    """Return the two years that are compared; of "since 2021" the second is the latest that the reports tell."""
    scope, clause = query.scope, yes_no.clause
    named = tuple(sorted({*scope.years, *scope.compared}))
    if len(named) == 2 and (scope.compared or _SINCE.search(clause)):
        return named
    if len(named) != 1:
        return ()
    if not scope.compared and re.search(r"\bsince\b|以来", clause):
        latest = yes_no.lookups.look_up(replace(query, scope=replace(scope, years=(), compared=())))
        last = max((_year_of(c) for c in latest.chosen[:_TRIED] if latest.chosen[0].score - c.score <= _FITS), default=0)
        return (named[0], last) if latest.sure and last > named[0] else ()
    if scope.compared:
        return ()
    return (named[0] - 1, named[0])
