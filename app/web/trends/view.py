"""The tab of trends as HTML: what to follow, the chart, the table."""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from app.trends.scale import scale_trend
from app.trends.trend import Point, Trend
from app.web.address import address, stem
from app.web.alike import DOTS, render_empty, render_saves
from app.web.markup import Markup, hidden, join, tag, words
from app.web.trends.chart import left_out, render_chart
from index.citation import Citation
from index.measures import Measure
from index.places import NATION

_KINDS = ("outcome", "restated", "target")


def render_trend_form(places: Sequence[str], measures: Sequence[Measure], chosen: str = "") -> Markup:
    """Return where a measure is written, with places to choose from, one `chosen` beforehand, and suggestions."""
    listed = tag("datalist", *(tag("option", value=m.name) for m in measures), id="wj-measures")
    measure = tag(
        "label",
        tag("span", words("measure"), class_="vh"),
        tag(
            "input", id="wj-measure", data_main=True, name="measure", type="search", maxlength=80, data_place="place_measure", list="wj-measures", autocomplete="off",
            enterkeyhint="search",
        ),
    )  # fmt: skip
    box = tag("div", measure, tag("button", words("trend_go"), type="submit", class_="send wide"), listed, class_="box")
    place = _place(places, chosen)
    years = tag("span", _year("first", "from_year"), "—", _year("last", "to_year"), class_="field years-field")
    targets = tag("label", tag("input", type="checkbox", name="targets", checked=True), words("with_targets"), class_="tick")
    limits = tag("div", place, years, targets, class_="limits")
    return join(
        (
            tag("h2", words("trend_title")),
            tag("p", words("trend_line"), class_="lead"),
            tag("form", box, limits, data_form="trend", role="search"),
        )
    )


def render_suggestions(measures: Sequence[Measure]) -> Markup:
    """Return the measures to pick from, or that there are none yet."""
    if not measures:
        return render_empty("no_measures")
    picks = [
        tag(
            "li",
            tag(
                "button", tag("span", m.name, class_="title"), tag("span", m.place, class_="facts"),
                tag("span", words("suggest_years", n=m.years), class_="facts"), type="button", class_="suggestion",
                data_measure=m.name, data_trend_place="" if m.place == NATION else m.place,
            ),
        )
        for m in measures
    ]  # fmt: skip
    return tag("div", tag("h3", words("suggestions")), tag("ul", *picks), class_="suggestions")


def render_tracing(measure: str, done: int = 0, total: int = 0) -> Markup:
    """Return what stands there while the years are looked through, with how many are."""
    line = tag("p", words("tracing"), DOTS, class_="looking", role="status")
    bar = tag("progress", value=done, max=total, aria_hidden="true") if total else ""
    at = tag("p", words("tracing_at", done=done, total=total), class_="quiet") if total else ""
    return tag("div", tag("h2", measure), line, bar, at, class_="tracing", aria_busy="true")


def render_trend(trend: Trend, downloads: Sequence[tuple[str, str]], *, more: str = "") -> Markup:
    """Return chart and table; `more` says what is still being looked for.

    What is drawn is named as the reports call it: who wrote 航班数 and is shown 游客数 reads that first.
    """
    if not trend.points:
        lines = (tag("h2", trend.measure), tag("p", words("trend_none"), class_="verdict"), tag("p", words("trend_none_line")))
        return tag("div", *lines, class_="no-trend", role="status")
    years = len({p.period for p in trend.points})
    facts = words("trend_facts", years=years, points=len(trend.points), seconds=f"{max(0.1, trend.latency_ms / 1000):.1f}")
    busy = tag("span", more, class_="looking") if more else ""
    head = tag(
        "header",
        tag("h2", trend.called or trend.measure, tag("span", trend.place, class_="facts")),
        tag("p", facts, busy, class_="quiet", role="status"),
        tag("p", words("trend_called", measure=trend.measure, called=trend.called), class_="notice", role="note")
        if trend.called
        else "",
    )
    figure = tag("figure", render_chart(trend), _legend(trend))
    return tag(
        "div", head, figure, render_saves(downloads, name="p"), _table(trend), class_="trend", aria_busy="true" if more else None
    )


def _place(places: Sequence[str], chosen: str) -> Markup:
    """Return the field of places. With none chosen a measure is the nation's, where there are reports on it, unless its words name another."""
    options = [tag("option", place, value=place, selected=place == chosen) for place in places if place != NATION]
    unchosen = tag("option", NATION if NATION in places else "—", value="")
    return tag("label", words("trend_place"), tag("select", unchosen, *options, name="place"), class_="field")


def _year(name: str, key: str) -> Markup:
    field = tag(
        "input",
        type="number",
        name=name,
        min=1800,
        max=2200,
        step=1,
        inputmode="numeric",
        autocomplete="off",
        data_place=f"place_{key}",
    )
    return tag("label", hidden(key), field)


def _legend(trend: Trend) -> Markup:
    drawn = [p for p, h in zip(trend.points, scale_trend(trend).heights, strict=True) if h is not None]
    there = set(map(_kind, drawn))
    items = [tag("span", tag("i", class_=f"dot {kind}", aria_hidden="true"), words(kind)) for kind in _KINDS if kind in there]
    outcomes = sorted({int(p.period[:4]) for p in trend.points if p.status == "actual"})
    if any(b - a > 1 for a, b in itertools.pairwise(outcomes)):
        items.append(tag("span", words("gap_line")))
    apart = left_out(trend)
    if apart:
        items.append(tag("span", words("left_out", n=apart)))
    return tag("figcaption", *items, class_="chart-legend")


def _table(trend: Trend) -> Markup:
    scaled = scale_trend(trend)
    cited = {c.n: c for c in trend.citations}
    heads = [words("year_head"), words("as_written"), words("converted_to", unit=scaled.label), words("status"), words("source")]
    rows = [_row(p, h, cited) for p, h in reversed(list(zip(trend.points, scaled.heights, strict=True)))]
    head = tag("thead", tag("tr", *(tag("th", h, scope="col") for h in heads)))
    return tag("div", tag("table", head, tag("tbody", *rows)), class_="table trend-table", tabindex=0, role="group")


def _row(point: Point, height: Decimal | None, cited: dict[int, Citation]) -> Markup:
    kind = _kind(point)
    # A report that tells a value more than once is named once.
    sources: dict[str, Citation] = {}
    for citation in (cited[n] for n in point.citations if n in cited):
        sources.setdefault(citation.report, citation)
    cells = (
        tag("th", point.period, scope="row"),
        tag("td", tag("b", " ".join(point.text.split()), class_="n")),
        tag("td", _plain(height), class_="number"),
        tag("td", tag("i", class_=f"dot {kind}", aria_hidden="true"), words(kind), class_="kind"),
        tag("td", *(_source(c, point.text) for c in sources.values())),
    )
    return tag("tr", *cells, class_=kind)


def _kind(point: Point) -> str:
    return "restated" if point.restated else "target" if point.status == "target" else "outcome"


def _source(citation: Citation, figure: str) -> Markup:
    return tag(
        "button", hidden("see_source"), citation.title or stem(citation.report), type="button", class_="open link", data_figures=figure,
        title=" › ".join(citation.headings), **address(citation.report, citation.start, citation.end),
    )  # fmt: skip


def _plain(height: Decimal | None) -> str:
    """Return a value as it is written in a column of numbers: no more than six digits behind the point, none that say nothing."""
    if height is None:
        return "—"
    return f"{round(height, 6).normalize():,f}"
