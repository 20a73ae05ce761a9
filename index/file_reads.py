"""Read files one after another, on all cores if there is enough to read; pages of long ones are told while they are read."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue

from corpus.errors import WenjuError
from corpus.folder import SourceFile
from corpus.readers.pages import OnPage
from corpus.reading import read_report
from corpus.report import Report

# Starting a second process costs about 0.3 s; reading does 1 million characters a second.
_WORTH_PROCESSES = 1_500_000
# Files ahead of the writer, for each core: enough to keep the cores busy, and no store of its own in memory.
_AHEAD = 4
_LISTEN_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read: its report, or why there is none."""

    source: SourceFile
    report: Report | None
    why: str


_Told = tuple[str, int, int]
# Takes a file's key, how many of its pages are read, and how many it has.
OnFilePage = Callable[[str, int, int], None]
_queue: "SimpleQueue[_Told] | None" = None


def read_files(sources: Sequence[SourceFile], on_page: OnFilePage) -> Generator[FileRead]:
    """Yield the files in order as they are read; `on_page` hears of the pages in between. No file stops the others."""
    cores = os.cpu_count() or 1
    if cores < 2 or sum(map(_size, sources)) < _WORTH_PROCESSES:
        for source in sources:
            yield _read(source, partial(on_page, source.key))
        return
    left = deque(sources)
    while left:
        try:
            for read in _by_processes(list(left), cores, on_page):
                left.popleft()
                yield read
        except BrokenProcessPool:
            # A library broke down on one of the next files and took its process with it: each is read by a process of its own.
            for _ in range(min(len(left), _AHEAD * cores)):
                yield _alone(left.popleft())


def _by_processes(sources: Sequence[SourceFile], cores: int, on_page: OnFilePage) -> Iterator[FileRead]:
    # Not fork: the parent may hold threads of numpy, tantivy or a web server.
    context = get_context("forkserver")
    told: SimpleQueue[_Told] = context.SimpleQueue()
    pool = ProcessPoolExecutor(cores, mp_context=context, initializer=_listen_on, initargs=(told,))
    try:
        waiting: deque[Future[FileRead]] = deque()
        coming = iter(sources)
        while True:
            while len(waiting) < _AHEAD * cores and (source := next(coming, None)) is not None:
                waiting.append(pool.submit(_read_telling, source))
            if not waiting:
                return
            done, _ = wait([waiting[0]], timeout=_LISTEN_SECONDS)
            while not told.empty():
                on_page(*told.get())
            if done:
                yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(source: SourceFile) -> FileRead:
    with ProcessPoolExecutor(1, mp_context=get_context("forkserver")) as pool:
        try:
            return pool.submit(_read_telling, source).result()
        except BrokenProcessPool:
            return FileRead(
                source, None, f"{source.path.name}: reading it broke down; open it and save it again, or leave it out"
            )


def _listen_on(told: "SimpleQueue[_Told]") -> None:
    global _queue
    _queue = told


def _read_telling(source: SourceFile) -> FileRead:
    queue = _queue
    return _read(source, lambda page, of: queue.put((source.key, page, of)) if queue is not None else None)


def _read(source: SourceFile, on_page: OnPage) -> FileRead:
    try:
        return FileRead(source, read_report(source.path, key=source.key, on_page=on_page), "")
    except WenjuError as error:
        return FileRead(source, None, str(error))
    except OSError as error:
        why = f"{source.path.name}: could not be opened ({error.strerror}); check that it is there and may be read"
        return FileRead(source, None, why)
    except Exception as error:
        # A reader's own mistake on one odd file must not stop the others.
        why = f"{source.path.name}: could not be read ({type(error).__name__}: {error}); please report this file"
        return FileRead(source, None, why)


def _size(source: SourceFile) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
