"""Answer a question for years: look every year up, hold its value against the bound, and tell those that meet it."""

from collections.abc import Sequence

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.composing import compose_abstention
from app.over_years.asked import AskedYears, read_asked_years
from app.over_years.named import of_the_measure
from app.over_years.telling import YearValue, tell_years
from app.trends.series import yearly_values
from index.catalogue import ReportCard
from index.places import short_name
from index.query import Query

# Of 哪一年突破… a sentence of a report tells more than the value of one year.
_FEWEST = 2


def answered_over_years(lookups: Lookups, question: str, query: Query, catalogue: Sequence[ReportCard]) -> Answer | None:
    """Return the answer of a question for years, None if it is none, or one that a sentence may answer while too few of its years have a value.

    Costs half a lookup a year.
    """
    asked = read_asked_years(query, question, catalogue)
    if asked is None:
        return None
    groups = yearly_values(lookups, asked.query, asked.years, unit=asked.bound.unit)
    values = _values(asked, of_the_measure(groups, asked.measure, tuple(map(short_name, asked.query.scope.places))))
    if len(values) >= _FEWEST or (values and query.need.task == "figure"):
        return tell_years(question, asked, values)
    if query.need.task == "figure":
        # The value of some year is no answer to which years meet a bound.
        return compose_abstention(question, query, lookups.look_up(asked.query).ranked, unknown=())
    return None


def _values(asked: AskedYears, groups: Sequence[Sequence[Chosen]]) -> list[YearValue]:
    """Return the values of the years found; reports that differ on a bound leave it open."""
    by_year: dict[int, list[Chosen]] = {}
    for group in groups:
        by_year.setdefault(int(group[0].candidate.figure.period), []).append(group[0])
    values = []
    for year, stated in by_year.items():
        told = {asked.bound.holds(c.candidate.figure, falls=asked.falls) for c in stated}
        values.append(YearValue(year, tuple(stated), told.pop() if len(told) == 1 else None))
    return values
