"""Read plain text: every line that holds something is a paragraph; blank lines and line ends stay in the text, tables become rows."""

import re
from collections.abc import Sequence
from pathlib import Path

from corpus.document import Document
from corpus.encoding import decode
from corpus.readers.draft import Draft
from corpus.readers.drawn_tables import DrawnTable, find_drawn_tables
from corpus.readers.lines import line_block

_LINE = re.compile(r"[^\n]+")


def read_plain(path: Path) -> Document:
    """Return the document of a txt file; the cells of a table that is drawn in it are set apart by bars, as in every other format."""
    decoded = decode(path.read_bytes(), path.name)
    written = decoded.text.split("\n")
    drawn = find_drawn_tables(written)
    if drawn:
        return _with_tables(written, drawn).document(decoded.encoding, decoded.replaced)
    lines = [b for m in _LINE.finditer(decoded.text) if (b := line_block(decoded.text, m.start(), m.end())) is not None]
    return Document(decoded.text, tuple(lines), (), decoded.encoding, decoded.replaced)


def _with_tables(lines: Sequence[str], drawn: Sequence[DrawnTable]) -> Draft:
    draft, at = Draft(), 0
    for table in drawn:
        for line in lines[at : table.first]:
            draft.add_line(line)
        draft.add_table(table.cells)
        at = table.end
    for line in lines[at:]:
        draft.add_line(line)
    return draft
