"""The store: one folder whose SQLite file holds the truth about every report, passage, figure and vector.

Readers go on reading while a writer writes (WAL). One connection serves all threads behind a lock: queries are short, and a
connection a thread would keep files open for every thread that a web server ever started.
"""

import difflib
import json
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from corpus.errors import WenjuError
from corpus.report import Metadata, Report, Section
from index.catalogue import ReportCard
from index.dense import VectorRows
from index.encoder import Vectors
from index.lexical import LexicalRow
from index.measures import Measure, read_measures
from index.store_schema import SCHEMA, VERSION
from index.store_writing import delete_report, insert_report
from index.stored_passage import StoredPassage, read_passages, read_passages_of, read_readings

FILE = "store.sqlite3"
_CARD = (
    "id, key, title, issuer, place, type, year, period, language, characters, passages, figures, notes, "
    "(SELECT count(*) FROM sections WHERE report_id = reports.id AND path != '[]')"
)


class StoreError(WenjuError):
    """A store that cannot be opened or used."""


class UnknownReportError(WenjuError):
    """A report that the store does not hold."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Report ids that came and went since a generation; of a report that was read again the old id went and a new one came."""

    added: tuple[int, ...]
    removed: tuple[int, ...]


class Store:
    """An open store. Use `create` or `open`."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection
        self._lock = threading.RLock()
        self._opened_with = self.encoder_name

    @classmethod
    def create(cls, folder: Path, *, encoder_name: str, dimension: int) -> "Store":
        """Make an empty store in a folder. Raises StoreError if one is there."""
        if (folder / FILE).exists():
            raise StoreError(f"{folder}: a store is there already; open it, or give another folder")
        folder.mkdir(parents=True, exist_ok=True)
        _make_file(folder / FILE, {"version": VERSION, "encoder": encoder_name, "dimension": dimension, "generation": 0})
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open the store of a folder. Raises StoreError if there is none, or one of another version."""
        path = folder / FILE
        if not path.exists():
            raise StoreError(f"{folder}: no store there; make one with: wenju ingest --store {folder} PATH")
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        try:
            _prepare(connection)
            found = connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
        except sqlite3.DatabaseError as error:
            connection.close()
            raise StoreError(f"{path}: not a store ({error}); move it away and run wenju ingest again") from error
        version = found[0] if found else "unknown"
        if version != str(VERSION):
            connection.close()
            raise StoreError(
                f"{folder}: a store of version {version}, this program reads version {VERSION}; "
                f"make a new one with: wenju ingest --store NEW_FOLDER PATH"
            )
        return cls(folder, connection)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    @property
    def generation(self) -> int:
        """Return the number of changes so far."""
        return int(self._meta("generation"))

    @property
    def encoder_name(self) -> str:
        """Return the name of the encoder that made the vectors."""
        return self._meta("encoder")

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return int(self._meta("dimension"))

    @property
    def count(self) -> int:
        """Return the number of passages."""
        return int(self._rows("SELECT coalesce(sum(passages), 0) FROM reports")[0][0])

    def _meta(self, name: str) -> str:
        return str(self._rows("SELECT value FROM meta WHERE name = ?", (name,))[0][0])

    def _rows(self, query: str, values: Sequence[int | float | str] = ()) -> list[Any]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Let several queries see one state, whatever other connections write meanwhile."""
        with self._lock:
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.rollback()

    @contextmanager
    def _writing(self) -> Iterator[int]:
        """Run one transaction; yield the new generation."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                generation = self.generation + 1
                yield generation
                self._connection.execute("UPDATE meta SET value = ? WHERE name = 'generation'", (str(generation),))
                self._connection.commit()
            except BaseException:
                self._connection.rollback()
                raise

    def put(
        self, report: Report, vectors: Vectors, *, root: str = "", readings: Sequence[bytes] = ()
    ) -> Literal["added", "updated"]:
        """Write a report with a vector for each passage in one transaction; one of the same key is replaced. `readings` as `write_reading` makes them.

        Raises StoreError, and leaves all as it was, for a report that the tables cannot hold, and if the store took another encoder since
        it was opened.
        """
        needed = (len(report.passages), self.dimension)
        if vectors.shape != needed:
            raise StoreError(f"{report.key}: vectors of shape {vectors.shape}, {needed} are needed")
        try:
            with self._writing() as generation:
                if self.encoder_name != self._opened_with:
                    raise StoreError(
                        f"{report.key}: its vectors were made by {self._opened_with}, the store now holds those of {self.encoder_name}; "
                        f"run the same wenju ingest again"
                    )
                replaced = delete_report(self._connection, report.key, generation)
                insert_report(self._connection, report, vectors, root=root, generation=generation, readings=readings)
        except (sqlite3.IntegrityError, UnicodeEncodeError) as error:
            raise StoreError(f"{report.key!r}: could not be stored ({error}); rename or repair the file") from error
        return "updated" if replaced else "added"

    def remove(self, keys: Sequence[str]) -> None:
        """Take reports out in one transaction. Raises UnknownReportError, and removes none, if one is unknown."""
        with self._writing() as generation:
            for key in [self.card(key).key for key in keys]:
                delete_report(self._connection, key, generation)

    def digests(self) -> dict[str, str]:
        """Return the digest of every report's file, by key."""
        return dict(self._rows("SELECT key, digest FROM reports"))

    def roots(self) -> dict[str, str]:
        """Return the folder that every report came from, by key."""
        return dict(self._rows("SELECT key, root FROM reports ORDER BY key"))

    def catalogue(self) -> tuple[ReportCard, ...]:
        """Return all reports by key."""
        return tuple(_card(row) for row in self._rows(f"SELECT {_CARD} FROM reports ORDER BY key"))

    def card(self, name: str) -> ReportCard:
        """Return a report by its key or by a file name that only one has. Raises UnknownReportError with near names."""
        rows = self._rows(f"SELECT {_CARD} FROM reports WHERE key = ?", (name,))
        if not rows:
            rows = [r for r in self._rows(f"SELECT {_CARD} FROM reports") if r[1].endswith(f"/{name}")]
        if len(rows) == 1:
            return _card(rows[0])
        keys = [key for (key,) in self._rows("SELECT key FROM reports ORDER BY key")]
        near = difflib.get_close_matches(name, keys, n=3, cutoff=0.4) or [k for k in keys if name and name in k][:3]
        hint = f"did you mean {', '.join(near)}?" if near else "see wenju list"
        raise UnknownReportError(f"no report {name!r} in the store: {hint}", chinese="资料库里没有这份报告，可能已经移除。")

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """Return passages by id, in the order of `ids`, with their figures."""
        with self._reading() as connection:
            return read_passages(connection, ids)

    def readings(self, ids: Sequence[int]) -> dict[int, bytes]:
        """Return what was read of passages when they were ingested, by id, as far as there is any."""
        with self._reading() as connection:
            return read_readings(connection, ids)

    def passages_with_value(self, ranges: Sequence[tuple[str, float, float]], *, limit: int) -> list[int]:
        """Return the ids of at most `limit` passages with a figure inside one of the ranges: unit, lowest and highest value."""
        query = "SELECT DISTINCT passage_id FROM figures WHERE unit = ? AND CAST(value AS REAL) BETWEEN ? AND ? LIMIT ?"
        with self._reading():
            rows = [row for unit, low, high in ranges for row in self._rows(query, (unit, low, high, limit))]
        return list(dict.fromkeys(i for (i,) in rows))[:limit]

    def measures(self, limit: int) -> tuple[Measure, ...]:
        """Return at most `limit` measures that reports give for several years, those of most years first."""
        with self._reading() as connection:
            return read_measures(connection, limit)

    def report_passages(self, name: str) -> list[StoredPassage]:
        """Return the passages of a report in order. Raises UnknownReportError."""
        with self._reading() as connection:
            return read_passages_of(connection, self.card(name).id)

    def report_text(self, name: str) -> str:
        """Return the text of a report. Raises UnknownReportError."""
        with self._reading():
            return str(self._rows("SELECT text FROM texts WHERE report_id = ?", (self.card(name).id,))[0][0])

    def sections(self, name: str) -> tuple[Section, ...]:
        """Return the sections of a report in order. Raises UnknownReportError."""
        query = 'SELECT path, start, "end", page FROM sections WHERE report_id = ? ORDER BY ordinal'
        with self._reading():
            rows = self._rows(query, (self.card(name).id,))
        return tuple(Section(tuple(json.loads(path)), start, end, page) for path, start, end, page in rows)

    def changes_since(self, generation: int) -> Changes:
        """Return what came and went after a generation; -1 gives all reports that are there."""
        added = self._rows("SELECT id FROM reports WHERE generation > ? ORDER BY id", (generation,))
        removed = self._rows("SELECT report_id FROM removals WHERE generation > ? ORDER BY report_id", (generation,))
        return Changes(tuple(i for (i,) in added), tuple(i for (i,) in removed))

    def lexical_rows(self, report_ids: Sequence[int]) -> Iterator[LexicalRow]:
        """Yield what the lexical index takes of the passages of reports."""
        for report_id in report_ids:
            rows = self._rows(
                "SELECT p.id, p.text, p.context, s.path, r.title FROM passages p JOIN reports r ON r.id = p.report_id "
                "JOIN sections s ON s.report_id = p.report_id AND s.ordinal = p.section WHERE p.report_id = ? ORDER BY p.id",
                (report_id,),
            )
            for i, text, context, path, title in rows:
                yield LexicalRow(i, report_id, text, " ".join((title, *json.loads(path), context)))

    def vector_rows(self, report_ids: Sequence[int]) -> Iterator[VectorRows]:
        """Yield the vectors of the passages of reports, a batch a report."""
        for report_id in report_ids:
            rows = self._rows("SELECT id, vector FROM passages WHERE report_id = ? ORDER BY id", (report_id,))
            if rows:
                vectors = np.frombuffer(b"".join(v for _, v in rows), dtype=np.float16).reshape(len(rows), -1).astype(np.float32)
                yield VectorRows(
                    np.array([i for i, _ in rows], dtype=np.int64), np.full(len(rows), report_id, dtype=np.int64), vectors
                )


def _make_file(path: Path, meta: dict[str, str | int]) -> None:
    """Make the file under another name first: one that was killed half way is no store, and none that is there is touched."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    connection = sqlite3.connect(new, isolation_level=None)
    connection.executescript(f"BEGIN;{SCHEMA}")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [(name, str(value)) for name, value in meta.items()])
    connection.execute("COMMIT")
    connection.close()
    new.replace(path)


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    # A power cut may lose the last transactions, never the file; killing the process loses nothing.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _card(row: Sequence[Any]) -> ReportCard:
    return ReportCard(row[0], row[1], Metadata(*row[2:9]), row[9], row[10], row[11], tuple(json.loads(row[12])), row[13])
