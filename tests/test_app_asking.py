import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.engine import Engine
from app.errors import QuestionError
from app.json_objects import answer_object
from app.proof import keep_proven, unproven_numerals
from eval.outputs import read_answer
from eval.proof import unproven_numerals as unproven_by_eval
from eval.sets import Question
from index.store import UnknownReportError


@pytest.fixture(scope="module")
def engine(samples_engine: Engine) -> Engine:
    return samples_engine


def test_a_figure_is_answered_with_its_sentence_cited(engine: Engine) -> None:
    answer = engine.ask("云栖县2022年办理结婚登记多少对？")
    assert [(f.text, f.value, f.unit, f.role, f.proof) for f in answer.figures] == [("1842对", "1842", "对", "answer", "quoted")]
    [citation] = answer.citations
    view = engine.view(citation.report)
    assert view.text[citation.start : citation.end] == citation.quote
    assert "1842对" in citation.quote
    assert answer.answer.startswith("1842对[1]")


def test_a_place_without_reports_is_said_to_have_none(engine: Engine) -> None:
    answer = engine.ask("深圳2023年的生产总值是多少？")
    assert (answer.abstained, answer.figures) == (True, ())
    assert answer.answer.startswith("资料库里没有深圳的报告")


def test_a_year_filter_changes_what_is_asked_about(engine: Engine) -> None:
    assert {f.period for f in engine.ask("全县一般公共预算收入是多少？", years=(2022,)).figures} == {"2022"}


def test_a_report_filter_holds(engine: Engine) -> None:
    key = next(c.key for c in engine.catalogue() if "民政" in c.key)
    assert {c.report for c in engine.ask("发放高龄津贴多少钱？", reports=(key,)).citations} == {key}


def test_a_follow_up_takes_year_and_place(engine: Engine) -> None:
    answer = engine.ask("那离婚登记呢？", history=("云栖县2022年办理结婚登记多少对？",))
    # With the rate behind it, as nothing is said of a unit.
    assert [(f.value, f.unit) for f in answer.figures] == [("764", "对"), ("4.1", "%")]


@pytest.mark.parametrize(
    ("question", "match"),
    [("   ", "question is empty"), ("？？ 😀", "question has no words"), ("多" * 20_000, "20000 characters, at most 2000")],
)
def test_what_is_no_question_is_refused(engine: Engine, question: str, match: str) -> None:
    with pytest.raises(QuestionError, match=match):
        engine.ask(question)


def test_an_unknown_report_is_named(engine: Engine) -> None:
    with pytest.raises(UnknownReportError, match="没有这份"):
        engine.ask("收入多少？", reports=("没有这份.txt",))


def test_examples_are_answered(engine: Engine) -> None:
    examples = engine.examples(4)
    assert len(examples) == 4
    assert not any(engine.ask(q).abstained for q in examples)


_SUBJECTS = [
    "地区生产总值",
    "党员",
    "一般公共预算收入",
    "粮食总产量",
    "城镇新增就业",
    "GDP",
    "床位",
    "college students",
    "结婚登记",
    "游客",
]
_ASKING = [
    "是多少？",
    "增长多少？",
    "分别是多少？",
    "目标是多少？",
    "比上年多多少？",
    "是谁负责的？",
    "各占多少，增长百分之几？",
    "",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["", "云栖县", "全县", "深圳", "Yunqi "]),
    st.sampled_from(["", "2019年", "2022年", "2023年末", "2020年到2023年", "去年", "2022年和2023年", "1999年"]),
    st.lists(st.sampled_from(_SUBJECTS), min_size=1, max_size=3),
    st.sampled_from(_ASKING),
)
def test_no_numeral_is_shown_without_proof(engine: Engine, place: str, year: str, subjects: list[str], asking: str) -> None:
    """The proof rule, by our own gate and by the evaluation's independent reading of what is printed."""
    question = f"{place}{year}{'、'.join(subjects)}{asking}"
    answer = engine.ask(question)
    assert unproven_numerals(answer, question) == ()
    for citation in answer.citations:
        assert engine.view(citation.report).text[citation.start : citation.end] == citation.quote
    # A line with a numeral cites, or says of one of several years or places that the reports do not state it.
    assert all(re.search(r"\[\d+\]|没有给出|do not state|^\D*$", line) for line in answer.answer.splitlines()) or answer.abstained
    gold = Question("q", "direct", "zh", question, (), "", (), ())
    assert unproven_by_eval(gold, read_answer(answer_object(answer, id="q"))) == ()


def test_the_gate_strikes_a_line_with_an_unproven_numeral(engine: Engine) -> None:
    answer = engine.ask("云栖县2022年办理结婚登记多少对？")
    tampered = replace(answer, answer=f"{answer.answer}\n另有98765对[1]。")
    assert unproven_numerals(tampered, answer.question) == ("98765",)
    assert keep_proven(tampered, answer.question).answer == answer.answer


def test_a_true_figure_is_supported_with_its_source(engine: Engine) -> None:
    checked = engine.check("2022年云栖县办理结婚登记1842对。")
    assert checked.verdict == "supported"
    [figure] = checked.claims[0].figures
    assert (figure.verdict, figure.correct, figure.citations) == ("consistent", None, (1,))
    assert "1842对" in checked.citations[0].quote


def test_a_swapped_digit_is_refuted_with_the_right_value(engine: Engine) -> None:
    checked = engine.check("2022年云栖县办理结婚登记1482对。")
    [figure] = checked.claims[0].figures
    assert (checked.verdict, figure.verdict) == ("refuted", "wrong_value")
    assert figure.correct is not None
    assert (figure.correct.value, figure.correct.unit) == ("1842", "对")


def test_a_claim_about_another_place_is_not_found(engine: Engine) -> None:
    assert engine.check("深圳2022年办理结婚登记1842对。").verdict == "not_found"


@pytest.mark.parametrize(("text", "match"), [(" ", "empty"), ("没有数字的一句话。", "no figure was found")])
def test_a_text_without_a_figure_is_refused(engine: Engine, text: str, match: str) -> None:
    with pytest.raises(QuestionError, match=match):
        engine.check(text)
