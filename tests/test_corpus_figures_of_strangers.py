"""Marks that look like figures, the units of tables, and the years of English accounts, as reports of all kinds write them."""

import pytest

from corpus.figures.english import english_figures
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting
from corpus.figures.rows import row_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("办好实事：1.改造小区18个；2.新建泊位150个；3、开通公交4条。", ["18个", "150个", "4条"]),
        ("建成 轨道 2 号线 ， 全长 28.4 公里", ["28.4 公里"]),
        ("两地的比例为2：3。", ["2", "3"]),
        ("收入比为1.9:1、连续4年缩小。", ["1.9", "1"]),
    ],
)
def test_the_marks_of_items_and_lines_are_no_figures(text: str, figures: list[str]) -> None:
    assert [f.text for f in extract_figures(text, Setting())] == figures


def test_the_mark_of_an_item_is_no_part_of_what_it_names() -> None:
    assert [f.subject for f in extract_figures("办好实事：1.改造小区18个；2.新建泊位150个。", Setting())] == [
        "改造小区",
        "新建泊位",
    ]


def test_the_head_of_the_labels_may_tell_the_unit_of_a_table() -> None:
    header = ("项目（单位：万元）", "2022年", "2023年", "增减（%）")
    found = row_figures("设备费 | 1250 | 1480 | 18.4", header=header, caption="", unit_line="", setting=Setting())
    assert [(str(f.value), f.unit, f.period) for f in found[:2]] == [("12500000", "元", "2022"), ("14800000", "元", "2023")]
    assert (str(found[2].value), found[2].unit) == ("18.4", "%")


def test_the_year_in_brackets_is_of_the_value_in_brackets() -> None:
    found = english_figures("Revenue grew 8.4% to £41.6 million (2023: £38.4 million), and the margin was 15.0% (2023: 14.2%).")
    assert [(f.text, f.period) for f in found] == [
        ("8.4%", ""), ("£41.6 million", ""), ("£38.4 million", "2023"), ("15.0%", ""), ("14.2%", "2023"),
    ]  # fmt: skip


def test_a_year_earlier_is_no_rate() -> None:
    assert [f.unit for f in english_figures("Profit rose to £61.9 million from £54.2 million a year earlier.")] == ["£", "£"]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("水泥：从28万吨增加到60万吨，增长1.1倍。", ["水泥"] * 3),
        ("粮食：达到38亿斤，增长17.6%。", ["粮食"] * 2),
        ("净利润为：0.5亿元。", ["净利润"]),
        ("3个镇成功创建食品安全示范镇。", ["镇成功创建食品安全示范镇"]),
        ("完成28套“保交楼”任务。", ["“保交楼”任务"]),
        ("友好城市由20个增加到33个。", ["友好城市"] * 2),
        ("粮食总产量，在过去四年中共增加了19亿斤。", ["粮食总产量"]),
        ("广义货币M\n2\n增长11.3%。", ["广义货币M 2"]),
    ],
)
def test_labels_and_what_is_counted_name_a_figure(text: str, subjects: list[str]) -> None:
    assert [f.subject for f in extract_figures(text, Setting("review", 2024))] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("生产总值再上新台阶，达到815亿元。", ["生产总值"]),
        ("生产总值增长6.7%，站上700亿元台阶、达708亿元。", ["生产总值"] * 3),
        ("旅游收入首次突破40亿元大关，达42亿元。", ["旅游收入"] * 2),
        ("工业投资逆势上扬，完成305亿元。", ["工业投资"]),
    ],
)
def test_what_passes_a_round_number_is_named_before_it(text: str, subjects: list[str]) -> None:
    assert [f.subject for f in extract_figures(text, Setting())] == subjects


def test_a_value_that_another_fell_to_is_of_the_year_told_of() -> None:
    found = extract_figures(
        "每吨钢的综合能耗，由上年的2.51吨煤，降低到2.28吨煤。", Setting(part="review", report_year=2034, period="2033")
    )
    assert [(f.subject, f.period) for f in found] == [("每吨钢的综合能耗", "2032"), ("每吨钢的综合能耗", "2033")]
