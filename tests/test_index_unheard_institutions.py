"""An office without a place reports on what it is called after, and a workbook is called as its first table is."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from app.engine import Engine
from corpus.company import is_company
from corpus.metadata import read_metadata
from corpus.readers import read_document
from tests.small_engine import small_engine

REPORTS = {
    "港口年度总结.md": [
        "# 澜沙港务局2033年度工作总结",
        "## 一、生产",
        "全年煤炭吞吐量2315万吨，旅客吞吐量47.8万人次。",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize("name", ["澜沙港务局", "澜沙港"])
def test_what_an_office_is_called_after_is_reported_on(engine: Engine, name: str) -> None:
    answer = engine.ask(f"{name}2033年旅客吞吐量是多少？")
    assert answer.scope.unknown == ()
    assert "47.8万人次" in answer.answer


def test_a_place_of_no_report_stays_unknown(engine: Engine) -> None:
    assert engine.ask("深圳2033年旅客吞吐量是多少？").abstained


@pytest.mark.parametrize(
    ("issuer", "company"),
    [("云岫药业股份有限公司", True), ("云岫集团", True), ("Orrin Ferry Group plc", True), ("澜沙港务局", False), ("", False)],
)
def test_a_company_is_told_from_an_office(issuer: str, company: bool) -> None:
    assert is_company(issuer) is company


def test_a_workbook_is_called_as_its_first_table_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "季度统计"
    for row in (["云麓市图书馆2033年业务统计表", None], ["指标", "全年"], ["到馆读者（万人次）", 173.5]):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    book.save(tmp_path / "图书馆.xlsx")
    read = read_metadata(read_document(tmp_path / "图书馆.xlsx"), "图书馆")
    assert (read.title, read.place) == ("云麓市图书馆2033年业务统计表", "云麓市")
