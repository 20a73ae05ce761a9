"""What stands still on the tab that finds, as HTML."""

from collections.abc import Sequence

from app.web.filter import render_filter
from app.web.markup import Markup, join, tag, words
from index.catalogue import ReportCard
from index.measures import Measure


def render_finder(reports: Sequence[ReportCard], measures: Sequence[Measure] = ()) -> Markup:
    """Return where a query is written on the page that finds passages, with measures that the reports give to try it with."""
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
    names = tuple(dict.fromkeys(m.name for m in measures))
    tries = [tag("button", name, type="button", class_="chip seek-this", data_query=name) for name in names]
    tried = tag("p", tag("span", words("find_try"), class_="label"), *tries, class_="find-tries") if tries else ""
    return join((*top, box, tag("div", render_filter((), reports), class_="scope-bar"), tried))
