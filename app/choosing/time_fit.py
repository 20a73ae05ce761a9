"""How the period and the status of a figure fit those that a question asks about."""

import re
from functools import lru_cache

from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.figures.parts_of_year import WHOLE, is_of_other_part, months_of, parts_asked
from corpus.split_years import is_school_period
from index.query import Query

# What a follow-up takes from the question before it stands in brackets behind it.
_TAKEN_OVER = re.compile(r"\([^()]*\)$")


def time_features(query: Query, figure: Figure, year: int | None, *, chinese: bool) -> list[float]:
    """Return whether a figure is of a period asked about, of another, from a report of those years, and of another status than the one asked for.

    `year` is that of its report, `chinese` tells the language of its sentence.
    """
    scope, need = query.scope, query.need
    asked = {str(y) for y in scope.years}
    if scope.span:
        asked.add(f"{scope.span[0]}-{scope.span[1]}")
    own = figure.period
    # A school year is of both years that it is told by.
    part = ("/" in own or len(own) == 7) and (own[:4] in asked or (is_school_period(own) and str(int(own[:4]) + 1) in asked))
    near = part or (not scope.years and _inside(own, scope.span))
    # What a speech in English says without a year is of its own year, or of the one before.
    near = near or (not own and year is not None and bool({str(year), str(year - 1)} & asked) and not chinese)
    hit = (1.0 if own in asked else 0.6 if near else 0.0) if asked else 0.0
    parts = parts_of(query)
    if parts and hit and chinese:
        # The third quarter that is asked about, and rather than all of the year.
        hit = 1.0 if months_of(own) in parts or (len(own) == 4 and WHOLE in parts) else min(hit, 0.6)
    # What is undated in a report without a year is of no year that anyone could name.
    # The 2013 budget names a speech, whatever year its figures are of.
    named = not chinese and asked <= {str(y) for y in scope.issued}
    other = is_of_other_part(own, parts)
    hit = 0.0 if other else hit
    clash = (bool(asked) and (bool(own) or year is None) and not hit and not named) or other
    issue = bool(scope.years) and year is not None and (year - 1 in scope.years or year in scope.years)
    status_clash = (need.status is not None and figure.status != need.status) or (
        need.status is None and figure.status == "target"
    )
    return [float(hit), float(clash), float(issue), float(status_clash)]


def parts_of(query: Query) -> tuple[str, ...]:
    """Return the parts of a year that a question is about, by their months; a part of a question that names none is about that of the whole."""
    return _parts(query.text) or query.scope.parts


@lru_cache(maxsize=2_000)
def _parts(question: str) -> tuple[str, ...]:
    """Return the parts of a year that a question names itself: 那上半年呢 stands before the question that it goes on from, in brackets."""
    return parts_asked(_TAKEN_OVER.sub("", fold(question)))


def _inside(period: str, span: tuple[int, ...]) -> bool:
    """Tell whether a period is one year of the span asked about: a plan says 到1957年 where 1953 to 1957 is asked about."""
    return len(period) == 4 and len(span) == 2 and str(span[0]) <= period <= str(span[1])
