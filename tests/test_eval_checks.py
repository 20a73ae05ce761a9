import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.checks import CheckJudgement, f1_by_verdict, judge_check, macro_f1, measure_checks
from eval.json_lines import Json
from eval.measure import score
from eval.outputs import CheckOutput, read_check
from eval.quotes import Quote
from eval.sets import VERDICTS, Claim, Verdict
from tests.eval_items import EVIDENCE


def claim(id_: str, verdict: Verdict, correct: str = "", kind: str = "exact") -> Claim:
    evidence = () if verdict == "not_found" else (Quote("a.txt", EVIDENCE),)
    return Claim(id_, kind, "新增就业1.38万人。", verdict, correct, evidence)


def checked(verdict: str, *corrects: Json | None, cited: bool = True) -> CheckOutput:
    citations = [{"report": "a.txt", "quote": EVIDENCE}] if cited else []
    claims = [{"figures": [{"correct": correct} for correct in corrects]}]
    return read_check({"verdict": verdict, "claims": claims, "citations": citations})


RIGHT = {"text": "1.28万人", "value": "12800", "unit": "人"}


def test_a_refuted_claim_with_its_right_value() -> None:
    refuted = claim("c1", "refuted", "1.28万人（1.38万是目标）")
    assert judge_check(refuted, checked("refuted", None, RIGHT)) == CheckJudgement(
        "refuted", "refuted", cited=True, right_value=True
    )
    assert judge_check(refuted, checked("refuted", {**RIGHT, "value": "12801"})).right_value is False
    assert judge_check(refuted, checked("refuted", cited=False)) == CheckJudgement(
        "refuted", "refuted", cited=False, right_value=False
    )


@pytest.mark.parametrize(
    ("correct", "value"), [("从45.3%上升到51.6%", "45.3"), ("７，４００元", "7400"), ("约2.3亿亩", "230000000")]
)
def test_the_right_value_is_the_first_number_in_words(correct: str, value: str) -> None:
    assert judge_check(claim("c1", "refuted", correct), checked("refuted", {"value": value, "unit": "%"})).right_value


def test_no_right_value_is_due_without_a_number_or_a_refutation() -> None:
    assert judge_check(claim("c1", "refuted", "比去年有所下调"), checked("refuted", RIGHT)).right_value is None
    assert judge_check(claim("c1", "refuted", "1.28万人"), checked("supported", RIGHT)).right_value is None
    assert judge_check(claim("c1", "supported", "1.28万人"), checked("refuted", RIGHT)).right_value is None


def test_no_output_has_no_verdict() -> None:
    assert judge_check(claim("c1", "supported"), None) == CheckJudgement("supported", "", cited=False, right_value=None)


def test_the_measures_of_five_claims_by_hand() -> None:
    claims = [
        claim("c1", "supported"),
        claim("c2", "supported", kind="rounded"),
        claim("c3", "refuted", "1.28万人"),
        claim("c4", "refuted", "1.28万人", kind="wrong_year"),
        claim("c5", "not_found"),
    ]
    outputs = {
        "c1": checked("supported"),
        "c2": checked("refuted", cited=False),
        "c3": checked("refuted", RIGHT),
        "c4": checked("supported"),
    }
    values = {(s.name, s.n): s.value for s in map(score, measure_checks(claims, outputs))}
    assert values == pytest.approx(
        {
            ("macro_f1", 5): (0.5 + 0.5 + 0) / 3,
            ("f1 · supported", 5): 2 / (2 + 1 + 1),
            ("f1 · refuted", 5): 2 / (2 + 1 + 1),
            ("f1 · not_found", 5): 0,
            ("accuracy", 5): 0.4,
            ("false_supported", 3): 1 / 3,
            ("right_value_given", 1): 1,
            ("cited", 4): 0.75,
            ("accuracy · exact", 3): 2 / 3,
            ("accuracy · rounded", 1): 0,
            ("accuracy · wrong_year", 1): 0,
        }
    )


VERDICT_PAIRS = st.lists(st.tuples(st.sampled_from(VERDICTS), st.sampled_from([*VERDICTS, ""])), min_size=1, max_size=25)


@given(pairs=VERDICT_PAIRS)
def test_f1_is_that_of_precision_and_recall_and_within_bounds(pairs: list[tuple[Verdict, str]]) -> None:
    claims = [claim(f"c{i}", wanted) for i, (wanted, _) in enumerate(pairs)]
    measured = measure_checks(claims, {f"c{i}": checked(got) for i, (_, got) in enumerate(pairs)})
    scores = {s.name: s for s in map(score, measured)}
    by_hand = []
    for verdict in VERDICTS:
        hit = sum(w == g == verdict for w, g in pairs)
        given_, wanted = sum(g == verdict for _, g in pairs), sum(w == verdict for w, _ in pairs)
        precision, recall = hit / given_ if given_ else 0.0, hit / wanted if wanted else 0.0
        by_hand.append(2 * precision * recall / (precision + recall) if hit else 0.0)
        assert scores[f"f1 · {verdict}"].value == pytest.approx(by_hand[-1])
    macro = scores["macro_f1"]
    assert macro.value == pytest.approx(sum(by_hand) / 3)
    assert 0 <= macro.low <= macro.value <= macro.high <= 1


def test_f1_keeps_the_shape_of_many_draws() -> None:
    counts = np.array([[1, 0, 0, 1, 0, 0, 1, 0, 0], [0, 1, 1, 1, 1, 1, 0, 0, 0]], dtype=np.float64)
    assert f1_by_verdict(counts).tolist() == [[1, 1, 1], [0, 0.5, 0]]
    assert macro_f1(counts).tolist() == pytest.approx([1, 1 / 6])
