"""Tests of questions for aims, whether they were met and how far off they are: over a few invented reports of all kinds."""

import pytest

from app.engine import Engine

REPORTS = {
    "青岚渡口公司2030年工作总结.txt": [
        "青岚渡口公司2030年工作总结",
        "一、工作情况",
        "全年开行班船3120班，完成年度任务3000班的104%。渡口客运量增长3.2%，未达到5%的预期目标，主要是枯水期长。",
        "单船油耗18.6吨，比目标值20吨低1.4吨。候船时间由上年的11分钟降至8.5分钟。全年引进船工12名，少于计划的15名。",
        "年初确定的目标中，候船时间目标9分钟以内，直达班次占比目标60%以上。直达班次1700班，占54.5%。",
        "票务收入520万元，完成预算的96.3%。货运量增长6.1%，高于年初目标0.6个百分点。",
        "二、考核情况",
        "指标（单位） | 年度目标 | 实际",
        "--- | --- | ---",
        "准点率（%） | 95 | 97.2",
        "投诉（件） | 30 | 36",
    ],
    "石湾乡2031年工作计划.txt": [
        "石湾乡2031年工作计划",
        "一、2030年完成情况",
        "新修水渠41公里，粮食产量2.1万吨。",
        "二、2031年主要预期目标",
        "1．新修水渠50公里以上；",
        "2．粮食产量2.3万吨；",
        "3．水渠项目12个、公路项目7个、校舍项目3个。",
        "三、重点任务",
        "培育茶叶企业6家，新建仓库4座。",
    ],
}


def _first_line(engine: Engine, question: str) -> str:
    return engine.ask(question).answer.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青岚渡口公司2030年开行班船的任务是多少班？", "3000班[1]。"),
        ("青岚渡口公司2030年渡口客运量增长目标是多少？", "5%[1]。"),
        ("青岚渡口公司2030年直达班次占比的目标是多少？", "60%[1]。"),
        ("石湾乡2031年粮食产量目标是多少？", "2.3万吨[1]。"),
        ("石湾乡2030年粮食产量是多少？", "2.1万吨[1]。"),
    ],
)
def test_an_aim_that_is_asked_for_is_not_answered_by_what_came_of_it(engine: Engine, question: str, told: str) -> None:
    assert _first_line(engine, question).startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青岚渡口公司2030年开行班船完成任务了吗？", "完成了：实际3120班[1]，目标3000班[1]，比目标多120班"),
        ("青岚渡口公司2030年渡口客运量达到目标了吗？", "没有完成：实际3.2%[1]，目标5%[1]，比目标低1.8个百分点"),
        ("青岚渡口公司2030年候船时间达到目标了吗？", "完成了：实际8.5分钟[1]，目标9分钟以内[2]"),
        ("青岚渡口公司2030年单船油耗达到目标了吗？", "完成了：实际18.6吨[1]，目标20吨[1]"),
        ("青岚渡口公司2030年引进船工的计划完成了吗？", "没有完成：实际12名[1]，目标15名[1]"),
        ("青岚渡口公司2030年准点率达到目标了吗？", "完成了：实际97.2%[1]，目标95%[1]"),
        ("青岚渡口公司2030年票务收入完成预算了吗？", "没有完成：实际520万元[1]，完成预算的96.3%[1]。"),
        ("青岚渡口公司2030年货运量增速高于目标吗？", "高于目标：实际6.1%[1]，高于年初目标0.6个百分点[1]。"),
    ],
)
def test_whether_an_aim_was_met_is_told_by_both_or_in_the_words_of_the_report(engine: Engine, question: str, told: str) -> None:
    assert _first_line(engine, question).startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青岚渡口公司2030年候船时间比目标少几分钟？", "目标多0.5分钟"),
        ("青岚渡口公司2030年引进船工离计划还差多少名？", "目标多3名"),
        ("青岚渡口公司2030年引进船工完成了计划的百分之几？", "80%"),
        ("青岚渡口公司2030年开行班船完成了年度任务的百分之几？", "104%"),
        ("青岚渡口公司2030年货运量增速比目标高多少？", "高于目标：实际6.1%[1]，高于年初目标0.6个百分点[1]。"),
    ],
)
def test_how_far_an_aim_is_is_worked_out_where_the_report_does_not_tell_it(engine: Engine, question: str, told: str) -> None:
    assert _first_line(engine, question).startswith(told)


def test_a_short_name_of_the_only_body_so_called_is_its_name(engine: Engine) -> None:
    assert "没有完成：实际3.2%" in _first_line(engine, "渡口公司2030年渡口客运量达到目标了吗？")


def test_an_aim_of_the_next_year_is_no_outcome_of_the_one_asked_about(engine: Engine) -> None:
    assert engine.ask("石湾乡2030年茶叶企业有多少家？").abstained


def test_of_a_year_that_is_only_planned_the_aims_are_compared(engine: Engine) -> None:
    assert _first_line(engine, "石湾乡2031年哪类项目最多？").startswith("水渠项目最多：12个")
