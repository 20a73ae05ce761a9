"""A checked draft as docx: the Word file itself with its figures marked, or a new one with the text of a draft that was none."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from app.drafts.earlier import take_out_findings
from app.drafts.findings import Finding, Summary
from app.drafts.layout import Grid, Line, lay_out
from app.drafts.reading import Draft
from app.web.markup import clean
from app.word_document import new_document
from corpus.zip_defects import ZIP_DEFECTS

if TYPE_CHECKING:
    from docx.document import Document

# What python-docx raises for defects that the reader of drafts gets over.
_DEFECTS = (*ZIP_DEFECTS, ValueError, AttributeError, IndexError, OSError, etree.XMLSyntaxError)
_NOT_KEPT = "（原文件有缺损，其格式未能保留。The file has a defect: its formatting could not be kept.）"


def render_docx(draft: Draft, findings: Sequence[Finding], summary: Summary) -> bytes:
    """Return the bytes of a docx: the draft with every figure on the ground of its verdict, comments, and the table of findings."""
    if draft.path is not None and draft.document.encoding == "docx":
        try:
            return _with_findings(_opened(draft), draft, findings, summary)
        except _DEFECTS:
            return _with_findings(_made(draft, note=_NOT_KEPT), draft, findings, summary)
    return _with_findings(_made(draft), draft, findings, summary)


def _with_findings(document: "Document", draft: Draft, findings: Sequence[Finding], summary: Summary) -> bytes:
    from app.drafts.docx_marks import mark_figures
    from app.drafts.docx_table import add_findings

    mark_figures(document, draft, findings)
    add_findings(document, findings, summary)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _opened(draft: Draft) -> "Document":
    import docx

    document = docx.Document(str(draft.path))
    take_out_findings(document)
    return document


def _made(draft: Draft, note: str = "") -> "Document":
    """Return a new document with the headings, paragraphs and tables of a draft."""
    document = new_document()
    text = draft.document.text
    if note:
        document.add_paragraph(note)
    for item in lay_out(draft.document):
        if isinstance(item, Line):
            line = clean(text[item.span.start : item.span.end])
            document.add_paragraph(line, style=f"Heading {item.level}" if item.level else None)
        else:
            _add_grid(document, text, item)
    return document


def _add_grid(document: "Document", text: str, grid: Grid) -> None:
    if grid.caption:
        document.add_paragraph(clean(grid.caption))
    rows = [[clean(text[span.start : span.end]) for span in row] for row in grid.rows]
    rows = [*([[clean(cell) for cell in grid.header]] if grid.header else []), *rows]
    table = document.add_table(0, max(map(len, rows)), style="Table Grid")
    for row in rows:
        for cell, said in zip(table.add_row().cells, row, strict=False):
            cell.text = said
