"""Questions and claims that readers wrote about reports, with the passages that hold their evidence."""

import logging
import random
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableFileError
from corpus.folder import list_files
from corpus.reading import read_report
from index.ingest import passage_text
from index.training.lines import read_lines

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of a report, named by its file, that holds an answer or a part of it."""

    report: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question (or a claim) in full, with all of its evidence."""

    text: str
    evidence: tuple[Evidence, ...]
    wrong: str  # a passage of the same report that a careless reader would take, or ""

    def reports(self) -> set[str]:
        """Name the reports that hold the evidence."""
        return {evidence.report for evidence in self.evidence}


@dataclass(frozen=True, slots=True)
class Split:
    """Questions to learn from, and questions about other reports to measure with."""

    learnt: tuple[Question, ...]
    held_out: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class ReportTexts:
    """The passages of a report, and each of them as the encoder sees it: with its heading and the context of its table."""

    passages: tuple[str, ...]
    encoded: tuple[str, ...]


def read_questions(path: Path) -> list[Question]:
    """Read the records that have evidence; a follow-up is put behind the question before it."""
    return [_question(record) for record in read_lines(path) if record["evidence"]]


def split_by_report(questions: Iterable[Question], *, apart: set[str], share: float, rng: random.Random) -> Split:
    """Hold out a share of the reports with all questions about them; questions about the reports `apart` are left out altogether.

    Questions about reports of both sides are left out as well.
    """
    usable = _usable(questions, apart)
    reports = sorted({report for question in usable for report in question.reports()})
    return _split(usable, set(rng.sample(reports, int(len(reports) * share))))


def split_by_fold(questions: Iterable[Question], *, apart: set[str], fold: tuple[int, int]) -> Split:
    """Hold out the questions about the reports of one of several parts, `fold` = (which, of how many); see `part_of`."""
    usable = _usable(questions, apart)
    held = {name for question in usable for name in question.reports() if part_of(name, fold[1]) == fold[0]}
    return _split(usable, held)


def part_of(report: str, parts: int) -> int:
    """Return in which of several parts a report falls, by its file name: the same in every run."""
    return zlib.crc32(report.encode("utf-8")) % parts


def _usable(questions: Iterable[Question], apart: set[str]) -> list[Question]:
    return [question for question in questions if not question.reports() & apart]


def _split(usable: Sequence[Question], held: set[str]) -> Split:
    return Split(
        learnt=tuple(question for question in usable if not question.reports() & held),
        held_out=tuple(question for question in usable if question.reports() <= held),
    )


def read_reports(folder: Path, names: set[str]) -> dict[str, ReportTexts]:
    """Read those reports below `folder` that are named and can be read, by file name."""
    reports: dict[str, ReportTexts] = {}
    for source in list_files([folder]):
        if source.path.name not in names:
            continue
        try:
            report = read_report(source.path, key=source.key)
        except UnreadableFileError as error:
            _log.info("left out: %s", error)
            continue
        encoded = tuple(passage_text(report, position) for position in range(len(report.passages)))
        reports[source.path.name] = ReportTexts(passages=tuple(p.text for p in report.passages), encoded=encoded)
    return reports


def find_passage(passages: Sequence[str], evidence: str) -> int | None:
    """Find the passage that holds most of the evidence, spaces apart; None where the text is not in the report."""
    tight = ["".join(passage.split()) for passage in passages]
    wanted = "".join(evidence.split())
    start = "".join(tight).find(wanted)
    if start < 0 or not wanted:
        return None
    shared, end = [], 0
    for passage in tight:
        begin, end = end, end + len(passage)
        shared.append(min(end, start + len(wanted)) - max(begin, start))
    return max(range(len(shared)), key=shared.__getitem__)


def _question(record: dict[str, Any]) -> Question:
    text = " ".join([*record.get("history", [])[-1:], record.get("question") or record["claim"]])
    evidence = tuple(Evidence(report=Path(part["file"]).name, text=part["text"]) for part in record["evidence"])
    return Question(text=text, evidence=evidence, wrong=record.get("hard_negative", ""))
