"""By how much a value moved and by what per cent, where a question asks for both and the reports give the two values only."""

import re
from dataclasses import replace

from app.choosing.lookup import Lookups
from app.working.computed import Computed
from app.working.computing import compute
from app.working.deriving import difference
from app.working.growing import growth
from app.working.operands import over_years
from corpus.figures.numerals import fold
from index.query import Query

_MOVES = "增长|增加|提高|提升|上升|上涨|下降|减少|降低|增|减|涨|降"
_RATE_TOO = re.compile(
    rf"(?:[，,；;、]|和|与|以及)(?:同比)?(?:(?:{_MOVES})(?:了)?(?:百分之[几多]少?|几成|多少%)|(?:增|涨|降|跌|升)幅(?:是|有)?(?:多大|多少|百分之几)?|增长率(?:是)?多少?)$"
)
_MOVED = re.compile(rf"(?:{_MOVES}|多|少)(?:了|出)?(?:多少|几)[^，。？百]*$")
_MOVING_WORD = re.compile(rf"(?:{_MOVES})+|增幅|涨幅|降幅|百分之|[多少]")


def moved_by_and_rate(lookups: Lookups, query: Query) -> Computed | None:
    """Return both, the change and its rate, None if a question does not ask for both or the reports tell them."""
    text = fold(query.text).strip(" ？?。")
    rate = _RATE_TOO.search(text)
    years = sorted({*query.scope.years, *query.scope.compared, *query.scope.span})
    if rate is None or len(years) != 2 or not _MOVED.search(text[: rate.start()]):
        return None
    asked = replace(query, text=text[: rate.start()])
    terms = tuple(t for t in query.terms if not _MOVING_WORD.fullmatch(t))
    whole = lookups.look_up(query)
    if whole.sure and whole.chosen[0].candidate.figure.kind in {"change", "growth"} and years[1] - years[0] == 1:
        return None
    need = replace(query.need, unit=query.need.unit, unit_class=query.need.unit_class, kinds=("level",), many=False, strict=False)
    dated = replace(
        asked, terms=terms or query.terms, need=need, scope=replace(query.scope, years=tuple(years), span=(), compared=())
    )
    operation = over_years(dated, 0)
    operation = replace(operation, operands=tuple(replace(o, need=need) for o in operation.operands))
    found = compute(lookups, operation)
    if found is None:
        return None
    # (The formula of a difference takes the less from the more.)
    ends = sorted(zip(found.labels, found.inputs, strict=True), key=lambda end: end[0])
    first, last = (c.candidate.figure for _, c in ends)
    by, rate_of = difference(last, first), growth(last, first)
    if by is None or rate_of is None:
        return None
    inputs = tuple(c for _, c in reversed(ends))
    labels = tuple(label for label, _ in reversed(ends))
    return Computed(by, inputs, labels, steps=(by, rate_of), step_labels=(f"{labels[0]}比{labels[1]}", ""))
