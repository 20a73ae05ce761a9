"""A trend as a table for other programs: CSV and XLSX, a row a point, with its quote and where it stands."""

import csv
import io
from decimal import Decimal

from app.trends.trend import Point, Trend
from index.citation import Citation

# In both languages, as a checked draft's.
HEADS = (
    "年份 Year", "数值（原文） As written", "数值 Value", "单位 Unit", "性质 Kind", "修订 Restated", "报告 Report", "标题 Title",
    "章节 Section", "页 Page", "原句 Quote",
)  # fmt: skip
_STATUS = {"actual": "实际 outcome", "target": "目标 target"}
# What a spreadsheet would take for a formula when it opens a CSV file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (10, 22, 16, 10, 14, 14, 36, 36, 36, 6, 80)


def trend_csv(trend: Trend) -> bytes:
    """Return the points as CSV, in UTF-8 with the mark that Excel looks for."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADS)
    for row in _rows(trend):
        writer.writerow(f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def trend_xlsx(trend: Trend) -> bytes:
    """Return the points as a sheet with the measure's name; numbers are numbers, text is never a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = "趋势 Trend"
    for row, cells in enumerate((HEADS, *_rows(trend)), 1):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            cell.value = _without_controls(value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=column > 6)
            cell.font = Font(bold=row == 1)
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _rows(trend: Trend) -> list[tuple[str | int | Decimal | None, ...]]:
    cited = {citation.n: citation for citation in trend.citations}
    return [_row(point, cited[point.citations[0]] if point.citations else None) for point in trend.points]


def _row(point: Point, citation: Citation | None) -> tuple[str | int | Decimal | None, ...]:
    where = (
        (citation.title, " › ".join(citation.section), citation.page, " ".join(citation.quote.split()))
        if citation
        else ("", "", None, "")
    )
    status = _STATUS[point.status]
    return (
        point.period,
        point.text,
        Decimal(point.value),
        point.unit,
        status,
        "是 yes" if point.restated else "",
        point.report,
        *where,
    )


def _without_controls(text: str) -> str:
    """Drop characters that a sheet cannot hold, and what is longer than a cell."""
    return "".join(c for c in text if c >= " " or c in "\n\t")[:32_000]
