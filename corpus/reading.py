"""Read a report: from a file to its sections, passages and figures."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.document import Document, Table
from corpus.figures.budget_items import with_items
from corpus.figures.english import english_figures
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.rows import row_figures
from corpus.figures.setting import section_settings
from corpus.figures.turning import passage_settings
from corpus.matching import is_chinese
from corpus.metadata import read_metadata, year_given
from corpus.passages import split_passages
from corpus.readers import read_document
from corpus.readers.pages import OnPage, no_page
from corpus.report import Metadata, Passage, Report, Section
from corpus.row_groups import row_groups
from corpus.sections import split_sections

_ENGLISH_WORDS = re.compile(r"\b[A-Za-z]+ [a-z]+ [a-z]+\b")


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_report(path: Path, *, key: str, on_page: OnPage = no_page) -> Report:
    """Read a file as the report `key`; `on_page` hears of each page read. Raises UnreadableFileError with the reason and what to do."""
    document = read_document(path, on_page=on_page)
    metadata = read_metadata(document, path.stem)
    outline = split_sections(document)
    passages = split_passages(document, outline)
    return Report(
        key=key,
        digest=file_digest(path),
        metadata=metadata,
        text=document.text,
        encoding=document.encoding,
        replaced=document.replaced,
        sections=outline.sections,
        passages=passages,
        figures=_figures(document, metadata, outline.sections, passages),
        notes=document.notes,
    )


def _figures(
    document: Document, metadata: Metadata, sections: Sequence[Section], passages: Sequence[Passage]
) -> tuple[tuple[Figure, ...], ...]:
    """Return the figures of every passage, with spans in the report's text."""
    settings = section_settings([s.path for s in sections], year=metadata.year, period=metadata.period, type=metadata.type)
    if metadata.type == "政府工作报告":
        told = passage_settings([(p.section, p.text) for p in passages], [s.path for s in sections], settings)
    else:
        told = [settings[p.section] for p in passages]
    if metadata.language == "en" and (given := year_given(document.text)) and given + 1 == metadata.year:
        told = [replace(setting, now=given) for setting in told]
    tables = {b.start: document.tables[b.table] for b in document.blocks if b.table is not None}
    groups = row_groups(document)
    figures = []
    for number, (passage, setting) in enumerate(zip(passages, told, strict=True)):
        table: Table | None = tables.get(passage.start)
        if table is not None:
            group = groups.get(passage.start, "")
            found = row_figures(
                passage.text, header=table.header, caption=table.caption, unit_line=table.unit, setting=setting, group=group
            )
        elif metadata.language == "en" or _is_english(passage.text):
            before = passages[number - 1] if number else None
            led = before.text if before is not None and before.section == passage.section and not before.context else ""
            found = english_figures(passage.text, setting, led=led)
        else:
            heading = "".join(sections[passage.section].path[-1:])
            found = with_items(extract_figures(passage.text, setting), passage.text, heading)
        figures.append(tuple(f.moved(passage.start) for f in found))
    return tuple(figures)


def _is_english(text: str) -> bool:
    """Tell a passage in English, as a Chinese report has one in its summary."""
    return not is_chinese(text) and _ENGLISH_WORDS.search(text) is not None
