"""Open a PDF with pypdfium2 and give what its pages are made of: characters and ruled lines, with y growing downwards.

Measured on 250 pages of real reports, one core: pypdfium2 gives characters and lines of 85 pages a second, pdfplumber 5 to 16 pages of
text and tables; so the grids of tables are found by our own code (`pdf_grid`).
"""

import ctypes
import math
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as c
from numpy.typing import NDArray

from corpus.errors import UnreadableFileError
from corpus.readers.pages import OnPage

# Characters that some fonts name instead of the ones they look like, beside those that NFKC knows.
_RADICALS = str.maketrans("⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻩⻬⻰\x02", "母民西见角贝车长门青页风飞食马鱼鸟黄齐龙-")
_LIGATED = frozenset("filtj")
_THIN = 3.0
_DEEPEST_FORM = 5
_LARGEST_FILE = 512 * 1024 * 1024
# A page with fewer characters than this is a scan if pictures cover this share of it (a scanner may print a number of its own).
_FEW, _SCANNED = 20, 0.3
# Dots an inch at which a scan is drawn for recognition: smaller print gets lost below, time grows above.
_DOTS = 200


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character at its place on the page; `base` is the line on which it stands, `size` its height."""

    char: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, across (top == bottom) or down (left == right)."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: glyphs in the order in which they were drawn, rules; `unmapped` counts characters that the font does not name.

    `scanned`: a picture of a page, without text. `confidence` (0 to 1) is that of the recognition, None where the text was told.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    unmapped: int
    scanned: bool = False
    confidence: float | None = None


# Takes the picture of a page and its number.
Recognise = Callable[[NDArray[np.uint8], int], Page]
_Turn = Callable[[float, float], tuple[float, float]]


def read_pages(path: Path, *, on_page: OnPage, recognise: Recognise | None = None) -> Iterator[Page]:
    """Yield the pages of a PDF, one at a time; pictures of pages go through `recognise` if it is given.

    Raises UnreadableFileError with the reason and what to do.
    """
    with closing(_open(path)) as document:
        for index in range(len(document)):
            on_page(index + 1, len(document))
            try:
                page = document[index]
            except pdfium.PdfiumError as error:
                raise UnreadableFileError(
                    f"{path.name}: page {index + 1} is broken ({error}); print the file to a new PDF"
                ) from error
            with closing(page):
                read = _read_page(page, index + 1)
                yield recognise(page.render(scale=_DOTS / 72).to_numpy(), index + 1) if read.scanned and recognise else read


def _open(path: Path) -> pdfium.PdfDocument:
    size = path.stat().st_size
    if not size:
        raise UnreadableFileError(f"{path.name}: the file is empty")
    if size > _LARGEST_FILE:
        raise UnreadableFileError(f"{path.name}: {size // 2**20} MB is too large for a report; split the PDF")
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFileError(f"{path.name}: the PDF asks for a password; save a copy without one") from error
        raise UnreadableFileError(f"{path.name}: not a whole PDF ({error}); download it or export it again") from error
    if not len(document):
        document.close()
        raise UnreadableFileError(f"{path.name}: a PDF without pages; export it again")
    return document


def _read_page(page: pdfium.PdfPage, number: int) -> Page:
    rotation, (left, bottom, right, top) = page.get_rotation(), page.get_bbox()

    def turn(x: float, y: float) -> tuple[float, float]:
        """Map a point of the unturned page to the page as it is seen, y growing downwards."""
        if rotation == 90:
            return y - bottom, x - left
        if rotation == 180:
            return right - x, y - bottom
        return (top - y, right - x) if rotation == 270 else (x - left, top - y)

    with closing(page.get_textpage()) as text:
        glyphs, unmapped = _glyphs(text, rotation, turn)
    width, height = (right - left, top - bottom) if rotation % 180 == 0 else (top - bottom, right - left)
    seen = tuple(g for g in glyphs if -1 <= g.base <= height + 1 and -1 <= g.left <= width + 1)
    scanned = sum(not g.char.isspace() for g in seen) < _FEW and _pictured(page) > _SCANNED * width * height
    return Page(number, width, height, seen, tuple(_page_rules(page, turn)), unmapped, scanned)


def _pictured(page: pdfium.PdfPage) -> float:
    """Return the area that the pictures of a page cover; overlapping ones count twice."""
    area = 0.0
    for picture in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_FORM):
        left, bottom, right, top = picture.get_bounds()
        area += abs((right - left) * (top - bottom))
    return area


def _glyphs(text: pdfium.PdfTextPage, rotation: int, turn: _Turn) -> tuple[list[Glyph], int]:
    """Return the characters that stand upright on the page as it is seen (watermarks lie aslant)."""
    raw, box, x, y = text.raw, c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    glyphs: list[Glyph] = []
    unmapped = 0
    for index in range(text.count_chars()):
        code = c.FPDFText_GetUnicode(raw, index)
        if code in {10, 13} or c.FPDFText_IsGenerated(raw, index) == 1:
            continue
        if not _is_upright(c.FPDFText_GetCharAngle(raw, index), rotation):
            continue
        c.FPDFText_GetLooseCharBox(raw, index, box)
        c.FPDFText_GetCharOrigin(raw, index, x, y)
        one, two = turn(box.left, box.top), turn(box.right, box.bottom)
        char = _char(code)
        unmapped += char == "\ufffd"
        left, right = min(one[0], two[0]), max(one[0], two[0])
        last = glyphs[-1] if glyphs else None
        if last is not None and char in _LIGATED and last.char in _LIGATED and (last.left, last.right) == (left, right):
            # The letters of a ligature are all told at its place.
            glyphs[-1] = replace(last, right=(left + right) / 2)
            left = (left + right) / 2
        glyphs.append(Glyph(char, left, right, turn(x.value, y.value)[1], abs(two[1] - one[1]) or 1.0))
    return glyphs, unmapped


@lru_cache(maxsize=1_024)
def _is_upright(radians: float, rotation: int) -> bool:
    """Tell whether a character at an angle stands upright on a page that is turned, whichever way round the two count."""
    angle = math.degrees(radians)
    return abs((angle + rotation + 45) % 360 - 45) <= 2 or abs((rotation - angle + 45) % 360 - 45) <= 2


@lru_cache(maxsize=16_384)
def _char(code: int) -> str:
    if code in {0, 0xFFFE, 0xFFFF} or 0xD800 <= code <= 0xDFFF or 0xE000 <= code <= 0xF8FF:
        return "\ufffd"
    char = chr(code).translate(_RADICALS)
    # Kangxi radicals and compatibility ideographs are slips of the font; everything else stays as written.
    named = "\u2f00" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff"
    return unicodedata.normalize("NFKC", char) if named else " " if char < " " else char


def _page_rules(page: pdfium.PdfPage, turn: _Turn) -> Iterator[Rule]:
    objects = (c.FPDFPage_GetObject(page.raw, i) for i in range(c.FPDFPage_CountObjects(page.raw)))
    for left, bottom, right, top in _segments(objects, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0):
        (x1, y1), (x2, y2) = turn(left, bottom), turn(right, top)
        x1, x2, y1, y2 = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
        if y2 - y1 <= _THIN < x2 - x1:
            yield Rule(x1, x2, (y1 + y2) / 2, (y1 + y2) / 2)
        elif x2 - x1 <= _THIN < y2 - y1:
            yield Rule((x1 + x2) / 2, (x1 + x2) / 2, y1, y2)


_Matrix = tuple[float, float, float, float, float, float]
_Box = tuple[float, float, float, float]


def _segments(objects: Iterator[object], outer: _Matrix, depth: int) -> Iterator[_Box]:
    """Yield the boxes of thin paths, and of the straight segments of larger ones that are drawn (not only filled)."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for item in objects:
        kind = c.FPDFPageObj_GetType(item)
        if kind == c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = (c.FPDFFormObj_GetObject(item, i) for i in range(c.FPDFFormObj_CountObjects(item)))
            yield from _segments(inner, _times(_matrix(item), outer), depth + 1)
        elif kind == c.FPDF_PAGEOBJ_PATH:
            c.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            one, two = _apply(outer, left.value, bottom.value), _apply(outer, right.value, top.value)
            if min(abs(one[0] - two[0]), abs(one[1] - two[1])) <= _THIN:
                yield (*one, *two)
            else:
                yield from _drawn(item, _times(_matrix(item), outer))


def _drawn(item: object, matrix: _Matrix) -> Iterator[_Box]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(item, fill, stroke)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(c.FPDFPath_CountSegments(item) if stroke.value else 0):
        segment = c.FPDFPath_GetPathSegment(item, index)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        kind = c.FPDFPathSegment_GetType(segment)
        if kind == c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == c.FPDF_SEGMENT_LINETO:
            yield (*last, *point)
        if c.FPDFPathSegment_GetClose(segment):
            yield (*point, *start)
        last = point


def _matrix(item: object) -> _Matrix:
    m = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(item, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(m: _Matrix, n: _Matrix) -> _Matrix:
    (a, b, e, d, x, y), (p, q, r, s, u, v) = m, n
    return a * p + b * r, a * q + b * s, e * p + d * r, e * q + d * s, x * p + y * r + u, x * q + y * s + v


def _apply(m: _Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
