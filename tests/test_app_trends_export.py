import csv
import io
from decimal import Decimal

from openpyxl import load_workbook

from app.trends.export import HEADS, trend_csv, trend_xlsx
from app.trends.joining import join_trends, target_measure
from app.trends.scale import Scaled, scale_trend
from tests.hostile import ALL
from tests.traced import GRAIN, TARGETS, make_trend


def test_values_come_on_the_scale_of_the_newest_outcome() -> None:
    joined = join_trends(GRAIN, TARGETS)
    assert scale_trend(joined) == Scaled("万吨", tuple(Decimal(v) for v in ("30.6", "30.9", "30.85", "30.8", "31", "31.6", "31")))
    odd = make_trend(("2020", "5.2", "%", "5.2%", "actual", False), ("2021", "31", "吨", "31吨", "actual", False))
    assert scale_trend(odd) == Scaled("吨", (None, Decimal(31)))
    assert scale_trend(make_trend()) == Scaled("", ())


def test_targets_stand_among_the_outcomes_and_cite_their_own() -> None:
    joined = join_trends(GRAIN, TARGETS)
    assert [(p.period, p.status, p.citations) for p in joined.points] == [
        ("2019", "actual", (1,)), ("2020", "actual", (2,)), ("2020", "actual", (3,)), ("2022", "actual", (4,)), ("2022", "target", (6,)),
        ("2023", "actual", (5,)), ("2023", "target", (7,)),
    ]  # fmt: skip
    assert [c.n for c in joined.citations] == [1, 2, 3, 4, 5, 6, 7]
    assert joined.citations[5].quote == TARGETS.citations[0].quote


def test_targets_are_asked_for_once() -> None:
    assert [target_measure(m) for m in ("粮食产量", "粮食产量目标", "grain target")] == ["粮食产量目标", None, None]


def test_csv_holds_a_row_a_point_that_excel_reads() -> None:
    data = trend_csv(GRAIN)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0] == list(HEADS)
    assert rows[3] == [
        "2020",
        "30.85万吨",
        "308500",
        "吨",
        "实际 outcome",
        "是 yes",
        "报告/2020.txt",
        "工作报告",
        "一、回顾",
        "",
        "粮食产量30.85万吨。",
    ]
    assert len(rows) == 6


def test_xlsx_holds_numbers_as_numbers_and_text_as_text() -> None:
    hostile = make_trend(("2020", "31", "吨", "=cmd|'/c calc'!A0", "actual", False), title=f"+{ALL}\x07")
    sheet = load_workbook(io.BytesIO(trend_xlsx(hostile))).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n"}
    assert (sheet["B2"].value, sheet["C2"].value, sheet["H2"].value) == ("=cmd|'/c calc'!A0", 31, f"+{ALL}")


def test_csv_holds_nothing_that_a_spreadsheet_takes_for_a_formula() -> None:
    hostile = make_trend(("2020", "31", "吨", "=1+1", "actual", False), title="@SUM(A1)")
    row = list(csv.reader(io.StringIO(trend_csv(hostile).decode("utf-8-sig"))))[1]
    assert (row[1], row[7]) == ("'=1+1", "'@SUM(A1)")
