"""Who is logged in: tokens that cannot be guessed, kept in memory; too many wrong passwords from one place are refused for a while."""

import secrets
import threading
import time
from collections.abc import Callable

HOURS = 12
_MOST_SESSIONS = 10_000
_TRIES, _WAIT_SECONDS, _MOST_PLACES = 10, 300.0, 10_000


class Sessions:
    """The sessions of one run of the server: stopping it logs everybody out."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._users: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()

    def open(self, name: str) -> str:
        """Return the token of a new session."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            now = self._clock()
            self._users = {t: kept for t, kept in self._users.items() if kept[1] > now}
            while len(self._users) >= _MOST_SESSIONS:
                del self._users[next(iter(self._users))]
            self._users[token] = (name, now + HOURS * 3600)
        return token

    def user(self, token: str) -> str | None:
        """Return whose session a token is, or None."""
        with self._lock:
            name, until = self._users.get(token, ("", 0.0))
        return name if until > self._clock() else None

    def close(self, token: str) -> None:
        """End a session."""
        with self._lock:
            self._users.pop(token, None)


class Tries:
    """Wrong passwords by the address that they came from."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()

    def may(self, place: str) -> bool:
        """Tell whether a place may try: it has not given ten wrong passwords within the last five minutes."""
        with self._lock:
            count, last = self._wrong.get(place, (0, 0.0))
            return count < _TRIES or self._clock() - last > _WAIT_SECONDS

    def note(self, place: str, *, right: bool) -> None:
        """Count a try; a right one clears the count."""
        with self._lock:
            count, last = self._wrong.pop(place, (0, 0.0))
            if right:
                return
            now = self._clock()
            while len(self._wrong) >= _MOST_PLACES:
                del self._wrong[next(iter(self._wrong))]
            self._wrong[place] = (1 if now - last > _WAIT_SECONDS else count + 1, now)
