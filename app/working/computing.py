"""Find the figures that a computation needs, together: each fits its own lookup, and they fit one another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.likeness import named_alike
from app.choosing.lookup import Lookup, Lookups
from app.choosing.opening_day import before_opening
from app.choosing.standing import ahead, behind, place_of, sentence_of
from app.choosing.whose_books import is_of_office
from app.preferences.opposites import names_both
from app.refusals.contradiction import is_other_thing
from app.working.computed import Computed
from app.working.deriving import Derived, difference, ratio, share, total
from app.working.doubts import is_doubtful
from app.working.fitting import fit
from app.working.growing import growth, yearly_growth
from app.working.of_year import is_of, may_be_of, starts_a_way
from app.working.operands import Operation, is_contrary
from app.working.quotients import per
from app.working.shared_out import may_be_shared_out
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED, _TRIED_BESIDE = 12, 8
# How sure each figure must be, and each of two that stand together or are called the same if one is sure by itself.
_LEAST, _LEAST_TOGETHER = 0.5, 0.1
_CALLED_THE_SAME = 0.8
# So much less may an aim fit than the best figure, which a column may call one.
_AIMED = 6.0
_ALL = re.compile("(?:总|全部|所有|合计)(?:支出|收入|开支|成本|费用|资产|人数|投入|额|量)?")
_SUM = re.compile("总|合计|共计|全部")
_MEDAL = re.compile("([金银铜])牌")
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
        # A place that has no report is not told of by those of others.
        or (operation.compares_places and any(f.query.scope.widened for f in looked_up))
        or _are_elsewhere(operation, looked_up, inputs)
        or _are_of_others(operation, inputs)
        or is_doubtful(operation, inputs)
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
        if len({place_of(c) for c in t}) == len(t)
        and _are_of_their_years(operation, t)
        and _are_of_one_column(operation, t)
        and _are_of_one_purse(operation, t)
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


def _are_of_one_purse(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell whether what an office spends of its own does not stand beside what all of its place does, unless a question names an office."""
    named = any(operand.scope.issuers for operand in operation.operands)
    return named or len({is_of_office(c.candidate.sentence.ranked.passage) for c in inputs}) == 1


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
    if operand.need.status == "target" and any(
        c.candidate.figure.status == "target" and kept[0].score - c.score <= _AIMED for c in kept
    ):
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
    pairs = list(zip(operation.operands, inputs, strict=True))
    return all(is_of(operand, c) or starts_a_way(c, inputs) for operand, c in pairs) and not _is_past_aim(pairs)


def _is_past_aim(pairs: Sequence[tuple[Query, Chosen]]) -> bool:
    """Tell whether what was aimed at for the earlier of two years stands for its outcome."""
    dated = sorted((max(operand.scope.years), c.candidate.figure.status) for operand, c in pairs if operand.scope.years)
    asked = any(operand.need.status == "target" for operand, _ in pairs)
    return bool(dated) and not asked and dated[0][1] == "target"


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
    """Tell figures of another body than the surest lookup tells of, where the question names neither place nor company.

    A company that no report is known by is a word of the question like others, and another body's income is none of its income.
    """
    scope = operation.operands[0].scope
    if operation.compares_years or operation.compares_places or scope.places or scope.issuers or scope.issued or scope.reports:
        return False
    surest = max(found, key=lambda f: f.confidence)
    return surest.sure and _body(surest.chosen[0]) not in map(_body, inputs)


def _body(c: Chosen) -> str:
    """Return the place that a figure's report is about, or the report where it is about none: two reports of one county are one body's."""
    ranked = c.candidate.sentence.ranked
    return ranked.place or ranked.passage.report


def _are_of_others(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell whether a figure is of another thing than its operand asks for (人员经费 for 研发经费), where each has words of its own."""
    texts = [operand.text for operand in operation.operands]
    apart = len(set(texts)) == len(texts)
    return apart and any(is_other_thing(o, c.candidate) for o, c in zip(operation.operands, inputs, strict=True))


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
