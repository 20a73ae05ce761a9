"""Long work in a thread of its own: how far it is comes out a few times a second, its result last."""

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
TICK_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Progress:
    """How many pieces are done, and of how many."""

    done: int
    total: int


class _Stopped(BaseException):
    """Raised inside the work when nobody waits for it any more."""


def work_aside(work: Callable[[Callable[[int, int], None]], T]) -> Iterator[T | Progress]:
    """Yield how far the work is, a few times a second, and last its result. Raises what the work raises.

    The work is given what is to hear of its pieces; closing the iterator stops it at the next of them.
    """
    told: queue.SimpleQueue[Progress] = queue.SimpleQueue()
    ended: queue.SimpleQueue[tuple[T] | Exception] = queue.SimpleQueue()
    left = threading.Event()

    def hear(done: int, total: int) -> None:
        if left.is_set():
            raise _Stopped
        told.put(Progress(done, total))

    def run() -> None:
        try:
            ended.put((work(hear),))
        except _Stopped:
            return
        except Exception as error:
            ended.put(error)

    threading.Thread(target=run, name="wenju-aside", daemon=True).start()
    try:
        while True:
            try:
                result = ended.get(timeout=TICK_SECONDS)
            except queue.Empty:
                last = _last(told)
                if last is not None:
                    yield last
                continue
            if isinstance(result, Exception):
                raise result
            yield result[0]
            return
    finally:
        left.set()


def _last(told: "queue.SimpleQueue[Progress]") -> Progress | None:
    last = None
    while not told.empty():
        last = told.get()
    return last
