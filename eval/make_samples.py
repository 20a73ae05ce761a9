"""Make the binary samples (docx, and txt in GB18030) of corpus/samples from their readable sources in eval/samples.

    python -m eval.make_samples

A source `NAME.docx.txt` gives `NAME.docx`, any other `NAME.txt` the same name in GB18030. In a docx source a line is a paragraph,
lines in pipes are a table, and `#`, `##`, `###` are Word's styles Title, Heading 1 and Heading 2; without a `#` title the docx
has no heading styles and its headings are told by their Chinese numbers alone. The files are the same byte for byte at every run.
"""

import datetime
import io
import re
import zipfile
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

SOURCES = Path(__file__).parent / "samples"
SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"

_STYLES = {1: "Title", 2: "Heading 1", 3: "Heading 2"}
_KEPT_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"}
_HEADING = re.compile(r"(#{1,3}) (.+)")
# Parts of the template that say nothing of a report.
_UNUSED_PARTS = ("/stylesWithEffects", "/thumbnail", "/customXml")
# The earliest time that a zip entry can carry.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_WRITTEN = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


def make_samples(folder: Path) -> tuple[Path, ...]:
    """Write every binary sample into a folder; return their paths."""
    return tuple(_make(source, folder) for source in sorted(SOURCES.glob("*.txt")))


def _make(source: Path, folder: Path) -> Path:
    text = source.read_text(encoding="utf-8")
    if not source.stem.endswith(".docx"):
        path = folder / source.name
        path.write_bytes(text.encode("gb18030"))
        return path
    path = folder / source.stem
    path.write_bytes(_docx(text.splitlines()))
    return path


def _docx(lines: list[str]) -> bytes:
    document = Document()
    _strip_template(document, {*_KEPT_STYLES, *_STYLES.values()} if lines[0].startswith("# ") else _KEPT_STYLES)
    font = document.styles["Normal"].font
    font.name, font.size = "FangSong", Pt(14)
    font.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "云栖县", lines[0].lstrip("# "), ""
    properties.created = properties.modified = _WRITTEN
    _fill(document, [line for line in lines if line])
    saved = io.BytesIO()
    document.save(saved)
    return with_fixed_times(saved)


def _strip_template(document: DocxDocument, kept: set[str]) -> None:
    """Take out of python-docx's template the styles other than `kept` and the unused parts: 800 kB of a document's 840."""
    for style in list(document.styles):
        if style.name not in kept:
            style.delete()
    styles = document.styles.element
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED_PARTS)]:
            del rels[key]


def _fill(document: DocxDocument, lines: list[str]) -> None:
    styled = lines[0].startswith("# ")
    for in_table, block in groupby(lines, key=lambda line: line.startswith("|")):
        if in_table:
            _add_table(document, [[cell.strip() for cell in line.strip("|").split("|")] for line in block])
            continue
        for line in block:
            heading = _HEADING.fullmatch(line)
            document.add_paragraph(heading[2] if heading else line, style=_STYLES[len(heading[1])] if heading else None)
    if not styled:
        document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_table(document: DocxDocument, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text


def with_fixed_times(saved: io.BytesIO) -> bytes:
    """Return a zipped document's bytes: parts in the order of their names, with a fixed time, uncompressed (zlib versions differ)."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            # The system that wrote the file is part of its bytes; 3 is Unix.
            entry.create_system = 3
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


if __name__ == "__main__":
    for made in make_samples(SAMPLES):
        print(made)
