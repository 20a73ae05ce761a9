"""How a draft is laid out: its headings, paragraphs and tables in order, for documents that show it whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.document import Block, Document
from corpus.sections import split_sections

_DEEPEST = 4
# As many lines above a table may name it (corpus/readers/draft.py).
_REMEMBERED = 4


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the draft's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a heading of a level from 1 (0 for a paragraph)."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption with its unit, its head, and the spans of the cells of its rows."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Span, ...], ...]


def lay_out(document: Document) -> Iterator[Line | Grid]:
    """Yield the lines and tables of a draft in reading order."""
    levels = {h.start: h.level for h in split_sections(document).headings if h.body >= h.end}
    above = ""
    for table, blocks in groupby(document.blocks, key=lambda b: b.table):
        if table is None:
            lines = list(blocks)
            above = "".join(document.text[b.start : b.end] for b in lines[-_REMEMBERED:])
            yield from (Line(Span(b.start, b.end), _level(b, levels)) for b in lines)
        else:
            about = document.tables[table]
            # What stands in a line above the table is shown there.
            caption = " ".join(t for t in (about.caption, about.unit) if t and t not in above)
            header = about.header if any(about.header) else ()
            yield Grid(caption, header, tuple(tuple(_cells(document.text, b)) for b in blocks))


def _level(block: Block, levels: dict[int, int]) -> int:
    level = levels.get(block.start, 1 if block.kind == "heading" else 0)
    return min(level, _DEEPEST)


def _cells(text: str, row: Block) -> Iterator[Span]:
    """Yield the spans of a row's cells, without the space around them."""
    start = row.start
    for cell in text[row.start : row.end].split("|"):
        inner = cell.strip()
        lead = len(cell) - len(cell.lstrip()) if inner else 0
        yield Span(start + lead, start + lead + len(inner))
        start += len(cell) + 1


def unmarked(text: str) -> str:
    """Return a stretch of a draft without the marks by which Markdown makes it bold; the headings of a file have lost theirs."""
    return text.replace("**", "")
