"""Decide what a question asks whether it is so: the first of the ways below that the reports let it be told by."""

from app.answer import Answer
from app.choosing.lookup import Lookups
from app.yes_no.aim import whether_aim_reached
from app.yes_no.asked import asked_clause
from app.yes_no.mark import whether_past_mark
from app.yes_no.sides import which_side
from app.yes_no.way import which_way
from app.yes_no.years_apart import between_years
from index.catalogue import ReportCard
from index.query import Query

_WAYS = (whether_aim_reached, which_side, whether_past_mark, which_way, between_years)


def answered_yes_no(lookups: Lookups, question: str, query: Query, catalogue: tuple[ReportCard, ...]) -> Answer | None:
    """Return the answer of a question that asks whether something is so, None if it asks none, or the reports do not tell it."""
    clause = asked_clause(query.text)
    if not clause:
        # 进口和出口哪个多 asks for one of two.
        return which_side(lookups, question, clause, query, catalogue)
    return next((answer for way in _WAYS if (answer := way(lookups, question, clause, query, catalogue))), None)
