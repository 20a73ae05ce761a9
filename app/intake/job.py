"""Reading uploaded reports into the store in a thread of its own, while everybody goes on asking."""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Literal

from app.intake.limits import Limits
from app.intake.uploads import Uploads
from corpus.errors import WenjuError
from corpus.reading import file_digest
from index.encoder import Encoder
from index.ingest import FailedFile, NotedFile, Progress, ingest
from index.store import Store

_log = logging.getLogger(__name__)

State = Literal["idle", "reading", "done", "cancelled", "broken"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far reading is: `done` of `total` reports, the one under way with its page, seconds so far; at the end what came of it."""

    state: State = "idle"
    done: int = 0
    total: int = 0
    current: str = ""
    page: int = 0
    pages: int = 0
    characters: int = 0
    seconds: float = 0.0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: tuple[FailedFile, ...] = ()
    notes: tuple[NotedFile, ...] = ()
    why: str = ""

    @property
    def remaining(self) -> float | None:
        """The seconds that are left at the rate so far; None while it cannot be told."""
        return self.seconds / self.done * (self.total - self.done) if self.done else None


class _Cancelled(BaseException):
    """Raised in the thread that reads; no `Exception`, for a reader's mistakes are caught as such file by file."""


class Intake:
    """The reports that come in by the page: one batch after another is read, each whole or not at all.

    `encoder` gives the encoder of the store's vectors. `after` is called when a batch is read, before that is told: whoever answers can
    learn of the reports.
    """

    def __init__(
        self, store: Path, encoder: Callable[[], Encoder], limits: Limits, *, after: Callable[[], None] | None = None
    ) -> None:
        self.uploads = Uploads(store, limits)
        self._store = store
        self._encoder = encoder
        self._after = after
        self._lock = threading.Lock()
        self._waiting: list[str] = []
        self._standing = Standing()
        self._started = 0.0
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None

    def standing(self) -> Standing:
        """Return how far it is now."""
        with self._lock:
            now = self._standing
            return replace(now, seconds=time.monotonic() - self._started) if now.state == "reading" else now

    def start(self, batch: str) -> None:
        """Read a batch, after those that are being read."""
        with self._lock:
            self._waiting.append(batch)
            if self._thread is not None:
                return
            self._cancelled.clear()
            self._started = time.monotonic()
            self._standing = Standing("reading")
            self._thread = threading.Thread(target=self._run, name="wenju-intake", daemon=True)
            self._thread.start()

    def cancel(self) -> None:
        """Stop reading: reports that are read stay, the rest of what was sent is thrown away."""
        with self._lock:
            running, waiting, self._waiting = self._thread is not None, self._waiting, []
            if running:
                self._cancelled.set()
        for batch in waiting:
            self.uploads.drop(batch)

    def join(self, seconds: float) -> bool:
        """Wait until nothing is being read; tell whether that is so."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return self._thread is None

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    if self._standing.state == "reading":
                        self._standing = self._ended("done")
                    return
                batches, self._waiting = self._waiting, []
            try:
                self._read(batches)
            except _Cancelled:
                self._end("cancelled")
            except WenjuError as error:
                self._end("broken", str(error))
            except Exception:  # the last edge: a thread that dies silently would leave the page waiting
                _log.exception("taking in uploads failed")
                self._end("broken", "unexpected")

    def _read(self, batches: list[str]) -> None:
        taken = [self.uploads.take(batch) for batch in batches]
        places = tuple(place for each in taken for place in each.places)
        lost = tuple(failed for each in taken for failed in each.failed)
        self._set(failed=(*self._standing.failed, *lost))
        if not places:
            return
        try:
            summary = ingest([self.uploads.folder], self._store, self._encoder(), progress=self._hear)
            failed = tuple(FailedFile(f.file, self._plain(f.why)) for f in summary.failed)
            now = self._standing
            unchanged = max(0, len(places) - summary.added - summary.updated - len(failed))
            self._set(
                added=now.added + summary.added, updated=now.updated + summary.updated, unchanged=now.unchanged + unchanged,
                failed=(*now.failed, *failed), notes=(*now.notes, *summary.notes),
            )  # fmt: skip
        finally:
            self._discard_unread(places)
            if self._after:
                self._after()

    def _hear(self, progress: Progress) -> None:
        if self._cancelled.is_set():
            raise _Cancelled
        read = self._standing.characters + progress.characters
        self._set(
            done=progress.done, total=progress.total, current=progress.current, page=progress.page, pages=progress.pages,
            characters=read, added=self._standing.added,
        )  # fmt: skip

    def _discard_unread(self, places: tuple[PurePosixPath, ...]) -> None:
        """Delete the files that the store did not take, that they are not tried again with every later batch."""
        if not (self._store / "store.sqlite3").exists():
            return
        with closing(Store.open(self._store)) as store:
            known = store.digests()
        for place in places:
            key = str(place)
            path = self.uploads.folder / place
            inside = any(other.startswith(f"{key}/") for other in known) if path.suffix.lower() == ".zip" else False
            if not inside and (key not in known or not path.exists() or known[key] != file_digest(path)):
                self.uploads.discard(place)

    def _plain(self, why: str) -> str:
        """Return a reason without the places of the server's disk."""
        return why.replace(f"{self.uploads.folder.resolve()}/", "").replace(f"{self.uploads.folder}/", "")

    def _set(self, **changes: object) -> None:
        with self._lock:
            self._standing = replace(self._standing, **changes)  # type: ignore[arg-type]

    def _ended(self, state: State, why: str = "") -> Standing:
        return replace(
            self._standing, state=state, why=why, current="", page=0, pages=0, seconds=time.monotonic() - self._started
        )

    def _end(self, state: State, why: str = "") -> None:
        with self._lock:
            self._standing = self._ended(state, why)
