"""Long work tells how far it is, gives its result last, and stops where nobody waits for it."""

import threading
from collections.abc import Callable

import pytest

from app.web.aside import TICK_SECONDS, Progress, work_aside
from corpus.errors import WenjuError


def test_how_far_the_work_is_comes_before_its_result() -> None:
    told = threading.Event()

    def work(hear: Callable[[int, int], None]) -> str:
        hear(1, 3)
        hear(2, 3)
        told.wait(10)
        return "done"

    steps = work_aside(work)
    assert next(steps) == Progress(2, 3)
    told.set()
    assert list(steps) == ["done"]


def test_what_the_work_raises_is_raised() -> None:
    def work(_hear: Callable[[int, int], None]) -> str:
        raise WenjuError("broken")

    with pytest.raises(WenjuError, match="broken"):
        list(work_aside(work))


def test_work_that_nobody_waits_for_stops_at_its_next_piece() -> None:
    left, stopped = threading.Event(), threading.Event()

    def work(hear: Callable[[int, int], None]) -> None:
        hear(1, 2)
        left.wait(10)
        try:
            hear(2, 2)
        except BaseException:
            stopped.set()
            raise

    steps = work_aside(work)
    assert next(steps) == Progress(1, 2)
    steps.close()  # type: ignore[attr-defined]
    left.set()
    assert stopped.wait(10 * TICK_SECONDS)
