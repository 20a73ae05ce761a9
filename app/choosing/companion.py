"""The rate that a report gives right behind a value (1900多元，实际增长9%), or the value right before a rate: one answer tells both."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup
from index.query import Query

# What stands between a value and its rate.
_GROWN = re.compile(
    r"(?:左右|以上)?[，,、（(\s]?(?:同比|比上年同期|比上年末?|比去年|比[^，。；、]{2,12}年|扣除价格因素|按可比价格?(?:计算)?|年均|平均每年|实际|名义|可比口径|[，,\s])*"
    r"(?:增长|增加|增|上升|上涨|提高|下降|降低|减少|降)了?(?:约|近|超过?)?"
)
_RATES = frozenset(["growth", "change"])


def with_companion(chosen: Sequence[Chosen], found: Lookup) -> list[Chosen]:
    """Return the only figure of an answer with the rate behind it or the value before it, unless the question names what it wants."""
    if len(chosen) != 1 or not _is_open(found.query):
        return list(chosen)
    best = chosen[0]
    other = _rate_behind(best, found.chosen) if best.candidate.figure.kind == "level" else _value_before(best, found.chosen)
    return sorted((best, other), key=lambda c: c.candidate.figure.start) if other is not None else [best]


def _is_open(query: Query) -> bool:
    """Tell a question that leaves open what is told: 那农民呢, 外汇储备翻了多少; 增长百分之几 and 多少人 do not."""
    return not query.need.strict and not query.need.unit


def _rate_behind(value: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    return next((c for c in _beside(value, chosen) if _is_rate_of(c, value)), None)


def _value_before(rate: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    values = (c for c in _beside(rate, chosen) if c.candidate.figure.kind == "level")
    return next((c for c in values if _is_rate_of(rate, c)), None)


def _beside(one: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    place = _place(one)
    return [c for c in chosen if c is not one and _place(c) == place]


def _place(c: Chosen) -> tuple[int, int]:
    return c.candidate.sentence.ranked.passage.id, c.candidate.sentence.start


def _is_rate_of(rate: Chosen, value: Chosen) -> bool:
    figure, sentence = value.candidate.figure, value.candidate.sentence
    between = sentence.text[figure.end - sentence.start : max(0, rate.candidate.figure.start - sentence.start)]
    behind = rate.candidate.figure.start >= figure.end and rate.candidate.figure.kind in _RATES
    return behind and bool(_GROWN.fullmatch(between))
