"""Read a PDF with a text layer: paragraphs in reading order with their pages, ruled tables as rows, without running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.readers import ocr
from corpus.readers.draft import Draft
from corpus.readers.drawn_tables import cells_by_column
from corpus.readers.grid import Cell, grid_of_rows, is_numeric
from corpus.readers.pages import OnPage, no_page
from corpus.readers.pdf_columns import split_columns
from corpus.readers.pdf_grid import Area, RuledGrid, find_grids
from corpus.readers.pdf_lines import Line, build_lines, join_cell, join_lines
from corpus.readers.pdf_page import Glyph, Page, read_pages
from corpus.readers.pdf_writing import PageContent, PageTable, PageWriter
from corpus.readers.pictures import read_pictures

# Running heads and feet stand in this share of the page, at its top and at its bottom.
_EDGE = 0.12
_PAGE_NUMBER = re.compile(
    r"[-—–\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[-—–\s]*$|page\s*\d+(?:\s*of\s*\d+)?$", re.IGNORECASE
)
_MIN_COLUMNS = 3
# Points in which the heights of a running head on two pages may differ.
_SAME_HEIGHT = 8.0
# A table that goes on over pages may print its unit on each, where running heads stand.
_UNIT_LINE = re.compile(r".{0,12}单位[:：]")


def read_pdf(path: Path, *, on_page: OnPage = no_page) -> Document:
    """Return the document of a PDF. Raises UnreadableFileError with the reason and what to do.

    Pages that are pictures are recognised if the extra for it is installed; else they are left out, which is noted.
    """
    recognise = ocr.recognise if ocr.is_installed() else None
    pages = [(page, _content(page)) for page in read_pages(path, on_page=on_page, recognise=recognise)]
    contents = [content for _, content in pages]
    if not any(c.glyphs for c in contents):
        scans = sum(page.scanned for page, _ in pages)
        why = f"{len(contents)} pages without text"
        raise UnreadableFileError(
            f"{path.name}: {why}, {scans} of them pictures (a scan); {ocr.INSTALL}"
            if scans
            else f"{path.name}: {why}; export it again from the program that made it"
        )
    unmapped = sum(c.unmapped for c in contents)
    if unmapped * 2 > sum(c.glyphs for c in contents):
        raise UnreadableFileError(
            f"{path.name}: its fonts do not say which characters they show; print it to a new PDF, or scan it"
        )
    return _document(pages, "pdf", unmapped)


def read_picture(path: Path, *, on_page: OnPage = no_page) -> Document:
    """Return the document of a picture, or of the pictures in a tiff file. Raises UnreadableFileError without the extra for it."""
    if not ocr.is_installed():
        raise UnreadableFileError(f"{path.name}: a picture; {ocr.INSTALL}")
    pages = []
    for number, (picture, count) in enumerate(read_pictures(path), 1):
        on_page(number, count)
        page = ocr.recognise(picture, number)
        pages.append((page, _content(page)))
    return _document(pages, "picture", 0)


def _document(pages: Sequence[tuple[Page, "PageContent"]], encoding: str, unmapped: int) -> Document:
    contents = [content for _, content in pages]
    running = _running_lines(contents)
    draft = Draft()
    draft.notes += _notes([page for page, _ in pages])
    writer = PageWriter(draft)
    for content in contents:
        kept = [line for line in content.lines if not _is_furniture(line, content, running)]
        # Tables go over both columns as often as not; what stands beside them keeps its order.
        for lines in [kept] if content.tables else split_columns(kept):
            writer.add_page(content, lines)
    writer.finish()
    return draft.document(encoding, unmapped)


def _notes(pages: Sequence[Page]) -> list[str]:
    notes = []
    scans = [page.number for page in pages if page.scanned]
    if scans:
        notes.append(f"{_listed(scans)}: a picture without text, left out; {ocr.INSTALL}")
    seen = [(page.confidence, page.number) for page in pages if page.confidence is not None]
    if seen:
        worst, at = min(seen)
        mean = sum(confidence for confidence, _ in seen) / len(seen)
        lowest = f", lowest {worst:.2f} on page {at}" if len(seen) > 1 else ""
        notes.append(
            f"{_listed([n for _, n in seen])}: recognised from pictures, confidence {mean:.2f}{lowest}; compare with the original"
        )
    return notes


def _listed(numbers: Sequence[int]) -> str:
    """Return page numbers with runs drawn together: pages 2-5, 9."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page {named}" if len(numbers) == 1 else f"pages {named}"


def _content(page: Page) -> PageContent:
    grids = [g for g in find_grids(page.rules) if _is_table(g, page)]
    inside: dict[tuple[int, int], list[Glyph]] = {}
    outside = []
    for glyph in page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.base - glyph.size / 3
        place = next(((i, at) for i, g in enumerate(grids) if (at := g.area_at(x, y)) is not None), None)
        if place is None:
            outside.append(glyph)
        else:
            inside.setdefault(place, []).append(glyph)
    tables = []
    for i, grid in enumerate(grids):
        cells = tuple(_cell(grid, area, inside.get((i, n), [])) for n, area in enumerate(grid.areas))
        if any(cell.text for cell in cells):
            tables.append(PageTable(grid.ys[0], grid.ys[-1], cells, len(grid.xs) - 1))
    visible = sum(not g.char.isspace() for g in page.glyphs)
    lines, plain = _unruled(build_lines(outside))
    return PageContent(page.number, page.height, tuple(lines), (*tables, *plain), visible, page.unmapped)


def _is_table(grid: RuledGrid, page: Page) -> bool:
    """Tell a table from a frame around a page and from lines below headings."""
    # The last row of a table may stand on a page of its own.
    return len(grid.xs) > 2 and len(grid.areas) >= 2 and grid.xs[-1] - grid.xs[0] > 0.2 * page.width


def _cell(grid: RuledGrid, area: Area, glyphs: Sequence[Glyph]) -> Cell:
    text = join_cell(build_lines(glyphs), grid.width(area)) if glyphs else ""
    return Cell(text, area.row, area.column, area.rows, area.columns)


def _unruled(lines: Sequence[Line]) -> tuple[list[Line], list[PageTable]]:
    """Take runs of lines of several pieces, of which the last are numbers, for tables without rules."""
    rest: list[Line] = []
    tables: list[PageTable] = []
    run: list[Line] = []
    for number, line in enumerate([*lines, None]):
        if line is not None and _is_row(line):
            run.append(line)
            continue
        if line is not None and run and _is_rest_of_label(run[-1], line, lines[number + 1 : number + 2]):
            first = run[-1].pieces[0]
            longer = replace(first, text=join_lines([first.text, line.text]))
            run[-1] = replace(run[-1], pieces=(longer, *run[-1].pieces[1:]), base=line.base)
            continue
        if sum(len(row.pieces) >= _MIN_COLUMNS for row in run) >= 3 and sum(_ends_with_digit(row) for row in run) >= 2:
            rows = cells_by_column([row.pieces for row in run])
            tables.append(PageTable(run[0].base - run[0].size, run[-1].base, tuple(grid_of_rows(rows)), len(rows[0])))
        else:
            rest += run
        run = []
        if line is not None:
            rest.append(line)
    return rest, tables


def _is_row(line: Line) -> bool:
    """Tell a line that can be a row: three pieces, or two of which the last is a value."""
    return len(line.pieces) >= _MIN_COLUMNS or (len(line.pieces) > 1 and is_numeric(line.pieces[-1].text))


def _is_rest_of_label(row: Line, line: Line, following: Sequence[Line]) -> bool:
    """Tell the second line of a label that was too long for its column: equipment below Property, plant and."""
    return (
        len(line.pieces) == 1
        and line.text[:1].islower()
        and line.right < row.pieces[1].left
        and line.base - row.base < 1.8 * row.size
        and any(_is_row(other) for other in following)
    )


def _ends_with_digit(line: Line) -> bool:
    return re.search(r"\d", line.pieces[-1].text) is not None


def _running_lines(contents: Sequence[PageContent]) -> frozenset[str]:
    """Return what is printed at the edge of many pages, at the same height, digits left out."""
    seen = Counter(key for c in contents for key in {_edge_key(line) for line in c.lines if _at_edge(line, c)})
    least = max(2, len(contents) // 5)
    return frozenset(text for (text, _), count in seen.items() if text and count >= least and not _UNIT_LINE.match(text))


def _edge_key(line: Line) -> tuple[str, int]:
    return _without_digits(line.text), round(line.base / _SAME_HEIGHT)


def _is_furniture(line: Line, content: PageContent, running: frozenset[str]) -> bool:
    if not _at_edge(line, content):
        return False
    return bool(_PAGE_NUMBER.match(line.text)) or _without_digits(line.text) in running


def _at_edge(line: Line, content: PageContent) -> bool:
    return line.base < _EDGE * content.height or line.base > (1 - _EDGE) * content.height


def _without_digits(text: str) -> str:
    return re.sub(r"[\d\s]+", "", text)
