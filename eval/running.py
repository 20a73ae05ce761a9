"""Run a set through an engine in this process: outputs, times and scores."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import numpy as np

from app import json_objects
from app.answer import Answer
from app.verdict import Check
from corpus.errors import WenjuError
from eval.finding import DEPTH
from eval.json_lines import Json
from eval.measure import Measured, score
from eval.named import EvalSet
from eval.scoring import Job, measure_rows
from eval.sets import Claim, Question
from index.hit import Found


class Finding(Protocol):
    """What finds passages: the engine, a part of its search, or another system."""

    def find(self, query: str, *, k: int = 10) -> Found:
        """Return the `k` best passages."""
        ...


class Answering(Finding, Protocol):
    """What is measured: `app.engine.Engine`, or another system that answers like it."""

    def ask(self, question: str, *, history: Sequence[str] = ()) -> Answer:
        """Answer a question."""
        ...

    def check(self, text: str) -> Check:
        """Hold the figures of a text against the reports."""
        ...


@dataclass(frozen=True, slots=True)
class Latency:
    """Median and 95th percentile of the time of one call, in milliseconds; NaN of no calls."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Run:
    """The outputs of a job in the order of the set, one object an item in INTERFACE's shape, and the seconds that each took."""

    job: Job
    rows: tuple[Json, ...]
    seconds: tuple[float, ...]

    @property
    def failed(self) -> int:
        """How many items raised an error instead of an output."""
        return sum("error" in row for row in self.rows)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run of a set with what it measured."""

    name: str
    run: Run
    measured: tuple[Measured, ...]
    latency: Latency


@dataclass(frozen=True, slots=True)
class Task:
    """One item to run: `call` is timed, `render` makes the object of its result."""

    id: str
    call: Callable[[], Any]
    render: Callable[..., Json]


def evaluate(engine: Answering, eval_set: EvalSet) -> tuple[Evaluation, ...]:
    """Run the jobs that a set is for and the engine can do, and measure them."""
    runs: list[Run] = []
    if eval_set.questions:
        runs += [run_ask(engine, eval_set.questions), run_find(engine, eval_set.questions)]
    if eval_set.claims:
        runs.append(run_check(engine, eval_set.claims))
    return tuple(Evaluation(eval_set.name, r, measure_rows(r.job, eval_set, r.rows), latency_of(r.seconds)) for r in runs)


def run_ask(engine: Answering, questions: Iterable[Question]) -> Run:
    """Ask every question, with its history."""
    return _run(
        "ask", [Task(q.id, partial(engine.ask, q.question, history=q.history), json_objects.answer_object) for q in questions]
    )


def run_find(engine: Finding, questions: Iterable[Question]) -> Run:
    """Find the ten best passages for every question."""
    return _run("find", [Task(q.id, partial(engine.find, q.question, k=DEPTH), json_objects.found_object) for q in questions])


def run_check(engine: Answering, claims: Iterable[Claim]) -> Run:
    """Check every claim."""
    return _run("check", [Task(c.id, partial(engine.check, c.claim), json_objects.check_object) for c in claims])


def latency_of(seconds: Sequence[float]) -> Latency:
    """Return the percentiles of the times of calls."""
    if not seconds:
        return Latency(np.nan, np.nan)
    p50, p95 = np.percentile(np.array(seconds) * 1000, [50, 95])
    return Latency(float(p50), float(p95))


def summary_object(evaluation: Evaluation) -> Json:
    """Return the scores of a run as one JSON object; a score of no items is null."""
    scores = [score(m) for m in evaluation.measured]
    return {
        "set": evaluation.name,
        "job": evaluation.run.job,
        "items": len(evaluation.run.rows),
        "failed": evaluation.run.failed,
        "p50_ms": round(evaluation.latency.p50, 2),
        "p95_ms": round(evaluation.latency.p95, 2),
        "scores": {s.name: {"n": s.n, "value": _json(s.value), "low": _json(s.low), "high": _json(s.high)} for s in scores},
    }


def _run(job: Job, tasks: Sequence[Task]) -> Run:
    rows, seconds = [], []
    for task in tasks:
        start = time.perf_counter()
        try:
            result = task.call()
        except WenjuError as error:
            seconds.append(time.perf_counter() - start)
            rows.append({"id": task.id, "error": str(error)})
            continue
        seconds.append(time.perf_counter() - start)
        rows.append(task.render(result, id=task.id))
    return Run(job, tuple(rows), tuple(seconds))


def _json(value: float) -> float | None:
    return None if np.isnan(value) else round(value, 4)
