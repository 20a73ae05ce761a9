"""Where a question names no time, the newest value of what is asked for: 游客有多少 asks how many there are by now."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from corpus.figures.numerals import fold
from corpus.figures.parts_of_year import months_of
from index.asking import tells
from index.query import Query

_TRIED = 12
# So much less may a newer value fit, and so far it is called the same.
_BEHIND, _CALLED_THE_SAME = 4.0, 0.75


def newest(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the newest outcome of the best figure's measure, of the same place, where a question names no time; of an aim too, if none is asked for."""
    scope, figure = query.scope, best.candidate.figure
    if scope.years or scope.span or scope.issued or scope.reports or not _is_dated(figure.period):
        return None
    if (figure.status == "target" and query.need.status is not None) or tells(fold(query.text).lower(), "end was"):
        return None
    newer = [c for c in chosen[1:_TRIED] if best.score - c.score <= _BEHIND and _is_newer(c, best)]
    return max(newer, key=lambda c: (c.candidate.figure.period, c.score), default=None)


def _is_newer(c: Chosen, best: Chosen) -> bool:
    """Tell a newer value of one measure and of one place; where the reports are of none, of one report."""
    a, b = c.candidate, best.candidate
    same = (a.figure.kind, a.figure.unit, a.figure.status) == (b.figure.kind, b.figure.unit, "actual")
    # The third quarter of a year is set beside that of another.
    dated = _is_dated(a.figure.period) and months_of(a.figure.period) == months_of(b.figure.period)
    later = dated and (a.figure.period > b.figure.period or b.figure.status == "target")
    return same and later and _of_one_place(c, best) and named_alike(a, b) >= _CALLED_THE_SAME


def _of_one_place(c: Chosen, best: Chosen) -> bool:
    a, b = c.candidate.sentence.ranked, best.candidate.sentence.ranked
    return a.place == b.place and (bool(a.place) or a.passage.report == b.passage.report)


def _is_dated(period: str) -> bool:
    """Tell a year, or a part of one."""
    return len(period) == 4 or bool(months_of(period))
