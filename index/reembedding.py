"""Make the vectors of a store anew with another encoder, while the old ones go on serving.

The new vectors are written beside the store as they are made, batch by batch: a run that was ended goes on from there. When every passage
has one, they take the place of the old in one transaction.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.encoded_text import encoded_text
from index.encoder import Encoder
from index.encoders import EncoderChoice
from index.model_choices import keep_encoder, write_encoder
from index.opening import INDEXES_LOCK, catch_up, sole_writer
from index.store import FILE, Store, StoreError

PENDING, _LOCK = "reembedding.sqlite3", "reembedding.lock"
_BATCH = 64
# Passages that are looked at, and how far vectors of one model may lie apart (squared): a cosine of 0.999.
_SAMPLE, _ALIKE = 16, 0.002
_PATIENCE = 600.0
_READ = 4_096
_SCHEMA = """
CREATE TABLE IF NOT EXISTS made_by (encoder TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS vectors (id INTEGER PRIMARY KEY, text BLOB NOT NULL, vector BLOB NOT NULL);
"""
_TEXTS = """
SELECT p.id, s.path, p.context, p.text FROM passages p
JOIN sections s ON s.report_id = p.report_id AND s.ordinal = p.section"""
# Takes how many passages are done and how many there are.
OnPassages = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reembedded:
    """What was done: passages encoded now, passages that an earlier run had encoded, and whether the old vectors were as good and stayed."""

    encoded: int
    resumed: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """What the encoder sees of a passage."""

    id: int
    text: str


def no_passages(_done: int, _total: int) -> None:
    """Hear of passages and do nothing."""


def reembed(
    folder: Path,
    choice: EncoderChoice,
    encoder: Encoder,
    *,
    on_passages: OnPassages = no_passages,
    batch: int = _BATCH,
    patience: float = _PATIENCE,
) -> Reembedded:
    """Make every vector of a store anew with an encoder, which was opened as the choice says, and keep that choice.

    Where the store's own vectors are the encoder's as well (the same model in another form or place), they stay. Raises StoreError if
    another process is at it, or the disk takes no more.
    """
    try:
        return _reembed(folder, choice, encoder, on_passages, batch, patience)
    except sqlite3.Error as error:
        raise StoreError(
            f"{folder}: the new vectors could not be written ({error}); is the disk full or read only? "
            f"What was written is kept: run the same command again"
        ) from error


def _reembed(
    folder: Path, choice: EncoderChoice, encoder: Encoder, on_passages: OnPassages, batch: int, patience: float
) -> Reembedded:
    with closing(Store.open(folder)) as store, sole_writer(folder, 0.0, lock=_LOCK) as alone:
        if not alone:
            raise StoreError(f"{folder}: its vectors are being made anew by another process; wait until that is done")
        if _are_of(store, encoder):
            write_encoder(folder, choice, encoder.name)
            _forget(folder)
            catch_up(store)
            return Reembedded(0, 0, kept=True)
        with closing(_open_pending(folder, encoder.name)) as pending:
            resumed = _keep_valid(store, pending)
            encoded = _encode(store, pending, encoder, on_passages, batch)
            while not _swap(store, choice, encoder, patience):
                # Reports came in since.
                encoded += _encode(store, pending, encoder, on_passages, batch)
        _forget(folder)
        catch_up(store)
    return Reembedded(encoded, resumed)


def _are_of(store: Store, encoder: Encoder) -> bool:
    """Tell whether an encoder gives the store's own vectors: by name, or by what it makes of some of the passages."""
    if store.encoder_name == encoder.name:
        return True
    if store.dimension != encoder.dimension or not store.count:
        return False
    with _connected(store) as connection:
        rows = connection.execute(
            f"{_TEXTS} WHERE p.id IN (SELECT id FROM passages ORDER BY length(text) DESC LIMIT {_SAMPLE})"
        ).fetchall()
        texts = [_text(*row) for row in rows]
        known = {t.id: connection.execute("SELECT vector FROM passages WHERE id = ?", (t.id,)).fetchone()[0] for t in texts}
    old = np.stack([np.frombuffer(known[t.id], np.float16).astype(np.float32) for t in texts])
    new = encoder.encode_passages([t.text for t in texts])
    return bool((((old - new) ** 2).sum(axis=1) <= _ALIKE).all())


def _encode(store: Store, pending: sqlite3.Connection, encoder: Encoder, on_passages: OnPassages, batch: int) -> int:
    """Encode the passages that have no new vector yet; return how many these were."""
    done = {i for (i,) in pending.execute("SELECT id FROM vectors")}
    with _connected(store) as connection:
        there = [i for (i,) in connection.execute("SELECT id FROM passages ORDER BY id")]
    left = [i for i in there if i not in done]
    on_passages(len(there) - len(left), len(there))
    for start in range(0, len(left), batch):
        texts = _texts(store, left[start : start + batch])
        vectors = encoder.encode_passages([t.text for t in texts]).astype(np.float16)
        with pending:
            rows = [(t.id, _digest(t.text), vector.tobytes()) for t, vector in zip(texts, vectors, strict=True)]
            pending.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
        on_passages(len(there) - len(left) + min(start + batch, len(left)), len(there))
    return len(left)


def _swap(store: Store, choice: EncoderChoice, encoder: Encoder, patience: float) -> bool:
    """Put the new vectors in the place of the old, all or none; False if passages came in that have none yet.

    The lock of the indexes is held meanwhile: nobody builds one from vectors of both models.
    """
    with sole_writer(store.folder, patience, lock=INDEXES_LOCK) as alone, _connected(store) as connection:
        if not alone:
            raise StoreError(f"{store.folder}: its indexes are held by another process; run the same command again")
        connection.execute("ATTACH ? AS made", (str(store.folder / PENDING),))
        connection.execute("BEGIN IMMEDIATE")
        try:
            without = connection.execute(
                "SELECT 1 FROM passages WHERE id NOT IN (SELECT id FROM made.vectors) LIMIT 1"
            ).fetchone()
            if without is None:
                connection.execute("UPDATE passages SET vector = (SELECT v.vector FROM made.vectors v WHERE v.id = passages.id)")
                connection.execute("UPDATE meta SET value = ? WHERE name = 'dimension'", (str(encoder.dimension),))
                keep_encoder(connection, choice, encoder.name)
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
    return without is None


def _open_pending(folder: Path, name: str) -> sqlite3.Connection:
    """Open the file of new vectors; those that were begun with another encoder are thrown away."""
    connection = sqlite3.connect(folder / PENDING, timeout=_PATIENCE)
    try:
        connection.executescript(_SCHEMA)
        if connection.execute("SELECT encoder FROM made_by").fetchall() == [(name,)]:
            return connection
    except sqlite3.DatabaseError:  # no such file: cut off by a full disk
        pass
    connection.close()
    _forget(folder)
    connection = sqlite3.connect(folder / PENDING, timeout=_PATIENCE)
    connection.executescript(_SCHEMA)
    with connection:
        connection.execute("INSERT INTO made_by VALUES (?)", (name,))
    return connection


def _forget(folder: Path) -> None:
    for name in (PENDING, f"{PENDING}-journal", f"{PENDING}-wal", f"{PENDING}-shm"):
        (folder / name).unlink(missing_ok=True)


def _keep_valid(store: Store, pending: sqlite3.Connection) -> int:
    """Drop vectors of passages that say something else now (a store made anew in the folder, or a backup), and return how many stay."""
    known = dict(pending.execute("SELECT id, text FROM vectors"))
    ids = list(known)
    valid = {
        t.id for at in range(0, len(ids), _READ) for t in _texts(store, ids[at : at + _READ]) if known[t.id] == _digest(t.text)
    }
    with pending:
        pending.executemany("DELETE FROM vectors WHERE id = ?", [(i,) for i in ids if i not in valid])
    return len(valid)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=8).digest()


def _texts(store: Store, ids: Sequence[int]) -> list[_Text]:
    """Return what the encoder sees of passages; those that were removed meanwhile are left out."""
    with _connected(store) as connection:
        rows = connection.execute(f"{_TEXTS} WHERE p.id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)).fetchall()
    return [_text(*row) for row in rows]


def _text(id_: int, path: str, context: str, text: str) -> _Text:
    return _Text(id_, encoded_text(json.loads(path), context, text))


@contextmanager
def _connected(store: Store) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(store.folder / FILE, isolation_level=None, timeout=_PATIENCE)) as connection:
        yield connection
