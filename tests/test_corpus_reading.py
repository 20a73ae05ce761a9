import hashlib
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFileError
from corpus.reading import read_report
from corpus.report import Metadata, Passage, Report, Section
from tests.report_checks import check_report

COUNTY = """\
2024年云岭县政府工作报告

一、2023年工作回顾
（一）就业
全年城镇新增就业1.28万人，比上年多增900人。
二、2024年目标任务
粮食总产量稳定在31万吨以上。
"""
TABLE = """\
# 云岭县2021年国民经济和社会发展统计公报

表1 主要产品产量
单位：万吨

| 产品 | 产量 | 增长（%） |
| --- | --- | --- |
| 稻谷 | 21.3 | -2.4 |
"""
HEAVY = [
    "faiss",
    "gradio",
    "jieba",
    "rjieba",
    "langchain",
    "langchain_core",
    "torch",
    "tantivy",
    "sentence_transformers",
    "model2vec",
]
WORDS = st.lists(
    st.sampled_from(
        [
            "云岭县2023年统计公报",
            "\n",
            "\n\n",
            "一、农业",
            "（一）粮食",
            "全县",
            "粮食产量",
            "31.6万吨",
            "，",
            "增长",
            "5.2%",
            "。",
            "１.２亿元",
            "三成",
            "| 产品 | 产量 |\n| --- | --- |\n| 稻谷 | 21.3 |\n",
            "# 二、工业\n",
            "；",
            "翻一番",
            "😀",
            "\u3000",
            "é",
            "Revenue rose 3 per cent. ",
        ]
    ),
    max_size=120,
)


def _figures(report: Report) -> list[list[tuple[str, Decimal, str, str, str, str]]]:
    return [[(f.text, f.value, f.unit, f.kind, f.period, f.status) for f in figures] for figures in report.figures]


def test_a_small_report_is_read_from_its_file_to_its_figures(tmp_path: Path) -> None:
    path = tmp_path / "任意.txt"
    path.write_bytes(COUNTY.encode("gb18030"))
    report = read_report(path, key="county/任意.txt")
    assert (report.key, report.encoding, report.replaced, report.text) == ("county/任意.txt", "gb18030", 0, COUNTY)
    assert report.digest == hashlib.sha256(COUNTY.encode("gb18030")).hexdigest()
    assert report.metadata == Metadata("2024年云岭县政府工作报告", "云岭县人民政府", "云岭县", "政府工作报告", 2024, "2023")
    assert report.sections == (
        Section((), 0, 16),
        Section(("一、2023年工作回顾",), 16, 28),
        Section(("一、2023年工作回顾", "（一）就业"), 28, 60),
        Section(("二、2024年目标任务",), 60, 88),
    )
    assert report.passages == (
        Passage(0, 14, "2024年云岭县政府工作报告", 0),
        Passage(34, 59, "全年城镇新增就业1.28万人，比上年多增900人。", 2),
        Passage(72, 87, "粮食总产量稳定在31万吨以上。", 3),
    )
    assert _figures(report) == [
        [],
        [
            ("1.28万人", Decimal(12800), "人", "level", "2023", "actual"),
            ("900人", Decimal(900), "人", "change", "2023", "actual"),
        ],
        [("31万吨", Decimal(310000), "吨", "level", "2024", "target")],
    ]
    check_report(report)


def test_a_row_has_the_figures_of_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(TABLE.encode())
    report = read_report(path, key="a.md")
    assert report.passages[-1].text == "稻谷 | 21.3 | -2.4"
    assert report.passages[-1].context == "表1 主要产品产量 单位：万吨 产品 | 产量 | 增长（%）"
    assert _figures(report)[-1] == [
        ("21.3", Decimal(213000), "吨", "level", "2021", "actual"),
        ("-2.4", Decimal("-2.4"), "%", "growth", "2021", "actual"),
    ]
    check_report(report)


def test_an_english_report_has_english_figures(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Northland Budget 2024\n\nRevenue rose by 3.1 per cent to $1,362 million in 2023.\n")
    report = read_report(path, key="a.txt")
    assert report.metadata == Metadata("Northland Budget 2024", "", "Northland", "预算", 2024, "2024", "en")
    assert [(f.text, f.value, f.unit, f.period) for f in report.figures[-1]] == [
        ("3.1 per cent", Decimal("3.1"), "%", "2023"),
        ("$1,362 million", Decimal(1362000000), "$", "2023"),
    ]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    with pytest.raises(UnreadableFileError, match=r"^空\.txt: the file is empty$"):
        read_report(tmp_path / "空.txt", key="空.txt")


@given(WORDS, st.sampled_from([".txt", ".md"]))
def test_what_holds_for_every_report_holds_for_any_text(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(("云岭县" + "".join(words)).encode())
    check_report(read_report(path, key=path.name))


def test_reading_loads_no_index_no_model_and_no_web_library() -> None:
    code = "import sys, corpus.reading, corpus.folder; print(*sorted({m.split('.')[0] for m in sys.modules}), sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    loaded = set(done.stdout.split())
    assert "corpus" in loaded
    assert loaded & set(HEAVY) == set()
