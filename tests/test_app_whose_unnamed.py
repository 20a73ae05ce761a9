"""Questions that name nobody, over invented reports on several bodies."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from app.whose.bodies import body_of, called_in, is_named
from corpus.report import Metadata
from tests.small_engine import small_engine

_REPORTS = {
    "a.txt": (
        "澄湖县2024年政府工作报告", "一、2023年工作回顾",
        "全县地区生产总值完成213.4亿元，增长5.1%；人均地区生产总值4.8万元。粮食产量26.3万吨。新增停车位1250个。",
    ),
    "b.txt": (
        "白鹭市2024年政府工作报告", "一、2023年工作回顾",
        "全市人均地区生产总值达到7.2万元。地区生产总值1518.6亿元，增长6.2%。粮食产量71.9万吨。新增停车位3600个。",
    ),
    "c.txt": (
        "临江区2024年政府工作报告", "一、2023年工作回顾", "全区地区生产总值完成388.5亿元。白鹭大桥建成通车，全长3.1公里。粮食产量6.4万吨。",
    ),
    "d.txt": ("云栈重工股份有限公司2023年年度报告", "一、经营情况", "公司2023年营业收入31.7亿元，同比增长8.6%。"),
    "e.md": (
        "# Elmford County Annual Report 2023", "", "## Finances", "",
        "Spending on roads came to $6.4 million. The unemployment rate stood at 4.7 percent.",
    ),
    "f.md": (
        "# Wexley County Annual Report 2023", "", "## Finances", "",
        "Spending on roads came to $9.8 million. The unemployment rate stood at 5.3 percent.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, _REPORTS)


def test_an_answer_to_a_question_without_a_place_begins_with_whose_it_is_and_shows_others(engine: Engine) -> None:
    answer = engine.ask("2023年粮食产量是多少")
    first, said = answer.answer.split("\n")
    values = {"澄湖县": "26.3万吨", "白鹭市": "71.9万吨", "临江区": "6.4万吨"}
    own = next(body for body in values if first.startswith(f"{body}：{values[body]}[1]"))
    assert said.startswith("问题没有写明是哪个地方")
    assert all(f"{body}{value}[" in said for body, value in values.items() if body != own)
    assert [f.role for f in answer.figures] == ["answer", "context", "context"]
    assert [c.n for c in answer.citations] == [1, 2, 3]


def test_of_others_the_very_measure_is_shown(engine: Engine) -> None:
    answer = engine.ask("2023年地区生产总值多少")
    shown = {f.text for f in answer.figures}
    assert {"213.4亿元", "1518.6亿元", "388.5亿元"} <= shown
    assert not {"4.8万元", "7.2万元"} & shown


def test_in_english_a_county_is_named_as_its_report_names_it(engine: Engine) -> None:
    first, said = engine.ask("How much was spent on roads in 2023?").answer.split("\n")
    own, other = ("Elmford", "Wexley") if first.startswith("Elmford") else ("Wexley", "Elmford")
    value = {"Elmford": "$6.4 million", "Wexley": "$9.8 million"}
    assert first.startswith(f"{own} County: {value[own]} [1]")
    assert said.startswith("The question names no place") and f"{other} County {value[other]} [2]" in said


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("白鹭市2023年粮食产量是多少", ()),
        ("粮食产量是多少", ("白鹭市2023年地区生产总值是多少",)),
    ],
)
def test_a_question_or_one_before_it_that_names_a_place_is_answered_as_before(
    engine: Engine, question: str, history: tuple[str, ...]
) -> None:
    assert engine.ask(question, history=history).answer.startswith("71.9万吨[1]。原文")
    assert "没有写明" not in engine.ask(question, history=history).answer


def test_what_one_report_alone_tells_bears_its_body_and_no_more(engine: Engine) -> None:
    answer = engine.ask("2023年营业收入多少").answer
    assert answer.startswith("云栈重工股份有限公司：31.7亿元") and "没有写明" not in answer


def test_in_a_folder_about_one_body_nothing_is_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    for engine in small_engine(tmp_path_factory, {"a.txt": _REPORTS["a.txt"]}):
        assert engine.ask("2023年粮食产量是多少").answer == "26.3万吨[1]。原文：“粮食产量26.3万吨。”"


def test_what_is_asked_of_a_report_by_its_kind_is_asked_of_the_nation_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    nation = ("2024年国务院政府工作报告", "一、2023年工作回顾", "全国粮食产量6.9亿吨。")
    for engine in small_engine(tmp_path_factory, {**_REPORTS, "n.txt": nation}):
        assert engine.ask("2024年政府工作报告里粮食产量是多少").answer.startswith("6.9亿吨[1]")


def test_an_office_reports_on_itself_and_a_government_on_its_place() -> None:
    assert body_of(Metadata("t", issuer="白鹭市人民政府", place="白鹭市", type="政府工作报告")) == "白鹭市"
    assert body_of(Metadata("t", issuer="白鹭市第一医院", place="白鹭市", type="工作总结")) == "白鹭市第一医院"
    assert body_of(Metadata("t", type="讲话")) == ""


def test_a_body_is_called_in_latin_letters_too_in_english() -> None:
    assert called_in("敦煌", chinese=False) == "Dunhuang (敦煌)"
    assert called_in("敦煌", chinese=True) == "敦煌"
    assert called_in("Elmford County", chinese=False) == "Elmford County"


def test_a_place_is_named_with_its_rank_or_without() -> None:
    assert is_named("白鹭的产量", "白鹭市") and is_named("城关的产量", "拉萨市城关区")
    assert not is_named("产量多少", "白鹭市")
