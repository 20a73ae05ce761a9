"""The filter by year and report that stands beside a question or a query, as HTML."""

import re
from collections.abc import Sequence

from app.web.address import stem
from app.web.markup import Markup, hidden, join, tag, words
from index.catalogue import ReportCard

LISTED = 60  # reports that the filter lists at once; the rest is found by typing


def render_filter(years: Sequence[int], reports: Sequence[ReportCard]) -> Markup:
    """Return the filter by year and report; the script keeps what is chosen and shows it in `.chosen`."""
    year_list = tag("div", *(_choice("year", str(year), words("year", year=year)) for year in years), class_="choices years")
    search = tag("label", hidden("search_reports"), tag("input", type="search", class_="seek", data_place="search_reports"))
    report_list = tag("div", render_report_choices(reports, ""), class_="choices reports")
    picks = (
        _pick("years", year_list) if years else Markup(""),
        _pick("reports", join((search, report_list))) if reports else Markup(""),
    )
    kinds = "year report" if years else "report"
    return tag("div", *picks, tag("span", class_="chosen"), class_="filter", role="group", data_kinds=kinds)


def render_report_choices(reports: Sequence[ReportCard], query: str) -> Markup:
    """Return the reports whose name, place or key holds every word of the query, newest first."""
    wanted = query.casefold().split()
    fits = [card for card in reports if all(word in _haystack(card) for word in wanted)]
    newest = sorted(fits, key=by_age)
    if not newest:
        return tag("p", words("no_reports"), class_="quiet")
    rest = len(newest) - LISTED
    more = tag("p", words("more_reports", n=rest), class_="quiet") if rest > 0 else ""
    return join((*(_choice("report", card.key, _label(card)) for card in newest[:LISTED]), more))


def years_of(reports: Sequence[ReportCard]) -> tuple[int, ...]:
    """Return the years of issue, newest first."""
    return tuple(sorted({year for card in reports for year in _years_about(card)}, reverse=True))


def by_age(card: ReportCard) -> tuple[int, str]:
    """Return a key that sorts the newest report first."""
    return (-(card.metadata.year or 0), card.key)


def _years_about(card: ReportCard) -> set[int]:
    """Return the years that a report's figures are about: those it covers, and that of its issue, which it may plan."""
    named = [int(year) for year in re.findall(r"\d{4}", card.metadata.period)]
    covered = set(range(min(named), max(named) + 1)) if named else set()
    return covered | ({card.metadata.year} if card.metadata.year is not None else set())


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
