"""Decide whether what a question asks is so: the first of the ways below that the reports let it be told by."""

from app.answer import Answer
from app.choosing.lookup import Lookups
from app.choosing.words import WordMatcher
from app.composing import compose_abstention
from app.yes_no.aim import whether_aim_reached
from app.yes_no.asked import YesNo, asked_clause
from app.yes_no.claimed import whether_as_claimed
from app.yes_no.denied import whether_denied
from app.yes_no.how_far import how_far
from app.yes_no.in_words import way_in_words
from app.yes_no.mark import whether_past_mark
from app.yes_no.named import as_projected, which_name
from app.yes_no.sides import which_side
from app.yes_no.stated import generally_stated, whether_stated
from app.yes_no.way import which_way
from app.yes_no.years_apart import between_years
from index.asking import tells
from index.opening import Library
from index.query import Query

_OF_AIMS = (as_projected, generally_stated, whether_stated, whether_aim_reached, whether_past_mark)
_OF_VALUES = (which_side, which_name, whether_past_mark, which_way, between_years, way_in_words)


def answered_yes_no(library: Library, matcher: WordMatcher, lookups: Lookups, question: str, query: Query) -> Answer | None:
    """Return the answer of a question that asks whether something is so, None if it asks none, or the reports do not tell it."""
    clause = asked_clause(query.text)
    yes_no = YesNo(question, clause, query, lookups, library.catalogue())
    if not clause:
        # 进口和出口哪个多 asks for one of two, 离目标还差多少 how far an aim is.
        return which_side(yes_no) or how_far(yes_no)
    of_aims = tells(clause, "aim named") and tells(clause, "aim reached")
    if not of_aims and (denied := whether_denied(yes_no, library)):
        # Boats of 40 feet are not taxed: the number says which, and is no proof that they are.
        return denied
    answer = next((a for way in (_OF_AIMS if of_aims else _OF_VALUES) if (a := way(yes_no))), None)
    if answer is None and not of_aims:
        return whether_as_claimed(yes_no, library, matcher)
    if answer is None and yes_no.is_of_one:
        # A figure of another measure is no aim, and no outcome.
        return compose_abstention(question, query, next(yes_no.tried()).ranked, unknown=())
    return answer
