import math
from dataclasses import replace

import pytest

from eval.figures_match import printed_quantity
from eval.measure import score
from eval.named import EvalSet
from eval.quotes import Quote
from eval.running import evaluate, latency_of, run_ask, run_check, run_find, summary_object
from eval.sets import Claim, Question
from eval.tables import score_table, wrong_items
from tests.eval_items import question
from tests.fake_engine import ABSTAINED, BUDGET_KEY, JOBS, JOBS_BEFORE, WORK_KEY, FakeEngine

RIGHT = replace(
    question("q1", values=[("1.28", "万人")]),
    question="去年城镇新增就业多少人？比前年多多少？",
    history=("青岚县怎么样？",),
    evidence=(Quote("2024年青岚县政府工作报告.txt", JOBS), Quote("2023年青岚县政府工作报告.txt", JOBS_BEFORE)),
)
UNHELD = replace(question("q2", type_="unanswerable"), question=ABSTAINED.question)
FAILING = replace(question("q3", type_="table"), question="报错", wanted=((printed_quantity(RIGHT.wanted[0][0].value, "人"),),))
PHRASE = replace(
    question("q4"),
    question="一般公共预算收入97,183万元",
    evidence=(Quote("2023年预算执行报告.docx", "一般公共预算收入97,183万元"),),
)
QUESTIONS: tuple[Question, ...] = (RIGHT, UNHELD, FAILING)


def test_answers_have_the_shape_of_the_interface_and_errors_are_kept() -> None:
    engine = FakeEngine()
    run = run_ask(engine, QUESTIONS)
    assert (run.job, [row["id"] for row in run.rows], len(run.seconds), run.failed) == ("ask", ["q1", "q2", "q3"], 3, 1)
    assert engine.asked[0] == (RIGHT.question, ("青岚县怎么样？",), (), ())
    assert run.rows[0]["figures"][2]["formula"] == "1.28万人 − 1.19万人 = 900人"
    assert [c["report"] for c in run.rows[1]["citations"]] == [WORK_KEY, BUDGET_KEY]
    assert run.rows[2] == {"id": "q3", "error": "资料库正在更新，请过一会儿再问"}


def test_passages_have_the_shape_of_the_interface() -> None:
    (row,) = run_find(FakeEngine(), [PHRASE]).rows
    assert [(hit["rank"], hit["report"], hit["highlights"]) for hit in row["hits"]] == [(1, BUDGET_KEY, [[2, 18]])]


def test_a_claim_that_cannot_be_checked_is_told_in_its_row() -> None:
    run = run_check(FakeEngine(), [Claim("c1", "exact", "全年城镇新增就业1.28万人。", "supported", "", ())])
    assert (run.job, run.rows, run.failed) == (
        "check",
        ({"id": "c1", "error": "nothing is checked here: 全年城镇新增就业1.28万人。"},),
        1,
    )


def test_a_set_is_run_measured_and_shown() -> None:
    eval_set = EvalSet("tiny", QUESTIONS, (), ())
    asked, found = evaluate(FakeEngine(), eval_set)
    values = {m.name: score(m).value for m in asked.measured}
    assert values == pytest.approx(
        {
            "correct": 2 / 3,
            "correct_answerable": 1 / 2,
            "cited": 1 / 2,
            "false_abstention": 0,
            "abstained_when_it_should": 1,
            "unproven": 0,
            "correct · direct": 1,
            "correct · table": 0,
            "correct · unanswerable": 1,
        }
    )
    assert (found.run.job, score(found.measured[0]).value) == ("find", 0)
    table = score_table(asked).splitlines()
    assert table[0].startswith("tiny · ask: 3 items, 1 failed, p50 ")
    assert table[2:5] == ["| measure | value | 95 % | n |", "|---|--:|--:|--:|", "| correct | 0.667 | 0.000 – 1.000 | 3 |"]
    assert list(wrong_items(asked, eval_set)) == ["q3 报错\n    wanted: 1.28万人\n    came:   资料库正在更新，请过一会儿再问"]


def test_a_summary_is_plain_json_with_null_for_no_items() -> None:
    asked, _ = evaluate(FakeEngine(), EvalSet("tiny", (RIGHT,), (), ()))
    summary = summary_object(asked)
    assert (summary["set"], summary["job"], summary["items"], summary["failed"]) == ("tiny", "ask", 1, 0)
    assert summary["scores"]["correct"] == {"n": 1, "value": 1.0, "low": 1.0, "high": 1.0}
    assert summary["scores"]["abstained_when_it_should"] == {"n": 0, "value": None, "low": None, "high": None}


def test_latency_is_the_median_and_the_95th_percentile_in_milliseconds() -> None:
    latency = latency_of([i / 1000 for i in range(1, 102)])
    assert (latency.p50, latency.p95) == pytest.approx((51.0, 96.0))
    assert math.isnan(latency_of([]).p50)
