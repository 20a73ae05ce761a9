"""Found passages as HTML."""

from collections.abc import Sequence

from app.web.address import address, render_path, stem
from app.web.ask.scope import render_notice
from app.web.markup import Markup, join, tag, words
from app.web.prose import Marks, paint
from corpus.report import Metadata
from index.catalogue import ReportCard
from index.hit import Found, Hit, Span


def render_found(found: Found, reports: Sequence[ReportCard]) -> Markup:
    """Return the hits in order, the words that were found marked; `reports` tells year and place."""
    if not found.hits:
        return tag("p", words("found_none"), class_="quiet", role="status")
    metadata = {card.key: card.metadata for card in reports}
    count = tag("p", words("found", n=len(found.hits), ms=max(1, round(found.latency_ms))), class_="quiet", role="status")
    return join(
        (
            count,
            render_notice(found.scope),
            tag("ol", *(_hit(hit, metadata.get(hit.report)) for hit in found.hits), class_="cards hits"),
        )
    )


def render_failed(message: str) -> Markup:
    """Return an error's message as a friendly line."""
    return tag("div", tag("p", words("failed"), class_="verdict"), tag("p", message), class_="reply failed", role="alert")


def _hit(hit: Hit, metadata: Metadata | None) -> Markup:
    title = hit.title or stem(hit.report)
    head = tag("h3", tag("span", str(hit.rank), class_="rank"), tag("span", title, class_="title"))
    quote = tag("blockquote", _marked(hit.text, hit.highlights))
    path = render_path(title, hit.section, hit.page, metadata)
    where = address(hit.report, hit.start, hit.end)
    texts = "\n".join(dict.fromkeys(hit.text[span.start : span.end] for span in hit.highlights)) or None
    button = tag("button", words("open"), type="button", class_="tool open", data_figures=texts, **where)
    return tag(
        "li",
        tag("div", head, path, quote, class_="open", data_figures=texts, **where),
        tag("div", button, class_="foot"),
        class_="card",
    )


def _marked(text: str, highlights: tuple[Span, ...]) -> Markup:
    parts, at = [], 0
    for span in sorted(highlights, key=lambda span: span.start):
        first, last = max(at, span.start), min(len(text), span.end)
        if first < last:
            parts += [paint(text, at, first, None), paint(text, first, last, Marks(Span(first, last)))]
            at = last
    return join((*parts, paint(text, at, len(text), None)))
