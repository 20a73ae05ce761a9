"""The headings of a document with their levels, decided by the sequences that the numbered lines continue.

A family takes the level at which it was first met below its parent, so that a report whose highest family is （一） has it at level
1; a family that usually stands higher is below another if that one's numbers go on behind it: （二） ▸ 一、 … 十、 ▸ （三）.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.heading_lines import FAMILIES, HeadingLine, find_heading_lines

_RANK = {name: i for i, name in enumerate(FAMILIES)}
_SET_APART, _APART = re.compile(r"(?:[一-龥] ){2,}[一-龥]"), re.compile(r"(?<=[一-龥、（）]) +(?=[一-龥])")
_BROKEN = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at `start`..`end` of the text; `body` is where the text behind a run-in heading begins, else equal to `end`."""

    start: int
    end: int
    title: str
    level: int
    body: int


def find_headings(document: Document) -> list[Heading]:
    """Return the headings of a document in order, with levels from 1."""
    lines = find_heading_lines(document)
    ahead = _Ahead(lines)
    path: list[HeadingLine] = []
    found: list[Heading] = []
    for i, line in enumerate(lines):
        parents = _parents(path, line, i, ahead)
        if parents is None:
            continue
        path = [*parents, line]
        found.append(_heading(document, line, len(path)))
    return found


def _heading(document: Document, line: HeadingLine, level: int) -> Heading:
    start, end = line.block.start, line.block.end
    title = _BROKEN.sub("", document.text[start : start + line.title_end].strip()).strip("*").rstrip("。：:．.")
    # 一、 工 作 回 顾: characters that recognition set apart
    title = _APART.sub("", title) if _SET_APART.search(title) else title
    return Heading(start, end, title, level, min(start + line.title_end, end))


class _Ahead:
    """What comes behind a line: the numbers of each family, by place."""

    def __init__(self, lines: Sequence[HeadingLine]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for i, line in enumerate(lines):
            if line.number is not None:
                self._places[line.family].append(i)
                self._numbers[line.family].append(line.number)

    def continues(self, line: HeadingLine, behind: int) -> bool:
        """Tell whether the next of the line's family behind a place has the line's next number (one may be lost)."""
        at = bisect_right(self._places[line.family], behind)
        numbers = self._numbers[line.family]
        return line.number is not None and at < len(numbers) and line.number < numbers[at] <= line.number + 2

    def returns_to(self, line: HeadingLine, behind: int) -> bool:
        """Tell whether a sequence of the line's own family that begins at a place is followed by the line's next number."""
        at = bisect_right(self._places[line.family], behind)
        last = 1
        for number in self._numbers[line.family][at:]:
            if number != last + 1:
                return number == (line.number or 0) + 1
            last = number
        return False


def _parents(path: list[HeadingLine], line: HeadingLine, place: int, ahead: _Ahead) -> list[HeadingLine] | None:
    """Return the headings above a line, None if it is no heading."""
    if line.told:
        depth = next((d for d, h in enumerate(path) if not h.told or h.told >= line.told), len(path))
        return path[:depth]
    if line.number is not None:
        return _above_numbered(path, line, place, ahead)
    if line.family == "isolated":
        for depth in reversed(range(len(path))):
            if ahead.continues(path[depth], place):
                return path[: depth + 1]
    depth = next((d for d, h in enumerate(path) if not h.told and _RANK[h.family] >= _RANK[line.family]), len(path))
    return path[:depth]


def _above_numbered(path: list[HeadingLine], line: HeadingLine, place: int, ahead: _Ahead) -> list[HeadingLine] | None:
    """Return the headings above a numbered line: it goes on with an open sequence (one may be lost), or starts one."""
    number = line.number or 0
    open_depths = [d for d in reversed(range(len(path))) if path[d].family == line.family]
    for step in (1, 2):
        for depth in open_depths:
            if number == (path[depth].number or 0) + step:
                return path[:depth]
    starts = number == 1 or (not open_depths and number <= (3 if line.family == "one" else 2))
    if not starts and not line.apart:
        return None
    if not starts and open_depths:
        return path[: open_depths[0]]
    parents = path
    while parents and not _holds(parents, line, place, ahead):
        parents = parents[:-1]
    return parents


def _holds(path: list[HeadingLine], line: HeadingLine, place: int, ahead: _Ahead) -> bool:
    """Tell whether a new sequence stands below the last heading of a path."""
    last = path[-1]
    if last.told and last.family != line.family:
        return True
    if last.family == line.family:
        return ahead.returns_to(last, place)
    if last.family == "isolated" and len(path) > 1 and path[-2].number is not None and not path[-2].told:
        # What is set off inside a numbered section is not divided any further.
        return False
    return _RANK[last.family] < _RANK[line.family] or ahead.continues(last, place)
