"""Whether a value is more in one year than in another: 比2022年多吗, has it fallen since 2021; by the values of both years."""

import re
from dataclasses import replace

from app.answer import Answer
from app.choosing.lookup import Lookups
from app.working.computing import compute
from app.working.operands import over_years
from app.yes_no.asked import YesNo
from app.yes_no.telling import Decision, Told, tell, value_said
from app.yes_no.way import asked_way, verdict_of
from index.places import same_places
from index.query import Query

_SINCE = re.compile(r"\bsince\b|\bcompared (?:with|to)\b|\bthan in\b|以来|[比较跟与]")
_YEAR_BEFORE = re.compile(r"上一?年|去年|前一年|(?:last|previous|prior) year|year (?:before|earlier)|同比")
# Words of moving and comparing name no measure.
_MOVED = re.compile(
    r"[多少高低大小快慢增减升降涨跌]|增加|减少|增长|下降|上升|提高|降低|上涨|下跌|增产|减产"
    r"|(?:ris|rose|grow|grew|fall|fell|increas|decreas|declin|drop|higher|lower|more|less|fewer|compared|since|changed?).*"
)


def between_years(yes_no: YesNo) -> Answer | None:
    """Return which way a value went from one year to another, None if the question does not ask it, or one of the two values is missing."""
    query, clause, english, lookups = yes_no.query, yes_no.clause, yes_no.english, yes_no.lookups
    scope = query.scope
    if asked_way(clause) is None or scope.span or len(same_places(scope.places)) > 1 or len(scope.issuers) > 1:
        return None
    terms = tuple(t for t in query.terms if not _MOVED.fullmatch(t))
    bare = replace(query, terms=terms, need=replace(query.need, task="figure", many=False, kinds=(), status=None))
    years = _years(lookups, clause, bare) if terms else ()
    if len(years) != 2:
        return None
    operation = over_years(replace(bare, scope=replace(scope, years=years, compared=(), span=())), 0)
    computed = compute(lookups, operation)
    if computed is None or not yes_no.are_meant(computed.inputs):
        return None
    rose = computed.labels == operation.labels
    inputs = computed.inputs if rose else computed.inputs[::-1]
    # A year that neither the question nor a quote writes would be a numeral without proof.
    names = [_name(year, clause, english, last=n == 0) for n, year in enumerate(sorted(years, reverse=True))]
    told = tuple(Told(name, (c,), f"{name}{' ' if english else ''}{value_said(c)}") for name, c in zip(names, inputs, strict=True))
    verdict = verdict_of(clause, "up" if rose else "down", english=english)
    return tell(yes_no, Decision(verdict, told, "", computed.result, "apart by " if english else "相差"))


def _name(year: int, clause: str, english: bool, *, last: bool) -> str:
    if str(year) in clause:
        return str(year) if english else f"{year}年"
    return (("本年", "This year") if last else ("上年", "The year before"))[english]


def _years(lookups: Lookups, clause: str, query: Query) -> tuple[int, ...]:
    """Return the two years that are compared; of "since 2021" the second is the latest that the reports tell."""
    scope = query.scope
    named = tuple(sorted({*scope.years, *scope.compared}))
    if len(named) == 2 and (scope.compared or _SINCE.search(clause)):
        return named
    if len(named) != 1:
        return ()
    if not scope.compared and re.search(r"\bsince\b|以来", clause):
        latest = lookups.look_up(replace(query, scope=replace(scope, years=(), compared=())))
        period = latest.chosen[0].candidate.figure.period if latest.sure else ""
        return (named[0], int(period)) if period.isdigit() and int(period) > named[0] else ()
    if scope.compared:
        return ()
    return (named[0] - 1, named[0])
