"""The tab of trends: its components and what happens between them."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import gradio as gr

from app.trends.export import trend_csv, trend_xlsx
from app.trends.joining import join_trends, target_measure
from app.trends.trend import Trend
from app.web.aside import Progress, work_aside
from app.web.component import QUIET, add_column, add_html, add_panel, when_stale
from app.web.engine import Engine
from app.web.files import Files, Result
from app.web.find.found import render_failed
from app.web.markup import Markup, told, words
from app.web.trends.request import Traced, read_traced
from app.web.trends.view import render_suggestions, render_tracing, render_trend, render_trend_form
from corpus.errors import WenjuError
from index.places import NATION

_log = logging.getLogger(__name__)
SUGGESTED = 24


def add_trends(engine: Engine, page: gr.Blocks, news: gr.HTML, files: Files) -> None:
    """Add the tab that follows a measure: its form and chart, and beside it the measures that the reports give for years."""
    form_html, suggestions_html = _standing(engine)
    with add_panel("trends"):
        with add_column("work"):
            form = add_html("trend-form", form_html)
            chart = add_html("trend")
        with add_column("side"):
            suggestions = add_html("measures", suggestions_html)
    # Who asks for another measure does not wait for the one before: the script stops it first.
    running = form.submit(_tracer(engine, files), None, chart, trigger_mode="multiple", **QUIET)
    form.stop(None, None, None, cancels=[running], **QUIET)
    when_stale(page, news, lambda: _standing(engine), None, [form, suggestions])


def _standing(engine: Engine) -> tuple[Markup, Markup]:
    try:
        counts = Counter(card.metadata.place for card in engine.catalogue() if card.metadata.place)
        measures = engine.measures(SUGGESTED)
    except WenjuError:
        counts, measures = Counter[str](), ()
    # Without reports on the nation one place has to be chosen: that of most reports is, until the reader chooses another.
    chosen = "" if NATION in counts or not counts else counts.most_common(1)[0][0]
    return render_trend_form(sorted(counts), measures, chosen), render_suggestions(measures)


def _tracer(engine: Engine, files: Files) -> Callable[..., Iterator[Markup]]:
    def trace(event: gr.EventData) -> Iterator[Markup]:
        wanted = read_traced(event._data)
        if wanted.measure:
            yield from stream_trend(engine, wanted, files)

    return trace


def stream_trend(engine: Engine, wanted: Traced, files: Files) -> Iterator[Markup]:
    """Yield what the tab shows: that it is looking, the outcomes, and last the targets with them."""
    if trouble := _trouble(engine, wanted):
        yield render_failed(words(trouble))
        return
    yield render_tracing(wanted.measure)
    follow = partial(engine.trend, first=wanted.first, last=wanted.last, place=wanted.place)
    found: Trend | None = None
    try:
        for step in work_aside(lambda hear: follow(wanted.measure, on_year=hear)):
            if isinstance(step, Progress):
                yield render_tracing(wanted.measure, step.done, step.total)
            else:
                found = step
        aimed_at = target_measure(wanted.measure) if wanted.targets and found and found.points else None
        if found and aimed_at:
            outcomes, measure = found, aimed_at
            yield render_trend(outcomes, (), more=words("tracing_targets"))
            for step in work_aside(lambda hear: follow(measure, on_year=hear)):
                if isinstance(step, Progress):
                    yield render_trend(outcomes, (), more=words("tracing_targets_at", done=step.done, total=step.total))
                else:
                    found = join_trends(outcomes, step)
    except WenjuError as error:
        yield render_failed(told(error))
        return
    except Exception:  # the last edge: a page that waits for ever would be worse
        _log.exception("following failed: %r", wanted.measure)
        yield render_failed(words("unexpected"))
        return
    if found:
        yield render_trend(found, files.offer(_result(found)) if found.points else ())


def _trouble(engine: Engine, wanted: Traced) -> str:
    """Return the key of what keeps a measure from being followed, "" where nothing does."""
    if wanted.first and wanted.last and wanted.last < wanted.first:
        return "trend_years_odd"
    try:
        return "" if engine.catalogue() else "store_is_empty"
    except WenjuError:
        return ""  # said once the years are looked through


def _result(trend: Trend) -> Result:
    makers: dict[str, Callable[[], bytes]] = {
        "png": partial(_png, trend), "csv": partial(trend_csv, trend), "xlsx": partial(trend_xlsx, trend),
    }  # fmt: skip
    name = trend.called or trend.measure
    return Result(f"{trend.place}{name}", makers, f"{trend.place} {name}".strip())


def _png(trend: Trend) -> bytes:
    from app.trends.plotting import draw_trend  # matplotlib takes a second to load: only who wants a picture waits for it

    return draw_trend(trend, "png")
