import json
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from eval.figures_match import Quantity
from eval.json_lines import LinesError
from eval.named import NAMED, EvalSet, load_set
from eval.quotes import Quote
from eval.sets import Claim, Question, holds_claims, load_claims, load_questions

QUESTION: dict[str, Any] = {
    "id": "q1",
    "type": "direct",
    "lang": "zh",
    "question": "青岚县2023年城镇新增就业多少人？",
    "answer": "1.28万人",
    "values": [{"value": 1.28, "unit": "万人"}],
    "evidence": [{"file": "a.txt", "text": "全年城镇新增就业1.28万人"}],
}
CLAIM: dict[str, Any] = {
    "id": "c1",
    "claim": "新增学位6400个。",
    "verdict": "refuted",
    "kind": "digit_swap",
    "correct": "5400个",
    "evidence": [],
}


def write(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "set.jsonl"
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    return path


def test_a_question_is_loaded_in_base_units(tmp_path: Path) -> None:
    row = {**QUESTION, "history": ["2022年呢？"], "values_alt": [{"value": 12800, "unit": "人"}], "note": "ignored"}
    assert load_questions(write(tmp_path, row)) == (
        Question(
            id="q1",
            type="direct",
            lang="zh",
            question="青岚县2023年城镇新增就业多少人？",
            history=("2022年呢？",),
            answer="1.28万人",
            wanted=((Quantity(Decimal(12800), "plain"), Quantity(Decimal(12800), "plain")),),
            evidence=(Quote("a.txt", "全年城镇新增就业1.28万人"),),
        ),
    )


def test_a_derived_answer_wants_its_result_only(tmp_path: Path) -> None:
    row = {**QUESTION, "type": "derived", "values": [{"value": 900, "unit": "人"}, {"value": 1.28, "unit": "万人"}]}
    assert load_questions(write(tmp_path, row))[0].wanted == ((Quantity(Decimal(900), "plain"),),)


def test_other_values_belong_to_the_wanted_ones_in_order_and_the_rest_to_the_last(tmp_path: Path) -> None:
    numbers = [{"value": n, "unit": "个"} for n in (1, 2, 3, 4, 5)]
    row = {**QUESTION, "values": numbers[:2], "values_alt": numbers[2:]}
    wanted = load_questions(write(tmp_path, row))[0].wanted
    assert [[int(q.value) for q in accepted] for accepted in wanted] == [[1, 3], [2, 4, 5]]


def test_a_claim_is_loaded(tmp_path: Path) -> None:
    path = write(tmp_path, CLAIM, {**CLAIM, "id": "c2", "verdict": "not_found", "correct": None})
    assert holds_claims(path)
    assert load_claims(path) == (
        Claim("c1", "digit_swap", "新增学位6400个。", "refuted", "5400个", ()),
        Claim("c2", "digit_swap", "新增学位6400个。", "not_found", "", ()),
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"id": 7}, r'line 1: "id" is 7: write a text'),
        ({"question": None}, r'line 1: "question" is missing: write a text'),
        ({"values": {"value": 1}}, r'line 1: "values" is \{.*\}: write a list'),
        ({"values": [{"value": 1}]}, r'line 1: "values" holds .*: write an object with value and unit'),
        ({"values": [{"value": "many", "unit": "人"}]}, r"line 1: \"values\" holds the value 'many': write a number"),
        ({"values": [{"value": 1, "unit": None}]}, r'line 1: "values" holds None where a text belongs'),
        ({"evidence": [{"file": "a.txt"}]}, r'line 1: "evidence" holds .*: write an object with file and text'),
        ({"evidence": []}, r'line 1: "evidence" is empty: name file and text, or give the type "unanswerable"'),
        ({"history": [1]}, r'line 1: "history" holds 1 where a text belongs'),
    ],
)
def test_a_wrong_question_is_told_by_line_and_field(tmp_path: Path, change: dict[str, Any], why: str) -> None:
    with pytest.raises(LinesError, match=why):
        load_questions(write(tmp_path, {**QUESTION, **change}))


def test_a_wrong_verdict_is_told(tmp_path: Path) -> None:
    with pytest.raises(LinesError, match=r"line 2: \"verdict\" is 'true': write one of supported, refuted, not_found"):
        load_claims(write(tmp_path, CLAIM, {**CLAIM, "id": "c2", "verdict": "true"}))


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(LinesError, match=r"line 2: \"id\" 'q1' stands on line 1 too: give each item its own"):
        load_questions(write(tmp_path, QUESTION, QUESTION))


def test_an_empty_set_is_told(tmp_path: Path) -> None:
    with pytest.raises(LinesError, match=r"set\.jsonl: holds no line"):
        load_questions(write(tmp_path))


def test_a_file_is_a_set_of_its_own_without_known_reports(tmp_path: Path) -> None:
    path = write(tmp_path, QUESTION)
    assert load_set(str(path)) == EvalSet("set", load_questions(path), (), ())
    claims = write(tmp_path, CLAIM)
    assert load_set(str(claims)) == EvalSet("set", (), load_claims(claims), ())


def test_an_unknown_set_is_told_with_the_known_ones() -> None:
    with pytest.raises(LinesError, match=r"z: is neither a set \(samples, analysis, reports, held, b, d\) nor a file"):
        load_set("z")


@pytest.mark.reports
@pytest.mark.parametrize(
    ("name", "questions", "claims", "folders"), [("b", 150, 100, ["central", "county"]), ("d", 130, 70, ["reports"])]
)
def test_the_shared_sets_load(name: str, questions: int, claims: int, folders: list[str]) -> None:
    if not NAMED[name].folder.exists():
        pytest.skip("the shared sets are not there: ../shared/eval")
    loaded = load_set(name)
    assert (len(loaded.questions), len(loaded.claims), [p.name for p in loaded.reports]) == (questions, claims, folders)


@pytest.mark.parametrize("name", ["reports", "held"])
def test_the_sets_on_the_real_reports_quote_their_figures_and_no_sentence(name: str) -> None:
    loaded = load_set(name)
    assert len(loaded.questions) > 200
    assert len(loaded.claims) > 100
    assert max(len(quote.text) for quote in quotes_of(loaded)) <= 24


@pytest.mark.reports
@pytest.mark.parametrize("name", ["reports", "held"])
def test_their_figures_stand_in_the_reports_that_they_name(name: str) -> None:
    [folder] = load_set(name).reports
    if not folder.exists():
        pytest.skip("the shared reports are not there: ../shared/reports")
    texts = {
        p.name: squeezed(p.read_text(encoding="utf-8"))
        for kind in ("txt", "md")
        for p in folder.rglob(f"*.{kind}")
        if p.parent.name != "gbk"
    }
    loaded = load_set(name)
    quotes = [q for q in quotes_of(loaded) if q.report in texts]
    assert len(quotes) > 100
    assert [q for q in quotes if squeezed(q.text) not in texts[q.report]] == []


def quotes_of(loaded: EvalSet) -> list[Quote]:
    return [q for question in loaded.questions for q in question.evidence] + [
        q for claim in loaded.claims for q in claim.evidence
    ]


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
