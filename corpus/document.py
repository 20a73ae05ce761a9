"""What a reader makes of a file: its text as read, and which stretches of it are headings, paragraphs and table rows."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "row"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: caption and unit line above it ("" where there is none), header cells by column.

    The cells of a header of several rows are joined by a space.
    """

    caption: str
    unit: str
    header: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table row of the text, without its line end.

    `level` is set by readers that know it (Word styles, Markdown: 1 is the highest) and 0 otherwise. `table` is the position in
    `Document.tables` for a row, else None. Cells of a row are joined by " | " in the text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file and its blocks in reading order; `replaced` counts characters that could not be decoded.

    `notes` say what a reader of the report should know of its reading: pages left out, pages recognised from pictures.
    """

    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    encoding: str = "utf-8"
    replaced: int = 0
    notes: tuple[str, ...] = ()
