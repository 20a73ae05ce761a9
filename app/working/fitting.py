"""How well figures fit the lookups of a computation, and one another."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.likeness import likeness, named_alike
from app.choosing.standing import sentence_of
from app.working.computed import is_part, is_part_of
from app.working.deriving import Derived
from app.working.of_year import may_be_of, starts_a_way
from app.working.operands import TOWN_OR_COUNTRY, Operation
from app.working.shared_out import stand_in_turn
from app.working.ways import ends_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.places import NATION
from index.query import Query
from index.unit_classes import class_of_unit

_SAME_SENTENCE, _SAME_REPORT, _GIVEN = 3.0, 0.5, 4.0
_WAY, _PART, _WORDS, _NAMED, _SIBLINGS = 2.0, 3.0, 3.0, 2.0, 4.0
_WRONG_YEAR, _WRONG_STATUS, _WRONG_WAY, _WRONG_UNIT = 3.0, 1.5, 4.0, 3.0
_RATE_UNASKED = 1.0
_IN_TURN = 12.0
# A measure of a part of the people, or another measure than the mean: none of them stands for the whole unless it is asked for.
_NARROWER = (*TOWN_OR_COUNTRY, re.compile("收入组"), re.compile("中位数"))


def fit(operation: Operation, chosen: Sequence[Chosen], result: Derived) -> float:
    """Return how well figures fit their lookups and one another."""
    score = sum(c.score for c in chosen) + _fit_together(operation, chosen)
    for operand, c in zip(operation.operands, chosen, strict=True):
        if operation.kind in {"difference", "ratio", "sum"}:
            score += _NAMED * _named_for_its_own(operation, operand, c)
        score += _WORDS * speaks_of_its_own(operation, operand, c) - _misfit(operation, operand, c, chosen)
        if operation.kind != "sum" and fold(c.candidate.figure.text) in fold(operand.text):
            score += _GIVEN
    if operation.rising and (result.value > 0) != (operation.rising > 0):
        score -= _WRONG_WAY
    return score


def _fit_together(operation: Operation, chosen: Sequence[Chosen]) -> float:
    score = 0.0
    if len({sentence_of(c) for c in chosen}) == 1:
        score += _SAME_SENTENCE
    elif len({c.candidate.sentence.ranked.passage.report for c in chosen}) == 1:
        score += _SAME_REPORT
    if operation.compares_places or operation.compares_years:
        score += sum(likeness(a.candidate, b.candidate) for a, b in pairwise(chosen))
    elif operation.kind in {"difference", "ratio"} and len({sentence_of(c) for c in chosen}) == 1:
        # 70所小学、30所中学: what is set side by side is named alike.
        score += _SIBLINGS * sum(_are_alike(a, b) for a, b in pairwise(chosen))
    if operation.kind == "per":
        amount, count = operation.operands
        # 平均每位游客花多少钱 names no amount: what stands behind the number is meant.
        turn = _IN_TURN if set(amount.terms) <= set(count.terms) else _PART
        return score + (turn if stand_in_turn(*chosen) else 0.0)
    if len({c.candidate.figure.unit for c in chosen}) > 1:
        score -= _WRONG_UNIT
    score -= _WRONG_UNIT * _are_unlike(operation, chosen)
    if (operation.kind == "share" and is_part_of(chosen[0], chosen[1])) or (
        operation.takes_out and is_part_of(chosen[1], chosen[0])
    ):
        score += _PART if sentence_of(chosen[0]) == sentence_of(chosen[1]) else _PART + _SAME_SENTENCE
    if operation.compares_years and ends_of(chosen[1], chosen) == (chosen[1], chosen[0]):
        score += _WAY
    return score


def _are_unlike(operation: Operation, chosen: Sequence[Chosen]) -> bool:
    """Tell figures of kinds that are not set side by side: 收入90亿元，比上年增加4亿元."""
    kinds = {c.candidate.figure.kind for c in chosen}
    if operation.kind == "share" and all("人均" in c.candidate.figure.subject for c in chosen):
        # What each townsman spends is a share of what each townsman earns.
        return any(len({p.search(c.candidate.figure.subject) is None for c in chosen}) > 1 for p in TOWN_OR_COUNTRY)
    moved = operation.kind in {"difference", "sum"} and not operation.compares_years and {"level", "change"} <= kinds
    return moved or {"growth", "share"} <= kinds


def _are_alike(a: Chosen, b: Chosen) -> float:
    """Return how far figures of one sentence are called alike; parts of one whole are, whatever they are called (其中甲4%，乙6%)."""
    one_sort = (a.candidate.figure.kind, a.candidate.figure.unit) == (b.candidate.figure.kind, b.candidate.figure.unit)
    parts = one_sort and is_part(a) and is_part(b)
    return 1.0 if parts else named_alike(a.candidate, b.candidate)


def _misfit(operation: Operation, operand: Query, c: Chosen, chosen: Sequence[Chosen]) -> float:
    """Return what speaks against a figure as an operand: another year, status or sort of unit, or a part where the whole is asked for."""
    figure = c.candidate.figure
    score = 0.0
    beside = len({sentence_of(o) for o in chosen if is_part(o)}) == 1 and all(is_part(o) for o in chosen)
    if operation.kind == "difference" and is_part(c) and not beside and "其中" not in operand.text:
        score += _PART
    if operation.takes_out and c is chosen[0] and is_part(c) and "其中" not in operand.text:
        # Of the whole a part is taken out, not of another part.
        score += _PART + _SAME_SENTENCE
    if any(p.search(figure.subject) and not p.search(fold(operand.text)) for p in _NARROWER):
        score += _PART
    if NATION in operand.scope.places and "地区" in figure.subject:
        # A region of the nation has no nation's share in it.
        score += _PART + _SAME_SENTENCE if operation.kind == "share" else _PART
    if not may_be_of(operand, c) and not starts_a_way(c, chosen):
        score += _WRONG_YEAR
    return score + _misfit_of_sort(operation, operand, c)


def _misfit_of_sort(operation: Operation, operand: Query, c: Chosen) -> float:
    """Return what speaks against a figure by its status, its kind and its unit."""
    figure = c.candidate.figure
    score = 0.0
    # Of years that are compared the outcomes are meant, where they are known.
    planned = operation.compares_years and operand.need.status is None and figure.status == "target"
    if planned or operand.need.status not in {None, figure.status}:
        score += _WRONG_STATUS
    if operation.kind not in {"share", "ratio"} and operand.need.kinds and figure.kind not in operand.need.kinds:
        score += _WRONG_STATUS
    if operation.kind in {"share", "ratio"} and figure.kind == "change":
        # By how much the part grew is no part of the whole.
        score += _WRONG_UNIT
    if operation.kind == "difference" and not operand.need.unit_class and figure.kind in {"growth", "share"}:
        # 增加值比…多多少 asks for an amount.
        score += _RATE_UNASKED
    if operand.need.unit_class and class_of_unit(figure.unit) != operand.need.unit_class:
        score += _WRONG_UNIT
    return score


def speaks_of_its_own(operation: Operation, operand: Query, c: Chosen) -> float:
    """Return how far the words around a figure speak of what only its own lookup asks for: 收入 and 支出 of one sentence."""
    others = {t for o in operation.operands if o is not operand for t in o.terms}
    own = [i for i, t in enumerate(operand.terms) if t not in others]
    spoken = c.candidate.spoken.own
    return sum(float(spoken[i]) for i in own) / len(own) if own else 0.0


def _named_for_its_own(operation: Operation, operand: Query, c: Chosen) -> float:
    """Return how much of what only its own lookup asks for stands in the name of a figure, letter for letter."""
    others = {t for o in operation.operands if o is not operand for t in o.terms}
    own = [t for t in operand.terms if t not in others and len(t) > 1]
    name = matching_text(c.candidate.figure.subject)
    if operation.kind == "sum" and any(len(t) > 1 and t in name for t in others - set(operand.terms)):
        # What names two of the things that are added up is neither of them.
        return 0.0
    # 新建和改造的农贸市场: what is counted stands behind 的, and what was done with it is said of others in the sentence too.
    head = operand.text.rpartition("的")[2]
    groups = (own, [t for t in own if t in head])
    return max((sum(_is_within(t, name) for t in group) / len(group) for group in groups if group), default=0.0)


def _is_within(word: str, name: str) -> bool:
    """Tell a word that a name holds, whole or with letters between its own: 硕士生 in 硕士研究生."""
    if word in name:
        return True
    letters = iter(name)
    return len(word) > 2 and word[0] == name[:1] and word[-1] == name[-1:] and all(letter in letters for letter in word)
