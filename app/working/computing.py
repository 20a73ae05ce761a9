"""Find the figures that a computation needs, together: each fits its own lookup, and they fit one another."""

import re
from collections.abc import Sequence
from itertools import pairwise, product

from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.likeness import likeness, named_alike, same_measure
from app.choosing.lookup import Lookup, Lookups
from app.choosing.opening_day import before_opening
from app.refusals.contradiction import is_other_thing
from app.working.computed import Computed, is_part, sentence_of
from app.working.deriving import Derived, difference, ratio, share, total
from app.working.of_year import is_of, may_be_of, starts_a_way
from app.working.operands import Operation
from app.working.ways import ends_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.places import NATION
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED, _TRIED_BESIDE = 12, 8
_SAME_SENTENCE, _SAME_REPORT, _GIVEN = 3.0, 0.5, 4.0
_WAY, _PART, _RUN, _WORDS, _NAMED, _SIBLINGS = 2.0, 3.0, 1.5, 3.0, 2.0, 4.0
_WRONG_YEAR, _WRONG_STATUS, _WRONG_WAY, _WRONG_UNIT = 3.0, 1.5, 4.0, 3.0
# How sure each figure must be, and each of two that stand together or are called the same if one is sure by itself.
_LEAST, _LEAST_TOGETHER = 0.5, 0.1
_CALLED_THE_SAME = 0.8
# From where on figures of different sentences are taken for values of what is compared (of 40 right pairs none is below).
_SPEAKS, _FIT_ALIKE, _NAMED_ALIKE = 0.3, 0.4, 0.25
_RATE_UNASKED = 1.0
_RUN_GAP = re.compile(r"\s?(?:[、，,]|和|与|及|以及)\s?")
# A measure of a part of the people, or another measure than the mean: none of them stands for the whole unless it is asked for.
_NARROWER = tuple(re.compile(p) for p in ("农|乡村|乡下", "城镇|城市|城里|市民", "收入组", "中位数"))
_MEDAL = re.compile("([金银铜])牌")


def compute(lookups: Lookups, operation: Operation) -> Computed | None:
    """Return the computed value, None if a figure for one of the operands is not found."""
    looked_up = [lookups.look_up(operand) for operand in operation.operands]
    found = [own.chosen for own in looked_up]
    if not all(found):
        return None
    likeliest = {sentence_of(own[0]) for own in found}
    lists = [_tried(operation, operand, own, likeliest) for operand, own in zip(operation.operands, found, strict=True)]
    tuples = (t for t in product(*lists) if len({_place(c) for c in t}) == len(t) and _are_of_their_years(operation, t))
    likeliest_figures = {_place(own[0]) for own in found if confidence(own, load_chooser()) >= load_chooser().threshold}
    if operation.kind == "sum" and not operation.compares_places:
        tuples = (t for t in tuples if _stand_together(t) or {_place(c) for c in t} <= likeliest_figures)
    scored = [(_fit(operation, t, result), t, result) for t in tuples if (result := _result(operation, t)) is not None]
    if not scored:
        return None
    _, inputs, result = max(scored, key=lambda item: item[0])
    if not _are_sure(looked_up, inputs) or _are_of_others(operation, inputs):
        return None
    if _is_doubtful(operation, inputs) or (operation.is_ratio_of_years and inputs[0] is not found[0][0]):
        return None
    labels = operation.labels
    if operation.kind == "difference" and result.value < 0:
        # The formula takes the less from the more.
        inputs, labels = inputs[::-1], labels[::-1]
        result = difference(*(c.candidate.figure for c in inputs)) or result
    return Computed(result, inputs, labels, operation.values_asked)


def _tried(operation: Operation, operand: Query, found: Sequence[Chosen], likeliest: set[tuple[int, int]]) -> Sequence[Chosen]:
    """Return the figures that may be an operand: the best, and those of the likeliest sentences.

    Only those of its year if years are compared, of its medal if medals are added.
    """
    kept = list(found)
    if operation.compares_years:
        # A value of another year never stands for one of the years that are compared.
        kept = [c for c in kept if is_of(operand, c) or starts_a_way(c, found)]
    elif any(is_of(operand, c) for c in kept):
        kept = [c for c in kept if may_be_of(operand, c) or starts_a_way(c, found)]
    if operand.need.status == "target" and any(c.candidate.figure.status == "target" for c in kept):
        # 比目标多多少: what it grew by over the year before is no aim.
        kept = [c for c in kept if c.candidate.figure.status == "target"]
    medal = _MEDAL.search(fold(operand.text)) if operation.kind == "sum" else None
    if medal:
        kept = [c for c in kept if _behind(c).startswith(medal[1])]
    beside = [c for c in kept[_TRIED:] if sentence_of(c) in likeliest]
    return [*kept[:_TRIED], *beside[:_TRIED_BESIDE]]


def _are_of_their_years(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell whether each figure is of the year that is compared; the undated start of 由A到B counts beside its end only."""
    if not operation.compares_years:
        return _are_of_one_year(operation, inputs)
    return all(is_of(operand, c) or starts_a_way(c, inputs) for operand, c in zip(operation.operands, inputs, strict=True))


def _are_of_one_year(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell whether no figure is plainly of another year where one is of the year that all operands ask about."""
    asked = {before_opening(o).scope.years for o in operation.operands}
    if len(asked) != 1 or len(years := next(iter(asked))) != 1 or any(o.scope.span for o in operation.operands):
        return True
    periods = {c.candidate.figure.period for c in inputs}
    return str(years[0]) not in periods or not any(p.isdigit() and int(p) != years[0] for p in periods)


def _are_sure(found: Sequence[Lookup], inputs: Sequence[Chosen]) -> bool:
    """Tell whether the lookups are sure enough: each by itself, or one of them where the figures belong together."""
    chooser = load_chooser()
    sure = [max(own.settled, confidence(own.chosen, chooser)) for own in found]
    if min(sure) >= _LEAST * chooser.threshold:
        return True
    together = all(_belong_together(a, b) for a, b in pairwise(inputs))
    return together and max(sure) >= chooser.threshold and min(sure) >= _LEAST_TOGETHER * chooser.threshold


def _are_of_others(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell whether a figure is of another thing than its operand asks for (人员经费 for 研发经费), where each has words of its own."""
    texts = [operand.text for operand in operation.operands]
    apart = len(set(texts)) == len(texts)
    return apart and any(is_other_thing(o, c.candidate) for o, c in zip(operation.operands, inputs, strict=True))


def _is_doubtful(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell figures that may be no values of what is compared: they stand apart and neither are called alike nor fit their lookups alike."""
    if operation.compares_places:
        # An outcome of one place is not set against an aim of the other.
        alike = len({c.candidate.figure.status for c in inputs}) == 1
        return not alike or not all(same_measure(a.candidate, b.candidate) for a, b in pairwise(inputs))
    if operation.kind == "sum":
        spoken_least = min(_speaks_of_its_own(operation, o, c) for o, c in zip(operation.operands, inputs, strict=True))
        # 进出口总额9亿元，其中出口4亿元: the whole and its part are no two things to be added.
        nested = len({is_part(c) for c in inputs}) > 1 and len({sentence_of(c) for c in inputs}) == 1
        return nested or spoken_least < _SPEAKS
    if operation.kind == "share" and _is_no_part(operation, inputs[0]):
        return True
    if len({sentence_of(c) for c in inputs}) == 1:
        return False
    telling = {t for o in operation.operands for t in o.terms if any(t not in other.terms for other in operation.operands)}
    spoken = max(_speaks_of_its_own(operation, o, c) for o, c in zip(operation.operands, inputs, strict=True))
    if telling and not operation.compares_years and spoken < _SPEAKS:
        return True
    shares = sorted(c.candidate.spoken.share for c in inputs)
    fit_alike = shares[0] >= _FIT_ALIKE * shares[-1] or named_alike(inputs[0].candidate, inputs[1].candidate) >= _NAMED_ALIKE
    return (operation.kind == "difference" or operation.compares_years) and not fit_alike


def _is_no_part(operation: Operation, part: Chosen) -> bool:
    """Tell whether a figure says hardly anything of what only the part is called: 法院判决离婚 is no share of those whom women asked for."""
    own = {t for t in operation.operands[0].terms if t not in operation.operands[1].terms}
    return bool(own) and _speaks_of_its_own(operation, operation.operands[0], part) < _SPEAKS


def _belong_together(a: Chosen, b: Chosen) -> bool:
    if a.candidate.figure.unit != b.candidate.figure.unit:
        return False
    return sentence_of(a) == sentence_of(b) or named_alike(a.candidate, b.candidate) >= _CALLED_THE_SAME


def _result(operation: Operation, chosen: Sequence[Chosen]) -> Derived | None:
    figures = [c.candidate.figure for c in chosen]
    if operation.kind == "sum":
        unit = operation.operands[0].need.unit
        counted = all(f.unit == figures[0].unit for f in figures) or unit in {"", "个", *(f.unit for f in figures)}
        return total(figures) if counted else None
    derive = {"difference": difference, "share": share, "ratio": ratio}[operation.kind]
    result = derive(*figures)
    if operation.kind == "ratio" and result is not None and result.value < 1:
        # What is asked to be several times as much is no part of it.
        return None
    if operation.kind == "share" and figures[0].value == figures[-1].value:
        # One row of two tables is no part of itself.
        return None
    return result if result is not None and result.value else None


def _stand_together(chosen: Sequence[Chosen]) -> bool:
    """Tell figures of one sentence, or of rows of one table."""
    tables = {(p.report, p.context) for c in chosen if (p := c.candidate.sentence.ranked.passage).context}
    rows = len(tables) == 1 and all(c.candidate.sentence.ranked.passage.context for c in chosen)
    return rows or len({sentence_of(c) for c in chosen}) == 1


def _fit(operation: Operation, chosen: Sequence[Chosen], result: Derived) -> float:
    """Return how well figures fit their lookups and one another."""
    score = sum(c.score for c in chosen) + _fit_together(operation, chosen)
    for operand, c in zip(operation.operands, chosen, strict=True):
        if operation.kind in {"difference", "ratio"}:
            score += _NAMED * _named_for_its_own(operation, operand, c)
        score += _WORDS * _speaks_of_its_own(operation, operand, c) - _misfit(operation, operand, c, chosen)
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
        score += _SIBLINGS * sum(named_alike(a.candidate, b.candidate) for a, b in pairwise(chosen))
    if len({c.candidate.figure.unit for c in chosen}) > 1:
        score -= _WRONG_UNIT
    if {"growth", "share"} <= {c.candidate.figure.kind for c in chosen}:
        score -= _WRONG_UNIT
    if operation.kind == "share" and is_part(chosen[0]) and sentence_of(chosen[0]) == sentence_of(chosen[1]):
        score += _PART
    if operation.kind == "sum" and all(_follows(a, b) for a, b in pairwise(sorted(chosen, key=_start))):
        score += _RUN
    if operation.compares_years and ends_of(chosen[1], chosen) == (chosen[1], chosen[0]):
        score += _WAY
    return score


def _misfit(operation: Operation, operand: Query, c: Chosen, chosen: Sequence[Chosen]) -> float:
    """Return what speaks against a figure as an operand: another year, status or sort of unit, or a part where the whole is asked for."""
    figure = c.candidate.figure
    score = 0.0
    beside = len({sentence_of(o) for o in chosen if is_part(o)}) == 1 and all(is_part(o) for o in chosen)
    if operation.kind == "difference" and is_part(c) and not beside and "其中" not in operand.text:
        score += _PART
    if any(p.search(figure.subject) and not p.search(fold(operand.text)) for p in _NARROWER):
        score += _PART
    if operation.kind == "share" and operand is operation.operands[1] and _is_called_part(operation, c):
        score += _PART
    if NATION in operand.scope.places and "地区" in figure.subject:
        score += _PART
    if not may_be_of(operand, c) and not starts_a_way(c, chosen):
        score += _WRONG_YEAR
    # Of years that are compared the outcomes are meant, where they are known.
    planned = operation.compares_years and operand.need.status is None and figure.status == "target"
    if planned or operand.need.status not in {None, figure.status}:
        score += _WRONG_STATUS
    if operation.kind not in {"share", "ratio"} and operand.need.kinds and figure.kind not in operand.need.kinds:
        score += _WRONG_STATUS
    if operation.kind == "difference" and not operand.need.unit_class and figure.kind in {"growth", "share"}:
        # 增加值比…多多少 asks for an amount.
        score += _RATE_UNASKED
    if operand.need.unit_class and class_of_unit(figure.unit) != operand.need.unit_class:
        score += _WRONG_UNIT
    return score


def _is_called_part(operation: Operation, c: Chosen) -> bool:
    """Tell a figure that bears a name which only the part has: 中央财政赤字 is no whole of which the central deficit is a share."""
    part, whole = operation.operands
    own = [t for t in part.terms if len(t) > 1 and not any(t in w or w in t for w in whole.terms)]
    return any(t in matching_text(c.candidate.figure.subject) for t in own)


def _speaks_of_its_own(operation: Operation, operand: Query, c: Chosen) -> float:
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
    # 新建和改造的农贸市场: what is counted stands behind 的, and what was done with it is said of others in the sentence too.
    head = operand.text.rpartition("的")[2]
    groups = (own, [t for t in own if t in head])
    return max((sum(t in name for t in group) / len(group) for group in groups if group), default=0.0)


def _follows(a: Chosen, b: Chosen) -> bool:
    sentence = a.candidate.sentence
    gap = sentence.text[a.candidate.figure.end - sentence.start : b.candidate.figure.start - sentence.start]
    return sentence_of(a) == sentence_of(b) and bool(_RUN_GAP.fullmatch(gap))


def _behind(c: Chosen) -> str:
    sentence = c.candidate.sentence
    return sentence.text[c.candidate.figure.end - sentence.start :]


def _start(c: Chosen) -> int:
    return c.candidate.figure.start


def _place(c: Chosen) -> tuple[int, int]:
    return c.candidate.sentence.ranked.passage.id, c.candidate.figure.start
