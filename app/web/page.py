"""The page: header, tabs, source viewer. Each tab adds its own components and events."""

import gradio as gr

from app.web.ask.tab import add_ask
from app.web.check.tab import add_check
from app.web.component import add_html, when_stale
from app.web.engine import Engine
from app.web.files import Files
from app.web.find.tab import add_find
from app.web.library.tab import add_library
from app.web.markup import Markup
from app.web.shell import render_head
from app.web.source.open import add_viewer
from app.web.trends.tab import add_trends
from corpus.errors import WenjuError


def build_page(engine: Engine, files: Files) -> gr.Blocks:
    """Build the page over an engine; `app.web.server.serve` adds style, script and theme when it starts it."""
    page: gr.Blocks = gr.Blocks(title="问据 Wenju", analytics_enabled=False)
    with page:
        head = add_html("head", _head(engine))
        when_stale(page, head, lambda: _head(engine), None, head)
        with gr.Column(elem_id="wj-main"):
            add_ask(engine, page, head, files)
            add_find(engine, page, head)
            add_check(engine, files)
            add_trends(engine, page, head, files)
            add_library(engine, page, files)
            add_viewer(engine)
    return page


def _head(engine: Engine) -> Markup:
    try:
        return render_head(engine.catalogue())
    except WenjuError:
        return render_head(())
