"""Tell what a file is by its first bytes: names lie (a web page saved as .doc, a Word file called .pdf)."""

import mmap
import re
import zipfile
from pathlib import Path

from corpus.zip_defects import ZIP_DEFECTS

_HEAD = 2048
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"BM", ".bmp"),
)
_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
# Parts that only one kind of document has.
_ZIPPED = (("word/document", ".docx"), ("xl/workbook", ".xlsx"), ("ppt/presentation", ".pptx"))
_OPEN_DOCUMENT = {"text": ".odt", "spreadsheet": ".ods", "presentation": ".odp"}
# Streams of the old Office formats, as their directories name them.
_STREAMS = (
    ("EncryptedPackage", ".encrypted"),
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("PowerPoint Document", ".ppt"),
)
_MIME = 100


def kind_of(path: Path) -> str:
    """Return the ending that a file's content asks for, "" where the content does not tell (plain text, an unknown format).

    ".encrypted" is an Office document behind a password.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head.startswith(_OLE):
        return _compound(path)
    picture = next((ending for mark, ending in _PICTURES if head.startswith(mark)), "")
    # "BM" may begin a text; a bitmap says its own size.
    if picture == ".bmp" and int.from_bytes(head[2:6], "little") != path.stat().st_size:
        return ""
    return picture or (".html" if _HTML.match(head) else "")


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            if min((info.header_offset for info in archive.infolist()), default=0):
                # The end is missing, and what was found is a workbook inside it.
                return ""
            names = archive.namelist()
            for part, ending in _ZIPPED:
                if any(name.startswith(part) for name in names):
                    return ending
            if "mimetype" in names and archive.getinfo("mimetype").file_size < _MIME:
                mime = archive.read("mimetype").decode("ascii", "replace").strip()
                return _OPEN_DOCUMENT.get(mime.rpartition(".")[2], ".zip")
    except (*ZIP_DEFECTS, OSError):
        return ""
    return ".zip"


def _compound(path: Path) -> str:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return next((ending for name, ending in _STREAMS if data.find(_entry(name)) >= 0), "")


def _entry(name: str) -> bytes:
    """Return a stream's name as a directory entry holds it: UTF-16 with the zero behind it."""
    return f"{name}\0".encode("utf-16-le")
