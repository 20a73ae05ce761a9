"""From a set and the objects that a system gave back to measures: one function a job."""

from collections.abc import Iterable
from typing import Literal, get_args

from eval.answers import measure_answers
from eval.checks import measure_checks
from eval.finding import measure_found
from eval.json_lines import Json
from eval.measure import Measured
from eval.named import EvalSet
from eval.outputs import by_id, read_answer, read_check, read_found

Job = Literal["ask", "find", "check"]
JOBS: tuple[Job, ...] = get_args(Job)

_TELLTALE: dict[str, Job] = {"abstained": "ask", "hits": "find", "claims": "check"}


def measure_rows(job: Job, eval_set: EvalSet, rows: Iterable[Json]) -> tuple[Measured, ...]:
    """Return the measures of the outputs of a job; an item without output counts as wrong."""
    return _MEASURES[job](eval_set, rows)


def job_of(rows: Iterable[Json]) -> Job | None:
    """Tell which job made the outputs; None if no field of theirs tells."""
    return next((job for row in rows for field, job in _TELLTALE.items() if field in row), None)


def _measure_ask(eval_set: EvalSet, rows: Iterable[Json]) -> tuple[Measured, ...]:
    return measure_answers(eval_set.questions, by_id(rows, read_answer))


def _measure_find(eval_set: EvalSet, rows: Iterable[Json]) -> tuple[Measured, ...]:
    return measure_found(eval_set.questions, by_id(rows, read_found))


def _measure_check(eval_set: EvalSet, rows: Iterable[Json]) -> tuple[Measured, ...]:
    return measure_checks(eval_set.claims, by_id(rows, read_check))


_MEASURES = {"ask": _measure_ask, "find": _measure_find, "check": _measure_check}
