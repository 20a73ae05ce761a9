"""What `check` gives back: claims, a verdict for each figure, the right value and its source."""

from dataclasses import dataclass
from typing import Literal

from index.citation import Citation

FigureVerdict = Literal[
    "consistent", "rounded", "converted", "approximate", "derivable", "wrong_value", "wrong_period", "wrong_entity", "wrong_measure",
    "wrong_unit", "wrong_direction", "wrong_status", "conflicting_sources", "not_found",
]  # fmt: skip
Verdict = Literal["supported", "refuted", "not_found"]
SUPPORTING: frozenset[str] = frozenset({"consistent", "rounded", "converted", "approximate", "derivable"})


@dataclass(frozen=True, slots=True)
class Correct:
    """The report's value: as written, as a decimal string in the base unit, and its unit."""

    text: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """A figure of the checked text with its verdict; spans count in that text, `citations` are numbers of `Check.citations`."""

    text: str
    start: int
    end: int
    value: str
    unit: str
    verdict: FigureVerdict
    correct: Correct | None
    formula: str | None
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of the checked text; refuted if one of its figures is, else not found if one is not found."""

    text: str
    start: int
    end: int
    verdict: Verdict
    figures: tuple[CheckedFigure, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """The claims of a text with the sources that they were held against."""

    text: str
    verdict: Verdict
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    latency_ms: float


def joint_verdict(verdicts: list[Verdict]) -> Verdict:
    """Return refuted if one is, else not_found if one is (or there are none), else supported."""
    if "refuted" in verdicts:
        return "refuted"
    return "supported" if verdicts and "not_found" not in verdicts else "not_found"


def verdict_of(figure: FigureVerdict) -> Verdict:
    """Return what a figure's verdict says of its claim."""
    if figure in SUPPORTING:
        return "supported"
    return "not_found" if figure in {"not_found", "conflicting_sources"} else "refuted"
