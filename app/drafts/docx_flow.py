"""Where the figures of a draft stand in a Word document: its letters in reading order, each with the text node that holds it.

The draft's text and the document's letters are nearly the same: numbers of lists and notes stand in the first only, white space differs. So each
figure is looked for with the letters around it, behind the one before.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from app.drafts.findings import Finding
from app.web.markup import clean
from corpus.document import Block, Document
from corpus.readers.docx_xml import W

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# How many letters before and behind a figure must be the same; fewer where notes or merged cells stand in between.
_AROUND = ((8, 4), (4, 2), (2, 1), (2, 0), (0, 2), (0, 0))
_WINDOW = 40
# How much further on in the document than in the draft a figure may stand, and one that little around it tells from others.
_SLACK, _NEAR = 2_000, 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of the text of a text node (w:t)."""

    node: etree._Element
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The letters of a Word document without white space and bars, for each its node and its place there, and where paragraphs begin."""

    letters: str
    nodes: list[etree._Element]
    offsets: list[int]
    beginnings: frozenset[int]

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """Return the parts of text nodes that hold the letters from `start` to `end`."""
        parts: list[Stretch] = []
        for node, offset in zip(self.nodes[start:end], self.offsets[start:end], strict=True):
            if parts and parts[-1].node is node:
                parts[-1] = Stretch(node, parts[-1].start, offset + 1)
            else:
                parts.append(Stretch(node, offset, offset + 1))
        return parts


def read_flow(body: etree._Element) -> Flow:
    """Return the letters of a document's body in the order in which the reader of drafts takes them."""
    pieces: list[str] = []
    nodes: list[etree._Element] = []
    offsets: list[int] = []
    beginnings: list[int] = []
    skips = _Skips()
    for paragraph in body.iter(f"{W}p"):
        beginnings.append(len(pieces))
        for node in _own_nodes(paragraph):
            for offset, letter in enumerate(node.text or ""):
                if not skips(letter):
                    pieces.append(letter)
                    nodes.append(node)
                    offsets.append(offset)
    return Flow("".join(pieces), nodes, offsets, frozenset(beginnings))


def find_figures(flow: Flow, document: Document, findings: Sequence[Finding]) -> list[list[Stretch]]:
    """Return where each finding's figure stands in a document, nothing for one that is not found there (in a footnote)."""
    starts = [b.start for b in document.blocks]
    skips = _Skips()
    places: list[list[Stretch]] = []
    at = seen = 0
    for finding in findings:
        block = document.blocks[max(0, bisect_right(starts, finding.start) - 1)]
        own = _Sought.read(document.text, block, finding, skips)
        found = own.find(flow, at, at + 2 * (finding.start - seen))
        if found is None:
            places.append([])
            continue
        places.append(flow.stretches(found, found + len(own.letters)))
        at, seen = found + len(own.letters), finding.end
    return places


class _Skips(dict[str, bool]):
    """Tells, and remembers, whether a character is left out of letters: white space, bars, what cannot be seen."""

    def __missing__(self, letter: str) -> bool:
        self[letter] = letter.isspace() or letter == "|" or not clean(letter)
        return self[letter]

    def __call__(self, letter: str) -> bool:
        return self[letter]


@dataclass(frozen=True, slots=True)
class _Sought:
    """The letters of a figure and those around it in its paragraph or row."""

    before: str
    letters: str
    behind: str

    @classmethod
    def read(cls, text: str, block: Block, finding: Finding, skips: Callable[[str], bool]) -> "_Sought":
        before = text[max(block.start, finding.start - _WINDOW) : finding.start]
        behind = text[finding.end : min(max(block.end, finding.end), finding.end + _WINDOW)]
        return cls(*("".join(c for c in part if not skips(c)) for part in (before, text[finding.start : finding.end], behind)))

    def find(self, flow: Flow, at: int, limit: int) -> int | None:
        """Return the first place from `at` on where the figure stands, with as much of what is around it as there is."""
        if not self.letters:
            return None
        for before, behind in _AROUND:
            lead = self.before[max(0, len(self.before) - before) :] if before else ""
            pattern = f"{lead}{self.letters}{self.behind[:behind]}"
            telling = len(lead) > 1
            for place in _places(flow.letters, pattern, max(0, at - len(lead)), limit + (_SLACK if telling else _NEAR)):
                found = place + len(lead)
                if found >= at and (telling or _is_whole(flow, found, found + len(self.letters))):
                    return found
        return None


def _places(letters: str, pattern: str, at: int, limit: int) -> Iterator[int]:
    place = letters.find(pattern, at, limit)
    while place >= 0:
        yield place
        place = letters.find(pattern, place + 1, limit)


def _is_whole(flow: Flow, start: int, end: int) -> bool:
    """Tell whether a number is not part of a longer one; that of the next cell is another."""
    letters = flow.letters
    before = letters[start - 1 : start] if start not in flow.beginnings else ""
    behind = letters[end : end + 1] if end not in flow.beginnings else ""
    return not (
        (letters[start].isdigit() and before and before in "0123456789.") or (letters[end - 1].isdigit() and behind.isdigit())
    )


def _own_nodes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the text nodes of a paragraph, those of a text box inside it and of what was moved away left out."""
    for node in paragraph.iter(f"{W}t"):
        holder = next(node.iterancestors(f"{W}p"), None)
        if holder is paragraph and next(node.iterancestors(_FALLBACK, f"{W}moveFrom"), None) is None:
            yield node
