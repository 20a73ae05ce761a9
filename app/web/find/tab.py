"""The tab that finds: its components and what happens between them."""

from collections.abc import Callable

import gradio as gr

from app.web.ask.frame import render_shelf
from app.web.component import QUIET, add_column, add_html, add_panel
from app.web.engine import Engine
from app.web.filter import years_of
from app.web.find.found import render_failed, render_found
from app.web.find.frame import render_finder
from app.web.markup import Markup
from app.web.request import read_asked
from corpus.errors import WenjuError

FOUND = 20


def add_find(engine: Engine, page: gr.Blocks) -> None:
    """Add the tab."""
    finder_html, shelf_html = _standing(engine)
    with add_panel("find"):
        with add_column("work"):
            finder = add_html("finder", finder_html)
            hits = add_html("hits")
        with add_column("side"):
            shelf = add_html("shelf", shelf_html)
    finder.submit(_finder(engine), None, hits, **QUIET)
    page.load(lambda: _standing(engine), None, [finder, shelf], **QUIET)


def _standing(engine: Engine) -> tuple[Markup, Markup]:
    try:
        reports = engine.catalogue()
    except WenjuError:
        reports = ()
    return render_finder(years_of(reports), reports), render_shelf(reports)


def _finder(engine: Engine) -> Callable[..., Markup]:
    def find(event: gr.EventData) -> Markup:
        asked = read_asked(event._data)
        if not asked.text:
            return Markup("")
        try:
            found = engine.find(asked.text, k=FOUND, years=asked.years, reports=asked.reports)
        except WenjuError as error:
            return render_failed(str(error))
        return render_found(found, engine.catalogue())

    return find
