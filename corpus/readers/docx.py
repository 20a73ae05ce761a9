"""Read docx from its XML, part by part: a document with a small defect (a missing part, a broken relation) is still read.

Paragraphs are lines of the text; a table row is a line of its cells joined by " | "; heading styles give their level.
"""

import re
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.readers.docx_numbering import Numbering, read_numbering
from corpus.readers.docx_rows import unfolded
from corpus.readers.docx_xml import W, children, number_of, plain_text, text_of
from corpus.readers.draft import Draft
from corpus.readers.grid import Cell
from corpus.zip_defects import ZIP_DEFECTS

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# A number typed by hand goes before one that a converter left in the paragraph's properties.
_NUMBERED = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]+[、．.章节部]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])"
)
_CLOSED = "、．.）)章节条：:"
# Word's tenth level is that of running text.
_OUTLINE_LEVELS = 9
_DEFECTS = (*ZIP_DEFECTS, OSError, etree.XMLSyntaxError)
_MAIN_PART = re.compile(r"word/document\d*\.xml")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
# A part larger than this when unpacked is no report but a bomb.
_LARGEST_PART = 200 * 1024 * 1024


@dataclass(slots=True)
class _Parts:
    """What of a docx is read: its body, the levels of its heading styles, its lists, its notes by kind and id.

    `noted` are the notes that the text so far refers to, `told` how many of them are written.
    """

    body: etree._Element
    levels: dict[str, int]
    numbering: Numbering
    notes: dict[tuple[str, str], str]
    noted: list[str] = field(default_factory=list)
    told: int = 0


def read_docx(path: Path) -> Document:
    """Return the document of a docx file. Raises UnreadableFileError with the reason."""
    parts = _open(path)
    draft = Draft()
    _add_blocks(draft, parts.body, parts)
    return draft.document("docx")


def _open(path: Path) -> _Parts:
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
            styles = _optional_part(archive, "word/styles.xml", path.name)
            numbering = read_numbering(_optional_part(archive, "word/numbering.xml", path.name), styles)
            return _Parts(_body(archive, path.name), _style_levels(styles), numbering, _notes(archive, path.name))
    except _DEFECTS as error:
        raise UnreadableFileError(f"{path.name}: not a whole docx ({error}); save it again from Word, or as txt") from error


def _part(archive: zipfile.ZipFile, part: str, name: str) -> etree._Element:
    if archive.getinfo(part).file_size > _LARGEST_PART:
        raise UnreadableFileError(f"{name}: {part} unpacks to more than {_LARGEST_PART // 2**20} MB; split the document")
    # Entities and outside references are of no use in a report and a danger from a stranger; so is a huge tree (entities in attributes).
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(part), parser)


def _optional_part(archive: zipfile.ZipFile, part: str, name: str) -> etree._Element | None:
    return _part(archive, part, name) if part in archive.namelist() else None


def _notes(archive: zipfile.ZipFile, name: str) -> dict[tuple[str, str], str]:
    """Return the texts of footnotes and endnotes by kind and id."""
    notes: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        part = _optional_part(archive, f"word/{kind}s.xml", name)
        for note in part.iter(f"{W}{kind}") if part is not None else ():
            # Those with a type are the lines above the notes.
            if note.get(f"{W}type") in {None, "normal"}:
                text = " ".join(plain_text(p).strip() for p in note.iter(f"{W}p"))
                notes[(kind, note.get(f"{W}id") or "")] = " ".join(text.split())
    return notes


def _body(archive: zipfile.ZipFile, name: str) -> etree._Element:
    part = next((n for n in archive.namelist() if _MAIN_PART.fullmatch(n)), "word/document.xml")
    body = _part(archive, part, name).find(f"{W}body")
    if body is None:
        raise UnreadableFileError(f"{name}: the docx has no body; save it again from Word, or as txt")
    # The second form of a drawing for old programs, and what was moved away, would be read twice.
    etree.strip_elements(body, _FALLBACK, f"{W}moveFrom", with_tail=False)
    _unbox(body)
    return body


def _unbox(body: etree._Element) -> None:
    """Put the paragraphs of text boxes behind the paragraph that holds the box."""
    for box in list(body.iter(f"{W}txbxContent")):
        holder = next(box.iterancestors(f"{W}p"), None)
        if holder is not None:
            for element in reversed(list(box)):
                holder.addnext(element)


def _style_levels(styles: etree._Element | None) -> dict[str, int]:
    """Return the heading level of each paragraph style that is a heading, or is based on one."""
    levels: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        key = style.get(f"{W}styleId") or ""
        named, base = style.find(f"{W}name"), style.find(f"{W}basedOn")
        label = (named.get(f"{W}val") or "").lower() if named is not None else ""
        match = re.match(r"(?:heading|标题)\s*(\d)", label)
        level = int(match[1]) if match else 1 if label == "title" else _outline_level(style)
        if level:
            levels[key] = level
        elif base is not None and not label.startswith("toc"):
            based[key] = base.get(f"{W}val") or ""
    for key in based:
        ancestor = key
        for _ in range(len(based)):
            ancestor = based.get(ancestor, ancestor)
        if ancestor in levels:
            levels[key] = levels[ancestor]
    return levels


def _outline_level(element: etree._Element) -> int:
    """Return the level that a style or a paragraph has in the outline, 0 for running text."""
    told = element.find(f"{W}pPr/{W}outlineLvl")
    value = (told.get(f"{W}val") or "") if told is not None else ""
    return int(value) + 1 if value.isdecimal() and int(value) < _OUTLINE_LEVELS else 0


def _add_blocks(draft: Draft, parent: etree._Element, parts: _Parts) -> None:
    for element in children(parent, "p", "tbl"):
        if element.tag == f"{W}p":
            _add_paragraph(draft, element, parts)
        else:
            _add_table(draft, element, parts)


def _text(paragraph: etree._Element, parts: _Parts) -> str:
    """Return a paragraph's text; its notes get a number in square brackets, and wait to be written behind it."""

    def _number_of(kind: str, id_: str) -> str:
        note = parts.notes.get((kind, id_))
        if not note:
            return ""
        parts.noted.append(note)
        return f"[{len(parts.noted)}]"

    return text_of(paragraph, _number_of)


def _add_paragraph(draft: Draft, paragraph: etree._Element, parts: _Parts) -> None:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    style = (named.get(f"{W}val") or "") if named is not None else ""
    level = _outline_level(paragraph) or parts.levels.get(style, 0)
    text = _text(paragraph, parts)
    label = parts.numbering.next_label(paragraph, style) if text.strip() else ""
    if label and not _NUMBERED.match(text):
        # Behind a bare number Word leaves a gap, which keeps it from the digits of the text.
        text = f"{label}{'' if label[-1] in _CLOSED else ' '}{text.lstrip()}"
    for line in text.split("\n"):
        draft.add_printed_line(line, level=level)
    _tell_notes(draft, parts)


def _tell_notes(draft: Draft, parts: _Parts) -> None:
    """Write the notes that were referred to since the last were written."""
    for number, note in enumerate(parts.noted[parts.told :], parts.told + 1):
        draft.add_line(f"[{number}] {note}")
    parts.told = len(parts.noted)


def _add_table(draft: Draft, table: etree._Element, parts: _Parts, *, unit: str = "") -> None:
    """Add a table; `unit` is the unit line of the one that it stands in."""
    noted, before = len(parts.noted), len(draft.tables)
    cells = _cells(table, parts)
    if not any(cell.text for cell in cells):
        _add_inner_tables(draft, table, parts, unit)
        return
    if all(cell.column == 0 for cell in cells):
        # A frame around text, not a table; its text is read once more.
        del parts.noted[noted:]
        for row in children(table, "tr"):
            for element in children(row, "tc"):
                _add_blocks(draft, element, parts)
        return
    draft.add_table(cells, name=unit)
    _tell_notes(draft, parts)
    _add_inner_tables(draft, table, parts, next((t.unit for t in draft.tables[before:]), unit))


def _add_inner_tables(draft: Draft, table: etree._Element, parts: _Parts, unit: str) -> None:
    """Add the tables in the cells of a table behind it, each under the words of its row."""
    for row in children(table, "tr"):
        cells = list(children(row, "tc"))
        inner = [found for cell in cells for found in children(cell, "tbl")]
        if inner:
            words = " ".join(" ".join(_cell_text(cell, parts, plain=True) for cell in cells).split())
            for found in inner:
                if words:
                    draft.add_line(words)
                _add_table(draft, found, parts, unit=unit)


def _cell_text(cell: etree._Element, parts: _Parts, *, plain: bool = False) -> str:
    """Return the text of a cell without that of the tables in it; with `plain` without the numbers of its notes."""
    inside = {p for found in children(cell, "tbl") for p in found.iter(f"{W}p")}
    paragraphs = [p for p in cell.iter(f"{W}p") if p not in inside]
    return " ".join(" ".join(plain_text(p) if plain else _text(p, parts) for p in paragraphs).split())


def _cells(table: etree._Element, parts: _Parts) -> list[Cell]:
    """Return the cells of a table with the rows and columns that merged ones cover."""
    cells: list[Cell] = []
    open_above: dict[int, int] = {}
    r = -1
    for row in children(table, "tr"):
        r += 1
        column = number_of(row.find(f"{W}trPr/{W}gridBefore"), 0)
        rows = unfolded(row, r, column)
        if rows:
            cells += rows
            r = rows[-1].row
            continue
        for element in children(row, "tc"):
            properties = element.find(f"{W}tcPr")
            width = number_of(properties.find(f"{W}gridSpan") if properties is not None else None, 1)
            merge = properties.find(f"{W}vMerge") if properties is not None else None
            goes_on = merge is not None and merge.get(f"{W}val") != "restart"
            above = open_above.get(column) if goes_on else None
            if above is not None and cells[above].columns == width and cells[above].row + cells[above].rows == r:
                cells[above] = replace(cells[above], rows=cells[above].rows + 1)
            else:
                open_above[column] = len(cells)
                cells.append(Cell(_cell_text(element, parts), r, column, 1, width))
            column += width
    return cells
