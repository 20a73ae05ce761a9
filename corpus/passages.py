"""Split sections into passages: whole sentences of about 150 to 350 characters, or one table row; no number is ever cut."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from corpus.document import Block, Document, Table
from corpus.pointing_back import points_back
from corpus.report import Passage
from corpus.row_groups import row_groups
from corpus.sections import Outline
from corpus.sentences import breaks_off, split_sentences

_ENOUGH, _MOST, _TOO_LONG = 200, 350, 500
# More line ends than this between paragraphs: a page or a picture was there.
_FAR = 5
# A stretch of the text with the page that it starts on.
_Piece = tuple[int, int, int | None]
_DIGIT_BEFORE = re.compile(r"\d[.．,， ]?$")
_TELLS = re.compile(r"[一-龥].*\d.*[。；;]\s*$", re.DOTALL)
_DIGIT_BEHIND = re.compile(r"[.．,， ]?\d")


def split_passages(document: Document, outline: Outline) -> tuple[Passage, ...]:
    """Return the passages of a document in order. A heading is no passage, unless it is a sentence with a number; behind a run-in heading its text goes on."""
    starts = [s.start for s in outline.sections]
    bodies = {h.start: h.body for h in outline.headings}
    groups = row_groups(document)
    passages: list[Passage] = []
    pending: list[_Piece] = []
    current = 0
    for block in document.blocks:
        section = bisect_right(starts, block.start) - 1
        if section != current or block.kind == "row":
            passages += _join(document, pending, current)
            pending, current = [], section
        if block.kind == "row":
            passages.append(_row_passage(document, block, section, groups.get(block.start, "")))
            continue
        heading_body = bodies.get(block.start)
        if heading_body is not None and heading_body >= block.end and not _tells(document.text[block.start : block.end]):
            continue
        pending += ((start, end, block.page) for start, end in _pieces(document.text, block))
    return (*passages, *_join(document, pending, current))


def _tells(heading: str) -> bool:
    """Tell a heading that is a sentence with a number: 2．粮食产量2.3万吨。 is the last of a list, with nothing below it."""
    return _TELLS.search(heading) is not None


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph; one that is too long is cut at ； and then at ，."""
    for start, end in split_sentences(text[block.start : block.end]):
        yield from _shorten(text, block.start + start, block.start + end)


def _shorten(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _TOO_LONG and (cut := _cut(text, start)) < end:
        yield start, start + len(text[start:cut].rstrip())
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    yield start, end


def _cut(text: str, start: int) -> int:
    """Return where a sentence that is too long is cut: behind the last ； of the most that a passage takes, else ，, else a space."""
    for marks, least in (("；;", _ENOUGH // 2), ("，,、", 1), (" ", 1)):
        for position in range(min(start + _MOST, len(text)), start + least - 1, -1):
            if text[position - 1] in marks and not _is_inside_number(text, position):
                return position
    position = start + _MOST
    while _is_inside_number(text, position):
        position += 1
    return position


def _is_inside_number(text: str, position: int) -> bool:
    """Tell whether digits stand on both sides, next to the position or behind one mark: 31|.6, 1,|362, 2 |192."""
    return bool(_DIGIT_BEFORE.search(text[position - 2 : position]) and _DIGIT_BEHIND.match(text[position : position + 2]))


def _join(document: Document, pieces: Sequence[_Piece], section: int) -> Iterator[Passage]:
    """Yield passages of neighbouring sentences: a new one starts when the current has enough, or would have too much."""
    text = document.text
    start = end = -1
    page: int | None = None
    for piece_start, piece_end, piece_page in _whole(text, pieces):
        new_paragraph = start >= 0 and "\n" in text[end:piece_start]
        apart = start >= 0 and text.count("\n", end, piece_start) > _FAR
        full = start >= 0 and (piece_end - start > _MOST or end - start >= (_ENOUGH if not new_paragraph else _ENOUGH // 2))
        # This will cost $80 million: what will stands in the sentence before.
        full = full and not (piece_end - start <= _TOO_LONG and points_back(text[piece_start:piece_end]))
        if full or apart:
            yield Passage(start, end, text[start:end], section, page)
            start = -1
        if start < 0:
            start, page = piece_start, piece_page
        end = piece_end
    if start >= 0:
        yield Passage(start, end, text[start:end], section, page)


def _whole(text: str, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield pieces; a sentence whose members stand on lines of their own is one: from / $4 in 2031 to / $6 in 2032."""
    whole: _Piece | None = None
    for piece in pieces:
        if whole is not None and breaks_off(text, whole[1], piece[0]) and piece[1] - whole[0] <= _TOO_LONG:
            whole = (whole[0], piece[1], whole[2])
            continue
        if whole is not None:
            yield whole
        whole = piece
    if whole is not None:
        yield whole


def _row_passage(document: Document, block: Block, section: int, group: str) -> Passage:
    table = document.tables[block.table] if block.table is not None else Table("", "", ())
    context = f"{row_context(table)} {group}".strip()
    return Passage(block.start, block.end, document.text[block.start : block.end], section, block.page, context)


def row_context(table: Table) -> str:
    """Return what a reader must know of a table to understand one row: caption, unit line, header cells."""
    return " ".join(p for p in (table.caption, table.unit, " | ".join(c for c in table.header if c)) if p) or "—"
