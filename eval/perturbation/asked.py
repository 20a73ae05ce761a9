"""Make claims of questions with known answers: what is asked in everyday words is claimed in them, with the value asked for, a wrong one or another's.

Claims made of the figures of reports (making.py) keep the reports' words; people do not.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.decimals import plain
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting

_ASKED = re.compile(
    r"(?:百分之多少|百分之几|多少|几)(?:个百分点|[万亿千]*(?:美元|元|斤|吨|人次|人|平方公里|平方米|公里|千瓦时|千瓦|户|辆|件|立方米)|[个家所项岁年亩件名次张座套位条天种%倍成])?"
)
_ASIDE = re.compile("^(?:请问|问一下|想知道|帮我查(?:一下)?|我想问)[，,]?")
_TAIL, _LONGEST_TAIL = "？?呢啊吗呀。 ", 10
_UNITS = {"$": "新元", "US$": "美元", "people": "人"}
# What is said of something that no report tells: any value will do.
_VALUES = ("3", "12", "47.6", "215", "38", "1620", "5.8")
_ABSENT_UNITS = ("亿元", "%", "个", "人")


def claims_of_questions(questions: Sequence[Mapping[str, Any]], *, seed: int) -> list[dict[str, Any]]:
    """Return claims of the questions with one place for a number and one value: right, miswritten, another value of the same sentence, or told by no report."""
    rng = random.Random(seed)
    return [claim for q in questions for claim in _claims(q, rng)]


def _claims(question: Mapping[str, Any], rng: random.Random) -> Iterator[dict[str, Any]]:
    text = _ASIDE.sub("", question["question"].strip())
    asked = list(_ASKED.finditer(text))
    if question.get("history") or len(asked) != 1 or len(text) - asked[0].end() > _LONGEST_TAIL + 1:
        return
    head, tail = text[: asked[0].start()], text[asked[0].end() :].rstrip(_TAIL)

    def claim(kind: str, value: str, verdict: str) -> dict[str, Any]:
        shared = next((k for k in range(len(tail), 0, -1) if value.endswith(tail[:k])), 0)
        return {
            "id": f"{question['id']}:{kind}", "claim": f"{head}{value}{tail[shared:]}。", "verdict": verdict, "correct": "", "kind": kind, "evidence": question["evidence"],
        }  # fmt: skip

    if question["type"] == "unanswerable":
        unit = re.sub("^(?:百分之多少|百分之几|多少|几)", "", asked[0][0]) or ("%" if "百分" in asked[0][0] else rng.choice(_ABSENT_UNITS))
        yield claim("asked_absent", rng.choice(_VALUES) + unit, "not_found")
    elif len(question["values"]) == len(question["evidence"]) == 1:
        value, unit = Decimal(str(question["values"][0]["value"])), question["values"][0]["unit"]
        yield claim("asked_right", plain(value) + _UNITS.get(unit, unit), "supported")
        wrong = _miswritten(plain(value), rng)
        if wrong is not None:
            yield claim("asked_wrong", wrong + _UNITS.get(unit, unit), "refuted")
        others = [f.text.strip() for f in _others(question["evidence"][0]["text"], value, unit)]
        if others:
            yield claim("asked_other", rng.choice(others), "refuted")


def _miswritten(value: str, rng: random.Random) -> str | None:
    """Return a number with another digit among its first two, None for one of a single digit."""
    digits = [i for i, c in enumerate(value) if c.isdigit()]
    if len(digits) < 2:
        return None
    at = rng.choice(digits[:2])
    return value[:at] + rng.choice([d for d in "123456789" if d != value[at]]) + value[at + 1 :]


def _others(text: str, value: Decimal, unit: str) -> Iterable[Figure]:
    """Return the figures of a text that have the unit of a value and another value."""
    figures = extract_figures(text, Setting())
    own = {f.unit for f in figures if f.unit and unit.endswith(f.unit)}
    right = [f for f in figures if f.unit in own and plain(value) in f.text.replace(",", "")]
    return [f for f in figures if right and f.unit == right[0].unit and f.kind == right[0].kind and f.value != right[0].value]
