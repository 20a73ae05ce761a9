"""Results and drafts kept for a while under names that cannot be guessed, so that a link can bring them back."""

import secrets
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """At most `most` things, each for `seconds`; `drop` hears of every one that goes."""

    def __init__(
        self, *, most: int, seconds: float, drop: Callable[[T], None] | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._seconds, self._drop, self._clock = most, seconds, drop, clock
        self._things: dict[str, tuple[T, float]] = {}
        self._lock = threading.Lock()

    def put(self, thing: T, name: str = "") -> str:
        """Keep a thing, under a name of its own or in place of the thing of a name, and return its name."""
        name = name or secrets.token_urlsafe(24)
        gone: list[T] = []
        with self._lock:
            now = self._clock()
            if name in self._things:
                gone.append(self._things.pop(name)[0])
            for other, (_, until) in list(self._things.items()):
                if until <= now or len(self._things) >= self._most:
                    gone.append(self._things.pop(other)[0])
            self._things[name] = (thing, now + self._seconds)
        if self._drop:
            for each in gone:
                self._drop(each)
        return name

    def get(self, name: str) -> T | None:
        """Return the thing of a name, None where there is none any more."""
        with self._lock:
            thing, until = self._things.get(name, (None, 0.0))
            return thing if until > self._clock() else None
