"""A new Word document with the page and the fonts of Chinese documents; python-docx's template is for English ones."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_CHINESE = {"Normal": "宋体", "Title": "黑体", "Heading 1": "黑体", "Heading 2": "黑体", "Heading 3": "黑体", "Heading 4": "黑体"}


def new_document() -> "Document":
    """Return an empty document on A4."""
    import docx
    from docx.shared import Mm

    document = docx.Document()
    _set_fonts(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    return document


def _set_fonts(document: "Document") -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, chinese in _CHINESE.items():
        style = document.styles[name]
        style.font.name = "Times New Roman"
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), chinese)
        if name != "Normal":
            style.font.color.rgb = RGBColor(0x23, 0x26, 0x2B)
    normal = document.styles["Normal"]
    normal.font.size = Pt(12)
    normal.paragraph_format.line_spacing = 1.5
