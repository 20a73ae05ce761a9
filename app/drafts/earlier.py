"""A Word file that was checked before and comes again, put right: what the earlier check added to it is no part of the draft."""

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from app.drafts.colours import GROUNDS
from corpus.document import Document
from corpus.readers.docx_xml import W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# What stands above the table of findings, and who comments.
TITLE, AUTHOR = "核对结果 Findings", "问据 Wenju"
_OURS = frozenset(GROUNDS.values())


def without_findings(document: Document) -> Document:
    """Return the document of a Word file up to the findings of an earlier check."""
    end = next((b.start for b in document.blocks if document.text[b.start : b.end].strip() == TITLE), None)
    if end is None:
        return document
    return replace(document, text=document.text[:end], blocks=tuple(b for b in document.blocks if b.start < end))


def take_out_findings(document: "WordDocument") -> None:
    """Take an earlier check's findings, comments and grounds out of a Word document, which is then as its writer left it."""
    body = document.element.body
    heading = next((p for p in body.iterchildren(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")) == TITLE), None)
    if heading is None:
        return
    before = heading.getprevious()
    for node in (heading, *heading.itersiblings(f"{W}p", f"{W}tbl")):
        body.remove(node)
    if before is not None:
        _give_back_section(body, before)
    _take_out_comments(document)
    for shading in [s for s in body.iter(f"{W}shd") if s.get(f"{W}fill") in _OURS and s.getparent().tag == f"{W}rPr"]:
        shading.getparent().remove(shading)


def _give_back_section(body: etree._Element, before: etree._Element) -> None:
    """Let the pages be as the draft's own, which stand in the paragraph before the findings, and not laid across."""
    own = before.find(f"{W}pPr/{W}sectPr")
    across = body.find(f"{W}sectPr")
    if own is None or across is None:
        return
    body.replace(across, own)
    if before.find(f"{W}r") is None:
        body.remove(before)


def _take_out_comments(document: "WordDocument") -> None:
    body, ours = document.element.body, {str(c.comment_id) for c in document.comments if c.author == AUTHOR}
    marks = body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
    for mark in [m for m in marks if m.get(f"{W}id") in ours]:
        # What refers to a comment stands in a run of its own.
        gone = mark.getparent() if mark.tag == f"{W}commentReference" else mark
        gone.getparent().remove(gone)
    for comment in [c for c in document.part._comments_part.element if c.get(f"{W}id") in ours]:
        comment.getparent().remove(comment)
