import argparse
import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest

from eval.command import main, register
from eval.json_lines import write_lines
from index.feedback import Cited, Feedback, write_feedback
from tests.eval_items import RIGHT, WRONG, write_run, write_set


def test_the_verb_joins_those_of_wenju() -> None:
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    args = parser.parse_args(["eval", "run", "--set", "b", "d", "--set", "own.jsonl", "--out", "o", "--store", "s"])
    assert (args.set, args.out, args.store, args.run.__name__) == (["b", "d", "own.jsonl"], Path("o"), "s", "run_sets")
    assert parser.parse_args(["eval", "compare", "a", "b"]).store is None
    assert parser.parse_args(["eval", "bench"]).store is None


def test_joining_loads_nothing_that_measures() -> None:
    names = "sorted(m for m in sys.modules if m.partition('.')[0] in {'eval', 'app', 'index', 'numpy'})"
    code = f"import sys, eval.command; print({names})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        done.stdout.strip()
        == "['eval', 'eval.arguments', 'eval.command', 'eval.retrieval', 'eval.retrieval.verbs', 'eval.timed_verbs']"
    )


def test_compare_prints_the_differences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = write_run(tmp_path / "a.jsonl", WRONG), write_run(tmp_path / "b.jsonl", RIGHT)
    assert main(["compare", str(a), str(b), "--set", str(write_set(tmp_path))]) == 0
    assert "| correct | 0.000 | 0.333 | +0.333 | +0.000 – +1.000 | 1 | 0 | 3 |" in capsys.readouterr().out


def test_a_mistake_is_one_line_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_lines(tmp_path / "zz.ask.jsonl", [])
    assert main(["compare", str(tmp_path / "zz.ask.jsonl"), str(tmp_path / "zz.ask.jsonl")]) == 1
    told = capsys.readouterr().err
    assert told.startswith("wenju eval: zz: is neither a set (samples, analysis, reports, held, b, d) nor a file")
    assert told.count("\n") == 1


def test_a_bench_needs_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--set", str(write_set(tmp_path))]) == 1
    assert "a benchmark needs questions and reports; give --reports DIR" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["bench", "--runs", "0"], ["run", "--errors", "many"]])
def test_wrong_use_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


@pytest.mark.slow
def test_a_set_is_run_on_a_store_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from app.cli import main as wenju

    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(
        "一、2023年工作回顾\n全年城镇新增就业1.28万人，比上年多增900人。\n", encoding="utf-8"
    )
    store, out = str(tmp_path / "store"), tmp_path / "out"
    assert wenju(["ingest", "--store", store, str(tmp_path / "reports")]) == 0
    capsys.readouterr()
    assert main(["run", "--set", str(write_set(tmp_path)), "--store", store, "--out", str(out), "--json"]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["set"], row["job"], row["items"]) for row in printed][:2] == [("own", "ask", 3), ("own", "find", 3)]
    assert printed[1]["scores"]["recall@1"]["value"] == 1
    assert [json.loads(line) for line in (out / "own.json").read_text(encoding="utf-8").splitlines()] == printed
    assert [json.loads(line)["id"] for line in (out / "own.find.jsonl").read_text(encoding="utf-8").splitlines()] == [
        "q1",
        "q2",
        "q3",
    ]


def test_feedback_is_printed_a_line_each_ready_to_be_asked_again(store_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    down = Feedback(
        "v/1", "down", "应是1.19万人", "多少？", ("前一问",), "1.28万人[1]", False, (Cited("a.txt", 3, 9, "ab"),), "2026-01-02"
    )
    write_feedback(store_folder, down)
    write_feedback(store_folder, dataclasses.replace(down, id="v/2", verdict="up", citations=()))
    assert main(["feedback", "--store", str(store_folder)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {
        "id": "v/1", "verdict": "down", "note": "应是1.19万人", "question": "多少？", "history": ["前一问"], "answer": "1.28万人[1]",
        "abstained": False, "citations": [{"report": "a.txt", "start": 3, "end": 9, "hash": "ab"}], "at": "2026-01-02",
    }  # fmt: skip
    assert [line["id"] for line in lines] == ["v/1", "v/2"]
    assert main(["feedback", "--down", "--store", str(store_folder)]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["v/1"]
