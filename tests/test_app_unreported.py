"""Places that a question lists and no report is about are told as such, and the others are answered."""

import pytest

from app.engine import Engine
from index.beside import unreported_beside
from index.scope import Scope

REPORTS = {
    "2024年青岚县政府工作报告.txt": [
        "2024年青岚县政府工作报告",
        "一、2023年工作",
        "2023年产茶512吨，城镇新增就业3120人。",
    ],
    "2024年白榆县政府工作报告.txt": ["2024年白榆县政府工作报告", "一、2023年工作", "2023年产茶75吨，城镇新增就业860人。"],
}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("2023年北京和青岚县的茶叶产量各是多少？", ("北京",)),
        ("青岚县、火星市与白榆县2023年产茶各多少吨？", ("火星市",)),
        ("上海、北京和青岚县2023年产茶分别多少吨？", ("上海", "北京")),
        ("青岚县和白榆县2023年产茶各多少吨？", ()),
        ("青岚县茶叶和就业各是多少？", ()),
        ("北京2023年产茶多少吨？", ()),
        ("How much tea did Qinglan and Norvania produce in 2023?", ("Norvania",)),
    ],
)
def test_places_beside_reported_ones_are_found(engine: Engine, question: str, names: tuple[str, ...]) -> None:
    assert unreported_beside(question, engine.catalogue()) == names


@pytest.mark.parametrize("question", ["2023年北京和青岚县各产茶多少吨？", "2023年北京和青岚县产茶多少吨？"])
def test_the_place_with_a_report_is_answered_and_the_other_told(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert [f.text for f in answer.figures] == ["512吨"]
    first, second = answer.answer.split("\n")
    assert first.startswith("青岚：512吨[1]。")
    assert second == "北京：资料库里没有这里的报告。"
    assert (answer.question, answer.scope.places, answer.scope.unknown) == (question, ("青岚县",), ("北京",))


def test_of_three_the_two_are_told_apart(engine: Engine) -> None:
    lines = engine.ask("青岚县、北京和白榆县2023年各产茶多少吨？").answer.split("\n")
    assert [line.split("[")[0] for line in lines] == ["青岚：512吨", "白榆：75吨", "北京：资料库里没有这里的报告。"]


def test_one_that_the_reader_took_out_is_not_told(engine: Engine) -> None:
    answer = engine.ask("2023年北京和青岚县各产茶多少吨？", dropped=Scope(places=("北京",)))
    assert "北京：" not in answer.answer


def test_what_is_not_told_of_the_other_place_either_is_an_abstention(engine: Engine) -> None:
    answer = engine.ask("2023年北京和青岚县的机场旅客各是多少？")
    assert (answer.abstained, answer.figures) == (True, ())
    assert answer.answer.startswith("北京：资料库里没有这里的报告。\n")
