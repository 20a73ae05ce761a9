"""What writing a report into the tables of a store takes; the transaction is the caller's."""

import json
import sqlite3
from collections.abc import Sequence

import numpy as np

from corpus.report import Report, Section
from index.encoder import Vectors
from index.store_schema import READINGS
from index.stored_passage import figure_row


def insert_report(
    connection: sqlite3.Connection,
    report: Report,
    vectors: Vectors,
    *,
    root: str,
    generation: int,
    readings: Sequence[bytes] = (),
) -> None:
    """Insert a report with its text, sections, passages, vectors and figures, and what was read of its passages."""
    m = report.metadata
    cursor = connection.execute(
        f"INSERT INTO reports VALUES (NULL{', ?' * 17})",
        (
            report.key, root, report.digest, m.title, m.issuer, m.place, m.type, m.year, m.period, m.language,
            report.encoding, report.replaced, generation, len(report.passages), sum(map(len, report.figures)), len(report.text),
            json.dumps(report.notes, ensure_ascii=False),
        ),
    )  # fmt: skip
    report_id = int(cursor.lastrowid or 0)
    connection.execute("INSERT INTO texts VALUES (?, ?)", (report_id, report.text))
    _insert_sections(connection, report_id, report.sections)
    first = _insert_passages(connection, report_id, report, vectors)
    if any(readings):
        connection.execute(READINGS)
        rows = [(first + i, reading) for i, reading in enumerate(readings) if reading]
        connection.executemany("INSERT INTO readings VALUES (?, ?)", rows)


def _insert_sections(connection: sqlite3.Connection, report_id: int, sections: Sequence[Section]) -> None:
    rows = [(report_id, i, json.dumps(s.path, ensure_ascii=False), s.start, s.end, s.page) for i, s in enumerate(sections)]
    connection.executemany("INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?)", rows)


def _insert_passages(connection: sqlite3.Connection, report_id: int, report: Report, vectors: Vectors) -> int:
    """Insert passages with their figures; return the id of the first."""
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
    first = last[0] + 1 if last else 1
    codes = vectors.astype(np.float16)
    rows = [
        (first + i, report_id, i, p.section, p.start, p.end, p.page, p.text, p.context, codes[i].tobytes())
        for i, p in enumerate(report.passages)
    ]
    connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    figures = [(first + i, *figure_row(f)) for i, of_passage in enumerate(report.figures) for f in of_passage]
    connection.executemany(f"INSERT INTO figures VALUES (?{', ?' * 13})", figures)
    return int(first)


def delete_report(connection: sqlite3.Connection, key: str, generation: int) -> bool:
    """Delete a report with all that is its own and note that it went; tell whether it was there."""
    found = connection.execute("SELECT id FROM reports WHERE key = ?", (key,)).fetchone()
    if found is None:
        return False
    connection.execute("INSERT OR REPLACE INTO removals VALUES (?, ?)", (found[0], generation))
    connection.execute("DELETE FROM reports WHERE id = ?", found)
    return True
