"""How a tab puts its HTML on the page and hears its events: the one place that knows Gradio's components."""

from collections.abc import Callable
from typing import Any

import gradio as gr

# For every event: no overlay while it runs, not in the API, as many at once as people ask.
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": 16}


def add_html(name: str, value: str = "", server_functions: list[Callable[..., str]] | None = None) -> gr.HTML:
    """Add a component `#wj-NAME`; its script side is `wenju.parts.NAME` with `trigger(event, data)` and `server.FUNCTION(data)`."""
    return gr.HTML(
        value,
        elem_id=f"wj-{name}",
        js_on_load=f"window.wenju.connect('{name}', element, trigger, server, watch)",
        apply_default_css=False,
        padding=False,
        server_functions=server_functions,
    )


def when_stale(
    page: gr.Blocks,
    news: gr.HTML,
    act: Callable[..., Any],
    inputs: gr.State | None,
    outputs: gr.HTML | gr.State | list[gr.HTML],
) -> gr.events.Dependency:
    """Do something when the page is opened, and when reports came or went: the library's script then triggers `news.select`."""
    done: gr.events.Dependency = gr.on([page.load, news.select], act, inputs, outputs, **QUIET)
    return done


def add_panel(tab: str) -> gr.Row:
    """Add the row `#wj-tab-NAME` of a tab; the style sheet shows that of the tab which is open."""
    return gr.Row(elem_id=f"wj-tab-{tab}", elem_classes=["wj-tab"])


def add_column(side: str) -> gr.Column:
    """Add a column of a tab: "work" on the left, "side" on the right."""
    return gr.Column(elem_classes=[f"wj-{side}"])
