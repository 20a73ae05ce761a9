"""Values that one sentence implies: before a change, along a way from A to B, a part of its whole, an amount for each."""

import pytest

from app.engine import Engine

REPORTS = {
    "云栖县2024年政府工作报告.txt": (
        "云栖县2024年政府工作报告",
        "一、过去五年工作回顾",
        "五年来，公路养护经费从3.1亿元增加到8.2亿元。",
        "二、2023年工作回顾",
        "全县邮政业务总量120亿件，比上年增长20%。茶园面积4.2万亩，比上一年增加3000亩。",
        "蔬菜产量60万吨。毛竹的产量，2023年比2022年增长50%，即增加30万吨。",
        "河道整治投资9200万元，比上年预算增加5000万元。",
        "科技企业研发补助比例由50%提高到75%。困难家庭取暖补助由上年的4000万元增加到8000万元。",
        "新增装机容量400万千瓦，其中风电100万千瓦、光伏50万千瓦。",
        "新增放心餐馆5万户、投诉服务站400处。",
        "改造厂房620万套，改造农舍200万户。",
        "工业可比产品成本，2022年上升0.9%，2023年上升1.4%。",
        "职工人均收入达到5260元，增长6%；农民人均收入达到3098元，增长14%。",
        "规模以上工业增加值增长9%。全县地区生产总值增长5.8%。",
    ),
    "lakeland-budget-2013.txt": (
        "Lakeland Budget Speech 2013",
        "We will raise the harbour levy from $50 to $80 with effect from July.",
        "Of the $50 billion, we expect to use $40 billion of the flood reserve.",
        "The ferry centre employs 500 staff, serving 80,000 passengers.",
        "Clubs will receive up to $275,000 for a rowing club and $150,000 for a chess club.",
    ),
}


@pytest.mark.parametrize(
    ("question", "value", "formula"),
    [
        ("按云栖县2023年邮政业务总量和涨幅倒推，2022年大约是多少亿件？", "10000000000", "120亿件 ÷ (1 + 20%) ≈ 100亿件"),
        ("按云栖县2023年茶园面积和增加数推算，2022年茶园有多少万亩？", "39000", "4.2万亩 − 3000亩 = 3.9万亩"),
        ("按云栖县毛竹产量的增长幅度和增加量倒推，2022年毛竹产量大约是多少万吨？", "600000", "30万吨 ÷ 50% ≈ 60万吨"),
        ("云栖县2023年河道整治投资比上年预算多了不少，那上年的预算是多少万元？", "42000000", "9200万元 − 5000万元 = 4200万元"),
        ("云栖县2023年科技企业研发补助比例一下子上调了多少个百分点？", "25", "75% − 50% = 25个百分点"),
        ("云栖县2023年困难家庭取暖补助是上一年的几倍？", "2", "8000万元 ÷ 4000万元 ≈ 2倍"),
        ("云栖县2019到2023年公路养护经费多了多少亿元？", "510000000", "8.2亿元 − 3.1亿元 = 5.1亿元"),
        ("云栖县2023年新增的装机容量里，风电占百分之几？", "25", "100万千瓦 ÷ 400万千瓦 ≈ 25%"),
        ("云栖县2023年新增放心餐馆和投诉服务站，平均多少户摊到一个服务站？", "125", "5万户 ÷ 400处 ≈ 125户"),
        ("云栖县2023年改造厂房的套数是改造农舍户数的几倍？", "3.1", "620万套 ÷ 200万户 ≈ 3.1倍"),
        ("云栖县2023年工业可比产品成本的升幅比2022年高了几个百分点？", "0.5", "1.4% − 0.9% = 0.5个百分点"),
        ("云栖县2023年职工和农民的人均收入，两者相差多少元？", "2162", "5260元 − 3098元 = 2162元"),
        ("By how many dollars does Lakeland's Budget 2013 raise the harbour levy?", "30", "$80 − $50 = $30"),
        ("In Lakeland's Budget 2013, what percentage of the flood reserve was expected to be used?", "80", "$40 billion ÷ $50 billion ≈ 80%"),
        ("How many passengers are there for each member of staff of Lakeland's ferry centre?", "160", "80,000 passengers ÷ 500 staff ≈ 160 passengers"),
        (
            "In Lakeland's Budget 2013, how much more can a rowing club receive than a chess club?",
            "125000",
            "$275,000 − $150,000 = $125000",
        ),
    ],
)  # fmt: skip
def test_what_one_sentence_implies(engine: Engine, question: str, value: str, formula: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.value, first.formula, first.role, first.proof) == (value, formula, "answer", "derived")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("云栖县2023年茶园面积有多少万亩？", "4.2万亩"),
        ("云栖县2023年茶园面积比上年增加了多少亩？", "3000亩"),
    ],
)
def test_what_a_sentence_states_comes_before_what_it_implies(engine: Engine, question: str, text: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.text, first.proof) == (text, "quoted")
