"""Budget speeches that a question names by their years: what it asks about stands in these, and may be of other years."""

import re
from collections.abc import Sequence

from index.catalogue import ReportCard
from index.years import BUDGET_REPORT, AskedYears, resolve_years, without_described

_BUDGET_SPEECH = "预算"
# In the 2031 budget, 2031年财政预算
_BUDGET_OF = re.compile(
    r"(?P<a>(?:19|20)\d\d)(?:\s?年)?(?:度|财年)?的?(?:财政预算|预算案|预算| budget\b)|\bbudget (?P<b>(?:19|20)\d\d)\b"
)


def named_budgets(text: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the type of the budget speech that a question names by its year (in the 2013 budget), if there is one of that year."""
    dated = BUDGET_REPORT.search(text) is not None
    years = {c.metadata.year for c in catalogue if c.metadata.type == _BUDGET_SPEECH}
    return (_BUDGET_SPEECH,) if dated and years & _named(text).keys() else ()


def budget_years(text: str, types: Sequence[str], asked: AskedYears, catalogue: Sequence[ReportCard]) -> tuple[int, ...]:
    """Return the years of the budget speeches that a question names, and that are among the reports: what it asks about stands in these."""
    if _BUDGET_SPEECH not in types:
        return ()
    years = {c.metadata.year for c in catalogue if c.metadata.type == _BUDGET_SPEECH}
    return tuple(y for y in _named(text) if y in years and y not in asked.compared)


def years_beside(text: str, issued: Sequence[int]) -> tuple[int, ...]:
    """Return the years that a question names beside those of its budget speeches: of the 2013 budget, what was spent in 2012."""
    if not issued or not _BUDGET_OF.search(text):
        return ()
    return resolve_years(without_described(_BUDGET_OF.sub(" ", text)), latest=None).years


def _named(text: str) -> dict[int, None]:
    """Return the years of the budgets that a question names, in their order."""
    return dict.fromkeys(int(m["a"] or m["b"]) for m in _BUDGET_OF.finditer(text))
