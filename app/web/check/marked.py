"""The checked text as HTML, every figure marked by its verdict."""

import re
from collections.abc import Sequence

from app.verdict import Check, CheckedFigure
from app.web.check.families import family_of, figures_in_order
from app.web.markup import Markup, hidden, join, tag, words

_CLOSING = re.compile("[，。；：！？、）》」”’,.;:!?)]+")


def render_marked(check: Check, name: str = "") -> Markup:
    """Return the text line by line, its file's name above it; the n-th figure is a button with data-at n, from 1."""
    figures = tuple(figures_in_order(check))
    lines: list[Markup] = []
    start, following = 0, 0
    for line in check.text.split("\n"):
        end = start + len(line)
        first = following
        while following < len(figures) and figures[following].start < end:
            following += 1
        if line.strip():
            lines.append(tag("p", _line(check.text, start, end, figures[first:following], first + 1)))
        start = end + 1
    title = tag("h2", name or words("your_draft"))
    again = tag("button", words("check_new" if name else "check_again"), type="button", class_="tool check-again")
    return tag(
        "div", tag("header", title, again, class_="marked-head"), tag("div", *lines, class_="marked"), class_="marked-frame"
    )


def _line(text: str, start: int, end: int, figures: Sequence[CheckedFigure], number: int) -> Markup:
    parts: list[str] = []
    at = start
    for n, figure in enumerate(figures, number):
        parts.append(text[at : figure.start])
        at = min(figure.end, end)
        mark = _mark(text[figure.start : at], figure, n)
        behind = _CLOSING.match(text, at, end)
        # A line breaks behind a button, and would begin with the mark that ends the clause.
        parts.append(tag("span", mark, behind[0], class_="nb") if behind else mark)
        at = behind.end() if behind else at
    return join((*parts, text[at:end]))


def _mark(text: str, figure: CheckedFigure, number: int) -> Markup:
    family = family_of(figure.verdict)
    return tag(
        "button", text, hidden(f"v_{figure.verdict}"), type="button", class_=f"told {family}", data_at=number, id=f"told-{number}"
    )
