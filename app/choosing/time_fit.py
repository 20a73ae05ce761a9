"""How the period and the status of a figure fit those that a question asks about."""

from corpus.figures.figure import Figure
from corpus.figures.parts_of_year import WHOLE, is_of_other_part, months_of
from corpus.split_years import is_school_period
from index.query import Query


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
    if scope.parts and hit:
        # The third quarter that is asked about, no other part, and rather than all of the year.
        of_part = months_of(own) in scope.parts or (len(own) == 4 and WHOLE in scope.parts)
        hit = 1.0 if of_part else 0.0 if is_of_other_part(own, scope.parts) else min(hit, 0.6)
    # What is undated in a report without a year is of no year that anyone could name.
    # The 2013 budget names a speech, whatever year its figures are of.
    named = not chinese and asked <= {str(y) for y in scope.issued}
    clash = bool(asked) and (bool(own) or year is None) and not hit and not named
    issue = bool(scope.years) and year is not None and (year - 1 in scope.years or year in scope.years)
    status_clash = (need.status is not None and figure.status != need.status) or (
        need.status is None and figure.status == "target"
    )
    return [float(hit), float(clash), float(issue), float(status_clash)]


def _inside(period: str, span: tuple[int, ...]) -> bool:
    """Tell whether a period is one year of the span asked about: a plan says 到1957年 where 1953 to 1957 is asked about."""
    return len(period) == 4 and len(span) == 2 and str(span[0]) <= period <= str(span[1])
