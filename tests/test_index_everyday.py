from pathlib import Path

import numpy as np
import pytest

from index import everyday
from index.everyday import similarities, written_for


@pytest.mark.parametrize(
    ("terms", "question", "first"),
    [
        (("大学", "比例"), "能上大学的比例是多少", ["高等教育", "高等教育毛入学率"]),
        (("国库",), "国库收了多少", ["财政收入"]),
        (("钱包", "面积"), "钱包鼓了多少", ["收入", None]),
        # Each word is looked for in the longest saying that the question holds.
        (("病人",), "住院的病人有多少", [None]),
    ],
)
def test_a_saying_stands_for_the_words_of_reports(terms: tuple[str, ...], question: str, first: list[str | None]) -> None:
    assert [names[0] if names else None for names in written_for(terms, question)] == first


def test_words_that_hold_a_name_or_are_a_good_part_of_it_say_the_term() -> None:
    words = ["高等教育", "教育", "普通高等教育", "毛入学率", "面积"]
    near = similarities(("大学", "面积"), words, "能上大学的有多少")
    assert near.tolist() == np.array([[0.8, 0.0, 0.8, 0.8, 0.0], [0.0] * 5], dtype=np.float32).tolist()


def test_what_reports_write_themselves_is_no_saying() -> None:
    assert written_for(("财政收入",), "财政收入是多少") == [()]


def test_every_line_of_the_table_says_something() -> None:
    lines = Path(everyday.__file__).with_name("everyday.tsv").read_text(encoding="utf-8").splitlines()
    told = [line.split("\t") for line in lines if not line.startswith("#")]
    assert [line for line in told if len(line) != 2 or not all(word for part in line for word in part.split("、"))] == []


def test_what_reports_write_for_a_saying_is_told_in_english_too() -> None:
    [saying, plain] = everyday.meanings(("国库", "面积"), "国库收了多少")
    assert saying["revenu"] == pytest.approx(0.8)
    assert "revenu" not in plain
