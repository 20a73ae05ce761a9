"""What the ranking compares of a passage, made once for all questions."""

import re
from itertools import pairwise
from sys import intern

from corpus.matching import matching_text
from corpus.sentences import split_sentences
from index.clauses import Clauses, clauses_of, year_of
from index.remembered import Remembered
from index.stored_passage import StoredPassage
from index.unit_classes import class_of_unit

_LETTERS = re.compile(r"[^\W_]+")
_HAS_WORD = re.compile(r"[^\W\d]{2}")
# What numbers or qualifies the label of a row: 一、 （一） 1. 其中： 加： 减：
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．]|其中[:：]|[加减][:：])\s*|[（(][^（）()]*[）)]$"
)


class PassageRead:
    """A passage folded, its letters without marks and spaces, and what its figures are of; of a table's row its labels too.

    `context` is its title, headings and caption; `head` of a row its text and caption. Not frozen: thousands are made, and that takes
    twice as long.
    """

    __slots__ = (
        "_clauses", "_parts", "classes", "context", "context_letters", "head", "labels", "letters", "passage", "periods", "statuses", "text", "title", "units",
    )  # fmt: skip

    def __init__(self, passage: StoredPassage) -> None:
        self.passage = passage
        self._parts: tuple[str, ...] | None = None
        self._clauses: Clauses | None = None
        self.text = matching_text(passage.text)
        self.letters = without_marks(self.text)
        # Passages of one section share what stands above them.
        self.context = intern(matching_text(" ".join((passage.title, *passage.section, passage.context))))
        self.context_letters = intern(without_marks(self.context))
        self.title = intern(matching_text(passage.title))
        self.head = matching_text(f"{passage.text} {passage.context}") if passage.context else ""
        self.labels = _labels(passage.text) if passage.context else ()
        figures = passage.figures
        # Tuples: a set of one takes four times as much.
        self.units = tuple(dict.fromkeys(f.unit for f in figures))
        self.classes = tuple(dict.fromkeys(map(class_of_unit, self.units)))
        self.statuses = tuple(dict.fromkeys(f.status for f in figures))
        self.periods = tuple(dict.fromkeys(intern(year_of(f.period)) for f in figures if f.period))

    @property
    def parts(self) -> tuple[str, ...]:
        """Return its sentences; of a row what its cells are of."""
        if self._parts is None:
            self._parts = parts_of(self.passage)
        return self._parts

    @property
    def is_looked_at(self) -> bool:
        """Tell whether its sentences and clauses are there without being read anew."""
        return self._clauses is not None

    def take(self, clauses: Clauses) -> None:
        """Take clauses that were read when the passage was ingested."""
        self._clauses = clauses

    @property
    def clauses(self) -> Clauses:
        """Return its clauses with their words and figures."""
        if self._clauses is None:
            self._clauses = clauses_of(self.passage)
        return self._clauses


def read_passage(passage: StoredPassage) -> PassageRead:
    """Return what is compared of a passage; that of the last ones is remembered."""
    return _reads.of(passage)


def without_marks(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(_LETTERS.findall(text))


def pairs_of(text: str) -> frozenset[str]:
    """Return the pairs of letters and digits that stand side by side in a text, marks between them left out."""
    letters = [c for c in text if c.isalnum()]
    return frozenset(a + b for a, b in pairwise(letters))


def _labels(row: str) -> tuple[str, ...]:
    """Return the letters of the cells of a row that hold a word."""
    cells = (without_marks(matching_text(_NUMBERING.sub("", cell.strip()))) for cell in row.split("|"))
    return tuple(label for label in cells if _HAS_WORD.search(label))


def parts_of(passage: StoredPassage) -> tuple[str, ...]:
    """Return the sentences of a passage; of a row what its cells are of."""
    if passage.context:
        return tuple(dict.fromkeys(f.subject for f in passage.figures)) or (passage.text,)
    return tuple(passage.text[start:end] for start, end in split_sentences(passage.text))


_reads: Remembered[PassageRead] = Remembered(PassageRead, most=10_000_000)
