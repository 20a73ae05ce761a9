import json
from pathlib import Path

import pytest

from eval.command import main
from eval.invented import QUESTIONS, REPORTS, NoParagraphsError, is_of_paragraphs, make_invented, read_held_out
from eval.learning.folds import counts_of
from eval.named import load_set
from index.training.everyday import asked_clauses, is_held_out, paragraphs_of, read_paragraphs

BRIDGES = """修建木桥若干座\t搭了几座桥\t新桥有多少
修桥花去若干万元\t造桥用了多少钱\tWhat did the bridges cost?
桥梁检修率提高到百分之若干\t桥检查到几成\t多少桥查过了
由县里的工匠负责\t谁来修\t活是谁干的
修桥若干座、涵洞若干个\t一共修了些什么\t都修了几处

N lamps were mended\thow many lights work again\t修好了几盏灯
Lamps took N per cent of the budget\twhat share went on lights\t路灯花了预算的几成
"""


def test_one_paragraph_in_twenty_is_never_learnt_from() -> None:
    held_out, learnt = read_held_out(), {pair.passage for pair in asked_clauses()}
    assert 0.02 < len(held_out) / len(read_paragraphs()) < 0.08
    of_others = {c.text for p in read_paragraphs() if not is_held_out(p) for c in p}
    assert not [c.text for p in held_out for c in p if c.text in learnt - of_others]


def test_invented_reports_hold_the_answers_of_their_questions(tmp_path: Path) -> None:
    made = make_invented(tuple(paragraphs_of(BRIDGES)), tmp_path / "made")
    eval_set = load_set(str(tmp_path / "made" / QUESTIONS))
    texts = {path.name: path.read_text(encoding="utf-8").lower() for path in (tmp_path / "made" / REPORTS).iterdir()}
    assert made == len(eval_set.questions) == 10  # not of what is told in words, nor of two numbers at once
    assert all(q.evidence[0].text.lower() in texts[q.evidence[0].report] for q in eval_set.questions)
    assert {q.type for q in eval_set.questions} == {
        "chinese_on_chinese",
        "english_on_chinese",
        "english_on_english",
        "chinese_on_english",
    }
    cost, share = (next(q for q in eval_set.questions if words in q.question) for words in ("造桥", "几成"))
    assert (cost.wanted[0][0].value >= 20_000, share.wanted[0][0].unit_class) == (True, "%")
    assert {q.question for q in eval_set.questions if q.or_words} == {"What did the bridges cost?"}
    again = make_invented(tuple(paragraphs_of(BRIDGES)), tmp_path / "again")
    assert again == made
    assert (tmp_path / "again" / QUESTIONS).read_bytes() == (tmp_path / "made" / QUESTIONS).read_bytes()


def test_a_number_is_wanted_as_its_sentence_multiplies_it(tmp_path: Path) -> None:
    clauses = (
        "N thousand lamps were mended\thow many lights work again\nThe share of lamps rose by N percentage points\thow much more"
    )
    make_invented(tuple(paragraphs_of(clauses)), tmp_path / "made")
    lamps, share = load_set(str(tmp_path / "made" / QUESTIONS)).questions
    assert (lamps.wanted[0][0].value >= 1000, share.wanted[0][0].unit_class) == (True, "points")


def test_invented_questions_count_little_beside_real_ones(tmp_path: Path) -> None:
    make_invented(tuple(paragraphs_of(BRIDGES)), tmp_path / "made", most=3)
    rows = [json.loads(line) for line in (tmp_path / "made" / QUESTIONS).read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 3
    assert all(is_of_paragraphs(row) and counts_of(row) == 0.1 for row in rows)


def test_a_folder_that_is_there_and_a_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(NoParagraphsError, match="is there already; name a new folder"):
        make_invented((), tmp_path)
    with pytest.raises(NoParagraphsError, match=r"none\.tsv: is no file"):
        read_held_out([tmp_path / "none.tsv"])


def test_invented_reports_are_asked_and_scored_by_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bridges.tsv"
    file.write_text(BRIDGES, encoding="utf-8")
    assert main(["invented", "--paragraphs", str(file), "--out", str(tmp_path / "made")]) == 0
    told = capsys.readouterr().out
    assert "chinese_on_chinese" in told
    assert (tmp_path / "made" / "questions.ask.jsonl").exists()
