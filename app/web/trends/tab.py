"""The tab trends: its components and what happens between them."""

import gradio as gr

from app.web.component import QUIET, add_column, add_html, add_panel
from app.web.engine import Engine
from app.web.markup import Markup, tag, words


def add_trends(engine: Engine, page: gr.Blocks) -> None:
    """Add the tab."""
    with add_panel("trends"), add_column("whole"):
        shown = add_html("trends", _render(engine))
    page.load(lambda: _render(engine), None, shown, **QUIET)


def _render(engine: Engine) -> Markup:
    return tag("h2", words("trends_title"), data_reports=len(engine.catalogue()))
