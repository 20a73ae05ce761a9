"""What `lint` gives back: findings, each with its formula, its figures and the places that it cites."""

from dataclasses import dataclass
from typing import Literal

from app.answer import ShownFigure
from corpus.figures.figure import Figure
from index.citation import Citation
from index.stored_passage import StoredPassage

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence or row of a report, from `start` to `end` of its text, with the figure of it that a finding is about, if one."""

    passage: StoredPassage
    start: int
    end: int
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Oddity:
    """What a rule found, before its places are numbered as citations. `message` is Chinese, `message_en` the same in English."""

    severity: Severity
    message: str
    message_en: str
    formula: str | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. "error": cannot hold whatever the rounding; "warning": odd, to be looked at; "note": for information.

    `citations` are numbers of `ReportFindings.citations`; `formula` is None where nothing was computed.
    """

    rule: str
    message: str
    message_en: str
    formula: str | None
    figures: tuple[ShownFigure, ...]
    citations: tuple[int, ...]
    severity: Severity


@dataclass(frozen=True, slots=True)
class ReportFindings:
    """The findings of one report, those of its own text in order of place first, then those against its neighbours."""

    report: str
    title: str
    findings: tuple[Finding, ...]
    citations: tuple[Citation, ...]

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(f.severity == severity for f in self.findings)
