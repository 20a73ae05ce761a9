import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.cli import main
from app.engine import Engine
from app.lint.finding import Finding, ReportFindings
from eval.lint_recall import measure_recall, recall_table
from index.ingest import ingest
from index.store import UnknownReportError
from tests.invented_reports import write_files
from tests.letter_encoder import LetterEncoder

_SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"
_SEED = Path(__file__).parent.parent.parent / "shared" / "reports" / "county" / "seed-party-building.txt"
_WORK, _SOCIETY, _PARTY = (
    "2021年云栖县政府工作报告.txt",
    "云栖县2022年民政事业发展统计公报.txt",
    "县委组织部2019年度党建工作总结.txt",
)
# Sample, what is written in it, what is planted instead; rule, severity and formula of the one finding more.
_PLANTS = [
    (_WORK, "由3万吨提高到5万吨", "由3万吨提高到2万吨", "growth", "error", "2万吨 < 3万吨"),
    (_SOCIETY, "合计14018人", "合计14118人", "sum", "error", "2146人 + 11872人 = 14018人 ≠ 14118人"),
    (_SOCIETY, "护理型床位1304张，占53.0%", "护理型床位1304张，占63.0%", "share", "error", "1304张 ÷ 2460张 ≈ 53% ≠ 63.0%"),
    (_SOCIETY, "全县孤儿86名，其中机构集中养育9名", "全县孤儿86名，其中机构集中养育99名", "parts", "error", "99名 > 86名"),
    (_SOCIETY, "比上年减少218名，下降6.0%", "比上年减少218名，下降8.0%", "growth", "error", "218名 ÷ (3427名 + 218名) ≈ 6% ≠ 8.0%"),
    (_SOCIETY, "占常住人口的13.5%", "占常住人口的113.5%", "suspicious", "error", "113.5% > 100%"),
    (_SOCIETY, "新增社区老年食堂5处", "新增社区老年食堂0处", "suspicious", "warning", None),
    (_PARTY, "还存在三点不足", "还存在四点不足", "count", "warning", "3 ≠ 4"),
    (_WORK, "城镇新增就业3415人。", "城镇新增就业3415人。2020年城镇新增就业3615人。", "repeated", "warning", "3415人 ≠ 3615人"),
]  # fmt: skip


def _reports(folder: Path, texts: dict[str, str], encoder: LetterEncoder) -> tuple[ReportFindings, ...]:
    ingest([write_files(folder / "reports", texts)], folder / "store", encoder)
    return Engine.open(folder / "store", encoder).lint()


def _text(name: str) -> str:
    raw = (_SAMPLES / name).read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def _told(findings: Sequence[Finding]) -> list[tuple[str, str, str | None]]:
    return [(f.rule, f.severity, f.formula) for f in findings if f.severity != "note"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "store"
    ingest([_SAMPLES], folder, LetterEncoder())
    return folder


def test_the_samples_hold_but_for_the_one_share_that_does_not(store: Path, encoder: LetterEncoder) -> None:
    told = {r.report: _told(r.findings) for r in Engine.open(store, encoder).lint() if _told(r.findings)}
    assert told == {"samples/云栖县2021年度党建工作报告.docx": [("share", "error", "77名 ÷ 90名 ≈ 85.6% ≠ 87.5%")]}


@pytest.mark.parametrize(("name", "before", "after", "rule", "severity", "formula"), _PLANTS)
def test_what_is_planted_into_a_sample_is_the_one_finding(
    name: str, before: str, after: str, rule: str, severity: str, formula: str | None, tmp_path: Path, encoder: LetterEncoder
) -> None:
    text = _text(name)
    assert before in text
    (report,) = _reports(tmp_path, {name: text.replace(before, after)}, encoder)
    assert _told(report.findings) == [(rule, severity, formula)]


_TABLE = """# 云栖县2023年卫生统计公报

| 机构类别 | 机构数（个） | 床位（张） | 占床位总数（%） |
|---|---|---|---|
| 县级医院 | 4 | 1472 | 56.2 |
| 乡镇卫生院 | 18 | 698 | 26.6 |
| 民营医院 | 5 | 236 | 9.0 |
| 疗养院 | 2 | 214 | 8.2 |
| 合计 | 29 | 2620 | 100.0 |
"""


@pytest.mark.parametrize(
    ("before", "after", "formula"),
    [
        ("26.6", "36.6", "698 ÷ 2620 ≈ 26.64% ≠ 36.6"),
        ("| 合计 | 29 |", "| 合计 | 28 |", "4 + 18 + 5 + 2 = 29 ≠ 28"),
    ],
)
def test_a_cell_that_does_not_fit_the_table_is_found(
    before: str, after: str, formula: str, tmp_path: Path, encoder: LetterEncoder
) -> None:
    assert [_told(r.findings) for r in _reports(tmp_path / "a", {"云栖县2023年卫生统计公报.md": _TABLE}, encoder)] == [[]]
    (report,) = _reports(tmp_path / "b", {"云栖县2023年卫生统计公报.md": _TABLE.replace(before, after)}, encoder)
    assert ("table", "error", formula) in _told(report.findings)
    assert {rule for rule, _, _ in _told(report.findings)} == {"table"}


def test_a_finding_quotes_what_it_cites(store: Path, encoder: LetterEncoder) -> None:
    engine = Engine.open(store, encoder)
    for report in engine.lint():
        for citation in report.citations:
            assert engine.view(citation.report).text[citation.start : citation.end] == citation.quote
        for finding in report.findings:
            quotes = {c.n: c.quote for c in report.citations if c.n in finding.citations}
            assert set(quotes) == set(finding.citations) != set()
            assert all(f.text in quotes[n] for f in finding.figures for n in f.citations)
            assert finding.message
            assert finding.message_en


def test_the_verb_prints_an_object_a_report(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "云栖县2021年度党建工作报告.docx", "--json", "--store", str(store)]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(row) == ["report", "title", "findings", "citations"]
    (finding,) = row["findings"]
    assert list(finding) == ["rule", "message", "message_en", "formula", "figures", "citations", "severity"]
    assert [(f["text"], f["value"], f["role"], f["proof"]) for f in finding["figures"]] == [
        ("90名", "90", "input", "quoted"), ("77名", "77", "input", "quoted"), ("87.5%", "87.5", "input", "quoted"),
    ]  # fmt: skip
    assert finding["citations"] == [c["n"] for c in row["citations"]] == [1]


def test_the_verb_is_readable_and_tells_an_unknown_report(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--store", str(store)]) == 0
    out = capsys.readouterr().out
    assert "✗ 错误 [share] 占比与分子、分母不符：77名占90名的85.6%，原文为87.5%\n      算式：77名 ÷ 90名 ≈ 85.6% ≠ 87.5%" in out
    assert out.splitlines()[-1].startswith("24 份报告，")
    assert main(["lint", "无此报告.txt", "--store", str(store)]) == 1
    assert capsys.readouterr().err.startswith("wenju: no report '无此报告.txt' in the store: ")


def test_severities_are_counted_and_an_unknown_report_is_an_error(store: Path, encoder: LetterEncoder) -> None:
    engine = Engine.open(store, encoder)
    (report,) = engine.lint(["云栖县2021年度党建工作报告.docx"])
    assert [report.count("error"), report.count("warning"), report.count("note")] == [1, 0, 0]
    with pytest.raises(UnknownReportError, match="no report '无此报告' in the store"):
        engine.lint(["无此报告"])


@pytest.mark.slow
def test_most_of_what_is_planted_is_found(store: Path, encoder: LetterEncoder) -> None:
    results = measure_recall(Engine.open(store, encoder), each=2, seed=1, encoder=encoder)
    planted, found = sum(r.planted for r in results), sum(r.found for r in results)
    assert planted >= 10
    assert found >= planted * 0.6
    assert recall_table(results).splitlines()[-1] == f"| all | {planted} | {found} | {found / planted:.2f} |"


@pytest.mark.reports
@pytest.mark.skipif(not _SEED.exists(), reason="the shared reports are not there")
def test_the_county_report_is_found_out(tmp_path: Path, encoder: LetterEncoder) -> None:
    ingest([_SEED], tmp_path / "store", encoder)
    (report,) = Engine.open(tmp_path / "store", encoder).lint()
    assert [(f.rule, f.severity, f.formula) for f in report.findings] == [
        ("count", "error", "18 > 17"),
        ("share", "warning", "17人 + 1人 + 17人 + 54人 = 89人；77人 ÷ 89人 ≈ 86.5% ≠ 87.5%"),
        ("suspicious", "warning", None),
    ]
    assert "0份" in report.findings[2].message
