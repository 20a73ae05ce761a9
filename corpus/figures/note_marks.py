"""Marks of notes glued to numbers and words: 1,234¹ schools, 5.2%[2]; read without them, a figure keeps its place."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from corpus.figures.figure import Figure

# m² and km³ are units, no marks.
_MARK = re.compile(r"(?<![a-z]m)(?<![米])[\u2070\u2074-\u2079¹²³]+(?:,[\u2070\u2074-\u2079¹²³]+)*|(?<=[\dA-Za-z%)])[†‡]+")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A text without its marks; `cuts` are the places in it where marks stood, `lost` how many characters were left out up to each."""

    text: str
    cuts: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    def placed(self, figure: Figure, original: str) -> Figure:
        """Return a figure of this text at its place in the original."""
        start, end = self._at(figure.start, after=True), self._at(figure.end, after=False)
        return replace(figure, start=start, end=end, text=original[start:end])

    def _at(self, place: int, *, after: bool) -> int:
        at = bisect_right(self.cuts, place if after else place - 1)
        return place + (self.lost[at - 1] if at else 0)


def without_marks(text: str) -> Unmarked:
    """Return a text without the marks of its notes."""
    pieces, cuts, lost = [], [], []
    start = gone = 0
    for match in _MARK.finditer(text):
        pieces.append(text[start : match.start()])
        cuts.append(match.start() - gone)
        gone += match.end() - match.start()
        lost.append(gone)
        start = match.end()
    return Unmarked("".join((*pieces, text[start:])), tuple(cuts), tuple(lost)) if cuts else Unmarked(text)
