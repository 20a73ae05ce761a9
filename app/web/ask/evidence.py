"""The evidence panel as HTML: one card for each citation, its sentence in context, its figures marked."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from app.answer import Answer, ShownFigure
from app.web.address import address, render_path, section_at, stem
from app.web.ask.answer import figures_of, render_chip
from app.web.ask.turn import Turn
from app.web.engine import ReportView
from app.web.markup import Markup, join, tag, words
from app.web.prose import CELL, Marks, find_figures, lines_of, paint
from app.web.tables import paint_table, rows_around
from corpus.errors import WenjuError
from corpus.report import Metadata, Section
from index.citation import Citation
from index.hit import Span

CONTEXT = 90  # characters of context on either side: two or three lines of a card
LONGEST = 4000  # characters of a quote that a card shows: a row of a table may have millions
_SENTENCE_END = re.compile(r"[。！？；!?;\n]")


def render_evidence(turn: Turn | None, number: int, view: Callable[[str], ReportView]) -> Markup:
    """Return the cards of a turn; `view` opens a report by its key and may raise `WenjuError`."""
    answer = turn.answer if turn else None
    if answer is None or answer.courtesy:
        return Markup("")
    if not answer.citations:
        return tag("p", words("evidence_none"), class_="quiet")
    title = tag(
        "h2", words("nearest" if answer.abstained else "evidence"), tag("span", str(len(answer.citations)), class_="count")
    )
    opened = cache(view)
    cards = tag("ol", *(_card(citation, number, answer, opened) for citation in answer.citations), class_="cards")
    return tag("div", title, cards, class_="evidence", data_turn=number)


def render_context(view: ReportView, span: Span, figures: Sequence[str]) -> Markup:
    """Return a quote with a little of the text before and after it in its section."""
    text, marks = view.text, Marks(span, find_figures(view.text, span.start, span.end, figures))
    section = section_at(view.sections, span.start)
    first, last = (_body_start(text, section, span.start), max(section.end, span.end)) if section else (0, len(text))
    if CELL in text[span.start : span.end] and span.end - span.start < LONGEST:
        rows = rows_around(text, lines_of(text, first, last), marks.quote)
        return paint_table(text, rows, marks)
    before, after = _reach_back(text, first, span.start), _reach_on(text, span.end, last)
    return join(
        (
            tag("span", _inline(text, before, span.start, None), class_="ctx"),
            _inline(text, span.start, span.end, marks),
            tag("span", _inline(text, span.end, after, None), class_="ctx"),
        )
    )


def _card(citation: Citation, number: int, answer: Answer, view: Callable[[str], ReportView]) -> Markup:
    figures = figures_of(citation, answer.figures)
    try:
        opened = view(citation.report)
    except WenjuError as error:
        return _shell(
            citation, number, answer.figures, None, join((citation.quote, tag("p", words("unreadable", why=str(error)))))
        )
    quote = render_context(opened, _within(citation, opened.text), figures)
    return _shell(citation, number, answer.figures, opened.metadata, quote)


def _shell(citation: Citation, number: int, figures: Sequence[ShownFigure], metadata: Metadata | None, quote: Markup) -> Markup:
    title = citation.title or (metadata.title if metadata else "") or stem(citation.report)
    where = address(citation.report, citation.start, citation.end)
    texts = "\n".join(figures_of(citation, figures)) or None
    tools = tag(
        "div",
        tag(
            "button",
            words("open"),
            type="button",
            class_="tool open",
            data_turn=number,
            data_n=citation.n,
            data_figures=texts,
            data_page=citation.page,
            **where,
        ),
        tag("button", words("copy_quote"), type="button", class_="tool copy", data_copy=_reference(citation, title)),
        tag("button", words("only_this"), type="button", class_="tool only", data_report=citation.report, data_title=title),
        class_="foot",
    )
    head = tag("h3", render_chip(citation, number, figures), tag("span", title, class_="title"))
    path = render_path(title, citation.section, citation.page, metadata)
    body = tag("blockquote", quote, class_="open", data_n=citation.n, data_figures=texts, data_page=citation.page, **where)
    return tag("li", head, path, body, tools, class_="card", id=f"card-{number}-{citation.n}", data_n=citation.n, tabindex=-1)


def _reference(citation: Citation, title: str) -> str:
    page = f"，第 {citation.page} 页" if citation.page is not None else ""
    return f"“{citation.quote.strip()}”——{' › '.join((title, *citation.headings))}{page}（{citation.report}）"


def _body_start(text: str, section: Section, start: int) -> int:
    """Return where a section begins behind its heading, which the card shows as its path."""
    line_end = text.find("\n", section.start, start)
    return section.start if line_end < 0 or not section.path else line_end + 1


def _within(citation: Citation, text: str) -> Span:
    end = min(citation.end, len(text), citation.start + LONGEST)
    return Span(min(citation.start, end), end)


def _inline(text: str, start: int, end: int, marks: Marks | None) -> Markup:
    lines = [paint(text, line.start, line.end, marks) for line in lines_of(text, start, end)]
    return join(part for at, line in enumerate(lines) for part in (" " if at else "", line))


def _reach_back(text: str, floor: int, start: int) -> int:
    row = text.rfind(CELL, floor, start)
    floor = text.find("\n", row, start) + 1 if row >= 0 else floor
    low = max(floor, start - CONTEXT)
    if low == floor:
        return low
    first = _SENTENCE_END.search(text, low, max(low, start - 1))
    return first.end() if first else low


def _reach_on(text: str, end: int, ceiling: int) -> int:
    row = text.find(CELL, end, ceiling)
    ceiling = max(end, text.rfind("\n", end, row)) if row >= 0 else ceiling
    high = min(ceiling, end + CONTEXT)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, end, high)]
    return ends[-1] if ends else high
