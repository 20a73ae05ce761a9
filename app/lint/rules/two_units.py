"""One quantity in two units: 粮食5.90亿斤，折合28.5万吨 are not the same."""

import re
from collections.abc import Iterator

from app.lint.finding import Oddity
from app.lint.interval import interval
from app.lint.statements import Reading, Sentence
from app.working.deriving import write_value
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure

_THAT_IS = re.compile(r"^[,，]?(?:折合|折算|换算|约合|合|折|即|相当于)(?:成|为)?$")
_BRACKET = re.compile(r"^\((?:折合|合|约合|即)?$")


def check_units(reading: Reading) -> list[Oddity]:
    """Return the quantities that are told in two units of one dimension with different values."""
    found: list[Oddity] = []
    for sentence in reading.sentences:
        for first, second in zip(sentence.figures, sentence.figures[1:], strict=False):
            between, behind = sentence.between(first, second), sentence.between(second, None)
            if _THAT_IS.match(between) or (_BRACKET.match(between) and behind.startswith(")")):
                found += _check(sentence, first, second)
    return found


def _check(sentence: Sentence, first: Figure, second: Figure) -> Iterator[Oddity]:
    if first.unit == second.unit or first.kind != second.kind or not first.unit:
        return
    one, other = interval(first, second.unit), interval(second)
    value = convert(first.value, first.unit, second.unit)
    if one is None or other is None or value is None or one.meets(other):
        return
    a, b, shown = first.text.strip(), second.text.strip(), write_value(value, second.unit, second)
    yield Oddity(
        "error", f"两种单位的数值不符：{a}合{shown}，原文为{b}", f"two units, two values: {a} is {shown}, the text says {b}",
        f"{a} = {shown} ≠ {b}", (sentence.place(first), sentence.place(second)),
    )  # fmt: skip
