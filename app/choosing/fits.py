"""How figures fit what a question asks of unit, kind, time and status: worked out once for those that are alike in these."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.choosing.time_fit import time_features
from app.choosing.unit_fit import asked_clash, is_other_unit, unit_features
from corpus.figures.figure import Figure
from index.query import Query
from index.unit_classes import class_of_unit


@dataclass(frozen=True, slots=True)
class Fit:
    """`unit` and `time` as `unit_features` and `time_features` give them; all others are 0 or 1.

    `counted` a figure that counts nothing where a number of things is asked for, `other_unit` as `is_other_unit`, `asked_clash` as the function
    of that name, `rank_unasked` a rank that nobody asks for.
    """

    unit: Sequence[float]
    time: Sequence[float]
    counted: float
    other_unit: float
    asked_clash: float
    rank_unasked: float


class Fits:
    """Tells how figures fit one question; `uncounted` are the classes of units that count nothing, if it asks for a number of things."""

    def __init__(self, query: Query, *, uncounted: Collection[str]) -> None:
        self._query, self._uncounted = query, uncounted
        self._known: dict[tuple[str, str, str, str, int | None, bool], Fit] = {}

    def of(self, figure: Figure, year: int | None, *, chinese: bool) -> Fit:
        """Return how a figure of a report of a year fits; `chinese` tells the language of its sentence."""
        key = (figure.unit, figure.kind, figure.period, figure.status, year, chinese)
        fit = self._known.get(key)
        if fit is None:
            fit = self._known[key] = self._fit(figure, year, chinese=chinese)
        return fit

    def _fit(self, figure: Figure, year: int | None, *, chinese: bool) -> Fit:
        need = self._query.need
        return Fit(
            unit_features(need, figure),
            time_features(self._query, figure, year, chinese=chinese),
            counted=float(class_of_unit(figure.unit) in self._uncounted),
            other_unit=float(is_other_unit(need.unit, figure.unit)),
            asked_clash=asked_clash(need, figure),
            rank_unasked=float(figure.kind == "rank" and "rank" not in need.kinds),
        )
