"""The name that a browser gives an uploaded file, made a place below a folder that cannot lie outside of it."""

import re
import unicodedata
from pathlib import PurePosixPath

from app.intake.limits import report_kinds
from corpus.errors import WenjuError
from corpus.folder import is_hidden

# Where single files go: the folder of uploads holds only folders, so that a report's key never depends on what lies beside it.
LOOSE = "上传"
_DEEPEST, _LONGEST_PART, _LONGEST = 16, 200, 800  # parts, bytes of a part, bytes of all: what common file systems take
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class UploadError(WenjuError):
    """An uploaded file that is not taken; `reason` is a key of the page's words."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


def place_of(name: str) -> PurePosixPath:
    """Return where an uploaded file goes, relative to the folder of uploads: 收入/2023.docx as it is, a lone 2023.docx into 上传/.

    Raises UploadError for a name that leads elsewhere, is hidden or too long, and for kinds of files that are not read.
    """
    shown = ascii(name[:80])
    parts = unicodedata.normalize("NFC", name).replace("\\", "/").split("/")
    if not name or any(_is_odd(part) for part in parts):
        raise UploadError(f"{shown} is no name that a report can have: rename the file", "upload_name")
    path = PurePosixPath(*parts)
    if len(parts) > _DEEPEST or len(str(path).encode()) > _LONGEST or any(len(part.encode()) > _LONGEST_PART for part in parts):
        raise UploadError(f"{shown} is too long a name or lies too deep: shorten it", "upload_name")
    if is_hidden(path):
        raise UploadError(f"{shown} is hidden or temporary: not a report", "upload_hidden")
    if path.suffix.lower() not in report_kinds():
        raise UploadError(f"{shown}: files of the kind {path.suffix!a} are not read", "upload_kind")
    return path if len(parts) > 1 else PurePosixPath(LOOSE) / path


def _is_odd(part: str) -> bool:
    return (
        part in {"", ".", ".."}
        or part != part.strip()
        or part.endswith(".")
        or bool(_FORBIDDEN.search(part) or _RESERVED.fullmatch(part))
    )
