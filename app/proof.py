"""The proof rule: no numeral reaches the user that is not quoted, converted, derived by a shown formula, or the user's own."""

import re
from dataclasses import replace

from app.answer import Answer
from corpus.matching import matching_text

_MARK = re.compile(r"\[\d+\]")
_NUMERAL = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_GAP = re.compile(r"(?<=\d)\s+(?=[\d.])|(?<=\.)\s+(?=\d)")


def unproven_numerals(answer: Answer, asked: str) -> tuple[str, ...]:
    """Return the numerals of an answer's text that stand in no quote, no shown figure or formula, no title or page and not in what was asked."""
    sources = [answer.question, asked]
    sources += [text for c in answer.citations for text in (c.quote, c.title, *c.section, str(c.page or ""))]
    sources += [text for f in answer.figures for text in (f.text, f.formula or "")]
    proven = {numeral for source in sources for numeral in _numerals(source)}
    return tuple(n for n in _numerals(_MARK.sub(" ", answer.answer), spaced=False) if n not in proven)


def keep_proven(answer: Answer, asked: str) -> Answer:
    """Return the answer without the lines that hold an unproven numeral: the last gate before the user, whatever wrote the text."""
    if not unproven_numerals(answer, asked):
        return answer
    lines = [line for line in answer.answer.splitlines() if not unproven_numerals(replace(answer, answer=line), asked)]
    return replace(answer, answer="\n".join(lines))


def _numerals(text: str, *, spaced: bool = True) -> list[str]:
    """Return the numerals of a text without separators; digits set apart by spaces are read both ways where `spaced`."""
    folded = matching_text(text)
    readings = (folded, _GAP.sub("", folded)) if spaced else (folded,)
    return [n.replace(",", "") for reading in readings for n in _NUMERAL.findall(reading)]
