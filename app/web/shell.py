"""What stands still on the page, as HTML: header, welcome, composer, scope filter, legend, the frame of the viewer."""

import re
from collections.abc import Sequence

from app.web.markup import Markup, hidden, join, tag, words
from app.web.render import Turn, address, render_turn, stem
from index.catalogue import ReportCard

SHELF = 8  # reports that an empty evidence panel lists
LISTED = 60  # reports that the filter lists at once; the rest is found by typing
_SEND = (
    '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round"><path d="M12 19V5M5.5 11.5 12 5l6.5 6.5"/></svg>'
)
_MOON = (
    '<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><circle cx="12" cy="12" r="8.2" fill="none" '
    'stroke="currentColor" stroke-width="1.8"/><path d="M12 3.8a8.2 8.2 0 0 1 0 16.4z" fill="currentColor"/></svg>'
)


def render_head(reports: Sequence[ReportCard]) -> Markup:
    """Return the header: seal, pages, what the store holds, language and light."""
    seal = tag("span", tag("span", "问"), tag("span", "据"), class_="seal", aria_hidden="true")
    brand = tag("h1", tag("a", seal, tag("span", words("brand"), class_="name"), href="#ask", class_="brand"))
    pages = [tag("a", words(page), href=f"#{page}", class_="page", data_page=page) for page in ("ask", "find")]
    switches = (
        tag("button", words("language"), hidden("language_label"), type="button", class_="switch", data_switch="language"),
        tag("button", Markup(_MOON), hidden("theme"), type="button", class_="switch", data_switch="theme"),
    )
    nav = tag("nav", hidden("pages"), *pages)
    return tag("header", brand, nav, tag("span", _store(reports), class_="store"), *switches, class_="bar")


def render_conversation(turns: Sequence[Turn], welcome: str, *, upto: int | None = None) -> Markup:
    """Return the turns in order, or the welcome where there is none; `upto` counts in the answer of the last turn."""
    if not turns:
        return Markup(welcome)
    last = len(turns) - 1
    return join(render_turn(turn, at + 1, upto=upto if at == last else None) for at, turn in enumerate(turns))


def render_welcome(examples: Sequence[str], reports: Sequence[ReportCard]) -> Markup:
    """Return what an empty conversation shows: what this is, and questions to click; or how to fill an empty store."""
    if not reports:
        lines = (
            tag("h2", words("empty_store")),
            tag("p", words("empty_store_line")),
            tag("pre", tag("code", "wenju ingest 报告文件夹")),
        )
        return tag("div", *lines, class_="welcome")
    asks = [tag("li", tag("button", example, type="button", class_="example", data_ask=example)) for example in examples]
    tries = (tag("h3", words("examples")), tag("ul", *asks)) if asks else ()
    return tag("div", tag("h2", words("welcome")), tag("p", words("welcome_line")), *tries, class_="welcome")


def render_library(reports: Sequence[ReportCard]) -> Markup:
    """Return what the evidence panel shows before the first answer: its purpose, the newest reports, the three proofs."""
    blank = tag(
        "div", tag("p", words("evidence_empty"), class_="blank-title"), tag("p", words("evidence_empty_line")), class_="blank"
    )
    newest = sorted(reports, key=_by_age)[:SHELF]
    count = words("newest_of", n=len(newest)) if len(newest) < len(reports) else str(len(reports))
    title = tag("h2", words("in_store"), tag("span", count, class_="count"))
    shelf = join((title, tag("ul", *(tag("li", _spine(card)) for card in newest)))) if reports else ""
    proofs = [
        tag("li", tag("span", words(proof), class_=f"fig {proof}"), words(f"{proof}_line"))
        for proof in ("quoted", "converted", "derived")
    ]
    return tag("div", blank, shelf, tag("ul", *proofs, class_="proofs"), class_="library")


def render_composer(years: Sequence[int], reports: Sequence[ReportCard]) -> Markup:
    """Return where a question is written, with the scope filter above it and the legend below."""
    box = tag(
        "form",
        tag("label", words("question"), for_="wj-question", class_="vh"),
        tag(
            "textarea",
            id="wj-question",
            rows=1,
            maxlength=2000,
            data_place="place_question",
            enterkeyhint="send",
            autocomplete="off",
        ),
        tag("button", Markup(_SEND), hidden("send"), type="submit", class_="send"),
        class_="box",
        data_form="ask",
    )
    new = tag("button", words("new"), type="button", class_="tool new")
    return join((tag("div", render_filter(years, reports), new, class_="scope-bar"), box, _legend()))


def render_finder(years: Sequence[int], reports: Sequence[ReportCard]) -> Markup:
    """Return where a query is written on the page that finds passages."""
    box = tag(
        "form",
        tag("label", words("query"), for_="wj-query", class_="vh"),
        tag(
            "input",
            id="wj-query",
            type="search",
            maxlength=2000,
            data_place="place_query",
            enterkeyhint="search",
            autocomplete="off",
        ),
        tag("button", words("search"), type="submit", class_="send wide"),
        class_="box",
        data_form="find",
        role="search",
    )
    top = (tag("h2", words("find_title")), tag("p", words("find_line"), class_="lead"))
    return join((*top, box, tag("div", render_filter(years, reports), class_="scope-bar")))


def render_filter(years: Sequence[int], reports: Sequence[ReportCard]) -> Markup:
    """Return the filter by year and report; the script keeps what is chosen and shows it in `.chosen`."""
    year_list = tag("div", *(_choice("year", str(year), words("year", year=year)) for year in years), class_="choices years")
    search = tag("label", hidden("search_reports"), tag("input", type="search", class_="seek", data_place="search_reports"))
    report_list = tag("div", render_report_choices(reports, ""), class_="choices reports")
    picks = (
        _pick("years", year_list) if years else Markup(""),
        _pick("reports", join((search, report_list))) if reports else Markup(""),
    )
    return tag("div", *picks, tag("span", class_="chosen"), class_="filter", role="group")


def render_report_choices(reports: Sequence[ReportCard], query: str) -> Markup:
    """Return the reports whose name, place or key holds every word of the query, newest first."""
    wanted = query.casefold().split()
    fits = [card for card in reports if all(word in _haystack(card) for word in wanted)]
    newest = sorted(fits, key=_by_age)
    if not newest:
        return tag("p", words("no_reports"), class_="quiet")
    rest = len(newest) - LISTED
    more = tag("p", words("more_reports", n=rest), class_="quiet") if rest > 0 else ""
    return join((*(_choice("report", card.key, _label(card)) for card in newest[:LISTED]), more))


def render_viewer() -> Markup:
    """Return the empty frame that the script fills with a report's source."""
    back = tag("button", tag("span", "‹", aria_hidden="true"), words("back"), type="button", class_="tool back")
    head = tag("div", back, tag("div", class_="viewer-name"), tag("div", class_="tabs", role="group"), class_="viewer-bar")
    inner = tag("div", class_="viewer-inner", tabindex=0)
    return tag(
        "section", tag("span", words("viewer"), class_="vh", id="wj-viewer-name"), head, inner, class_="viewer", hidden=True
    )


def years_of(reports: Sequence[ReportCard]) -> tuple[int, ...]:
    """Return the years of issue, newest first."""
    return tuple(sorted({year for card in reports for year in _years_about(card)}, reverse=True))


def _years_about(card: ReportCard) -> set[int]:
    """Return the years that a report's figures are about: those it covers, and that of its issue, which it may plan."""
    named = [int(year) for year in re.findall(r"\d{4}", card.metadata.period)]
    covered = set(range(min(named), max(named) + 1)) if named else set()
    return covered | ({card.metadata.year} if card.metadata.year is not None else set())


def _by_age(card: ReportCard) -> tuple[int, str]:
    return (-(card.metadata.year or 0), card.key)


def _spine(card: ReportCard) -> Markup:
    metadata = card.metadata
    return tag(
        "button",
        tag("span", str(metadata.year or ""), class_="year"),
        tag("span", metadata.title or stem(card.key), class_="title"),
        tag("span", metadata.place, class_="facts"),
        type="button",
        class_="opens",
        **address(card.key, 0, 0),
    )


def _store(reports: Sequence[ReportCard]) -> Markup:
    years = years_of(reports)
    if not years:
        return words("store", reports=len(reports))
    key = "store_years" if years[0] != years[-1] else "store_year"
    return words(key, reports=len(reports), first=years[-1], last=years[0])


def _legend() -> Markup:
    items = [
        tag(
            "span",
            tag("span", "123", class_=f"fig {proof}", aria_hidden="true"),
            words(proof),
            id=f"proof-{proof}",
            data_tip=f"{proof}_line",
        )
        for proof in ("quoted", "converted", "derived")
    ]
    return tag("div", *items, tag("span", words("enter"), class_="enter"), class_="legend")


def _pick(key: str, content: Markup) -> Markup:
    return tag("details", tag("summary", words(key)), tag("div", content, class_="popover"), class_="pick", name="scope")


def _choice(kind: str, value: str, label: Markup) -> Markup:
    return tag("button", label, type="button", class_="choice", data_kind=kind, data_value=value, aria_pressed="false")


def _label(card: ReportCard) -> Markup:
    facts = " · ".join(str(fact) for fact in (card.metadata.year, card.metadata.place) if fact)
    return join((tag("span", card.metadata.title or stem(card.key), class_="title"), tag("span", facts, class_="facts")))


def _haystack(card: ReportCard) -> str:
    metadata = card.metadata
    return " ".join(
        (metadata.title, metadata.place, metadata.issuer, metadata.type, str(metadata.year or ""), card.key)
    ).casefold()
