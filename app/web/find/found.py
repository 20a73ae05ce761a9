"""Found passages as HTML, grouped by the report that they stand in."""

import re
from collections.abc import Mapping, Sequence

from app.web.address import address, render_path, stem
from app.web.ask.scope import render_notice
from app.web.kinds import render_kind
from app.web.markup import Markup, join, tag, words
from app.web.prose import Marks, bar_cells, paint
from corpus.report import Metadata
from index.hit import Found, Hit, Span

LONGEST = 1500  # characters of a passage that are shown


def render_found(found: Found, metadata: Mapping[str, Metadata], *, more: bool = False) -> Markup:
    """Return the hits by report, best first, what was found marked; `more` says that there are others behind them."""
    if not found.hits:
        return tag("p", words("found_none"), class_="quiet", role="status")
    groups: dict[str, list[Hit]] = {}
    for hit in found.hits:
        groups.setdefault(hit.report, []).append(hit)
    numbers = {"n": len(found.hits), "reports": len(groups), "ms": max(1, round(found.latency_ms))}
    count = tag("p", words("found_best" if more else "found", **numbers), class_="quiet", role="status")
    sought = frozenset(re.split(r"\W+", found.query))
    cards = (_group(hits, metadata.get(key), sought) for key, hits in groups.items())
    near = (
        tag("p", words("found_near"), class_="notice", role="note") if not any(_runs(hit, sought) for hit in found.hits) else ""
    )
    return join((count, render_notice(found.scope), near, tag("ol", *cards, class_="cards hits", data_hits=True)))


def render_failed(message: str) -> Markup:
    """Return an error's message as a friendly line."""
    return tag("div", tag("p", words("failed"), class_="verdict"), tag("p", message), class_="reply failed", role="alert")


def _group(hits: Sequence[Hit], metadata: Metadata | None, sought: frozenset[str]) -> Markup:
    first = hits[0]
    title = first.title or (metadata.title if metadata else "") or stem(first.report)
    kind = render_kind(metadata.type) if metadata else ""
    facts = [tag("span", str(fact)) for fact in (metadata.year, metadata.place) if fact] if metadata else []
    facts += [tag("span", kind)] if kind else []
    ask = tag("button", words("ask_about"), type="button", class_="tool ask-about", data_report=first.report, data_title=title)
    count = tag("span", words("hits_in", n=len(hits)), class_="count")
    head = tag("div", tag("h3", tag("span", title, class_="title"), count), ask, class_="group-head")
    return tag("li", head, tag("p", *facts, class_="facts"), *(_hit(hit, title, sought) for hit in hits), class_="card")


def _hit(hit: Hit, title: str, sought: frozenset[str]) -> Markup:
    where = address(hit.report, hit.start, hit.end)
    runs = _runs(hit, sought)
    texts = "\n".join(dict.fromkeys(hit.text[run.start : run.end] for run in runs)) or None
    path = render_path(title, hit.section, hit.page, None) or tag("p", words("open"), class_="path")
    button = tag("button", path, type="button", class_="where open", data_figures=texts, data_page=hit.page, **where)
    quote = tag("blockquote", _marked(hit.text, runs), class_="open", data_figures=texts, data_page=hit.page, **where)
    return tag("div", button, quote, class_="hit")


def _runs(hit: Hit, sought: frozenset[str]) -> list[Span]:
    """Return where something was found; words that follow each other are one: 粮食产量, 1.39 and 万亿斤.

    A character alone is marked if it was looked for as such: with 新增就业4362人 the 人 of 25万人 is nothing found.
    """
    runs: list[Span] = []
    for span in sorted(hit.highlights, key=lambda span: span.start):
        if runs and not hit.text[runs[-1].end : span.start].strip():
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        else:
            runs.append(span)
    return [run for run in runs if run.end - run.start > 1 or hit.text[run.start : run.end] in sought]


def _marked(text: str, spans: Sequence[Span]) -> Markup:
    """Return the text with what was found marked; of a very long one (a row of a table may be) what stands around the first."""
    start = max(0, (spans[0].start if spans else 0) - LONGEST // 2) if len(text) > LONGEST else 0
    end = min(len(text), start + LONGEST)
    parts: list[Markup] = [tag("span", "…")] if start else []
    at = start
    for span in spans:
        first, last = max(at, span.start), min(end, span.end)
        if first < last:
            parts += [paint(text, at, first, None), paint(text, first, last, Marks(Span(first, last)))]
            at = last
    return bar_cells(join((*parts, paint(text, at, end, None), "…" if end < len(text) else "")))
