"""Load the dictionary of the cutter aside, while this process loads all else: its library lets others work meanwhile."""

from contextlib import suppress
from functools import cache
from importlib import import_module
from threading import Thread


@cache
def loading() -> Thread:
    """Return the thread that loads it, begun at the first call: 0.12 s of the second that a command takes to start, on another core."""
    thread = Thread(target=_load, name="wenju-loading", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    # Whoever cuts words without it finds another cutter (`cutter` in index/words.py).
    with suppress(ImportError):
        import_module("rjieba")
