"""What a report says of a value in the same breath: its rate behind it (收入3.1万元，增长5%; 投资7.4亿元，占六成), the value before a rate."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup
from app.choosing.standing import between, sentence_of
from app.working.ways import ends_of
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.asking import tells
from index.query import Query

# What stands between a value and its rate.
_GROWN = re.compile(
    r"(?:左右|以上)?[，,、（(\s]?(?:同比|比上年同期|比上年末?|比去年|比[^，。；、]{2,12}年|扣除(?:价格|物价)(?:上[升涨])?(?:的)?因素(?:后|[，,])?|按可比价格?(?:计算)?|年均|平均每年|实际|名义|可比口径|[，,\s])*"
    r"(?:增长|增加|增|上升|上涨|提高|下降|降低|减少|降)了?(?:约|近|超过?)?"
)
_SHARE = re.compile(r"(?:左右|以上)?[，,、（(\s]{1,2}占[^，,。；、\d]{0,14}?")
# Asked for what a value became, both ends of its way are told.
_BECAME = re.compile(
    r"(?:[降升调改增减提加涨][到至成为]|变成)了?(?:每[一-龥])?(?:百分之)?(?:多少|几)"
    r"|\b(?:lower(?:ed)?|raised?|reduced?|cut|increased?|brought|r[io]se|risen|f[ae]ll(?:en)?|gr[eo]w[n]?|climb(?:ed)?|shr[iau]nk|up|down|more|changes?|changed)\b"
)
_RATE_NAMED = re.compile(r"增[速幅]|[涨降]幅|增长(?:率|速度)|\bgrowth rate|\brate of (?:growth|increase|decline)")
_RATES = frozenset(["growth", "change"])
_TOLD = _RATES | {"share"}
_A_WAY = 2


def with_companion(chosen: Sequence[Chosen], found: Lookup) -> list[Chosen]:
    """Return the only figure of an answer, or A and B of 由A到B, with the rate behind it or the value before it.

    Where the question names what it wants, nothing is added.
    """
    if not chosen or len(chosen) > _A_WAY or not _is_open(found.query):
        return list(chosen)
    if len(chosen) == _A_WAY:
        rate = rate_behind(chosen[1], found.chosen) if _is_a_way(*chosen) else None
        return list(chosen) if rate is None else [*chosen, rate]
    best = chosen[0]
    ends = ends_of(best, found.chosen) if _asks_for_way(found.query.text) else None
    if ends is not None and best.candidate.figure.kind == "level":
        return list(ends)
    other = rate_behind(best, found.chosen) if best.candidate.figure.kind == "level" else _value_before(best, found.chosen)
    if other is not None and found.query.scope.compared:
        # What is told of the year before is no answer to a comparison with another.
        other = None
    return sorted((best, other), key=lambda c: c.candidate.figure.start) if other is not None else [best]


def _is_a_way(start: Chosen, end: Chosen) -> bool:
    a, b = start.candidate.figure, end.candidate.figure
    return sentence_of(start) == sentence_of(end) and (a.kind, a.unit) == (b.kind, b.unit) == ("level", a.unit)


def _is_open(query: Query) -> bool:
    """Tell a question that leaves open what is told: 那农民呢, 外汇储备翻了多少; 增长百分之几, 多少人, 目标增速 and 计划增长多少 do not."""
    need = query.need
    return not need.strict and not need.unit and not _asks_rate(query)


def _asks_for_way(question: str) -> bool:
    """Tell a question that is answered by both ends of a way; what there was after the cut is the second alone."""
    text = fold(question).lower()
    return _BECAME.search(text) is not None and (is_chinese(text) or not tells(text, "end became"))


def _asks_rate(query: Query) -> bool:
    """Tell a question for a rate by its name, or for how much something is to grow: how much that comes to is another aim."""
    need = query.need
    return "growth" in need.kinds and (need.status == "target" or _RATE_NAMED.search(fold(query.text).lower()) is not None)


def rate_behind(value: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the rate or share that is told of a value right behind it."""
    return next((c for c in _others(value, chosen) if _is_rate_of(c, value)), None)


def _value_before(rate: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    values = (c for c in _others(rate, chosen) if c.candidate.figure.kind == "level")
    return next((c for c in values if _is_rate_of(rate, c)), None)


def _others(one: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the other figures of a sentence, best first."""
    return [c for c in chosen if c is not one and sentence_of(c) == sentence_of(one)]


def _is_rate_of(rate: Chosen, value: Chosen) -> bool:
    figure = rate.candidate.figure
    told = (_GROWN if figure.kind in _RATES else _SHARE).fullmatch(between(value, rate)) is not None
    return told and figure.start >= value.candidate.figure.end and figure.kind in _TOLD
