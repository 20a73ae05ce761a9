"""Follow-ups about what was answered before, over reports that the test writes."""

from collections.abc import Iterator

import pytest

from app.conversation.asked import read_said
from app.conversation.said import Said
from app.engine import Engine
from tests.small_engine import small_engine

_REPORTS = {
    "2031年望川县政府工作报告.txt": [
        "2031年望川县政府工作报告",
        "一、2030年工作回顾",
        "2030年，全县茶叶产量5.2万吨，增长4.1%。外贸总额31.4亿元，下降6.2%，主要受汇率波动影响。",
        "全县投入养老资金2.6亿元，其中村级资金1.3亿元。年末常住人口48.2万人。办理渡船登记184艘，比上年的203艘下降9.4%。",
        "二、2031年主要任务",
        "2031年，茶叶产量达到5.5万吨。",
    ],
    "2031年栖云县政府工作报告.txt": [
        "2031年栖云县政府工作报告",
        "一、2030年工作回顾",
        "2030年，全县茶叶产量3.9万吨，增长2.5%。年末常住人口31.7万人。",
        "全县实现地区生产总值80亿元，财政总收入9亿元，一般公共预算收入6亿元。",
    ],
    "2030年望川县政府工作报告.txt": [
        "2030年望川县政府工作报告",
        "一、2029年工作回顾",
        "2029年，全县茶叶产量5.0万吨，地区生产总值增长6.1%。",
        "二、2030年主要任务",
        "2030年，茶叶产量达到5.1万吨。",
    ],
    "2030年中华人民共和国国民经济和社会发展统计公报.txt": [
        "中华人民共和国2029年国民经济和社会发展统计公报",
        "一、综合",
        "2029年，国内生产总值增长5.3%。北部地区生产总值增长4.4%。",
    ],
    "Orrin Ferry Group annual report 2030.txt": [
        "Orrin Ferry Group plc",
        "Annual Report 2030",
        "",
        "Revenue was £84.2m in 2030 (2029: £79.8m). Revenue rose because a new line opened.",
        "In the first half (H1) revenue was £40.1m; in the second half (H2) it was £44.1m.",
        "The group carried 3.4 million passengers. Of its 21 vessels, 15 were ferries and 6 tugs.",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, _REPORTS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("两个县加起来多少", Said("sum", count=2)),
        ("一共多少人？", Said("sum", firmly=False)),
        ("差多少", Said("difference")),
        ("比它高多少", Said("difference")),
        ("比栖云县多多少", Said("difference", other="栖云县呢")),
        ("和上年比呢", Said("difference", other="前一年呢")),
        ("增加了多少", Said("difference", firmly=False, moved=True)),
        ("是栖云县的几倍", Said("ratio", other="栖云县呢")),
        ("占GDP的比重呢", Said("share", other="GDP呢")),
        ("占比多少", Said("share", firmly=False)),
        ("哪个县更低", Said("which", rising=-1)),
        ("换算成万斤", Said("unit", unit="万斤")),
        ("出处在哪？", Said("source")),
        ("怎么会减少", Said("why")),
        ("What is the total of the two?", Said("sum", count=2)),
        ("How much higher is that than in 2029?", Said("difference", other="what about in 2029?")),
        ("as a share of GDP?", Said("share", other="what about GDP?")),
        ("in billion yuan?", Said("unit", unit="billion yuan")),
        ("Where does that come from?", Said("source")),
        ("why did it fall?", Said("why")),
        ("超了多少", Said("difference")),
        ("这三年平均多少", Said("mean", count=3)),
        ("平均每年多少？", Said("mean")),
        ("那是哪年的数", Said("when")),
        ("When was that?", Said("when")),
        ("on average?", Said("mean")),
    ],
)
def test_what_is_asked_of_earlier_answers_is_read(question: str, said: Said) -> None:
    assert read_said(question) == said


@pytest.mark.parametrize(
    "question", ["那2029年呢", "栖云县呢？", "和工业呢", "占全国多少", "在哪里", "and in 2029?", "in Norway?", "增长了多少"]
)
def test_what_asks_the_reports_is_left_to_them(question: str) -> None:
    assert read_said(question) is None


@pytest.mark.parametrize(
    ("history", "question", "first"),
    [
        (("望川县2030年茶叶产量多少", "栖云县呢"), "加起来呢", "9.1万吨[1][2]。推算：5.2万吨 + 3.9万吨 = 9.1万吨"),
        (("栖云县2030年茶叶产量多少", "望川县呢"), "比它多多少", "望川多1.3万吨[1][2]。推算：5.2万吨 − 3.9万吨 = 1.3万吨"),
        (("望川县2030年常住人口多少",), "比栖云县多多少", "望川多16.5万人[1][2]。推算：48.2万人 − 31.7万人 = 16.5万人"),
        (("望川县2030年养老资金多少", "其中村级资金呢"), "占比多少", "50%[1][2]。推算：1.3亿元 ÷ 2.6亿元 ≈ 50%"),
        (("望川县2030年外贸总额多少",), "换成万元", "314000万元[1]。推算：31.4亿元 = 314000万元"),
        (
            ("What was the revenue of Orrin Ferry in 2030?", "And in 2029?"),
            "What's the difference?",
            "2030 is higher by £4.4 million [1]. Derived: £84.2m − £79.8m = £4.4 million",
        ),
    ],
)
def test_a_value_is_worked_out_from_earlier_answers(engine: Engine, history: tuple[str, ...], question: str, first: str) -> None:
    answer = engine.ask(question, history=history)
    assert answer.answer.split("\n")[0].replace("[1][2]", "[1]") == first.replace("[1][2]", "[1]")
    assert (answer.figures[0].role, answer.figures[0].proof) == ("answer", "derived")


@pytest.mark.parametrize(
    ("history", "question", "first"),
    [
        (("望川县2030年茶叶产量多少", "栖云县呢"), "平均多少", "4.55万吨[1]"),
        (("望川县2030年茶叶产量多少", "2029年呢"), "这两年平均多少", "5.1万吨[1]"),
        (("望川县2030年茶叶产量多少", "目标是多少"), "超了多少", "实际多0.1万吨[1]"),
        (("望川县2030年茶叶产量多少",), "比2029年高吗", "是：2030年5.2万吨[1]"),
        (("望川县2030年茶叶产量多少",), "完成目标了吗", "完成了：实际5.2万吨[1]"),
        (("望川县2029年地区生产总值增长多少",), "高于全国吗", "是：望川6.1%[1]，全国5.3%[2]"),
        (("栖云县2030年一般公共预算收入多少",), "占GDP的比重", "7.5%[1]"),
        (("栖云县2030年一般公共预算收入多少",), "那是哪年的数", "是2030年的数[1]，出自《2031年栖云县政府工作报告》。"),
        (("What was the revenue of Orrin Ferry in 2030?",), "When was that?", "It is for 2030 [1], from "),
    ],
)
def test_a_follow_up_is_about_what_was_asked_before(engine: Engine, history: tuple[str, ...], question: str, first: str) -> None:
    assert engine.ask(question, history=history).answer.replace("[1][2]", "[1]").startswith(first)


def test_values_of_one_sentence_keep_their_own_lines(engine: Engine) -> None:
    answer = engine.ask("加起来呢", history=("望川县2029年和2030年办理渡船登记各多少艘？",))
    told = [line.partition("[")[0] for line in answer.answer.splitlines()]
    assert told == ["387艘", "2029年：203艘", "2030年：184艘"]


def test_a_share_of_the_product_takes_the_product(engine: Engine) -> None:
    answer = engine.ask("栖云县2030年一般公共预算收入占GDP的比重")
    assert answer.answer.startswith("7.5%[1]。推算：6亿元 ÷ 80亿元 ≈ 7.5%")


def test_of_two_years_the_one_without_a_value_is_named(engine: Engine) -> None:
    answer = engine.ask("栖云县2030年茶叶产量比2029年高吗")
    assert answer.abstained
    assert answer.answer.splitlines()[0] == "算不出：资料库里的报告没有给出2029年的数值。"


def test_one_value_adds_up_to_nothing(engine: Engine) -> None:
    answer = engine.ask("加起来呢", history=("望川县2030年茶叶产量多少",))
    assert (answer.answer, answer.abstained) == ("前面没有两个可以相加的数。出处见下。", True)
    assert answer.citations


def test_a_currency_is_not_converted(engine: Engine) -> None:
    answer = engine.ask("换成美元是多少", history=["望川县2030年外贸总额多少"])
    assert (answer.abstained, answer.answer.partition("，")[0]) == (True, "报告没有给出汇率")


def test_the_source_is_told_with_its_headings(engine: Engine) -> None:
    answer = engine.ask("出处在哪", history=["栖云县2030年茶叶产量多少"])
    assert answer.answer.startswith("《2031年栖云县政府工作报告》，“一、2030年工作回顾”[1]。原文：“2030年，全县茶叶产量3.9万吨")


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        ("望川县2030年外贸总额多少", "为什么下降", "汇率波动"),
        ("What was the revenue of Orrin Ferry in 2030?", "Why did it rise?", "a new line opened"),
    ],
)
def test_a_reason_is_quoted_from_beside_the_value(engine: Engine, history: str, question: str, told: str) -> None:
    assert told in engine.ask(question, history=[history]).answer


def test_no_reason_is_made_up(engine: Engine) -> None:
    answer = engine.ask("为什么增长", history=["栖云县2030年茶叶产量多少"])
    assert (answer.abstained, answer.answer) == (True, "报告没有说明原因。相关的原文见出处。")


def test_a_half_of_the_year_is_not_the_year(engine: Engine) -> None:
    assert engine.ask("H2 revenue of Orrin Ferry in 2030").answer.startswith("£44.1m [1]")
    assert engine.ask("Revenue of Orrin Ferry in Q2 2030").abstained


def test_english_answers_write_units_and_read_chinese_figures(engine: Engine) -> None:
    assert engine.ask("How many passengers did Orrin Ferry carry in 2030?").answer.startswith("3.4 million passengers [1]")
    assert engine.ask("What was the tea output of Wangchuan County in 2030?").answer.startswith(
        "5.2万吨 (52,000 tonnes), up 4.1% [1]"
    )
