"""The evidence panel as HTML: one card for each citation, its sentence in context, its figures marked; rows of one table share one."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from app.answer import Answer, ShownFigure
from app.web.address import address, render_path, section_at, stem
from app.web.ask.answer import figures_of, render_chip
from app.web.ask.turn import Turn
from app.web.engine import ReportView
from app.web.markup import Markup, join, tag, words
from app.web.prose import CELL, Marks, find_figures, lines_of, paint, paint_line
from app.web.tables import name_above, paint_table, rows_around, table_at
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
    cards = tag("ol", *(_card(group, number, answer, opened) for group in _groups(answer.citations, opened)), class_="cards")
    return tag("div", title, cards, class_="evidence", data_turn=number)


def render_context(view: ReportView, marks: Sequence[Marks]) -> Markup:
    """Return a quote with a little of the text before and after it in its section; rows of a table below its name and head."""
    text, quote = view.text, marks[0].quote
    body = _section_body(view, quote)
    if _is_row(text, quote):
        lines = lines_of(text, body.start, body.end)
        rows = rows_around(text, lines, [mark.quote for mark in marks])
        named = [tag("p", paint_line(text[n.start : n.end].strip()), class_="table-name") for n in name_above(text, lines, rows)]
        return join((*named, paint_table(text, rows, marks)))
    before, after = _reach_back(text, body.start, quote.start), _reach_on(text, quote.end, body.end)
    return join(
        (
            tag("span", _inline(text, before, quote.start, None), class_="ctx"),
            _inline(text, quote.start, quote.end, marks[0]),
            tag("span", _inline(text, quote.end, after, None), class_="ctx"),
        )
    )


def _groups(citations: Sequence[Citation], view: Callable[[str], ReportView]) -> list[list[Citation]]:
    """Return citations in groups that share a card: those of rows of one table, any other by itself; in the order of the first."""
    groups: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.report, _table_start(citation, view)), []).append(citation)
    return list(groups.values())


def _table_start(citation: Citation, view: Callable[[str], ReportView]) -> int:
    """Return where the table of a cited row begins, for any other citation a number of its own."""
    try:
        opened = view(citation.report)
    except WenjuError:
        return -citation.n
    quote = _within(citation, opened.text)
    if not _is_row(opened.text, quote):
        return -citation.n
    body = _section_body(opened, quote)
    table = table_at(opened.text, lines_of(opened.text, body.start, body.end), quote.start)
    return table[0].start if table else -citation.n


def _is_row(text: str, quote: Span) -> bool:
    return CELL in text[quote.start : quote.end] and quote.end - quote.start < LONGEST


def _section_body(view: ReportView, quote: Span) -> Span:
    """Return the section that a quote stands in, without its heading."""
    section = section_at(view.sections, quote.start)
    if section is None:
        return Span(0, len(view.text))
    return Span(_body_start(view.text, section, quote.start), max(section.end, quote.end))


def _card(group: Sequence[Citation], number: int, answer: Answer, view: Callable[[str], ReportView]) -> Markup:
    first = group[0]
    try:
        opened = view(first.report)
    except WenjuError as error:
        return _shell(group, number, answer.figures, None, join((first.quote, tag("p", words("unreadable", why=str(error))))))
    quotes = [(_within(citation, opened.text), figures_of(citation, answer.figures)) for citation in group]
    marks = [Marks(quote, find_figures(opened.text, quote.start, quote.end, figures)) for quote, figures in quotes]
    return _shell(group, number, answer.figures, opened.metadata, render_context(opened, marks))


def _shell(
    group: Sequence[Citation], number: int, figures: Sequence[ShownFigure], metadata: Metadata | None, quote: Markup
) -> Markup:
    first = group[0]
    title = first.title or (metadata.title if metadata else "") or stem(first.report)
    where = address(first.report, first.start, first.end)
    texts = "\n".join(figures_of(first, figures)) or None
    copied = "\n".join(_reference(citation, title) for citation in group)
    tools = tag(
        "div",
        tag(
            "button",
            words("open"),
            type="button",
            class_="tool open",
            data_turn=number,
            data_n=first.n,
            data_figures=texts,
            data_page=first.page,
            **where,
        ),
        tag("button", words("copy_quote"), type="button", class_="tool copy", data_copy=copied),
        tag("button", words("only_this"), type="button", class_="tool only", data_report=first.report, data_title=title),
        class_="foot",
    )
    chips = [render_chip(citation, number, figures) for citation in group]
    head = tag("h3", *chips, tag("span", title, class_="title"))
    path = render_path(title, first.section, first.page, metadata)
    body = tag("blockquote", quote, class_="open", data_n=first.n, data_figures=texts, data_page=first.page, **where)
    return tag("li", head, path, body, tools, class_="card", id=f"card-{number}-{first.n}", data_n=first.n, tabindex=-1)


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
