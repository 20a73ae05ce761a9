"""The numbers that a question in words quotes (那笔30.5万元, 编码20101): the sentence or row that answers it tells them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.choosing.sentences import Sentence
from corpus.figures.candidates import Quantity, find_quantities
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

# No year or date, no name with a digit in it (5A, G20).
_NUMBER = re.compile(r"(?<![a-z\d.,第])\d[\d,]*(?:\.\d+)?(?![\d.,]*\s?(?:年|月|日|号|[a-z]))")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
# 60亿以上 and about $10 are no numbers that a report writes so.
_ABOUT = re.compile(r"(?:超过?|多于|不足|不到|近|约|逾|突破|大概|差不多|over|about|around|nearly|almost|than)\s?\$?$")
_OR_SO = re.compile(r"[\d.,万亿千百]*[多余几来]|[^，。？\d]{0,5}(?:以上|以下|左右|上下)")
_HAN = re.compile("[一-龥]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number as it is written, without commas, and its value in the base unit where it has a unit."""

    digits: str
    value: Decimal | None


def telling_numbers(question: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that tell every number that a question quotes; all of them if none does or it quotes none."""
    quoted = quoted_numbers(question)
    return [s for s in sentences if quoted and all(_tells(s, q) for q in quoted)] or list(sentences)


def quoted_numbers(question: str) -> list[Quoted]:
    """Return the numbers of two digits and more that a question quotes to the digit."""
    text = fold(question).lower()
    quantities = _quantities(text)
    found = []
    for match in _NUMBER.finditer(text):
        digits = _plain(match[0])
        if len(digits) < 2 or _YEAR.fullmatch(digits) or _ABOUT.search(text[: match.start()]) or _OR_SO.match(text, match.end()):
            continue
        value = next((q.value for q in quantities if q.start <= match.start() < q.end), None)
        found.append(Quoted(digits, value))
    return found


def _quantities(text: str) -> Sequence[Quantity | Figure]:
    if _HAN.search(text):
        return find_quantities(text)
    from corpus.figures.english import english_figures

    return english_figures(text)


def _tells(sentence: Sentence, quoted: Quoted) -> bool:
    """Tell whether a sentence writes a number so, or has a figure of its value: 20万股 is told by 200,000."""
    written = {_plain(m[0]) for m in re.finditer(r"\d[\d,]*(?:\.\d+)?", fold(sentence.text))}
    return quoted.digits in written or any(abs(f.value) == quoted.value for f in sentence.stretch.figures)


def _plain(digits: str) -> str:
    return digits.replace(",", "")
