"""The checked text as HTML, every figure marked by its verdict; of a file laid out as its headings, paragraphs and tables."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.drafts.layout import Grid, Line, lay_out, unmarked
from app.verdict import Check, CheckedFigure
from app.web.check.families import family_of, figures_in_order
from app.web.markup import Markup, hidden, join, tag, words
from corpus.document import Document

_MARKDOWN_HEAD = re.compile(r"#{1,6} +(?=\S)")
_CLOSING = re.compile("[，。；：！？、）》」”’,.;:!?)]+")


@dataclass(frozen=True)
class _Figures:
    """The figures of a text in order; none stands inside another."""

    text: str
    figures: tuple[CheckedFigure, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [figure.start for figure in self.figures]

    def mark(self, start: int, end: int) -> Markup:
        """Return a stretch of the text with its figures as buttons; the n-th figure of the text has data-at n, from 1."""
        parts: list[str] = []
        at = start
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for n, figure in enumerate(self.figures[first:last], first + 1):
            parts.append(unmarked(self.text[at : figure.start]))
            at = min(figure.end, end)
            mark = _mark(self.text[figure.start : at], figure, n)
            behind = _CLOSING.match(self.text, at, end)
            # A line breaks behind a button, and would begin with the mark that ends the clause.
            parts.append(tag("span", mark, behind[0], class_="nb") if behind else mark)
            at = behind.end() if behind else at
        return join((*parts, unmarked(self.text[at:end])))


def render_marked(check: Check, name: str = "", document: Document | None = None) -> Markup:
    """Return the text, its file's name above it: as the document is laid out, line by line where there is none."""
    figures = _Figures(check.text, tuple(figures_in_order(check)))
    parts = _lines(figures) if document is None else _laid_out(figures, document)
    title = tag("h2", name or words("your_draft"))
    again = tag("button", words("check_new" if name else "check_again"), type="button", class_="tool check-again")
    return tag(
        "div", tag("header", title, again, class_="marked-head"), tag("div", *parts, class_="marked"), class_="marked-frame"
    )


def _lines(figures: _Figures) -> Iterator[Markup]:
    start = 0
    for line in figures.text.split("\n"):
        end = start + len(line)
        if line.strip():
            head = _MARKDOWN_HEAD.match(line)
            yield tag("h3" if head else "p", figures.mark(start + (head.end() if head else 0), end))
        start = end + 1


def _laid_out(figures: _Figures, document: Document) -> Iterator[Markup]:
    for item in lay_out(document):
        if isinstance(item, Line):
            yield tag(f"h{item.level + 2}" if item.level else "p", figures.mark(item.span.start, item.span.end))
        else:
            yield _grid(figures, item)


def _grid(figures: _Figures, grid: Grid) -> Markup:
    rows = [tag("tr", *(tag("td", figures.mark(span.start, span.end)) for span in row)) for row in grid.rows]
    head = [tag("thead", tag("tr", *(tag("th", cell, scope="col") for cell in grid.header)))] if grid.header else []
    caption = [tag("caption", grid.caption)] if grid.caption else []
    return tag("div", tag("table", *caption, *head, tag("tbody", *rows)), class_="table", tabindex=0, role="group")


def _mark(text: str, figure: CheckedFigure, number: int) -> Markup:
    family = family_of(figure.verdict)
    return tag(
        "button", text, hidden(f"v_{figure.verdict}"), type="button", class_=f"told {family}", data_at=number, id=f"told-{number}"
    )
