"""Whether a figure is of the year that an operand of a computation asks about."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.opening_day import before_opening
from app.refusals.other_date import is_of_other_part_of_year
from app.working.ways import ends_of
from index.query import Query


def is_of(operand: Query, c: Chosen) -> bool:
    """Tell whether a figure is of the years that its lookup asks about, and of the part of a year, if it asks about any."""
    scope = before_opening(operand).scope
    years = {str(y) for y in (*scope.years, *scope.span[1:])}
    period = c.candidate.figure.period
    if is_of_other_part_of_year(operand, c.candidate):
        return False
    return not years or period[:4] in years or period[-4:] in years


def may_be_of(operand: Query, c: Chosen) -> bool:
    """Tell whether a figure is of the years asked about, or undated in a report that is of them or looks back on them."""
    issued = c.candidate.sentence.ranked.year
    years = {*operand.scope.years, *operand.scope.span[1:]}
    return is_of(operand, c) or (not c.candidate.figure.period and (issued is None or bool(years & {issued, issued - 1})))


def starts_a_way(c: Chosen, others: Sequence[Chosen]) -> bool:
    """Tell the undated start of 由A到B; its end is dated."""
    ends = ends_of(c, others) if not c.candidate.figure.period else None
    return ends is not None and ends[0] is c
