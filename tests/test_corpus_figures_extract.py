from decimal import Decimal

import pytest

from corpus.figures.english import english_figures
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting
from corpus.figures.rows import row_figures
from corpus.figures.setting import section_settings

REVIEW = Setting("review", 2024)
PLAN = Setting("plan", 2024)


def _only(text: str, setting: Setting = REVIEW) -> Figure:
    figures = extract_figures(text, setting)
    assert len(figures) == 1, [f.text for f in figures]
    return figures[0]


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("粮食总产量达到48.2万吨。", "level", ""),
        ("财政收入增长6.3%。", "growth", "+"),
        ("单位能耗下降2.1%。", "growth", "-"),
        ("城镇化率提高1.5个百分点。", "change", "+"),
        ("贫困人口减少3200人。", "change", "-"),
        ("城镇化率达到61.2%。", "share", ""),
        ("增速居全市第2位。", "rank", ""),
        ("增速高于全市平均0.8个百分点。", "other", "+"),
        ("床位数提高到820张。", "level", ""),
    ],
)
def test_kind_and_direction_come_from_the_verb(text: str, kind: str, polarity: str) -> None:
    figure = _only(text)
    assert (figure.kind, figure.polarity) == (kind, polarity)


def test_from_and_to_are_two_levels() -> None:
    figures = extract_figures("补助标准由每人35元提高到40元。", REVIEW)
    assert [(f.value, f.kind, f.polarity) for f in figures] == [(Decimal(35), "level", ""), (Decimal(40), "level", "")]


def test_a_review_is_about_the_year_before_and_done() -> None:
    figure = _only("全县新增就业4120人。", REVIEW)
    assert (figure.period, figure.status) == ("2023", "actual")


def test_a_plan_is_about_its_year_and_a_target() -> None:
    figure = _only("新增就业4000人以上。", PLAN)
    assert (figure.period, figure.status, figure.qualifier) == ("2024", "target", "以上")


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("工业增加值增长5.2%，没有达到8%的预期。", ["actual", "target"]),
        ("培训技工198人，完成420人计划的47.1%。", ["actual", "target", "actual"]),
        ("年初确定的财政收入增长7%、新增就业3600人等目标没有完成。", ["target", "target"]),
        ("新增就业4120人，超过3600人的年度目标。", ["actual", "target"]),
        ("实现了增长6.5%的目标。", ["actual"]),
    ],
)
def test_a_figure_called_an_aim_behind_it_is_a_target_unless_reached(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in extract_figures(text, REVIEW)] == statuses


def test_a_year_in_the_sentence_wins_over_the_section() -> None:
    assert _only("2019年新增就业3900人。").period == "2019"


def test_five_years_are_a_span_for_averages() -> None:
    figures = extract_figures("五年来，生产总值年均增长6.1%。", Setting("review", 2023))
    assert [(f.period, f.basis) for f in figures] == [("2018-2022", "年均")]


def test_members_of_a_list_take_their_own_subject() -> None:
    figures = extract_figures("一产、二产和三产分别增长3.1%、5.0%和5.8%。", REVIEW)
    assert [(f.subject, f.value, f.kind) for f in figures] == [
        ("一产", Decimal("3.1"), "growth"),
        ("二产", Decimal("5.0"), "growth"),
        ("三产", Decimal("5.8"), "growth"),
    ]


def test_a_list_shares_the_unit_at_its_end() -> None:
    figures = extract_figures("接待游客200万和120万人次。", REVIEW)
    assert [(f.text, f.unit) for f in figures] == [("200万", "人次"), ("120万人次", "人次")]


def test_a_record_is_told_by_its_first_words_and_its_heads_name_units() -> None:
    figures = row_figures(
        "李明 | 监事 | 男 | 55 | 现任 | 26.54",
        header=("姓名", "职务", "性别", "年龄", "任职状态", "税前报酬总额"),
        caption="",
        unit_line="单位：万元",
        setting=Setting(),
    )
    assert [(f.value, f.unit, f.subject) for f in figures] == [
        (Decimal(55), "岁", "李明 监事 男 年龄"),
        (Decimal(265400), "元", "李明 监事 男 税前报酬总额"),
    ]


def test_a_year_as_the_label_of_a_row_is_its_period() -> None:
    figures = row_figures(
        "2018年 | 3 | 25.5",
        header=("年度", "会议次数", "较上年变动比例"),
        caption="2020年情况",
        unit_line="",
        setting=Setting(),
    )
    assert [(f.unit, f.kind, f.period) for f in figures] == [("次", "level", "2018"), ("%", "growth", "2018")]


def test_tables_side_by_side_keep_the_labels_next_to_their_values() -> None:
    figures = row_figures(
        "基本工资 | 14.12 | 办公费 | 3.78",
        header=("科目", "决算数", "科目", "决算数"),
        caption="",
        unit_line="单位：万元",
        setting=Setting(),
    )
    assert [f.subject for f in figures] == ["基本工资 决算数", "办公费 决算数"]


def test_a_cell_takes_its_unit_from_the_header_of_its_column() -> None:
    figures = row_figures(
        "#规模以上工业 | 45758.32 | -7.3",
        header=("指标", "绝对量（万元）", "比上年增长（%）"),
        caption="表2 2022年产值",
        unit_line="",
        setting=Setting(),
    )
    assert [(f.text, f.value, f.unit, f.kind, f.polarity, f.period, f.subject) for f in figures] == [
        ("45758.32", Decimal("457583200"), "元", "level", "", "2022", "规模以上工业"),
        ("-7.3", Decimal("-7.3"), "%", "growth", "-", "2022", "规模以上工业"),
    ]


def test_a_cell_with_the_numbers_of_several_rows_is_no_figure() -> None:
    figures = row_figures(
        "县 市 区 | 34 4 23 | 12 345", header=("指标", "数量", "人数"), caption="", unit_line="单位:个", setting=Setting()
    )
    assert [(f.text, f.value) for f in figures] == [("12 345", Decimal(12345))]


def test_a_cell_takes_its_unit_from_the_unit_column_or_the_unit_line() -> None:
    opening = row_figures(
        "资产总计 | 12 | 11", header=("项目", "2019年12月31日", "2020年1月1日"), caption="", unit_line="", setting=Setting()
    )
    assert [f.period for f in opening] == ["2019", "2019"]
    by_column = row_figures("汽车 | 辆 | 1549", header=("产品", "单位", "产量"), caption="", unit_line="", setting=Setting())
    by_line = row_figures("合计 | 96171.6", header=("项目", "金额"), caption="", unit_line="单位：万元", setting=Setting())
    assert [(f.value, f.unit) for f in by_column + by_line] == [(Decimal(1549), "辆"), (Decimal(961716000), "元")]


def test_years_over_the_columns_are_the_periods_of_their_cells() -> None:
    figures = row_figures(
        "食品 | 1.4 | 2.7",
        header=("类别", "2021年", "2022年"),
        caption="价格涨跌幅度（单位：%）",
        unit_line="",
        setting=Setting(),
    )
    assert [(f.value, f.unit, f.period) for f in figures] == [(Decimal("1.4"), "%", "2021"), (Decimal("2.7"), "%", "2022")]


def test_english_money_and_percent() -> None:
    figures = english_figures("Imports fell by 23 per cent to $1,362 million in 1964.")
    assert [(f.text, f.value, f.unit, f.kind) for f in figures] == [
        ("23 per cent", Decimal(23), "%", "growth"),
        ("$1,362 million", Decimal(1362000000), "$", "level"),
    ]


def test_sections_tell_review_from_plan_and_hand_it_down() -> None:
    paths = [
        (),
        ("一、2022年工作回顾",),
        ("一、2022年工作回顾", "（一）产业"),
        ("二、2023年主要任务",),
        ("二、2023年主要任务", "（一）农业"),
    ]
    settings = section_settings(paths, year=2023, period="2022", type="政府工作报告")
    assert [s.part for s in settings] == ["review", "review", "review", "plan", "plan"]


def test_a_communique_is_about_the_period_that_it_covers() -> None:
    settings = section_settings([("一、综合",), ("2021年公报", "二、农业")], year=2023, period="2022", type="统计公报")
    assert [s.period for s in settings] == ["2022", "2021"]


def test_less_than_last_year_is_a_change_downwards() -> None:
    figures = extract_figures("全年城镇新增就业3746人，比上年少381人。年少有为者20人。", REVIEW)
    assert [(f.text, f.kind, f.polarity) for f in figures] == [
        ("3746人", "level", ""),
        ("381人", "change", "-"),
        ("20人", "level", ""),
    ]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "城乡居民收入分别达6.3万元、3.3万元，分别增长6%、7.5%。",
            ["城镇居民收入", "农村居民收入", "城镇居民收入", "农村居民收入"],
        ),
        ("PM10和PM2.5两项污染物浓度分别为47微克/立方米和30微克/立方米。", ["PM10两项污染物浓度", "PM2.5两项污染物浓度"]),
        ("家电、汽车换新数量分别居全国第2位、第7位。", ["家电数量居全国", "汽车换新数量居全国"]),
        ("智能算力规模达到5.1万P。", ["智能算力规模"]),
        ("城镇居民、农村居民人均收入分别增长4%、6%。", ["城镇居民人均收入", "农村居民人均收入"]),
        ("年末存贷款余额分别为62亿元、45亿元。", ["存款余额", "贷款余额"]),
        (
            "一、二、三产增加值分别增长4.5%、1.1%、4.8%。",
            ["第一产业增加值", "第二产业增加值", "第三产业增加值"],
        ),
    ],
)
def test_names_of_a_list_are_dealt_out_to_its_numbers(text: str, subjects: list[str]) -> None:
    assert [f.subject for f in extract_figures(text, REVIEW)] == subjects


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("We will deploy 60,000 public charging points.", "points"),
        ("The scheme covers 12 square kilometres of land.", "square kilometres"),
        ("It employs 4,500 people.", "people"),
        ("The rate was 41.3 per thousand.", "‰"),
        ("The inflow fell to 23,000 in 2015.", ""),
    ],
)
def test_an_english_number_counts_the_noun_behind_it(text: str, unit: str) -> None:
    assert [f.unit for f in english_figures(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("第一个五年计划规定工业产值增长百分之九十。", "1953-1957"),
        ("“二五”计划要求产量达到四百万吨。", "1958-1962"),
        ("五年内新建铁路四千公里以上。", "1953-1957"),
        ("“一五”期间比预计的快，“二五”年均增长百分之七。", "1958-1962"),
        ("到一九五七年产值达到五百亿元。", "1957"),
        ("今后五年内新建铁路四千公里。", "1955-1959"),
    ],
)
def test_a_figure_of_a_five_year_plan(text: str, period: str) -> None:
    assert [f.period for f in extract_figures(text, Setting("plan", 1955))] == [period]


@pytest.mark.parametrize(
    ("heading", "part", "span"),
    [
        ("二、第一个五年计划概要", "plan", "1953-1957"),
        ("二、第二个五年计划的第二年——一九五九年的任务", "plan", ""),
        ("“三五”时期和“四五”时期的任务", "plan", ""),
        ("一、上年工作回顾和今年工作的总体要求", "review", ""),
        ("一、当前国内形势和基本任务", "review", ""),
        ("二、今年的主要任务", "plan", ""),
    ],
)
def test_a_heading_tells_the_part_and_the_plan(heading: str, part: str, span: str) -> None:
    settings = section_settings([("一、开头",), (heading,), ("三、今年的任务",)], year=1959, period="", type="政府工作报告")
    assert (settings[1].part, settings[1].span) == (part, span)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The surplus for FY98 is $2.7 billion.", ("$", "1998")),
        ("The rate falls to 20% in YA2007.", ("%", "2007")),
        ("The outlay in FY05 was $3 million.", ("$", "2005")),
        ("It will benefit about 460,000 Singaporeans.", ("Singaporeans", "")),
        ("More than 700,000 Singapore residents have enrolled.", ("residents", "")),
        ("It will benefit 1.2 million NSmen.", ("NSmen", "")),
    ],
)
def test_financial_years_and_capitalised_nouns_of_english_figures(text: str, told: tuple[str, str]) -> None:
    assert [(f.unit, f.period) for f in english_figures(text)] == [told]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("一九五六年教员达到九千人，比一九五一年的三千二百人增长两倍。", ["1956", "1951", "1956"]),
        ("“六五”期间的书费共为四千元，比“五五”时期的二千元增长一倍。", ["1981-1985", "1976-1980", "1981-1985"]),
    ],
)
def test_the_year_compared_with_is_that_of_its_own_value_alone(text: str, periods: list[str]) -> None:
    assert [f.period for f in extract_figures(text, Setting("review", 1986))] == periods


def test_a_second_way_begins_when_the_first_did() -> None:
    text = "稻田比重由一九七八年的百分之二十一提高到一九八二年的百分之二十五，茶园由百分之五提高到百分之八。"
    assert [f.period for f in extract_figures(text, Setting("review", 1983))] == ["1978", "1982", "1978", "1982"]


def test_a_plan_may_be_for_the_year_after_the_report() -> None:
    settings = section_settings([("一、回顾",), ("二、1981年计划的任务",)], year=1980, period="", type="政府工作报告")
    text = "鱼产量62万吨，保持近两年的水平；茶叶40吨。"
    assert [f.period for f in extract_figures(text, settings[1])] == ["1981", "1981"]


def test_the_name_of_a_plan_is_no_number() -> None:
    figures = extract_figures("一五期间投资493亿元，十四五以来新建25个项目。", Setting("review", 2024))
    assert [f.text for f in figures] == ["493亿元", "25个"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We are investing $25 billion from 2021 to 2025.", [("$25 billion", "2021-2025", "level")]),
        ("Between 2000 and 2004, wages grew by 4%.", [("4%", "2000-2004", "growth")]),
        ("We expect the economy to grow by 3 to 5% this year.", [("3 to 5%", "2023", "growth")]),
        # The year behind another value is that of the other.
        ("Defence will take 4.6% of GDP, up from 4.4% in FY97.", [("4.6%", "", "share"), ("4.4%", "1997", "share")]),
        # An age and the number of a kind of flat count nothing.
        ("It helps those aged 55 to 75 in 1 to 4-room flats.", []),
        ("By 1958 births had reached 62,495, the most ever.", [("62,495", "1958", "level")]),
        ("The output of engineers will increase to 784, which is much.", [("784", "", "level")]),
    ],
)
def test_spans_ranges_ages_and_bare_numbers_of_english_figures(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(f.text, f.period, f.kind) for f in english_figures(text, Setting(report_year=2023))] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We will spend $3 to $5 billion.", [(3_000_000_000, 5_000_000_000, "$")]),
        ("Between 10 and 12 million people came.", [(10_000_000, 12_000_000, "people")]),
        ("It is 5-10% of all.", [(5, 10, "%")]),
        # Two values, not the ends of one.
        ("The rate rose from 3 to 5%.", [(3, None, "%"), (5, None, "%")]),
        ("The threshold goes down, $2,300 to $1,800.", [(2300, None, "$"), (1800, None, "$")]),
    ],
)
def test_the_ends_of_an_english_range_are_one_figure(text: str, told: list[tuple[float, float | None, str]]) -> None:
    ends = [(float(f.value), None if f.value_to is None else float(f.value_to), f.unit) for f in english_figures(text)]
    assert ends == told


def test_a_rate_of_so_many_inhabitants_is_one_figure() -> None:
    figures = extract_figures("孕产妇死亡率由18.3/10万降至15.1/10万。", Setting("review", 2024))
    assert [(f.text, f.value, f.unit, f.kind) for f in figures] == [
        ("18.3/10万", Decimal("18.3"), "/10万", "share"),
        ("15.1/10万", Decimal("15.1"), "/10万", "share"),
    ]


def test_a_paragraph_may_begin_with_a_year_that_has_just_passed() -> None:
    text = "刚刚过去的2023年，任务全面完成。粮食产量增长2%，新建学校30所。"
    looking_back = Setting("review", 2024, span="2019-2023")
    assert [f.period for f in extract_figures(text, looking_back)] == ["2023", "2023"]


def test_the_unit_of_a_row_may_name_its_kinds_in_brackets() -> None:
    (figure,) = row_figures(
        "光器件 | 万只（片、套） | 21", header=("产品", "计量单位", "2023年"), caption="", unit_line="", setting=REVIEW
    )
    assert (figure.value, figure.unit) == (Decimal(210_000), "只")


def test_a_row_of_values_without_a_label_is_read_from_its_first_cell_on() -> None:
    header = ("结果维持", "结果纠正", "总计")
    counts = row_figures("72 | 64 | 136", header=header, caption="复议情况", unit_line="", setting=Setting())
    assert [(f.subject, f.text) for f in counts] == [("结果维持", "72"), ("结果纠正", "64"), ("总计", "136")]
    numbered = row_figures(
        "1 | 64 | 136", header=("序号", "结果纠正", "总计"), caption="复议情况", unit_line="", setting=Setting()
    )
    assert [f.text for f in numbered] == ["64", "136"]
    counted = row_figures("1 | 2 | 3", header=header, caption="复议情况", unit_line="", setting=Setting())
    assert [f.text for f in counted] == ["2", "3"]


def test_accounts_side_by_side_name_their_values_each() -> None:
    header = ("收入 项目", "收入 决算数", "支出 项目", "支出 决算数")
    row = "年初结转 | 49.14 | 年末结转 | 55.34"
    figures = row_figures(row, header=header, caption="", unit_line="单位：万元", setting=Setting())
    assert [(f.subject, f.text) for f in figures] == [("年初结转 收入 决算数", "49.14"), ("年末结转 支出 决算数", "55.34")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "经济增速逐季回升，一季度增长4.5%，上半年增长5%，全年增长5.7%，地区生产总值突破500亿元。",
            [("经济增速一季度", "%"), ("经济增速上半年", "%"), ("经济增速", "%"), ("地区生产总值", "元")],
        ),
        ("工业总产值第一季度下降0.2%，第二季度增长1.7%。", [("工业总产值第一季度", "%"), ("工业总产值第二季度", "%")]),
        ("城镇登记失业率稳中有降，年末为3.2%。", [("城镇登记失业率", "%")]),
        ("棉花30万吨，增长3%；纱5万吨；钢20万吨。", [("棉花", "吨"), ("棉花", "%"), ("纱", "吨"), ("钢", "吨")]),
        ("全县2.3万城镇居民得到保障。", [("全县城镇居民", "人")]),
    ],
)
def test_a_clause_of_a_time_goes_on_about_the_measure_before_and_short_names_are_names(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert [(f.subject, f.unit) for f in extract_figures(text, REVIEW)] == figures


def test_whose_sum_it_is_stands_behind_it() -> None:
    figures = extract_figures("开工建设总投资9亿元的石桥玩具厂、总投资7亿元的北山陶瓷厂等项目。", PLAN)
    assert [f.subject for f in figures] == ["石桥玩具厂总投资", "北山陶瓷厂总投资"]


def test_what_is_still_to_come_is_no_outcome_in_a_speech() -> None:
    figures = extract_figures("两国人员往来将达到三百万人次。", Setting("other", 2024))
    assert [f.status for f in figures] == ["target"]


def test_a_name_keeps_the_word_that_it_begins_with() -> None:
    assert _only("对外贸易总额达到48亿元。").subject == "对外贸易总额"


def test_this_year_is_the_planned_one_where_a_summary_of_the_new_year_plans() -> None:
    settings = section_settings([("一、主要工作情况",), ("二、2032年工作安排",)], year=2032, period="2031", type="工作总结")
    text = "今年重点办好两件事：（1）招聘护林员21名；（2）新增泊位300个。"
    assert [(f.period, f.status, f.subject) for f in extract_figures(text, settings[1])][:1] == [("2032", "target", "招聘护林员")]
    # A summary written in the year that it covers calls that one this year.
    before = section_settings([("一、主要工作情况",), ("二、下一步打算",)], year=2031, period="2031", type="工作总结")
    assert before[0].now == 2031


def test_a_section_on_two_plans_looks_back_on_the_one_that_is_over() -> None:
    [setting] = section_settings([("一、“十三五”时期成就和“十四五”时期任务",)], year=2021, period="", type="政府工作报告")
    figures = extract_figures("茶园产值从不到70万元增加到超过100万元。", setting)
    assert [(f.text, f.period) for f in figures] == [("70万元", ""), ("100万元", "2020")]
