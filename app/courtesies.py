"""What is said to the program and asks nothing of the reports: greetings, thanks, farewells, assent, questions about itself.

In goes what was written, out comes a short reply, or None where anything else stands in it: 你好，去年产量是多少 is a question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from app.answer import Answer
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.scope import Scope

Courtesy = Literal["about", "farewell", "thanks", "greeting", "assent"]

# What wants an answer most goes first.
_KINDS: tuple[Courtesy, ...] = get_args(Courtesy)
# Longer than any courtesy, even one that consists of several (谢谢，再见).
_LONGEST = 60
_NO_WORD = re.compile(r"[\W_]+")
_APOSTROPHE = re.compile(r"['’](?=s\b)")
_NAME = re.compile(r"\{[a-z]+\}")

_REPLIES: dict[Courtesy, tuple[str, str]] = {
    "about": (
        "问据只回答资料库里的报告说了什么：每个数字都附报告的原句，报告没有说的，会直接说没有。"
        "可以问某地某年的一个数，问几年的变化、两项的差和占比，也可以问谁、哪些、为什么，再接着追问。"
        "核对稿子用“核对数据”（wenju check），看一个指标的历年数值用“趋势”（wenju trend），看收了哪些报告用“资料库”（wenju list）。",
        "Wenju answers what the reports of its library say, every figure with its sentence; what they do not say, you are told plainly. "
        "Ask for a figure of a place and a year, for several years, for a difference or a share, or ask who, which and why, and follow up. "
        "To check a draft there is Check (wenju check), for a measure over the years Trends (wenju trend), for the reports there are Library (wenju list).",
    ),
    "greeting": (
        "您好。请问一件报告里的事：某地某年的一个数、几年的变化，或者谁、哪些、为什么，例如“去年粮食产量是多少？”。",
        "Hello. Ask for something that the reports say: a figure of a place and a year, several years, or who, which and why, "
        'as in "What was the grain output last year?"',
    ),
    "thanks": ("不客气。还可以接着问。", "You are welcome. Go on asking if there is more."),
    "farewell": ("再见。", "Goodbye."),
    "assent": ("好的。还可以接着问。", "All right. Go on asking if there is more."),
}


@dataclass(frozen=True, slots=True)
class _Said:
    """The courtesies of a language: a text that consists of nothing else, and each by itself in a group of its kind."""

    whole: re.Pattern[str]
    single: re.Pattern[str]


@cache
def _said(language: str) -> _Said:
    """Read the courtesies of a language from their table: kind, language and pattern a line, names of patterns in curly brackets."""
    lines = Path(__file__).with_name("courtesies.tsv").read_text(encoding="utf-8").split("\n")
    told: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for kind, of, pattern in (line.split("\t") for line in lines if line and not line.startswith("#")):
        if kind.startswith("name "):
            names[f"{{{kind[5:]}}}"] = f"(?:{pattern})"
        elif of == language:
            told.setdefault(kind, []).append(_NAME.sub(lambda name: names[name[0]], pattern))
    filler = "|".join(told["filler"])
    groups = [f"(?P<{kind}>{'|'.join(told[kind])})" for kind in _KINDS]
    every = "|".join((*("|".join(told[kind]) for kind in _KINDS), filler))
    # English words are set apart, Chinese ones are not.
    if language == "en":
        return _Said(re.compile(rf"(?:(?:{every})(?: |$))+"), re.compile("|".join(rf"\b(?:{g})\b" for g in (*groups, filler))))
    return _Said(re.compile(f"(?:{every})+"), re.compile("|".join((*groups, f"(?:{filler})"))))


def is_courtesy(text: str) -> bool:
    """Tell what is said to the program and asks nothing of the reports."""
    return courtesy_of(text) is not None


def courtesy_of(text: str) -> Courtesy | None:
    """Return which courtesy a text consists of; of several the one that wants an answer most."""
    if len(text) > _LONGEST:
        return None
    chinese = is_chinese(text)
    flat = _NO_WORD.sub("" if chinese else " ", _APOSTROPHE.sub("", fold(text).lower())).strip()
    said = _said("zh" if chinese else "en")
    if not said.whole.fullmatch(flat):
        return None
    found = {match.lastgroup for match in said.single.finditer(flat)}
    return next((kind for kind in _KINDS if kind in found), None)


def reply_to(text: str) -> Answer | None:
    """Return the reply to a courtesy: an abstention that says what can be asked and cites nothing; None for a question."""
    kind = courtesy_of(text)
    if kind is None:
        return None
    chinese, english = _REPLIES[kind]
    return Answer(text, chinese if is_chinese(text) else english, True, Scope(), (), (), 0.0, courtesy=True)


def without_courtesies(questions: Sequence[str]) -> tuple[str, ...]:
    """Return the questions of a conversation that others may follow."""
    return tuple(question for question in questions if not is_courtesy(question))
