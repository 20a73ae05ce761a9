"""Uploaded files: they wait in a batch until all are there, then they lie in the store's folder under `uploads/`, to be read and kept."""

import re
import secrets
import shutil
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from app.intake.limits import MEGABYTE, Limits
from app.intake.names import UploadError, place_of
from index.ingest import FailedFile

FOLDER, _WAITING = "uploads", ".waiting"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
_STALE_SECONDS = 3600.0
_MOST_BATCHES = 64


@dataclass(slots=True)
class _Batch:
    """Files that arrived and wait, with their sizes; `coming` are on their way and count as large as they may become."""

    folder: Path
    touched: float
    sizes: dict[PurePosixPath, int] = field(default_factory=dict)
    coming: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file on its way in: write to `file` at most `limit` bytes."""

    batch: str
    place: PurePosixPath
    part: Path
    file: BinaryIO
    limit: int


@dataclass(frozen=True, slots=True)
class Taken:
    """The files of a batch that lie in their places now, and those that could not be put there."""

    places: tuple[PurePosixPath, ...]
    failed: tuple[FailedFile, ...]


class Uploads:
    """The uploaded files of a store."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.folder = store / FOLDER
        self.limits = limits
        self._batches: dict[str, _Batch] = {}
        self._lock = threading.Lock()
        shutil.rmtree(self.folder / _WAITING, ignore_errors=True)  # left by a server that was stopped in the middle

    def expect(self, batch: str, name: str) -> Arrival:
        """Make room for a file. Raises UploadError for an unfit name, and where the batch or the disk is full."""
        place = place_of(name)
        if not _TOKEN.fullmatch(batch):
            raise UploadError("the upload has no batch of its own: reload the page", "upload_lost")
        with self._lock:
            waiting = self._batch(batch)
            self._check_room(waiting, place)
            part = waiting.folder / f"{secrets.token_hex(8)}.part"
            waiting.folder.mkdir(parents=True, exist_ok=True)
            file = part.open("xb")
            waiting.coming += 1
        return Arrival(batch, place, part, file, self.limits.file_bytes)

    def arrive(self, arrival: Arrival, size: int) -> None:
        """Take a file that was written whole into its batch.

        Raises UploadError where the batch was given up meanwhile or the place is taken by a folder; then `give_up` it.
        """
        arrival.file.close()
        with self._lock:
            waiting = self._batches.get(arrival.batch)
            if waiting is None:
                arrival.part.unlink(missing_ok=True)
                raise UploadError("the upload was cancelled", "upload_lost")
            waiting.touched = time.monotonic()
            _move(arrival.part, waiting.folder, arrival.place)
            waiting.sizes[arrival.place] = size
            waiting.coming -= 1

    def give_up(self, arrival: Arrival) -> None:
        """Forget a file that did not come whole."""
        arrival.file.close()
        arrival.part.unlink(missing_ok=True)
        with self._lock:
            waiting = self._batches.get(arrival.batch)
            if waiting is not None:
                waiting.coming -= 1

    def take(self, batch: str) -> Taken:
        """Move the files of a batch to their places; of an unknown batch there are none."""
        with self._lock:
            waiting = self._batches.pop(batch, None)
        if waiting is None:
            return Taken((), ())
        places: list[PurePosixPath] = []
        failed: list[FailedFile] = []
        for place in waiting.sizes:
            try:
                _move(waiting.folder / place, self.folder, place)
                places.append(place)
            except UploadError as error:
                failed.append(FailedFile(str(place), str(error)))
        shutil.rmtree(waiting.folder, ignore_errors=True)
        return Taken(tuple(places), tuple(failed))

    def drop(self, batch: str) -> None:
        """Throw a batch away."""
        with self._lock:
            waiting = self._batches.pop(batch, None)
        if waiting is not None:
            shutil.rmtree(waiting.folder, ignore_errors=True)

    def discard(self, place: PurePosixPath) -> None:
        """Delete a file that is no report of the store, with the folders that it leaves empty."""
        path = self.folder / place
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.folder or not folder.is_relative_to(self.folder):
                return
            try:
                folder.rmdir()
            except OSError:  # not empty
                return

    def _batch(self, name: str) -> _Batch:
        now = time.monotonic()
        for other, waiting in list(self._batches.items()):
            if now - waiting.touched > _STALE_SECONDS and not waiting.coming:
                del self._batches[other]
                shutil.rmtree(waiting.folder, ignore_errors=True)
        if name not in self._batches:
            if len(self._batches) >= _MOST_BATCHES:
                raise UploadError("too many uploads at once: try again in a while", "upload_busy")
            self._batches[name] = _Batch(self.folder / _WAITING / secrets.token_hex(8), now)
        return self._batches[name]

    def _check_room(self, waiting: _Batch, place: PurePosixPath) -> None:
        limits = self.limits
        if place not in waiting.sizes and len(waiting.sizes) + waiting.coming >= limits.files:
            raise UploadError(f"more than {limits.files} files at once: send the rest afterwards", "upload_many")
        if sum(waiting.sizes.values()) + waiting.coming * limits.file_bytes > limits.batch_bytes:
            raise UploadError(f"more than {limits.batch_bytes // MEGABYTE} MB at once: send the rest afterwards", "upload_many")
        self.folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self.folder).free < limits.free_bytes + limits.file_bytes:
            raise UploadError("the disk of the server is nearly full: make room first", "upload_disk")


def _move(path: Path, folder: Path, place: PurePosixPath) -> None:
    target = folder / place
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    except OSError as error:  # a file lies where a folder is wanted, or the other way round
        path.unlink(missing_ok=True)
        raise UploadError(f"{place}: cannot be put there ({error.strerror}); rename the file", "upload_name") from error
