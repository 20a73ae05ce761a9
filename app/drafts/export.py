"""Write a checked draft to files: the ending tells the form; a file is whole or not there, and never the draft itself."""

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from app.drafts.errors import ExportError
from app.drafts.findings import findings_of, summary_of
from app.drafts.reading import Draft
from app.errors import UsageError
from app.verdict import Check

Render = Callable[[Draft, Check], bytes]


def _html(draft: Draft, check: Check) -> bytes:
    from app.drafts.report_html import render_html

    return render_html(draft, findings_of(draft, check), summary_of(check))


def _docx(draft: Draft, check: Check) -> bytes:
    from app.drafts.report_docx import render_docx

    return render_docx(draft, findings_of(draft, check), summary_of(check))


def _csv(draft: Draft, check: Check) -> bytes:
    from app.drafts.findings_csv import render_csv

    return render_csv(findings_of(draft, check))


def _xlsx(draft: Draft, check: Check) -> bytes:
    from app.drafts.findings_xlsx import render_xlsx

    return render_xlsx(findings_of(draft, check))


FORMS: dict[str, Render] = {".html": _html, ".docx": _docx, ".csv": _csv, ".xlsx": _xlsx}


def refuse_outputs(outputs: Sequence[Path], draft: Draft) -> None:
    """Look at where results are to go before anything is checked.

    Raises UsageError for a form that is not written and for the draft itself, ExportError for a folder that is not there.
    """
    for path in outputs:
        if path.suffix.lower() not in FORMS:
            known = ", ".join(ending.removeprefix(".") for ending in FORMS)
            raise UsageError(
                f"--out {path}: {path.suffix or 'a name without ending'} is not written; end the name with one of {known}"
            )
        if draft.path is not None and path.exists() and path.samefile(draft.path):
            raise UsageError(f"--out {path}: that is the draft itself; give the result another name")
        if not path.parent.is_dir():
            raise ExportError(f"--out {path}: there is no folder {path.parent}; make it first")
        if path.is_dir():
            raise ExportError(f"--out {path}: a folder has this name; give the result another name")


def write_result(path: Path, draft: Draft, check: Check) -> None:
    """Write a checked draft in the form that the ending of the path tells. Raises ExportError if that fails; nothing is left then."""
    write_whole(path, FORMS[path.suffix.lower()](draft, check))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and put it there when it is whole. Raises ExportError."""
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}-", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()
        raise ExportError(
            f"--out {path}: cannot be written ({error.strerror}); choose another place, or close the file"
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
