"""Rows of a Word table into which a converter put several rows, a paragraph each."""

import re
from collections.abc import Sequence

from lxml import etree

from corpus.readers.docx_xml import W, children, number_of, plain_text
from corpus.readers.grid import Cell

# From this many paragraphs in each of its cells a row is taken for several.
_FOLDED = 3


def unfolded(row: etree._Element, number: int, column: int) -> list[Cell]:
    """Return the cells of a row into which a converter put several rows of the table, a paragraph each; none for any other row.

    Tabs in such a paragraph part its columns.
    """
    folded: list[tuple[int, int, list[str]]] = []
    for element in children(row, "tc"):
        if next(children(element, "tbl"), None) is not None:
            return []
        width = number_of(element.find(f"{W}tcPr/{W}gridSpan"), 1)
        folded.append((column, width, [text for p in element.iter(f"{W}p") if (text := plain_text(p).strip())]))
        column += width
    count = len(folded[0][2]) if folded else 0
    if count < _FOLDED or sum(len(lines) == count for _, _, lines in folded) < 2:
        return []
    if any(len(lines) not in {count, 0, 1} for _, _, lines in folded) or not any(re.search(r"\d", t) for t in folded[-1][2]):
        return []
    cells = []
    for i in range(count):
        for at, width, lines in folded:
            pieces = (lines[i] if len(lines) == count else _repeated(lines, count)).split("\t")
            pieces = [*pieces[: width - 1], " ".join(pieces[width - 1 :])]
            cells += [Cell(piece.strip(), number + i, at + j) for j, piece in enumerate(pieces)]
    return cells


def _repeated(lines: Sequence[str], count: int) -> str:
    """Return the word that a paragraph repeats for every row (万个万个万个), "" for any other text."""
    text = "".join("".join(lines).split())
    word = text[: len(text) // count]
    return word if word * count == text else ""
