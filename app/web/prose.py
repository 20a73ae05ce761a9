"""Report text as HTML: lines, a quote marked, figures inside it marked stronger, numerals never broken."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from app.web.markup import Markup, join, tag
from index.hit import Span

CELL = " | "
_RULE = tag("span", " ", class_="rule")
_BEFORE, _AFTER = r"(?<![0-9０-９])(?<![0-9０-９][.,．，])", r"(?![.,．，]?[0-9０-９])"
_NUMERAL = re.compile(
    r"[0-9０-９][0-9０-９.,．，]*(?:\s?(?:个百分点|百分点|平方公里|平方米|立方米|公里|公顷|千瓦时|[亿万千百十余多]*[年月日元人名户家个项件吨亩米座所处次岁张床%％‰倍成]|[亿万千百]+))?"
)


_LEADING = re.compile(r"\s*[-+]?\d[\d,.]*(?<=\d)")


@dataclass(frozen=True, slots=True)
class Marks:
    """What to mark in a report's text: `quote` as a whole, `figures` inside it; spans count in the whole text."""

    quote: Span
    figures: tuple[Span, ...] = ()


def find_figures(text: str, start: int, end: int, figures: Iterable[str]) -> tuple[Span, ...]:
    """Return where figures stand in `text[start:end]`, full width and inner spaces aside, never inside a longer number."""
    folded = _folded(text[start:end])
    spans = {
        Span(start + match.start(), start + match.end())
        for figure in figures
        if figure.strip()
        for match in _places(figure, folded)
    }
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def paint(text: str, start: int, end: int, marks: Marks | None) -> Markup:
    """Return `text[start:end]`, one line of a report, with the marks that reach into it."""
    if marks is None or marks.quote.end <= start or marks.quote.start >= end:
        return paint_line(text[start:end])
    first, last = max(start, marks.quote.start), min(end, marks.quote.end)
    inside = tag("mark", _strong(text, first, last, marks.figures), class_="quote")
    return join((paint_line(text[start:first]), inside, paint_line(text[last:end])))


def paint_line(text: str) -> Markup:
    """Return a line of text whose numerals are never broken."""
    parts: list[str] = []
    at = 0
    for match in _NUMERAL.finditer(text):
        parts += [text[at : match.start()], tag("span", match.group(), class_="n")]
        at = match.end()
    return join((*parts, text[at:]))


def bar_cells(painted: Markup) -> Markup:
    """Return painted text with rules between the cells of a row that stands without its table."""
    return join(part for at, cell in enumerate(painted.split(CELL)) for part in (_RULE if at else Markup(""), Markup(cell)))


def lines_of(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the lines of a stretch that hold something."""
    spans, at = [], start
    for line in text[start:end].split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def _places(figure: str, folded: str) -> list[re.Match[str]]:
    """Return where a figure stands; of a table's cell, whose unit the figure was given, its numeral."""
    found = list(re.finditer(_pattern(figure), folded))
    numeral = _LEADING.match(_folded(figure))
    return found or (list(re.finditer(_pattern(numeral[0]), folded)) if numeral and CELL in folded else [])


def _folded(text: str) -> str:
    return "".join(map(_fold, text))


def _pattern(figure: str) -> str:
    chars = [re.escape(_fold(char)) for char in figure if not char.isspace()]
    return _BEFORE + r"\s*".join(chars) + (_AFTER if figure.strip()[-1:].isdigit() else "")


def _strong(text: str, start: int, end: int, figures: Iterable[Span]) -> Markup:
    parts, at = [], start
    for figure in figures:
        first, last = max(at, figure.start), min(end, figure.end)
        if first < last:
            parts += [paint_line(text[at:first]), tag("b", text[first:last], class_="fig")]
            at = last
    return join((*parts, paint_line(text[at:end])))


def _fold(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char
