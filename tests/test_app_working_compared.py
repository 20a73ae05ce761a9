"""Computations whose figures stand in rows of a table, in two sentences, or beside others called alike, from invented reports."""

import pytest

from app.engine import Engine

TABLE = "\n".join((
    "| 项目 | 期初余额 | 本期增加 | 期末余额 |",
    "|---|---|---|---|",
    "| 职工培训费 | 4,000.00 | 3,500.00 | 6,500.00 |",
    "| 工会活动费 | 9,000.00 | 1,000.00 | 9,800.00 |",
))  # fmt: skip
REPORTS = {
    "云栖县2024年政府工作报告.txt": (
        "云栖县2024年政府工作报告",
        "一、过去五年工作回顾",
        "二、2023年工作回顾",
        "近三年关停砖瓦产能400万吨、石灰产能900万吨、玻璃产能60万吨。",
        "改造和新建30个乡村戏台、15个乡村书屋、5个乡村球馆。",
        "竹木制品制造业增加值增长8.4%，茶叶加工业增长7.5%。",
        "全县养老基金收入16亿元，基金支出20亿元，年末累计结余29亿元。",
        "全县在20个乡镇建成便民服务点60个。",
        "渡口修缮经费由上年的40万元增加到80万元。",
    ),
    "云栖县水利局2023年度部门决算.md": (
        "# 云栖县水利局2023年度部门决算",
        "",
        "云栖县水利局2023年度收入支出总计800万元。与2022年度相比，收入支出总计减少50万元，下降5.9%。",
        "",
        "应付职工薪酬明细，单位：元",
        "",
        TABLE,
    ),
}


@pytest.mark.parametrize(
    ("question", "value", "formula"),
    [
        # 产能 ends in no word of asking, and figures without a year are of a report that looks back on the years asked about.
        ("云栖县近三年关停的石灰产能比砖瓦产能多多少？", "5000000", "900万吨 − 400万吨 = 500万吨"),
        # What is counted stands behind 的.
        ("云栖县2023年改造和新建的乡村书屋，数量是乡村球馆的几倍？", "3", "15个 ÷ 5个 ≈ 3倍"),
        # A rate and what it is set against are one question.
        ("云栖县2023年竹木制品制造业的增速，比茶叶加工业快多少个百分点？", "0.9", "8.4% − 7.5% = 0.9个百分点"),
        ("云栖县2023年养老基金花出去的比收进来的多了多少亿元？", "400000000", "20亿元 − 16亿元 = 4亿元"),
        ("云栖县2023年平均每个乡镇建成便民服务点多少个？", "3", "60个 ÷ 20个 = 3个"),
        ("云栖县2023年渡口修缮经费是上一年的几倍？", "2", "80万元 ÷ 40万元 ≈ 2倍"),
        # The change stands in the sentence behind the value.
        ("从云栖县水利局2023年度决算倒推，2022年的收入支出总计是多少万元？", "8500000", "800万元 + 50万元 = 850万元"),
        # 年初 is the end of the year before.
        ("云栖县水利局2023年末的职工培训费比年初多了多少元？", "2500", "6,500.00元 − 4,000.00元 = 2500元"),
    ],
)
def test_figures_are_set_against_one_another(engine: Engine, question: str, value: str, formula: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.value, first.formula, first.role, first.proof) == (value, formula, "answer", "derived")
