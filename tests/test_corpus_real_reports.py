from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.folder import list_files
from corpus.readers import READERS, read_document
from corpus.reading import read_report
from corpus.report import Report
from tests.report_checks import check_report

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "reports"
FILES = [s for s in list_files([FOLDER]) if s.path.suffix.lower() in {".txt", ".md", ".docx"}] if FOLDER.exists() else []
NANJING = "communique/南京市2021~2024年国民经济和社会发展统计公报汇总.docx"
CIVIL = "communique/2021年民政事业发展统计公报.docx"

pytestmark = [
    pytest.mark.reports,
    pytest.mark.slow,
    pytest.mark.skipif(not FILES, reason="the real reports are not beside the repository (../shared/reports)"),
]


@pytest.fixture(scope="module")
def reports() -> Mapping[str, Report]:
    return {s.key: read_report(s.path, key=s.key) for s in FILES}


def test_all_of_them_are_read(reports: Mapping[str, Report]) -> None:
    assert sorted(reports) == sorted(s.key for s in FILES)
    assert {Path(key).suffix for key in reports} == {".txt", ".md", ".docx"}


def test_what_holds_for_every_report_holds_for_them(reports: Mapping[str, Report]) -> None:
    for report in reports.values():
        check_report(report)


def test_no_character_is_lost_in_decoding(reports: Mapping[str, Report]) -> None:
    assert {key: r.replaced for key, r in reports.items() if r.replaced or "\ufffd" in r.text} == {}


def test_the_folder_of_old_encodings_is_gb18030_and_everything_else_utf8(reports: Mapping[str, Report]) -> None:
    encodings = {(key.split("/")[0] == "gbk", r.encoding) for key, r in reports.items() if not key.endswith(".docx")}
    assert encodings == {(True, "gb18030"), (False, "utf-8")}


def test_no_passage_is_far_too_long_and_none_crosses_two_tables(reports: Mapping[str, Report]) -> None:
    prose = [p for r in reports.values() for p in r.passages if not p.context]
    assert [p.text[:20] for p in prose if len(p.text) > 700] == []


def test_the_language_and_the_kind_are_those_of_the_folder(reports: Mapping[str, Report]) -> None:
    told = {(key.split("/")[0], r.metadata.type, r.metadata.language) for key, r in reports.items()}
    folders = {"central", "city-2024", "province-2025", "english", "county"}
    assert {t for t in told if t[0] in folders} == {
        ("central", "政府工作报告", "zh"),
        ("city-2024", "政府工作报告", "zh"),
        ("province-2025", "政府工作报告", "zh"),
        ("english", "预算", "en"),
        ("county", "党建工作报告", "zh"),
    }


@pytest.mark.parametrize(("folder", "year"), [("city-2024", 2024), ("province-2025", 2025)])
def test_the_reports_of_a_year_are_of_that_year_and_of_many_places(reports: Mapping[str, Report], folder: str, year: int) -> None:
    found = [r.metadata for key, r in reports.items() if key.startswith(f"{folder}/")]
    assert {(m.year, m.period) for m in found} == {(year, str(year - 1))}
    assert {m.place for m in found if not m.title.startswith(f"{year}年{m.place}")} == set()
    assert len({m.place for m in found}) == len(found)


def test_the_tables_of_a_communique_have_their_captions_and_units() -> None:
    document = read_document(FOLDER / CIVIL)
    assert [(t.caption.split()[:2], t.unit, t.header) for t in document.tables] == [
        (["表", "1"], "单位:个", ("指标", "数量", "指标", "数量")),
        (["表", "2"], "", ("指标", "机构 （个）", "床位（万张）")),
        (["表", "3"], "", ("指标", "单位", "合计", "城市", "农村")),
        (["表", "4"], "单位:个", ("指标", "社会团体", "基金会", "民办非企业单位")),
    ]


def test_the_unit_column_of_a_table_is_bound_to_its_figures(reports: Mapping[str, Report]) -> None:
    report = reports[NANJING]
    rows = [i for i, p in enumerate(report.passages) if p.text.startswith("集成电路 |")]
    assert [[(f.text, f.value, f.unit, f.period) for f in report.figures[i]] for i in rows] == [
        [("573771", Decimal(5737710000), "块", "2022"), ("9.5", Decimal("9.5"), "%", "2022")],
        [("524128", Decimal(5241280000), "块", "2021"), ("45.4", Decimal("45.4"), "%", "2021")],
    ]


def test_the_four_years_of_a_collection_are_its_highest_sections(reports: Mapping[str, Report]) -> None:
    tops = [s.path for s in reports[NANJING].sections if len(s.path) == 1]
    assert tops == [("2025年3月",), ("2024年3月",), ("2023年3月",), ("2022年4月",)]


def test_every_kind_of_file_that_is_read_is_among_them() -> None:
    assert {s.path.suffix for s in FILES} <= set(READERS)
