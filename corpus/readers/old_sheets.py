"""Read xls, the workbook of old Excel (and WPS's et), with xlrd, which knows its merged cells and number formats."""

import io
from collections.abc import Iterator
from pathlib import Path

import xlrd
from xlrd.sheet import Sheet

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.readers.draft import Draft
from corpus.readers.grid import Cell
from corpus.readers.number_format import shown_number


def read_xls(path: Path) -> Document:
    """Return the document of an xls file: its visible sheets in order, each under its name. Raises UnreadableFileError."""
    try:
        # xlrd writes its warnings to standard output where no other place is given.
        book = xlrd.open_workbook(file_contents=path.read_bytes(), formatting_info=True, logfile=io.StringIO())
    except Exception as error:
        # xlrd lets through whatever its parsing of a broken file runs into.
        raise UnreadableFileError(f"{path.name}: not a whole xls ({error}); save it as xlsx without a password") from error
    draft = Draft()
    for sheet in book.sheets():
        cells = list(_cells(book, sheet)) if not sheet.visibility else []
        if any(cell.text for cell in cells):
            draft.add_line(sheet.name, level=1)
            draft.add_table(cells)
    return draft.document("xls")


def _cells(book: xlrd.Book, sheet: Sheet) -> Iterator[Cell]:
    merged = {(top, left): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    hidden = {
        (r, c) for (top, left), (rows, width) in merged.items() for r in range(top, top + rows) for c in range(left, left + width)
    }
    filled = [r for r in range(sheet.nrows) if any(_seen(book, sheet, r, c) for c in range(sheet.row_len(r)))]
    columns = max((c + 1 for r in filled for c in range(sheet.row_len(r)) if _seen(book, sheet, r, c)), default=0)
    for r in filled:
        for c in range(columns):
            if (r, c) in merged or (r, c) not in hidden:
                rows, width = merged.get((r, c), (1, 1))
                yield Cell(_seen(book, sheet, r, c) if c < sheet.row_len(r) else "", r, c, rows, width)


def _seen(book: xlrd.Book, sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cell(row, column)
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return " ".join(str(cell.value).split())
    if cell.ctype == xlrd.XL_CELL_DATE:
        moment = xlrd.xldate_as_datetime(float(cell.value), book.datemode)
        return moment.date().isoformat() if float(cell.value).is_integer() else moment.isoformat(sep=" ")
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        style = book.format_map.get(book.xf_list[cell.xf_index or 0].format_key)
        return shown_number(float(cell.value), style.format_str if style is not None else "General")
    return str(bool(cell.value)) if cell.ctype == xlrd.XL_CELL_BOOLEAN else ""
