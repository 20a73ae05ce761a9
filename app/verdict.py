"""What `check` gives back: claims, a verdict for each figure, the right value and its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from index.citation import Citation
from index.hit import Span

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
class Place:
    """Where the figure stands that a claim's was held against: in the quote of citation `n`, from `start` to `end` of its report."""

    n: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """A figure of the checked text with its verdict; spans count in that text, `citations` are numbers of `Check.citations`.

    `stated` is the report's figure for a person to read, with its unit, "" where there is none; `places` are those of the reports' figures
    that it was held against: a quote may hold another of the same value.
    """

    text: str
    start: int
    end: int
    value: str
    unit: str
    verdict: FigureVerdict
    correct: Correct | None
    stated: str
    formula: str | None
    places: tuple[Place, ...]

    @property
    def citations(self) -> tuple[int, ...]:
        """The numbers of what is cited, each once."""
        return tuple(dict.fromkeys(place.n for place in self.places))


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


def spans_in(citation: Citation, places: Iterable[Place]) -> tuple[Span, ...]:
    """Return where figures stand in the quote of a citation, in its order; of two that overlap the first."""
    spans: list[Span] = []
    for place in sorted((p for p in places if p.n == citation.n), key=lambda p: (p.start, p.end)):
        span = Span(place.start - citation.start, place.end - citation.start)
        if (spans[-1].end if spans else 0) <= span.start < span.end <= len(citation.quote):
            spans.append(span)
    return tuple(spans)


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
