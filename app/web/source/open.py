"""The source viewer on the page: it opens a report at a passage, over whatever tab asks for it."""

from collections.abc import Callable

import gradio as gr

from app.web.component import add_html
from app.web.engine import Engine
from app.web.filter import render_report_choices
from app.web.markup import told
from app.web.request import read_opened, read_text
from app.web.source.frame import render_viewer
from app.web.source.source import render_lost, render_source
from corpus.errors import WenjuError


def add_viewer(engine: Engine) -> gr.HTML:
    """Add the viewer, empty and hidden."""
    return add_html("viewer", render_viewer(), [_opener(engine), _lister(engine)])


def _opener(engine: Engine) -> Callable[[object], str]:
    def open_source(data: object) -> str:
        wanted = read_opened(data)
        try:
            return render_source(engine.view(wanted.report), wanted.start, wanted.end, wanted.figures, wanted.page, wanted.places)
        except WenjuError as error:
            return render_lost(told(error))

    return open_source


def _lister(engine: Engine) -> Callable[[object], str]:
    def list_reports(data: object) -> str:
        try:
            return render_report_choices(engine.catalogue(), read_text(data))
        except WenjuError as error:
            return render_lost(told(error))

    return list_reports
