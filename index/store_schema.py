"""The tables of a store."""

# Made with the first reading, so that every store of the version opens: it spares work and tells nothing new.
READINGS = """
CREATE TABLE IF NOT EXISTS readings (
    passage_id INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE, reading BLOB NOT NULL)
"""

VERSION = 3

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, root TEXT NOT NULL, digest TEXT NOT NULL,
    title TEXT NOT NULL, issuer TEXT NOT NULL,
    place TEXT NOT NULL, type TEXT NOT NULL, year INTEGER, period TEXT NOT NULL,
    language TEXT NOT NULL, encoding TEXT NOT NULL, replaced INTEGER NOT NULL,
    generation INTEGER NOT NULL, passages INTEGER NOT NULL, figures INTEGER NOT NULL, characters INTEGER NOT NULL,
    notes TEXT NOT NULL);
CREATE TABLE texts (report_id INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE, text TEXT NOT NULL);
CREATE TABLE sections (
    report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, ordinal INTEGER NOT NULL, path TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER,
    PRIMARY KEY (report_id, ordinal)) WITHOUT ROWID;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, section INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, text TEXT NOT NULL, context TEXT NOT NULL,
    vector BLOB NOT NULL);
CREATE INDEX passages_of_report ON passages (report_id, ordinal);
CREATE TABLE figures (
    passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL,
    kind TEXT NOT NULL, value_to TEXT, polarity TEXT NOT NULL, qualifier TEXT NOT NULL,
    basis TEXT NOT NULL, period TEXT NOT NULL, status TEXT NOT NULL, subject TEXT NOT NULL,
    PRIMARY KEY (passage_id, start)) WITHOUT ROWID;
CREATE INDEX figures_by_value ON figures (unit, CAST(value AS REAL));
CREATE TABLE removals (report_id INTEGER PRIMARY KEY, generation INTEGER NOT NULL);
"""
