"""The proof rule on a printed answer: every numeral stands in a quote, in the question or in a shown figure with its proof."""

import re
import unicodedata
from collections.abc import Iterator

from eval.outputs import AnswerOutput
from eval.sets import Question

_PROOFS = frozenset({"quoted", "converted", "derived"})
_CITATION_MARK = re.compile(r"\[\^?\d+\]|【\d+】")
_NUMERAL = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GAP = re.compile(r"(?<=\d)\s+(?=\d)")


def unproven_numerals(question: Question, output: AnswerOutput) -> tuple[str, ...]:
    """Return the numerals of an answer that nothing shown proves, in order.

    Proven is what stands in the quote, title or section of a citation, in the question or its history, or in the text or
    formula of a figure that names its proof. Marks of citations ("[1]") are no numerals. An abstention shows no figures and
    is not searched.
    """
    if output.abstained:
        return ()
    proven = {numeral for source in _sources(question, output) for numeral in _numerals_of_source(source)}
    printed = unicodedata.normalize("NFKC", _CITATION_MARK.sub(" ", output.answer))
    return tuple(numeral for numeral in _NUMERAL.findall(printed) if numeral.replace(",", "") not in proven)


def _sources(question: Question, output: AnswerOutput) -> Iterator[str]:
    yield question.question
    yield from question.history
    for citation in output.citations:
        yield citation.quote.text
        yield citation.title
        yield from citation.section
    for figure in output.figures:
        if figure.proof in _PROOFS:
            yield figure.text
            yield figure.formula


def _numerals_of_source(source: str) -> Iterator[str]:
    """Yield the numerals of a text without thousands separators; digits set apart (１ ９ ９ ８) are read both ways."""
    text = unicodedata.normalize("NFKC", source)
    for reading in (text, _GAP.sub("", text)):
        for numeral in _NUMERAL.findall(reading):
            yield numeral.replace(",", "")
