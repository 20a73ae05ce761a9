"""Aims as office reports state them: by a name ahead of the value or behind it, in lists, headings and columns, beside what came of them."""

import pytest

from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting
from corpus.figures.rows import row_figures
from corpus.figures.setting import section_settings

_REVIEW = Setting("review", 2031, "2030", 2030)
_OTHER = Setting("other", 2031, "2030", 2030)


def _told(text: str, setting: Setting = _OTHER) -> list[tuple[str, str, str]]:
    return [(f.text, f.status, f.subject) for f in extract_figures(text, setting)]


def _statuses(text: str, setting: Setting = _OTHER) -> list[str]:
    return [f.status for f in extract_figures(text, setting)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("候船时间目标9分钟以内，实际为8.5分钟。", [("9分钟", "target", "候船时间目标"), ("8.5分钟", "actual", "候船时间")]),
        ("开行班船3120班，完成年度任务3000班的104%。", [("3120班", "actual", "开行班船"), ("3000班", "target", "开行班船"), ("104%", "actual", "开行班船")]),
        ("引进船工12名，少于计划的15名。", [("12名", "actual", "引进船工"), ("15名", "target", "引进船工")]),
        ("培训船工415人，超额完成400人的年度目标。", [("415人", "actual", "培训船工"), ("400人", "target", "培训船工")]),
        ("培训船工415人（目标400人）。", [("415人", "actual", "培训船工"), ("400人", "target", "培训船工")]),
        ("开行班船2880班，距离3000班的年度目标还差120班。", [("2880班", "actual", "开行班船"), ("3000班", "target", "开行班船"), ("120班", "actual", "开行班船")]),
        ("票务收入212万元，比年度目标200万元多12万元。", [("212万元", "actual", "票务收入"), ("200万元", "target", "票务收入"), ("12万元", "actual", "票务收入")]),
        ("工会经费年初预算为3万元，全年预算为4万元。", [("3万元", "target", "工会经费年初预算"), ("4万元", "target", "工会经费预算")]),
    ],
)  # fmt: skip
def test_an_aim_beside_what_came_of_it_is_of_the_same_measure(text: str, told: list[tuple[str, str, str]]) -> None:
    assert _told(text, _REVIEW) == told


def test_an_aim_that_is_only_called_one_is_of_the_sort_of_what_came_of_it() -> None:
    figures = extract_figures("渡口客运量增长3.2%，未达到5%的预期目标。", _REVIEW)
    assert [(f.status, f.kind, f.polarity, f.subject) for f in figures] == [
        ("actual", "growth", "+", "渡口客运量"),
        ("target", "growth", "+", "渡口客运量"),
    ]


def test_how_far_an_aim_was_missed_is_no_value_of_the_measure() -> None:
    figures = extract_figures("单船油耗18.6吨，比目标值20吨低1.4吨。", _REVIEW)
    assert [(f.status, f.kind, f.polarity) for f in figures] == [
        ("actual", "level", ""),
        ("target", "level", ""),
        ("actual", "other", "-"),
    ]


def test_an_aim_for_the_year_is_so_in_what_a_quarter_tells() -> None:
    figures = extract_figures("一季度改造渡口312处，完成年度任务800处的39%。", _OTHER)
    assert [f.period for f in figures] == ["2030-01/2030-03", "2030", "2030-01/2030-03"]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        # What was done, got or listed is no aim, whatever stands before it.
        ("完成渡口改造任务800处。", ["actual"]),
        ("列入年度计划45处，开工40处。", ["actual", "actual"]),
        ("争取用地指标3万亩。", ["actual"]),
        ("约束性指标12项，全部完成。", ["actual"]),
        ("接待费预算下降3%。", ["actual"]),
        ("客运量增长5.9%，高于年初目标0.4个百分点。", ["actual", "actual"]),
        ("入选引才计划47人。", ["actual"]),
        # By so much fewer than planned, not so many planned.
        ("修船38艘，少于计划2艘。", ["actual", "actual"]),
        ("培训任务完成率96%。", ["actual"]),
    ],
)
def test_what_stands_behind_the_word_for_an_aim_may_be_none(text: str, statuses: list[str]) -> None:
    assert _statuses(text, _REVIEW) == statuses


@pytest.mark.parametrize(
    "text",
    [
        "下一年度目标：准点率达到98%，客运量达到40万人次；培训船工120人。",
        "今年的目标是客运量增长6%，投诉控制在10件以内。",
        "力争全年完成投资5亿元，确保客运量不低于30万人次。",
        "会议要求，压减接待费10%以上，全年控制在20万元以内。",
        "全年计划新建码头3座。",
        "要求安全检查覆盖率不低于98%。",
    ],
)
def test_what_is_wanted_is_no_outcome_in_a_text_that_neither_reviews_nor_plans(text: str) -> None:
    assert set(_statuses(text)) == {"target"}


def test_what_was_got_or_made_sure_of_is_an_outcome() -> None:
    assert _statuses("争取到上级资金300万元，确保了12个渡口通航。") == ["actual", "actual"]


def test_a_summary_may_tell_the_plan_of_the_next_year_under_one_heading() -> None:
    setting = section_settings([("六、存在的问题和2031年打算",)], year=2031, period="2030", type="工作总结")[0]
    figures = extract_figures("全年引进船工3名。2031年计划引进船工5名，票务收入达到8万元。", setting)
    assert [(f.period, f.status) for f in figures] == [("2030", "actual"), ("2031", "target"), ("2031", "target")]


def test_the_title_of_a_summary_is_no_heading_of_what_it_reviews() -> None:
    paths = [("青岚渡口2030年度工作总结",), ("一、基本情况",), ("二、存在的问题",)]
    parts = [s.part for s in section_settings(paths, year=2031, period="2030", type="工作总结")]
    assert parts == ["review"] * 3


def test_a_plan_of_work_plans_its_year_and_looks_back_on_the_one_before() -> None:
    paths = [(), ("一、2030年完成情况",), ("二、2031年主要预期目标",), ("三、重点任务",)]
    settings = section_settings(paths, year=2031, period="2031", type="工作计划")
    assert [(s.part, s.period) for s in settings] == [("plan", "2031"), ("review", "2030"), ("plan", "2031"), ("plan", "2031")]


@pytest.mark.parametrize(
    ("heading", "part", "period"),
    [
        ("六、下一学年目标", "plan", "2031"),
        ("三、2032年经营目标", "plan", "2032"),
        ("四、工作目标完成情况", "other", "2030"),
        ("五、主要指标", "other", "2030"),
    ],
)
def test_a_heading_of_aims_tells_a_plan_in_any_report(heading: str, part: str, period: str) -> None:
    setting = section_settings([(heading,)], year=2031, period="2030", type="年度报告")[0]
    assert (setting.part, setting.period) == (part, period)


def _row(row: str, *header: str) -> list[Figure]:
    return row_figures(row, header=header, caption="2030年考核情况", unit_line="", setting=Setting())


def test_a_column_of_aims_holds_targets() -> None:
    figures = _row("准点率（%） | 95 | 97.2", "指标", "年度目标值", "实际完成")
    assert [(f.text, f.status) for f in figures] == [("95", "target"), ("97.2", "actual")]


def test_a_row_named_after_a_plan_holds_none() -> None:
    figures = _row("设定提存计划 | 300 | 320", "项目", "本期增加", "期末余额")
    assert [f.status for f in figures] == ["actual", "actual"]


def test_a_mean_of_a_year_is_of_that_year() -> None:
    plan = Setting("plan", 2031, "2031", 2031)
    assert [f.period for f in extract_figures("渡口水温年均值控制在18度以内。", plan)] == ["2031"]
