from dataclasses import replace

import pytest

from eval.answers import AnswerJudgement, judge_answer, measure_answers
from eval.json_lines import Json
from eval.measure import score
from eval.outputs import AnswerOutput, read_answer
from eval.quotes import Quote
from eval.sets import Question
from tests.eval_items import EVIDENCE, question


def answer(text: str, *figures: Json, report: str = "x/a.txt", quote: str = EVIDENCE, abstained: bool = False) -> AnswerOutput:
    citation = {"report": report, "quote": quote, "title": "", "section": None}
    return read_answer({"answer": text, "abstained": abstained, "figures": list(figures), "citations": [citation]})


def figure(value: str, unit: str, role: str = "answer") -> Json:
    return {"text": "", "value": value, "unit": unit, "role": role, "proof": "quoted", "formula": None}


JOBS = question("q1", values=[("1.28", "万人")])
RIGHT = answer("就业1.28万人[1]。", figure("12800", "人"))


def test_a_right_cited_answer() -> None:
    assert judge_answer(JOBS, RIGHT) == AnswerJudgement(correct=True, cited=True, abstained=False)


@pytest.mark.parametrize(
    "figures",
    [
        (figure("12800", "%"),),
        (figure("1.28", "万人"),),
        (figure("12800", "人", role="input"),),
        (figure("about", "人"),),
        (),
        (figure("12800", "人"), figure("1", "人"), figure("2", "人")),
    ],
)
def test_a_wrong_class_scale_role_or_too_many_figures_are_wrong(figures: tuple[Json, ...]) -> None:
    assert judge_answer(JOBS, answer("1.28万人", *figures)) == AnswerJudgement(correct=False, cited=True, abstained=False)


def test_one_figure_too_many_and_figures_of_other_roles_are_allowed() -> None:
    shown = (figure("12800", "人"), figure("900", "人"), figure("1", "人", role="context"), figure("2", "人", role="input"))
    assert judge_answer(JOBS, answer("1.28万人", *shown)).correct


def test_what_the_question_is_stands_in_the_first_line_before_any_quote() -> None:
    which = replace(JOBS, says=(("2023年", "二〇二三年"),))
    compared = [figure("12800", "人"), figure("900", "人"), figure("1", "人"), figure("2", "人")]
    assert judge_answer(which, answer("2023年最多：1.28万人[1]\n2022年：900人", *compared)).correct
    assert not judge_answer(which, answer("2022年：900人\n2023年：1.28万人", *compared)).correct
    assert not judge_answer(which, answer("1.28万人[1]。原文：“2023年就业1.28万人”", *compared)).correct


def test_a_figure_without_a_role_answers() -> None:
    bare = {"value": "12800", "unit": None}
    assert judge_answer(JOBS, answer("1.28万人", bare)).correct


def test_every_wanted_figure_is_needed_in_one_of_its_readings() -> None:
    both = question("q1", values=[("1.28", "万人"), ("6.1", "%")], others=[("900", "人")])
    assert judge_answer(both, answer("", figure("900", "人"), figure("6.1", "%"))).correct
    assert not judge_answer(both, answer("", figure("900", "人"))).correct


def test_an_answer_in_words_holds_seven_tenths_of_the_pairs() -> None:
    words = replace(question("q1"), answer="旧城改造（含配套）和新区")
    assert judge_answer(words, answer("主要是旧城改造和新区[1]")).correct
    assert judge_answer(words, answer("旧城改造和新的")).correct
    assert not judge_answer(words, answer("旧城改造新区")).correct


def test_the_sentence_that_tells_a_figure_is_right_where_it_may_be() -> None:
    either = replace(JOBS, answer="全年城镇新增就业1.28万人", or_words=True)
    quoted = "全年城镇新增就业1.28万人，比上年多增。[1]"
    assert judge_answer(either, answer(quoted)).correct
    assert not judge_answer(either, answer(quoted.replace("1.28", "1.27"))).correct
    assert not judge_answer(either, answer(quoted, figure("900", "人"))).correct
    assert not judge_answer(replace(either, or_words=False), answer(quoted)).correct


def test_all_evidence_must_be_cited_from_its_own_report() -> None:
    two = replace(JOBS, evidence=(*JOBS.evidence, Quote("b.txt", "新增学位5400个，建成保障性租赁住房620套")))
    assert not judge_answer(two, RIGHT).cited
    assert not judge_answer(JOBS, answer("", report="x/b.txt")).cited


def test_abstaining_is_right_only_where_nothing_can_be_answered() -> None:
    abstained = answer("没有找到9999", abstained=True)
    assert judge_answer(JOBS, abstained) == AnswerJudgement(correct=False, cited=False, abstained=True)
    unanswerable = question("q2", type_="unanswerable")
    assert judge_answer(unanswerable, abstained) == AnswerJudgement(correct=True, cited=True, abstained=True)
    assert judge_answer(unanswerable, answer("9999人")) == AnswerJudgement(False, True, False, ("9999",))


def test_no_output_is_wrong_in_every_way() -> None:
    assert judge_answer(question("q2", type_="unanswerable"), None) == AnswerJudgement(
        correct=False, cited=False, abstained=False
    )


def test_the_measures_of_four_questions() -> None:
    questions: list[Question] = [
        JOBS,
        replace(JOBS, id="q2", type="table"),
        question("q3", type_="unanswerable"),
        replace(JOBS, id="q4", type="table"),
    ]
    outputs = {"q1": RIGHT, "q2": answer("", abstained=True), "q3": answer("77", abstained=False)}
    values = {(s.name, s.n): s.value for s in map(score, measure_answers(questions, outputs))}
    assert values == {
        ("correct", 4): 0.25,
        ("correct_answerable", 3): pytest.approx(1 / 3),
        ("cited", 3): pytest.approx(1 / 3),
        ("false_abstention", 3): pytest.approx(1 / 3),
        ("abstained_when_it_should", 1): 0.0,
        ("unproven", 4): 0.25,
        ("correct · direct", 1): 1.0,
        ("correct · table", 2): 0.0,
        ("correct · unanswerable", 1): 0.0,
    }
