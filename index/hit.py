"""What a search gives back."""

from dataclasses import dataclass

from index.scope import Scope


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text in code points, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A found passage. `start`/`end` count in the report's text, `highlights` in the passage's own `text`."""

    rank: int
    score: float
    report: str
    title: str
    section: tuple[str, ...]
    page: int | None
    start: int
    end: int
    text: str
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The hits for a query, best first, with the scope that was searched."""

    query: str
    scope: Scope
    hits: tuple[Hit, ...]
    latency_ms: float
