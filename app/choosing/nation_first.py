"""A question that names no place: what a report on the nation states of the same measure goes before what one on a county does."""

from collections.abc import Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_within
from index.catalogue import ReportCard
from index.places import NATION
from index.query import Query
from index.scope import in_scope
from index.unit_classes import class_of_unit

_CALLED_THE_SAME = 0.5


def asks_nation_first(query: Query, chosen: Sequence[Chosen], cards: Sequence[ReportCard]) -> bool:
    """Tell whether the best figure for a question without a place is of a report on a part of the nation, where there are reports on all of it.

    What is asked of a report by its kind (2021年政府工作报告) is asked of the nation's as well, if it has one of that kind and time.
    """
    scope = query.scope
    if not chosen or any((scope.places, scope.issuers, scope.reports, scope.unknown, query.mentioned)):
        return False
    best = chosen[0].candidate.sentence.ranked.passage.report
    of_best = next((c.metadata for c in cards if c.key == best), None)
    local = of_best is not None and of_best.place not in {"", NATION}
    return local and any(c.metadata.place == NATION for c in in_scope(cards, of_nation(query).scope))


def of_nation(query: Query) -> Query:
    """Return a question asked of the nation."""
    return replace(query, scope=replace(query.scope, places=(NATION,)))


def states_the_same(national: Chosen, local: Chosen) -> bool:
    """Tell whether a figure of the nation is the measure that one of a part of it is, of the same time."""
    a, b = national.candidate.figure, local.candidate.figure
    sort = (a.kind, class_of_unit(a.unit), a.status, a.period) == (b.kind, class_of_unit(b.unit), b.status, b.period)
    return sort and named_within(national.candidate, local.candidate) >= _CALLED_THE_SAME
