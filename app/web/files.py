"""The files that go in and out of the page: reports and drafts that are uploaded, results that are downloaded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from app.intake.job import Intake
from app.intake.limits import Limits
from app.web.kept import Kept

_HOUR = 3600.0
DOWNLOAD = "/wenju/download"
ORIGINAL = "/wenju/original"
PAGE = "/wenju/page"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Result:
    """A result that can be downloaded: its name without an ending, what makes it in each format of TYPES, and its name in English."""

    name: str
    makers: Mapping[str, Callable[[], bytes]]
    english: str = ""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft that was uploaded, with the name that it had."""

    name: str
    path: Path


class Files:
    """What one served page keeps; `folder` holds drafts while they are wanted, `intake` is None where reports cannot be added,
    `guarded` says that readers log in.
    """

    def __init__(self, folder: Path, intake: Intake | None, *, guarded: bool = False) -> None:
        self.folder = folder
        self.intake = intake
        self.guarded = guarded
        self.limits = intake.uploads.limits if intake else Limits()
        self.results: Kept[Result] = Kept(most=200, seconds=2 * _HOUR)
        self.drafts: Kept[DraftFile] = Kept(most=40, seconds=2 * _HOUR, drop=lambda draft: draft.path.unlink(missing_ok=True))

    def offer(self, result: Result) -> tuple[tuple[str, str], ...]:
        """Keep a result and return the formats that it can be downloaded in, each with its address."""
        token = self.results.put(result)
        return tuple((form.upper(), f"{DOWNLOAD}/{token}/{form}") for form in result.makers)


def page_address(report: str, page: int) -> str:
    """Return where the picture of a page of a PDF is."""
    return f"{PAGE}?report={quote(report, safe='')}&page={page}"


def original_address(report: str) -> str:
    """Return where the file of a report can be downloaded."""
    return f"{ORIGINAL}?report={quote(report, safe='')}"
