"""School years: read as one period, asked for as one, compared with one another (all reports invented)."""

import pytest

from app.engine import Engine
from app.proof import unproven_numerals
from corpus.figures.column_period import caption_period, column_period, label_period
from corpus.figures.english import english_figures
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting
from corpus.split_years import by_first, moved, school_years
from index.years import resolve_years

REPORTS = {
    "青石中学2031—2032学年质量报告.md": (
        "# 云栖市青石中学2031—2032学年质量报告",
        "",
        "发布日期：2032年9月20日",
        "",
        "## 一、概况",
        "",
        "本学年学校总收入4210万元，总支出4135万元。全年接待家长来访512人次，比上一学年增加63人次。",
        "",
        "## 二、质量",
        "",
        "| 项目 | 2029—2030学年 | 2030—2031学年 | 2031—2032学年 |",
        "|---|---|---|---|",
        "| 近视率（%） | 61.4 | 63.2 | 60.7 |",
        "| 合唱参加率（%） | 31.5 | 35.8 | 42.6 |",
        "",
        "## 三、下一学年目标",
        "",
        "2032—2033学年的主要目标：近视率降到59%以下，合唱参加率达到45%。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "history", "answer"),
    [
        ("青石中学2030—2031学年的近视率是多少？", (), "63.2%"),
        ("青石中学2030-31学年度的近视率是多少？", (), "63.2%"),
        ("青石中学2030/31的近视率是多少？", (), "63.2%"),
        ("青石中学2032年近视率是多少？", (), "60.7%"),
        ("青石中学2031—2032学年总支出是多少？", (), "4135万元"),
        ("青石中学2032—2033学年近视率目标是多少？", (), "59%"),
        ("青石中学下一学年合唱参加率目标是多少？", (), "45%"),
        ("那上一学年呢？", ("青石中学2031—2032学年的近视率是多少？",), "63.2%"),
        ("下一学年的目标呢？", ("青石中学2031—2032学年的近视率是多少？",), "59%"),
        ("那上一学年呢？", ("青石中学本学年的近视率是多少？",), "63.2%"),
        ("青石中学哪一学年合唱参加率最高？", (), "2031—2032学年最高：42.6%"),
        ("青石中学哪一学年近视率最高？", (), "2030—2031学年最高：63.2%"),
        ("青石中学2031—2032学年的近视率比上一学年下降了吗？", (), "是：2031—2032学年60.7%[1]，上一学年63.2%"),
    ],
)
def test_questions_by_school_years(engine: Engine, question: str, history: tuple[str, ...], answer: str) -> None:
    told = engine.ask(question, history=history)
    assert told.answer.startswith(answer)
    assert unproven_numerals(told, question) == ()


def test_a_school_year_of_which_nothing_is_told_has_no_answer(engine: Engine) -> None:
    assert engine.ask("青石中学2027—2028学年近视率是多少？").abstained


def test_a_difference_of_school_years_calls_them_so(engine: Engine) -> None:
    answer = engine.ask("青石中学2029—2030学年到2031—2032学年合唱参加率提高了多少个百分点？").answer
    assert "2031—2032学年" in answer and "42.6% − 31.5% = 11.1个百分点" in answer


def test_claims_by_school_years(engine: Engine) -> None:
    right, wrong = (engine.check(f"青石中学2030—2031学年近视率为{value}%。").verdict for value in ("63.2", "60.7"))
    assert (right, wrong) == ("supported", "refuted")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2032—2033学年的主要目标：达标率达到93%以上，近视率降到67%以下。",
            [("93%", "2032/33", "target"), ("67%", "2032/33", "target")],
        ),
        ("本学年新增教师14人，比上一学年增加3人。", [("14人", "2031/32", "actual"), ("3人", "2031/32", "actual")]),
        ("上一学年退休9人。", [("9人", "2030/31", "actual")]),
        ("2029-30赛季进球32个。", [("32个", "2029/30", "actual")]),
        ("2029—2030采暖季用煤3.1万吨。", [("3.1万吨", "2029/30", "actual")]),
        ("2029/30财年收入32万元。", [("32万元", "2029", "actual")]),
        ("2029—2032学年招生1400人。", [("1400人", "2029-2032", "actual")]),
        ("2031年招生450人。", [("450人", "2031", "actual")]),
    ],
)
def test_school_years_in_a_text(text: str, figures: list[tuple[str, str, str]]) -> None:
    read = extract_figures(text, Setting("other", 2032, "2031/32", now=2031))
    assert [(f.text, f.period, f.status) for f in read] == figures


def test_school_years_in_tables() -> None:
    assert column_period("2029—2030学年", "2031", grows=False) == "2029/30"
    assert column_period("上一学年", "2031/32", grows=False) == "2030/31"
    assert column_period("FY2029/30", "2031", grows=False) == "2029"
    assert label_period("2029—2030学年", "2031") == "2029/30"
    assert caption_period("2029—2030学年各年级人数") == "2029/30"


def test_english_school_years() -> None:
    read = english_figures("In the 2029-30 school year there were 320 pupils in the county.", Setting("other", 2032))
    assert [f.period for f in read] == ["2029"]
    assert resolve_years("pupils in the 2029-30 academic year", latest=2032).years == (2029,)
    assert resolve_years("2029—2030学年到2031—2032学年", latest=2032).span == (2029, 2031)


def test_years_that_end_in_the_next() -> None:
    assert by_first("2031/32, 2031/33, 2031—2034学年") == "2031, 2031/33, 2031—2034学年"
    assert [m["first"] for m in school_years("2031—2032学年、2032-33榨季、2033/34财年")] == ["2031", "2032"]
    assert (moved("2031/32", -1), moved("2031", 1)) == ("2030/31", "2032")
