"""The tab library: its components and what happens between them."""

import gradio as gr

from app.web.component import QUIET, add_column, add_html, add_panel
from app.web.engine import Engine
from app.web.markup import Markup, tag, words


def add_library(engine: Engine, page: gr.Blocks) -> None:
    """Add the tab."""
    with add_panel("library"), add_column("whole"):
        shown = add_html("library", _render(engine))
    page.load(lambda: _render(engine), None, shown, **QUIET)


def _render(engine: Engine) -> Markup:
    return tag("h2", words("library_title"), data_reports=len(engine.catalogue()))
