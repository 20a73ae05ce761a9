"""What a system gave back, read from the JSON objects that INTERFACE fixes: only what is scored."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from eval.figures_match import Quantity, base_quantity
from eval.json_lines import Json, read_lines
from eval.quotes import Quote


@dataclass(frozen=True, slots=True)
class CitedQuote:
    """A citation of an output."""

    quote: Quote
    title: str
    section: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutputFigure:
    """A shown figure of an answer; `quantity` is None where the value is no number."""

    text: str
    quantity: Quantity | None
    role: str
    proof: str
    formula: str


@dataclass(frozen=True, slots=True)
class AnswerOutput:
    """The output of `ask` for one question."""

    answer: str
    abstained: bool
    figures: tuple[OutputFigure, ...]
    citations: tuple[CitedQuote, ...]


@dataclass(frozen=True, slots=True)
class FoundOutput:
    """The output of `find` for one question: the passages, best first."""

    hits: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CheckOutput:
    """The output of `check` for one claim; `corrected` are the right values that it gives."""

    verdict: str
    corrected: tuple[Quantity, ...]
    citations: tuple[CitedQuote, ...]


Output = TypeVar("Output", AnswerOutput, FoundOutput, CheckOutput)


def load_rows(path: Path) -> tuple[Json, ...]:
    """Load a file of outputs as objects. Raises LinesError for a line without an id and for an id that comes twice."""
    seen: set[str] = set()
    for line in (lines := read_lines(path)):
        if (name := line.text("id")) in seen:
            raise line.wrong(f'"id" {name!r} comes a second time: give one line an item')
        seen.add(name)
    return tuple(line.row for line in lines)


def by_id(rows: Iterable[Json], read: Callable[[Json], Output]) -> dict[str, Output]:
    """Return the outputs of a run by the id of their item; a line that holds an error is an output with nothing in it."""
    return {row["id"]: read(row) for row in rows}


def read_answer(row: Json) -> AnswerOutput:
    """Read an object of `ask`; what is missing is empty."""
    figures = tuple(_figure(f) for f in row.get("figures") or [])
    return AnswerOutput(_text(row, "answer"), bool(row.get("abstained")), figures, _citations(row))


def read_found(row: Json) -> FoundOutput:
    """Read an object of `find`; what is missing is empty."""
    return FoundOutput(tuple(Quote(_text(hit, "report"), _text(hit, "text")) for hit in row.get("hits") or []))


def read_check(row: Json) -> CheckOutput:
    """Read an object of `check`; what is missing is empty."""
    figures = [figure for claim in row.get("claims") or [] for figure in claim.get("figures") or []]
    corrected = [_quantity(f["correct"]) for f in figures if f.get("correct")]
    return CheckOutput(_text(row, "verdict"), tuple(q for q in corrected if q), _citations(row))


def _figure(row: Mapping[str, Any]) -> OutputFigure:
    return OutputFigure(_text(row, "text"), _quantity(row), row.get("role", "answer"), _text(row, "proof"), _text(row, "formula"))


def _quantity(row: Mapping[str, Any]) -> Quantity | None:
    return base_quantity(str(row.get("value", "")), _text(row, "unit"))


def _citations(row: Json) -> tuple[CitedQuote, ...]:
    return tuple(_citation(c) for c in row.get("citations") or [])


def _citation(row: Mapping[str, Any]) -> CitedQuote:
    section = tuple(str(heading) for heading in row.get("section") or [])
    return CitedQuote(Quote(_text(row, "report"), _text(row, "quote")), _text(row, "title"), section)


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name) or "")
