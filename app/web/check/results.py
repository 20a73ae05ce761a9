"""What checking found, as HTML: counts, downloads, and yours beside the report's, figure by figure."""

import re
from collections.abc import Sequence

from app.verdict import Check, CheckedFigure, Place, spans_in
from app.web.address import address, stem
from app.web.alike import render_saves
from app.web.check.families import Counts, count, family_of, figures_in_order
from app.web.markup import Markup, hidden, join, tag, words
from app.web.prose import paint_line
from index.citation import Citation
from index.hit import Span

# A number with its unit, a word of another script.
_UNCUT = re.compile(r"[-+]?\d[\d,.，．]*(?:\s?[万亿千百]*[一-龥%％‰]{0,3})|[A-Za-z][A-Za-z'’-]*")
REACH = 44  # characters of the quote on either side of its figure: about three lines of a narrow column


def render_counts(check: Check, downloads: Sequence[tuple[str, str]]) -> Markup:
    """Return the counts, the filter and the downloads, each a name and an address."""
    found = count(check)
    shown = [tag("span", words(f"count_{family}", n=n), class_=f"tally {family}") for family, n in _tallies(found) if n]
    only = tag(
        "button",
        words("only_problems"),
        type="button",
        class_="tool only-problems",
        aria_pressed="false",
        disabled=not found.problems,
    )
    took = tag("span", words("check_took", seconds=f"{max(0.1, check.latency_ms / 1000):.1f}"), class_="took")
    fine = tag("p", words("check_fine_line"), class_="all-fine") if not found.problems else ""
    return tag(
        "div",
        tag("p", tag("span", words("count_all", n=found.all), class_="tally"), *shown, took, class_="tallies", role="status"),
        fine,
        tag("div", only, render_saves(downloads, name="span"), class_="foot"),
        class_="check-head",
    )


def render_results(check: Check) -> Markup:
    """Return the table; row n stands for the figure with data-at n of the marked text."""
    cited = {c.n: c for c in check.citations}
    rows = [_row(figure, n, cited) for n, figure in enumerate(figures_in_order(check), 1)]
    heads = tag("tr", *(tag("th", words(key), scope="col") for key in ("yours", "theirs", "verdict")))
    fine = tag("p", words("problems_none"), class_="quiet no-problems")
    return tag(
        "div", tag("table", tag("thead", heads), tag("tbody", *rows), class_="verdicts-table"), fine, class_="verdicts-frame"
    )


def _tallies(found: Counts) -> tuple[tuple[str, int], ...]:
    return ("no", found.no), ("un", found.un), ("ok", found.ok)


def _row(figure: CheckedFigure, number: int, cited: dict[int, Citation]) -> Markup:
    family = family_of(figure.verdict)
    yours = tag("button", tag("b", figure.text), hidden("go_to_text"), type="button", class_="yours", data_at=number)
    sources = [cited[n] for n in figure.citations if n in cited]
    return tag(
        "tr",
        tag("td", yours, class_="figure"),
        tag("td", _theirs(figure, sources), class_="theirs"),
        tag("td", tag("span", words(f"v_{figure.verdict}"), class_=f"verdict-word {family}"), class_="judged"),
        class_=f"result {family}",
        data_at=number,
        id=f"result-{number}",
    )


def _theirs(figure: CheckedFigure, sources: Sequence[Citation]) -> Markup:
    value = figure.stated if figure.correct else ""
    # Beside the claimed value a narrow page has no head that says whose this one is.
    parts = [tag("span", words("theirs"), class_="whose"), tag("b", value, class_="value")] if value else []
    if figure.formula:
        parts.append(tag("span", figure.formula, class_="formula-line"))
    if figure.verdict == "not_found" and not parts:
        # What stands near a figure that no report has is not what it was held against.
        parts.append(tag("span", words("nearest_only" if sources else "searched"), class_="quiet"))
    shown = [_source(source, figure.places) for source in sources]
    # What is borne out by one source needs no others in sight.
    beyond = shown[1:] if family_of(figure.verdict) == "ok" else []
    parts += shown[: len(shown) - len(beyond)]
    if beyond:
        parts.append(tag("details", tag("summary", words("more_sources", n=len(beyond))), *beyond, class_="more-sources"))
    return join(parts) if parts else tag("span", words("searched"), class_="quiet")


def _source(citation: Citation, places: Sequence[Place]) -> Markup:
    """Return the quote around the figure that was judged, as a control that opens the report there."""
    title = citation.title or stem(citation.report)
    steps = [step for step in citation.section[-1:] if step != title]
    where = join((tag("span", title, class_="title"), *(tag("span", step, class_="step") for step in steps)))
    return tag(
        "button",
        tag("span", _quote(citation.quote, spans_in(citation, places)), class_="quote-line"),
        tag("span", where, class_="where"),
        hidden("see_source"),
        type="button",
        class_="open source",
        data_places=" ".join(f"{p.start}-{p.end}" for p in places if p.n == citation.n) or None,
        **address(citation.report, citation.start, citation.end),
    )


def _quote(quote: str, spans: Sequence[Span]) -> Markup:
    """Return the stretch of a quote around the first of the figures in it, all of them marked; the beginning where there is none."""
    at = spans[0] if spans else Span(0, 0)
    start, end = _cut(quote, at.start - REACH), _cut(quote, max(at.end + REACH, 2 * REACH))
    parts: list[str] = ["…" if start else ""]
    for span in (s for s in spans if s.end <= end):
        parts += [paint_line(quote[start : span.start]), tag("b", quote[span.start : span.end], class_="quote-figure")]
        start = span.end
    return join((*parts, paint_line(quote[start:end]), "…" if end < len(quote) else ""))


def _cut(quote: str, at: int) -> int:
    """Return where to cut a quote: there, but before a number or a word that stands there, for half of one is another."""
    if at <= 0 or at >= len(quote):
        return min(max(at, 0), len(quote))
    return next((m.start() for m in _UNCUT.finditer(quote) if m.start() < at < m.end()), at)
