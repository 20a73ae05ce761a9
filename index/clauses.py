"""The clauses of a passage with their words, and the figures that stand in each; of a table's row what its cells are of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from sys import intern

from corpus.figures.figure import Figure
from corpus.matching import matching_text
from corpus.sentences import split_sentences
from index.stored_passage import StoredPassage
from index.unit_classes import class_of_unit

_WORD = re.compile(r"[a-z]{2,}|[一-龥]")
_DIGITS = frozenset("0123456789")
# The cutter keeps top-ups and semi-conductor in one piece.
JOINED = re.compile(r"(?<=[a-z])-(?=[a-z])")
# Words of reports are some 30,000.
_MOST_WORDS = 40_000
_END = re.compile(r"[，,；;。！？!?：:\n]")


class KeptWords(dict[str, str]):
    """Gives a word as it is kept, "" for a mark, a number and what is left out: that is told once a word, not each time that it comes."""

    def __init__(self, without: Collection[str] = ()) -> None:
        super().__init__()
        self._without = without

    def __missing__(self, word: str) -> str:
        if len(word) > 1 and word[0] in _DIGITS:
            return ""
        kept = intern(word) if _WORD.match(word) and word not in self._without else ""
        # There is no end of numbers.
        if kept or len(word) == 1:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[kept or intern(word)] = kept
        return kept


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure of a passage says besides its value, and the clause that it stands in."""

    clause: int
    unit: str
    unit_class: str
    period: str
    status: str
    kind: str


@dataclass(frozen=True, slots=True)
class Clauses:
    """Clauses in order, none without a word: `words` of all, the end of each clause among them, and the sentence that each is of."""

    words: tuple[str, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]
    figures: tuple[Told, ...]


_kept = KeptWords()


def clauses_of(passage: StoredPassage) -> Clauses:
    """Return the clauses of a passage."""
    return _of_row(passage) if passage.context else _of_text(passage)


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded, without marks and numbers."""
    return [kept for word in _cut(text) if (kept := _kept[word])]


def year_of(period: str) -> str:
    """Return the year of a day, a month or a financial year; a year or a span of years as it is."""
    return period[:4] if "/" in period or len(period) == 7 else period


def joined_apart(text: str) -> str:
    """Return a folded text with the hyphens between Latin letters as spaces."""
    return JOINED.sub(" ", text) if "-" in text else text


def told_of(figure: Figure, clause: int) -> Told:
    """Return what a figure in a clause says."""
    return Told(clause, figure.unit, class_of_unit(figure.unit), year_of(figure.period), figure.status, figure.kind)


def _cut(text: str) -> list[str]:
    import rjieba

    cut: list[str] = rjieba.cut(joined_apart(matching_text(text)))
    return cut


def _of_text(passage: StoredPassage) -> Clauses:
    text = passage.text
    starts = [start for start, _ in split_sentences(text)] or [0]
    bounds = sorted({0, *starts, *(m.end() for m in _END.finditer(text))})
    cut = _cut(text)
    kept = list(map(_kept.__getitem__, cut))
    positions = list(accumulate(map(len, cut), initial=0))
    words: list[str] = []
    ends: list[int] = []
    clause_starts: list[int] = []
    first = 0
    # Clause by clause instead of word by word, which took twice as long.
    for start, end in zip_longest(bounds, bounds[1:], fillvalue=positions[-1]):
        last = bisect_left(positions, end, first, len(cut))
        if own := list(filter(None, kept[first:last])):
            words += own
            ends.append(len(words))
            clause_starts.append(start)
        first = last
    sentences = tuple(bisect_right(starts, start) - 1 for start in clause_starts)
    places = (max(0, bisect_right(clause_starts, f.start - passage.start) - 1) for f in passage.figures)
    return Clauses(tuple(words), tuple(ends), sentences, _told(passage.figures, places) if words else ())


def _of_row(passage: StoredPassage) -> Clauses:
    subjects = tuple(dict.fromkeys(f.subject for f in passage.figures)) or (passage.text,)
    cells = {s: own for s in subjects if (own := words_in(s))}
    words, ends = [], []
    for own in cells.values():
        words += own
        ends.append(len(words))
    order = list(cells)
    figures = [f for f in passage.figures if f.subject in cells]
    return Clauses(tuple(words), tuple(ends), tuple(range(len(order))), _told(figures, (order.index(f.subject) for f in figures)))


def _told(figures: Sequence[Figure], clauses: Iterable[int]) -> tuple[Told, ...]:
    """Return what figures say, what several of a clause say alike once."""
    return tuple(dict.fromkeys(told_of(f, clause) for f, clause in zip(figures, clauses, strict=True)))
