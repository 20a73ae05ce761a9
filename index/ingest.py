"""Bring a store up to date with files and folders: only what changed is read, a report is one transaction, a bad file stops nothing."""

import os
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from corpus.errors import UnreadableFileError, WenjuError
from corpus.folder import SourceFile, list_files
from corpus.reading import file_digest, read_report
from corpus.report import Report
from index.encoder import Encoder
from index.opening import catch_up, create_store, open_store
from index.store import FILE, Store, StoreError

# Starting a second process costs about 0.3 s; reading does 1 million characters a second.
_WORTH_PROCESSES = 1_500_000
_CHUNK = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest is: reports done of all, the one just done, and its characters."""

    done: int
    total: int
    current: str
    characters: int


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that was not read, and why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What an ingest did; `passages` and `figures` are those of the reports read."""

    added: int
    updated: int
    unchanged: int
    removed: int
    failed: tuple[FailedFile, ...]
    passages: int
    figures: int
    seconds: float


@dataclass(frozen=True, slots=True)
class _Read:
    source: SourceFile
    report: Report | None
    why: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a file."""

    done: Literal["added", "updated", "failed"]
    file: str
    why: str = ""
    characters: int = 0
    passages: int = 0
    figures: int = 0


def ingest(
    paths: Sequence[Path], folder: Path, encoder: Encoder, *, progress: Callable[[Progress], None] | None = None
) -> IngestSummary:
    """Add or update the files below `paths` in the store of `folder`, which is made if there is none.

    Files that vanished from a folder that was given before are taken out. Raises WenjuError if there is nothing to read.
    """
    started = time.perf_counter()
    sources = list_files(paths)
    nothing = f"{', '.join(map(str, paths))}: no files there; give a folder with reports (txt, md, docx)"
    if not sources and not (folder / FILE).exists():
        raise UnreadableFileError(nothing)
    with closing(open_store(folder, encoder) if (folder / FILE).exists() else create_store(folder, encoder)) as store:
        gone = _vanished(store.roots(), sources, paths)
        if not sources and not gone:
            raise UnreadableFileError(nothing)
        try:
            changed = _changed(sources, store.digests())
            outcomes = [*_twins(sources, paths), *_bring(store, changed, encoder, progress)]
            if gone:
                store.remove(gone)
        finally:
            # Also after Ctrl-C: what was committed can be searched at once.
            catch_up(store, encoder.dimension)
        failed = tuple(FailedFile(o.file, o.why) for o in outcomes if o.done == "failed")
        if failed and not store.count and not store.digests():
            raise UnreadableFileError(f"none of {len(sources)} files could be read; the first: {failed[0].why}")
    return IngestSummary(
        added=sum(o.done == "added" for o in outcomes),
        updated=sum(o.done == "updated" for o in outcomes),
        unchanged=len(sources) - len(changed),
        removed=len(gone),
        failed=failed,
        passages=sum(o.passages for o in outcomes),
        figures=sum(o.figures for o in outcomes),
        seconds=time.perf_counter() - started,
    )


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
    with closing(_read_all(sources)) as reads:
        for read in reads:
            outcome = _put(store, read, encoder, roots.get(read.source.key, ""))
            outcomes.append(outcome)
            if progress:
                progress(Progress(len(outcomes), len(sources), outcome.file, outcome.characters))
    return outcomes


def _put(store: Store, read: _Read, encoder: Encoder, old_root: str) -> _Outcome:
    key, report = read.source.key, read.report
    if report is None:
        return _Outcome("failed", key, read.why)
    other = (
        next((p for p in _places(key, old_root) if p.exists() and not p.samefile(read.source.path)), None) if old_root else None
    )
    if other is not None:
        return _Outcome(
            "failed", key, f"{read.source.path}: {other} has the same name {key} in the store; rename one of the folders"
        )
    vectors = encoder.encode_passages([passage_text(report, i) for i in range(len(report.passages))])
    try:
        done = store.put(report, vectors, root=str(read.source.root))
    except StoreError as error:
        return _Outcome("failed", key, str(error))
    return _Outcome(done, key, "", len(report.text), len(report.passages), sum(map(len, report.figures)))


def _places(key: str, root: str) -> tuple[Path, Path]:
    """Return where the file of a report may lie: a key begins in the folder that was given, or with the folder's own name."""
    return Path(root) / key, Path(root).parent / key


def _twins(sources: Sequence[SourceFile], paths: Sequence[Path]) -> list[_Outcome]:
    """Return the files that another of the same key goes before: from folders of one name in two places."""
    if len(paths) < 2:
        return []
    taken = {s.key: s.path for s in sources}
    others = {s.path: s.key for path in paths for s in list_files([path]) if taken[s.key] != s.path}
    return [
        _Outcome("failed", key, f"{path}: {taken[key]} has the same name {key} in the store; rename one of the folders")
        for path, key in others.items()
    ]


def passage_text(report: Report, position: int) -> str:
    """Return what the encoder sees of a passage: the last heading and the table's context before its own text."""
    passage = report.passages[position]
    path = report.sections[passage.section].path
    return " ".join(p for p in (path[-1] if path else "", passage.context, passage.text) if p)


def _read_all(sources: Sequence[SourceFile]) -> Generator[_Read]:
    """Read files in order, on all cores if there is enough to read."""
    cores = os.cpu_count() or 1
    if cores < 2 or sum(_size(s.path) for s in sources) < _WORTH_PROCESSES:
        yield from map(_read, sources)
        return
    # Not fork: the parent may hold threads of numpy, tantivy or a web server.
    with ProcessPoolExecutor(cores, mp_context=get_context("forkserver")) as pool:
        yield from pool.map(_read, sources, chunksize=_CHUNK)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _read(source: SourceFile) -> _Read:
    try:
        return _Read(source, read_report(source.path, key=source.key), "")
    except WenjuError as error:
        return _Read(source, None, str(error))
    except OSError as error:
        why = f"{source.path.name}: could not be opened ({error.strerror}); check that it is there and may be read"
        return _Read(source, None, why)
    except Exception as error:
        # A reader's own mistake on one odd file must not stop the others.
        why = f"{source.path.name}: could not be read ({type(error).__name__}: {error}); please report this file"
        return _Read(source, None, why)


def _vanished(roots: dict[str, str], sources: Sequence[SourceFile], paths: Sequence[Path]) -> list[str]:
    """Return the keys of reports that were read from below a folder that is given again, and are there no more under their key."""
    present = {s.key for s in sources}
    given = [path.resolve() for path in paths if path.is_dir()]
    return [
        key
        for key, root in roots.items()
        if root and key not in present and any(place.is_relative_to(folder) for place in _places(key, root) for folder in given)
    ]
