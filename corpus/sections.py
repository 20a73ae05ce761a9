"""Split a document into sections: the spans between its headings, each with the path of headings above it."""

from dataclasses import dataclass
from itertools import pairwise

from corpus.document import Document
from corpus.headings import Heading, find_headings
from corpus.report import Section

_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a document, and the headings that open all but the first (which has the path ())."""

    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]


def split_sections(document: Document) -> Outline:
    """Return sections that tile the text: every character is in exactly one."""
    headings = find_headings(document)
    before = {b.start: a.end for a, b in pairwise(document.blocks)}
    starts = [max(document.text.rfind("\n", 0, h.start) + 1, before.get(h.start, 0)) for h in headings]
    bounds = [0, *starts, len(document.text)]
    path: tuple[str, ...] = ()
    sections = [Section((), bounds[0], bounds[1])]
    for heading, start, end in zip(headings, bounds[1:], bounds[2:], strict=False):
        path = (*path[: heading.level - 1], heading.title[:_LONGEST_TITLE])
        sections.append(Section(path, start, end))
    return Outline(tuple(sections), tuple(headings))
