"""Recognise the text of pictures with RapidOCR, an extra: its models come inside the package, nothing is fetched.

A picture becomes a `Page` like one of a PDF: characters at their places and the lines of ruled tables; so scans are put together
by the same code as text.
"""

import importlib.util
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from corpus.readers.pdf_page import Glyph, Page, Rule

if TYPE_CHECKING:
    from rapidocr import RapidOCR

Picture = NDArray[np.uint8]
INSTALL = "install text recognition with: make ocr (pip install 'wenju[ocr]')"
# Lines of a table are at least this share of the picture's side.
_SHORTEST_RULE = 0.04
_DARK = 160
_WORST = 0.5


def is_installed() -> bool:
    """Tell whether the extra is there."""
    return importlib.util.find_spec("rapidocr") is not None


def recognise(picture: Picture, number: int) -> Page:
    """Return the page that a picture shows (height, width, 3 colours), in pixels; its confidence is that of its characters' mean."""
    height, width = picture.shape[:2]
    glyphs: list[Glyph] = []
    weight = certainty = 0.0
    for box, text, score in _found(picture):
        if score < _WORST or not text.strip():
            continue
        glyphs += _glyphs(box, text)
        weight += len(text)
        certainty += score * len(text)
    return Page(
        number,
        float(width),
        float(height),
        tuple(glyphs),
        tuple(_rules(picture)),
        0,
        confidence=certainty / weight if weight else 0.0,
    )


def _found(picture: Picture) -> Iterator[tuple[NDArray[np.float32], str, float]]:
    """Yield the lines of text in a picture: their four corners, text and score."""
    result: Any = _engine()(picture)
    if result.boxes is None:
        return
    yield from zip(result.boxes, result.txts, result.scores, strict=True)


@cache
def _engine() -> "RapidOCR":
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error"})


def _glyphs(box: NDArray[np.float32], text: str) -> list[Glyph]:
    """Return the characters of a line that stands in a box, a Han character twice as wide as any other."""
    left, right = float(box[:, 0].min()), float(box[:, 0].max())
    top, bottom = float(box[:, 1].min()), float(box[:, 1].max())
    widths = [1.0 if char.isascii() else 2.0 for char in text]
    step = (right - left) / sum(widths)
    size = (bottom - top) * 0.85
    base = bottom - (bottom - top) * 0.2
    glyphs, x = [], left
    for char, width in zip(text, widths, strict=True):
        glyphs.append(Glyph(char, x, x + width * step, base, size))
        x += width * step
    return glyphs


def _rules(picture: Picture) -> Iterator[Rule]:
    """Yield the long straight dark lines of a picture, across and down."""
    import cv2

    dark = (picture.min(axis=2) < _DARK).astype(np.uint8)
    height, width = dark.shape
    for across in (True, False):
        length = int(_SHORTEST_RULE * (width if across else height))
        kernel = np.ones((1, length) if across else (length, 1), np.uint8)
        # A line of a scan is a little aslant and broken: it is thickened before the long runs are taken.
        thick = cv2.dilate(dark, np.ones((3, 1) if across else (1, 3), np.uint8))
        lines = cv2.morphologyEx(thick, cv2.MORPH_OPEN, kernel)
        _, _, stats, _ = cv2.connectedComponentsWithStats(lines)
        for x, y, w, h, _ in stats[1:]:
            if across and h <= max(12, 0.02 * w):
                yield Rule(float(x), float(x + w), y + h / 2, y + h / 2)
            elif not across and w <= max(12, 0.02 * h):
                yield Rule(x + w / 2, x + w / 2, float(y), float(y + h))
