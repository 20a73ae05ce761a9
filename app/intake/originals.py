"""The file that a report was read from: only files of reports that the store holds, and only where they were read."""

import contextlib
from pathlib import Path

from app.intake.uploads import FOLDER
from corpus.errors import WenjuError
from index.store import Store


class OriginalError(WenjuError):
    """A file of a report that is not there."""


def original_of(store: Store, key: str) -> Path:
    """Return the file of a report, or the archive that it came in. Raises OriginalError, and UnknownReportError for an unknown key."""
    exact = store.card(key).key
    root = store.roots().get(exact, "")
    if root:
        folder = Path(root).resolve()
        for name in _names(exact):
            for place in (folder / name, folder.parent / name):
                found = place.resolve()
                # Behind a link may lie anything: what is given out lies in the folder that was read.
                if found.is_file() and found.is_relative_to(folder):
                    return found
    raise OriginalError(f"the file of {exact} is not where it was read from: ingest the folder again")


def is_uploaded(store: Store, key: str) -> bool:
    """Tell whether a report was uploaded by the page, so that its file is the store's own."""
    return Path(store.roots().get(key, "/")).resolve() == (store.folder / FOLDER).resolve()


def remove_report(store: Store, key: str) -> None:
    """Take a report out; a file that was uploaded goes with it, or the next upload would bring it back. Raises UnknownReportError.

    Of an archive the file stays: it holds other reports.
    """
    exact = store.card(key).key
    own = store.folder / FOLDER / exact if is_uploaded(store, exact) else None
    store.remove([exact])
    if own is not None:
        with contextlib.suppress(OSError):
            own.unlink()


def _names(key: str) -> list[str]:
    """Return the key, and the archives on its way: 甲.zip/乙.docx lies in 甲.zip."""
    parts = key.split("/")
    archives = ["/".join(parts[:n]) for n in range(1, len(parts)) if parts[n - 1].lower().endswith(".zip")]
    return [key, *archives]
