"""Read pptx with python-pptx: a slide is a page under its title, with its text from top to bottom, tables, the data of charts, notes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.exc import PackageNotFoundError, PythonPptxError
from pptx.shapes.base import BaseShape

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.readers.draft import Draft
from corpus.readers.grid import Cell, grid_of_rows
from corpus.zip_defects import ZIP_DEFECTS

_DEFECTS = (PackageNotFoundError, PythonPptxError, *ZIP_DEFECTS, ValueError, OSError, AttributeError)
# Shapes whose tops differ by less than this (a quarter of an inch, in EMU) stand side by side.
_ONE_ROW = 228_600


def read_pptx(path: Path) -> Document:
    """Return the document of a pptx file; hidden slides are left out. Raises UnreadableFileError for files that are none."""
    try:
        slides = list(Presentation(str(path)).slides)
    except _DEFECTS as error:
        raise UnreadableFileError(f"{path.name}: not a whole pptx ({error}); save it again") from error
    draft = Draft()
    for number, slide in enumerate(slides, 1):
        if slide.element.get("show") == "0":
            continue
        title = slide.shapes.title
        if title is not None and (name := _one_line(title.text_frame.text)):
            # The title slide's is the report's; the others' are its sections.
            draft.add_line(name, level=1 if number > 1 else 0, page=number)
        for shape in _in_order(slide.shapes):
            if title is None or shape.shape_id != title.shape_id:
                _add(draft, shape, number)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            for line in slide.notes_slide.notes_text_frame.text.splitlines():
                draft.add_line(line.strip(), page=number)
    return draft.document("pptx")


def _in_order(shapes: Any) -> list[BaseShape]:  # noqa: ANN401 -- slides and groups share no base class
    """Return shapes as they are read, those of groups in their places: from top to bottom, side by side from left to right."""
    flat = list(_flat(shapes))
    return sorted(flat, key=lambda s: ((s.top or 0) // _ONE_ROW, s.left or 0))


def _flat(shapes: Any) -> Iterator[BaseShape]:  # noqa: ANN401
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _add(draft: Draft, shape: Any, page: int) -> None:  # noqa: ANN401 -- what a shape has depends on its kind
    if shape.has_text_frame:
        for paragraph in shape.text_frame.paragraphs:
            draft.add_line(_one_line("".join(run.text for run in paragraph.runs)), page=page)
    elif getattr(shape, "has_table", False):
        cells = [
            Cell(_one_line(cell.text), r, c, cell.span_height, cell.span_width)
            for r, row in enumerate(shape.table.rows)
            for c, cell in enumerate(row.cells)
            if not cell.is_spanned
        ]
        draft.add_table(cells, pages={cell.row: page for cell in cells})
    elif getattr(shape, "has_chart", False):
        _add_chart(draft, shape.chart, page)


def _add_chart(draft: Draft, chart: Any, page: int) -> None:  # noqa: ANN401
    """Add the data of a chart as a table: a row for each series, a column for each category."""
    if chart.has_title and chart.chart_title.has_text_frame:
        draft.add_line(_one_line(chart.chart_title.text_frame.text), page=page)
    for plot in chart.plots:
        categories = [_one_line(str(category)) for category in plot.categories]
        rows = [[_one_line(series.name or ""), *map(_number, series.values)] for series in plot.series]
        if categories and rows:
            grid = grid_of_rows([["", *categories], *rows])
            draft.add_table(grid, pages=dict.fromkeys(range(len(rows) + 1), page))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
