"""Work out how much there is for each, or in a day of the year, where the reports give the amount and the number only."""

import re
from dataclasses import replace

from app.answer import Answer
from app.choosing.lookup import Lookup, Lookups
from app.choosing.standing import ahead
from app.composing import compose_abstention
from app.computed_words import compose_computed
from app.working.computed import Computed
from app.working.computing import compute
from app.working.each_asked import AskedEach, asks_each_thing, asks_mean, read_each
from app.working.one_missing import with_one_missing
from app.working.quotients import for_a_time, per
from app.working.shared_out import may_be_shared_out, tells_each
from app.working.table_shares import share_of_all_rows
from corpus.figures.numerals import fold
from index.query import Query

_PART_OF_YEAR = re.compile(r"月|季|半年|单日|日均|高峰|截至|\b(?:quarter|month|january|june|day)\b", re.IGNORECASE)
_STOCK = re.compile(
    r"年末|期末|年底|余额|(?<!出生)(?<!死亡)(?<!流动)人口|保有量|拥有|存栏|总数|在校|床位|里程|资产|负债|能力|规模"
)


def answered_for_each(lookups: Lookups, question: str, query: Query) -> Answer | None:
    """Answer a question for how much there is for each, or for the share of a row in its table."""
    if (of_rows := share_of_all_rows(lookups, query)) is not None:
        return compose_computed(question, query, of_rows)
    each, whole = read_each(query), lookups.look_up(query)
    if each is not None and (divided := _shared_out(lookups, each, whole)) is not None:
        return compose_computed(question, query, divided)
    if each is not None and each.operation is not None and not whole.sure:
        return with_one_missing(lookups, each.operation, question, query)
    if not whole.sure or tells_each(whole.chosen[0]) or not (asks_each_thing(query) or (each is not None and asks_mean(query))):
        return None
    # A total is no answer to how much there is for each.
    return compose_abstention(question, query, whole.ranked[:3], unknown=())


def _shared_out(lookups: Lookups, asked: AskedEach, whole: Lookup) -> Computed | None:
    """Return the share of each, None where the reports state it themselves or do not give both numbers for sure."""
    if whole.sure and tells_each(whole.chosen[0]):
        return None
    if asked.operation is None:
        return _in_a_time(lookups, asked)
    computed = compute(lookups, asked.operation)
    if computed is None:
        return None
    result = per(*(c.candidate.figure for c in computed.inputs[:2]), scale=asked.scale)
    return replace(computed, result=result) if result is not None else None


def _in_a_time(lookups: Lookups, asked: AskedEach) -> Computed | None:
    found = lookups.look_up(asked.amount)
    if not found.sure:
        return None
    best = found.chosen[0]
    figure, said = best.candidate.figure, f"{re.split('[；;。]', fold(ahead(best)))[-1][-16:]}{best.candidate.figure.subject}"
    of_year = figure.period == str(asked.amount.scope.years[0]) and figure.kind == "level" and figure.status == "actual"
    if not of_year or not may_be_shared_out(asked.amount, best) or _PART_OF_YEAR.search(said) or _STOCK.search(said):
        return None
    result = for_a_time(figure, asked.times, asked.unit)
    return Computed(result, (best,), ("",)) if result is not None else None
