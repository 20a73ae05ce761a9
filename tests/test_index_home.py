"""A folder of the reports of one county, with the summary of one of its towns among them."""

import pytest

from app.engine import Engine
from app.refusals.whom import is_of_one_sex
from index.catalogue import ReportCard
from index.home import at_home, tells_all
from index.query import read_query
from tests.small_engine import look_up

REPORTS = {
    "青岚县2022年国民经济和社会发展统计公报.txt": (
        "青岚县2022年国民经济和社会发展统计公报",
        "一、农业",
        "全年甘蔗总产量31.5万吨，增长2.1%。",
        "二、民政",
        "全年办理收养登记820件，比上年的950件下降13.7%。年末全县共有社员4120名，比上年净增35名。",
        "全年发展社员216名，其中35岁以下130名，女社员64名。每千人口泊位4.1个。",
    ),
    "青岚县2023年国民经济和社会发展统计公报.txt": (
        "青岚县2023年国民经济和社会发展统计公报",
        "一、农业",
        "全年甘蔗总产量33.2万吨，增长5.4%。参加技工考试1500人，其中上线900人。",
        "二、交通",
        "公路总里程1204公里。年末泊位1870个。",
    ),
    "青岚县2023年政府工作报告.txt": (
        "2023年青岚县政府工作报告",
        "一、2022年工作回顾",
        "办好民生实事12件。",
        "二、2023年工作安排",
        "城镇新增就业3000人。",
    ),
    "青岚县2024年政府工作报告.txt": (
        "2024年青岚县政府工作报告",
        "一、2023年工作回顾",
        "城镇新增就业3450人，比上年增加210人。办理结婚登记715对，办理离婚登记302对。",
        "二、2024年工作安排",
        "城镇新增就业3200人。",
    ),
    "柳溪镇2023年工作总结.txt": (
        "柳溪镇2023年工作总结",
        "2023年，全镇甘蔗总产量1.8万吨，比上年增长3.0%。全镇种养大户47户。",
    ),
}  # fmt: skip


def _asked_of(engine: Engine, question: str) -> set[str]:
    cards = engine.library.catalogue()
    kept = at_home(cards, read_query(question, cards), None)
    return {c.metadata.place for c in cards if kept is None or c.id in kept}


@pytest.mark.parametrize(
    "question", ["2023年甘蔗产量是多少？", "2023年全县甘蔗产量是多少？", "How much sugar cane was grown in 2023?"]
)
def test_a_question_without_a_place_is_asked_of_the_place_that_nearly_all_reports_are_about(
    engine: Engine, question: str
) -> None:
    assert _asked_of(engine, question) == {"青岚县"}


@pytest.mark.parametrize("question", ["2023年全镇种养大户有多少户？", "2023年哪个镇甘蔗最多？", "柳溪镇2023年甘蔗产量是多少？"])
def test_a_question_about_a_town_is_asked_of_all(engine: Engine, question: str) -> None:
    assert _asked_of(engine, question) == {"青岚县", "柳溪镇"}


def test_a_folder_on_several_places_is_about_none(engine: Engine) -> None:
    cards: list[ReportCard] = [c for c in engine.library.catalogue() if c.metadata.year == 2024]
    assert at_home(cards, read_query("2023年甘蔗产量是多少？", cards), None) is None


def test_the_values_of_several_years_are_of_one_place(engine: Engine) -> None:
    answer = engine.ask("2022年和2023年的甘蔗总产量各是多少？")
    assert [f.text for f in answer.figures] == ["31.5万吨", "33.2万吨"]


def test_a_claim_about_the_whole_county_is_put_right_by_no_town(engine: Engine) -> None:
    assert (tells_all("2023年全县甘蔗总产量"), tells_all("2023年甘蔗总产量")) == (True, False)
    (figure,) = engine.check("2023年全县甘蔗总产量32.3万吨。").claims[0].figures
    assert (figure.verdict, figure.correct.text if figure.correct else "") == ("wrong_value", "33.2万吨")


def test_the_number_of_the_claimed_year_is_the_right_one_and_not_the_one_beside_it(engine: Engine) -> None:
    first, _ = engine.check("青岚县2022年办理收养登记802件，比上年下降13.7%。").claims[0].figures
    assert (first.verdict, first.correct.text if first.correct else "") == ("wrong_value", "820件")


def test_a_change_from_a_year_that_nobody_writes_is_told_with_its_formula(engine: Engine) -> None:
    answer = engine.ask("青岚县2022年收养登记比上年少了多少件？")
    assert answer.answer.startswith("上年多130件[1]。推算：950件 − 820件 = 130件")


@pytest.mark.parametrize("question", ["青岚县2023年城镇新增就业比目标多多少人？", "青岚县2023年城镇新增就业超过目标多少人？"])
def test_an_outcome_is_set_against_the_aim_and_not_against_its_rise(engine: Engine, question: str) -> None:
    assert engine.ask(question).figures[0].text == "450人"


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("How many couples registered their marriage in Qinglan County in 2023?", ["715对"]),
        ("How many couples divorced in Qinglan County in 2023?", ["302对"]),
        ("青岚县2022年新发展社员多少名？", ["216名"]),
        ("青岚县2023年有多少个泊位？", ["1870个"]),
    ],
)
def test_what_is_asked_for_goes_before_what_is_near(engine: Engine, question: str, texts: list[str]) -> None:
    assert [f.text for f in engine.ask(question).figures][:1] == texts


@pytest.mark.parametrize(("question", "refused"), [("青岚县2022年有多少名社员？", True), ("青岚县2022年有多少名女社员？", False)])
def test_those_of_one_sex_are_no_number_of_all(engine: Engine, question: str, refused: bool) -> None:
    found = look_up(engine, question)
    (women,) = (c.candidate for c in found.chosen if c.candidate.figure.text == "64名")
    assert is_of_one_sex(found.query, women) == refused


@pytest.mark.parametrize(
    "question",
    ["青岚县2023年有多少家超市？", "青岚县2023年铁路里程多少公里？"],
)
def test_what_is_only_near_is_no_answer(engine: Engine, question: str) -> None:
    assert not any(f.text in {"1500人", "1204公里"} for f in engine.ask(question).figures)
