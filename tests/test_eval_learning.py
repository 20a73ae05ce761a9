"""Weights learnt from questions: which candidates are right, the softmax over them, and when to answer at all."""

import json
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from app import reading_text
from app.choosing import chooser
from app.choosing.candidates import FEATURES, Candidate
from eval.learning.answering import Held, fit_evidence, highest_threshold, judge, refused, without_answer
from eval.learning.choosing import judge_sentences, without_sentences
from eval.learning.folds import Example, asked_about
from eval.learning.labels import is_answer, is_evidence
from eval.learning.leaving_out import leave_out
from eval.learning.softmax import fit_softmax, hit
from eval.learning.writing import write_weights

_ROW = {
    "evidence": [{"file": "plan.txt", "text": "全镇共有图书室12个，藏书3.4万册。"}],
    "values": [{"value": "3.4", "unit": "万册"}],
}


def _example(
    features: list[list[float]], right: list[int], *, values: list[str] | None = None, sentences: list[int] | None = None
) -> Example:
    labels = np.zeros(len(features), dtype=np.bool_)
    labels[right] = True
    return Example(
        "q", 0, np.array(features, dtype=np.float32), labels, answerable=bool(right),
        values=np.array(values or [str(i) for i in range(len(features))], dtype=np.object_),
        sentences=np.array(sentences or list(range(len(features))), dtype=np.int64),
    )  # fmt: skip


def _candidate(value: str, unit: str, text: str, report: str = "a/plan.txt") -> Candidate:
    passage = SimpleNamespace(report=report)
    sentence = SimpleNamespace(text=text, ranked=SimpleNamespace(passage=passage))
    return cast("Candidate", SimpleNamespace(figure=SimpleNamespace(value=Decimal(value), unit=unit), sentence=sentence))


@pytest.mark.parametrize(
    ("report", "text", "expected"),
    [
        ("2020/plan.txt", "到年底，全镇共有图书室 12 个，藏书３.４万册。明年再建两个。", True),
        ("2020/plan.txt", "全镇共有图书室12个，藏书3.4万", True),
        ("2020/plan.txt", "全镇共有农家书屋31个，订报5份。", False),
        ("2020/other.txt", "全镇共有图书室12个，藏书3.4万册。", False),
    ],
)
def test_evidence_is_told_by_its_report_and_its_text(report: str, text: str, *, expected: bool) -> None:
    assert is_evidence(_ROW, report, text) is expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"), [("34000", "册", True), ("12", "个", False), ("34000", "%", False), ("34000.5", "册", False)]
)
def test_a_figure_is_the_answer_by_value_and_kind_of_unit(value: str, unit: str, *, expected: bool) -> None:
    text = "全镇共有图书室12个，藏书3.4万册。"
    assert is_answer(_ROW, _candidate(value, unit, text)) is expected
    assert is_answer(_ROW, _candidate(value, unit, text, report="b/other.txt")) is False


def test_the_softmax_finds_what_marks_the_right_candidate() -> None:
    rng = np.random.default_rng(4)
    examples = []
    for _ in range(60):
        features = rng.normal(size=(5, 3))
        examples.append(_example(features.tolist(), [int(np.argmax(features[:, 1]))]))
    weights = fit_softmax(examples)
    assert weights[1] > 1
    assert np.abs(weights[[0, 2]]).max() < weights[1] / 5
    assert hit(examples, weights, 1) > 0.9
    assert hit(examples, weights, 5) == 1.0
    held = fit_softmax(examples, {0: -0.7})
    assert held[0] == pytest.approx(-0.7, abs=1e-4)
    assert held[1] > 1


def test_a_question_robbed_of_its_answer_keeps_neither_its_sentence_nor_its_value() -> None:
    asked = _example([[1], [2], [3], [4]], [0], values=["5%", "7%", "5%", "9%"], sentences=[1, 1, 2, 3])
    poorer = without_answer(asked)
    assert poorer is not None
    assert poorer.values.tolist() == ["9%"]
    assert not poorer.answerable
    assert not poorer.labels.any()
    assert without_answer(_example([[1]], [])) is None
    assert without_answer(_example([[1], [2]], [0], sentences=[1, 1])) is None


@pytest.mark.parametrize(("sentences", "lead"), [([1, 2, 3, 4], 2.0), ([1, 2, 1, 4], 3.0)])
def test_the_best_candidate_is_judged_against_the_best_of_another_value_in_another_sentence(
    sentences: list[int], lead: float
) -> None:
    features = np.zeros((4, len(FEATURES)), dtype=np.float32)
    features[:, 0] = [3, 2, 1, 0]
    weights = np.zeros(len(FEATURES), dtype=np.float32)
    weights[0] = 1
    asked = _example(features.tolist(), [0], values=["5%", "5%", "7%", "9%"], sentences=sentences)
    held = judge(asked, weights, made_up=False)
    assert held.right
    assert dict(zip(chooser.EVIDENCE, held.evidence.tolist(), strict=True))["lead"] == lead


def test_the_threshold_refuses_as_many_of_the_answerable_as_allowed_and_no_more() -> None:
    held = [Held(np.zeros(1, dtype=np.float32), right=True, answerable=True, made_up=False) for _ in range(100)]
    held += [Held(np.zeros(1, dtype=np.float32), right=False, answerable=False, made_up=False) for _ in range(10)]
    sure = np.array([*np.linspace(0.005, 0.995, 100), *[0.05] * 10], dtype=np.float32)
    threshold = highest_threshold(held, sure, most=0.065)
    assert refused(held, sure, threshold, answerable=True) <= 0.065 < refused(held, sure, threshold + 0.01, answerable=True)
    assert refused(held, sure, threshold, answerable=False) == 1.0


def test_confidence_rises_with_what_right_answers_have() -> None:
    rng = np.random.default_rng(5)
    held = []
    for number in range(200):
        right = number % 2 == 0
        held.append(
            Held(np.array([right + rng.normal() * 0.3, rng.normal()], dtype=np.float32), right, answerable=True, made_up=False)
        )
    values, _ = fit_evidence(held)
    assert values[0] > 5 * abs(values[1])


def test_the_best_sentence_is_judged_by_what_chooses_it_and_robbed_of_its_answer_it_is_wrong() -> None:
    width = len(reading_text.FEATURES) + len(reading_text.MORE)
    features = np.zeros((3, width), dtype=np.float32)
    features[:, 0], features[:, -1] = (1, 3, 2), (0.5, 0.25, 0)
    asked = _example(features.tolist(), [1])
    values = np.eye(1, len(reading_text.FEATURES), dtype=np.float32)[0]
    held = judge_sentences(asked, values, made_up=False)
    assert (held.right, held.answerable) == (True, True)
    assert [float(v) for v in (*held.evidence[:2], held.evidence[-1])] == [3.0, 1.0, 0.25]
    poorer = without_sentences(asked)
    assert (poorer.answerable, bool(poorer.labels.any())) == (False, False)
    assert poorer.features[:, 0].tolist() == [1.0, 2.0]


def test_what_the_sets_ask_about_is_named_by_report_and_text(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(
        '{"evidence": [{"file": "a.txt", "text": "一"}]}\n{"file": "b.xlsx", "row": "大米", "cell": "2020"}\n', encoding="utf-8"
    )
    assert asked_about([path]) == [("a.txt", "一"), ("b.xlsx", "大米 2020")]


def test_weights_are_written_by_name(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    more: dict[str, Any] = {"threshold": 0.25}
    write_weights(path, ("words", "soft"), np.array([1.23456, -2], dtype=np.float32), 0.5, more)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "weights": {"words": 1.2346, "soft": -2.0},
        "intercept": 0.5,
        "threshold": 0.25,
        "fitted_by": "python -m eval.learning",
    }


def test_a_feature_that_another_stands_in_for_is_left_out_before_one_that_tells_alone() -> None:
    rng = np.random.default_rng(7)

    def _asked() -> Example:
        told = rng.normal(size=(6, 1))
        alone = rng.normal(size=(6, 1))
        right = int(np.argmax(told[:, 0] + alone[:, 0] + rng.normal(size=6) * 0.3))
        # The first two columns tell the same but for a little noise, the last one tells nothing.
        again = told + rng.normal(size=(6, 1)) * 0.05
        return _example(np.hstack([told, again, alone, rng.normal(size=(6, 1))]).tolist(), [right])

    learnt, scored = ([_asked() for _ in range(150)] for _ in range(2))
    found = list(leave_out(learnt, scored, ("told", "again", "alone", "nothing"), least=2))
    assert {found[0].name, found[1].name} in ({"nothing", "told"}, {"nothing", "again"})
    assert [f.left for f in found] == [3, 2]
    assert found[-1].only_scored > 0.7


def test_a_question_that_counts_more_draws_the_weights_to_it() -> None:
    def _asked(right: int, counts: float) -> Example:
        features = np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32)
        labels = np.array([right == 0, right == 1])
        return Example("q", 0, features, labels, True, np.array(["a", "b"], dtype=object), np.array([0, 1]), counts)

    even = fit_softmax([_asked(0, 1.0), _asked(1, 1.0)])
    drawn = fit_softmax([_asked(0, 3.0), _asked(1, 1.0)])
    assert even[0] == pytest.approx(even[1])
    assert drawn[0] > drawn[1]
