"""What is quoted for questions in words: who gave a report, what stands under a heading, lists whole, and whose it is; over invented reports."""

from collections.abc import Iterator

import pytest

from app.choosing.given_by import asks_who_gave
from app.engine import Engine
from app.refusals.other_move import is_other_move
from tests.small_engine import small_engine

_REPORTS = {
    "澄湖县2024年政府工作报告.txt": (
        "澄湖县2024年政府工作报告", "——2024年1月16日在澄湖县第十二届人民代表大会第三次会议上", "县人民政府县长 谢文涛", "各位代表：",
        "现在，我代表县人民政府向大会报告工作，请予审议。", "一、2023年工作回顾",
        "全县粮食产量26.3万吨。蚕茧产量2100吨。环湖步道于2023年9月完工。该工程由县城投公司承建。",
        "我们也看到，全县发展还面临不少困难。主要是：工业基础薄弱；年轻劳动力外流；农田水利老化。",
        "二、2024年工作安排", "今年要做好三件大事。一是建设澄湖产业园。规划面积2平方公里。二是改造三条老街。三是修复湿地。",
    ),
    "白鹭市2024年政府工作报告.txt": (
        "白鹭市2024年政府工作报告", "——2024年1月22日在白鹭市第八届人民代表大会第三次会议上", "市长 顾　岚", "各位代表：", "一、2023年工作回顾",
        "全市粮食产量71.9万吨。我们也看到，全市发展还面临不少困难。主要是：外贸订单减少；城区交通拥堵。",
    ),
    "白鹭市第三医院2023年工作总结.txt": (
        "白鹭市第三医院2023年工作总结", "2023年，医院各项工作平稳推进。", "一、主要做法", "（一）优化门诊流程。实行分时预约。",
        "（二）加强护理培训。举办培训22场。", "二、存在不足", "儿科医生紧缺，病房陈旧。", "三、下一步打算", "2024年新建住院楼，引进儿科医生6名。",
    ),
    "澄湖中学2023年工作总结.txt": ("澄湖中学2023年工作总结", "2023年，学校工作有序开展。", "一、教学", "毕业班教师梁雪获评县级骨干教师。"),
    "Elmford_County_Annual_Report_2023.md": (
        "# Elmford County Annual Report 2023", "", "## Works", "",
        "The Ashby Lock reopened in May 2023 after repairs. The work was done by Carrow & Finch.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, _REPORTS)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("澄湖县2024年政府工作报告是谁作的", "县人民政府县长 谢文涛[1]"),
        ("谁作了白鹭市2024年的政府工作报告？", "市长 顾　岚[1]"),
        ("白鹭市第三医院有哪些主要做法", "（一）优化门诊流程。[1]"),
        ("第三医院还存在什么问题", "白鹭市第三医院：儿科医生紧缺，病房陈旧。[1]"),
        ("白鹭市第三医院下一步打算做什么", "2024年新建住院楼，引进儿科医生6名。[1]"),
        ("澄湖中学谁获评骨干教师", "毕业班教师梁雪获评县级骨干教师。[1]"),
    ],
)
def test_the_first_line_tells_what_is_asked(engine: Engine, question: str, first: str) -> None:
    assert engine.ask(question).answer.split("\n")[0] == first


def test_a_sentence_that_announces_a_list_is_quoted_with_it(engine: Engine) -> None:
    assert engine.ask("澄湖县2023年面临哪些困难").answer.startswith(
        "我们也看到，全县发展还面临不少困难。主要是：工业基础薄弱；年轻劳动力外流；农田水利老化。[1]"
    )


def test_what_a_hospital_of_a_place_lacks_is_not_what_the_place_lacks(engine: Engine) -> None:
    assert "儿科" not in engine.ask("白鹭市面临哪些问题和不足").answer


def test_a_sentence_that_names_nobody_is_quoted_with_the_next_that_does(engine: Engine) -> None:
    assert "由县城投公司承建" in engine.ask("澄湖县环湖步道是哪家公司承建的").answer
    assert "Carrow & Finch" in engine.ask("Who repaired the Ashby Lock in Elmford County?").answer


def test_a_question_in_words_that_names_nobody_is_answered_of_one_body_and_names_others(engine: Engine) -> None:
    first, said = engine.ask("2023年全年发展面临哪些困难").answer.split("\n")
    own, other = ("澄湖县", "白鹭市") if first.startswith("澄湖县：") else ("白鹭市", "澄湖县")
    assert first.startswith(f"{own}：") and said.startswith("问题没有写明") and f"{other}[2]" in said


def test_why_it_fell_is_not_answered_by_how_much_it_was(engine: Engine) -> None:
    assert engine.ask("澄湖县2023年蚕茧为什么减产").abstained


def test_who_gave_a_report_is_told_from_who_is_spoken_of() -> None:
    assert asks_who_gave("今年的政府工作报告由谁作？") and asks_who_gave("Who delivered the 2021 budget speech?")
    assert not asks_who_gave("报告里说谁负责治水？") and not asks_who_gave("who repaired the bridge")


def test_a_reason_or_the_move_itself_is_enough_for_why() -> None:
    assert not is_other_move("产值为什么下降？", ["产值下降3%。"])
    assert not is_other_move("产值为什么下降？", ["受旱情影响，产值3亿元。"])
    assert is_other_move("Why did output fall?", ["Output was 3 tons."])
    assert not is_other_move("产值多少？", ["产值3亿元。"])
