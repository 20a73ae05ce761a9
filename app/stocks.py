"""Prefer what there is to what was added: 新增50家，总数达136家 answers 有多少家 with 136."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.choosing import Chosen
from app.computed import sentence_of
from corpus.figures.numerals import fold
from index.query import Query

_TRIED = 4
# Words of a question that may ask for what was added.
_ADDED_ASKED = re.compile(
    r"(?<!高)新(?![能材型兴疆区])|增|认定|培育|获批|登记|注册|设立|引进|引育|创建|评|申报|入选|\bnew|\badd|\bincrease"
)
_ADDED = re.compile(r"(?:新增|净增|新认定|新培育|新获批|新登记|新设)[^，。；、]{0,20}$")
_THERE = re.compile(r"(?:总数|总量|总计|累计|总共|保有量|存量|达)[^，。；、\d]{0,6}$")
_LEAD, _GAP = 30, 24
_AHEAD = 0.01


def stock_first(query: Query, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Return the figures with the total before what was added to it, where the question does not ask for what was added."""
    if _ADDED_ASKED.search(fold(query.text).lower()):
        return chosen
    for added in chosen[:_TRIED]:
        total = _total_beside(added, chosen)
        if total is not None and chosen.index(total) > chosen.index(added):
            at = chosen.index(added)
            rest = [c for c in chosen if c is not total]
            # Its score goes along, for the order is made anew beside other places.
            return [*rest[:at], replace(total, score=added.score + _AHEAD), *rest[at:]]
    return chosen


def _total_beside(added: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    sentence, start = added.candidate.sentence, added.candidate.sentence.start
    if not _ADDED.search(
        sentence.text[max(0, added.candidate.figure.start - start - _LEAD) : added.candidate.figure.start - start]
    ):
        return None
    same = sorted((c for c in chosen if sentence_of(c) == sentence_of(added)), key=lambda c: c.candidate.figure.start)
    for first, second in pairwise(same):
        a, b = first.candidate.figure, second.candidate.figure
        gap = sentence.text[a.end - start : b.start - start]
        if first is added and a.unit == b.unit and b.value > a.value and len(gap) <= _GAP and _THERE.search(gap):
            return second
    return None
