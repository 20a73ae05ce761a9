"""What is compared: values of one measure, each with the name of what it is the value of; their order, and whether it can be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from app.agreement import same_unit
from app.choosing.chooser import Chosen
from app.over_years.bound import reach
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.sentences import split_sentences
from index.stored_passage import StoredPassage

_MOVES = frozenset({"growth", "change"})


@dataclass(frozen=True, slots=True)
class Contender:
    """A value with what it is the value of, and the sentence or row that states it; spans count in the report's text."""

    label: str
    figure: Figure
    passage: StoredPassage
    start: int
    end: int
    quote: str

    @property
    def signed(self) -> Decimal:
        """Return the value; what fell is less than nothing."""
        falls = self.figure.kind in _MOVES and self.figure.polarity == "-"
        return -abs(self.figure.value) if falls else self.figure.value


def of_chosen(label: str, chosen: Chosen) -> Contender:
    """Return a chosen figure as the value of something."""
    sentence = chosen.candidate.sentence
    return Contender(label, chosen.candidate.figure, sentence.ranked.passage, sentence.start, sentence.end, sentence.text)


def of_passage(label: str, passage: StoredPassage, figure: Figure) -> Contender:
    """Return a figure of a passage with its sentence; a row is quoted whole."""
    if passage.context:
        return Contender(label, figure, passage, passage.start, passage.end, passage.text)
    at = figure.start - passage.start
    spans = split_sentences(passage.text)
    start, end = next(((s, e) for s, e in spans if s <= at < e), (0, len(passage.text)))
    return Contender(label, figure, passage, passage.start + start, passage.start + end, passage.text[start:end])


def comparable(found: Sequence[Contender]) -> list[Contender]:
    """Return those of one sort and unit with most of them: a level is not set beside a rate, nor an amount a head beside a total."""
    if not found:
        return []
    groups: list[list[Contender]] = []
    for c in found:
        group = next((g for g in groups if _alike(g[0].figure, c.figure)), None)
        if group is None:
            groups.append([c])
        else:
            group.append(c)
    return max(groups, key=len)


def _alike(a: Figure, b: Figure) -> bool:
    moves = (a.kind in _MOVES) == (b.kind in _MOVES)
    a_head, b_head = ("人均" in f.subject or "户均" in f.subject for f in (a, b))
    return moves and a_head == b_head and same_unit(a.unit, b.unit) and a.status == b.status


def exactness(c: Contender) -> tuple[bool, int]:
    """Return how exactly a value is written: as itself, and with how many digits."""
    return not c.figure.qualifier, sum(ch.isdigit() for ch in c.figure.text)


def in_order(found: Sequence[Contender], *, side: int) -> list[Contender]:
    """Return values of one sort with the most first, or the least where `side` is -1."""
    return sorted(found, key=lambda c: -side * value_in(c, found[0].figure.unit))


def value_in(c: Contender, unit: str) -> Decimal:
    """Return a value in a unit of its dimension."""
    converted = convert(c.signed, c.figure.unit, unit)
    return c.signed if converted is None else converted


def is_equal(a: Contender, b: Contender) -> bool:
    """Tell two values that are the same as they are written."""
    return value_in(b, a.figure.unit) == a.signed


def is_sure(first: Contender, other: Contender, *, side: int) -> bool:
    """Tell whether one value lies before another however 近, 约 and 超过 of theirs are meant."""
    a, b = (reach(abs(value_in(c, first.figure.unit)), c.figure.qualifier) for c in (first, other))
    if is_equal(first, other):
        # 6%左右 twice are no two equal values.
        return not {first.figure.qualifier, other.figure.qualifier} - {""}
    if first.signed < 0 or other.signed < 0:
        return True
    return a[0] > b[1] if side > 0 else a[1] < b[0]


def by_label(found: Sequence[Contender]) -> list[Contender]:
    """Return one value for each name: of several the one that is written most exactly."""
    ordered = sorted(found, key=lambda c: c.label)
    best = {label: max(own, key=exactness) for label, own in groupby(ordered, key=lambda c: c.label)}
    return [c for c in found if best.get(c.label) is c]
