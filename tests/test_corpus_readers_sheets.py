import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from corpus.errors import UnreadableFileError
from corpus.readers import read_document


def rows_of(path: Path) -> list[tuple[str, str]]:
    document = read_document(path)
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "产量"
    for row in (
        ["表1 农产品产量（单位：万吨）", None, None],
        ["指标", "产量", None],
        [None, "2021年", "2022年"],
        ["粮食", 30.95, 31.6],
        ["自给率", 0.917, 0.923],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("A2:A3")
    sheet["B5"].number_format = sheet["C5"].number_format = "0.0%"
    second = book.create_sheet("日期")
    second.append(["事项", "完成日期"])
    second.append(["水库除险", date(2022, 7, 5)])
    book.create_sheet("草稿").sheet_state = "hidden"
    book.save(path)
    return path


def test_the_sheets_of_a_workbook_are_tables_under_their_names(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx")
    assert rows_of(path) == [
        ("heading", "产量"),
        ("row", "粮食 | 30.95 | 31.6"),
        ("row", "自给率 | 91.7% | 92.3%"),
        ("heading", "日期"),
        ("row", "事项 | 完成日期"),
        ("row", "水库除险 | 2022-07-05"),
    ]
    first = read_document(path).tables[0]
    assert (first.caption, first.unit, first.header) == (
        "产量 表1 农产品产量（单位：万吨）",
        "单位：万吨",
        ("指标", "产量 2021年", "产量 2022年"),
    )


@pytest.mark.parametrize("merged", [True, False])
def test_a_sentence_below_the_rows_is_text(tmp_path: Path, merged: bool) -> None:
    book = openpyxl.Workbook()
    book.active.append(["指标", "产量", "销量"])
    book.active.append(["粮食", 31.6, 30.2])
    book.active.append(["说明：库存余额12万吨，比年初减少3万吨；销量不含储备。"])
    if merged:
        book.active.merge_cells("A3:C3")
    book.save(tmp_path / "a.xlsx")
    assert rows_of(tmp_path / "a.xlsx") == [
        ("row", "粮食 | 31.6 | 30.2"),
        ("paragraph", "说明：库存余额12万吨，比年初减少3万吨；销量不含储备。"),
    ]


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "gb18030"), ("\t", "utf-16"), (";", "utf-8-sig")])
def test_a_csv_is_a_table_with_what_stands_above_it(tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = ["农产品产量", "单位：万吨", delimiter.join(["指标", "2021年", "2022年"]), delimiter.join(["粮食", "30.95", "31.6"])]
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    assert rows_of(path)[-1] == ("row", "粮食 | 30.95 | 31.6")
    table = read_document(path).tables[0]
    assert (table.caption, table.unit, table.header) == ("农产品产量", "单位：万吨", ("指标", "2021年", "2022年"))


@pytest.mark.parametrize(("data", "message"), [(b"", "the file is empty"), (b"PK\x03\x04 cut off", "not a whole xlsx")])
def test_a_broken_workbook_is_told_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=message):
        read_document(path)


def test_a_workbook_with_a_spoilt_sheet_is_told_too(tmp_path: Path) -> None:
    path = workbook(tmp_path / "产量.xlsx")
    with zipfile.ZipFile(path) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    data = bytearray(path.read_bytes())
    packed = sheet.header_offset + 30 + len(sheet.filename)
    data[packed + 4 : packed + 40] = bytes(byte ^ 0xFF for byte in data[packed + 4 : packed + 40])
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match="not a whole xlsx"):
        read_document(path)


def test_hidden_rows_and_columns_are_left_out_with_a_note(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["镇", "户数", "底稿", "人口"], ["石桥", 120, 1, 480], ["调整", 7, 1, 9], ["柳湾", 95, 1, 377]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(tmp_path / "各镇人口.xlsx")
    document = read_document(tmp_path / "各镇人口.xlsx")
    # A name that the program gave to the sheet is no heading.
    assert document.text.split("\n") == ["镇 | 户数 | 人口", "石桥 | 120 | 480", "柳湾 | 95 | 377"]
    assert document.notes == ("sheet Sheet: 1 rows and 1 columns are hidden, left out",)


def test_formulas_that_nobody_worked_out_are_noted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["镇", "男", "女", "合计"], ["石桥", 240, 241, "=B2+C2"]):
        sheet.append(row)
    book.save(tmp_path / "各镇人口.xlsx")
    document = read_document(tmp_path / "各镇人口.xlsx")
    assert document.text.split("\n")[-1] == "石桥 | 240 | 241"
    assert document.notes == ("1 formulas without a value, left out; open it in a spreadsheet program and save it again",)


def test_a_row_that_tells_who_made_a_table_when_and_in_which_unit_is_no_head(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [["利润表"], ["编制单位：云岭纸业公司", None, "2022年度", "单位：元"], ["项目", "附注", "本期金额", "上期金额"]]
    for row in (*rows, ["营业收入", "五、1", 3567.5, 3120.0]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    table = read_document(tmp_path / "a.xlsx").tables[0]
    assert (table.unit, table.header) == ("单位：元", ("项目", "附注", "本期金额", "上期金额"))
    assert "2022年度" in table.caption
    assert "云岭纸业" not in table.caption
    path = tmp_path / "b.csv"
    path.write_text("各村耕地\n制表：王五,日期：2024-01-15\n单位：亩\n村,水田,旱地\n石桥,120,88\n", encoding="utf-8")
    table = read_document(path).tables[0]
    assert (table.caption, table.unit, table.header) == ("各村耕地", "单位：亩", ("村", "水田", "旱地"))
