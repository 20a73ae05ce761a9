"""Values that a search states: 3.5365万元 finds what reports write as 35365元, 1.2万亿 what they write as 12000亿元."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus.figures.candidates import find_quantities
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.words import query_words

# Two values that differ by less are one, written with more or fewer zeros.
_NEARLY = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value in its base unit ("" where none is written), with its text in the question."""

    text: str
    value: Decimal
    unit: str

    def is_told_by(self, figure: Figure) -> bool:
        """Tell whether a report's figure has this value, in whatever unit of its dimension; without a unit the number alone counts."""
        own = figure.value if not self.unit else convert(figure.value, figure.unit, self.unit)
        return own is not None and abs(own - self.value) <= abs(self.value) * _NEARLY


@lru_cache(maxsize=64)
def stated_values(question: str) -> tuple[Stated, ...]:
    """Return the values that a question states, in order; years and dates are none."""
    folded = fold(question)
    return tuple(Stated(folded[q.start : q.end], q.value, q.unit) for q in find_quantities(folded) if q.value_to is None)


def value_words(question: str) -> Iterator[str]:
    """Yield the words by which an index of `passage_words` knows the stated values, however they are written."""
    for stated in stated_values(question):
        yield from (word for word in query_words(stated.text) if word[:1].isdigit())


def told(values: Sequence[Stated], figures: Sequence[Figure]) -> int:
    """Count the values that one of the figures has."""
    return sum(any(v.is_told_by(f) for f in figures) for v in values)
