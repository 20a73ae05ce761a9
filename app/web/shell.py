"""The header, as HTML: seal, tabs, what the store holds, language and light."""

from collections.abc import Sequence

from app.web.filter import years_of
from app.web.markup import Markup, hidden, tag, words
from index.catalogue import ReportCard

TABS = ("ask", "find", "check", "trends", "library")
_MOON = (
    '<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><circle cx="12" cy="12" r="8.2" fill="none" '
    'stroke="currentColor" stroke-width="1.8"/><path d="M12 3.8a8.2 8.2 0 0 1 0 16.4z" fill="currentColor"/></svg>'
)


def render_head(reports: Sequence[ReportCard]) -> Markup:
    """Return the header: seal, pages, what the store holds, language and light."""
    seal = tag("span", tag("span", "问"), tag("span", "据"), class_="seal", aria_hidden="true")
    brand = tag("h1", tag("a", seal, tag("span", words("brand"), class_="name"), href="#ask", class_="brand"))
    pages = [tag("a", words(page), href=f"#{page}", class_="page", data_page=page) for page in TABS]
    switches = (
        tag("button", words("language"), hidden("language_label"), type="button", class_="switch", data_switch="language"),
        tag("button", Markup(_MOON), hidden("theme"), type="button", class_="switch", data_switch="theme"),
    )
    nav = tag("nav", hidden("pages"), *pages)
    return tag("header", brand, nav, tag("a", _store(reports), href="#library", class_="store"), *switches, class_="bar")


def _store(reports: Sequence[ReportCard]) -> Markup:
    years = years_of(reports)
    if not years:
        return words("store", reports=len(reports))
    key = "store_years" if years[0] != years[-1] else "store_year"
    return words(key, reports=len(reports), first=years[-1], last=years[0])
