"""What one sentence implies: the rest, a whole or a part by its share, an amount for each, points, an outcome beyond its aim."""

import pytest

from app.engine import Engine

REPORTS = {
    "云栖县2034年政府工作报告.txt": (
        "云栖县2034年政府工作报告",
        "一、2033年工作回顾",
        "全县水产品产量50万吨，其中草鱼20万吨、鲢鱼18万吨，其余为鲈鱼。",
        "养老资金支出12亿元，占社会事业支出的四成。",
        "网上零售额8亿元，其中竹器占三成。",
        "培育瞪羚企业30家，为全年目标的120%。龙头企业40家、占全省的10%。",
        "航道货运量200万吨，货物周转量3.6亿吨公里。",
        "竹笋产量5000吨、产值2.5亿元。改造渡口20个，惠及船民6000户。",
        "小学教师800人，在校学生1.2万人。",
        "全县经济增长6%，最终消费对经济增长的贡献率达到70%。",
        "图书馆藏书40万册、借书卡5万张。渡轮90艘，其中电动渡轮27艘。",
        "新增充电桩300个、总数达1500个。修缮费9亿元，增长20%。",
        "财政支出80亿元。财政收入60亿元。全年出生人口900人，死亡人口1100人。",
        "四年内，码头建设支出总额为24亿元。",
        "钢产量2033年同2028年相比，增长50%，达到90万吨。",
        "食盐税收入4.4亿元，按可比口径增长10%。",
    ),
    "lakeland-ferries-2033-annual-report.txt": (
        "Lakeland Ferries Annual Report 2033",
        "Operating costs were $90 million, of which $40 million went to fuel, $20 million to crews and the remainder to piers.",
        "Ticket sales were $60 million. Tourists accounted for 45% of ticket sales.",
        "The harbour fund received $12 million, or 15% of capital spending.",
        "The pier gave grants of $2.4 million to 60 rowing clubs.",
        "Some 45 new berths were built against a target of 40.",
        "The on-time rate is 82%, lower than the industry average of 90%.",
        "The fleet has 40 ferries, of which 12 are electric.",
        "Insurance costs were $8 million, an increase of $1.5 million over 2032.",
    ),
}


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        ("云栖县2033年鲈鱼产量是多少万吨？", "50万吨 − 20万吨 − 18万吨 = 12万吨"),
        ("照云栖县2033年养老资金和它占的份额倒推，社会事业支出总共大约多少亿元？", "12亿元 ÷ 四成 = 30亿元"),
        ("云栖县2033年网上零售的竹器大概有多少亿元？", "8亿元 × 三成 = 2.4亿元"),
        ("云栖县2033年瞪羚企业的目标是多少家，照实际数和完成比例推算", "30家 ÷ 120% = 25家"),
        ("云栖县2033年龙头企业40家占全省一成，全省大约有多少家？", "40家 ÷ 10% = 400家"),
        ("云栖县2033年航道货运平均每吨货运多远？", "3.6亿吨公里 ÷ 200万吨 = 180公里"),
        ("云栖县2033年竹笋平均每吨卖多少钱？", "2.5亿元 ÷ 5000吨 = 50000元"),
        ("云栖县2033年平均每个渡口改造惠及多少户？", "6000户 ÷ 20个 = 300户"),
        ("云栖县2033年一个小学教师平均教多少学生？", "1.2万人 ÷ 800人 = 15人"),
        ("云栖县2033年最终消费拉动经济增长几个百分点？", "6% × 70% = 4.2个百分点"),
        ("云栖县2033年电动渡轮占渡轮的百分比", "27艘 ÷ 90艘 ≈ 30%"),
        ("云栖县2032年底充电桩有多少个？", "1500个 − 300个 = 1200个"),
        ("云栖县2032年修缮费大约多少亿元？", "9亿元 ÷ (1 + 20%) ≈ 7.5亿元"),
        ("云栖县2033年财政支出超过收入多少亿元？", "80亿元 − 60亿元 = 20亿元"),
        ("云栖县2033年人口自然增长了多少人？", "1100人 − 900人 = 200人"),
        ("云栖县四年码头建设平均每年支出多少亿元？", "24亿元 ÷ 4年 = 6亿元"),
        ("照云栖县2033年钢产量和增幅倒推，2028年钢产量大约是多少万吨？", "90万吨 ÷ (1 + 50%) ≈ 60万吨"),
        ("How much of Lakeland Ferries' operating costs went to piers?", "$90 million − $40 million − $20 million = $30 million"),
        ("Roughly how much did Lakeland Ferries' ticket sales to tourists come to?", "$60 million × 45% = $27 million"),
        (
            "Working back from the harbour fund and its share, how large was Lakeland Ferries' capital spending?",
            "$12 million ÷ 15% = $80 million",
        ),
        ("What was the average grant per rowing club at Lakeland Ferries?", "$2.4 million ÷ 60 clubs = $40000"),
        ("By how many did Lakeland Ferries beat its target for new berths?", "45 berths − 40 berths = 5 berths"),
        (
            "How many percentage points below the industry average was Lakeland Ferries' on-time rate?",
            "90% − 82% = 8 percentage points",
        ),
        ("How many of Lakeland Ferries' ferries are not electric?", "40 ferries − 12 ferries = 28 ferries"),
        ("What were Lakeland Ferries' insurance costs in 2032?", "$8 million − $1.5 million = $6.5 million"),
    ],
)
def test_what_a_sentence_implies_is_worked_out(engine: Engine, question: str, formula: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.formula, first.role, first.proof) == (formula, "answer", "derived")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("云栖县2033年水产品产量是多少万吨？", "50万吨"),
        ("云栖县2033年养老资金支出多少亿元？", "12亿元"),
        ("云栖县2033年竹器占网上零售额的比重是多少？", "三成"),
        ("云栖县2033年充电桩总数多少个？", "1500个"),
        ("云栖县2033年竹笋产量多少吨？", "5000吨"),
    ],
)
def test_what_is_stated_is_quoted(engine: Engine, question: str, text: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.text, first.proof) == (text, "quoted")


@pytest.mark.parametrize("question", ["云栖县2032年食盐税收入是多少亿元？", "云栖县2032年水产品产量是多少万吨？"])
def test_what_no_sentence_implies_is_not_made_up(engine: Engine, question: str) -> None:
    assert not any(f.proof == "derived" for f in engine.ask(question).figures)
