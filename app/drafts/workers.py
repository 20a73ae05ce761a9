"""Check many texts on all cores: this process goes on with its own engine, others come to help when there is enough to do."""

import gc
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from app.collecting import spare
from app.errors import QuestionError
from app.loading import loading
from app.verdict import Check
from corpus.errors import WenjuError
from index.dictionary import open_dictionary
from index.encoders import open_encoder
from index.model_choices import read_choices
from index.thesaurus.meaning import concept_vectors
from index.words import cutter

if TYPE_CHECKING:
    from app.engine import Engine

# A helping process takes up to a second until it helps; a draft of two pages is checked in less.
_WORTH_HELP = 3_000
_MOST_PROCESSES = 8
# Characters handed out at once: less than a tenth of a second of work, so that nobody waits long for the last.
_PORTION = 100
# Of the portions handed to each helper one waits while the other is worked on.
_AHEAD = 2
# One entry a thread, those of libraries too; on Linux only.
_THREADS, _ENDING = Path("/proc/self/task"), 0.02
_ANY_CLAIM = "全国城镇新增就业1206万人。"
# Takes how many texts are checked and how many there are.
OnText = Callable[[int, int], None]
Checked = list[Check | None]
_engine: "Engine | None" = None


@dataclass(frozen=True, slots=True)
class Helpers:
    """Processes that check texts against the same store."""

    pool: ProcessPoolExecutor
    count: int


def no_text(_done: int, _total: int) -> None:
    """Hear of a text and do nothing."""


@contextmanager
def helpers(store: Path, characters: int, *, processes: int | None = None) -> Iterator[Helpers | None]:
    """Start helpers for so many characters to check, and end them; None where there are too few. They open the store while the caller does.

    `processes` counts the caller; by default it is one a core, and the caller alone where another encoder than the embedded one was
    chosen: each process would load it.
    """
    worth = characters >= _WORTH_HELP and not read_choices(store).encoder.name
    count = processes or (min(os.cpu_count() or 1, _MOST_PROCESSES) if worth else 1)
    if count < 2:
        yield None
        return
    pool = ProcessPoolExecutor(count - 1, mp_context=get_context(_way_to_start()), initializer=partial(_open, store))
    try:
        pool.submit(_check_all, (), None)
        yield Helpers(pool, count - 1)
    finally:
        # They go while the caller prints what was found: the end of the process waits for them.
        pool.shutdown(wait=False, cancel_futures=True)


def _way_to_start() -> str:
    """Return how to start helpers: as copies of this process, which need not load again what it has, or anew where it has threads.

    A thread may hold a lock that its copy waits for for ever; an engine has threads.
    """
    loading().join()
    if not _THREADS.is_dir() or _has_threads():
        return "spawn"
    # What takes long to load is loaded once: 0.5 s of each process.
    import_module("app.engine")
    import_module("index.encoders.unigram")
    # No import of ours in this thread: two threads that import one package may wait for each other for ever.
    with ThreadPoolExecutor(1) as aside:
        opened = aside.submit(_open_models)
        import_module("app.checking")
        opened.result()
    cutter()
    gc.freeze()
    return "spawn" if _has_threads() else "fork"


def _open_models() -> None:
    """Open what its libraries read without keeping others from their work: 0.15 s on another core."""
    encoder = open_encoder()
    open_dictionary()
    concept_vectors(encoder, keep=True)


def _has_threads() -> bool:
    """Tell whether this process has threads; the system lists one that has ended a moment longer."""
    until = time.perf_counter() + _ENDING
    while len(list(_THREADS.iterdir())) > 1:
        if threading.active_count() > 1 or time.perf_counter() > until:
            return True
        time.sleep(_ENDING / 20)
    return False


def check_texts(
    engine: "Engine",
    texts: Sequence[str],
    *,
    on_text: OnText = no_text,
    helped: Helpers | None = None,
    as_of: int | None = None,
) -> Checked:
    """Return the check of each text, None for one without figures; `as_of` as in `Engine.check`."""
    left = deque(_portions(texts))
    checks: Checked = [None] * len(texts)
    waiting: dict[Future[Checked | None], range] = {}
    done = 0
    while left or waiting:
        while helped and left and len(waiting) < _AHEAD * helped.count:
            portion = left.pop()  # from the end: this process works from the beginning
            handed = _hand(helped, texts[portion.start : portion.stop], as_of)
            if handed is None:
                left.append(portion)
                helped = None
            else:
                waiting[handed] = portion
        for i in left.popleft() if left else ():
            checks[i] = check_or_none(engine, texts[i], as_of)
            done += 1
            on_text(done, len(texts))
        for future in wait(waiting, timeout=0 if left else None, return_when=FIRST_COMPLETED).done if waiting else ():
            portion = waiting.pop(future)
            found = _result(future)
            if found is None:
                left.append(portion)
                helped = None
                continue
            checks[portion.start : portion.stop] = found
            done += len(portion)
            on_text(done, len(texts))
    return checks


def _hand(helped: Helpers, texts: Sequence[str], as_of: int | None) -> "Future[Checked | None] | None":
    """Give texts to a helper; None where the last one was killed."""
    try:
        return helped.pool.submit(_check_all, texts, as_of)
    except BrokenProcessPool:
        return None


def _result(future: Future[Checked | None]) -> Checked | None:
    """Return what a helper found, None where it could not open the store or was killed: what it had is then done here."""
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def check_or_none(engine: "Engine", text: str, as_of: int | None) -> Check | None:
    """Return the check of a text, None if it holds no figure."""
    try:
        return engine.check(text, as_of=as_of)
    except QuestionError:
        return None


def _portions(texts: Sequence[str]) -> list[range]:
    """Return runs of texts of about a portion each."""
    runs, first, length = [], 0, 0
    for i, text in enumerate(texts, 1):
        length += len(text)
        if length >= _PORTION or i == len(texts):
            runs.append(range(first, i))
            first, length = i, 0
    return runs


def _open(store: Path) -> None:
    """Open the engine of a helper; what is wrong with a store the caller says."""
    global _engine
    # An interruption is for the caller to tell.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    one_thread_a_process()
    from app.engine import Engine

    with suppress(WenjuError):
        _engine = Engine.open(store)
        _warm(_engine)
    spare()


def _warm(engine: "Engine") -> None:
    """Load what is loaded late, dictionaries above all, while the caller still reads the draft: half a second."""
    open_dictionary()
    check_or_none(engine, _ANY_CLAIM, None)


def one_thread_a_process() -> None:
    """Keep the libraries of this process, if they are not loaded yet, from threads: with a process a core they are in each other's way."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def _check_all(texts: Sequence[str], as_of: int | None) -> Checked | None:
    return [check_or_none(_engine, text, as_of) for text in texts] if _engine is not None else None
