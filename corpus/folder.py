"""List the files to read: folders with all below them, single files; hidden and temporary files are left out."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from corpus.errors import UnreadableFileError


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file and its key in the store; `root` is the folder that was given (the file's own folder for a single file)."""

    path: Path
    key: str
    root: Path


def list_files(paths: Sequence[Path]) -> list[SourceFile]:
    """Return the files below paths, by key.

    The key is relative to a given folder that holds only folders (reports/ → "central/a.txt"); for a folder that holds files, and
    for a single file, the folder's own name comes first (reports/central/ → "central/a.txt"). So a report has one key, however
    it is given. Raises UnreadableFileError for a path that does not exist.
    """
    files: dict[str, SourceFile] = {}
    for path in paths:
        for source in _below(path):
            files.setdefault(source.key, source)
    return [files[key] for key in sorted(files)]


def _below(path: Path) -> list[SourceFile]:
    if not path.exists():
        raise UnreadableFileError(f"{path}: no such file or folder; check the name")
    full = path.resolve()
    if full.is_file():
        return [SourceFile(full, _key(full, full.parent.parent), full.parent)]
    found = [p for p in sorted(full.rglob("*")) if p.is_file() and not is_hidden(p.relative_to(full))]
    base = full.parent if any(p.parent == full for p in found) else full
    return [SourceFile(p, _key(p, base), full) for p in found]


def _key(path: Path, base: Path) -> str:
    return unicodedata.normalize("NFC", path.relative_to(base).as_posix())


def is_hidden(path: PurePath) -> bool:
    """Tell whether a path (below the folder that was given) is hidden, temporary, or an addition of the system."""
    return any(part.startswith((".", "~$")) or part == "__MACOSX" for part in path.parts) or path.name in {
        "Thumbs.db",
        "desktop.ini",
    }
