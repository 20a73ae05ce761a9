"""Measure a system on a set in a process of its own: quality by the product's own matching of evidence, time and memory."""

import multiprocessing
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from eval.finding import judge_found, measure_found
from eval.measure import Measured, mean_of
from eval.memory import resident_mb
from eval.outputs import FoundOutput, by_id, read_found
from eval.rivals.corpus import Corpus, Search
from eval.rivals.systems import RivalError, System, load
from eval.running import Latency, latency_of, run_find
from eval.sets import Question
from index.encoders import open_encoder
from index.hit import Found, Hit
from index.scope import Scope

# What a reader, or a language model, is given to read: large pieces hold the evidence more easily, but fewer of them fit.
BUDGET = 1_500
IN_BUDGET = "in the first 1,500 characters"


@dataclass(frozen=True, slots=True)
class RivalResult:
    """What a system measures.

    `start_s` is the time until it is imported with the encoder, `index_s` from the texts (the product: from the files) to the first
    answer, `memory_mb` what the process holds after the last one; `index_cpu_s` and `query_cpu_ms` (a mean) are time of the processor, all
    threads and processes together, which other work on the machine hardly changes; `hit_characters` the mean length of what it finds.
    """

    system: System
    version: str
    measured: tuple[Measured, ...]
    latency: Latency
    start_s: float
    index_s: float
    index_cpu_s: float
    query_cpu_ms: float
    memory_mb: float
    hit_characters: float


class SearchFinder:
    """A search in the shape of the engine's `find`, so that it is run and scored as the engine is."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def find(self, query: str, *, k: int = 10) -> Found:
        """Return the `k` best pieces."""
        found = self._search(query, k)
        hits = [Hit(rank, 0.0, q.report, "", (), None, 0, len(q.text), q.text, ()) for rank, q in enumerate(found, 1)]
        return Found(query, Scope(), tuple(hits), 0.0)


def measure_apart(system: System, corpus: Corpus, questions: Sequence[Question], *, encoder: str | None = None) -> RivalResult:
    """Measure in a fresh process, so that memory and caches are the system's own. Raises RivalError."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(measure, system, corpus, questions, encoder).result()
        except BrokenProcessPool as error:
            raise RivalError(f"{system.name}: its process ended without a result ({error}); is there enough memory?") from error


def measure(system: System, corpus: Corpus, questions: Sequence[Question], encoder: str | None = None) -> RivalResult:
    """Set a system up, ask it one question to warm it and then every one that has evidence, once. Raises RivalError."""
    asked = [q for q in questions if q.evidence]
    started = time.perf_counter()
    build, opened = load(system), open_encoder(encoder)
    loaded, loaded_cpu = time.perf_counter(), _processor_seconds()
    with tempfile.TemporaryDirectory(prefix="wenju-rival-") as folder:
        finder = SearchFinder(build(corpus, opened, Path(folder)))
        run_find(finder, asked[:1])
        indexed, indexed_cpu = time.perf_counter(), _processor_seconds()
        run = run_find(finder, asked)
        answered_cpu, memory = _processor_seconds(), resident_mb()
    outputs = by_id(run.rows, read_found)
    lengths = [len(hit.text) for output in outputs.values() for hit in output.hits]
    return RivalResult(
        system,
        system.version,
        (*measure_found(asked, outputs), measure_in_budget(asked, outputs)),
        latency_of(run.seconds),
        loaded - started,
        indexed - loaded,
        indexed_cpu - loaded_cpu,
        (answered_cpu - indexed_cpu) * 1000 / len(asked),
        memory,
        sum(lengths) / max(1, len(lengths)),
    )


def measure_in_budget(questions: Sequence[Question], outputs: Mapping[str, FoundOutput], *, budget: int = BUDGET) -> Measured:
    """Return the share of questions all of whose evidence stands in the hits that fit into a number of characters, the best first."""
    return mean_of(IN_BUDGET, [(q.id, _in_budget(q, outputs[q.id], budget)) for q in questions])


def _processor_seconds() -> float:
    """Return the processor time of this process and of those that it has started and that have ended."""
    return sum(os.times()[:4])


def _in_budget(question: Question, output: FoundOutput, budget: int) -> float:
    rank = judge_found(question, output).all_at
    return float(rank is not None and sum(len(hit.text) for hit in output.hits[:rank]) <= budget)
