"""The tab of the library: its components and what happens between them."""

import logging
from collections.abc import Callable

import gradio as gr

from app.web.component import QUIET, add_column, add_html, add_panel
from app.web.engine import Engine
from app.web.files import Files
from app.web.find.found import render_failed
from app.web.library.cards import SHOWN, render_cards, render_shelf, render_sure
from app.web.library.findings import render_findings
from app.web.library.frame import render_intake, render_standing
from app.web.markup import Markup, tag, told, words
from app.web.request import read_number, read_text
from corpus.errors import WenjuError
from index.catalogue import ReportCard

_log = logging.getLogger(__name__)
_Asked = Callable[[object], str]


def add_library(engine: Engine, page: gr.Blocks, files: Files) -> None:
    """Add the tab. What changes while one looks is asked for by the script: how far reading is, the cards."""
    with add_panel("library"):
        with add_column("work"):
            asks = [_standing(files), _start(files), _cancel(files), _drop(files)]
            add_html(
                "intake", render_intake(files.limits if files.intake else None, guarded=files.guarded), server_functions=asks
            )
            add_html("standing")
        with add_column("side"):
            asks = [_lister(engine, files), _sure(engine), _remover(engine, files), _linter(engine)]
            cards = add_html("reports", _first(engine, files), server_functions=asks)
    page.load(lambda: _first(engine, files), None, cards, **QUIET)


def _first(engine: Engine, files: Files) -> Markup:
    try:
        reports = engine.catalogue()
    except WenjuError as error:
        return render_failed(told(error))
    return render_shelf(render_cards(reports, "", SHOWN, may_remove=files.intake is not None))


def _lister(engine: Engine, files: Files) -> _Asked:
    def list_cards(data: object) -> str:
        query = read_text(data.get("query")) if isinstance(data, dict) else ""
        shown = min(max(SHOWN, read_number(data, "shown")), 5_000)
        try:
            reports = engine.catalogue()
        except WenjuError as error:
            return render_failed(told(error))
        return render_cards(reports, query, shown, may_remove=files.intake is not None)

    return list_cards


def _standing(files: Files) -> _Asked:
    def standing(_data: object) -> str:
        return render_standing(files.intake.standing()) if files.intake else ""

    return standing


def _start(files: Files) -> _Asked:
    def start(data: object) -> str:
        if files.intake is None:
            return ""
        files.intake.start(read_text(data))
        return render_standing(files.intake.standing())

    return start


def _cancel(files: Files) -> _Asked:
    def cancel(_data: object) -> str:
        if files.intake is None:
            return ""
        files.intake.cancel()
        return render_standing(files.intake.standing())

    return cancel


def _drop(files: Files) -> _Asked:
    def drop(data: object) -> str:
        if files.intake is not None:
            files.intake.uploads.drop(read_text(data))
        return ""

    return drop


def _card(engine: Engine, data: object) -> ReportCard | None:
    key = read_text(data)
    return next((card for card in engine.catalogue() if card.key == key), None)


def _sure(engine: Engine) -> _Asked:
    def sure(data: object) -> str:
        card = _card(engine, data)
        return render_sure(card, uploaded=engine.is_uploaded(card.key)) if card else render_failed(words("no_reports"))

    return sure


def _remover(engine: Engine, files: Files) -> _Asked:
    def remove(data: object) -> str:
        if files.intake is None:
            return render_failed(words("library_locked"))
        try:
            engine.remove(read_text(data))
        except WenjuError as error:
            return render_failed(told(error))
        return tag("p", words("removed"), class_="quiet", role="status")

    return remove


def _linter(engine: Engine) -> _Asked:
    def lint(data: object) -> str:
        try:
            (found,) = engine.lint((read_text(data),))
        except WenjuError as error:
            return render_failed(told(error))
        except Exception:  # the last edge: the card must not wait for ever
            _log.exception("linting failed: %r", data)
            return render_failed(words("unexpected"))
        return render_findings(found)

    return lint
