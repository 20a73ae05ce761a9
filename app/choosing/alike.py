"""Values that are compared or listed are of one kind: where one of them is sure, the others are likelier to be called what it is called."""

from collections.abc import Sequence

from app.choosing.candidates import Candidate
from app.choosing.chooser import Chosen
from app.choosing.likeness import likeness, named_alike
from app.choosing.lookup import Lookup
from app.working.computed import sentence_of
from app.working.ways import ends_of

_TRIED = 20
# In a few years a measure hardly grows fourfold: rather it is another one, or its sum over several years.
_FAR, _TIMES, _FEW_YEARS = 3.0, 4, 8
# An aim is not set beside an outcome, unless the question says so.
_OTHER_STATUS = 3.0
# Of the values of two years, A and B of 由A到B belong together.
_WAY = 3.0
# The values of several years stand rather in one report, under one name.
_SERIES, _NAMED_ALIKE = 2.0, 0.5


def alike(found: Sequence[Lookup], *, dated: bool = False) -> list[Lookup]:
    """Return lookups for several places, years or companies with their figures in the order of how well they fit, and fit the surest of all.

    `dated` tells lookups for several years.
    """
    sure = max((f for f in found if f.chosen), key=lambda f: f.confidence, default=None)
    if sure is None or len(found) < 2:
        return list(found)
    near = [dated and abs(f.query.scope.years[-1] - sure.query.scope.years[-1]) <= _FEW_YEARS for f in found]
    anchor = sure.chosen[0].candidate
    return [
        f if f is sure or not f.chosen else f.reordered(_in_order(f, anchor, near=n, dated=dated))
        for f, n in zip(found, near, strict=True)
    ]


def _in_order(found: Lookup, anchor: Candidate, *, near: bool, dated: bool) -> tuple[Chosen, ...]:
    tried, rest = found.chosen[:_TRIED], found.chosen[_TRIED:]
    reached = "actual" in {anchor.figure.status, found.chosen[0].candidate.figure.status}
    aims_aside = found.query.need.status is None and reached

    def _fit(c: Chosen) -> float:
        far = _FAR * (near and _is_far(c.candidate, anchor))
        beside = sentence_of(c) == (anchor.sentence.ranked.passage.id, anchor.sentence.start)
        other = _OTHER_STATUS * (aims_aside and c.candidate.figure.status == "target" and not beside)
        way = _WAY * (near and _is_other_end(c, anchor, found.chosen))
        series = _SERIES * (dated and _is_of_series(c.candidate, anchor))
        return c.score + likeness(c.candidate, anchor) + way + series - far - other

    return (*sorted(tried, key=lambda c: -_fit(c)), *rest)


def _is_of_series(a: Candidate, anchor: Candidate) -> bool:
    """Tell a value that the same report gives for another year under the same name: 17421.40亿元 beside 16907.85亿元, no rounding of another."""
    beside = a.sentence.ranked.passage.report_id == anchor.sentence.ranked.passage.report_id
    same = (a.figure.kind, a.figure.unit) == (anchor.figure.kind, anchor.figure.unit)
    return beside and same and named_alike(a, anchor) >= _NAMED_ALIKE


def _is_other_end(c: Chosen, anchor: Candidate, chosen: Sequence[Chosen]) -> bool:
    """Tell the A of 由A到B whose B the anchor is, and the reverse."""
    if sentence_of(c) != (anchor.sentence.ranked.passage.id, anchor.sentence.start):
        return False
    ends = ends_of(c, chosen) or ()
    return any(end is not c and end.candidate.figure.start == anchor.figure.start for end in ends)


def _is_far(a: Candidate, b: Candidate) -> bool:
    """Tell values of one unit of which one is more than four times the other."""
    small, large = sorted((abs(a.figure.value), abs(b.figure.value)))
    return a.figure.unit == b.figure.unit and small * _TIMES < large
