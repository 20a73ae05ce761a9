import mmap
from pathlib import Path

import pytest

from eval.bench import Bench, Timing, bench, bench_table, measure_warm
from eval.memory import resident_mb
from eval.whole_command import CommandError
from tests.eval_items import question
from tests.fake_engine import FakeEngine


def test_the_table_shows_medians_and_what_they_were_measured_on() -> None:
    timings = (
        Timing("ingest, whole command", "s", (2.5, 2.25, 9.0)),
        Timing("memory, engine opened", "MB", (151.2, 150.0, 150.4)),
    )
    result = Bench(reports=53, passages=9538, figures=31000, questions=150, cores=2, timings=timings)
    assert bench_table(result, title="central").splitlines() == [
        "central: 53 reports, 9,538 passages, 31,000 figures; 150 questions; 2 cores; median of 3 runs.",
        "",
        "| measured | median | lowest – highest |",
        "|---|--:|--:|",
        "| ingest, whole command | 2.5 s | 2.25 – 9 |",
        "| memory, engine opened | 150 MB | 150 – 151 |",
    ]


def test_a_warm_engine_answers_twice_and_the_second_time_counts() -> None:
    engine = FakeEngine()
    warm = measure_warm(engine, [question("q1"), question("q2")], open_s=0.5)
    assert (warm.open_s, len(engine.asked)) == (0.5, 4)
    assert 0 <= warm.ask_p50 <= warm.ask_p95
    assert 0 <= warm.find_p50 <= warm.find_p95
    assert warm.opened_mb > 1


def test_memory_grows_with_what_is_held() -> None:
    before = resident_mb()
    # Pages of its own: the heap may hold enough that earlier tests have freed.
    with mmap.mmap(-1, 64 * 1024 * 1024) as held:
        held.write(b"x" * len(held))
        assert resident_mb() - before > 32


@pytest.mark.slow
def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"`wenju ingest` failed with \d .*run it by itself to see why"):
        bench([tmp_path / "missing"], [question("q1")], runs=1)


@pytest.mark.slow
def test_the_whole_program_is_measured(tmp_path: Path) -> None:
    for year, jobs in ((2023, "1.19"), (2024, "1.28")):
        text = f"一、{year - 1}年工作回顾\n全年城镇新增就业{jobs}万人。\n"
        (tmp_path / f"{year}年青岚县政府工作报告.txt").write_text(text, encoding="utf-8")
    result = bench([tmp_path], [question("q1"), question("q2")], runs=2)
    assert (result.reports, result.figures, result.questions) == (2, 2, 2)
    assert [len(t.values) for t in result.timings] == [2] * 13
    assert "trend of 72 years, warm" in {t.name for t in result.timings}
    assert all(value > 0 for t in result.timings for value in t.values)
