"""Open a library: a store with its lexical and dense index, brought up to the store's generation."""

import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, RLock, Thread

from index.catalogue import ReportCard
from index.dense import DenseIndex, stack
from index.encoder import Encoder
from index.encoders.static import StaticEncoder
from index.lexical import LexicalIndex
from index.store import Store, StoreError
from index.stored_passage import StoredPassage
from index.translation import Translator

_LEXICAL, _DENSE, _LOCK = "lexical", "dense", "indexes.lock"
_PATIENCE = 600.0
# Seconds from one catching up aside to the next: each costs about as much for one report as for ten.
_PAUSE = 2.0
# Passages in memory, of some 3 kB each; twice as many with those of before.
_REMEMBERED = 6_144


class Library:
    """An open store with both indexes and the encoder that made its vectors."""

    def __init__(self, store: Store, encoder: Encoder) -> None:
        self.store = store
        self.encoder = encoder
        self.lexical = LexicalIndex(store.folder / _LEXICAL)
        self.dense = DenseIndex(store.folder / _DENSE, encoder.dimension)
        # A model of sentences (not static) has no words of its own to translate with.
        self.translator = Translator(encoder, self.lexical.frequency) if isinstance(encoder, StaticEncoder) else None
        self._lock, self._starting = RLock(), Lock()
        self._catalogue: tuple[ReportCard, ...] = ()
        self._generation = -1
        self._aside: Thread | None = None
        self._follows_aside, self._looked = False, 0.0
        self._passages: dict[int, StoredPassage] = {}
        self._old_passages: dict[int, StoredPassage] = {}

    def catalogue(self) -> tuple[ReportCard, ...]:
        """Return all reports by key, as of the last refresh."""
        return self._catalogue

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """Return passages by id, in the order of `ids`. Those of the last searches are remembered: the figures of a draft meet them again."""
        young, old = self._passages, self._old_passages
        found = self.store.passages([i for i in ids if i not in young and i not in old])
        told = {i: passage for i in ids if (passage := young.get(i) or old.get(i) or found.get(i)) is not None}
        if len(young) > _REMEMBERED:
            self._passages, self._old_passages = told, young
        else:
            young.update(told)
        return told

    def follow_aside(self) -> None:
        """From now on catch up in a thread of its own: who asks goes on with what was there while reports come in by the dozen.

        With 150 reports coming in, one question in twenty waited 4.7 s for the indexes before.
        """
        self._follows_aside = True

    def refresh(self, *, patience: float = 0.0) -> None:
        """Catch up with the store if it has changed; costs one short query if it has not.

        While another process brings the indexes up to date, wait for it `patience` seconds, and then go on with what was there.
        """
        if self.store.generation == self._generation:
            return
        if self._follows_aside and not patience:
            self._refresh_aside()
        else:
            self._refresh(patience)

    def _refresh_aside(self) -> None:
        if not self._starting.acquire(blocking=False):
            return
        try:
            now = time.monotonic()
            if (self._aside is None or not self._aside.is_alive()) and now - self._looked > _PAUSE:
                self._looked = now
                self._aside = Thread(target=self._refresh, args=(0.0,), name="wenju-follow", daemon=True)
                self._aside.start()
        finally:
            self._starting.release()

    def _refresh(self, patience: float) -> None:
        with self._lock, _sole_writer(self.store.folder, patience) as alone:
            generation = self.store.generation
            if not alone or generation == self._generation:
                return
            # Before the indexes: a search in another thread must know the report of every passage that it finds.
            self._catalogue = self.store.catalogue()
            self._passages, self._old_passages = {}, {}
            _catch_up(self.store, self.lexical, self.dense, generation)
            self._generation = generation

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def open_library(folder: Path, encoder: Encoder) -> Library:
    """Open the store of a folder for searching. Raises StoreError for none, one of another version, or one of another encoder."""
    store = open_store(folder, encoder)
    try:
        library = Library(store, encoder)
        library.refresh(patience=_PATIENCE)
    except BaseException:
        store.close()
        raise
    return library


def open_store(folder: Path, encoder: Encoder) -> Store:
    """Open the store of a folder. Raises StoreError as `open_library` does."""
    store = Store.open(folder)
    if store.encoder_name == encoder.name:
        return store
    made_by = store.encoder_name
    store.close()
    raise StoreError(
        f"{folder}: its vectors were made by the encoder {made_by}, not by {encoder.name}; "
        f"make a new store with: wenju ingest --store NEW_FOLDER PATH"
    )


def create_store(folder: Path, encoder: Encoder) -> Store:
    """Make an empty store; indexes that an earlier one left in the folder are thrown away, for their stamps say nothing of this one."""
    for name in (_LEXICAL, _DENSE):
        shutil.rmtree(folder / name, ignore_errors=True)
    return Store.create(folder, encoder_name=encoder.name, dimension=encoder.dimension)


def catch_up(store: Store, dimension: int) -> None:
    """Bring both indexes of a store to its generation; does nothing where another process keeps them: it does so itself."""
    with _sole_writer(store.folder, _PATIENCE) as alone:
        if alone:
            lexical, dense = LexicalIndex(store.folder / _LEXICAL), DenseIndex(store.folder / _DENSE, dimension)
            _catch_up(store, lexical, dense, store.generation)


def _catch_up(store: Store, lexical: LexicalIndex, dense: DenseIndex, generation: int) -> None:
    """Bring both indexes from the generation that they reflect to the given one; one ahead of the store is built anew."""
    lexical.reload()
    dense.reload()
    if lexical.generation != generation:
        _update_lexical(store, lexical, generation)
    if dense.generation != generation:
        _update_dense(store, dense, generation)


def _update_lexical(store: Store, lexical: LexicalIndex, generation: int) -> None:
    if not 0 <= lexical.generation <= generation:
        lexical.clear()
    changes = store.changes_since(lexical.generation)
    removed = (*changes.removed, *changes.added)
    lexical.update(store.lexical_rows(changes.added), removed=removed, generation=generation)


def _update_dense(store: Store, dense: DenseIndex, generation: int) -> None:
    if not 0 <= dense.generation <= generation or not dense.fits(store.count):
        dense.clear()
    changes = store.changes_since(dense.generation)
    rows = stack(list(store.vector_rows(changes.added)), dense.manifest.dimension)
    dense.update(rows, removed=(*changes.removed, *changes.added), generation=generation)


@contextmanager
def _sole_writer(folder: Path, patience: float) -> Iterator[bool]:
    """Tell whether this is now the only process that writes the indexes of a folder, and keep it so inside the block.

    The lock is that of an empty SQLite file: it works alike on all systems, and the end of a process, however it comes, gives it back.
    """
    connection = sqlite3.connect(folder / _LOCK, isolation_level=None, timeout=patience)
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
            alone = True
        except sqlite3.OperationalError:
            alone = False
        yield alone
    finally:
        connection.close()
