"""Read spreadsheets: every sheet of an xlsx and the one table of a csv, with merged heads, percentages and dates as they are seen."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document
from corpus.encoding import decode
from corpus.errors import UnreadableFileError
from corpus.readers.draft import Draft
from corpus.readers.grid import Cell, grid_of_rows, is_preamble
from corpus.readers.number_format import shown_number
from corpus.zip_defects import ZIP_DEFECTS

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_DELIMITERS = ",\t;|"
_LARGEST = 2_000_000
# Names that programs give to sheets say nothing.
_UNNAMED = re.compile(r"(?:Sheet|工作表|表)\s?\d*", re.IGNORECASE)
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_LARGEST_PART = 200 * 1024 * 1024
_NO_VALUE = re.compile(rb"(?:</f>|<f\b[^>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")


def read_csv(path: Path) -> Document:
    """Return the document of a csv file; the delimiter is the one of , tab ; | that its first lines hold most of."""
    decoded = decode(path.read_bytes(), path.name)
    head = decoded.text[:4000]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = [row for row in csv.reader(io.StringIO(decoded.text), delimiter=delimiter) if any(cell.strip() for cell in row)]
    draft = Draft()
    while rows and (sum(bool(cell.strip()) for cell in rows[0]) == 1 or is_preamble([cell.strip() for cell in rows[0]])):
        # What stands alone above a table is its caption or its unit.
        draft.add_line(" ".join(cell.strip() for cell in rows.pop(0) if cell.strip()))
    if rows:
        width = max(map(len, rows))
        draft.add_table(grid_of_rows([[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]))
    return draft.document(decoded.encoding, decoded.replaced)


def read_xlsx(path: Path) -> Document:
    """Return the document of an xlsx file: its visible sheets in order, each under its name.

    Raises UnreadableFileError for files that are none, that ask for a password, or that are larger than any report.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if not path.stat().st_size:
        raise UnreadableFileError(f"{path.name}: the file is empty")
    try:
        book = load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    except (InvalidFileException, *ZIP_DEFECTS, ValueError, OSError) as error:
        raise UnreadableFileError(
            f"{path.name}: not a whole xlsx ({error}); an old or encrypted workbook must be saved as xlsx without a password"
        ) from error
    draft = Draft()
    uncounted = _formulas_without_value(path)
    if uncounted:
        draft.notes.append(f"{uncounted} formulas without a value, left out; open it in a spreadsheet program and save it again")
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        if sheet.max_row * sheet.max_column > _LARGEST:
            draft.notes.append(f"sheet {sheet.title}: {sheet.max_row} rows are too many for a report, left out; split it")
            continue
        cells = list(_cells(sheet))
        if cells:
            if not _UNNAMED.fullmatch(sheet.title):
                draft.add_line(sheet.title, level=1)
            draft.add_table(cells)
            draft.notes += _note_of_hidden(sheet)
    return draft.document("xlsx")


def _formulas_without_value(path: Path) -> int:
    """Return how many formulas a program wrote that did not work them out."""
    with zipfile.ZipFile(path) as archive:
        parts = [n for n in archive.namelist() if _SHEET_PART.fullmatch(n) and archive.getinfo(n).file_size <= _LARGEST_PART]
        return sum(len(_NO_VALUE.findall(archive.read(n))) for n in parts)


def _note_of_hidden(sheet: "Worksheet") -> list[str]:
    rows, columns = _hidden(sheet)
    left = [f"{len(found)} {what}" for found, what in ((rows, "rows"), (columns, "columns")) if found]
    return [f"sheet {sheet.title}: {' and '.join(left)} are hidden, left out"] if left else []


def _hidden(sheet: "Worksheet") -> tuple[set[int], set[int]]:
    """Return the numbers of the rows and of the columns that a reader of the sheet does not see, those outside its values left out."""
    rows = {number for number, row in sheet.row_dimensions.items() if row.hidden and number <= sheet.max_row}
    columns: set[int] = set()
    for column in sheet.column_dimensions.values():
        if column.hidden and column.min and column.max:
            columns |= set(range(column.min, min(column.max, sheet.max_column) + 1))
    return rows, columns


def _cells(sheet: "Worksheet") -> Iterator[Cell]:
    """Yield the cells of a sheet; a merged one stands for all that it covers."""
    merged = {(r.min_row, r.min_col): (r.max_row - r.min_row + 1, r.max_col - r.min_col + 1) for r in sheet.merged_cells.ranges}
    hidden = {
        (row, column)
        for r in sheet.merged_cells.ranges
        for row in range(r.min_row, r.max_row + 1)
        for column in range(r.min_col, r.max_col + 1)
    } - set(merged)
    filled = [row for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]
    columns = max((cell.column for row in filled for cell in row if cell.value is not None), default=0)
    unseen_rows, unseen_columns = _hidden(sheet)
    for row in filled:
        for cell in row[:columns]:
            place = (cell.row, cell.column)
            if place not in hidden:
                rows, width = merged.get(place, (1, 1))
                if unseen_rows.issuperset(range(cell.row, cell.row + rows)) or unseen_columns.issuperset(
                    range(cell.column, cell.column + width)
                ):
                    continue
                yield Cell(_seen(cell), cell.row, cell.column, rows, width)


def _seen(cell: "SheetCell") -> str:
    """Return a cell's value as a reader of the sheet sees it: 0.052 formatted as a percentage is 5.2%."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return shown_number(value, cell.number_format or "General")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split())
