"""What is said to the program gets a short reply; what asks something of the reports stays a question."""

import re

import pytest

from app.courtesies import Courtesy, courtesy_of, reply_to, without_courtesies
from app.engine import Engine
from app.json_objects import answer_object
from index.scope import Scope

REPORTS = {
    "2024年青岚县政府工作报告.txt": [
        "2024年青岚县政府工作报告",
        "一、2023年工作",
        "2023年青岚县产茶512吨。2022年青岚县产茶480吨。",
    ]
}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("greeting", "你好"),
        ("greeting", "您好，问据！"),
        ("greeting", "Good morning, everyone"),
        ("thanks", "非常感谢您的帮助。"),
        ("thanks", "OK, thanks a lot!"),
        ("farewell", "谢谢，再见"),
        ("farewell", "See you later"),
        ("assent", "知道了"),
        ("assent", "Got it."),
        ("about", "你好，你能做什么？"),
        ("about", "怎么用"),
        ("about", "What's your name?"),
        ("about", "How does this work?"),
        ("about", "帮助"),
    ],
)
def test_courtesies_are_told_by_what_they_want(kind: Courtesy, said: str) -> None:
    assert courtesy_of(said) == kind


@pytest.mark.parametrize(
    "asked",
    [
        "你好，2023年产茶多少吨？",
        "谢谢，那前年呢？",
        "去年呢？",
        "为什么？",
        "有哪些文件？",
        "能做什么工作？",
        "帮助了多少人？",
        "How does the scheme work?",
        "Thanks, and in 2022?",
        "What is it for?",
        "早稻",
        "你好" * 40,
    ],
)
def test_what_asks_something_of_the_reports_is_a_question(asked: str) -> None:
    assert courtesy_of(asked) is None


@pytest.mark.parametrize("said", ["你好", "谢谢", "再见", "好的", "你是谁", "hello", "thanks", "bye", "ok", "what can you do"])
def test_a_reply_is_an_abstention_without_sources_scope_and_numerals(said: str) -> None:
    reply = reply_to(said)
    assert reply is not None
    assert (reply.abstained, reply.courtesy, reply.figures, reply.citations, reply.scope) == (True, True, (), (), Scope())
    assert not re.search(r"\d", reply.answer)
    assert bool(re.search("[一-龥]", reply.answer)) == bool(re.search("[一-龥]", said))


def test_a_conversation_goes_on_over_courtesies(engine: Engine) -> None:
    followed = engine.ask("那2022年呢？", history=["青岚县2023年产茶多少吨？", "谢谢"])
    assert [f.text for f in followed.figures] == ["480吨"]
    assert without_courtesies(["青岚县2023年产茶多少吨？", "谢谢"]) == ("青岚县2023年产茶多少吨？",)


def test_the_object_of_a_reply_is_that_of_an_abstention(engine: Engine) -> None:
    told = answer_object(engine.ask("您好"), id="a")
    assert (told["abstained"], told["figures"], told["citations"]) == (True, [], [])
    assert str(told["answer"]).startswith("您好。")
