"""Which figures of a lookup are of the one year that a part of a question asks about."""

import re
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.lookup import Lookup
from app.several.parts import Part
from corpus.figures.numerals import fold

_LIKELIEST = 8
_NAMED_ALIKE = 0.5


def of_part(part: Part, found: Lookup) -> Lookup:
    """Return the lookup of one of several years without other years; a clause may name a year only to compare with it (为1997年的几倍)."""
    if part.year is None:
        return found
    own = of_year(found, part.year)
    return own if part.label or own.sure else found


def of_year(found: Lookup, year: int) -> Lookup:
    """Return a lookup for one of several years without the figures of other years."""
    fitting = tuple(c for c in found.chosen if _is_of_year(c, year))
    exact = [c for c in fitting[:_LIKELIEST] if c.candidate.figure.period == str(year)]
    # 2013—2017 holds the year 2017, but not where the year has a value of its own.
    kept = (c for c in fitting if not _in_span(c, year) or not any(_stands_for(e, c) for e in exact))
    return replace(found, chosen=tuple(kept))


def _stands_for(own: Chosen, spanning: Chosen) -> bool:
    """Tell a value of one year that makes one of a span of years none of that year: they are one measure, or it fits better."""
    a, b = own.candidate.figure, spanning.candidate.figure
    same = (a.kind, a.unit, a.status) == (b.kind, b.unit, b.status)
    return same and (own.score >= spanning.score or named_alike(own.candidate, spanning.candidate) >= _NAMED_ALIKE)


def _is_of_year(chosen: Chosen, year: int) -> bool:
    """Tell a figure of a year; one without a period is of the year that its report looks back on, or plans."""
    if period := chosen.candidate.figure.period:
        return period == str(year) or _in_span(chosen, year)
    named = re.findall(r"(?:19|20)\d\d", fold(" ".join(chosen.candidate.sentence.ranked.passage.section)))
    if named:
        # The reports of several years stand in one file, each under its year.
        return str(year) in named
    return chosen.candidate.sentence.ranked.year in {None, year, year + 1}


def _in_span(chosen: Chosen, year: int) -> bool:
    period = chosen.candidate.figure.period
    return len(period) != 4 and period[:4] <= str(year) <= period[5:9]
