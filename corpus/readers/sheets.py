"""Read spreadsheets: every sheet of an xlsx and the one table of a csv, with merged heads, percentages and dates as they are seen."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document
from corpus.encoding import decode
from corpus.errors import UnreadableFileError
from corpus.readers.draft import Draft
from corpus.readers.grid import Cell, grid_of_rows
from corpus.readers.number_format import shown_number
from corpus.zip_defects import ZIP_DEFECTS

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_DELIMITERS = ",\t;|"
_LARGEST = 2_000_000


def read_csv(path: Path) -> Document:
    """Return the document of a csv file; the delimiter is the one of , tab ; | that its first lines hold most of."""
    decoded = decode(path.read_bytes(), path.name)
    head = decoded.text[:4000]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = [row for row in csv.reader(io.StringIO(decoded.text), delimiter=delimiter) if any(cell.strip() for cell in row)]
    draft = Draft()
    while rows and sum(bool(cell.strip()) for cell in rows[0]) == 1:
        # What stands alone above a table is its caption or its unit.
        draft.add_line(next(cell.strip() for cell in rows.pop(0) if cell.strip()))
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
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible" and sheet.max_row * sheet.max_column <= _LARGEST:
            cells = list(_cells(sheet))
            if cells:
                draft.add_line(sheet.title, level=1)
                draft.add_table(cells)
    return draft.document("xlsx")


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
    for row in filled:
        for cell in row[:columns]:
            place = (cell.row, cell.column)
            if place not in hidden:
                rows, width = merged.get(place, (1, 1))
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
