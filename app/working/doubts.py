"""Whether figures may be no values of what a computation is over: another thing, a part, the other of two, an amount of others."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike, same_measure
from app.choosing.standing import ahead, between, sentence_of
from app.preferences.row_words import is_row
from app.working.computed import is_part
from app.working.fitting import speaks_of_its_own
from app.working.operands import TOWN_OR_COUNTRY, Operation
from app.working.shared_out import stand_in_turn
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

# From where on figures of different sentences are taken for values of what is compared (of 40 right pairs none is below).
_SPEAKS, _FIT_ALIKE, _NAMED_ALIKE = 0.3, 0.4, 0.25
# A rate of growth is worked out of values that are called the same only, and so is what values in another language come to.
_GROWN_ALIKE = 0.5
_SPEAKS_OF_A_LETTER = 0.8
# A price a kilogram is not set against the sales of a city: nothing that is compared is so many times the other.
_SO_MANY_TIMES = 100_000
_SPEAKS_OF_ITS_CELL = 0.25
_HAN = re.compile("[一-龥]")
_MOVES = frozenset(["change", "growth"])
_LISTED = re.compile(r"\s*(?:和|与|及|、|以及)\s*")


def is_doubtful(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell figures that may be no values of what is compared: they stand apart and neither are called alike nor fit their lookups alike."""
    if operation.compares_places:
        # An outcome of one place is not set against an aim of the other.
        alike = len({c.candidate.figure.status for c in inputs}) == 1
        return not alike or not all(same_measure(a.candidate, b.candidate) for a, b in pairwise(inputs))
    if operation.kind == "sum":
        return _is_no_sum(operation, inputs)
    if operation.kind == "difference" and _are_of_other_orders(inputs):
        return True
    if _names_what_no_figure_says(operation, inputs):
        return True
    if operation.kind == "per":
        return _is_not_shared_out(operation, inputs)
    if operation.kind == "share" and _is_no_part(operation, inputs[0]):
        return True
    return len({sentence_of(c) for c in inputs}) > 1 and _are_unlike(operation, inputs)


def _are_of_other_orders(inputs: Sequence[Chosen]) -> bool:
    sizes = sorted(abs(c.candidate.figure.value) for c in inputs)
    return sizes[0] > 0 and sizes[-1] / sizes[0] > _SO_MANY_TIMES


def _is_no_sum(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    figures = [c.candidate.figure for c in inputs]
    # Shares of wholes that nobody names add up to nothing, nor does what there is and by how much it grew, nor moves that nobody asks about.
    moves = {f.kind in _MOVES for f in figures}
    unasked = True in moves and not any(_MOVES & set(o.need.kinds) for o in operation.operands)
    if len(moves) > 1 or unasked or any(f.unit in {"%", "‰", "百分点"} for f in figures):
        return True
    spoken_least = min(speaks_of_its_own(operation, o, c) for o, c in zip(operation.operands, inputs, strict=True))
    # 进出口总额9亿元，其中出口4亿元: the whole and its part are no two things to be added.
    nested = len({is_part(c) for c in inputs}) > 1 and len({sentence_of(c) for c in inputs}) == 1
    return nested or (spoken_least < _SPEAKS and not _are_told_in_turn(inputs))


def _is_not_shared_out(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    amount, count = operation.operands
    if set(amount.terms) <= set(count.terms):
        # 平均每位游客花多少钱 leaves open of what: the amount behind their number is meant.
        return not stand_in_turn(*inputs) or _speaks(operation, count, inputs[1]) < _SPEAKS
    spoken_least = min(_speaks(operation, o, c) for o, c in zip(operation.operands, inputs, strict=True))
    return spoken_least < _SPEAKS or not _is_of_what_is_counted(*inputs)


def _are_unlike(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell figures of different sentences that speak of nothing that is compared, or are neither called alike nor fit alike."""
    telling = {t for o in operation.operands for t in o.terms if any(t not in other.terms for other in operation.operands)}
    spoken = max(speaks_of_its_own(operation, o, c) for o, c in zip(operation.operands, inputs, strict=True))
    if telling and not operation.compares_years and spoken < _SPEAKS:
        return True
    named = named_alike(inputs[0].candidate, inputs[1].candidate)
    # How far a figure of another language speaks of a question is too rough a measure of what it is.
    foreign = operation.compares_years and any(c.candidate.foreign for c in inputs)
    if (foreign or operation.kind in {"growth", "yearly"}) and named < _GROWN_ALIKE:
        return True
    shares = sorted(c.candidate.spoken.share for c in inputs)
    fit_alike = shares[0] >= _FIT_ALIKE * shares[-1] or named >= _NAMED_ALIKE
    return (operation.kind == "difference" or operation.compares_years) and not fit_alike


def _names_what_no_figure_says(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell figures of which one says nothing of the town or the country, or of its row, that its operand names: all workers are no rural ones."""
    for operand, c in zip(operation.operands, inputs, strict=True):
        said, asked = f"{c.candidate.sentence.text} {c.candidate.figure.subject}", fold(operand.text)
        if _HAN.search(said) and any(
            p.search(asked) and not p.search(fold(f"{ahead(c)}{c.candidate.figure.subject}")) for p in TOWN_OR_COUNTRY
        ):
            return True
        # (The columns of one row are of different years.)
        one_row = len({sentence_of(o) for o in inputs}) == 1 and is_row(c) and not operation.compares_years
        if one_row and operation.kind != "per" and _is_of_the_other(operation, operand, c):
            return True
    return False


def _is_of_the_other(operation: Operation, operand: Query, c: Chosen) -> bool:
    """Tell a cell that says little of what only its operand names, and is called what only the other names."""
    theirs = {t for o in operation.operands if o is not operand for t in o.terms} - set(operand.terms)
    called = any(len(t) > 1 and t in c.candidate.figure.subject for t in theirs)
    return called and _speaks(operation, operand, c) < _SPEAKS_OF_ITS_CELL


def _are_told_in_turn(inputs: Sequence[Chosen]) -> bool:
    """Tell values of one list behind 分别, whose names stand ahead of all of them: 进口和出口分别达3亿元和4亿元."""
    if len({sentence_of(c) for c in inputs}) > 1:
        return False
    ways = [between(a, b) for a, b in pairwise(inputs)]
    lead = re.split("[，,；;。]", ahead(inputs[0]))[-1]
    return "分别" in lead and all(_LISTED.fullmatch(way) for way in ways)


def _is_of_what_is_counted(amount: Chosen, count: Chosen) -> bool:
    """Tell an amount that stands by the number of those that have it; people have what is told of the whole that they belong to."""
    a, b = (c.candidate.sentence.ranked.passage for c in (amount, count))
    return (
        a.id == b.id
        or class_of_unit(count.candidate.figure.unit) == "people"
        or (a.context and a.context == b.context)
        or not _HAN.search(b.text)
    )


def _speaks(operation: Operation, operand: Query, c: Chosen) -> float:
    """Return how far a figure speaks of what only its operand asks for, or of all that it asks for where that is nothing."""
    if any(t not in o.terms for o in operation.operands if o is not operand for t in operand.terms):
        return speaks_of_its_own(operation, operand, c)
    return float(c.candidate.spoken.share)


def _is_no_part(operation: Operation, part: Chosen) -> bool:
    """Tell whether a figure says hardly anything of what only the part is called: 法院判决离婚 is no share of those whom women asked for."""
    own = {t for t in operation.operands[0].terms if t not in operation.operands[1].terms}
    # A name of one letter is another's letter soon.
    least = _SPEAKS_OF_A_LETTER if own and all(len(t) == 1 for t in own) else _SPEAKS
    return bool(own) and speaks_of_its_own(operation, operation.operands[0], part) < least
