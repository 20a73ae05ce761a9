"""What a stranger asks of reports that nobody has seen: years, tasks, who holds an office, what a value is by now."""

from collections.abc import Iterator

import pytest

from app.choosing.office_holder import holder_line, office_asked
from app.conversation.followup import read_follow_up
from app.engine import Engine
from index.query import content_terms
from index.scope import Scope
from tests.small_engine import small_engine

REPORTS = {
    "2023年岚汀县政府工作报告.txt": [
        "政府工作报告", "——2023年1月6日在岚汀县人民代表大会会议上", "岚汀县人民政府县长  沈若川", "各位代表：",
        "现在，我代表县人民政府向大会报告工作，请予审议。",
        "一、2022年工作回顾", "生产总值201.4亿元，增长5.8%。渔获产量3.1万吨。接待游客212.5万人次。货物进出口总额28.4亿元，其中，出口19.7亿元，进口8.7亿元。",
        "二、2023年工作安排", "渔获产量达到3.2万吨。",
    ],
    "2024年岚汀县政府工作报告.txt": [
        "政府工作报告", "——2024年1月9日在岚汀县人民代表大会会议上", "岚汀县人民政府县长  沈若川", "各位代表：",
        "现在，我代表县人民政府向大会报告工作，请予审议，并请列席人员提出意见。",
        "一、2023年工作回顾", "生产总值213.6亿元，增长6.2%。渔获产量3.4万吨。接待游客305.9万人次。货物进出口总额30.2亿元，其中，出口21.3亿元，进口8.9亿元。",
        "二、2024年工作安排", "今年要坚持稳中求进。重点抓好以下三个方面工作：",
        "（一）着力建设渔港。开工建设码头2座。", "（二）着力改善民生。改造小区12个。", "（三）着力保护海湾。修复岸线5公里。",
        "三、加强自身建设", "各位代表！让我们更加紧密地团结起来，为建设美丽岚汀而努力奋斗！",
    ],
    "岚汀县第一中学2023年工作总结.txt": [
        "岚汀县第一中学2023年工作总结", "岚汀县第一中学  2024年1月20日",
        "一、基本情况", "学校有学生1592人。校长林知远，党委书记何雅琴。图书馆藏书12.6万册。",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    "question",
    ["岚汀县有哪些游客超过250万人次的年份？", "岚汀县游客超过250万人次的年份有哪些？", "岚汀县游客超过250万人次的年份"],
)
def test_years_may_be_asked_for_behind_what_they_meet(engine: Engine, question: str) -> None:
    assert engine.ask(question).answer.startswith("超过250万人次的有1年：2023年305.9万人次[1]。")


@pytest.mark.parametrize("question", ["那里有哪些游客超过200万人次的年份？", "哪些年超过200万人次？"])
def test_a_question_for_years_takes_none_from_the_question_before(engine: Engine, question: str) -> None:
    answer = engine.ask(question, history=["岚汀县2023年接待游客多少人次？"])
    assert (answer.scope.years, answer.scope.places) == ((), ("岚汀县",))
    assert answer.answer.startswith("超过200万人次的有2年：2022年212.5万人次[1]、2023年305.9万人次[2]。")


def test_a_bound_without_a_unit_is_held_against_what_is_counted(engine: Engine) -> None:
    answer = engine.ask("岚汀县哪些年游客超过300万？")
    assert answer.answer.startswith("超过300万的有1年：2023年305.9万人次[1]。")


def test_the_value_of_the_newest_year_answers_where_none_is_named(engine: Engine) -> None:
    assert [f.text for f in engine.ask("岚汀县渔获产量是多少").figures] == ["3.4万吨"]
    assert [f.text for f in engine.ask("岚汀县2022年渔获产量是多少").figures] == ["3.1万吨"]


def test_a_value_and_its_rate_are_told_in_the_words_of_the_report(engine: Engine) -> None:
    assert engine.ask("岚汀县2023年生产总值是多少").answer.startswith("213.6亿元，增长6.2%[1]。")


def test_a_surplus_is_what_was_sold_less_what_was_bought_and_no_total_of_both(engine: Engine) -> None:
    answer = engine.ask("岚汀县2023年外贸顺差多少")
    assert answer.answer.startswith("12.4亿元[1]。推算：21.3亿元 − 8.9亿元 = 12.4亿元")


@pytest.mark.parametrize("question", ["谁是岚汀县县长？", "岚汀县县长是谁？"])
def test_who_holds_an_office_is_told_however_it_is_asked(engine: Engine, question: str) -> None:
    assert "沈若川" in engine.ask(question).answer


def test_the_parts_of_a_plan_are_its_tasks(samples_engine: Engine) -> None:
    lines = samples_engine.ask("云栖县2024年的工作任务有哪些？").answer.splitlines()
    assert [line.split(".")[0] for line in lines] == [str(n) for n in range(1, 9)]


@pytest.mark.parametrize("question", ["岚汀县2024年的工作任务有哪些？", "岚汀县2024年重点抓好哪些工作？"])
def test_tasks_are_quoted_as_the_list_that_their_headings_make(engine: Engine, question: str) -> None:
    lines = engine.ask(question).answer.split("\n")
    assert lines == [
        "重点抓好以下三个方面工作：[1]", "（一）着力建设渔港。[2]", "（二）着力改善民生。[3]", "（三）着力保护海湾。[4]",
    ]  # fmt: skip


def test_who_holds_an_office_is_read_from_the_line_that_says_it(engine: Engine) -> None:
    answer = engine.ask("岚汀县县长是谁？")
    assert answer.answer == "岚汀县人民政府县长  沈若川[1]"
    assert answer.citations[0].report.endswith("2024年岚汀县政府工作报告.txt")


def test_the_sentence_that_says_who_holds_an_office_is_quoted_alone(engine: Engine) -> None:
    assert engine.ask("岚汀县第一中学校长是谁？").answer == "校长林知远，党委书记何雅琴。[1]"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("县长\n李　强\n各位代表", "县长\n李　强"),
        ("副县长\n李强", None),
        ("县长\n各位代表", None),
        ("由顾明漪担任县长。", "由顾明漪担任县长。"),
    ],
)
def test_a_name_may_stand_below_the_office(text: str, line: str | None) -> None:
    found = holder_line("县长", text)
    assert (text[found[0] : found[1]] if found else None) == line


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("某县副县长是谁？", "副县长"),
        ("谁是理事长", "理事长"),
        ("图书馆馆长叫什么名字", "馆长"),
        ("谁修的桥？", ""),
        ("产量增长多少？", ""),
    ],
)
def test_an_office_is_asked_for_by_its_name(question: str, office: str) -> None:
    assert office_asked(question) == office


def test_the_division_of_a_place_is_not_taken_from_the_name_of_its_head() -> None:
    assert content_terms("岚汀县县长是谁", Scope(places=("岚汀县",))) == ("县长",)
    assert content_terms("岚汀县长是谁", Scope(places=("岚汀县",))) == ("县长",)
    assert content_terms("岚州市产量多少", Scope(places=("岚州",))) == ("产量",)


def test_a_follow_up_for_years_that_names_a_thing_keeps_the_place_only(engine: Engine) -> None:
    query = read_follow_up("哪几年出口超过20亿元？", ["岚汀县2023年生产总值是多少？"], engine.catalogue())
    assert (query.scope.places, query.scope.years) == (("岚汀县",), ())
