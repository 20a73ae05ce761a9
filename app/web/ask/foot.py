"""The line under an answer, as HTML: its sources, copying, what the reader thinks of it."""

from app.web.ask.turn import Turn, copy_text
from app.web.markup import Markup, hidden, join, tag, words

_THUMB = (
    '<svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8" '
    'stroke-linejoin="round"><path d="M7 10.5v9H4v-9zM7 10.5l4.2-7c1.5 0 2.5 1 2.3 2.6l-.6 3.4h5.2c1.3 0 2.2 1.2 1.9 2.4l-1.5 '
    '6c-.2 1-1 1.6-2 1.6H7"/></svg>'
)

_SECOND = 1000


def render_foot(turn: Turn, number: int) -> Markup:
    """Return the line under an answer that is there as a whole."""
    answer = turn.answer
    if answer is None or answer.courtesy:
        return Markup("")
    n = len(answer.citations)
    sources = _tool(words("nearest_n" if answer.abstained else "sources", n=n), "to-evidence", data_turn=number)
    copy = _tool(words("copy"), "copy", data_copy=copy_text(turn))
    thumbs = [
        _tool(
            join((Markup(_THUMB), hidden(f"thumb_{verdict}"))),
            f"thumb {verdict}",
            data_turn=number,
            data_verdict=verdict,
            aria_pressed="true" if turn.verdict == verdict else "false",
        )
        for verdict in ("up", "down")
    ]
    took = tag("span", _took(answer.latency_ms), class_="took")
    line = tag("div", sources if n else "", "" if answer.abstained else copy, *thumbs, took, class_="foot")
    return join((line, _note(number)))


def _took(ms: float) -> Markup:
    """Say how long it took, from a second on in seconds."""
    return words("took", ms=max(1, round(ms))) if ms < _SECOND else words("took_seconds", seconds=f"{ms / _SECOND:.1f}")


def _note(number: int) -> Markup:
    """Return where a reader writes what is wrong; it opens with the thumb down."""
    field = f"wj-note-{number}"
    return tag(
        "form",
        tag("label", words("note"), for_=field),
        tag("textarea", id=field, rows=2, maxlength=2000),
        tag("button", words("note_send"), type="submit", class_="send wide"),
        class_="note",
        data_form="note",
        data_turn=number,
        hidden=True,
    )


def _tool(label: Markup, name: str, **attributes: str | int) -> Markup:
    return tag("button", label, type="button", class_=f"tool {name}", **attributes)
