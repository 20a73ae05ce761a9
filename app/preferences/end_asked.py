"""The end of a way where a question asks what a value became: of from $150 to $100, 改成多少 asks for the second."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.working.computed import sentence_of
from app.working.ways import asks_both_ends, asks_change, ends_of
from corpus.figures.numerals import fold
from index.query import Query

_BECAME = re.compile(
    r"(?:[到至成]|[降升调改增减提加涨]为)了?(?:每[一-龥])?(?:百分之)?(?:多少|几)"
    r"|\bto (?:what|how (?:many|much|high|low|large|long))\b|\b(?:after|following) (?:the|this|that|its|these|those) (?:[\w’'-]+ ){0,2}(?:change|rise|increase|cut|reduction|move|hike|revision|adjustment|reform)s?\b|\bnow (?:capped|allowed|stand)|\b(?:lowered|raised|reduced|cut|increased|brought|rise|rose|fall|fell|grow|grew|go|went) (?:up |down )?to\b|\bnew (?:[\w’'-]+ )?(?:rate|cap|limit|ceiling|level|maximum|minimum|threshold|amount|size)\b"
)


# 提高前是多少, 扩大范围以前有几个, 五年前起步的时候有多长
_WAS = re.compile(
    r"(?:提高|上调|下调|调整|提升|降低|下降|上升|扩大|扩围|扩面|增加|减少|压缩|缩短|延长|改革|降|升|涨|减|调|加|改|扩)[^，。？]{0,4}(?<![年月天日])(?:之|以)?前[，,]?[^。？]{0,24}?(?:多少|几|多[长大高])"
    r"|(?:原来|原先|原本|起初|最初|起步(?:时|的时候)?|开始的?时候?|之前|以前|此前|当初)(?:[^，。？]{0,8}?)(?:是|有|为|要|只有|仅)?(?:每[一-龥]{1,3})?(?:多少|几|多[长大高])"
    r"|\bfrom (?:what|how (?:many|much|high|low))\b(?![^?]*\bto (?:what|how)\b)|\bbefore (?:the|this|that|its|these|those|it|they) (?:[\w’'-]+ ){0,3}?(?:change[ds]?|rises?|rose|increase[ds]?|cuts?|reduc\w+|hikes?|rais\w+|lower\w*|revis\w+|adjust\w+|reform\w*|widen\w*|expan\w+)\b"
    r"|\b(?:originally|previously|formerly|beforehand|used to be|at the time)\b(?=[^.]*\?)"
)


# 最多能收多少, 至少有几家: of a range its upper, or its lower bound.
_MOST_ASKED = re.compile(r"(?:最多|至多|顶多|最高|上限|封顶)[^，。？]{0,12}(?:多少|几)|\b(?:at (?:the )?most|up to)\b")
_LEAST_ASKED = re.compile(r"(?:最少|至少|起码|最低|下限)[^，。？]{0,12}(?:多少|几)|\bat least\b")
_CALLED_MOST = re.compile("(?:最多|至多|顶多|最高)[^，,。；;、\\d]{0,10}$")
_CALLED_LEAST = re.compile("(?:最少|至少|起码|最低)[^，,。；;、\\d]{0,10}$")
_NEAR = 12
_RANGE = re.compile(r"\s?(?:到|至|—+|-+|~|～| to )\s?")


def end_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the second value of the way that the best is the first of, where the question asks for what it became; the first for what it was before."""
    text = fold(query.text).lower()
    if asks_both_ends(query):
        return None
    if (most := bool(_MOST_ASKED.search(text))) != bool(_LEAST_ASKED.search(text)):
        return _bound(best, chosen, upper=most)
    if _WAS.search(text) and not asks_change(text) and (pair := ends_of(best, chosen)) is not None:
        return pair[0] if pair[1] is best else None
    if not _BECAME.search(text):
        return None
    pair = ends_of(best, chosen)
    if pair is None or pair[0] is not best or _is_dated_apart(query, *pair):
        return None
    return pair[1]


def asks_what_was(query: Query) -> bool:
    """Tell a question that asks for what there was before something changed: 改革前有多少."""
    return _WAS.search(fold(query.text).lower()) is not None


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
    """Return the value of the best one's sentence and unit that is called the most, or the least, where the best is not: 多为2%，最高也只有5%."""
    if called.search(_lead(best)):
        return None
    unit = best.candidate.figure.unit
    beside = (c for c in chosen[1:_NEAR] if sentence_of(c) == sentence_of(best) and c.candidate.figure.unit == unit)
    return next((c for c in beside if called.search(_lead(c))), None)


def _lead(c: Chosen) -> str:
    sentence = c.candidate.sentence
    return fold(sentence.text[: c.candidate.figure.start - sentence.start])
