"""What a question plainly means where figures fit nearly alike: the year, the status, the side and the end that it asks for.

What else tells one figure from another the weights have learnt: of fifty such rules, each read off questions that were answered wrongly, all
but these helped as often as they hurt on questions that nobody had read (eval/LOG.md).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.preferences.amount_asked import amount_asked
from app.preferences.asked_for import of_all_columns, of_all_summed, of_span, of_status, of_year
from app.preferences.balances import balance_asked
from app.preferences.behind_frame import named_behind_frame
from app.preferences.bracket import bracket_asked
from app.preferences.coded_name import code_asked
from app.preferences.direction import way_asked
from app.preferences.end_asked import end_asked
from app.preferences.latest import newest
from app.preferences.measure_itself import (
    before_parts,
    count_not_rate,
    inside_named,
    measure_alone,
    outcome_of_aim,
    total_not_each,
    whole_not_share,
)
from app.preferences.move_asked import move_asked
from app.preferences.numbered import number_asked
from app.preferences.opposites import opposite_asked
from app.preferences.passed_mark import beyond_mark
from app.preferences.real_growth import in_real_terms
from app.preferences.stocks import added_asked, moved
from app.preferences.whole_item import whole_of_item
from app.preferences.whose import of_the_books_asked
from index.query import Query

# What goes before another is so much surer than it.
_BEHIND = 3.0
_Rule = Callable[[Query, Chosen, Sequence[Chosen]], Chosen | None]
_RULES: tuple[_Rule, ...] = (
    of_year,  # of 2012, not of 2011
    of_span,  # of all five years, not of one of them
    of_all_summed,  # what several come to, not one of them
    of_all_columns,  # what the columns of a row come to, where a question names none of them
    of_status,  # the outcome, not the aim, and the reverse
    way_asked,  # a fall, not a rise
    move_asked,  # by how much it rose, not how much it is
    beyond_mark,  # the value, not the round number that it passed
    code_asked,  # PM2.5, not PM10
    opposite_asked,  # what was exported, not what was imported
    named_behind_frame,  # what is asked for in a whole, not the whole
    inside_named,  # what is in a row's sum, where a question names both
    measure_alone,  # the measure, not a part of it
    total_not_each,  # what there is in all, not for each head
    whole_not_share,  # the whole, not what is told to be a share of it
    amount_asked,  # what was set aside, not its share of the budget, where money is asked for in English
    count_not_rate,  # how many were born, not the birth rate; what a row holds, not its share
    before_parts,  # the whole, not what stands behind 其中
    in_real_terms,  # growth without prices, not with them
    outcome_of_aim,  # what came about, not what was aimed at, where neither is asked for
    whole_of_item,  # the class of an account, not one of its items that a question does not name
    of_the_books_asked,  # the group's, not its parent's, where nobody asks for these
    balance_asked,  # what there is at the year's end, not what moved in it
    added_asked,  # what was added, not what there is by now
    end_asked,  # what became of it, not what it was
    newest,  # the value of the newest year, where a question names none
    number_asked,  # the second stage, not the first
    bracket_asked,  # what those aged 60 to 64 get, not those aged 55 to 59
)


def plainly_meant(query: Query, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Return the figures with what the question plainly means before what merely fits its words as well."""
    for better in _RULES:
        other = better(query, chosen[0], chosen) if chosen else None
        if other is not None:
            chosen = _first(other, chosen)
    return chosen


def _first(other: Chosen, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    best = chosen[0]
    first, *rest = (c for c in moved(chosen, other, best) if c is not best)
    behind = replace(best, score=best.score - _BEHIND)
    return [first, *sorted((behind, *rest), key=lambda c: -c.score)]
