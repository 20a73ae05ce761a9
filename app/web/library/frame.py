"""Where reports are uploaded, as HTML, and how far taking them in is."""

from app.intake.job import Standing
from app.intake.limits import MEGABYTE, Limits, report_kinds
from app.intake.names import LOOSE
from app.web.markup import Markup, join, tag, words
from app.web.reasons import both_reasons

_TOLD = 100  # files that failed, and notes, that are listed


def render_intake(limits: Limits | None, *, guarded: bool = False) -> Markup:
    """Return where files and folders are chosen or dropped; without limits the store cannot be changed from the page.

    Who had to log in is shown the way out.
    """
    leave = tag("a", words("logout"), href="/wenju/logout", class_="tool logout") if guarded else ""
    top = (leave, tag("h2", words("library_title")), tag("p", words("library_line"), class_="lead"))
    if limits is None:
        return join((*top, tag("p", words("library_locked"), class_="quiet")))
    kinds = ",".join(sorted(report_kinds()))
    choose = (
        _chooser("wj-files", "upload_files", accept=kinds),
        _chooser("wj-folder", "upload_folder", webkitdirectory=True),
    )
    told = words("upload_kinds", mb=limits.file_bytes // MEGABYTE, files=f"{limits.files:,}")
    drop = tag(
        "div",
        tag("p", words("upload_drop"), class_="drop-title"),
        tag("div", *choose, class_="choosers"),
        tag("p", told, class_="quiet"),
        class_="drop-zone",
        data_kinds=kinds,
        data_most=limits.files,
        data_bytes=limits.file_bytes,
    )
    return join((*top, drop, tag("div", class_="sending", hidden=True)))


def render_standing(standing: Standing) -> Markup:
    """Return how far reading is, or what came of it; nothing where nothing was read yet."""
    if standing.state == "idle":
        return Markup("")
    return _reading(standing) if standing.state == "reading" else _outcome(standing)


def time_left(seconds: float) -> Markup:
    """Return a span of time in words, to the second below one and a half minutes."""
    return words("seconds_left", n=max(1, round(seconds))) if seconds < 90 else words("minutes_left", n=round(seconds / 60))


def _chooser(name: str, key: str, **attributes: str | bool) -> Markup:
    field = tag("input", type="file", id=name, multiple=True, class_="vh", **attributes)
    return join((field, tag("label", words(key), for_=name, class_="choose")))


def _reading(s: Standing) -> Markup:
    left = s.remaining
    facts = [
        tag("span", words("reading_at", done=s.done, total=s.total)) if s.total else "",
        tag("span", words("reading_rate", rate=f"{s.done / s.seconds:.1f}")) if s.done and s.seconds > 0 else "",
        tag("span", words("upload_left_word"), time_left(left)) if left is not None and s.done < s.total else "",
    ]
    now = (
        tag(
            "p",
            words("reading_now", name=s.current),
            " ",
            words("reading_page", page=s.page, pages=s.pages) if s.pages else "",
            class_="current",
        )
        if s.current
        else ""
    )
    bar = tag("progress", value=s.done, max=s.total or 1) if s.done else tag("progress")
    cancel = tag("button", words("upload_cancel"), type="button", class_="tool cancel-reading")
    head = tag("p", tag("b", words("reading")), tag("span", words("reading_beside"), class_="quiet"), class_="standing-head")
    return tag(
        "div", head, bar, tag("p", *facts, class_="rate"), now, cancel, class_="standing", role="status", data_state=s.state
    )


def _outcome(s: Standing) -> Markup:
    lines = []
    if s.state == "cancelled":
        lines.append(tag("p", words("was_cancelled")))
    if s.state == "broken":
        why = words("unexpected") if s.why == "unexpected" else s.why
        lines.append(tag("p", words("was_broken", why=""), why, class_="trouble"))
    lines.append(tag("p", words("took_in", added=s.added, updated=s.updated, unchanged=s.unchanged), class_="took-in"))
    failed = [(f.file, f.why) for f in s.failed]
    notes = [(n.file, n.note) for n in s.notes]
    lines += [_told("took_failed", failed, open_=True), _told("took_notes", notes, open_=False)]
    return tag("div", *lines, class_="standing", role="status", data_state=s.state)


def _told(key: str, rows: list[tuple[str, str]], *, open_: bool) -> Markup:
    if not rows:
        return Markup("")
    listed = [
        tag("li", tag("b", file.removeprefix(f"{LOOSE}/")), tag("span", both_reasons(why, file))) for file, why in rows[:_TOLD]
    ]
    rest = tag("li", words("upload_more_rows", n=len(rows) - _TOLD)) if len(rows) > _TOLD else ""
    return tag(
        "details", tag("summary", words(key, n=len(rows))), tag("ul", *listed, rest), class_=f"told-files {key}", open=open_
    )
