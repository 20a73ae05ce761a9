"""Open a library: a store with its lexical and dense index, brought up to the store's generation."""

import logging
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, RLock, Thread

from corpus.errors import WenjuError
from index.catalogue import Catalogue
from index.dense import DenseIndex, stack
from index.encoder import Encoder
from index.encoders.choice import LanguageModelChoice
from index.encoders.static import StaticEncoder
from index.lexical import LexicalIndex
from index.model_choices import read_choices
from index.models import Models, alone, open_models
from index.passage_read import PassageRead
from index.reranking import Reranking
from index.store import Store, StoreError
from index.stored_passage import StoredPassage
from index.stored_reading import mark_of, read_reading
from index.thesaurus.meaning import Thesaurus
from index.translation import Translator
from index.word_vectors import WordVectors

_LEXICAL, _DENSE, INDEXES_LOCK = "lexical", "dense", "indexes.lock"
_PATIENCE = 600.0
# Seconds from one catching up aside to the next: each costs about as much for one report as for ten.
_PAUSE = 2.0
# Passages in memory, of some 2 kB each; twice as many with those of before.
_REMEMBERED = 8_192


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """The encoder that made the vectors of the passages, and the index of these."""

    encoder: Encoder
    index: DenseIndex


class Library:
    """An open store with both indexes. `encoder` compares words and sentences, `vectors` holds the one that made the passages' vectors."""

    def __init__(self, store: Store, models: Models) -> None:
        self.store = store
        self.encoder = models.words
        self.lexical = LexicalIndex(store.folder / _LEXICAL)
        self.vectors = PassageVectors(models.passages, _dense_index(store))
        # A model of sentences (not static) has no words of its own to translate with.
        self.translator = Translator(self.encoder, self.lexical.frequency) if isinstance(self.encoder, StaticEncoder) else None
        self.thesaurus = Thesaurus(self.encoder, keep=self.encoder.keeps) if isinstance(self.encoder, StaticEncoder) else None
        self.word_vectors = WordVectors(self.encoder)
        self._models, self._refused = models, -1
        self._lock, self._starting = RLock(), Lock()
        self._catalogue = Catalogue()
        self._generation = -1
        self._aside: Thread | None = None
        self._follows_aside, self._looked = False, 0.0
        self._passages: dict[int, StoredPassage] = {}
        self._old_passages: dict[int, StoredPassage] = {}

    @property
    def dense(self) -> DenseIndex:
        """Return the index of the passages' vectors."""
        return self.vectors.index

    @property
    def reranking(self) -> Reranking | None:
        """Return what looks at the first passages once more, None for nothing."""
        return self._models.reranking

    @property
    def language_model(self) -> LanguageModelChoice | None:
        """Return the language model that was chosen, None for none."""
        return self._models.choices.language_model if self._models.choices is not None else None

    def catalogue(self) -> Catalogue:
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

    def read_ahead(self, reads: Sequence[PassageRead]) -> None:
        """Give passages whose sentences will be looked at what was read of them when they were ingested: it takes a quarter of the time of reading them."""
        encoder = self.encoder
        if not reads or not isinstance(encoder, StaticEncoder):
            return
        written = self.store.readings([read.passage.id for read in reads])
        mark = mark_of(encoder.name)
        for read in reads:
            reading = read_reading(written.get(read.passage.id, b""), read.passage, mark)
            if reading is not None:
                read.take(reading.clauses)
                encoder.remember(read.parts, reading.tokens)

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
        with self._lock, sole_writer(self.store.folder, patience) as alone:
            generation = self.store.generation
            if not alone or generation in {self._generation, self._refused} or not self._follow_models(generation):
                return
            # Before the indexes: a search in another thread must know the report of every passage that it finds.
            self._catalogue = Catalogue(self.store.catalogue())
            self._passages, self._old_passages = {}, {}
            vectors = self._own_vectors()
            _catch_up(self.store, self.lexical, vectors.index, generation)
            self.vectors, self._generation = vectors, generation

    def _follow_models(self, generation: int) -> bool:
        """Take the models that were chosen meanwhile; tell whether the vectors of the store are of the encoder that is open.

        Until they are, searches go on with the vectors that are in memory. Nobody else changes them meanwhile: we hold the lock.
        """
        choices = read_choices(self.store.folder)
        try:
            if self._models.choices is not None and self._models.choices != choices:
                self._models = open_models(choices, self._models)
            _check_encoder(self.store, self._models.passages)
        except WenjuError as error:
            self._refused = generation
            _log.warning("searching goes on with the vectors of before: %s", error)
            return False
        return True

    def _own_vectors(self) -> PassageVectors:
        """Return the vectors of the encoder that is chosen now; searches go on in those of before until these are whole."""
        encoder = self._models.passages
        return self.vectors if encoder is self.vectors.encoder else PassageVectors(encoder, _dense_index(self.store))

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def open_library(folder: Path, encoder: Encoder | None = None) -> Library:
    """Open the store of a folder for searching, with the models that were chosen for it or with one encoder alone.

    Raises StoreError for none, one of another version, or one of another encoder; EncoderError for a model that is not to be had.
    """
    store = Store.open(folder)
    try:
        models = open_models(read_choices(folder)) if encoder is None else alone(encoder)
        _check_encoder(store, models.passages)
        library = Library(store, models)
        library.refresh(patience=_PATIENCE)
    except BaseException:
        store.close()
        raise
    return library


def open_store(folder: Path, encoder: Encoder) -> Store:
    """Open the store of a folder for reports whose vectors an encoder makes. Raises StoreError as `open_library` does."""
    store = Store.open(folder)
    try:
        _check_encoder(store, encoder)
    except BaseException:
        store.close()
        raise
    return store


def _check_encoder(store: Store, encoder: Encoder) -> None:
    if store.encoder_name != encoder.name:
        raise StoreError(
            f"{store.folder}: its vectors were made by the encoder {store.encoder_name}, not by {encoder.name}; make them anew with: "
            f"wenju model --store {store.folder} NAME (embedded for the encoder that comes with the program)"
        )


def _dense_index(store: Store) -> DenseIndex:
    return DenseIndex(store.folder / _DENSE, store.dimension, encoder=store.encoder_name)


def create_store(folder: Path, encoder: Encoder) -> Store:
    """Make an empty store; indexes that an earlier one left in the folder are thrown away, for their stamps say nothing of this one."""
    for name in (_LEXICAL, _DENSE):
        shutil.rmtree(folder / name, ignore_errors=True)
    return Store.create(folder, encoder_name=encoder.name, dimension=encoder.dimension)


def catch_up(store: Store) -> None:
    """Bring both indexes of a store to its generation; does nothing where another process keeps them: it does so itself."""
    with sole_writer(store.folder, _PATIENCE) as alone:
        if alone:
            _catch_up(store, LexicalIndex(store.folder / _LEXICAL), _dense_index(store), store.generation)


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
def sole_writer(folder: Path, patience: float, *, lock: str = INDEXES_LOCK) -> Iterator[bool]:
    """Tell whether this is now the only process that writes the indexes of a folder (or what another lock stands for), inside the block.

    The lock is that of an empty SQLite file: it works alike on all systems, and the end of a process, however it comes, gives it back.
    """
    connection = sqlite3.connect(folder / lock, isolation_level=None, timeout=patience)
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
            alone = True
        except sqlite3.OperationalError:
            alone = False
        yield alone
    finally:
        connection.close()
