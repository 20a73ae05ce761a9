"""Bring a store up to date with files and folders: only what changed is read, a report is one transaction, a bad file stops nothing."""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from corpus.archive import unpack
from corpus.errors import UnreadableFileError
from corpus.folder import SourceFile, list_files
from corpus.reading import file_digest
from corpus.report import Report
from index.encoded_text import encoded_text
from index.encoder import Encoder, Vectors
from index.file_reads import FileRead, read_files
from index.opening import catch_up, create_store, open_store
from index.reading_ahead import read_ahead
from index.store import FILE, Store, StoreError


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest is: reports done of all, and the one just done with its characters.

    While a long one is being read it is told with the page it is at (`page` of `pages`, 0 once it is done).
    """

    done: int
    total: int
    current: str
    characters: int
    page: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that was not read, and why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class NotedFile:
    """A file that was read, and what of it was not, or with doubt."""

    file: str
    note: str


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What an ingest did; `passages` and `figures` are those of the reports read."""

    added: int
    updated: int
    unchanged: int
    removed: int
    failed: tuple[FailedFile, ...]
    notes: tuple[NotedFile, ...]
    passages: int
    figures: int
    seconds: float


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file that was read, with what the store takes beside its report; no vectors where there is none."""

    read: FileRead
    vectors: Vectors | None = None
    readings: Sequence[bytes] = ()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a file."""

    done: Literal["added", "updated", "failed"]
    file: str
    why: str = ""
    characters: int = 0
    passages: int = 0
    figures: int = 0
    notes: tuple[str, ...] = ()


def ingest(
    paths: Sequence[Path], folder: Path, encoder: Encoder, *, progress: Callable[[Progress], None] | None = None
) -> IngestSummary:
    """Add or update the files below `paths` in the store of `folder`, which is made if there is none.

    Files that vanished from a folder that was given before are taken out. Raises WenjuError if there is nothing to read.
    """
    started = time.perf_counter()
    with TemporaryDirectory(prefix="wenju-") as unpacked:
        sources, broken = _open_archives(list_files(paths), Path(unpacked))
        if not sources and not broken and not (folder / FILE).exists():
            raise UnreadableFileError(_nothing(paths))
        with closing(open_store(folder, encoder) if (folder / FILE).exists() else create_store(folder, encoder)) as store:
            gone = _vanished(store.roots(), sources, broken, paths)
            if not sources and not broken and not gone:
                raise UnreadableFileError(_nothing(paths))
            try:
                changed = _changed(sources, store.digests())
                outcomes = [*broken, *_twins(sources, paths), *_bring(store, changed, encoder, progress)]
                if gone:
                    store.remove(gone)
            finally:
                # Also after Ctrl-C: what was committed can be searched at once.
                catch_up(store)
            failed = tuple(FailedFile(o.file, o.why) for o in outcomes if o.done == "failed")
            if failed and not store.count and not store.digests():
                raise UnreadableFileError(f"none of {len(sources) + len(broken)} files could be read; the first: {failed[0].why}")
    return IngestSummary(
        added=sum(o.done == "added" for o in outcomes),
        updated=sum(o.done == "updated" for o in outcomes),
        unchanged=len(sources) - len(changed),
        removed=len(gone),
        failed=failed,
        notes=tuple(NotedFile(o.file, note) for o in outcomes for note in o.notes),
        passages=sum(o.passages for o in outcomes),
        figures=sum(o.figures for o in outcomes),
        seconds=time.perf_counter() - started,
    )


def _nothing(paths: Sequence[Path]) -> str:
    return f"{', '.join(map(str, paths))}: no files there; give a folder with reports (docx, pdf, html, xlsx, pptx, md, txt …)"


def _open_archives(sources: Sequence[SourceFile], folder: Path) -> tuple[list[SourceFile], list[_Outcome]]:
    """Put the files of zip archives in their places; return with the files those archives that cannot be opened."""
    files: list[SourceFile] = []
    broken: list[_Outcome] = []
    for number, source in enumerate(sources):
        if source.path.suffix.lower() != ".zip":
            files.append(source)
            continue
        try:
            members = unpack(source.path, folder / str(number))
        except (UnreadableFileError, OSError) as error:
            broken.append(_Outcome("failed", source.key, str(error)))
            continue
        files += [SourceFile(path, f"{source.key}/{name}", source.root) for name, path in members.items()]
    return files, broken


def _changed(sources: Sequence[SourceFile], known: dict[str, str]) -> list[SourceFile]:
    """Return the files that are new or other than when they were read; one that cannot be opened is told when it is read."""

    def digest(source: SourceFile) -> str | None:
        try:
            return file_digest(source.path)
        except OSError:
            return None

    return [s for s in sources if s.key not in known or known[s.key] != digest(s)]


def _bring(
    store: Store, sources: Sequence[SourceFile], encoder: Encoder, progress: Callable[[Progress], None] | None
) -> list[_Outcome]:
    outcomes: list[_Outcome] = []
    roots = store.roots()

    def on_page(key: str, page: int, pages: int) -> None:
        if progress:
            progress(Progress(len(outcomes), len(sources), key, 0, page, pages))

    with closing(read_files(sources, on_page, partial(_prepare, encoder=encoder))) as files:
        for prepared in files:
            outcome = _put(store, prepared, roots.get(prepared.read.source.key, ""))
            outcomes.append(outcome)
            if progress:
                progress(Progress(len(outcomes), len(sources), outcome.file, outcome.characters))
    return outcomes


def _prepare(read: FileRead, encoder: Encoder) -> _Prepared:
    report = read.report
    if report is None:
        return _Prepared(read)
    vectors = encoder.encode_passages([passage_text(report, i) for i in range(len(report.passages))])
    return _Prepared(read, vectors, read_ahead(report, encoder))


def _put(store: Store, prepared: _Prepared, old_root: str) -> _Outcome:
    read, vectors = prepared.read, prepared.vectors
    key, report = read.source.key, read.report
    if report is None or vectors is None:
        return _Outcome("failed", key, read.why)
    other = (
        next((p for p in _places(key, old_root) if p.exists() and not p.samefile(read.source.path)), None) if old_root else None
    )
    if other is not None:
        return _twin(key, read.source.path, other)
    try:
        done = store.put(report, vectors, root=str(read.source.root), readings=prepared.readings)
    except StoreError as error:
        return _Outcome("failed", key, str(error))
    return _Outcome(done, key, "", len(report.text), len(report.passages), sum(map(len, report.figures)), report.notes)


def _places(key: str, root: str) -> tuple[Path, Path]:
    """Return where the file of a report may lie: a key begins in the folder that was given, or with the folder's own name."""
    return Path(root) / key, Path(root).parent / key


def _twins(sources: Sequence[SourceFile], paths: Sequence[Path]) -> list[_Outcome]:
    """Return the files that another of the same key goes before: from folders of one name in two places."""
    if len(paths) < 2:
        return []
    taken = {s.key: s.path for s in sources}
    others = {s.path: s.key for path in paths for s in list_files([path]) if taken.get(s.key, s.path) != s.path}
    return [_twin(key, path, taken[key]) for path, key in others.items()]


def _twin(key: str, path: Path, other: Path) -> _Outcome:
    """Return the outcome of a file whose key another file has in the store."""
    return _Outcome("failed", key, f"{path}: {other} has the same name {key} in the store; rename one of the folders")


def passage_text(report: Report, position: int) -> str:
    """Return what the encoder sees of a passage of a report."""
    passage = report.passages[position]
    return encoded_text(report.sections[passage.section].path, passage.context, passage.text)


def _vanished(
    roots: dict[str, str], sources: Sequence[SourceFile], broken: Sequence[_Outcome], paths: Sequence[Path]
) -> list[str]:
    """Return the keys of reports that were read from below a folder that is given again, and are there no more under their key.

    What was in an archive that cannot be opened now stays.
    """
    kept = tuple(f"{outcome.file}/" for outcome in broken)
    present = {s.key for s in sources}
    given = [path.resolve() for path in paths if path.is_dir()]
    return [
        key
        for key, root in roots.items()
        if root
        and key not in present
        and not key.startswith(kept)
        and any(place.is_relative_to(folder) for place in _places(key, root) for folder in given)
    ]
