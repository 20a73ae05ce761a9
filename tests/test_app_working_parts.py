"""Computations over a whole and its part, over a measure that both sides share, and without what a question leaves out, from invented reports."""

import pytest

from app.engine import Engine

REPORTS = {
    "云栖县2024年政府工作报告.txt": (
        "云栖县2024年政府工作报告",
        "一、2023年工作回顾",
        "全县渡口客运量80万人次，增长2%，其中夜航客运量30万人次，增长5%。",
        "全年药材种植面积40万亩，比上年增加6万亩，增长17%。其中黄精种植面积10万亩，增加2万亩；天麻种植面积4万亩，减少1万亩。",
        "居民图书拥有率为30%，其中老城区为45%，新城区为20%。",
        "竹器类作坊营业利润9亿元，从业者6千人。藤器类作坊营业利润3亿元，从业者5千人。",
        "东岸文化和体育经费200万元。西岸文化和体育经费300万元。",
        "茶叶零售前5位企业年销售总额6亿元；前50位年销售总额14亿元。",
        "实施60个水渠项目，30个水渠项目完工。",
        "二、2024年工作安排",
        "安排修缮资金90万元，比上年增加20万元，其中县级修缮资金40万元，增加5万元。",
    ),
    "lakeland-budget-2013.txt": (
        "Lakeland Budget Speech 2013",
        "Of the 90 ferries that were inspected, 60 were eventually repaired.",
        "The allocation for harbour services is $8 billion. Of this, $3 billion is for dredging.",
    ),
}


@pytest.mark.parametrize(
    ("question", "value", "formula"),
    [
        ("云栖县2023年渡口客运量里，不是夜航的有多少万人次？", "500000", "80万人次 − 30万人次 = 50万人次"),
        ("云栖县2023年夜航客运量在渡口客运量中占百分之几？", "37.5", "30万人次 ÷ 80万人次 ≈ 37.5%"),
        # The whole stands in the sentence ahead, and by how much a part grew is no part.
        ("云栖县2023年黄精种植面积占药材种植面积的百分之几？", "25", "10万亩 ÷ 40万亩 ≈ 25%"),
        ("云栖县2023年老城区居民的图书拥有率比新城区高几个百分点？", "25", "45% − 20% = 25个百分点"),
        ("云栖县2023年竹器类作坊的利润是藤器类作坊的几倍？", "3", "9亿元 ÷ 3亿元 ≈ 3倍"),
        ("云栖县2023年东岸和西岸的文化和体育经费合计多少万元？", "5000000", "200万元 + 300万元 = 500万元"),
        ("云栖县2023年前50位茶叶零售企业的销售额比前5位多多少亿元？", "800000000", "14亿元 − 6亿元 = 8亿元"),
        ("按云栖县2024年报告倒推，2023年的修缮资金是多少万元？", "700000", "90万元 − 20万元 = 70万元"),
        (
            "How many of the ferries inspected in Lakeland's Budget 2013 were not repaired?",
            "30",
            "90 ferries − 60 ferries = 30 ferries",
        ),
        (
            "What share of the ferries inspected was repaired in Lakeland's Budget 2013?",
            "66.7",
            "60 ferries ÷ 90 ferries ≈ 66.7%",
        ),
    ],
)
def test_a_whole_and_its_part_tell_what_is_asked(engine: Engine, question: str, value: str, formula: str) -> None:
    answer = engine.ask(question)
    first = answer.figures[0]
    assert (first.value, first.formula, first.role, first.proof) == (value, formula, "answer", "derived")
