"""Keep the collector of cycles from what is loaded: hardly anything of it is ever garbage."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects before the collector looks at them: hardly any of a draft or of an answer is garbage that only it finds.
_YOUNG = 400_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector from looking through a loaded engine again and again: that took 6 % of the time of a draft."""
    thresholds = gc.get_threshold()
    spare()
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def spare() -> None:
    """Take all that is there for lasting, and let more come before the collector looks at it."""
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


def end_uncollected() -> None:
    """Let the end of the process be no reason to look through all that it holds once more: that took 0.3 s behind a draft."""
    atexit.register(gc.freeze)
