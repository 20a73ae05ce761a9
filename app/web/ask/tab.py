"""The tab that answers: its components and what happens between them."""

from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr

from app.web.ask.answer import Turn
from app.web.ask.evidence import render_evidence
from app.web.ask.frame import render_composer, render_shelf, render_welcome
from app.web.ask.talk import stream_answer
from app.web.component import QUIET, add_column, add_html, add_panel
from app.web.engine import Engine
from app.web.filter import years_of
from app.web.markup import Markup
from app.web.request import read_asked, read_number
from app.web.source.source import render_lost
from corpus.errors import WenjuError

EXAMPLES = 6


def add_ask(engine: Engine, page: gr.Blocks) -> None:
    """Add the tab."""
    welcome, composer_html, shelf = _standing(engine)
    turns: gr.State = gr.State((), time_to_live=12 * 3600)
    with add_panel("ask"):
        with add_column("work"):
            conversation = add_html("conversation", welcome)
            composer = add_html("composer", composer_html)
        with add_column("side"):
            evidence = add_html("evidence", shelf)
    composer.submit(_asker(engine), turns, [turns, conversation, evidence], **QUIET)
    composer.clear(_clearer(engine), None, [turns, conversation, evidence], **QUIET)
    conversation.select(_chooser(engine), turns, evidence, **QUIET)
    page.load(lambda: _standing(engine), None, [conversation, composer, evidence], **QUIET)


def _standing(engine: Engine) -> tuple[Markup, Markup, Markup]:
    """Return what the tab shows before anything is asked: welcome, composer, shelf."""
    try:
        reports = engine.catalogue()
        welcome = render_welcome(engine.examples(EXAMPLES), reports)
    except WenjuError as error:
        reports, welcome = (), render_lost(str(error))
    return welcome, render_composer(years_of(reports), reports), render_shelf(reports)


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
        welcome, _, shelf = _standing(engine)
        return (), welcome, shelf

    return clear


def _chooser(engine: Engine) -> Callable[..., Markup]:
    def choose(turns: tuple[Turn, ...], event: gr.EventData) -> Markup:
        number = read_number(event._data, "turn")
        turn = turns[number - 1] if 0 < number <= len(turns) else None
        return render_evidence(turn, number, engine.view)

    return choose
