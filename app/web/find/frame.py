"""What stands still on the tab that finds, as HTML."""

from collections.abc import Sequence

from app.web.filter import render_filter
from app.web.markup import Markup, join, tag, words
from index.catalogue import ReportCard


def render_finder(reports: Sequence[ReportCard]) -> Markup:
    """Return where a query is written on the page that finds passages."""
    box = tag(
        "form",
        tag("label", words("query"), for_="wj-query", class_="vh"),
        tag(
            "input",
            id="wj-query",
            data_main=True,
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
    return join((*top, box, tag("div", render_filter((), reports), class_="scope-bar")))
