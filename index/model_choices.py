"""Which models a store uses: kept in its file, so that whoever opens it uses the same."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from index.encoders.choice import Choices, EncoderChoice, LanguageModelChoice, RerankerChoice, dump_choices, load_choices
from index.store import FILE, StoreError

_READ = "SELECT value FROM meta WHERE name = 'models'"
_NEXT = "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'generation'"


def read_choices(folder: Path) -> Choices:
    """Return the models of the store of a folder: the embedded encoder alone where none were chosen, or where there is no store yet."""
    if not (folder / FILE).exists():
        return Choices()
    try:
        with _connected(folder) as connection:
            return _read(connection)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{folder / FILE}: not a store ({error}); move it away and run wenju ingest again") from error


def write_reranker(folder: Path, choice: RerankerChoice | None) -> None:
    """Keep the choice of a reranker (None for none); who has the store open learns of it."""
    with _connected(folder) as connection, connection:
        connection.execute("BEGIN IMMEDIATE")
        keep_choices(connection, replace(_read(connection), reranker=choice))


def write_language_model(folder: Path, choice: LanguageModelChoice | None) -> None:
    """Keep the choice of a language model (None for none); who has the store open learns of it."""
    with _connected(folder) as connection, connection:
        connection.execute("BEGIN IMMEDIATE")
        keep_choices(connection, replace(_read(connection), language_model=choice))


def write_encoder(folder: Path, choice: EncoderChoice, name: str) -> None:
    """Keep the choice of an encoder, and its name, for vectors that are as good as its own."""
    with _connected(folder) as connection, connection:
        connection.execute("BEGIN IMMEDIATE")
        keep_encoder(connection, choice, name)


def keep_encoder(connection: sqlite3.Connection, choice: EncoderChoice, name: str) -> None:
    """Keep the choice of an encoder and its name in the transaction of a connection."""
    connection.execute("UPDATE meta SET value = ? WHERE name = 'encoder'", (name,))
    keep_choices(connection, replace(_read(connection), encoder=choice))


def keep_choices(connection: sqlite3.Connection, choices: Choices) -> None:
    """Keep choices in the transaction of a connection, as a new generation."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('models', ?)", (dump_choices(choices),))
    connection.execute(_NEXT)


def _connected(folder: Path) -> "closing[sqlite3.Connection]":
    return closing(sqlite3.connect(folder / FILE, isolation_level=None, timeout=30))


def _read(connection: sqlite3.Connection) -> Choices:
    found = connection.execute(_READ).fetchone()
    return load_choices(found[0]) if found else Choices()
