"""Read docx from its XML, part by part: a document with a small defect (a missing part, a broken relation) is still read.

Paragraphs are lines of the text; a table row is a line of its cells joined by " | "; heading styles give their level.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.readers.draft import Draft
from corpus.readers.grid import Cell

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_DEFECTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, NotImplementedError, RuntimeError, etree.XMLSyntaxError)
_MAIN_PART = re.compile(r"word/document\d*\.xml")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_WIDEST_SPAN = 64
# From this many paragraphs in each of its cells a row is taken for several.
_FOLDED = 3
# A part larger than this when unpacked is no report but a bomb.
_LARGEST_PART = 200 * 1024 * 1024


def read_docx(path: Path) -> Document:
    """Return the document of a docx file. Raises UnreadableFileError with the reason."""
    styles, body = _open(path)
    draft = Draft()
    _add_blocks(draft, body, styles)
    return draft.document("docx")


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


def _add_blocks(draft: Draft, parent: etree._Element, styles: dict[str, int]) -> None:
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


def _add_paragraph(draft: Draft, paragraph: etree._Element, styles: dict[str, int]) -> None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    level = styles.get(style.get(f"{_W}val") or "", 0) if style is not None else 0
    for line in _text(paragraph).split("\n"):
        draft.add_line(line, level=level)


def _add_table(draft: Draft, table: etree._Element, styles: dict[str, int]) -> None:
    cells = _cells(table)
    if not any(cell.text for cell in cells):
        return
    if all(cell.column == 0 for cell in cells):
        # A frame around text, not a table.
        for row in _children(table, "tr"):
            for element in _children(row, "tc"):
                _add_blocks(draft, element, styles)
        return
    draft.add_table(cells)


def _cells(table: etree._Element) -> list[Cell]:
    """Return the cells of a table with the rows and columns that merged ones cover."""
    cells: list[Cell] = []
    open_above: dict[int, int] = {}
    r = -1
    for row in _children(table, "tr"):
        r += 1
        column = _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
        unfolded = _unfold(row, r, column)
        if unfolded:
            cells += unfolded
            r = unfolded[-1].row
            continue
        for element in _children(row, "tc"):
            properties = element.find(f"{_W}tcPr")
            width = _number(properties.find(f"{_W}gridSpan") if properties is not None else None, 1)
            merge = properties.find(f"{_W}vMerge") if properties is not None else None
            goes_on = merge is not None and merge.get(f"{_W}val") != "restart"
            above = open_above.get(column) if goes_on else None
            if above is not None and cells[above].columns == width and cells[above].row + cells[above].rows == r:
                cells[above] = replace(cells[above], rows=cells[above].rows + 1)
            else:
                open_above[column] = len(cells)
                text = " ".join(" ".join(_text(p) for p in element.iter(f"{_W}p")).split())
                cells.append(Cell(text, r, column, 1, width))
            column += width
    return cells


def _unfold(row: etree._Element, number: int, column: int) -> list[Cell]:
    """Return the cells of a row into which a converter put several rows of the table, a paragraph each; none for any other row.

    Tabs in such a paragraph part its columns.
    """
    folded: list[tuple[int, int, list[str]]] = []
    for element in _children(row, "tc"):
        width = _number(element.find(f"{_W}tcPr/{_W}gridSpan"), 1)
        folded.append((column, width, [text for p in element.iter(f"{_W}p") if (text := _text(p).strip())]))
        column += width
    count = len(folded[0][2]) if folded else 0
    if count < _FOLDED or sum(len(lines) == count for _, _, lines in folded) < 2:
        return []
    if any(len(lines) not in {count, 0, 1} for _, _, lines in folded) or not any(re.search(r"\d", t) for t in folded[-1][2]):
        return []
    cells = []
    for i in range(count):
        for at, width, lines in folded:
            pieces = (lines[i] if len(lines) == count else "").split("\t")
            pieces = [*pieces[: width - 1], " ".join(pieces[width - 1 :])]
            cells += [Cell(piece.strip(), number + i, at + j) for j, piece in enumerate(pieces)]
    return cells


def _number(element: etree._Element | None, default: int) -> int:
    value = (element.get(f"{_W}val") or "") if element is not None else ""
    return min(int(value), _WIDEST_SPAN) if value.isdecimal() else default
