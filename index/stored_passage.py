"""A passage as the store gives it back, with its figures."""

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import Any

from corpus.figures.figure import Figure
from corpus.matching import is_chinese
from corpus.sentences import split_sentences

_PASSAGES = """
SELECT p.id, p.report_id, r.key, r.title, s.path, p.page, p.start, p."end", p.text, p.context, p.ordinal, b.text
FROM passages p JOIN reports r ON r.id = p.report_id JOIN sections s ON s.report_id = p.report_id AND s.ordinal = p.section
LEFT JOIN passages b ON b.id = p.id - 1 AND b.report_id = p.report_id AND b.section = p.section AND b.context = '' AND p.context = ''"""
_FIGURES = """
SELECT passage_id, start, "end", text, value, unit, kind, value_to, polarity, qualifier, basis, period, status, subject
FROM figures"""
_LATIN = re.compile("[A-Za-z]")
# The ids travel as one value: a statement takes a limited number of variables, and a report may have more passages than that.
_GIVEN = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with what is needed to show and judge it; `report` is the report's key, spans count in the report's text.

    `led` are the last sentences of the passage before it in its section, if that is in English: what its first sentence goes on about.
    """

    id: int
    report_id: int
    report: str
    title: str
    section: tuple[str, ...]
    page: int | None
    start: int
    end: int
    text: str
    context: str
    ordinal: int
    figures: tuple[Figure, ...]
    led: str = ""


def read_passages(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, StoredPassage]:
    """Read passages by id, in the order of `ids`; those that are not there are left out."""
    values = json.dumps(list(ids))
    found = _read(connection, f"p.id {_GIVEN}", f"passage_id {_GIVEN}", values)
    return {i: found[i] for i in ids if i in found}


def read_passages_of(connection: sqlite3.Connection, report_id: int) -> list[StoredPassage]:
    """Read the passages of a report in order."""
    of_report = "passage_id IN (SELECT id FROM passages WHERE report_id = ?)"
    found = _read(connection, "p.report_id = ?", of_report, report_id)
    return sorted(found.values(), key=lambda p: p.ordinal)


def _read(connection: sqlite3.Connection, passages: str, figures: str, value: int | str) -> dict[int, StoredPassage]:
    """Read passages and their figures; what many of them say alike is one string in memory, a third of what they take otherwise."""
    inside: dict[int, list[Figure]] = {}
    for passage_id, *row in connection.execute(f"{_FIGURES} WHERE {figures} ORDER BY passage_id, start", (value,)):
        inside.setdefault(passage_id, []).append(_figure(row))
    return {
        id_: StoredPassage(
            id_,
            report_id,
            intern(key),
            intern(title),
            _path_of(path),
            page,
            start,
            end,
            text,
            intern(context),
            ordinal,
            tuple(inside.get(id_, ())),
            _last_sentences(before or ""),
        )
        for id_, report_id, key, title, path, page, start, end, text, context, ordinal, before in connection.execute(
            f"{_PASSAGES} WHERE {passages}", (value,)
        )
    }


def _last_sentences(text: str) -> str:
    """Return the last two sentences of a text in English, "" of one in Chinese: there a passage holds enough sentences to tell what each is about."""
    if is_chinese(text) or not _LATIN.search(text):
        return ""
    starts = [start for start, _ in split_sentences(text)]
    return text[starts[-2] if len(starts) > 1 else 0 :]


@lru_cache(maxsize=4_096)
def _path_of(written: str) -> tuple[str, ...]:
    """Return the path of a section as the store writes it; the passages of a section share it."""
    return tuple(json.loads(written))


def read_readings(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, bytes]:
    """Return what was read of passages when they were ingested, by id; a store of before has none."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'readings'").fetchone() is None:
        return {}
    return dict(
        connection.execute(f"SELECT passage_id, reading FROM readings WHERE passage_id {_GIVEN}", (json.dumps(list(ids)),))
    )


def figure_row(f: Figure) -> tuple[str | int | None, ...]:
    """Return a figure as its columns; decimals keep every digit as text."""
    upper = None if f.value_to is None else str(f.value_to)
    return (
        f.start, f.end, f.text, str(f.value), f.unit, f.kind, upper, f.polarity, f.qualifier, f.basis, f.period, f.status, f.subject,
    )  # fmt: skip


def _figure(row: Sequence[Any]) -> Figure:
    start, end, text, value, unit, kind, upper, polarity, qualifier, basis, period, status, subject = row
    # Any: what the kinds and the status may be, the store has seen to.
    said: list[Any] = [intern(told) for told in (unit, kind, polarity, qualifier, basis, period, status)]
    unit, kind, polarity, qualifier, basis, period, status = said
    to = None if upper is None else Decimal(upper)
    return Figure(start, end, text, Decimal(value), unit, kind, to, polarity, qualifier, basis, period, status, subject)
