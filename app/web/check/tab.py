"""The tab that checks: its components and what happens between them."""

from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr

from app.web.check.frame import render_blank, render_drafting
from app.web.check.request import read_sent
from app.web.check.talk import stream_check
from app.web.component import QUIET, add_column, add_html, add_panel
from app.web.engine import Engine
from app.web.files import Files
from app.web.markup import Markup

# Checking a long draft takes all that a core gives: more at once would only slow those who ask.
_AT_ONCE = 2


def add_check(engine: Engine, files: Files) -> None:
    """Add the tab that checks: the draft, which is marked once it is checked, and beside it a verdict for each of its figures."""
    with add_panel("check"):
        with add_column("work"):
            drafting = add_html("drafting", render_drafting(files.limits))
            draft = add_html("draft")
        with add_column("side"):
            verdicts = add_html("verdicts", render_blank())
    running = drafting.submit(_checker(engine, files), None, [draft, verdicts], **{**QUIET, "concurrency_limit": _AT_ONCE})
    drafting.stop(lambda: (Markup(""), render_blank()), None, [draft, verdicts], cancels=[running], **QUIET)
    drafting.clear(lambda: (Markup(""), render_blank()), None, [draft, verdicts], **QUIET)


def _checker(engine: Engine, files: Files) -> Callable[..., Iterator[tuple[Any, Any]]]:
    def check(event: gr.EventData) -> Iterator[tuple[Any, Any]]:
        for shown in stream_check(engine, read_sent(event._data), files):
            yield gr.skip() if shown.draft is None else shown.draft, gr.skip() if shown.verdicts is None else shown.verdicts

    return check
