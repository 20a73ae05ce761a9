"""Findings as CSV that spreadsheets open: UTF-8 with a byte order mark, no cell a formula."""

import csv
import io
from collections.abc import Sequence

from app.drafts.columns import COLUMNS, cells_of
from app.drafts.findings import Finding

# A cell that begins with one of these is a formula to a spreadsheet (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render_csv(findings: Sequence[Finding]) -> bytes:
    """Return findings as the bytes of a csv file; a cell that a spreadsheet would compute gets an apostrophe before it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_as_text(cell) for cell in cells_of(finding)] for finding in findings)
    return written.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
