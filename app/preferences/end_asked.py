"""The end of a way where a question asks what a value became: of from $150 to $100, 改成多少 asks for the second."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, sentence_of
from app.working.ways import asks_both_ends, asks_change, ends_of
from corpus.figures.numerals import fold
from index.asking import tells
from index.query import Query

_CALLED_MOST = re.compile("(?:最多|至多|顶多|最高)[^，,。；;、\\d]{0,10}$")
_CALLED_LEAST = re.compile("(?:最少|至少|起码|最低)[^，,。；;、\\d]{0,10}$")
_NEAR = 12
_RANGE = re.compile(r"\s?(?:到|至|—+|-+|~|～| to )\s?")


def end_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the second value of a way that the best begins, where what it became is asked, or the first for what it was."""
    text = fold(query.text).lower()
    if asks_both_ends(query):
        return None
    if (most := tells(text, "end most")) != tells(text, "end least"):
        return _bound(best, chosen, upper=most)
    if tells(text, "end was") and not asks_change(text) and (pair := ends_of(best, chosen)) is not None:
        return pair[0] if pair[1] is best else None
    if not tells(text, "end became") and (asks_change(text) or tells(text, "end was") or tells(text, "end perhaps was")):
        return None
    pair = ends_of(best, chosen)
    if pair is None or pair[0] is not best or _is_dated_apart(query, *pair):
        return None
    return pair[1]


def _is_dated_apart(query: Query, start: Chosen, end: Chosen) -> bool:
    """Tell a way of which the start is of the year asked about and the end of another: 由1988年的30%降为1989年的28%."""
    asked = {str(year) for year in query.scope.years}
    return start.candidate.figure.period in asked and end.candidate.figure.period not in asked


def _bound(best: Chosen, chosen: Sequence[Chosen], *, upper: bool) -> Chosen | None:
    """Return the other bound of the range that the best is the wrong one of."""
    figure, sentence = best.candidate.figure, best.candidate.sentence
    for c in chosen[1:]:
        other = c.candidate.figure
        first, last = (figure, other) if upper else (other, figure)
        if sentence_of(c) != sentence_of(best) or other.unit != figure.unit or first.end > last.start:
            continue
        if first.value < last.value and _RANGE.fullmatch(sentence.text[first.end - sentence.start : last.start - sentence.start]):
            return c
    return _called_bound(best, chosen, _CALLED_MOST if upper else _CALLED_LEAST)


def _called_bound(best: Chosen, chosen: Sequence[Chosen], called: re.Pattern[str]) -> Chosen | None:
    """Return the value of the best one's sentence and unit that is called the most, or the least, if the best is not: 最高也只有5%."""
    if called.search(fold(ahead(best))):
        return None
    unit = best.candidate.figure.unit
    beside = (c for c in chosen[1:_NEAR] if sentence_of(c) == sentence_of(best) and c.candidate.figure.unit == unit)
    return next((c for c in beside if called.search(fold(ahead(c)))), None)
