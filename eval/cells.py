"""Questions about cells of tables: is the right row among the first found, and is its value read with its unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from app.engine import Engine
from eval.json_lines import Line, read_lines

CELLS = Path(__file__).parent / "sets" / "cells.jsonl"
_FIRST = 5


@dataclass(frozen=True, slots=True)
class CellQuestion:
    """A question for one cell: the report's file name and page, words of the row, the cell as printed, its value in the base unit."""

    id: str
    question: str
    file: str
    page: int | None
    row: str
    cell: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class CellResult:
    """What was found for a question: the place of the right row among the first five, None if it is not there.

    `bound`: its value is read with the right unit; `page_right`: it stands on the right page. Neither depends on the search.
    """

    question: CellQuestion
    rank: int | None
    bound: bool
    page_right: bool


def load_cells(path: Path = CELLS) -> tuple[CellQuestion, ...]:
    """Load a set of questions about cells. Raises LinesError."""
    return tuple(map(_cell_question, read_lines(path)))


def measure_cells(engine: Engine, questions: Sequence[CellQuestion]) -> tuple[CellResult, ...]:
    """Ask `find` each question and look at the row that holds the cell."""
    return tuple(_measure(engine, question) for question in questions)


def _cell_question(line: Line) -> CellQuestion:
    page = line.row.get("page")
    try:
        value = Decimal(line.text("value"))
    except InvalidOperation as error:
        raise line.wrong(f'"value" is {line.text("value")}: write a decimal number as text') from error
    return CellQuestion(
        line.text("id"), line.text("question"), line.text("file"), page if isinstance(page, int) else None,
        line.text("row"), line.text("cell"), value, line.text("unit"),
    )  # fmt: skip


def _measure(engine: Engine, question: CellQuestion) -> CellResult:
    store = engine.library.store
    rows = [p for p in store.report_passages(question.file) if _is_row(p.text, question)]
    hits = engine.find(question.question, k=_FIRST).hits
    rank = next((hit.rank for hit in hits if hit.report.endswith(question.file) and _is_row(hit.text, question)), None)
    wanted = (question.cell, question.value, question.unit)
    bound = any((f.text, f.value, f.unit) == wanted for row in rows for f in row.figures)
    return CellResult(question, rank, bound, any(row.page == question.page for row in rows))


def _is_row(text: str, question: CellQuestion) -> bool:
    cells = [cell.strip() for cell in text.split("|")]
    return question.cell in cells and any(question.row in cell for cell in cells)
