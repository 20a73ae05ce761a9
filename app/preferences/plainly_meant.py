"""What a question plainly means where figures fit nearly alike: each rule puts one figure that is as asked before one that merely fits its words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.preferences.account_columns import column_of_account
from app.preferences.asked_for import averaged, of_kind, of_status, of_year, stated_change
from app.preferences.balances import balance_asked
from app.preferences.bounds import beyond_bound, value_behind
from app.preferences.cells import inside_named, of_money, parents_row, rate_of_change
from app.preferences.counted import noun_counted
from app.preferences.end_asked import end_asked
from app.preferences.framed import inside_frame
from app.preferences.left_out import not_left_out, not_told_already
from app.preferences.measure_itself import measure_itself, not_said_of, outcome_of_aim
from app.preferences.opposites import opposite_asked
from app.preferences.pace import in_real_terms, rank_of_pace, way_asked
from app.preferences.roles import part_played
from app.preferences.stocks import moved
from app.preferences.titles import told_by_title
from app.preferences.totals import before_parts, part_named, sum_asked, sum_of_both, total_asked
from index.query import Query

_BEHIND = 3.0
# One after the other, each with what the one before put first: a rule returns the figure that is meant, or None.
_RULES = (
    not_told_already,  # no value that the question states itself
    beyond_bound,  # no bound of a definition
    of_year,  # the year that is asked about
    of_status,  # the outcome or the aim, as named
    of_kind,  # a rate of growth and no share
    way_asked,  # a fall where one is asked for, and no rise
    value_behind,  # the value and not the round number that it passed
    sum_asked,  # a sum and not what each gets
    parents_row,  # the parent company's table where it is named
    opposite_asked,  # imports and not exports
    balance_asked,  # what there is at the year's end and not what moved
    told_by_title,  # the row that is named, and not the one that is called as its table
    inside_frame,  # the row inside the frame of the question
    inside_named,  # the row of a table about the thing that is named around it
    rate_of_change,  # the change of a row where one is asked for
    column_of_account,  # the column of an account that everyday words mean
    total_asked,  # the total of a table where no part is named
    of_money,  # money where the asking words name it
    not_said_of,  # the thing and not what is said of it (贡献率)
    before_parts,  # the whole and not a part behind 其中
    part_named,  # the part behind 其中 that is named
    not_left_out,  # nothing that the question leaves out
    measure_itself,  # the measure and not a part of it
    outcome_of_aim,  # what was reached where nobody asks for the aim
    averaged,  # the mean rate of a year
    stated_change,  # the change behind a value
    in_real_terms,  # growth in real terms, or in name, as asked
    part_played,  # what an English sum is for
    noun_counted,  # the noun behind 几
    rank_of_pace,  # the rank of the pace and not of the value
    sum_of_both,  # two sectors in one
    end_asked,  # what a value became, the most, the least
)


def plainly_meant(query: Query, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Return the figures with what the question plainly means before what merely fits its words as well."""
    for better in _RULES:
        chosen = _first(better, query, chosen)
    return chosen


def _first(
    better: Callable[[Query, Chosen, Sequence[Chosen]], Chosen | None], query: Query, chosen: Sequence[Chosen]
) -> Sequence[Chosen]:
    other = better(query, chosen[0], chosen) if chosen else None
    if other is None:
        return chosen
    best = chosen[0]
    # A bound that a value passed is no answer at all; what else fitted best is no rival of what is meant.
    behind = [] if better is value_behind else [replace(best, score=best.score - _BEHIND)]
    first, *rest = (c for c in moved(chosen, other, best) if c is not best)
    # What fits the words better is told by them, and no more meant than they say.
    first = replace(first, meant=better is not measure_itself)
    return [first, *sorted((*behind, *rest), key=lambda c: -c.score)]
