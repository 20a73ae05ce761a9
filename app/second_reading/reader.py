"""What a second reader is given and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.choosing.chooser import Chosen
from corpus.figures.numerals import fold
from index.query import Query

# So many characters of a long sentence are shown, the figure about two thirds of the way in: what it is of stands mostly before it.
_LONGEST, _BEFORE = 180, 120
_HEADING = 30
# Of the sentence before it, if it goes on about that.
_AHEAD, _LETTERS = 80, 2


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure of a report as it is read again: in its sentence, under what stands above it."""

    title: str
    heading: str
    text: str
    figure: str


class Reader(Protocol):
    """What tells how likely figures answer a question."""

    def odds(self, question: str, readings: Sequence[Reading]) -> list[float]:
        """Return for each figure the log of the odds that it answers, 0 for as likely as not. Raises LanguageModelError."""
        ...


def worded(query: Query) -> str:
    """Return a question as it is read again: behind the one that it follows up, which stands in brackets, and with the years that it leaves to that."""
    own, _, before = query.text.partition("（")
    text = f"{before.removesuffix('）')} 接着问：{own}" if before.endswith("）") else query.text
    years = [str(year) for year in query.scope.years if str(year) not in fold(text)]
    return f"{text}（{'、'.join(years)}年）" if years else text


def reading_of(chosen: Chosen) -> Reading:
    """Return a figure as it is read again."""
    candidate = chosen.candidate
    sentence, passage = candidate.sentence, candidate.sentence.ranked.passage
    # A letter says less than a character.
    width = 1 if sentence.stretch.is_chinese else _LETTERS
    text = sentence.text
    if len(text) > _LONGEST * width:
        start = max(0, candidate.figure.start - sentence.start - _BEFORE * width)
        text = text[start : start + _LONGEST * width]
    if before := sentence.stretch.gone_on_about[-_AHEAD * width :]:
        text = f"{before} {text}"
    heading = passage.section[-1][:_HEADING] if passage.section else ""
    return Reading(passage.title, heading, text, candidate.figure.text)
