"""Find the figures that a computation needs, together: each fits its own lookup, and they fit one another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.likeness import named_alike, same_measure
from app.choosing.lookup import Lookup, Lookups
from app.choosing.opening_day import before_opening
from app.choosing.standing import ahead, behind, between, place_of, sentence_of
from app.preferences.opposites import names_both
from app.preferences.row_words import is_row
from app.refusals.contradiction import is_other_thing
from app.working.computed import Computed, is_part
from app.working.deriving import Derived, difference, growth, per, ratio, share, total, yearly_growth
from app.working.fitting import fit, speaks_of_its_own
from app.working.of_year import is_of, may_be_of, starts_a_way
from app.working.operands import TOWN_OR_COUNTRY, Operation, is_contrary
from app.working.shared_out import may_be_shared_out, stand_in_turn
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED, _TRIED_BESIDE = 12, 8
# How sure each figure must be, and each of two that stand together or are called the same if one is sure by itself.
_LEAST, _LEAST_TOGETHER = 0.5, 0.1
_CALLED_THE_SAME = 0.8
# From where on figures of different sentences are taken for values of what is compared (of 40 right pairs none is below).
_SPEAKS, _FIT_ALIKE, _NAMED_ALIKE = 0.3, 0.4, 0.25
# A rate of growth is worked out of values that are called the same only.
_GROWN_ALIKE = 0.5
_SPEAKS_OF_A_LETTER = 0.8
_SPEAKS_OF_ITS_CELL = 0.5
_HAN = re.compile("[一-龥]")
_ALL = re.compile("(?:总|全部|所有|合计)(?:支出|收入|开支|成本|费用|资产|人数|投入|额|量)?")
_SUM = re.compile("总|合计|共计|全部")
_MEDAL = re.compile("([金银铜])牌")
_LISTED = re.compile(r"\s*(?:和|与|及|、|以及)\s*")
_FIRST_OF = re.compile(r"[前头]\d+[位名家个强大]")


@dataclass(frozen=True, slots=True)
class Trial:
    """Figures that may be the operands, in their order, with what follows from them and how well they fit."""

    inputs: tuple[Chosen, ...]
    result: Derived
    fits: float


def compute(lookups: Lookups, operation: Operation) -> Computed | None:
    """Return the computed value, None if a figure for one of the operands is not found."""
    tried = trials(lookups, operation)
    if not tried:
        return None
    best = max(tried, key=lambda trial: trial.fits)
    inputs, result = best.inputs, best.result
    if not is_sure(lookups, operation, inputs):
        return None
    labels = operation.labels
    if operation.kind == "difference" and result.value < 0:
        # The formula takes the less from the more.
        inputs, labels = inputs[::-1], labels[::-1]
        result = difference(*(c.candidate.figure for c in inputs)) or result
    return Computed(result, inputs, labels, operation.values_asked)


def is_sure(lookups: Lookups, operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell whether figures are surely enough the operands."""
    looked_up = [lookups.look_up(operand) for operand in operation.operands]
    if (
        not _are_sure(looked_up, inputs)
        or _are_elsewhere(operation, looked_up, inputs)
        or _are_of_others(operation, inputs)
        or _is_doubtful(operation, inputs)
    ):
        return False
    return not operation.is_ratio_of_years or inputs[0] is looked_up[0].chosen[0]


def trials(lookups: Lookups, operation: Operation) -> list[Trial]:
    """Return all that the likeliest figures of the operands give, empty if there is none for one of them."""
    found = [lookups.look_up(operand).chosen for operand in operation.operands]
    if not all(found):
        return []
    likeliest = {sentence_of(own[0]) for own in found}
    lists = [_tried(operation, operand, own, likeliest) for operand, own in zip(operation.operands, found, strict=True)]
    tuples = (
        t
        for t in product(*lists)
        if len({place_of(c) for c in t}) == len(t) and _are_of_their_years(operation, t) and _are_of_one_column(operation, t)
    )
    likeliest_figures = {place_of(own[0]) for own in found if confidence(own, load_chooser()) >= load_chooser().threshold}
    if operation.kind == "sum" and not operation.compares_places:
        tuples = (t for t in tuples if _stand_together(t) or {place_of(c) for c in t} <= likeliest_figures)
    return [Trial(t, result, fit(operation, t, result)) for t in tuples if (result := _result(operation, t)) is not None]


def _are_of_one_column(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell values in rows of one table that stand below one another: what is budgeted is no share of what was spent. Years may be columns."""
    passages = {c.candidate.sentence.ranked.passage.id: c.candidate.sentence.ranked.passage for c in inputs}
    if operation.compares_years or len(passages) < len(inputs) or len({(p.report, p.context) for p in passages.values()}) > 1:
        return True
    if not all(p.context for p in passages.values()):
        return True
    return len({_column(c) for c in inputs}) == 1


def _column(c: Chosen) -> int:
    passage = c.candidate.sentence.ranked.passage
    return passage.text[: c.candidate.figure.start - passage.start].count("|")


def _tried(operation: Operation, operand: Query, found: Sequence[Chosen], likeliest: set[tuple[int, int]]) -> Sequence[Chosen]:
    """Return the figures that may be an operand: the best, and those of the likeliest sentences.

    Only those of its year if years are compared, of its medal if medals are added.
    """
    text = fold(operand.text).lower()
    kept = [c for c in found if not names_both(text, c) and not is_contrary(text, c.candidate.figure.subject)]
    if operation.kind == "share" and operand.terms and all(_ALL.fullmatch(term) for term in operand.terms):
        # Of 总支出 no row is the whole but that of the sum.
        kept = [c for c in kept if _SUM.search(c.candidate.figure.subject)]
    if "其中" not in text:
        # 其中：项目支出 heads the column of a part.
        kept = [c for c in kept if "其中" not in c.candidate.figure.subject] or kept
    if operation.compares_years:
        # A value of another year never stands for one of the years that are compared.
        kept = [c for c in kept if is_of(operand, c) or starts_a_way(c, found)]
    elif any(is_of(operand, c) for c in kept):
        kept = [c for c in kept if may_be_of(operand, c) or starts_a_way(c, found)]
    if operation.kind != "sum":
        # One of so many first ones is no other.
        kept = _of_the_first(operand, kept) or kept
    if operation.kind == "per":
        kept = [c for c in kept if may_be_shared_out(operand, c)]
    if operation.kind == "ratio" and operand.need.unit_class:
        kept = [c for c in kept if class_of_unit(c.candidate.figure.unit) == operand.need.unit_class] or kept
    if operand.need.status == "target" and any(c.candidate.figure.status == "target" for c in kept):
        # 比目标多多少: what it grew by over the year before is no aim.
        kept = [c for c in kept if c.candidate.figure.status == "target"]
    medal = _MEDAL.search(fold(operand.text)) if operation.kind == "sum" else None
    if medal:
        kept = [c for c in kept if behind(c).startswith(medal[1])]
    beside = [c for c in kept[_TRIED:] if sentence_of(c) in likeliest]
    return [*kept[:_TRIED], *beside[:_TRIED_BESIDE]]


def _of_the_first(operand: Query, found: list[Chosen]) -> list[Chosen]:
    """Return the figures behind the 前10名 that an operand tells."""
    asked = _FIRST_OF.search(fold(operand.text))
    return [c for c in found if asked and (told := _FIRST_OF.findall(fold(ahead(c)))) and told[-1] == asked[0]]


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
    if (
        len({sentence_of(c) for c in inputs}) == 1
        and len(inputs) > 1
        and inputs[0].candidate.figure.unit != inputs[1].candidate.figure.unit
    ):
        # 学校20所，在校学生9000人: an amount beside the number that it is shared out among.
        return max(sure) >= chooser.threshold and min(sure) >= _LEAST_TOGETHER * chooser.threshold
    together = all(_belong_together(a, b) for a, b in pairwise(inputs))
    return together and max(sure) >= chooser.threshold and min(sure) >= _LEAST_TOGETHER * chooser.threshold


def _are_elsewhere(operation: Operation, found: Sequence[Lookup], inputs: Sequence[Chosen]) -> bool:
    """Tell figures of a report that the surest lookup does not tell from, where the question names neither place nor company.

    A company that no report is known by is a word of the question like others, and another body's income is none of its income.
    """
    scope = operation.operands[0].scope
    if operation.compares_years or operation.compares_places or scope.places or scope.issuers or scope.issued or scope.reports:
        return False
    surest = max(found, key=lambda f: f.confidence)
    return surest.sure and _report(surest.chosen[0]) not in map(_report, inputs)


def _report(c: Chosen) -> str:
    return c.candidate.sentence.ranked.passage.report


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
        spoken_least = min(speaks_of_its_own(operation, o, c) for o, c in zip(operation.operands, inputs, strict=True))
        # 进出口总额9亿元，其中出口4亿元: the whole and its part are no two things to be added.
        nested = len({is_part(c) for c in inputs}) > 1 and len({sentence_of(c) for c in inputs}) == 1
        return nested or (spoken_least < _SPEAKS and not _are_told_in_turn(inputs))
    if _names_what_no_figure_says(operation, inputs):
        return True
    if operation.kind == "per":
        amount, count = operation.operands
        if set(amount.terms) <= set(count.terms) and not stand_in_turn(*inputs):
            # 平均每位游客花多少钱 leaves open of what.
            return True
        if not _is_of_what_is_counted(*inputs):
            return True
        return any(_speaks(operation, o, c) < _SPEAKS for o, c in zip(operation.operands, inputs, strict=True))
    if operation.kind == "share" and _is_no_part(operation, inputs[0]):
        return True
    if len({sentence_of(c) for c in inputs}) == 1:
        return False
    telling = {t for o in operation.operands for t in o.terms if any(t not in other.terms for other in operation.operands)}
    spoken = max(speaks_of_its_own(operation, o, c) for o, c in zip(operation.operands, inputs, strict=True))
    if telling and not operation.compares_years and spoken < _SPEAKS:
        return True
    if operation.kind in {"growth", "yearly"} and named_alike(inputs[0].candidate, inputs[1].candidate) < _GROWN_ALIKE:
        return True
    shares = sorted(c.candidate.spoken.share for c in inputs)
    fit_alike = shares[0] >= _FIT_ALIKE * shares[-1] or named_alike(inputs[0].candidate, inputs[1].candidate) >= _NAMED_ALIKE
    return (operation.kind == "difference" or operation.compares_years) and not fit_alike


def _names_what_no_figure_says(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell figures of which one says nothing of the town or the country, or of its row, that its operand names: all workers are no rural ones."""
    for operand, c in zip(operation.operands, inputs, strict=True):
        said, asked = f"{c.candidate.sentence.text} {c.candidate.figure.subject}", fold(operand.text)
        if _HAN.search(said) and any(
            p.search(asked) and not p.search(fold(f"{ahead(c)}{c.candidate.figure.subject}")) for p in TOWN_OR_COUNTRY
        ):
            return True
        one_row = len({sentence_of(o) for o in inputs}) == 1 and is_row(c)
        if one_row and operation.kind != "per" and _speaks(operation, operand, c) < _SPEAKS_OF_ITS_CELL:
            return True
    return False


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


def _belong_together(a: Chosen, b: Chosen) -> bool:
    if a.candidate.figure.unit != b.candidate.figure.unit:
        return False
    return sentence_of(a) == sentence_of(b) or named_alike(a.candidate, b.candidate) >= _CALLED_THE_SAME


def _result(operation: Operation, chosen: Sequence[Chosen]) -> Derived | None:
    figures = [c.candidate.figure for c in chosen]
    if operation.kind == "sum":
        if any(f.kind == "growth" for f in figures):
            # Rates of growth have no sum.
            return None
        unit = operation.operands[0].need.unit
        nouns = all(f.unit.isascii() and f.unit.isalpha() for f in figures)
        counted = all(f.unit == figures[0].unit for f in figures) or nouns or unit in {"个", *(f.unit for f in figures)}
        return total(figures) if counted else None
    if operation.kind == "yearly":
        last, first = (operand.scope.years[0] for operand in operation.operands)
        return yearly_growth(figures[0], figures[1], last - first)
    if operation.kind == "per" and class_of_unit(figures[1].unit) == "money":
        return None
    derive = {"difference": difference, "share": share, "ratio": ratio, "growth": growth, "per": per}[operation.kind]
    result = derive(*figures)
    if operation.kind == "ratio" and result is not None and result.value < 1:
        # What is asked to be several times as much is no part of it; a ratio may be either way.
        return share(*figures) if operation.either_way else None
    if operation.kind == "share" and figures[0].value == figures[-1].value:
        # One row of two tables is no part of itself.
        return None
    return result if result is not None and result.value else None


def _stand_together(chosen: Sequence[Chosen]) -> bool:
    """Tell figures of one sentence, or of rows of one table."""
    tables = {(p.report, p.context) for c in chosen if (p := c.candidate.sentence.ranked.passage).context}
    rows = len(tables) == 1 and all(c.candidate.sentence.ranked.passage.context for c in chosen)
    return rows or len({sentence_of(c) for c in chosen}) == 1
