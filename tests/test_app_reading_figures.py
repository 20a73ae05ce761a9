import json
from pathlib import Path

import pytest

from app.cli import main
from app.errors import InputFileError
from app.json_objects import figures_object
from app.reading_figures import read_text_figures


def test_a_text_is_read_with_what_is_said_of_its_place() -> None:
    text = "城镇新增就业1200万人以上，居民消费价格涨幅3%左右。"
    planned = read_text_figures(text, section="plan", report_year=2024)
    assert [(f.text, f.period, f.status) for f in planned] == [("1200万人", "2024", "target"), ("3%", "2024", "target")]
    reviewed = read_text_figures("粮食产量6.95亿吨。", context="一、2023年工作回顾", report_year=2024)
    assert figures_object(reviewed, id="a")["figures"][0]["value"] == "695000000"
    assert [(f.period, f.status) for f in reviewed] == [("2023", "actual")]
    assert [f.unit for f in read_text_figures("The economy grew by 3.1 per cent.")] == ["%"]


def test_an_unknown_section_is_told() -> None:
    with pytest.raises(InputFileError, match=r"\"section\" is 'outlook': write one of review, plan, other, or leave it out"):
        read_text_figures("粮食产量6.95亿吨。", section="outlook")


def test_the_verb_reads_a_text_and_a_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "耕地面积5万亩。"]) == 0
    assert "5万亩" in capsys.readouterr().out
    rows = [
        {"id": "1", "text": "耕地面积5万亩。"},
        {"id": "2", "text": "耕地5万亩。", "section": "x"},
        {"id": "3", "text": "没有。"},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert main(["figures", "--batch", str(tmp_path / "in.jsonl")]) == 0
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in out] == ["1", "2", "3"]
    assert [(f["text"], f["value"], f["unit"]) for f in out[0]["figures"]] == [("5万亩", "50000", "亩")]
    assert "section" in out[1]["error"]
    assert out[2]["figures"] == []
