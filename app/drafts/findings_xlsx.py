"""Findings as a workbook: one sheet, its head fixed and filtered, verdicts on a ground of their colour."""

import io
from collections.abc import Sequence

from app.drafts.colours import GROUNDS
from app.drafts.columns import COLUMNS, cells_of
from app.drafts.findings import Finding

_WIDTHS = (8, 16, 16, 16, 24, 48, 30, 24, 44, 8, 60, 34, 8, 8)
_NUMBERS = frozenset({"序号 No.", "起 Start", "止 End"})
# What a cell of a sheet can hold.
_LONGEST_CELL = 32_767


def render_xlsx(findings: Sequence[Finding]) -> bytes:
    """Return findings as the bytes of an xlsx file; texts are texts, whatever they begin with."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.active
    sheet.title = "核对结果"
    sheet.append(list(COLUMNS))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    grounds = {group: PatternFill("solid", fgColor=colour) for group, colour in GROUNDS.items()}
    top = Alignment(vertical="top", wrap_text=True)
    for row, finding in enumerate(findings, 2):
        for column, (name, text) in enumerate(zip(COLUMNS, cells_of(finding), strict=True), 1):
            cell = sheet.cell(row, column)
            cell.alignment = top
            if name in _NUMBERS:
                cell.value = int(text)
                continue
            cell.value = text[:_LONGEST_CELL]
            # openpyxl takes what begins with = for a formula; the quote mark keeps a spreadsheet from doing so when the cell is edited.
            cell.data_type = "s"
            cell.quotePrefix = True
            if name in {"判定", "Verdict"}:
                cell.fill = grounds[finding.group]
    for column, width in zip(sheet.iter_cols(max_row=1), _WIDTHS, strict=True):
        sheet.column_dimensions[column[0].column_letter].width = width
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
