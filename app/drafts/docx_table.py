"""The findings as a table at the end of a Word document, on pages laid across."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from app.drafts.colours import GROUNDS
from app.drafts.earlier import TITLE
from app.drafts.findings import Finding, Summary, source_line, visible

if TYPE_CHECKING:
    from docx.document import Document

_HEADS = (
    ("", "No."),
    ("您的数字", "Yours"),
    ("报告的数字", "The report's"),
    ("判定", "Verdict"),
    ("出处", "Source"),
    ("报告原文", "Quote"),
)
# Hundredths of the width.
_WIDTHS = (5, 12, 12, 13, 23, 35)
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
_HEAD_GROUND = "F4EFE5"


def add_findings(document: "Document", findings: Sequence[Finding], summary: Summary) -> None:
    """Add a section of pages laid across, with the counts and the table of all findings."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    width, height = section.page_width, section.page_height
    if width is not None and height is not None and width < height:
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, height, width
    body = document.element.body
    for xml in (_paragraph(TITLE, size=32, bold=True), _paragraph(summary.line(), size=20), _table(findings)):
        # The last element of a body is the section's.
        body[-1].addprevious(parse_xml(xml))
    body[-1].addprevious(parse_xml(_paragraph("", size=18)))


def _table(findings: Sequence[Finding]) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="CFC6B5"/>' for side in ("top", "bottom", "insideH")
    )
    grid = "".join(f'<w:gridCol w:w="{width * 140}"/>' for width in _WIDTHS)
    cells = "".join(
        _cell(w, _lines((zh, en) if zh else (en,), bold=True), _HEAD_GROUND) for w, (zh, en) in zip(_WIDTHS, _HEADS, strict=True)
    )
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    rows = "".join(_row(f) for f in findings)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'
    )


def _row(finding: Finding) -> str:
    formula = (f"推算：{visible(finding.formula)}",) if finding.formula else ()
    quotes = (*(f"“{visible(s.quote)}”" for s in finding.sources), *formula)
    texts: tuple[tuple[str, ...], ...] = (
        (str(finding.n),),
        (visible(finding.yours),),
        (visible(finding.theirs) or "—",),
        (finding.word.zh, finding.word.en),
        tuple(visible(source_line(s)) for s in finding.sources) or ("—",),
        quotes or ("—",),
    )
    grounds = ("", "", "", GROUNDS[finding.group], "", "")
    bold = (False, True, True, False, False, False)
    cells = (
        _cell(width, _lines(lines, bold=strong), ground)
        for width, lines, strong, ground in zip(_WIDTHS, texts, bold, grounds, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, content: str, ground: str) -> str:
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width * 50}" w:type="pct"/>{shading}</w:tcPr>{content}</w:tc>'


def _lines(lines: Sequence[str], *, bold: bool) -> str:
    return "".join(_inner(line, size=18, bold=bold) for line in lines)


def _paragraph(text: str, *, size: int, bold: bool = False) -> str:
    return _inner(text, size=size, bold=bold).replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)


def _inner(text: str, *, size: int, bold: bool) -> str:
    strong = "<w:b/>" if bold else ""
    run = (
        f'<w:r><w:rPr>{_FONT}{strong}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        if text
        else ""
    )
    return f'<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="left"/></w:pPr>{run}</w:p>'
