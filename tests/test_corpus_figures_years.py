"""Which year and status a figure gets from the words around it, in reports old and new (sentences invented)."""

import pytest

from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting

REVIEW = Setting("review", 2024)
PLAN = Setting("plan", 2024, span="2021-2025")


@pytest.mark.parametrize(
    ("text", "setting", "figures"),
    [
        # Traditional characters are read by the same rules, and the name stays as written.
        (
            "參加培訓的職工共三千二百人，佔職工總數的百分之八，從二〇二二年的百分之五增加到百分之八。",
            REVIEW,
            [
                ("三千二百人", "2023", "actual", "參加培訓的職工"),
                ("百分之八", "2023", "actual", "參加培訓的職工"),
                ("百分之五", "2022", "actual", "參加培訓的職工"),
                ("百分之八", "2023", "actual", "參加培訓的職工"),
            ],
        ),
        ("今年1至9月新增就业4120人。", REVIEW, [("4120人", "2024-01/2024-09", "actual", "新增就业")]),
        ("今年一月到三月完成投资7亿元。", REVIEW, [("7亿元", "2024-01/2024-03", "actual", "完成投资")]),
        # 去年 beside 今年 is the last year; in a review of the last year it may be the one before.
        ("今年形势更好。与去年同期相比，第一季度产值增长3.1%。", REVIEW, [("3.1%", "2024-01/2024-03", "actual", "第一季度产值")]),
        ("民生支出较去年增长3.1%。", REVIEW, [("3.1%", "2023", "actual", "民生支出")]),
        # 上年 is the year before the one that is told of.
        ("盐税由上年的31亿元提高到35亿元。", REVIEW, [("31亿元", "2022", "actual", "盐税"), ("35亿元", "2023", "actual", "盐税")]),
        # What was carried over from the year before is at hand in this one.
        ("收入8亿元，上年结转1.2亿元，合计9.2亿元。", Setting("plan", 2024), [("8亿元", "2024", "target", "收入"), ("1.2亿元", "2024", "target", "结转"), ("9.2亿元", "2024", "target", "合计")]),
        # What is told of one day is of no year.
        (
            "节日当天登记116对，为最高；接待823人。",
            REVIEW,
            [("116对", "", "actual", "节日当天登记"), ("823人", "2023", "actual", "接待")],
        ),
        ("两年来，职工总数增加300人。", REVIEW, [("300人", "2022-2023", "actual", "职工总数")]),
        ("案件数实现十年来首次下降，降幅为4%。", REVIEW, [("4%", "2023", "actual", "降幅")]),
        ("四年来，门店由20家增加到33家。", REVIEW, [("20家", "2019", "actual", "门店"), ("33家", "2023", "actual", "门店")]),
        ("优先扩大就业，五年城镇新增就业4500人。", PLAN, [("4500人", "2021-2025", "target", "城镇新增就业")]),
        # What was said to be wanted, up to what came of it.
        (
            "去年的报告提出，物价涨幅要从14.8%降到10%左右，实际回落到6.1%。",
            REVIEW,
            [("14.8%", "2022", "actual", "物价涨幅"), ("10%", "2023", "target", "物价涨幅"), ("6.1%", "2023", "actual", "物价涨幅")],
        ),
        ("全县将用3亿元建设住宅。", REVIEW, [("3亿元", "2024", "target", "全县将用")]),
        ("精简机构20个的任务顺利完成。", REVIEW, [("20个", "2023", "actual", "精简机构任务顺利")]),
        ("现在全县有12个村建立了制度。", Setting("plan", 2024), [("12个", "2024", "actual", "全县村建立")]),
        ("推进已批建的3家实验室。", Setting("plan", 2024), [("3家", "2024", "target", "推进已批建实验室")]),
        # A part is of the year of its whole, a plan's sentences of the year of the plan.
        ("总产值在2021年达到130亿元。其中，工业产值65亿元。", REVIEW, [("130亿元", "2021", "actual", "总产值"), ("65亿元", "2021", "actual", "工业产值")]),
        ("2025年的计划，要求产值增长4%。零售总额增长8%。", Setting("plan", 2024), [("4%", "2025", "target", "产值"), ("8%", "2025", "target", "零售总额")]),
        # The year of prices is none of the value's.
        ("总量（按2020年价格计算）30亿元，增长13%。", REVIEW, [("30亿元", "2023", "actual", "总量(按2020年价格计算"), ("13%", "2023", "actual", "总量(按2020年价格计算")]),
        # A clause that begins with a time goes on about what stands before it; a label names what stands behind its colon.
        ("我县的小学生，2019年有1900人，2022年有2200人。", REVIEW, [("1900人", "2019", "actual", "我县的小学生"), ("2200人", "2022", "actual", "我县的小学生")]),
        ("进出口总额，由2019年的35亿元增加到2022年的77亿元。", REVIEW, [("35亿元", "2019", "actual", "进出口总额"), ("77亿元", "2022", "actual", "进出口总额")]),
        # 上年 behind a year that is named is the year before that one, 去年 the one before the report's.
        ("2019年登记渔船84艘，比上年的93艘下降9.7%。", REVIEW, [("84艘", "2019", "actual", "登记渔船"), ("93艘", "2018", "actual", "登记渔船"), ("9.7%", "2019", "actual", "登记渔船")]),
        ("2019年产值由上年的35亿元增加到41亿元。", REVIEW, [("35亿元", "2018", "actual", "产值"), ("41亿元", "2019", "actual", "产值")]),
    ],
)  # fmt: skip
def test_year_status_and_name(text: str, setting: Setting, figures: list[tuple[str, str, str, str]]) -> None:
    assert [(f.text, f.period, f.status, f.subject) for f in extract_figures(text, setting)] == figures
