from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.finding import RankJudgement, judge_found, measure_found, recall_at, reciprocal_rank
from eval.measure import score
from eval.outputs import FoundOutput, read_found
from eval.quotes import Quote
from tests.eval_items import EVIDENCE, question

OTHER = "新增学位5400个，建成保障性租赁住房620套"
ONE = question("q1")
TWO = replace(question("q2"), type="list", evidence=(Quote("a.txt", EVIDENCE), Quote("b.txt", OTHER)))


def hits(*texts: str) -> FoundOutput:
    """Make hits: a word "a" is the first evidence, "b" the second, all else neither."""
    known = {"a": ("x/a.txt", EVIDENCE), "b": ("x/b.txt", f"{OTHER}。")}
    pairs = [known.get(text, ("x/a.txt", "改造老旧小区37个")) for text in texts]
    return read_found({"hits": [{"report": report, "text": text} for report, text in pairs]})


def test_the_rank_of_all_evidence_is_that_of_the_last_piece() -> None:
    assert judge_found(TWO, hits("-", "a", "-", "b", "a")) == RankJudgement(all_at=4, any_at=2)


def test_a_missing_piece_has_no_rank() -> None:
    assert judge_found(TWO, hits("-", "-", "b")) == RankJudgement(all_at=None, any_at=3)
    assert judge_found(TWO, hits("-")) == judge_found(TWO, None) == RankJudgement(None, None)


def test_the_measures_of_three_questions_by_hand() -> None:
    questions = [ONE, TWO, replace(ONE, id="q3"), question("q4", type_="unanswerable")]
    outputs = {"q1": hits("a"), "q2": hits("b", "-", "-", "-", "-", "a"), "q4": hits("a")}
    values = {(s.name, s.n): s.value for s in map(score, measure_found(questions, outputs))}
    assert values == pytest.approx(
        {
            ("recall@1", 3): 1 / 3,
            ("recall@5", 3): 1 / 3,
            ("recall@10", 3): 2 / 3,
            ("any@1", 3): 2 / 3,
            ("any@5", 3): 2 / 3,
            ("any@10", 3): 2 / 3,
            ("mrr@10", 3): (1 + 1 / 6 + 0) / 3,
            ("recall@5 · direct", 2): 1 / 2,
            ("recall@5 · list", 1): 0,
        }
    )


def test_the_reciprocal_rank_ends_at_ten() -> None:
    assert [reciprocal_rank(rank) for rank in (1, 2, 10, 11, None)] == [1.0, 0.5, 0.1, 0.0, 0.0]


@given(order=st.lists(st.sampled_from("ab-"), max_size=12), k=st.integers(1, 12))
def test_recall_grows_with_k_and_any_is_at_least_all(order: list[str], k: int) -> None:
    judged = judge_found(TWO, hits(*order))
    assert recall_at(judged.all_at, k) <= recall_at(judged.all_at, k + 1)
    assert recall_at(judged.all_at, k) <= recall_at(judged.any_at, k)
    assert recall_at(judged.all_at, k) == float({"a", "b"} <= set(order[:k]))
    assert recall_at(judged.any_at, k) == float(bool({"a", "b"} & set(order[:k])))
