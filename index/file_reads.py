"""Read files one after another, on all cores if there is enough to read; pages of long ones are told while they are read.

What the caller makes of a file is made as soon as it is read, and given in the order of the files: while a long one is read, those behind it are
made ready, not left for afterwards.
"""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from typing import Generic, TypeVar

from corpus.errors import WenjuError
from corpus.folder import SourceFile
from corpus.readers.pages import OnPage
from corpus.reading import read_report
from corpus.report import Report

# Starting a second process costs about 0.3 s; reading does 1 million characters a second.
_WORTH_PROCESSES = 1_500_000
# Files ahead of the writer, for each core, and as many more as are this large together: enough to keep the cores busy while a long one is read,
# and no store of its own in memory.
_AHEAD, _AHEAD_BYTES = 4, 4_000_000
_LISTEN_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read: its report, or why there is none."""

    source: SourceFile
    report: Report | None
    why: str


T = TypeVar("T")


@dataclass(slots=True)
class _Coming(Generic[T]):
    """A file that is being read, and what was made of it since."""

    future: Future[FileRead]
    size: int
    made: T | None = None


_Told = tuple[str, int, int]
# Takes a file's key, how many of its pages are read, and how many it has.
OnFilePage = Callable[[str, int, int], None]
_queue: "SimpleQueue[_Told] | None" = None


def read_files(sources: Sequence[SourceFile], on_page: OnFilePage, make: Callable[[FileRead], T]) -> Generator[T]:
    """Yield what `make` makes of the files, in their order; `on_page` hears of the pages in between. No file stops the others."""
    cores = os.cpu_count() or 1
    if cores < 2 or sum(map(_size, sources)) < _WORTH_PROCESSES:
        for source in sources:
            yield make(_read(source, partial(on_page, source.key)))
        return
    left = deque(sources)
    while left:
        try:
            for made in _by_processes(list(left), cores, on_page, make):
                left.popleft()
                yield made
        except BrokenProcessPool:
            # A library broke down on one of the next files and took its process with it: each is read by a process of its own.
            for _ in range(min(len(left), _AHEAD * cores)):
                yield make(_alone(left.popleft()))


def _by_processes(sources: Sequence[SourceFile], cores: int, on_page: OnFilePage, make: Callable[[FileRead], T]) -> Iterator[T]:
    # Not fork: the parent may hold threads of numpy, tantivy or a web server.
    context = get_context("forkserver")
    told: SimpleQueue[_Told] = context.SimpleQueue()
    pool = ProcessPoolExecutor(cores, mp_context=context, initializer=_listen_on, initargs=(told,))

    def next_made() -> T:
        """Take out the first file once it is made; until then those behind it are made as they come."""
        while (made := files[0].made) is None:
            # They are begun in order: if any is read, one of these is.
            raw = list(islice((file for file in files if file.made is None), cores + 1))
            wait([file.future for file in raw], timeout=_LISTEN_SECONDS, return_when=FIRST_COMPLETED)
            while not told.empty():
                on_page(*told.get())
            if ready := next((file for file in raw if file.future.done()), None):
                ready.made = make(ready.future.result())
        files.popleft()
        return made

    files: deque[_Coming[T]] = deque()
    try:
        for source in sources:
            while len(files) >= _AHEAD * cores and sum(file.size for file in islice(files, 1, None)) > _AHEAD_BYTES:
                yield next_made()
            files.append(_Coming(pool.submit(_read_telling, source), _size(source)))
        while files:
            yield next_made()
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
