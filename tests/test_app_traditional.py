"""Questions in traditional characters: read as those in simplified ones, on reports in either."""

import pytest

from app.engine import Engine

REPORTS = {
    "青嵐縣2023年政府工作報告.txt": [
        "青嵐縣2023年政府工作報告", "一、2023年工作回顧", "全年新建托兒所37所。舊城更新由馮大山負責。", "二、2024年工作安排", "舊城的事要抓早抓實。",
    ],
    "2023年白榆县政府工作报告.txt": ["2023年白榆县政府工作报告", "一、2023年工作回顾", "全年新建托儿所52所。旧城更新由季云帆负责。"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青嵐縣2023年新建了幾所托兒所？", "37所"),
        ("青岚县2023年新建了几所托儿所？", "37所"),
        ("白榆縣2023年新建托兒所多少所？", "52所"),
        ("青嵐縣2023年舊城更新由誰負責？", "馮大山"),
        ("白榆縣2023年舊城更新由誰負責？", "季云帆"),
    ],
)
def test_a_question_is_answered_in_either_script(engine: Engine, question: str, told: str) -> None:
    answer = engine.ask(question)
    assert told in answer.answer
    assert answer.question == question


def test_what_answers_comes_first_in_either_script(engine: Engine) -> None:
    found = engine.find("青嵐縣2023年舊城更新由誰負責？")
    assert "馮大山" in found.hits[0].text
    assert found.query == "青嵐縣2023年舊城更新由誰負責？"


def test_a_follow_up_in_traditional_characters_takes_in_the_question_before(engine: Engine) -> None:
    assert "52所" in engine.ask("那白榆縣呢？", history=["青嵐縣2023年新建了幾所托兒所？"]).answer


def test_what_a_report_is_about_is_read_in_either_script(engine: Engine) -> None:
    about = {c.metadata.title: (c.metadata.place, c.metadata.type, c.metadata.year) for c in engine.library.catalogue()}
    assert about == {
        "青嵐縣2023年政府工作報告": ("青岚县", "政府工作报告", 2023),
        "2023年白榆县政府工作报告": ("白榆县", "政府工作报告", 2023),
    }
