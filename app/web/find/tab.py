"""The tab that finds: what is typed is looked for at once; the script drops answers that come too late."""

from collections.abc import Callable
from dataclasses import replace

import gradio as gr

from app.web.ask.frame import render_shelf
from app.web.component import add_column, add_html, add_panel, when_stale
from app.web.engine import Engine
from app.web.find.facets import admitted, render_facets
from app.web.find.found import render_failed, render_found
from app.web.find.frame import render_finder
from app.web.markup import Markup, join, tag, told, words
from app.web.request import read_sought
from corpus.errors import WenjuError
from index.hit import Found
from index.scope import Scope

FOUND = 30  # passages that are shown
TRIED = 6  # measures that are there to try it with
COUNTED = 100  # passages that the facets count


def add_find(engine: Engine, page: gr.Blocks, news: gr.HTML) -> None:
    """Add the tab that finds: the words with what was found below them, and beside it the reports until a passage is opened."""
    finder_html, shelf_html = _standing(engine)
    with add_panel("find"):
        with add_column("work"):
            finder = add_html("finder", finder_html, [_finder(engine)])
            add_html("hits", tag("div", class_="finds"))
        with add_column("side"):
            shelf = add_html("shelf", shelf_html)
    when_stale(page, news, lambda: _standing(engine), None, [finder, shelf])


def _standing(engine: Engine) -> tuple[Markup, Markup]:
    try:
        reports, measures = engine.catalogue(), engine.measures(TRIED)
    except WenjuError:
        reports, measures = (), ()
    return render_finder(reports, measures), render_shelf(reports, "source_empty")


def _finder(engine: Engine) -> Callable[[object], str]:
    def find(data: object) -> str:
        sought = read_sought(data)
        if not any(c.isalnum() for c in sought.text):
            return ""
        try:
            reports = engine.catalogue()
            if not reports:
                return render_failed(words("store_is_empty"))
            every = engine.find(sought.text, k=COUNTED, reports=sought.reports)
            found = every
            if sought.years or sought.places or sought.types:
                keys = admitted(reports, sought)
                found = engine.find(sought.text, k=COUNTED, reports=keys) if keys else Found(sought.text, Scope(), (), 0.0)
        except WenjuError as error:
            return render_failed(told(error))
        metadata = {card.key: card.metadata for card in reports}
        shown = replace(found, hits=found.hits[:FOUND])
        facets = tag("div", render_facets(every.hits, metadata, sought), class_="facets")
        return join((facets, render_found(shown, metadata, more=len(found.hits) > FOUND)))

    return find
