"""The document of a reader as it grows: lines of text, the blocks over them, and tables with what stands above them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.document import Block, BlockKind, Document, Table
from corpus.readers.grid import Cell, Part, Row, split_grid
from corpus.readers.tables import caption_and_unit

_SEPARATOR = " | "
# The office that made a table is no unit of its values.
_PREPARED_BY = re.compile(
    r"(?:编制|填报|编报|填表|制表|报送|主管|预算|汇总|统计)单位(?:名称)?\s?[:：]\s?\S+"
    r"|(?:制表|填表|审核|联系)人?\s?[:：]\s?\S{1,6}(?=\s|$)|(?:制表|填报|编制|打印|报送)?(?:日期|时间)\s?[:：]\s?\d[\d年月日./-]*"
)
_TICK_BOXES = re.compile(r"^[□√☑☐✓■\s]|^[(（]?续表?[)）]?$")
_DATE = re.compile(r"(?:19|20)\d\d\s?年(?:度|[\d\s\-—至月日]*)$")
_SPACE = re.compile(r"\s+")
_GROUPED = re.compile(r"[-－—]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?")
_REMEMBERED = 4
_PAGE_NUMBER = re.compile(r"\s*[—－-]\s?\d{1,4}\s?[—－-]\s*")
# A sentence that a page's end cuts, and what cannot go on with it: a heading, the name of a picture or table.
_BROKEN_OFF = re.compile(r"[，。；].*[一-龥\d，、％%]$")
_GOES_ON = re.compile(
    r"(?!第?[一二三四五六七八九十]+[、．章节部]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)|[图表附注]\s?[\d:：])[一-龥\d“《（]"
)
_LONGEST_HEADING = 80


@dataclass(slots=True)
class Draft:
    """Pieces of text, and the blocks and tables over them; `recent` are the last lines since the table before, `broken_off` tells a sentence cut by a page's end."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    broken_off: bool = False

    def add_line(self, line: str, *, level: int = 0, page: int | None = None) -> None:
        """Add a paragraph, or a heading if it has a level."""
        inner = line.strip()
        if self.broken_off and not inner:
            return
        if self.broken_off and not level and _GOES_ON.match(inner):
            self._go_on(line)
            return
        start = self._add(line)
        if not inner:
            return
        self.broken_off = False
        lead = len(line) - len(line.lstrip())
        kind: BlockKind = "heading" if level and len(inner) <= _LONGEST_HEADING else "paragraph"
        self.blocks.append(Block(kind, start + lead, start + lead + len(inner), level if kind == "heading" else 0, page))
        self.recent = [*self.recent[1 - _REMEMBERED :], inner]

    def add_printed_line(self, line: str, *, level: int = 0) -> None:
        """Add a line of a text set in pages: a page's number is left out, and a sentence that the page's end cuts goes on."""
        if _PAGE_NUMBER.fullmatch(line):
            self._end_page()
        else:
            self.add_line(line, level=level)

    def _end_page(self) -> None:
        last = self.blocks[-1] if self.blocks else None
        while last is not None and len(self.pieces) > 1 and not self.pieces[-1].strip():
            self.length -= len(self.pieces.pop()) + 1
        line = self.recent[-1] if self.recent else ""
        self.broken_off = last is not None and last.kind == "paragraph" and bool(_BROKEN_OFF.search(line))

    def _go_on(self, line: str) -> None:
        start = self._add(line)
        self.blocks[-1] = replace(self.blocks[-1], end=start + len(line.rstrip()))
        self.recent = [*self.recent[:-1], f"{self.recent[-1]}{line.strip()}"]
        self.broken_off = False

    def add_table(self, cells: Sequence[Cell], *, pages: Mapping[int, int] | None = None, name: str = "") -> None:
        """Add the tables of a grid; `pages` gives the page of a row, the lines of `name` go before those above the table."""
        self.broken_off = False
        # Few cells are broken, and a table of a report has thousands.
        parts = split_grid([c if (text := _rejoined(c.text)) == c.text else replace(c, text=text) for c in cells])
        above = [*name.split("\n"), *self.recent] if name else self.recent
        for part in parts:
            self._add_part(part, above, pages or {})
        self.recent = []

    def document(self, encoding: str, replaced: int = 0) -> Document:
        """Return the document."""
        return Document("\n".join(self.pieces), tuple(self.blocks), tuple(self.tables), encoding, replaced, tuple(self.notes))

    def _add_part(self, part: Part, above: Sequence[str], pages: Mapping[int, int]) -> None:
        if not part.rows:
            # Wide cells alone are text in a frame.
            for title in part.titles:
                self.add_line(title, page=next(iter(pages.values()), None))
            return
        shown = {row.number for row in part.rows}
        for line in (*part.titles, *(_row_line(row) for row in part.heads if row.number not in shown)):
            self._add(line)
        self.tables.append(_table(above, part))
        for row in part.rows:
            line = _row_line(row)
            start = self._add(line)
            self.blocks.append(Block("row", start, start + len(line), 0, pages.get(row.number), len(self.tables) - 1))

    def _add(self, line: str) -> int:
        start = self.length
        self.pieces.append(line)
        self.length += len(line) + 1
        return start


def _rejoined(text: str) -> str:
    """Return a cell's number without the spaces and line ends that a narrow column broke it with: 1,621, 610,25 3.00."""
    joined = _SPACE.sub("", text)
    return joined if joined != text and _GROUPED.fullmatch(joined) else text


def _row_line(row: Row) -> str:
    """Return the text of a row; empty cells keep their places, but for the last ones."""
    filled = max((i for i, cell in enumerate(row.cells) if cell), default=-1)
    return _SEPARATOR.join(row.cells[: filled + 1])


def _table(above: Sequence[str], part: Part) -> Table:
    """Name a table by the lines above it and the wide cells in it."""
    lines = [line for raw in above if (line := _PREPARED_BY.sub("", raw).strip()) and not _TICK_BOXES.match(line)]
    titles = [title for raw in part.titles if (title := _PREPARED_BY.sub("", raw).strip())]
    base, inner = caption_and_unit(_with_dates(lines)), caption_and_unit(titles)
    names = [base.caption, *(t for t in titles if t != base.caption and caption_and_unit([t]).caption)]
    return Table(" ".join(n for n in names if n), inner.unit or base.unit, part.header)


def _with_dates(lines: Sequence[str]) -> list[str]:
    """Join a line that is but a date (of a balance sheet) with the name above it."""
    joined: list[str] = []
    for line in lines:
        if joined and _DATE.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined
