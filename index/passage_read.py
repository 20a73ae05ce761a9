"""What the ranking compares of a passage, made once for all questions."""

import re
from sys import intern

from corpus.character_pairs import character_pairs
from corpus.matching import matching_text
from corpus.sentences import split_sentences
from index.clauses import Clauses, clauses_of, year_of
from index.remembered import Remembered
from index.stored_passage import StoredPassage
from index.unit_classes import class_of_unit

_LETTERS = re.compile(r"[^\W_]+")


class PassageRead:
    """A passage folded, its letters without marks and spaces, and what its figures are of; `context` is its title, headings and caption.

    Not frozen: thousands are made, and that takes twice as long.
    """

    __slots__ = ("_clauses", "_parts", "classes", "context", "letters", "passage", "periods", "statuses", "text", "units")

    def __init__(self, passage: StoredPassage) -> None:
        self.passage = passage
        self._parts: tuple[str, ...] | None = None
        self._clauses: Clauses | None = None
        self.text = matching_text(passage.text)
        self.letters = without_marks(self.text)
        # Passages of one section share what stands above them.
        self.context = intern(matching_text(" ".join((passage.title, *passage.section, passage.context))))
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
    return character_pairs("".join(filter(str.isalnum, text)))


def parts_of(passage: StoredPassage) -> tuple[str, ...]:
    """Return the sentences of a passage; of a row what its cells are of."""
    if passage.context:
        return tuple(dict.fromkeys(f.subject for f in passage.figures)) or (passage.text,)
    return tuple(passage.text[start:end] for start, end in split_sentences(passage.text))


_reads: Remembered[PassageRead] = Remembered(PassageRead, most=10_000_000)
