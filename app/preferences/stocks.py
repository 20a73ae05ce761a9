"""Prefer what there is to what was added, and a total to its parts: 新增50家，总数达136家 answers 有多少家 with 136."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, beside, between, sentence_of
from app.working.computed import is_part
from corpus.figures.numerals import fold
from index.query import Query

_TRIED, _TRIED_TOTALS = 4, 8
# Words of a question that may ask for what was added.
_ADDED_ASKED = re.compile(
    r"(?<!高)新(?![能材型兴疆区])|增|[又再](?:有|添|多|来)了?(?:多少|几)|认定|培育|获批|登记|注册|设立|引进|引育|创建|评|申报|入选|\bnew|\badd|\bincrease"
)
_ADDED = re.compile(r"(?:新增|净增|新认定|新培育|新获批|新登记|新设)[^，。；、]{0,20}$")
_THERE = re.compile(r"(?:总数|总量|总计|累计|总共|保有量|存量|达)[^，。；、\d]{0,6}$")
# 又添了几张床 asks for what was added as 新增 does.
_ADDED_WANTED = re.compile(
    "新(?:增|添|建|开|设|办|招|盖|修)|[又再增]添|添了|又(?:有|多|来)了?(?:多少|几)|又(?:新)?(?:增|建|开|设|办|招|盖|修)了?(?:多少|几)"
)
_ADDED_BEHIND = re.compile(
    "^[，,；;]?(?:其中)?[，,]?(?:本年|当年|今年|全年|年内)?(?:度)?(?:新增|净增|新设|新建|新开)[^，。；、]{0,20}$"
)
_MADE = re.compile("新|增|建成|添|改造")
_TOTAL_ASKED = re.compile("总数|总量|总额|总共|一共|全部|合计")
_NO_NAMES = frozenset(["", "总数", "总量", "总计", "累计", "总数量", "总额"])
_LEAD, _GAP = 30, 24
_AHEAD, _AS_WELL = 0.01, 0.3


def stock_first(query: Query, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Return the figures with what there is before what was added to it, and a total that is asked for before its parts.

    What was added stays first where the question asks for it.
    """
    question = fold(query.text).lower()
    if not _ADDED_ASKED.search(question):
        for added in chosen[:_TRIED]:
            stock = _stock_beside(added, chosen)
            if stock is not None and chosen.index(stock) > chosen.index(added):
                return moved(chosen, stock, added)
    if chosen and _TOTAL_ASKED.search(question) and is_part(chosen[0]):
        unit = chosen[0].candidate.figure.unit
        likely = (c for c in chosen[:_TRIED_TOTALS] if c.candidate.figure.unit == unit and not is_part(c))
        total = next((c for c in likely if "总" in c.candidate.figure.subject), None)
        return moved(chosen, total, chosen[0]) if total is not None else chosen
    if len(chosen) > 1 and "其中" not in question and is_part(chosen[0]) and _is_whole_of(chosen[1], chosen[0]):
        return moved(chosen, chosen[1], chosen[0])
    return chosen


def added_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return what was added where a question asks for it and the best figure is what there is by now: 床位共800张，其中本年新增30张."""
    asked = _ADDED_WANTED.search(fold(query.text).lower())
    if asked is None or _MADE.search(ahead(best)[-_LEAD:]):
        return None
    for first, second in pairwise(beside(best, chosen)):
        a, b, gap = first.candidate.figure, second.candidate.figure, between(first, second)
        if first is best and a.unit == b.unit and b.value < a.value and _ADDED_BEHIND.search(gap):
            return second
    return None


def _is_whole_of(whole: Chosen, part: Chosen) -> bool:
    """Tell a figure that fits as well as its part right behind it."""
    a, b = whole.candidate.figure, part.candidate.figure
    same = sentence_of(whole) == sentence_of(part) and a.unit == b.unit and not is_part(whole)
    return same and a.start < b.start and a.value > b.value and part.score - whole.score <= _AS_WELL


def moved(chosen: Sequence[Chosen], better: Chosen, other: Chosen) -> list[Chosen]:
    """Return the figures with one right before another, in score and name (总数 is none) too: the order is made anew elsewhere."""
    at = chosen.index(other)
    figure = better.candidate.figure
    named = replace(figure, subject=other.candidate.figure.subject) if figure.subject in _NO_NAMES else figure
    first = replace(better, score=other.score + _AHEAD, candidate=replace(better.candidate, figure=named), meant=True)
    rest = [c for c in chosen if c is not better]
    return [*rest[:at], first, *rest[at:]]


def _stock_beside(added: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    if not _ADDED.search(ahead(added)[-_LEAD:]):
        return None
    for first, second in pairwise(beside(added, chosen)):
        a, b, gap = first.candidate.figure, second.candidate.figure, between(first, second)
        if first is added and a.unit == b.unit and b.value > a.value and len(gap) <= _GAP and _THERE.search(gap):
            return second
    return None
