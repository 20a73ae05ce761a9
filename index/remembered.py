"""Remember what was made of passages, for the next question meets the same ones."""

from collections.abc import Callable
from typing import Generic, TypeVar

from index.stored_passage import StoredPassage

# Characters and figures of the passages remembered; a figure counts as much as so many characters.
_MOST, _FIGURE = 3_000_000, 100

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """What a function makes of passages; those longest not asked for are forgotten. Safe to use from several threads.

    One passage may come with other figures than those of the store: these are told apart.
    """

    def __init__(self, make: Callable[[StoredPassage], Made], *, most: int = _MOST) -> None:
        self._make = make
        self._most = most // 2
        self._size = 0
        self._young: dict[tuple[int, int], tuple[StoredPassage, Made]] = {}
        self._old: dict[tuple[int, int], tuple[StoredPassage, Made]] = {}

    def of(self, passage: StoredPassage) -> Made:
        """Return what is made of a passage."""
        key = passage.id, len(passage.figures)
        young = self._young.get(key)
        if young is not None and (young[0] is passage or young[0] == passage):
            return young[1]
        old = self._old.get(key)
        made = old[1] if old is not None and old[0] == passage else self._make(passage)
        self._keep(key, passage, made)
        return made

    def _keep(self, key: tuple[int, int], passage: StoredPassage, made: Made) -> None:
        """Put a passage among the young; when they are as many as may be, they are the old, and what was old is forgotten."""
        if self._size > self._most:
            self._old, self._young, self._size = self._young, {}, 0
        self._young[key] = (passage, made)
        self._size += len(passage.text) + _FIGURE * len(passage.figures)
