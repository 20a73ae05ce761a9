"""Check many texts on all cores: this process goes on with its own engine, others come to help when there is enough to do."""

import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import QuestionError
from app.verdict import Check

if TYPE_CHECKING:
    from app.engine import Engine

# A second process costs about a second until it helps; a draft of two pages is checked in less.
_WORTH_PROCESSES = 3_000
_MOST_PROCESSES = 8
# Characters handed out at once: about a second's work, so that nobody waits long for the last.
_PORTION = 1_000
# Of portions handed to each process one waits while the other is worked on.
_AHEAD = 2
# Takes how many texts are checked and how many there are.
OnText = Callable[[int, int], None]
Checked = list[Check | None]
_engine: "Engine | None" = None


def no_text(_done: int, _total: int) -> None:
    """Hear of a text and do nothing."""


def check_texts(engine: "Engine", texts: Sequence[str], *, on_text: OnText = no_text, processes: int | None = None) -> Checked:
    """Return the check of each text, None for one without figures. `processes` is by default one a core, and one for little text."""
    count = processes or (min(os.cpu_count() or 1, _MOST_PROCESSES) if sum(map(len, texts)) >= _WORTH_PROCESSES else 1)
    left = deque(_portions(texts))
    checks: Checked = [None] * len(texts)
    done = 0
    with ExitStack() as stack:
        pool = stack.enter_context(_helpers(engine.library.store.folder, count - 1)) if count > 1 else None
        waiting: dict[Future[Checked], int] = {}
        while left or waiting:
            while pool is not None and left and len(waiting) < _AHEAD * (count - 1):
                first, last = left.pop()  # from the end: this process works from the beginning
                waiting[pool.submit(_check_all, texts[first:last])] = first
            if left:
                first, last = left.popleft()
                for i in range(first, last):
                    checks[i] = check_or_none(engine, texts[i])
                    done += 1
                    on_text(done, len(texts))
            for future in wait(waiting, timeout=0 if left else None, return_when=FIRST_COMPLETED).done if waiting else ():
                first, found = waiting.pop(future), future.result()
                checks[first : first + len(found)] = found
                done += len(found)
                on_text(done, len(texts))
    return checks


def check_or_none(engine: "Engine", text: str) -> Check | None:
    """Return the check of a text, None if it holds no figure."""
    try:
        return engine.check(text)
    except QuestionError:
        return None


def _portions(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the bounds of runs of texts of about a portion each."""
    bounds, first, length = [], 0, 0
    for i, text in enumerate(texts, 1):
        length += len(text)
        if length >= _PORTION or i == len(texts):
            bounds.append((first, i))
            first, length = i, 0
    return bounds


def _helpers(store: Path, count: int) -> ProcessPoolExecutor:
    # Not fork: this process holds the threads of its engine.
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=partial(_open, store))


def _open(store: Path) -> None:
    """Open the engine of a helping process, which has one core: threads of libraries would only be in the others' way."""
    global _engine
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from app.engine import Engine

    _engine = Engine.open(store)


def _check_all(texts: Sequence[str]) -> Checked:
    assert _engine is not None
    return [check_or_none(_engine, text) for text in texts]
