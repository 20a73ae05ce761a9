"""Derive from figures of one sentence what a question asks of them: what is left over, what is beyond a plan."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.standing import behind, beside, between
from app.subquestions import subquestions
from app.working.computed import Computed
from app.working.deriving import difference
from corpus.figures.numerals import fold
from index.query import Query

_TRIED = 3
_LEFT = re.compile(
    r"(?:还有|尚有|剩下?|余下)(?:多少|几)[^，。？]{0,6}?[没未]|[没未]有?[一-龥]{1,4}的?(?:还|有|是|剩)*(?:多少|几)|还(?:剩|差)下?(?:多少|几)"
)
_DONE = re.compile("已|完成|办结|解决|建成|投用|化解|整改|销号|兑现")
_STATED = re.compile("未|没|尚|剩|余")
_BEYOND = re.compile(
    r"[，,]?(?:大大|大幅|远远?)?(?:超过|超出|超|高于|多于|低于|少于|比)了?(?:原定|原来|原|年初|预定|预期|五年|国家)*的?(?:计划|目标|指标|预算|预期|任务)[^，。；]{0,6}"
)
_BEYOND_ASKED = re.compile(r"(?:比|较|超过?|超出)[^，。？]{0,6}(?:计划|目标|指标|预算|预期|任务).{0,10}(?:多|少|高|低|超)")
_CALLED_PLAN = re.compile(
    r"^(?:左右|以上|以下|以内)?的?(?:年初|年度|全年|既定|预定|原定|调控)?(?:预期|预定|计划|工作|调控)?(?:目标|预期|计划数?|指标)"
)
_ABOVE_OR_BELOW = re.compile(r"[，,]?(?:略|大大|大幅|明显|远)?(?:超过|超出|超|高于|多于|低于|少于)了?")


def left_over(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive what is left where the reports give the whole and what is done: 提出问题676个、已解决623个."""
    if not _LEFT.search(fold(query.text)):
        return None
    for whole, done in _neighbours(found):
        way = between(whole, done)
        fits = whole.candidate.figure.value > done.candidate.figure.value and _DONE.search(way) and not _STATED.search(way)
        result = difference(whole.candidate.figure, done.candidate.figure) if fits else None
        if result is not None:
            return Computed(replace(result, kind="level"), (whole, done), ("", ""))
    return None


def beyond_plan(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive how far an outcome is from the plan that its own clause names: 共为493亿元，超过原定计划427.4亿元的15.3%."""
    if not _BEYOND_ASKED.search(fold(query.text)):
        return None
    for outcome, plan in _neighbours(found):
        if _BEYOND.fullmatch(between(outcome, plan)):
            result = difference(outcome.candidate.figure, plan.candidate.figure)
            if result is not None and result.value:
                return Computed(result, (outcome, plan), ("", ""))
    return None


def outcome_and_plan(query: Query, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return an outcome and the plan that its clause names, where a question asks for both: 增长11.3%，低于13%左右的预期目标."""
    asked = [part.need.status for part in subquestions(query)]
    if len(asked) != 2 or "target" not in asked or len(set(asked)) == 1:
        return None
    for outcome, plan in _neighbours(found):
        way = between(outcome, plan)
        if _BEYOND.fullmatch(way) or (_ABOVE_OR_BELOW.fullmatch(way) and _CALLED_PLAN.search(behind(plan))):
            return outcome, plan
    return None


def _neighbours(found: Sequence[Chosen]) -> list[tuple[Chosen, Chosen]]:
    """Return the pairs of neighbours in a sentence, of one unit, of which one is among the likeliest figures."""
    pairs = []
    for best in found[:_TRIED]:
        same = pairwise(beside(best, found))
        pairs += [(a, b) for a, b in same if best in (a, b) and a.candidate.figure.unit == b.candidate.figure.unit]
    return pairs
