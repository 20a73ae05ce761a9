"""Values that are compared or listed are of one kind: where one of them is sure, the others are likelier to be called what it is called."""

from collections.abc import Sequence

from app.choosing.candidates import Candidate
from app.choosing.chooser import Chosen
from app.choosing.likeness import likeness, named_alike
from app.choosing.lookup import Lookup
from app.choosing.standing import sentence_of

_TRIED = 20
# In a few years a measure hardly grows fourfold: rather it is another one, or its sum over several years.
_FAR, _TIMES, _FEW_YEARS = 3.0, 4, 8
# An aim is not set beside an outcome, unless the question says so.
_OTHER_STATUS = 3.0
# Nor a value of another unit, and what stands in one row of a table is one measure.
_OTHER_UNIT, _ROW, _PATTERNS = 2.0, 1.5, 4
# The values of several years stand rather in one report, under one name.
_SERIES, _NAMED_ALIKE = 2.0, 0.5


def alike(found: Sequence[Lookup], *, dated: bool = False) -> list[Lookup]:
    """Return lookups for several places, years or companies with their figures in the order of how well they fit, and fit the surest of all.

    `dated` tells lookups for several years: there the figure is the pattern that all years together have the best values for.
    """
    sure = max((f for f in found if f.chosen), key=lambda f: f.confidence, default=None)
    if sure is None or len(found) < 2:
        return list(found)
    pattern = _pattern(found, sure) if dated else sure.chosen[0]
    return [_like(f, pattern, dated=dated) if f.chosen and (f is not sure or pattern is not sure.chosen[0]) else f for f in found]


def _pattern(found: Sequence[Lookup], sure: Lookup) -> Chosen:
    """Return the figure to which the others are most alike: one of the first of the surest lookup."""
    others = [f for f in found if f is not sure and f.chosen]

    def _together(c: Chosen) -> float:
        return c.score + sum(max(_fit(f, o, c, dated=True) for o in f.chosen[:_TRIED]) for f in others)

    first = sure.chosen[0]
    # Of one sentence the words tell which value is meant: 二氧化硫、化学需氧量分别下降3.5%、2.9%.
    in_words = not first.candidate.sentence.ranked.passage.context
    tried = (c for c in sure.chosen[:_PATTERNS] if c is first or not (in_words and sentence_of(c) == sentence_of(first)))
    return max(tried, key=_together)


def _like(found: Lookup, pattern: Chosen, *, dated: bool) -> Lookup:
    tried, rest = found.chosen[:_TRIED], found.chosen[_TRIED:]
    return found.reordered((*sorted(tried, key=lambda c: -_fit(found, c, pattern, dated=dated)), *rest))


def _fit(found: Lookup, c: Chosen, pattern: Chosen, *, dated: bool) -> float:
    """Return how well a figure answers its own lookup and is like the pattern; of another year it is of one unit, and rather of one row."""
    anchor = pattern.candidate
    near = dated and _are_near(c.candidate, anchor)
    beside = sentence_of(c) == sentence_of(pattern)
    reached = "actual" in {anchor.figure.status, found.chosen[0].candidate.figure.status}
    aims_aside = found.query.need.status is None and reached
    score = c.score + likeness(c.candidate, anchor)
    score -= _FAR * (near and _is_far(c.candidate, anchor))
    score -= _OTHER_STATUS * (aims_aside and c.candidate.figure.status == "target" and not beside)
    score -= _OTHER_UNIT * (dated and c.candidate.figure.unit != anchor.figure.unit)
    score += _SERIES * (dated and _is_of_series(c.candidate, anchor))
    same = (c.candidate.figure.kind, c.candidate.figure.unit) == (anchor.figure.kind, anchor.figure.unit)
    return score + _ROW * (dated and beside and (same or bool(anchor.sentence.ranked.passage.context)))


def _are_near(a: Candidate, b: Candidate) -> bool:
    """Tell figures of years that lie not far apart."""
    years = [int(p[:4]) for p in (a.figure.period, b.figure.period) if p[:4].isdigit()]
    return len(years) < 2 or abs(years[0] - years[1]) <= _FEW_YEARS


def _is_of_series(a: Candidate, anchor: Candidate) -> bool:
    """Tell a value that the same report gives for another year under the same name: 17421.40亿元 beside 16907.85亿元, no rounding of another."""
    beside = a.sentence.ranked.passage.report_id == anchor.sentence.ranked.passage.report_id
    same = (a.figure.kind, a.figure.unit, a.figure.status) == (anchor.figure.kind, anchor.figure.unit, anchor.figure.status)
    return beside and same and named_alike(a, anchor) >= _NAMED_ALIKE


def _is_far(a: Candidate, b: Candidate) -> bool:
    """Tell values of one unit of which one is more than four times the other."""
    small, large = sorted((abs(a.figure.value), abs(b.figure.value)))
    return a.figure.unit == b.figure.unit and small * _TIMES < large
