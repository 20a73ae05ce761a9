"""What stands still on the tab that answers, as HTML: welcome, shelf, composer, legend."""

import time
from collections.abc import Sequence

from app.web.address import address, stem
from app.web.alike import render_empty
from app.web.ask.answer import render_turn
from app.web.ask.turn import Turn
from app.web.filter import by_age, render_filter
from app.web.markup import Markup, hidden, join, tag, words
from index.catalogue import ReportCard

SHELF = 8  # reports that an empty evidence panel lists
_SEND = (
    '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round"><path d="M12 19V5M5.5 11.5 12 5l6.5 6.5"/></svg>'
)


def render_conversation(turns: Sequence[Turn], *, upto: int | None = None) -> Markup:
    """Return the turns in order; `upto` counts in the answer of the last one."""
    last = len(turns) - 1
    return join(render_turn(turn, at + 1, upto=upto if at == last else None) for at, turn in enumerate(turns))


def render_welcome(examples: Sequence[str], english: Sequence[str], reports: Sequence[ReportCard]) -> Markup:
    """Return what an empty conversation shows: what this is, and questions to click, on the English page in English where there are such; or how to fill an empty store."""
    if not reports:
        lines = (
            tag("h2", words("empty_store")),
            tag("p", words("empty_store_line")),
            tag("p", tag("a", words("empty_store_add"), href="#library", class_="choose")),
            tag("p", words("empty_store_command")),
            tag("pre", tag("code", "wenju ingest ", words("empty_store_folder"))),
        )
        return tag("div", *lines, class_="welcome")
    lists = (_asks(examples, "zh"), _asks(english, "en")) if examples and english else (_asks(examples or english),)
    tries = (tag("h3", words("examples")), *lists) if examples or english else ()
    return tag("div", tag("h2", words("welcome")), tag("p", words("welcome_line")), *tries, class_="welcome")


def _asks(examples: Sequence[str], lang: str | None = None) -> Markup:
    asks = (tag("li", tag("button", example, type="button", class_="example", data_ask=example)) for example in examples)
    return tag("ul", *asks, class_=lang)


def render_shelf(reports: Sequence[ReportCard], purpose: str = "evidence_empty") -> Markup:
    """Return what stands on the right before anything is shown there: what will be, and the newest reports; beside answers the three proofs."""
    newest = sorted(reports, key=by_age)[:SHELF]
    count = words("newest_of", n=len(newest)) if len(newest) < len(reports) else str(len(reports))
    title = tag("h2", words("in_store"), tag("span", count, class_="count"))
    shelf = join((title, tag("ul", *(tag("li", _spine(card)) for card in newest)))) if reports else ""
    proofs = [
        tag("li", tag("span", words(proof), class_=f"fig {proof}"), words(f"{proof}_line"))
        for proof in ("quoted", "converted", "derived")
    ]
    legend = tag("ul", *proofs, class_="proofs") if purpose == "evidence_empty" else ""
    return tag("div", render_empty(purpose), shelf, legend, class_="library")


def render_told(key: str) -> Markup:
    """Return a line that says that something was done, and goes by itself; `at` makes two of the same differ."""
    return tag("p", words(key), class_="toast", role="status", data_at=time.monotonic_ns())


def render_composer(years: Sequence[int], reports: Sequence[ReportCard]) -> Markup:
    """Return where a question is written, with the scope filter above it and the legend below."""
    box = tag(
        "form",
        tag("label", words("question"), for_="wj-question", class_="vh"),
        tag(
            "textarea",
            id="wj-question",
            data_main=True,
            rows=1,
            maxlength=2000,
            data_place="place_question",
            enterkeyhint="send",
            autocomplete="off",
        ),
        tag("button", Markup(_SEND), hidden("send"), type="submit", class_="send"),
        class_="box",
        data_form="ask",
    )
    forms = [tag("button", words(f"save_{form}"), type="button", class_="tool save", data_form=form) for form in ("docx", "md")]
    save = tag("details", tag("summary", words("save")), tag("div", *forms, class_="popover"), class_="pick saving", name="scope")
    new = tag("button", words("new"), type="button", class_="tool new")
    return join((tag("div", render_filter(years, reports), save, new, class_="scope-bar"), box, _legend()))


def _spine(card: ReportCard) -> Markup:
    metadata = card.metadata
    return tag(
        "button",
        tag("span", str(metadata.year or ""), class_="year"),
        tag("span", metadata.title or stem(card.key), class_="title"),
        tag("span", metadata.place, class_="facts"),
        type="button",
        class_="opens",
        **address(card.key, 0, 0),
    )


def _legend() -> Markup:
    items = [
        tag(
            "span",
            tag("span", "123", class_=f"fig {proof}", aria_hidden="true"),
            words(proof),
            id=f"proof-{proof}",
            data_tip=f"{proof}_line",
        )
        for proof in ("quoted", "converted", "derived")
    ]
    return tag("div", *items, tag("span", words("enter"), class_="enter"), class_="legend")
