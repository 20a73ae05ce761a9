"""The values of the figures of many passages: which passages hold a claimed one is told for all of them at once."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from app.agreement import nearness, value_verdict
from corpus.figures.figure import Figure
from index.stored_passage import StoredPassage


class Values:
    """The values of the figures of passages."""

    def __init__(self, passages: Sequence[StoredPassage]) -> None:
        self._figures = list(chain.from_iterable(p.figures for p in passages))
        self._passage = np.repeat(np.arange(len(passages)), [len(p.figures) for p in passages])
        self._values = np.array([abs(float(f.value)) for f in self._figures], dtype=np.float64)
        units: dict[str, int] = {}
        self._unit = np.array([units.setdefault(f.unit, len(units)) for f in self._figures], dtype=np.int64)
        self._units = tuple(units)
        self._holders: dict[Figure, list[int]] = {}

    def holders(self, claimed: Figure) -> list[int]:
        """Return which passages hold a claimed value, in their order."""
        known = self._holders.get(claimed)
        if known is None:
            known = self._holders[claimed] = self._found(claimed) if self._figures else []
        return known

    def _found(self, claimed: Figure) -> list[int]:
        near = nearness(claimed)
        targets = np.array([near.in_unit(u) for u in self._units], dtype=np.float64)[self._unit]
        likely = np.flatnonzero(near.among(self._values, targets)).tolist()
        agreeing = (i for i in likely if value_verdict(claimed, self._figures[i]) is not None)
        return list(dict.fromkeys(self._passage[i].item() for i in agreeing))
