from decimal import Decimal

import pytest

from corpus.figures.column_period import caption_period, column_period, label_period
from corpus.figures.figure import Figure
from corpus.figures.period import Setting
from corpus.figures.rows import row_figures
from corpus.figures.table_cells import cell_value, is_nothing
from corpus.figures.table_units import Unit, bracketed_unit, corner_unit, read_unit, unit_told

_SETTING = Setting("other", 2024, "2023")


def _read(row: str, header: str, *, caption: str = "", unit: str = "") -> list[Figure]:
    return row_figures(row, header=header.split("|"), caption=caption, unit_line=unit, setting=_SETTING)


@pytest.mark.parametrize(
    ("cell", "value", "unit", "text"),
    [
        ("(1,234)", "-1234", None, "(1,234)"),
        (" （56.5） ", "-56.5", None, "（56.5）"),
        ("−3.2%", "-3.2", "%", "−3.2%"),
        ("+4.1%", "4.1", "%", "+4.1%"),
        ("(1.7)%", "-1.7", "%", "(1.7)%"),
        ("(1.7%)", "-1.7", "%", "(1.7%)"),
        ("143.9¹", "143.9", None, "143.9"),
        ("2,015[3]", "2015", None, "2,015"),
        ("**32,472**", "32472", None, "32,472"),
        ("$1.2m", "1200000", "$", "$1.2m"),
        ("¥3,400", "3400", "元", "¥3,400"),
        ("35bps", "35", "bp", "35bps"),
        ("12.6万元", "126000", "元", "12.6万元"),
        ("2 192.5", "2192.5", None, "2 192.5"),
    ],
)
def test_a_cell_is_read_with_its_sign_its_unit_and_without_its_marks(cell: str, value: str, unit: str | None, text: str) -> None:
    read = cell_value(cell)
    assert read is not None
    assert (read.value, read.unit.word if read.unit else None, cell[read.start : read.end]) == (Decimal(value), unit, text)


@pytest.mark.parametrize("cell", ["—", "12,4", "1.204,5", "(12", "五、1", "12 3456", "n/a", "12-15", "2.5版", ""])
def test_what_is_no_one_value_is_none(cell: str) -> None:
    assert cell_value(cell) is None


@pytest.mark.parametrize("cell", ["—", "--", "…", "/", "n/a", "不适用"])
def test_cells_that_only_fill_a_place_are_known(cell: str) -> None:
    assert is_nothing(cell)
    assert not is_nothing("工业")


@pytest.mark.parametrize(
    ("text", "factor", "word"),
    [
        ("万元", 10_000, "元"),
        ("$ in millions", 10**6, "$"),
        ("($ in millions, except per share amounts)", 10**6, "$"),
        ("£000 unless stated", 1000, "£"),
        ("£m", 10**6, "£"),
        ("US$'000", 1000, "US$"),
        ("RMB million", 10**6, "元"),
        ("in thousands of euros", 1000, "€"),
        ("thousand tonnes", 1000, "tonnes"),
    ],
)
def test_units_of_tables_are_read_in_both_languages(text: str, factor: int, word: str) -> None:
    assert read_unit(text) == Unit(factor, word)


@pytest.mark.parametrize("text", ["Revenue", "m", "North", "Income in 2020", "Note", "镇名"])
def test_other_words_are_no_units(text: str) -> None:
    assert read_unit(text) is None


def test_a_unit_line_tells_the_unit_whatever_it_is() -> None:
    assert unit_told("单位：毫克/升") == Unit(1, "毫克/升")
    assert bracketed_unit("各站水质（单位：毫克/升）") == Unit(1, "毫克/升")
    assert bracketed_unit("Cash flow ($ million)") == Unit(10**6, "$")


def test_a_unit_in_the_corner_is_that_of_the_table_and_a_name_of_rows_is_none() -> None:
    assert corner_unit("万人") == Unit(10_000, "人")
    assert corner_unit("单位：亿元") == Unit(10**8, "元")
    assert corner_unit("企业") is None
    figures = _read("东岭 | 33.1 | 32.9", "万人|2021|2022")
    assert [(f.value, f.unit, f.period, f.subject) for f in figures] == [
        (Decimal(331000), "人", "2021", "东岭"),
        (Decimal(329000), "人", "2022", "东岭"),
    ]


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("三季度", "2023-07/2023-09"),
        ("2022年三季度", "2022-07/2022-09"),
        ("上半年", "2023-01/2023-06"),
        ("1-9月", "2023-01/2023-09"),
        ("前三季度", "2023-01/2023-09"),
        ("5月", "2023-05"),
        ("1-12月", "2023"),
        ("2023年12月31日", "2023"),
        ("2023年1月1日", "2022"),
        ("12月末", "2023"),
        ("上年同期", "2022"),
        ("Q3", "2023-07/2023-09"),
        ("H1 2022", "2022-01/2022-06"),
        ("Prior year", "2022"),
        ("2022/23", "2022"),
    ],
)
def test_the_head_of_a_column_tells_its_period(head: str, period: str) -> None:
    assert column_period(head, "2023", grows=False) == period


def test_the_part_of_a_year_that_a_caption_names_is_that_of_its_columns() -> None:
    base = caption_period("2023年上半年各镇收入")
    assert base == "2023-01/2023-06"
    assert column_period("完成数", base, grows=False) == base
    assert column_period("上年同期", base, grows=False) == "2022-01/2022-06"
    assert column_period("同比上年", base, grows=True) == base
    assert column_period("数量", "2021-2023", grows=False) == "2021-2023"


@pytest.mark.parametrize(
    ("label", "period"),
    [("2019年", "2019"), ("三季度", "2023-07/2023-09"), ("5月份", "2023-05"), ("2022年5月", "2022-05"), ("合计", "")],
)
def test_a_label_that_is_a_time_is_the_period_of_its_row(label: str, period: str) -> None:
    assert label_period(label, "2023") == period


def test_columns_of_notes_hold_no_values_and_name_no_row() -> None:
    figures = _read("营业收入 | 五、1 | 3,120.5 | 2,877.0", "项目|附注|本期金额|上期金额", unit="单位：万元")
    assert [(f.text, f.value, f.period, f.subject) for f in figures] == [
        ("3,120.5", Decimal(31205000), "2023", "营业收入"),
        ("2,877.0", Decimal(28770000), "2022", "营业收入"),
    ]
    assert [f.text for f in _read("Revenue | 3 | 812.5", "|Note|2023")] == ["812.5"]


def test_what_only_fills_a_place_names_nothing() -> None:
    figures = _read("其他收入 | — | 3,120", "项目|预算数|决算数", unit="单位：元")
    assert [(f.text, f.subject) for f in figures] == [("3,120", "其他收入 决算数")]


def test_the_unit_of_a_table_of_amounts_does_not_fit_every_row() -> None:
    assert [(f.value, f.unit) for f in _read("基本每股收益 | 0.48", "项目|本期", unit="单位：万元")] == [(Decimal("0.48"), "元")]
    assert [(f.value, f.unit) for f in _read("Basic earnings per share | 0.48", "|2023", unit="$ in millions")] == [
        (Decimal("0.48"), "$")
    ]
    assert [(f.value, f.unit) for f in _read("毛利率 | 35.2", "项目|本期", unit="单位：万元")] == [(Decimal("35.2"), "")]
    assert [f.unit for f in _read("石桥厂 | 300 | 2.25", "名称|持股|转让价格", unit="单位：股")] == ["股", ""]


def test_a_share_in_brackets_is_no_loss() -> None:
    assert [f.value for f in _read("东岭 | 120 | (34.5%)", "镇|户数|占比")] == [Decimal(120), Decimal("34.5")]
    assert [(f.value, f.polarity) for f in _read("东岭 | 120 | (2.5%)", "镇|户数|同比增长")][1] == (Decimal("-2.5"), "-")
    assert [f.kind for f in _read("North | 4.1% | 12", "|Change|Share")] == ["growth", "level"]


def test_how_a_loss_is_written_and_what_is_taken_away_are_no_part_of_a_name() -> None:
    (figure,) = _read("三、营业利润（亏损以“－”号填列） | 120.5", "项目|本期", unit="单位：万元")
    assert figure.subject == "营业利润"
    (figure,) = _read("减：营业成本 | 80.1", "项目|本期", unit="单位：万元")
    assert figure.subject == "营业成本"


def test_a_column_of_growth_is_called_what_it_is_the_growth_of_where_there_are_several() -> None:
    row, header = "北洲 | 60.3 | -4.8 | 71.2 | 9.1", "地区|出口额（亿元）|比上年增长（%）|进口额（亿元）|比上年增长（%）"
    assert [f.subject for f in _read(row, header)] == ["北洲 出口额", "北洲 出口额", "北洲 进口额", "北洲 进口额"]
    # The one rate of a place is that of the measure beside it.
    assert [f.subject for f in _read("北洲 | 60.3 | -4.8", "地区|出口额（亿元）|增速（%）")] == ["北洲 出口额", "北洲 出口额"]
    assert [f.subject for f in _read("水泥 | 71.2 | 9.1", "产品|产量（万吨）|比上年增长（%）")] == ["水泥 产量", "水泥"]
