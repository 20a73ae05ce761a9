"""Read plain text: every line that holds something is a paragraph; blank lines and line ends stay in the text."""

import re
from pathlib import Path

from corpus.document import Block, Document
from corpus.encoding import decode

_LINE = re.compile(r"[^\n]+")


def read_plain(path: Path) -> Document:
    """Return the document of a txt file."""
    decoded = decode(path.read_bytes(), path.name)
    lines = [b for m in _LINE.finditer(decoded.text) if (b := line_block(decoded.text, m.start(), m.end())) is not None]
    return Document(decoded.text, tuple(lines), (), decoded.encoding, decoded.replaced)


def line_block(text: str, start: int, end: int) -> Block | None:
    """Return the paragraph of a line without the white space around it, None for a blank line."""
    line = text[start:end]
    inner = line.strip()
    if not inner:
        return None
    lead = len(line) - len(line.lstrip())
    return Block("paragraph", start + lead, start + lead + len(inner))
