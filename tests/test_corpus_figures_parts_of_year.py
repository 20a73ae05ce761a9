"""Parts of a year by their names, in questions, in the heads of tables and in texts (all invented)."""

import pytest

from corpus.figures.column_period import column_period
from corpus.figures.extract import extract_figures
from corpus.figures.parts_of_year import is_of_other_part, months_in_words, months_of, parts_asked
from corpus.figures.period import Setting
from corpus.figures.rows import row_figures


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("前三季度", ("01-09",)),
        ("第三季度", ("07-09",)),
        ("头三个季度", ("01-09",)),
        ("前两个季度", ("01-06",)),
        ("第一至第三季度", ("01-09",)),
        ("前11个月", ("01-11",)),
        ("前九个月", ("01-09",)),
        ("1—9月累计", ("01-09",)),
        ("一季度和三季度", ("01-03", "07-09")),
        ("全年预算", ("01-12",)),
        ("前12个月", ()),
        ("此前三个月", ()),
        ("9月末", ()),
        ("1月1日", ()),
    ],
)
def test_parts_of_a_year_by_name(text: str, parts: tuple[str, ...]) -> None:
    assert parts_asked(text) == parts


@pytest.mark.parametrize(
    ("period", "asked", "other"),
    [
        ("2031-07/2031-09", "01-09", True),
        ("2031-01/2031-09", "07-09", True),
        ("2031-01/2031-03", "01-12", True),
        ("2031-07/2031-09", "07-09", False),
        ("2031-08", "07-09", False),
        ("2031-01/2031-09", "08", False),
        ("2031-05", "07-09", True),
        ("2031", "07-09", False),
        ("2031/32", "07-09", False),
        ("", "07-09", False),
    ],
)
def test_a_period_is_of_another_part_only_where_it_is_known_to_be(period: str, asked: str, other: bool) -> None:
    assert is_of_other_part(period, [asked]) is other


def test_months_of_a_period() -> None:
    assert [months_of(p) for p in ("2031-07/2031-09", "2031-07", "2031", "2029-2031", "2031/32")] == ["07-09", "07", "", "", ""]


def test_months_are_spelt_out_and_dates_are_not() -> None:
    assert months_in_words("收入 1—9月累计") == "收入 一至九月累计"
    assert months_in_words("前11个月") == "前十一个月"
    assert months_in_words("3月5日") == "3月5日"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("前三季度渡口客流82万人次。", "2030-01/2030-09"),
        ("头两个季度渡口客流41万人次。", "2030-01/2030-06"),
        ("2030年前11个月渡口客流90万人次。", "2030-01/2030-11"),
        ("前十二个月渡口客流99万人次。", "2030"),
    ],
)
def test_the_first_so_many_quarters_or_months_of_a_text(text: str, period: str) -> None:
    assert [f.period for f in extract_figures(text, Setting("other", 2031, "2030"))] == [period]


def test_a_budget_for_the_year_beside_quarters_is_of_the_year_and_wanted() -> None:
    header = ["项目", "第三季度", "1—9月累计", "全年预算"]
    figures = row_figures(
        "渡运收入|310|905|1240",
        header=header,
        caption="2031年第三季度渡口情况",
        unit_line="单位：万元",
        setting=Setting("other", 2031, "2031"),
    )
    assert [(f.period, f.status) for f in figures] == [
        ("2031-07/2031-09", "actual"),
        ("2031-01/2031-09", "actual"),
        ("2031", "target"),
    ]
    assert column_period("年度计划", "2031-07/2031-09", grows=False) == "2031"
    assert column_period("期末数", "2031-07/2031-09", grows=False) == "2031-07/2031-09"


def test_points_of_a_list_share_their_unit() -> None:
    figures = extract_figures(
        "甲船率、乙船率分别为61.3%和47.6%，比上年分别提高2.1个和3.4个百分点。", Setting("other", 2031, "2030")
    )
    assert [(f.text, f.unit, f.kind) for f in figures[2:]] == [("2.1个", "百分点", "change"), ("3.4个百分点", "百分点", "change")]
