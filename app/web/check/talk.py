"""One draft being checked: it goes in, the tab's HTML comes out step by step while the figures are held against the reports."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.web.aside import Progress, work_aside
from app.web.check.drafts import Checked, OnPiece, check_file, check_pasted
from app.web.check.frame import render_blank, render_checking
from app.web.check.marked import render_marked
from app.web.check.request import LONGEST_PASTED, Sent
from app.web.check.results import render_counts, render_results
from app.web.engine import Engine
from app.web.files import Files, Result
from app.web.find.found import render_failed
from app.web.markup import Markup, join, tag, told, words
from app.web.reasons import both_reasons
from corpus.errors import UnreadableFileError, WenjuError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the tab shows at one moment: the draft on the left, verdicts on the right; None leaves a side as it is."""

    draft: Markup | None
    verdicts: Markup | None


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be checked: a name ("" for a pasted text) and the work, which hears of its pieces."""

    name: str
    work: Callable[[OnPiece], Checked]


def stream_check(engine: Engine, sent: Sent, files: Files) -> Iterator[Shown]:
    """Yield the tab while a draft is checked; closing the iterator stops the work after its piece."""
    job = _job(engine, sent, files)
    if isinstance(job, Markup):
        yield Shown(None, job)
        return
    try:
        if not engine.catalogue():
            yield Shown(None, render_failed(words("store_is_empty")))
            return
        yield Shown(render_checking(job.name, 0, 0), render_blank())
        for step in work_aside(job.work):
            if isinstance(step, Progress):
                yield Shown(render_checking(job.name, step.done, step.total), None)
            else:
                yield _finished(step, job.name, files)
    except UnreadableFileError as error:
        yield Shown(Markup(""), render_failed(join((tag("b", job.name), tag("br"), both_reasons(str(error), job.name)))))
    except WenjuError as error:
        yield Shown(Markup(""), render_failed(told(error)))
    except Exception:  # the last edge: a page that waits for ever would be worse
        _log.exception("checking failed")
        yield Shown(Markup(""), render_failed(words("unexpected")))


def _job(engine: Engine, sent: Sent, files: Files) -> _Job | Markup:
    """Return what is to be done, or what is wrong with what was sent."""
    if sent.draft:
        draft = files.drafts.get(sent.draft)
        if draft is None:
            return render_failed(words("draft_gone"))
        return _Job(draft.name, lambda hear: check_file(engine, draft.path, draft.name, hear))
    if len(sent.text) > LONGEST_PASTED:
        return render_failed(words("draft_long", n=f"{LONGEST_PASTED:,}+", most=f"{LONGEST_PASTED:,}"))
    if not sent.text.strip():
        return render_failed(words("draft_empty"))
    return _Job("", lambda hear: check_pasted(engine, sent.text, hear))


def _finished(checked: Checked, name: str, files: Files) -> Shown:
    stem = name.rsplit(".", 1)[0]
    result = Result(f"{stem or '核对'}-核对结果", checked.makers, f"{stem}-checked" if stem else "checked")
    downloads = files.offer(result) if checked.makers else ()
    head = render_counts(checked.check, downloads)
    # What was pasted is shown as it was pasted.
    return Shown(
        render_marked(checked.check, name, checked.document if name else None), join((head, render_results(checked.check)))
    )
