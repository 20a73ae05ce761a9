from pathlib import Path

import pytest

from eval.comparing import compare_files
from eval.json_lines import LinesError, write_lines
from eval.tables import difference_table
from tests.eval_items import RIGHT, WRONG, write_run, write_set


def test_two_runs_are_compared_item_by_item(tmp_path: Path) -> None:
    a = write_run(tmp_path / "a" / "own.ask.jsonl", RIGHT, WRONG, WRONG)
    b = write_run(tmp_path / "b" / "own.ask.jsonl", WRONG, RIGHT, RIGHT)
    compared = compare_files(a, b, set_name=str(write_set(tmp_path)))
    correct = compared.differences[0]
    assert (compared.set_name, compared.job, correct.name, correct.won, correct.lost) == (
        "own",
        "ask",
        "correct",
        ("q2", "q3"),
        ("q1",),
    )
    assert correct.value == pytest.approx(1 / 3)
    assert correct.low == pytest.approx(-1)
    assert correct.high == pytest.approx(1)
    lines = difference_table(compared).splitlines()
    assert lines[0] == "own · ask: B against A"
    assert lines[4] == "| correct | 0.333 | 0.667 | +0.333 | -1.000 – +1.000 | 2 | 1 | 3 |"
    assert lines[-2:] == ["correct, higher in B: q2 q3", "correct, lower in B: q1"]


def test_a_measure_of_no_items_shows_dashes(tmp_path: Path) -> None:
    run = write_run(tmp_path / "own.ask.jsonl", RIGHT)
    lines = difference_table(compare_files(run, run, set_name=str(write_set(tmp_path)))).splitlines()
    assert "| abstained_when_it_should | – | – | – | – | 0 | 0 | 0 |" in lines
    assert not any("higher in B:" in line for line in lines)


def test_runs_of_different_jobs_are_not_compared(tmp_path: Path) -> None:
    a = write_run(tmp_path / "own.ask.jsonl", RIGHT)
    write_lines(tmp_path / "own.find.jsonl", [{"id": "q1", "hits": []}])
    with pytest.raises(LinesError, match="hold outputs of ask and find; give two runs of the same job"):
        compare_files(a, tmp_path / "own.find.jsonl", set_name=str(write_set(tmp_path)))


def test_runs_of_another_set_are_not_compared(tmp_path: Path) -> None:
    own = write_set(tmp_path)
    write_lines(tmp_path / "x.ask.jsonl", [{"id": "x1", **RIGHT}])
    with pytest.raises(LinesError, match=r"x\.ask\.jsonl: holds no item of the set .*; name the set that it answers with --set"):
        compare_files(tmp_path / "x.ask.jsonl", tmp_path / "x.ask.jsonl", set_name=str(own))


def test_the_set_is_the_first_part_of_the_name(tmp_path: Path) -> None:
    write_lines(tmp_path / "zz.ask.jsonl", [])
    with pytest.raises(LinesError, match="zz: is neither a set"):
        compare_files(tmp_path / "zz.ask.jsonl", tmp_path / "zz.ask.jsonl")


def test_an_output_stands_once(tmp_path: Path) -> None:
    write_lines(tmp_path / "own.ask.jsonl", [{"id": "q1", **RIGHT}, {"id": "q1", **WRONG}])
    with pytest.raises(LinesError, match=r"own\.ask\.jsonl, line 2: \"id\" 'q1' comes a second time"):
        compare_files(tmp_path / "own.ask.jsonl", tmp_path / "own.ask.jsonl", set_name=str(write_set(tmp_path)))
