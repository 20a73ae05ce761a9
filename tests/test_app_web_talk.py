import time

import pytest

from app.web.ask.talk import KEPT, stream_answer
from app.web.ask.turn import Turn
from app.web.markup import told
from app.web.request import Asked, Opened, read_asked, read_number, read_opened
from app.web.words import WORDS, script_words
from app.web.words.word import Word
from corpus.errors import WenjuError
from index.hit import Span
from index.store import UnknownReportError
from tests.fake_engine import EARLIER_KEY, SCRIPT, TEXTS, WORK_KEY, FakeEngine

QUESTION, ANSWER = next(iter(SCRIPT.items()))


def test_the_first_step_shows_the_question_before_the_engine_is_asked() -> None:
    engine = FakeEngine()
    first = next(stream_answer(engine, (), QUESTION))
    assert engine.asked == []
    assert first.turns == (Turn(QUESTION),)
    assert '<p class="looking">' in first.conversation


def test_an_answer_arrives_clause_by_clause_within_a_moment() -> None:
    begun = time.perf_counter()
    steps = list(stream_answer(FakeEngine(), (), QUESTION))
    assert time.perf_counter() - begun < 0.6
    assert [step.conversation.count('aria-busy="true"') for step in steps] == [1, 1, 1, 0]
    assert [step.evidence is None for step in steps] == [True, False, False, False]
    assert steps[-1].turns == (Turn(QUESTION, ANSWER, sources=(TEXTS[WORK_KEY][1], TEXTS[EARLIER_KEY][1])),)


def test_earlier_questions_are_the_history_and_failed_ones_are_not() -> None:
    engine = FakeEngine()
    turns = (Turn("甲", ANSWER), Turn("乙", error=Word("坏了", "broken")))
    list(stream_answer(engine, turns, "丙", years=(2023,), reports=("a.txt",)))
    assert engine.asked == [("丙", ("甲",), (2023,), ("a.txt",))]


def test_an_error_of_the_engine_becomes_the_turn() -> None:
    last = list(stream_answer(FakeEngine(), (), "请报错"))[-1]
    assert last.turns == (Turn("请报错", error=Word("资料库正在更新，请过一会儿再问", "资料库正在更新，请过一会儿再问")),)
    assert last.evidence is None


def test_an_unforeseen_error_ends_the_waiting_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    last = list(stream_answer(FakeEngine(), (), "请崩溃"))[-1]
    assert last.turns == (Turn("请崩溃", error=WORDS["unexpected"]),)
    assert "disk on fire" in caplog.text


def test_a_long_conversation_keeps_its_newest_turns() -> None:
    turns = tuple(Turn(str(n), ANSWER) for n in range(KEPT + 5))
    assert [turn.question for turn in next(stream_answer(FakeEngine(), turns, "新")).turns] == [
        *map(str, range(6, KEPT + 5)),
        "新",
    ]


@pytest.mark.parametrize(
    ("data", "asked"),
    [
        ({"text": "  问 ", "years": [2023, True, "2022", 1.5], "reports": ["a", 3, ""]}, Asked("问", (2023,), ("a",))),
        ({"text": ["x"], "years": 2023, "reports": None}, Asked("", (), ())),
        ("text", Asked("", (), ())),
        ({"text": "长" * 3000}, Asked("长" * 2000, (), ())),
    ],
)
def test_what_the_browser_sends_is_checked(data: object, asked: Asked) -> None:
    assert read_asked(data) == asked


def test_a_forged_address_opens_nothing() -> None:
    assert read_opened({"report": 7, "start": "0", "end": None, "figures": "x"}) == Opened("", 0, 0, ())
    assert read_opened({"report": "a", "start": 3, "end": 9, "figures": ["x"]}) == Opened("a", 3, 9, ("x",))
    placed = read_opened({"report": "a", "start": 3, "end": 9, "places": [4, 6, 8, 7, 2, 5, 3]})
    assert placed == Opened("a", 3, 9, (), places=(Span(4, 6),))
    assert read_number({"turn": "1"}, "turn") == 0


def test_both_languages_have_the_same_slots() -> None:
    for key, word in WORDS.items():
        slots = [{part.split("}")[0] for part in text.split("{")[1:]} for text in (word.zh, word.en)]
        assert slots[0] == slots[1], key


def test_the_texts_for_the_script_cannot_close_it() -> None:
    assert "<" not in script_words()


def test_a_reader_in_chinese_is_told_in_chinese_and_without_the_command_line() -> None:
    error = UnknownReportError("no report 'a' in the store: see wenju list", chinese="资料库里没有这份报告。")
    assert told(error) == (
        '<span class="zh">资料库里没有这份报告。</span>'
        '<span class="en" lang="en">no report &#x27;a&#x27; in the store: see wenju list</span>'
    )
    assert told(WenjuError("only this")).count("only this") == 2
