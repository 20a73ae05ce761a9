"""Tests of questions that ask whether something is so: over a few invented reports."""

from app.answer import Answer
from app.engine import Engine

REPORTS = {
    "青岚县2031年政府工作报告.txt": [
        "青岚县2031年政府工作报告",
        "一、2030年工作回顾",
        "全县生产总值增长5.1%。新开客运航线6条。常住人口21.4万人。",
        "二、2031年工作安排",
        "今年的主要预期目标是：生产总值增长6%左右；新开客运航线8条；城镇新增就业2000人以上；"
        "城镇登记失业率控制在4%以内；居民消费价格涨幅3%左右；粮食产量达到9万吨以上；新建渡口12个。",
    ],
    "青岚县2032年政府工作报告.txt": [
        "青岚县2032年政府工作报告",
        "一、2031年工作回顾",
        "生产总值增长5.9%。新开客运航线7条。城镇新增就业2310人，城镇登记失业率3.6%。"
        "居民消费价格下降0.4%。粮食产量8.7万吨，比上年减产3.3%。新能源船舶产量180艘。",
        "常住人口21.1万人，比上年减少3000人。出口5.2亿元，进口1.9亿元。旅游收入超过30亿元，占服务业收入的52%。",
        "提前三个月完成古桥修缮任务。",
        "二、2032年工作安排",
        "今年的主要预期目标是：城镇新增就业2400人以上；新开客运航线9条。",
    ],
    "harrow-port-annual-report-2031.md": [
        "# Harrow Port Annual Report 2031",
        "Harrow Port Authority, February 2032",
        "## Performance in 2031",
        "The port handled 640 ships, against a target of 600. We planted 310 trees, short of our target of 400. "
        "The unemployment rate was 4.2%. Total revenue was $81 million and total spending was $86 million, leaving a deficit of $5 million.",
    ],
}  # fmt: skip


def first_line(engine: Engine, question: str) -> str:
    return ask(engine, question).answer.split("\n")[0]


def ask(engine: Engine, question: str) -> Answer:
    return engine.ask(question)


def test_an_aim_that_was_reached_is_told_with_its_outcome(engine: Engine) -> None:
    told = first_line(engine, "青岚县2031年城镇新增就业目标完成了吗？")
    assert told == "完成了：实际2310人[1]，目标2000人以上[2]，比目标多310人（推算：2310人 − 2000人 = 310人）。"


def test_an_aim_that_was_missed_is_told_so(engine: Engine) -> None:
    told = first_line(engine, "青岚县2031年新开客运航线的任务完成没有")
    assert told == "没有完成：实际7条[1]，目标8条[2]，比目标少1条（推算：8条 − 7条 = 1条）。"


def test_what_is_to_be_kept_below_is_reached_from_below(engine: Engine) -> None:
    told = first_line(engine, "青岚县2031年登记失业率控制在目标以内了吗")
    assert told.startswith("完成了：实际3.6%[1]，目标4%以内[2]")


def test_an_outcome_near_an_aim_of_about_so_much_agrees_with_it(engine: Engine) -> None:
    told = first_line(engine, "青岚县2031年生产总值增长目标实现了没有")
    assert told.startswith("与目标基本一致：实际5.9%[1]，目标6%左右[2]")


def test_an_aim_for_prices_is_neither_met_nor_missed_from_below(engine: Engine) -> None:
    told = first_line(engine, "青岚县2031年居民消费价格涨幅目标实现了吗")
    assert told.startswith("低于目标：实际下降0.4%[1]，目标3%左右[2]")


def test_an_aim_without_its_outcome_has_no_verdict(engine: Engine) -> None:
    told = first_line(engine, "青岚县2032年城镇新增就业目标完成了吗")
    assert told.startswith("目标2400人以上[1]，没有查到实际完成的数，不能判断是否完成。")
    assert "完成了：" not in told


def test_an_aim_reached_early_is_told_in_the_words_of_the_report(engine: Engine) -> None:
    told = first_line(engine, "青岚县古桥修缮任务提前完成了吗")
    assert told.startswith("是：提前三个月完成古桥修缮任务[1]")


def test_a_mark_that_was_passed(engine: Engine) -> None:
    assert first_line(engine, "青岚县2031年粮食产量有没有超过8万吨").startswith("是：8.7万吨[1]")
    assert first_line(engine, "青岚县2031年粮食产量突破9万吨了吗").startswith("否：8.7万吨[1]")
    assert first_line(engine, "青岚县2031年旅游收入占服务业收入过半了吗").startswith("是：52%[1]")


def test_a_bound_does_not_tell_of_what_lies_above_it(engine: Engine) -> None:
    assert first_line(engine, "青岚县2031年旅游收入突破29亿元了吗").startswith("是：超过30亿元[1]")
    told = first_line(engine, "青岚县2031年旅游收入突破33亿元了吗")
    assert told.startswith("超过30亿元[1]，是否突破33亿元，从报告的说法不能断定。")


def test_a_part_below_the_mark_tells_nothing_of_the_whole(engine: Engine) -> None:
    told = first_line(engine, "青岚县2031年船舶产量超过200艘了吗")
    assert told.startswith("180艘[1]，这是新能源船舶产量的数，整体是否超过200艘，报告没有说。")


def test_the_way_a_value_went(engine: Engine) -> None:
    assert first_line(engine, "青岚县2031年居民消费价格是涨了还是跌了").startswith("下跌：居民消费价格下降0.4%[1]")
    assert first_line(engine, "青岚县2031年人口是不是减少了").startswith("是：")
    assert first_line(engine, "青岚县2031年粮食增产了吗").startswith("否：")


def test_two_years_tell_the_way_where_no_report_states_it(engine: Engine) -> None:
    told = first_line(engine, "青岚县2031年新开客运航线比上年多吗")
    assert told == "是：2031年7条[1]，上年6条[2]，相差1条（推算：7条 − 6条 = 1条）。"


def test_which_of_two_is_more(engine: Engine) -> None:
    told = first_line(engine, "青岚县2031年进口和出口哪个多")
    assert told == "出口更多：5.2亿元[1]。"


def test_english_questions(engine: Engine) -> None:
    assert first_line(engine, "Did Harrow Port meet its target for ships in 2031?").startswith("Met: actual 640")
    assert first_line(engine, "Was the target for trees met at Harrow Port in 2031?").startswith("Not met: actual 310")
    assert first_line(engine, "Was unemployment at Harrow Port below 5% in 2031?").startswith("Yes: 4.2% [1]")
    assert first_line(engine, "Did Harrow Port run a surplus or a deficit in 2031?").startswith("Deficit: $5 million [1]")


def test_figures_of_a_decision_are_cited(engine: Engine) -> None:
    answer = ask(engine, "青岚县2031年城镇新增就业目标完成了吗？")
    given = [(f.text, f.status, f.role, f.proof) for f in answer.figures]
    assert given == [
        ("2310人", "actual", "answer", "quoted"),
        ("2000人", "target", "answer", "quoted"),
        ("310人", "actual", "context", "derived"),
    ]
    assert [c.report.rpartition("/")[2] for c in answer.citations] == [
        "青岚县2032年政府工作报告.txt",
        "青岚县2031年政府工作报告.txt",
    ]


def test_an_aim_that_no_report_tells_is_not_answered_by_another(engine: Engine) -> None:
    assert ask(engine, "青岚县2031年茶叶出口目标完成了吗").abstained
