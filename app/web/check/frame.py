"""What stands still on the tab that checks, as HTML."""

from app.intake.limits import Limits
from app.web.alike import DOTS, render_empty
from app.web.markup import Markup, hidden, join, tag, words


def render_drafting(limits: Limits) -> Markup:
    """Return where a draft is pasted or uploaded."""
    box = tag(
        "div",
        tag("label", words("draft"), for_="wj-draft-text", class_="vh"),
        tag(
            "textarea",
            data_main=True,
            id="wj-draft-text",
            rows=8,
            data_place="place_draft",
            spellcheck="false",
            autocomplete="off",
        ),
        tag("div", _upload(), tag("button", words("check_go"), type="submit", class_="send wide"), class_="draft-foot"),
        tag("div", words("check_drop"), class_="drop-here", aria_hidden="true"),
        class_="draft-box",
        data_bytes=limits.draft_bytes,
    )
    return join(
        (
            tag("h2", words("check_title")),
            tag("p", words("check_line"), class_="lead"),
            tag("form", box, data_form="check"),
            tag("p", class_="check-trouble", role="alert", hidden=True),
        )
    )


def render_checking(name: str, done: int, total: int) -> Markup:
    """Return how far checking is, with what stops it."""
    what = words("checking_file", name=name) if name else words("checking")
    bar = tag("progress", value=done, max=total) if total > 1 else ""
    at = tag("p", words("checking_at", done=done, total=total), class_="quiet") if total > 1 else ""
    stop = tag("button", words("check_stop"), type="button", class_="tool check-stop")
    return tag("div", tag("p", what, DOTS, class_="looking"), bar, at, stop, class_="checking", role="status", aria_busy="true")


def render_blank() -> Markup:
    """Return what stands where the verdicts will be."""
    legend = [tag("span", "123", class_=f"told {family}") for family in ("ok", "no", "un")]
    return render_empty("check_blank", tag("p", *legend, class_="told-legend", aria_hidden="true"), class_="blank check-blank")


def _upload() -> Markup:
    field = tag("input", type="file", id="wj-draft-file", accept=".txt,.md,.docx", class_="vh")
    label = tag("label", words("check_upload"), for_="wj-draft-file", class_="tool upload-label")
    return tag(
        "span", field, label, tag("span", words("check_kinds"), class_="quiet"), hidden("check_upload"), class_="draft-upload"
    )
