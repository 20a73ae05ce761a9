"""The tab that answers: its components and what happens between them."""

from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr

from app.web.ask.evidence import render_evidence
from app.web.ask.export import FORMS, make_result
from app.web.ask.feedback import read_said, read_visit, to_feedback
from app.web.ask.frame import render_composer, render_conversation, render_shelf, render_told, render_welcome
from app.web.ask.talk import drop_also, stream_answer
from app.web.ask.turn import Turn
from app.web.component import QUIET, add_column, add_html, add_panel, when_stale
from app.web.engine import Engine
from app.web.files import Files
from app.web.filter import years_of
from app.web.find.found import render_failed
from app.web.kept import Kept
from app.web.markup import Markup, tag, told
from app.web.request import read_again, read_asked, read_number
from app.web.source.source import render_lost
from corpus.errors import WenjuError
from index.catalogue import ReportCard

EXAMPLES = 6
_HOUR = 3600.0
_Visits = Kept[tuple[Turn, ...]]


class Examples:
    """Questions to try in Chinese and in English. Every one is asked once to know that it is answered: they are made again when the
    reports are others, not for every page that is opened.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._made: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._reports: tuple[ReportCard, ...] = ()

    def of(self, reports: tuple[ReportCard, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the questions for the reports of the store as they are now. May raise WenjuError."""
        if reports != self._reports:
            made = self._engine.examples(EXAMPLES), self._engine.english_examples(EXAMPLES)
            self._made, self._reports = made, reports
        return self._made


def add_ask(engine: Engine, page: gr.Blocks, news: gr.HTML, files: Files) -> None:
    """Add the tab that answers: the conversation with its composer, and beside it the sources; a conversation is kept for twelve hours."""
    examples = Examples(engine)
    welcome, composer_html, shelf = _standing(engine, examples)
    turns: gr.State = gr.State((), time_to_live=12 * 3600)
    visits = _Visits(most=500, seconds=12 * _HOUR)
    with add_panel("ask"):
        with add_column("work"):
            conversation = add_html("conversation", welcome)
            composer = add_html("composer", composer_html)
            told = add_html("told")
        with add_column("side"):
            evidence = add_html("evidence", shelf)
    composer.submit(_asker(engine, visits), turns, [turns, conversation, evidence], **QUIET)
    composer.clear(_clearer(engine, examples), None, [turns, conversation, evidence], **QUIET)
    composer.download(_exporter(files), turns, told, **QUIET)
    conversation.select(_chooser(engine), turns, evidence, **QUIET)
    conversation.like(_keeper(engine, visits), turns, [turns, told], **QUIET)
    conversation.retry(_restorer(engine, visits), turns, [turns, conversation, evidence], **QUIET)
    # What stands there may take a second to make. Whether something was asked meanwhile is looked at afterwards, or it would be wiped out.
    standing: gr.State = gr.State(None)
    filled = when_stale(page, news, lambda: _standing(engine, examples), None, standing)
    filled.then(fill, [turns, standing], [conversation, composer, evidence], **QUIET)


def _standing(engine: Engine, examples: Examples) -> tuple[Markup, Markup, Markup]:
    """Return what the tab shows before anything is asked: welcome, composer, shelf."""
    try:
        reports = engine.catalogue()
        welcome = render_welcome(*examples.of(reports), reports)
    except WenjuError as error:
        reports, welcome = (), render_lost(told(error))
    return welcome, render_composer(years_of(reports), reports), render_shelf(reports)


def fill(turns: tuple[Turn, ...], standing: tuple[Markup, Markup, Markup] | None) -> tuple[Any, ...]:
    """Fill the page at its opening, and when reports came or went; what was answered stays."""
    welcome, composer, shelf = standing or (gr.skip(), gr.skip(), gr.skip())
    return (gr.skip(), composer, gr.skip()) if turns else (welcome, composer, shelf)


def _asker(engine: Engine, visits: _Visits) -> Callable[..., Iterator[tuple[Any, ...]]]:
    def ask(turns: tuple[Turn, ...], event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        asked, again = read_asked(event._data), read_again(event._data)
        before = _turn(turns, again.turn)
        question = before.question if before else asked.text
        if not question:
            return
        dropped = drop_also(before, again.dropped) if before else None
        visit = read_visit(event._data)
        for step in stream_answer(engine, turns, question, years=asked.years, reports=asked.reports, dropped=dropped):
            if visit and (step.turns[-1].answer or step.turns[-1].error):
                visits.put(step.turns, visit)
            yield step.turns, step.conversation, gr.skip() if step.evidence is None else step.evidence

    return ask


def _restorer(engine: Engine, visits: _Visits) -> Callable[..., tuple[Any, ...]]:
    """Return what brings a conversation back into a page that was loaded again: it is named by what that page's browser kept."""

    def restore(turns: tuple[Turn, ...], event: gr.EventData) -> tuple[Any, ...]:
        kept = turns or visits.get(read_visit(event._data)) or ()
        if not kept:
            return gr.skip(), gr.skip(), gr.skip()
        return kept, render_conversation(kept), render_evidence(kept[-1], len(kept), engine.view)

    return restore


def _clearer(engine: Engine, examples: Examples) -> Callable[[], tuple[Any, ...]]:
    def clear() -> tuple[Any, ...]:
        welcome, _, shelf = _standing(engine, examples)
        return (), welcome, shelf

    return clear


def _chooser(engine: Engine) -> Callable[..., Markup]:
    def choose(turns: tuple[Turn, ...], event: gr.EventData) -> Markup:
        number = read_number(event._data, "turn")
        return render_evidence(_turn(turns, number), number, engine.view)

    return choose


def _keeper(engine: Engine, visits: _Visits) -> Callable[..., tuple[tuple[Turn, ...], Markup]]:
    def keep(turns: tuple[Turn, ...], event: gr.EventData) -> tuple[tuple[Turn, ...], Markup]:
        said = read_said(event._data)
        kept = to_feedback(turns, said)
        if kept is None:
            return turns, Markup("")
        try:
            engine.keep_feedback(kept.feedback)
        except WenjuError as error:
            return turns, render_failed(told(error))
        visits.put(kept.turns, said.visit)
        return kept.turns, render_told("note_kept" if said.note else "verdict_kept")

    return keep


def _exporter(files: Files) -> Callable[..., Markup]:
    def export(turns: tuple[Turn, ...], event: gr.EventData) -> Markup:
        data = event._data
        form, lang = (data.get("form"), data.get("lang")) if isinstance(data, dict) else ("", "")
        offered = dict(zip(FORMS, files.offer(make_result(turns, "en" if lang == "en" else "zh")), strict=True))
        return tag("a", href=offered[form][1], class_="saved", download=True) if form in FORMS else Markup("")

    return export


def _turn(turns: tuple[Turn, ...], number: int) -> Turn | None:
    return turns[number - 1] if 0 < number <= len(turns) else None
