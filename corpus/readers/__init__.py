"""Readers: a path comes in, a `Document` goes out; one reader a format, chosen by the file's ending."""

from collections.abc import Callable
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.readers.docx import read_docx
from corpus.readers.markdown import read_markdown
from corpus.readers.paragraphs import find_paragraphs
from corpus.readers.plain import read_plain


def _pdf(path: Path) -> Document:
    from corpus.readers.pdf import read_pdf

    return read_pdf(path)


def _html(path: Path) -> Document:
    from corpus.readers.html import read_html

    return read_html(path)


def _xlsx(path: Path) -> Document:
    from corpus.readers.sheets import read_xlsx

    return read_xlsx(path)


def _csv(path: Path) -> Document:
    from corpus.readers.sheets import read_csv

    return read_csv(path)


# Readers that need a library of their own load it when the first file of the kind comes.
READERS: dict[str, Callable[[Path], Document]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".docx": read_docx,
    ".pdf": _pdf,
    ".html": _html,
    ".htm": _html,
    ".xlsx": _xlsx,
    ".csv": _csv,
}


def read_document(path: Path) -> Document:
    """Read a file by its ending.

    Raises UnreadableFileError, with what to do, for endings that no reader takes and files without text.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(s.removeprefix(".") for s in READERS)
        raise UnreadableFileError(
            f"{path.name}: {path.suffix or 'a name without ending'} is not read yet; save it as one of {known}"
        )
    document = find_paragraphs(reader(path))
    if not document.blocks:
        raise UnreadableFileError(f"{path.name}: no text in it")
    return document
