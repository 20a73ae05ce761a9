"""The figures of a text that stands by itself, with what its sender says of its place: heading, part and year of the report."""

from typing import get_args

from app.errors import InputFileError
from corpus.figures.english import english_figures
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Part, Setting
from corpus.figures.rows import row_figures
from corpus.figures.setting import section_settings
from corpus.figures.text_tables import find_tables
from corpus.matching import is_chinese


def read_text_figures(text: str, *, context: str = "", section: str = "", report_year: int | None = None) -> list[Figure]:
    """Return the figures of a text; `context` is the heading above it, `section` "review", "plan" or "other" where that is known.

    Raises InputFileError for any other section.
    """
    told = section_settings([(context,)] if context else [()], year=report_year, period="", type="政府工作报告")[0]
    setting = told
    if section:
        part = next((p for p in get_args(Part) if p == section), None)
        if part is None:
            raise InputFileError(f'"section" is {section!r}: write one of {", ".join(get_args(Part))}, or leave it out')
        setting = Setting(part, report_year, told.period if part == "other" else "", span=told.span)
    figures, read_to = [], 0
    for table in find_tables(text):
        figures += _prose(text, read_to, table.start, setting)
        for start, row in table.rows:
            cells = row_figures(row, header=table.header, caption=table.caption, unit_line=table.unit_line, setting=setting)
            figures += [f.moved(start) for f in cells]
        read_to = table.end
    return figures + _prose(text, read_to, len(text), setting)


def _prose(text: str, start: int, end: int, setting: Setting) -> list[Figure]:
    prose = text[start:end]
    read = extract_figures(prose, setting) if is_chinese(prose) else english_figures(prose, setting)
    return [f.moved(start) for f in read]
