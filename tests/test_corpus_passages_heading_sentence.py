"""A heading that is a sentence with a number is a passage too: nothing below it would tell what it says."""

from pathlib import Path

from corpus.reading import read_report


def test_the_last_line_of_a_list_is_a_passage_though_it_looks_like_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "石湾乡2031年工作计划.txt"
    lines = ["石湾乡2031年工作计划", "一、主要目标", "1．新修水渠50公里以上；", "2．粮食产量2.3万吨。"]
    path.write_text("\n".join(lines), encoding="utf-8")
    report = read_report(path, key="plan.txt")
    assert [f.text for figures in report.figures for f in figures] == ["50公里", "2.3万吨"]
