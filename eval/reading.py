"""What reading a set of reports gives and costs, folder by folder and format by format, on one core."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import WenjuError
from corpus.folder import SourceFile, list_files
from corpus.reading import read_report
from eval.memory import peak_mb


@dataclass(slots=True)
class ReadingTotals:
    """The sums of a group of files; `pages` are those of files that have pages."""

    name: str
    files: int = 0
    failed: list[str] = field(default_factory=list)
    pages: int = 0
    characters: int = 0
    sections: int = 0
    passages: int = 0
    rows: int = 0
    figures: int = 0
    replaced: int = 0
    noted: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ReadingMeasure:
    """The sums by folder and by format, and the peak memory of the process in MB."""

    folders: tuple[ReadingTotals, ...]
    formats: tuple[ReadingTotals, ...]
    peak_mb: float


def measure_reading(paths: Sequence[Path]) -> ReadingMeasure:
    """Read every file below the paths, one after another."""
    folders: dict[str, ReadingTotals] = {}
    formats: dict[str, ReadingTotals] = {}
    for source in list_files(paths):
        groups = [_group(folders, source.key.rpartition("/")[0]), _group(formats, source.path.suffix.lower().removeprefix("."))]
        _read_into(groups, source)
    return ReadingMeasure(_sorted(folders), _sorted(formats), peak_mb())


def reading_table(measure: ReadingMeasure) -> str:
    """Return both groupings as Markdown tables."""
    columns = (
        "files | not read | pages | characters | sections | passages | table rows | figures | replaced | noted | s | pages/s"
    )
    lines = []
    for title, totals in (("folder", measure.folders), ("format", measure.formats)):
        lines += [f"| {title} | {columns} |", "|---|" + "--:|" * 12, *map(_line, totals), ""]
    return "\n".join([*lines, f"Peak memory {measure.peak_mb:.0f} MB, one core."])


def _read_into(groups: Sequence[ReadingTotals], source: SourceFile) -> None:
    pages: list[int] = []
    started = time.perf_counter()
    try:
        report = read_report(source.path, key=source.key, on_page=lambda page, _: pages.append(page))
    except WenjuError as error:
        for group in groups:
            group.files += 1
            group.failed.append(str(error))
        return
    seconds = time.perf_counter() - started
    for group in groups:
        group.files += 1
        group.pages += len(pages)
        group.characters += len(report.text)
        group.sections += len(report.sections)
        group.passages += len(report.passages)
        group.rows += sum(bool(p.context) for p in report.passages)
        group.figures += sum(map(len, report.figures))
        group.replaced += bool(report.replaced)
        group.noted += bool(report.notes)
        group.seconds += seconds


def _group(groups: dict[str, ReadingTotals], name: str) -> ReadingTotals:
    return groups.setdefault(name, ReadingTotals(name))


def _sorted(groups: dict[str, ReadingTotals]) -> tuple[ReadingTotals, ...]:
    return tuple(groups[name] for name in sorted(groups))


def _line(t: ReadingTotals) -> str:
    numbers = (t.files, len(t.failed), t.pages, t.characters, t.sections, t.passages, t.rows, t.figures, t.replaced, t.noted)
    speed = f"{t.pages / t.seconds:.0f}" if t.pages else "—"
    return f"| {t.name} | " + " | ".join(f"{n:,}" for n in numbers) + f" | {t.seconds:.2f} | {speed} |"
