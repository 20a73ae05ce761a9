"""Read docx from its XML, part by part: a document with a small defect (a missing part, a broken relation) is still read.

Paragraphs are lines of the text; a table row is a line of its cells joined by " | "; heading styles give their level.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from corpus.document import Block, Document, Table
from corpus.errors import UnreadableFileError
from corpus.readers.tables import caption_and_unit

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_DEFECTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, NotImplementedError, RuntimeError, etree.XMLSyntaxError)
_MAIN_PART = re.compile(r"word/document\d*\.xml")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_NUMERIC = re.compile(r"^[-—－]?[\d,，.\s]+(?:%|‰)?(?:\[\d+\])?$")
_YEAR = re.compile(r"^(?:19|20)\d\d年?$")
_SEPARATOR = " | "
# A part larger than this when unpacked is no report but a bomb.
_LARGEST_PART = 200 * 1024 * 1024


@dataclass(slots=True)
class _Draft:
    """The document as it grows: pieces of text, and the blocks over them."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)

    def add_line(self, line: str) -> int:
        start = self.length
        self.pieces.append(line)
        self.length += len(line) + 1
        return start


def read_docx(path: Path) -> Document:
    """Return the document of a docx file. Raises UnreadableFileError with the reason."""
    styles, body = _open(path)
    draft = _Draft()
    _add_blocks(draft, body, styles)
    return Document("\n".join(draft.pieces), tuple(draft.blocks), tuple(draft.tables), "docx")


def _open(path: Path) -> tuple[dict[str, int], etree._Element]:
    with path.open("rb") as file:
        head = file.read(8)
    if not head:
        raise UnreadableFileError(f"{path.name}: the file is empty")
    if head.startswith(_OLE):
        raise UnreadableFileError(
            f"{path.name}: an old Word file or an encrypted one; open it in Word or LibreOffice and save it as docx"
        )
    try:
        with zipfile.ZipFile(path) as archive:
            return _style_levels(archive, path.name), _body(archive, path.name)
    except _DEFECTS as error:
        raise UnreadableFileError(f"{path.name}: not a whole docx ({error}); save it again from Word, or as txt") from error


def _part(archive: zipfile.ZipFile, part: str, name: str) -> etree._Element:
    if archive.getinfo(part).file_size > _LARGEST_PART:
        raise UnreadableFileError(f"{name}: {part} unpacks to more than {_LARGEST_PART // 2**20} MB; split the document")
    # Entities and outside references are of no use in a report and a danger from a stranger; so is a huge tree (entities in attributes).
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(part), parser)


def _body(archive: zipfile.ZipFile, name: str) -> etree._Element:
    part = next((n for n in archive.namelist() if _MAIN_PART.fullmatch(n)), "word/document.xml")
    body = _part(archive, part, name).find(f"{_W}body")
    if body is None:
        raise UnreadableFileError(f"{name}: the docx has no body; save it again from Word, or as txt")
    # The second form of a drawing for old programs, and what was moved away, would be read twice.
    etree.strip_elements(body, _FALLBACK, f"{_W}moveFrom", with_tail=False)
    _unbox(body)
    return body


def _unbox(body: etree._Element) -> None:
    """Put the paragraphs of text boxes behind the paragraph that holds the box."""
    for box in list(body.iter(f"{_W}txbxContent")):
        holder = next(box.iterancestors(f"{_W}p"), None)
        if holder is not None:
            for element in reversed(list(box)):
                holder.addnext(element)


def _style_levels(archive: zipfile.ZipFile, name: str) -> dict[str, int]:
    """Return the heading level of each paragraph style that is a heading."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    levels: dict[str, int] = {}
    for style in _part(archive, "word/styles.xml", name).iter(f"{_W}style"):
        named = style.find(f"{_W}name")
        label = (named.get(f"{_W}val") or "").lower() if named is not None else ""
        match = re.match(r"(?:heading|标题)\s*(\d)", label)
        level = int(match[1]) if match else 1 if label == "title" else 0
        if level:
            levels[style.get(f"{_W}styleId") or ""] = level
    return levels


def _children(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of these names in order, through content controls and other wrappers."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _children(child, *names)
        elif child.tag in {f"{_W}{name}" for name in names}:
            yield child


def _add_blocks(draft: _Draft, parent: etree._Element, styles: dict[str, int]) -> None:
    for element in _children(parent, "p", "tbl"):
        if element.tag == f"{_W}p":
            _add_paragraph(draft, element, styles)
        else:
            _add_table(draft, element, styles)


def _text(paragraph: etree._Element) -> str:
    """Return a paragraph's text: runs, tabs and line breaks, without deleted text and field codes."""
    pieces = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag == f"{_W}tab" and node.getparent().tag == f"{_W}r":
            pieces.append("\t")
        elif node.tag in {f"{_W}br", f"{_W}cr"}:
            pieces.append("\n")
        elif node.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _add_paragraph(draft: _Draft, paragraph: etree._Element, styles: dict[str, int]) -> None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    level = styles.get(style.get(f"{_W}val") or "", 0) if style is not None else 0
    for line in _text(paragraph).split("\n"):
        start = draft.add_line(line)
        inner = line.strip()
        if inner:
            lead = len(line) - len(line.lstrip())
            draft.blocks.append(
                Block("heading" if level and len(inner) <= 80 else "paragraph", start + lead, start + lead + len(inner), level)
            )
            draft.recent = [*draft.recent[-1:], inner]


def _add_table(draft: _Draft, table: etree._Element, styles: dict[str, int]) -> None:
    found = [(row, cells) for row in _children(table, "tr") if any(cells := _cells(row))]
    rows = [cells for _, cells in found]
    if not rows:
        return
    if max(len(cells) for cells in rows) == 1:
        # A frame around text, not a table.
        for row, _ in found:
            for cell in _children(row, "tc"):
                _add_blocks(draft, cell, styles)
        return
    titles = [cells[0] for cells in rows[:2] if cells[0] and len(set(cells) - {""}) == 1 and len(cells) > 1]
    heads = _header_rows(rows)
    named = caption_and_unit([*draft.recent, *titles])
    draft.tables.append(Table(named.caption, named.unit, _join_headers([r for r in rows[:heads] if len(set(r) - {""}) > 1])))
    for number, cells in enumerate(rows):
        line = _SEPARATOR.join(cells)
        start = draft.add_line(line)
        if number >= heads:
            draft.blocks.append(Block("row", start, start + len(line), table=len(draft.tables) - 1))
    draft.recent = []


def _cells(row: etree._Element) -> list[str]:
    """Return the cells of a row; a cell merged over columns is given once, then empty ones, so that columns keep their places."""
    cells: list[str] = []
    for cell in _children(row, "tc"):
        cells.append(" ".join(" ".join(_text(p) for p in cell.iter(f"{_W}p")).split()))
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = (span.get(f"{_W}val") or "") if span is not None else ""
        cells.extend("" for _ in range(min(int(width) if width.isdecimal() else 1, 64) - 1))
    return cells


def _header_rows(rows: list[list[str]]) -> int:
    """Return how many rows head the table: those before the first that holds a number beside its label (years are no numbers)."""
    for number, cells in enumerate(rows[:4]):
        if any(_NUMERIC.match(c) and not _YEAR.match(c) for c in cells[1:] if c):
            return number
    return 1


def _join_headers(rows: list[list[str]]) -> tuple[str, ...]:
    width = max((len(r) for r in rows), default=0)
    columns = []
    for column in range(width):
        parts: list[str] = []
        for row in rows:
            # A head merged over columns counts for each of them.
            at = min(column, len(row) - 1)
            while at > 0 and not row[at]:
                at -= 1
            if row and row[at] and row[at] not in parts and (at == column or len(rows) > 1):
                parts.append(row[at])
        columns.append(" ".join(parts))
    return tuple(columns)
