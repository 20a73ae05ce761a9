"""Lines of text on a page: from characters at their places to pieces of text, with spaces only where words need them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.readers.pdf_page import Glyph

_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u303f\u3040-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’—…·□√☑]")
# Gaps in sizes of the letters: one between Latin words, one that sets words of Chinese apart, one between columns.
_WORD_GAP, _WIDE_GAP, _COLUMN_GAP = 0.18, 0.9, 1.6
_LATIN_END = re.compile(r"[A-Za-z,.;:!?)\]%]$")
_LATIN_START = re.compile(r"[A-Za-z(\[\"'$\d]")
_DIGIT_END, _LETTER_START = re.compile(r"\d$"), re.compile(r"[A-Za-z]{2}|a ")
_NUMBER_PIECE = re.compile(r"[-－—+]?\d[\d,，]*[.．]?$")
_NUMBER_REST = re.compile(r"[\d,，]*(?:[.．]\d+)?[%％)）]?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line without a column's gap in it."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its pieces from left to right, the line they stand on, and the size of its letters."""

    pieces: tuple[Piece, ...]
    base: float
    size: float

    @property
    def text(self) -> str:
        """The pieces, set apart by a space."""
        return " ".join(p.text for p in self.pieces)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.pieces[-1].right


def build_lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines of glyphs from top to bottom."""
    lines = (_line(group) for group in _rows(list(glyphs)))
    return [line for line in lines if line.pieces]


def join_lines(texts: Sequence[str]) -> str:
    """Join the lines of a paragraph: nothing between Chinese characters or inside a number, a space between words."""
    joined = ""
    for text in (t.strip() for t in texts):
        if joined.endswith("-") and re.search(r"[A-Za-z]-$", joined) and re.match(r"[a-z]", text):
            joined = joined[:-1] + text
        elif (_LATIN_END.search(joined) and _LATIN_START.match(text) and not _splits_number(joined, text)) or (
            _DIGIT_END.search(joined) and _LETTER_START.match(text)
        ):
            joined = f"{joined} {text}"
        else:
            joined += text
    return joined


def join_cell(lines: Sequence[Line], width: float) -> str:
    """Join the lines of a cell; a number goes on in the next line only where its line is full or what follows is but its rest."""
    joined = ""
    for number, line in enumerate(lines):
        text = line.text
        before = lines[number - 1] if number else None
        if before is None:
            joined = text
        elif joined[-1:].isdigit() and text[:1].isdigit():
            full = before.right - before.left >= width - 1.6 * before.size
            last = before.pieces[-1].text
            goes_on = full and bool(_NUMBER_PIECE.match(last)) and bool(_NUMBER_REST.match(text)) and "." not in last
            joined = joined + text if goes_on or (full and not _NUMBER_PIECE.match(last)) else f"{joined} {text}"
        else:
            joined = join_lines([joined, text])
    return joined


def _splits_number(before: str, after: str) -> bool:
    return bool(re.search(r"\d[,.]$", before) and after[:1].isdigit())


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Group glyphs by the line they stand on; small shifts (superscripts, mixed fonts) stay on the line."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.base):
        if rows and glyph.base - rows[-1][0].base <= 0.35 * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _line(glyphs: list[Glyph]) -> Line:
    glyphs = sorted(glyphs, key=lambda g: g.left)
    visible = [g for g in glyphs if not g.char.isspace()]
    if not visible:
        return Line((), 0.0, 1.0)
    sizes = sorted(g.size for g in visible)
    size = sizes[len(sizes) // 2]
    pieces: list[Piece] = []
    text, left, last = "", visible[0].left, visible[0]
    spaced = False
    for glyph in glyphs:
        if glyph.char.isspace():
            spaced = True
            continue
        if text and glyph.char == last.char and abs(glyph.left - last.left) < 0.2 * size:
            continue
        gap = (glyph.left - last.right) / size if text else 0.0
        if gap > _COLUMN_GAP:
            pieces.append(Piece(text, left, last.right))
            text, left = "", glyph.left
        elif text and _needs_space(last.char, glyph.char, gap, spaced=spaced):
            text += " "
        text, last, spaced = text + glyph.char, glyph, False
    return Line((*pieces, Piece(text, left, last.right)), max(g.base for g in visible), size)


def _needs_space(before: str, after: str, gap: float, *, spaced: bool) -> bool:
    if _WIDE.match(before) or _WIDE.match(after):
        return gap >= _WIDE_GAP
    return gap > _WORD_GAP or (spaced and gap > -0.1)
