"""A report opened at a passage, as HTML: outline, the text around the passage, the passage marked."""

import re
from collections.abc import Sequence

from app.web.address import render_path, section_at, stem
from app.web.engine import ReportView
from app.web.files import original_address, page_address
from app.web.markup import Markup, escape, join, tag, words
from app.web.prose import Marks, find_figures, lines_of, paint
from app.web.tables import paint_table, runs_of
from corpus.report import Section
from index.hit import Span

REACH = 30_000  # characters shown on either side of a passage: most reports are shown whole
LONG_OUTLINE = 300  # sections
_DEEP = 2
_MARKDOWN_HEAD = re.compile(r"(#{1,6}) +(?=\S)")


def render_source(
    view: ReportView, start: int, end: int, figures: Sequence[str] = (), page: int = 0, places: Sequence[Span] = ()
) -> Markup:
    """Return a report opened at a span of its text; an empty span marks nothing. `page` is that of the passage, 0 if it is not known.

    The figures in it are marked at their `places`, if these are known, else wherever they are written so.
    """
    start, end = _clamp(view.text, start, end)
    marked = tuple(sorted(places, key=lambda s: s.start)) or find_figures(view.text, start, end, figures)
    marks = Marks(Span(start, end), marked) if start < end else None
    here = section_at(view.sections, start)
    title = view.metadata.title or stem(view.key)
    at = page or (here.page if here else None)
    path = render_path(title, here.path if here else (), at, view.metadata)
    head = tag("header", tag("h2", title, tabindex=-1), path, tag("p", view.key, class_="key"), class_="source-head")
    outline = _outline(view, here)
    body = tag(
        "div", *_body(view, _window(view.text, start, end), marks), class_="source-text", lang=view.metadata.language or "zh"
    )
    return join((_tools(view, at), head, tag("div", outline, body, class_="source-body")))


def _tools(view: ReportView, page: int | None) -> Markup:
    """Return what can be done with the report: a link to this very place, its file, the page as it is printed."""
    where = tag("span", words("page", n=page), class_="at-page") if page is not None else ""
    link = tag("button", words("copy_link"), type="button", class_="tool copy copy-link", data_copy="")
    original = tag("a", words("original"), href=original_address(view.key), class_="tool", download=True)
    is_printed = page is not None and view.key.lower().endswith(".pdf")
    printed = tag(
        "button", words("printed_page", n=page or 0), type="button", class_="tool printed", aria_expanded="false",
        data_src=page_address(view.key, page or 0),
    ) if is_printed else ""  # fmt: skip
    return join(
        (
            tag("div", where, link, original, printed, class_="viewer-tools"),
            tag("div", class_="printed-page", hidden=True) if is_printed else "",
        )
    )


def _clamp(text: str, start: int, end: int) -> tuple[int, int]:
    start = max(0, min(start, len(text)))
    return start, max(start, min(end, len(text)))


def _window(text: str, start: int, end: int) -> Span:
    """Return the stretch to show: whole lines around the passage, cut inside a line only where a line is longer than that."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    if low:
        cut = text.find("\n", low, start)
        low = cut + 1 if cut >= 0 else low
    if high < len(text):
        cut = text.rfind("\n", end, high)
        high = cut if cut >= 0 else high
    return Span(low, high)


def _body(view: ReportView, window: Span, marks: Marks | None) -> list[Markup]:
    parts: list[Markup] = []
    if window.start:
        parts.append(_more("earlier", view, window.start, max(0, window.start - REACH)))
    for section in view.sections or (Section((), 0, len(view.text)),):
        low, high = max(section.start, window.start), min(section.end, window.end)
        if low < high:
            whole = low == section.start
            parts.append(
                tag("section", *_paragraphs(view.text, Span(low, high), section if whole else None, marks), data_at=section.start)
            )
    if window.end < len(view.text):
        parts.append(_more("later", view, len(view.text) - window.end, min(len(view.text), window.end + REACH)))
    return parts


def _more(key: str, view: ReportView, count: int, position: int) -> Markup:
    label = words(key, n=f"{count:,}")
    return tag("button", label, type="button", class_="more", data_report=view.key, data_start=position, data_end=position)


def _paragraphs(text: str, span: Span, section: Section | None, marks: Marks | None) -> list[Markup]:
    parts: list[Markup] = []
    lines = lines_of(text, span.start, span.end)
    heading = lines[0] if lines and section is not None and section.path else None
    for run in runs_of(text, lines, heading=heading):
        if run.is_table:
            parts.append(paint_table(text, run.lines, (marks,) if marks else ()))
        else:
            parts += [_line(text, line, section, marks) for line in run.lines]
    return parts


def _line(text: str, line: Span, section: Section | None, marks: Marks | None) -> Markup:
    """Return a line as a paragraph or a heading; a heading of Markdown is one without its marks: ## 二、农业."""
    name, begin = _name(text, line, section), _begin(text, line)
    marked = _MARKDOWN_HEAD.match(text, begin, line.end)
    if marked:
        name = f"h{min(6, 2 + len(marked[1]))}" if name == "p" else name
        begin = marked.end()
    return tag(name, paint(text, begin, line.end, marks))


def _begin(text: str, line: Span) -> int:
    """Return where a line begins behind its white space: the style sheet indents paragraphs."""
    return line.end - len(text[line.start : line.end].lstrip())


def _name(text: str, line: Span, section: Section | None) -> str:
    """Return h3 to h6 for the line that is the section's heading, p for others."""
    if section is None or text[section.start : line.start].strip() or not _is_heading(text[line.start : line.end], section):
        return "p"
    return f"h{min(6, 2 + len(section.path))}"


def _is_heading(line: str, section: Section) -> bool:
    bare = line.strip().lstrip("#").strip()
    return bool(section.path) and bare.startswith(section.path[-1].strip()) and len(bare) <= len(section.path[-1]) + 4


def _outline(view: ReportView, here: Section | None) -> Markup:
    """Return the tree of the sections; a very long one keeps its upper levels and what stands around the current section."""
    headed = [section for section in view.sections if section.path]
    if len(headed) > LONG_OUTLINE:
        current = here.path if here else ()
        headed = [s for s in headed if len(s.path) <= _DEEP or s.path[:-1] == current[: len(s.path) - 1]]
    items = [_entry(view, section, is_here=section is here) for section in headed]
    if len(items) < 2:
        return Markup("")
    return tag("details", tag("summary", words("outline")), tag("ol", *items), class_="outline", open=True)


def _entry(view: ReportView, section: Section, *, is_here: bool) -> Markup:
    button = tag(
        "button", section.path[-1], type="button", class_="go", data_report=view.key, data_start=section.start,
        data_end=section.start, aria_current="true" if is_here else None,
    )  # fmt: skip
    return tag("li", button, class_=f"depth-{min(len(section.path), 4)}")


def render_lost(message: str) -> Markup:
    """Return what the viewer shows where a report cannot be opened."""
    return tag("div", tag("p", words("failed"), class_="verdict"), tag("p", escape(message)), class_="blank", role="alert")
