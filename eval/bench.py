"""Time and memory of the whole program on a folder of reports: fresh processes, several runs, medians. It asserts nothing."""

import json
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting
from eval.json_lines import Json
from eval.memory import resident_mb
from eval.running import Answering, latency_of, run_ask, run_find
from eval.sets import Question
from eval.whole_command import run_wenju
from index.store import Store

RUNS = 3
# As many years as the reports of one government may well cover.
_YEARS = 72

Measured = TypeVar("Measured")


@dataclass(frozen=True, slots=True)
class Timing:
    """One quantity, measured once a run."""

    name: str
    unit: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median of the runs."""
        return statistics.median(self.values)


@dataclass(frozen=True, slots=True)
class Bench:
    """The result of a benchmark with what it was made on."""

    reports: int
    passages: int
    figures: int
    questions: int
    cores: int
    timings: tuple[Timing, ...]


@dataclass(frozen=True, slots=True)
class Warm:
    """One run of a loaded engine: seconds to open it, milliseconds a call, resident MB after opening and after all calls."""

    open_s: float
    ask_p50: float
    ask_p95: float
    find_p50: float
    find_p95: float
    opened_mb: float
    used_mb: float


@dataclass(frozen=True, slots=True)
class _Ingested:
    """One ingest: seconds of the whole process, and the summary that it printed."""

    seconds: float
    summary: Json


def bench(reports: Sequence[Path], questions: Sequence[Question], *, runs: int = RUNS) -> Bench:
    """Measure ingest, cold find, and warm ask, find and trend, each run in processes of its own. Raises CommandError."""
    with tempfile.TemporaryDirectory(prefix="wenju-bench-") as folder:
        stores = [Path(folder) / str(i) for i in range(runs)]
        ingested = [_ingest(store, reports) for store in stores]
        cold = [_cold_find(stores[-1], questions[i % len(questions)].question) for i in range(runs)]
        warm = [_in_process_of_its_own(_open_and_measure, stores[-1], questions) for _ in range(runs)]
        trends = [_in_process_of_its_own(_trend_seconds, stores[-1]) for _ in range(runs)]
        reading = [_reading_speed(stores[-1]) for _ in range(runs)]
        embedding = [_in_process_of_its_own(_embedding_speed, stores[-1]) for _ in range(runs)]
    summary = ingested[-1].summary
    timings = (
        Timing("ingest, whole command", "s", tuple(i.seconds for i in ingested)),
        Timing("ingest, reading and indexing", "s", tuple(float(i.summary["seconds"]) for i in ingested)),
        Timing("`wenju find`, whole command", "s", tuple(cold)),
        *_warm_timings(warm),
        *([] if None in trends else [Timing(f"trend of {_YEARS} years, warm", "s", tuple(s for s in trends if s is not None))]),
        Timing("read figures, one core", "M characters/s", tuple(reading)),
        Timing("vectors of passages, all cores", "passages/s", tuple(embedding)),
    )
    return Bench(int(summary["added"]), int(summary["passages"]), int(summary["figures"]), len(questions), _cores(), timings)


def measure_warm(engine: Answering, questions: Sequence[Question], *, open_s: float = 0.0) -> Warm:
    """Ask and find every question twice and time the second round: the first one fills caches and loads what is loaded late."""
    opened = resident_mb()
    run_ask(engine, questions)
    run_find(engine, questions)
    ask, find = (latency_of(run.seconds) for run in (run_ask(engine, questions), run_find(engine, questions)))
    return Warm(open_s, ask.p50, ask.p95, find.p50, find.p95, opened, resident_mb())


def bench_table(result: Bench, *, title: str) -> str:
    """Return a result as a Markdown table with a line that says what it was measured on."""
    runs = len(result.timings[0].values)
    lines = [
        f"{title}: {result.reports} reports, {result.passages:,} passages, {result.figures:,} figures; "
        f"{result.questions} questions; {result.cores} cores; median of {runs} runs.",
        "",
        "| measured | median | lowest – highest |",
        "|---|--:|--:|",
        *(
            f"| {t.name} | {_shown(t.median)} {t.unit} | {_shown(min(t.values))} – {_shown(max(t.values))} |"
            for t in result.timings
        ),
    ]
    return "\n".join(lines)


def _warm_timings(warm: Sequence[Warm]) -> tuple[Timing, ...]:
    return (
        Timing("open the engine", "s", tuple(w.open_s for w in warm)),
        Timing("ask, warm, p50", "ms", tuple(w.ask_p50 for w in warm)),
        Timing("ask, warm, p95", "ms", tuple(w.ask_p95 for w in warm)),
        Timing("find, warm, p50", "ms", tuple(w.find_p50 for w in warm)),
        Timing("find, warm, p95", "ms", tuple(w.find_p95 for w in warm)),
        Timing("memory, engine opened", "MB", tuple(w.opened_mb for w in warm)),
        Timing("memory, all questions asked", "MB", tuple(w.used_mb for w in warm)),
    )


def _ingest(store: Path, reports: Sequence[Path]) -> _Ingested:
    start = time.perf_counter()
    printed = run_wenju("ingest", "--json", "--store", str(store), *(str(path) for path in reports))
    return _Ingested(time.perf_counter() - start, json.loads(printed.splitlines()[-1]))


def _cold_find(store: Path, query: str) -> float:
    start = time.perf_counter()
    run_wenju("find", "--json", "--store", str(store), query)
    return time.perf_counter() - start


def _reading_speed(store: Path) -> float:
    """Return how many million characters a second the figures of all stored reports are read from, in processor time."""
    stored = Store.open(store)
    texts = [stored.report_text(card.key) for card in stored.catalogue()]
    stored.close()
    start = time.process_time()
    for text in texts:
        extract_figures(text, Setting())
    return sum(map(len, texts)) / 1e6 / max(time.process_time() - start, 1e-9)


def _embedding_speed(store: Path) -> float:
    """Return how many passages a second the store's encoder makes vectors of, in wall time, the encoder being open."""
    from index.encoded_text import encoded_text
    from index.models import passage_encoder

    stored = Store.open(store)
    passages = [p for card in stored.catalogue() for p in stored.report_passages(card.key)]
    stored.close()
    texts = [encoded_text(p.section, p.context, p.text) for p in passages]
    encoder = passage_encoder(store)
    encoder.encode_passages(texts[:1])
    start = time.perf_counter()
    encoder.encode_passages(texts)
    return len(texts) / max(time.perf_counter() - start, 1e-9)


def _in_process_of_its_own(measure: Callable[..., Measured], *arguments: object) -> Measured:
    # A fresh interpreter, not a fork: its memory is the engine's and holds nothing of this one.
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, *arguments).result()


def _open_and_measure(store: Path, questions: Sequence[Question]) -> Warm:
    from app.engine import Engine

    start = time.perf_counter()
    engine = Engine.open(store)
    return measure_warm(engine, questions, open_s=time.perf_counter() - start)


def _trend_seconds(store: Path) -> float | None:
    """Return how long the measure that most reports give is looked up for, year by year, the second time; None where they give none for several years."""
    from app.engine import Engine
    from app.trends.series import years_covered

    engine = Engine.open(store)
    followed = next(iter(engine.measures(1)), None)
    if followed is None:
        return None
    last = max(years_covered(engine.catalogue()), default=_YEARS)
    for _ in range(2):
        start = time.perf_counter()
        engine.trend(followed.name, first=last - _YEARS + 1, last=last, place=followed.place)
    return time.perf_counter() - start


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
