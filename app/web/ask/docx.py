"""A small Word document: paragraphs in four styles, nothing else."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `style` is "", Title, Heading1, Heading2 or Source."""

    text: str
    style: str = ""


def write_docx(paragraphs: Sequence[Paragraph]) -> bytes:
    """Return the document as bytes; equal paragraphs give equal bytes."""
    body = "".join(map(_paragraph, paragraphs))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _related("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _related("styles", "styles.xml"),
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": _styles(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _paragraph(paragraph: Paragraph) -> str:
    style = f'<w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>' if paragraph.style else ""
    return f'<w:p>{style}<w:r><w:t xml:space="preserve">{escape(paragraph.text)}</w:t></w:r></w:p>'


def _related(kind: str, target: str) -> str:
    relation = f'<Relationship Id="r1" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    )


def _styles() -> str:
    base = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="宋体"/><w:sz w:val="22"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="320" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    return f"{_HEAD}<w:styles {_W}>{base}{_style('Title', 36, bold=True)}{_style('Heading1', 26, bold=True)}" + (
        f"{_style('Heading2', 21, bold=True)}{_style('Source', 18)}</w:styles>"
    )


def _style(name: str, half_points: int, *, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:rPr>{weight}<w:sz w:val="{half_points}"/></w:rPr></w:style>'
    )
