"""Decode the bytes of a text file: byte order mark, strict UTF-8, UTF-16 without a mark, GB18030 or Big5 by plausibility.

The whole file is looked at: a window would cut characters apart, and a rare character often stands late in a report.
"""

import codecs
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from corpus.errors import UnreadableFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The 60 commonest characters of written Chinese, simplified and traditional: right text holds many, mis-decoded text hardly any.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经这國來時個們說對發過產經會為後"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text with LF line ends; `replaced` counts characters that the encoding could not give."""

    text: str
    encoding: str
    replaced: int


def decode(data: bytes, name: str) -> Decoded:
    """Decode the bytes of the file `name`. CRLF and CR become LF; nothing else is changed.

    Raises UnreadableFileError for bytes that are not text.
    """
    text, encoding, replaced = _decode(data)
    if _CONTROL.search(text[:100_000]):
        raise UnreadableFileError(f"{name}: not a text file (it holds control characters); save it as txt, md or docx")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, replaced)


def _decode(data: bytes) -> tuple[str, str, int]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return text, encoding.removesuffix("-sig"), text.count("\ufffd")
    # English in UTF-16 is valid UTF-8 too, but half of it zero bytes.
    unmarked = ["utf-8"] if data.count(0) * 4 <= len(data) else []
    readings = _readings(data, unmarked) or _wide(data) or _readings(data, ["gb18030", "big5hkscs"])
    if readings:
        text, encoding = max(readings, key=lambda r: _plausibility(r[0])) if len(readings) > 1 else readings[0]
        return text, encoding, 0
    text = data.decode("gb18030", errors="replace")
    return text, "gb18030", text.count("\ufffd")


def _readings(data: bytes, encodings: Sequence[str]) -> list[tuple[str, str]]:
    """Return the text and the name of each encoding that data is valid in."""
    found = []
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            found.append((data.decode(encoding), encoding))
    return found


def _plausibility(text: str) -> tuple[float, int]:
    """Return the share of common characters among the Han characters, and the number of ASCII ones for texts without Han."""
    han = [c for c in text if "一" <= c <= "鿿"]
    return sum(c in _COMMON for c in han) / len(han) if han else 0.0, sum(c.isascii() for c in text)


def _wide(data: bytes) -> list[tuple[str, str]]:
    """Return the readings as UTF-16 of data without a mark: line ends or ASCII give it away by their zero bytes."""
    if len(data) % 2 or b"\x00" not in data:
        return []
    return [r for r in _readings(data, ["utf-16-le", "utf-16-be"]) if re.search("[\\n -~]", r[0]) and not _CONTROL.search(r[0])]
