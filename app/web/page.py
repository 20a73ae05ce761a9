"""The page: its components and what happens between them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from app.web.engine import Engine
from app.web.evidence import render_evidence
from app.web.found import render_failed, render_found
from app.web.markup import Markup
from app.web.render import Turn
from app.web.request import read_asked, read_number, read_opened, read_text
from app.web.shell import (
    render_composer,
    render_finder,
    render_head,
    render_library,
    render_report_choices,
    render_viewer,
    render_welcome,
    years_of,
)
from app.web.source import render_lost, render_source
from app.web.talk import stream_answer
from corpus.errors import WenjuError
from index.catalogue import ReportCard

EXAMPLES = 6
FOUND = 20

_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": 16}


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the page shows of the store before anything is asked."""

    head: Markup
    welcome: Markup
    composer: Markup
    finder: Markup
    library: Markup


def build_page(engine: Engine) -> gr.Blocks:
    """Build the page over an engine; `app.web.server.serve` adds style, script and theme when it starts it."""
    standing = _standing(engine)
    page: gr.Blocks = gr.Blocks(title="问据 Wenju", analytics_enabled=False)
    with page:
        turns: gr.State = gr.State((), time_to_live=12 * 3600)
        head = _html("head", standing.head)
        with gr.Row(elem_id="wj-main"):
            with gr.Column(elem_id="wj-left"):
                conversation = _html("conversation", standing.welcome)
                composer = _html("composer", standing.composer)
                finder = _html("finder", standing.finder)
                hits = _html("hits", "")
            with gr.Column(elem_id="wj-right"):
                evidence = _html("evidence", standing.library)
                shelf = _html("shelf", standing.library)
                _html("viewer", render_viewer(), server_functions=[_opener(engine), _lister(engine)])
        composer.submit(_asker(engine), turns, [turns, conversation, evidence], **_QUIET)
        composer.clear(_clearer(engine), None, [turns, conversation, evidence], **_QUIET)
        conversation.select(_chooser(engine), turns, evidence, **_QUIET)
        finder.submit(_finder(engine), None, hits, **_QUIET)
        page.load(_refresher(engine), None, [head, conversation, composer, finder, evidence, shelf], **_QUIET)
    return page


def _html(name: str, value: str, server_functions: list[Callable[..., str]] | None = None) -> gr.HTML:
    """Make a component whose script side registers with page.js under its name."""
    connect = f"window.wenju.connect('{name}', element, trigger, server, watch)"
    return gr.HTML(
        value,
        elem_id=f"wj-{name}",
        js_on_load=connect,
        apply_default_css=False,
        padding=False,
        server_functions=server_functions,
    )


def _standing(engine: Engine) -> _Standing:
    try:
        reports = engine.catalogue()
        welcome = render_welcome(engine.examples(EXAMPLES), reports)
    except WenjuError as error:
        reports, welcome = (), render_lost(str(error))
    years = years_of(reports)
    return _Standing(
        render_head(reports), welcome, render_composer(years, reports), render_finder(years, reports), render_library(reports)
    )


def _refresher(engine: Engine) -> Callable[[], tuple[Markup, ...]]:
    def refresh() -> tuple[Markup, ...]:
        now = _standing(engine)
        return now.head, now.welcome, now.composer, now.finder, now.library, now.library

    return refresh


def _asker(engine: Engine) -> Callable[..., Iterator[tuple[Any, ...]]]:
    def ask(turns: tuple[Turn, ...], event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        asked = read_asked(event._data)
        if not asked.text:
            return
        for step in stream_answer(engine, turns, asked.text, years=asked.years, reports=asked.reports):
            yield step.turns, step.conversation, gr.skip() if step.evidence is None else step.evidence

    return ask


def _clearer(engine: Engine) -> Callable[[], tuple[Any, ...]]:
    def clear() -> tuple[Any, ...]:
        now = _standing(engine)
        return (), now.welcome, now.library

    return clear


def _chooser(engine: Engine) -> Callable[..., Markup]:
    def choose(turns: tuple[Turn, ...], event: gr.EventData) -> Markup:
        number = read_number(event._data, "turn")
        turn = turns[number - 1] if 0 < number <= len(turns) else None
        return render_evidence(turn, number, engine.view)

    return choose


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


def _opener(engine: Engine) -> Callable[[object], str]:
    def open_source(data: object) -> str:
        wanted = read_opened(data)
        try:
            return render_source(engine.view(wanted.report), wanted.start, wanted.end, wanted.figures)
        except WenjuError as error:
            return render_lost(str(error))

    return open_source


def _lister(engine: Engine) -> Callable[[object], str]:
    def list_reports(data: object) -> str:
        try:
            reports: tuple[ReportCard, ...] = engine.catalogue()
        except WenjuError as error:
            return render_lost(str(error))
        return render_report_choices(reports, read_text(data))

    return list_reports
