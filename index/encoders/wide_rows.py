"""The rows of a table of 16 bits at 32 bits: those that were asked for last, for the words of reports come again and again."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors

_Ids = NDArray[np.int64]


@dataclass(slots=True)
class _Kept:
    """The place of each row among those that are kept, -1 for none; how many are kept, and these. What is written stays as it is."""

    places: NDArray[np.int64]
    count: int
    rows: Vectors


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows, and where in them each of those asked for stands."""

    rows: Vectors
    places: NDArray[Any]


class WideRows:
    """Gives rows as `widen` makes them of ids below `size`; keeps as many as `most`, and then begins anew. Safe to use from several threads."""

    def __init__(self, widen: Callable[[_Ids], Vectors], size: int, dimension: int, *, most: int) -> None:
        self._widen, self._size, self._dimension, self._most = widen, size, dimension, most
        self._kept: _Kept | None = None
        self._lock = Lock()

    def of(self, ids: _Ids) -> Placed:
        """Return the rows of ids; more different ones than are kept are made for this once."""
        with self._lock:
            kept = self._kept or self._empty()
            places = kept.places[ids]
            if places.min(initial=0) < 0:
                new = _each_once(ids[places < 0])
                if kept.count + len(new) > self._most:
                    kept, new = self._empty(), _each_once(ids)
                if len(new) > self._most:
                    return Placed(self._widen(new), np.searchsorted(new, ids))
                end = kept.count + len(new)
                kept.rows[kept.count : end] = self._widen(new)
                kept.places[new] = np.arange(kept.count, end)
                kept.count = end
                places = kept.places[ids]
            return Placed(kept.rows, places)

    def _empty(self) -> _Kept:
        # Of what is not written yet the system keeps nothing. New arrays: another thread may be reading the old.
        kept = self._kept = _Kept(
            np.full(self._size, -1, dtype=np.int64), 0, np.zeros((self._most, self._dimension), dtype=np.float32)
        )
        return kept


def _each_once(ids: _Ids) -> _Ids:
    """Return each of some ids once, in order; `numpy.unique` would load the module of masked arrays first, 10 ms of a command."""
    ordered = np.sort(ids)
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]
