"""Progress on standard error, where that is a terminal: a bar with rate and remaining time, as tqdm draws it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.ingest import Progress


@contextmanager
def show_progress() -> Iterator[Callable[["Progress"], None]]:
    """Yield a function that takes progress events and draws them; the bar is closed at the end."""
    from tqdm import tqdm

    bar = tqdm(unit="report", leave=False, dynamic_ncols=True, delay=0.3, disable=None)

    def draw(event: "Progress") -> None:
        bar.total = event.total
        page = f" {event.page}/{event.pages} pages" if event.pages else ""
        bar.set_postfix_str(f"{event.current}{page}", refresh=False)
        if page:
            # Pages come by the hundred; the bar draws itself for reports only.
            bar.update(0)
        bar.update(event.done - bar.n)

    try:
        yield draw
    finally:
        bar.close()


@contextmanager
def show_count(unit: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that takes how many of how many are done and draws it; work that is done in a second shows nothing."""
    if not sys.stderr.isatty():
        # Nothing would be drawn, and to load what draws takes 10 ms.
        yield lambda _done, _total: None
        return
    from tqdm import tqdm

    bar = tqdm(unit=f" {unit}", leave=False, dynamic_ncols=True, delay=1.0, disable=None)

    def draw(done: int, total: int) -> None:
        if bar.total is None and done > 1:
            # What was done before counts for the whole, not for the rate.
            bar.initial = bar.n = done
        bar.total = total
        bar.update(done - bar.n)

    try:
        yield draw
    finally:
        bar.close()
