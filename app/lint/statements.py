"""A report as the rules read it: its sentences with their figures, and its tables row by row."""

import re
from dataclasses import dataclass
from itertools import groupby

from app.lint.finding import Place
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.sentences import split_sentences
from index.catalogue import ReportCard
from index.store import Store
from index.stored_passage import StoredPassage


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures in order; `text` is folded (`fold`), spans of figures count in the report's text."""

    passage: StoredPassage
    start: int
    end: int
    text: str
    figures: tuple[Figure, ...]

    def place(self, figure: Figure | None = None) -> Place:
        """Return the sentence as a place of a finding."""
        return Place(self.passage, self.start, self.end, figure)

    def between(self, left: Figure | None, right: Figure | None) -> str:
        """Return the folded text from one figure to another; from the start, or to the end, where one is None."""
        start = left.end - self.start if left else 0
        return self.text[start : right.start - self.start if right else len(self.text)]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, and the figure of each column that has one."""

    passage: StoredPassage
    cells: tuple[str, ...]
    figures: dict[int, Figure]

    def place(self, column: int | None = None) -> Place:
        """Return the row as a place of a finding."""
        figure = None if column is None else self.figures.get(column)
        return Place(self.passage, self.passage.start, self.passage.end, figure)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand one below the other under one header; `heads` are the cells of the header."""

    context: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with its text, its sentences and its tables."""

    card: ReportCard
    text: str
    passages: tuple[StoredPassage, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...]

    def sentence_of(self, position: int) -> Sentence | None:
        """Return the sentence that a place of the text stands in."""
        return next((s for s in self.sentences if s.start <= position < s.end), None)


def read_statements(store: Store, card: ReportCard) -> Reading:
    """Read a report of the store."""
    passages = tuple(store.report_passages(card.key))
    sentences = tuple(s for p in passages if not p.context for s in _sentences(p))
    tables = []
    for context, group in groupby(passages, key=lambda p: p.context):
        if context:
            rows = tuple(_row(p) for p in group)
            heads = tuple(cell.strip() for cell in context.split("|"))
            tables.append(Table(context, heads, rows))
    return Reading(card, store.report_text(card.key), passages, sentences, tuple(tables))


def _sentences(passage: StoredPassage) -> list[Sentence]:
    found = []
    for start, end in split_sentences(passage.text):
        first, last = passage.start + start, passage.start + end
        figures = tuple(f for f in passage.figures if first <= f.start < last)
        found.append(Sentence(passage, first, last, re.sub(r"\n", " ", fold(passage.text[start:end])), figures))
    return found


def _row(passage: StoredPassage) -> Row:
    cells, figures = [], {}
    start = passage.start
    for column, cell in enumerate(passage.text.split("|")):
        cells.append(fold(cell).strip())
        inside = [f for f in passage.figures if start <= f.start < start + len(cell)]
        if len(inside) == 1:
            figures[column] = inside[0]
        start += len(cell) + 1
    return Row(passage, tuple(cells), figures)
