"""The findings as a table at the end of a Word document, on pages laid across."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from app.drafts.colours import GROUNDS
from app.drafts.earlier import TITLE
from app.drafts.findings import Finding, Summary, source_lines, visible
from app.drafts.verdict_words import GROUP_WORDS
from app.verdict import Verdict, spans_in
from app.web.markup import clean
from index.citation import Citation

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
_SPACES = re.compile(r"\s+")
_HEAD_GROUND = "F4EFE5"
# What a writer has to look at comes first; the numbers lead back to the text.
_ORDER: tuple[Verdict, ...] = ("refuted", "not_found", "supported")


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
    rows = "".join(_rows(group, [f for f in findings if f.group == group]) for group in _ORDER)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'
    )


def _rows(group: Verdict, findings: Sequence[Finding]) -> str:
    """Return the rows of the findings that say the same, below a row that counts them."""
    if not findings:
        return ""
    word = GROUP_WORDS[group]
    name = _inner(f"{word.zh} {word.en}（{len(findings)}）", size=18, bold=True).replace("<w:pPr>", "<w:pPr><w:keepNext/>", 1)
    band = _cell(sum(_WIDTHS), name, GROUNDS[group], span=len(_WIDTHS))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{band}</w:tr>{''.join(_row(f) for f in findings)}"


def _row(finding: Finding) -> str:
    formula = _lines((f"推算：{visible(finding.formula)}",), bold=False) if finding.formula else ""
    # What is borne out by one source needs no others; the sheets have them all.
    sources = finding.sources[:1] if finding.group == "supported" else finding.sources
    quotes = "".join(_quote(source, finding) for source in sources) + formula
    contents = (
        _lines((str(finding.n),), bold=False),
        _lines((visible(finding.yours),), bold=True),
        _lines((visible(finding.theirs) or "—",), bold=True),
        _lines((finding.word.zh, finding.word.en), bold=False),
        _lines(source_lines(finding)[: len(sources)] or ("—",), bold=False),
        quotes or _lines(("—",), bold=False),
    )
    grounds = ("", "", "", GROUNDS[finding.group], "", "")
    cells = (_cell(width, content, ground) for width, content, ground in zip(_WIDTHS, contents, grounds, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _quote(source: Citation, finding: Finding) -> str:
    """Return a quote as a paragraph, the figures that yours was held against in bold."""
    runs, at = [_run("“", size=18, bold=False)], 0
    for span in spans_in(source, finding.places):
        runs += [_run(_flat(source.quote[at : span.start]), size=18, bold=False)]
        runs += [_run(_flat(source.quote[span.start : span.end]), size=18, bold=True)]
        at = span.end
    return _set((*runs, _run(_flat(source.quote[at:]), size=18, bold=False), _run("”", size=18, bold=False)))


def _flat(text: str) -> str:
    """Return a piece of a quote on one line; a space at its ends stays."""
    return _SPACES.sub(" ", clean(text))


def _cell(width: int, content: str, ground: str, *, span: int = 1) -> str:
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width * 50}" w:type="pct"/>{over}{shading}</w:tcPr>{content}</w:tc>'


def _lines(lines: Sequence[str], *, bold: bool) -> str:
    return "".join(_inner(line, size=18, bold=bold) for line in lines)


def _paragraph(text: str, *, size: int, bold: bool = False) -> str:
    return _inner(text, size=size, bold=bold).replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)


def _inner(text: str, *, size: int, bold: bool) -> str:
    return _set((_run(text, size=size, bold=bold),))


def _set(runs: Sequence[str]) -> str:
    """Return a paragraph of runs, set apart from the style of the document it stands in."""
    return f'<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="left"/></w:pPr>{"".join(runs)}</w:p>'


def _run(text: str, *, size: int, bold: bool) -> str:
    if not text:
        return ""
    strong = "<w:b/>" if bold else ""
    return f'<w:r><w:rPr>{_FONT}{strong}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
