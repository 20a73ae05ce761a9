"""Computed answers over a small library of two invented places."""

import pytest

from app.engine import Engine

REPORTS = {
    "云栖县2023年政府工作报告.txt": (
        "云栖县2023年政府工作报告",
        "一、2022年工作回顾",
        "全年改造老旧小区259个，新增学位4200个。城镇居民人均可支配收入达到38400元，农村居民人均可支配收入达到21455元。",
        "农村生活污水治理率达到49%，比上年提升12个百分点。乡镇敬老院由15所整合为6所。建成小学12所、幼儿园7所。",
        "二、2023年工作安排",
        "今年计划改造老旧小区191个，新增学位5000个以上。",
    ),
    "青岚县2023年政府工作报告.txt": (
        "青岚县2023年政府工作报告",
        "一、2022年工作回顾",
        "全年改造老旧小区120个，新增学位1800个。城镇居民人均可支配收入达到36100元。",
    ),
}


@pytest.mark.parametrize(
    ("question", "value", "formula"),
    [
        ("云栖县2023年计划改造的老旧小区比2022年实际改造的少几个？", "68", "259个 − 191个 = 68个"),
        ("云栖县2023年计划改造的老旧小区比2022年实际改造的多了还是少了，差几个？", "68", "259个 − 191个 = 68个"),
        ("云栖县2022年城镇居民人均可支配收入比农村居民高多少元？", "16945", "38400元 − 21455元 = 16945元"),
        ("云栖县2022年建成小学和幼儿园一共多少所？", "19", "12所 + 7所 = 19所"),
        ("云栖县2021年农村生活污水治理率是多少？", "37", "49% − 12个百分点 = 37%"),
        ("按2023年报告里的增加额推算，云栖县2021年农村生活污水治理率是多少？", "37", "49% − 12个百分点 = 37%"),
    ],
)
def test_what_the_reports_imply_is_computed_with_its_formula(engine: Engine, question: str, value: str, formula: str) -> None:
    answer = engine.ask(question)
    first = answer.figures[0]
    assert (first.value, first.formula, first.role, first.proof) == (value, formula, "answer", "derived")
    assert [f.role for f in answer.figures[1:]] == ["input", "input"]
    assert set(first.citations) == {n for f in answer.figures[1:] for n in f.citations}
    assert formula in answer.answer


def test_compared_places_are_answered_with_their_values_and_the_difference(engine: Engine) -> None:
    answer = engine.ask("云栖县和青岚县2022年新增学位差多少个？")
    assert [(f.value, f.role) for f in answer.figures] == [("2400", "answer"), ("4200", "answer"), ("1800", "answer")]
    assert answer.answer.startswith("云栖多2400个")


def test_a_year_that_the_reports_do_not_hold_is_not_filled_with_another(engine: Engine) -> None:
    answer = engine.ask("云栖县2022年改造的老旧小区比2019年多几个？")
    assert answer.abstained


def test_both_ends_of_a_change_are_given_where_both_are_asked_for(engine: Engine) -> None:
    answer = engine.ask("云栖县2022年乡镇敬老院从多少所整合到多少所？")
    assert [f.value for f in answer.figures] == ["15", "6"]


def test_a_search_reads_a_follow_up_with_its_history(engine: Engine) -> None:
    found = engine.find("2023年呢？", history=["云栖县2022年改造了多少个老旧小区？"], k=1)
    assert "191个" in found.hits[0].text
    assert found.scope.places == ("云栖县",)
