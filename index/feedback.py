"""What readers say of answers: kept in the store's file, in a table that an older store gets with its first entry.

The table is no part of what search and answers are made from: writing to it leaves the store's version and generation as they are.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from index.store import FILE, StoreError

Verdict = Literal["up", "down", ""]
_TABLE = """CREATE TABLE IF NOT EXISTS feedback (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL, question TEXT NOT NULL,
    history TEXT NOT NULL, answer TEXT NOT NULL, abstained INTEGER NOT NULL, citations TEXT NOT NULL) WITHOUT ROWID"""
_COLUMNS = "id, at, verdict, note, question, history, answer, abstained, citations"


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a passage that an answer cited stands; the hash of the quote tells whether it still does."""

    report: str
    start: int
    end: int
    hash: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one reader says of one answer. `id` names the answer: a second word on it takes the place of the first.

    `at` is when it was written (UTC, ISO 8601), "" before.
    """

    id: str
    verdict: Verdict
    note: str
    question: str
    history: tuple[str, ...]
    answer: str
    abstained: bool
    citations: tuple[Cited, ...]
    at: str = ""


def write_feedback(folder: Path, feedback: Feedback) -> None:
    """Write feedback into the store of a folder. Raises StoreError where that fails."""
    at = feedback.at or datetime.now(UTC).isoformat(timespec="seconds")
    row = (
        feedback.id, at, feedback.verdict, feedback.note, feedback.question, json.dumps(feedback.history, ensure_ascii=False),
        feedback.answer, feedback.abstained,
        json.dumps([(c.report, c.start, c.end, c.hash) for c in feedback.citations], ensure_ascii=False),
    )  # fmt: skip
    try:
        with closing(_open(folder)) as connection:
            connection.execute(_TABLE)
            connection.execute(f"INSERT OR REPLACE INTO feedback ({_COLUMNS}) VALUES (?{', ?' * 8})", row)
    except (sqlite3.Error, UnicodeEncodeError) as error:
        raise StoreError(
            f"{folder / FILE}: the feedback could not be written ({error}); is the disk full or read only?"
        ) from error


def read_feedback(folder: Path) -> Iterator[Feedback]:
    """Yield all feedback of a store, oldest first; none where nobody gave any. Raises StoreError where there is no store."""
    try:
        with closing(_open(folder)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'feedback'").fetchone():
                return
            rows = connection.execute(f"SELECT {_COLUMNS} FROM feedback ORDER BY at, id").fetchall()
    except sqlite3.Error as error:
        raise StoreError(f"{folder / FILE}: the feedback could not be read ({error})") from error
    for name, at, verdict, note, question, history, answer, abstained, citations in rows:
        cited = tuple(Cited(*c) for c in json.loads(citations))
        yield Feedback(name, verdict, note, question, tuple(json.loads(history)), answer, bool(abstained), cited, at)


def _open(folder: Path) -> sqlite3.Connection:
    path = folder / FILE
    if not path.exists():
        raise StoreError(f"{folder}: no store there; make one with: wenju ingest --store {folder} PATH")
    return sqlite3.connect(path, isolation_level=None, timeout=30)
