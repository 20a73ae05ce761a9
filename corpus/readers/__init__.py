"""Readers: a path comes in, a `Document` goes out; one reader a format, chosen by what the file is, else by its ending."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.readers.kind import kind_of
from corpus.readers.markdown import read_markdown
from corpus.readers.office import TARGETS, converted
from corpus.readers.pages import OnPage, no_page
from corpus.readers.paragraphs import find_paragraphs

# Readers that need a library of their own, or the reading of tables, load it when the first file of the kind comes.


def _txt(path: Path, _: OnPage) -> Document:
    from corpus.readers.plain import read_plain

    return read_plain(path)


def _docx(path: Path, _: OnPage) -> Document:
    from corpus.readers.docx import read_docx

    return read_docx(path)


def _pdf(path: Path, on_page: OnPage) -> Document:
    from corpus.readers.pdf import read_pdf

    return read_pdf(path, on_page=on_page)


def _picture(path: Path, on_page: OnPage) -> Document:
    from corpus.readers.pdf import read_picture

    return read_picture(path, on_page=on_page)


def _html(path: Path, _: OnPage) -> Document:
    from corpus.readers.html import read_html

    return read_html(path)


def _xlsx(path: Path, _: OnPage) -> Document:
    from corpus.readers.sheets import read_xlsx

    return read_xlsx(path)


def _xls(path: Path, _: OnPage) -> Document:
    from corpus.readers.old_sheets import read_xls

    return read_xls(path)


def _csv(path: Path, _: OnPage) -> Document:
    from corpus.readers.sheets import read_csv

    return read_csv(path)


def _pptx(path: Path, _: OnPage) -> Document:
    from corpus.readers.slides import read_pptx

    return read_pptx(path)


READERS: dict[str, Callable[[Path, OnPage], Document]] = {
    ".txt": _txt,
    ".md": lambda path, _: read_markdown(path),
    ".docx": _docx,
    ".pdf": _pdf,
    ".html": _html,
    ".xlsx": _xlsx,
    ".xls": _xls,
    ".csv": _csv,
    ".pptx": _pptx,
    ".png": _picture,
}
# Other endings of the same formats.
_SAME = {
    ".text": ".txt", ".markdown": ".md", ".htm": ".html", ".xhtml": ".html", ".tsv": ".csv", ".docm": ".docx", ".dotx": ".docx",
    ".xlsm": ".xlsx", ".pptm": ".pptx", ".ppsx": ".pptx", ".wps": ".doc", ".dot": ".doc", ".et": ".xls", ".dps": ".ppt",
    ".pps": ".ppt", ".jpg": ".png", ".jpeg": ".png", ".tif": ".png", ".tiff": ".png", ".bmp": ".png",
}  # fmt: skip
_TEXTS = {".txt", ".md", ".csv"}


def endings() -> frozenset[str]:
    """Return the endings of all files that can be read, those that need another program included."""
    return frozenset((*READERS, *_SAME, *TARGETS))


def read_document(path: Path, *, on_page: OnPage = no_page) -> Document:
    """Read a file as what it is; `on_page` hears of each page read, in formats that have them.

    Raises UnreadableFileError, with what to do, for formats that no reader takes, and files without text.
    """
    named = path.suffix.lower()
    named = _SAME.get(named, named)
    if not path.stat().st_size:
        raise UnreadableFileError(f"{path.name}: the file is empty")
    kind = _kind(path, named)
    document = find_paragraphs(_read(path, kind, on_page))
    if not document.blocks:
        raise UnreadableFileError(f"{path.name}: no text in it")
    if kind != named and (named in READERS or named in TARGETS):
        note = f"named {path.suffix}, but a {kind.removeprefix('.')} file: read as that"
        document = replace(document, notes=(note, *document.notes))
    return document


def _kind(path: Path, named: str) -> str:
    """Return the format of a file as the ending it should have. Raises UnreadableFileError for those that cannot be read."""
    told = kind_of(path)
    told = _SAME.get(told, told)
    if told == ".encrypted":
        raise UnreadableFileError(f"{path.name}: the file asks for a password; save a copy without one")
    if told == ".zip" and named not in READERS:
        raise UnreadableFileError(
            f"{path.name}: an archive inside an archive, or one of no reports; unpack it and give the folder"
        )
    # HTML may stand in a Markdown or csv file; a file that is all HTML is no Word file, whatever it is called.
    kind = told if told not in {"", ".zip"} and not (told == ".html" and named in _TEXTS - {".txt"}) else named
    if kind not in READERS and kind not in TARGETS:
        known = ", ".join(ending.removeprefix(".") for ending in (*READERS, *TARGETS))
        raise UnreadableFileError(f"{path.name}: {path.suffix or 'a name without ending'} is not read; save it as one of {known}")
    if kind in TARGETS and told != kind:
        raise UnreadableFileError(f"{path.name}: not a whole {kind.removeprefix('.')} file; open it and save it again")
    return kind


def _read(path: Path, kind: str, on_page: OnPage) -> Document:
    if kind not in TARGETS:
        return READERS[kind](path, on_page)
    with converted(path, kind) as made:
        return READERS[made.suffix](made, on_page)
