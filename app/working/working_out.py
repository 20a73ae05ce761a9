"""Answer with a value that the reports imply: the computation that a question asks for, or what figures of one sentence say together."""

import re
from collections.abc import Collection
from dataclasses import replace

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups
from app.choosing.several import choose_figures
from app.choosing.standing import ahead
from app.choosing.unit_fit import is_other_unit
from app.composing import compose_abstention
from app.computed_words import compose_computed
from app.implied.implying import implied_surely
from app.implied.pairs import pair_told
from app.several.subquestions import asks_apart, by_clauses, subquestions
from app.working.averages import for_each
from app.working.computed import Computed, is_part_of
from app.working.computing import compute
from app.working.for_each_asked import answered_for_each
from app.working.moved import moved_by_and_rate
from app.working.of_year import is_of
from app.working.one_missing import with_one_missing
from app.working.operands import Operation
from app.working.operations import read_operation
from app.working.parts_of_whole import share_of_whole
from app.working.remainders import besides, beyond_plan, left_over
from app.working.shares_of_sums import share_of_sum_asked
from app.working.spans import answered_over_span
from app.working.ways import ends_of, way_between, way_over_span
from app.working.working_back import asks_back, value_before, value_before_change, value_before_event
from corpus.figures.figure import Kind
from corpus.figures.numerals import fold
from index.abbreviations import with_product
from index.places import NATION
from index.query import Query
from index.search import Ranked
from index.unit_classes import class_of_unit

_YEAR_BEFORE = re.compile("上一?年|去年|同期|同比|前一年|年初")
_MOVES = frozenset(["change", "growth"])
_RATES = frozenset(["percent", "points", "times"])
# The unit, its class and the kinds of the values that tell by how many points or times something rose.
_LEVELS: dict[str, tuple[str, str, tuple[Kind, ...]]] = {"points": ("%", "percent", ()), "times": ("", "", ("level",))}
# How far an outcome is from its aim is no change from one year to the next.
_GAP = re.compile(r"(?:差距|差额|缺口|[与同比较](?:目标|计划|预算|任务))")
# 比计划多降低, 同一九五二年相比
_BASE = re.compile("(?:[比较]|[同与和跟](?=[^，。；]{2,12}(?:相比|比较|对比)))(?P<base>[^，。；、]{2,16})")
# 进出口 speaks of neither 进口 nor 出口.
_SPOKEN = 0.7
# 两年增长约7%, 五年来累计
_YEAR_BEFORE_EN = re.compile(r"\bthan (?:a year earlier|the year before|(?:in )?the previous year|last year)\b", re.IGNORECASE)
_OF_YEARS, _NEAR = re.compile("[两二三四五六七八九十]年|年来|以来|累计"), 14
_MANY_TIMES = 20
_NATION = re.compile(r"全国|我国|\bchina|\bnation")
_DEFICIT = re.compile("顺差|逆差|差额|赤字|结余|节余|盈余")


def asked_to_compute(lookups: Lookups, question: str, query: Query) -> Answer | None:
    """Answer a question that asks for a computation, None if it asks for none or the reports state the result themselves."""
    if (computed := _plainly_implied(lookups, query)) is not None:
        return compose_computed(question, query, computed)
    if spanned := answered_over_span(lookups, question, query):
        return spanned
    if (computed := share_of_sum_asked(lookups, query) or moved_by_and_rate(lookups, query)) is not None:
        return compose_computed(question, query, computed)
    operation = read_operation(query)
    if operation is None and not asks_apart(query) and (answer := answered_for_each(lookups, question, query)):
        return answer
    if operation is None and len(query.scope.years) > 1 and (whole := lookups.look_up(query)).sure:
        # Of two years one may only name the report: one sentence says what is asked.
        share = share_of_whole(query, whole.chosen)
        return compose_computed(question, query, share) if share is not None else None
    # What one clause asks is found or not, whatever the others ask.
    if operation is None or asks_apart(query) or _is_told(operation, whole := lookups.look_up(query)):
        return None
    computed = _computed(lookups, operation, query, whole)
    if computed is not None:
        return compose_computed(question, query, computed)
    share_stated = whole.sure and whole.chosen[0].candidate.figure.kind == "share" and NATION not in operation.labels
    if operation.kind == "share" and not share_stated:
        # The part or the whole is missing: another figure is no answer.
        told = with_one_missing(lookups, operation, question, query) if operation.compares_places else None
        return told or compose_abstention(question, query, whole.ranked[:3], unknown=())
    if operation.compares_years and not operation.between_neighbours and (not query.scope.span or _is_one_end(operation, whole)):
        # One of the two years is not in the reports: the value of the other is no answer.
        told = with_one_missing(lookups, operation, question, query)
        return told or compose_abstention(question, query, _nearest(lookups, operation, whole), unknown=())
    return None


def _plainly_implied(lookups: Lookups, query: Query) -> Computed | None:
    """Return the value before, where it is to be worked back, or what a sentence implies of what is asked."""
    back = value_before(lookups, query) if asks_back(query) else None
    return back or implied_surely(lookups, query)


def _is_one_end(operation: Operation, whole: Lookup) -> bool:
    """Tell whether the best figure is but the value of one of the two years that are compared."""
    years = {str(y) for operand in operation.operands for y in operand.scope.years}
    return whole.sure and whole.chosen[0].candidate.figure.kind == "level" and whole.chosen[0].candidate.figure.period in years


def _is_told(operation: Operation, whole: Lookup) -> bool:
    """Tell whether the reports state the result, or how far a value moved, themselves."""
    if operation.stated and _is_stated(operation, whole):
        return True
    return operation.kind == "difference" and (_is_change_stated(operation, whole) or _tells_itself(operation, whole))


def _computed(lookups: Lookups, operation: Operation, query: Query, whole: Lookup) -> Computed | None:
    """Return what is asked to be computed, None if figures for it are missing, or give a value of another unit than is asked for."""
    found = compute(lookups, operation)
    computed = (
        (beyond_plan(query, whole.chosen) if whole.sure else None)
        or (_over_span(lookups, operation, query) if operation.compares_years else None)
        or pair_told(lookups, operation, query, other=found)
        or found
        or (share_of_whole(query, whole.chosen) if operation.kind == "share" and whole.sure else None)
    )
    if computed is None or _is_of_other_unit(query, computed, whole):
        return None
    stated = (
        operation.kind == "share"
        and not operation.compares_places
        and whole.sure
        and whole.chosen[0].candidate.figure.kind == "share"
    )
    # A share that the reports state, of what may be another whole, gives way to a part of its whole.
    return computed if not stated or is_part_of(*computed.inputs[:2]) else None


def _over_span(lookups: Lookups, operation: Operation, query: Query) -> Computed | None:
    """Return the change that the value of the last year has come, where its own sentence tells it for the whole span."""
    last = lookups.look_up(operation.operands[0])
    if not last.sure or not operation.between_neighbours:
        return way_over_span(query, last.chosen) if last.sure else None
    ends = ends_of(last.chosen[0], last.chosen)
    year = str(min(y for o in operation.operands for y in o.scope.years))
    return way_between(query, last.chosen) if ends is not None and ends[0].candidate.figure.period == year else None


def _nearest(lookups: Lookups, operation: Operation, whole: Lookup) -> list[Ranked]:
    """Return the passages to show instead of an answer: those with the values of the years that are there come first."""
    found = [(operand, lookups.look_up(operand)) for operand in operation.operands]
    there = [f.chosen[0].candidate.sentence.ranked for operand, f in found if f.sure and is_of(operand, f.chosen[0])]
    passages = {r.passage.id: r for r in (*there, *whole.ranked)}
    return list(passages.values())[:3]


def _tells_itself(operation: Operation, found: Lookup) -> bool:
    """Tell whether the best figure is itself how much more one is than the other: a balance, or a change from the base that is asked for."""
    if not found.sure or len(choose_figures(found)) != 1:
        return False
    candidate = found.chosen[0].candidate
    figure = candidate.figure
    if figure.kind == "level":
        if "累计" in figure.subject and "累计" not in found.query.text:
            # What is left over from all the years is no balance of the year.
            return False
        return _DEFICIT.search(figure.subject) is not None and not operation.compares_years and not operation.compares_places
    percent = found.query.need.unit_class in {"", "percent"}
    if figure.kind not in (_MOVES if percent else {"change"}) or operation.compares_places:
        return False
    before = fold(ahead(found.chosen[0]))
    bases = [m["base"] for m in _BASE.finditer(before)]
    if operation.compares_years and _OF_YEARS.search(before[-_NEAR:]):
        return True
    if not bases:
        return False
    if _YEAR_BEFORE_EN.search(found.query.text):
        return _YEAR_BEFORE.search(bases[-1]) is not None
    if operation.compares_years:
        return str(min(y for o in operation.operands for y in o.scope.years)) in bases[-1]
    asked = _BASE.search(fold(found.query.text))
    return asked is not None and any(len(t) > 1 and t in asked["base"] and t in bases[-1] for t in found.query.terms)


def _is_of_other_unit(query: Query, computed: Computed, whole: Lookup) -> bool:
    """Tell a difference or a sum of another unit than the question names, or than the figure has that fits all of it: 户 and no 个."""
    unit, asked = computed.result.unit, query.need.unit
    if not query.need.strict or computed.result.kind not in {"change", "level"}:
        return False
    if not asked:
        return query.need.unit_class in _RATES and class_of_unit(unit) not in _RATES
    stated = whole.sure and whole.chosen[0].candidate.figure.unit == asked
    return is_other_unit(asked, unit) or (stated and unit != asked)


def _is_change_stated(operation: Operation, found: Lookup) -> bool:
    """Tell whether the reports state the change where a question asks for something beside it: 收入达到多少，比五年前增加了多少."""
    clauses = by_clauses(found.query, fold(found.query.text).lower())
    given = choose_figures(found) if len(clauses) > 1 else []
    if len(given) != len(clauses):
        return False
    moved = [(part.need, c) for part, c in zip(clauses, given, strict=True) if _MOVES & set(part.need.kinds)]
    return bool(moved) and all(
        c.candidate.figure.kind in (_MOVES if need.unit_class in {"", "percent"} else {"change"}) and is_of_base(operation, c)
        for need, c in moved
    )


def is_of_base(operation: Operation, chosen: Chosen) -> bool:
    """Tell whether a change counts from the year that a computation compares with: one from the year before is none from three years before."""
    if operation.compares_years and _GAP.search(chosen.candidate.figure.subject):
        return False
    years = sorted(y for operand in operation.operands for y in operand.scope.years)
    basis = fold(chosen.candidate.figure.basis)
    if not operation.compares_years or len(years) != 2:
        return True
    if not basis:
        # What moved in one year, and names no other, counts from the year before.
        figure, said = chosen.candidate.figure, fold(chosen.candidate.sentence.text)
        of_one = figure.kind in _MOVES and figure.period.isdigit() and not _OF_YEARS.search(fold(ahead(chosen))[-_NEAR:])
        return years[1] - years[0] == 1 or not of_one or str(years[0]) in said
    named = [int(y) for y in re.findall(r"(?:19|20)\d\d", basis)]
    return years[0] in named if named else years[1] - years[0] == 1 or not _YEAR_BEFORE.search(basis)


def worked_out(lookups: Lookups, found: Lookup) -> Computed | None:
    """Return a value that the reports imply without stating it: the way between two values, or the value before a stated change."""
    if subquestions(found.query):
        return None
    asked = found.query.need.unit_class
    if asked in _LEVELS and not (found.sure and class_of_unit(found.chosen[0].candidate.figure.unit) == asked):
        # 50% and 75% tell by how many points a share rose, 30 and 60 how many times it is.
        unit, unit_class, kinds = _LEVELS[asked]
        need = replace(found.query.need, unit=unit, unit_class=unit_class, kinds=kinds)
        levels = lookups.look_up(replace(found.query, need=need))
        if levels.sure and (derived := way_between(found.query, levels.chosen)):
            return derived
    for derive in (
        (way_between, share_of_whole, besides, left_over, for_each, value_before_event, value_before_change) if found.sure else ()
    ):
        derived = derive(found.query, found.chosen)
        if derived is not None:
            return derived
    years = {str(y) for y in found.query.scope.years}
    stated = found.sure and found.chosen[0].candidate.figure.period in years
    return value_before(lookups, found.query) if years and not stated else None


def _is_stated(operation: Operation, found: Lookup) -> bool:
    """Tell whether a figure found for the whole question is the result itself: a change, a share, a total called one."""
    if not found.sure or len(choose_figures(found)) != 1:
        return False
    candidate = found.chosen[0].candidate
    if operation.kind == "sum":
        before = ahead(found.chosen[0])[-12:]
        own = [[t for t in operand.terms if not all(t in o.terms for o in operation.operands)] for operand in operation.operands]
        named = {any(t in candidate.figure.subject for t in terms) for terms in own if terms}
        if len(named) > 1:
            # 全县共有小学20所 tells one of the two that are added up.
            return False
        if re.search("共|合计|累计|总(?!额|值|产|量|收入|支出)", before):
            return True
        # 进出口总额 is the name of a measure, and the total of several only if it speaks of each of them.
        shared = set.intersection(*(set(operand.terms) for operand in operation.operands))
        return "总" in before and all(_speaks_of(found, set(operand.terms) - shared) for operand in operation.operands)
    if operation.kind == "ratio":
        # 缩小到2.1, 2.1：1
        bare = candidate.figure.unit == "" and candidate.figure.kind == "level" and candidate.figure.value < _MANY_TIMES
        return candidate.figure.unit == "倍" or bare
    if operation.kind == "share":
        of_nation = NATION not in operation.labels or _NATION.search(fold(ahead(found.chosen[0])).lower()) is not None
        return candidate.figure.kind == "share" and of_nation and _is_share_of(operation, found)
    if operation.compares_years and not _ends_with_last(operation, candidate.figure.period):
        return False
    percent = (found.query.scope.span or operation.between_neighbours) and found.query.need.unit_class in {"", "percent"}
    return is_of_base(operation, found.chosen[0]) and candidate.figure.kind in {
        "change",
        *(("growth",) if percent else ()),
        *(("other",) if operation.compares_places else ()),
    }


def _ends_with_last(operation: Operation, period: str) -> bool:
    """Tell whether a change may have come about by the last of the years that are compared: that of the first year came before."""
    last = max(y for operand in operation.operands for y in operand.scope.years)
    return not period or str(last) in period


def _speaks_of(found: Lookup, terms: Collection[str]) -> bool:
    """Tell whether the best figure speaks of one of some terms."""
    spoken = found.chosen[0].candidate.spoken.own
    return any(spoken[i] >= _SPOKEN for i, t in enumerate(found.query.terms) if t in terms)


def _is_share_of(operation: Operation, found: Lookup) -> bool:
    """Tell whether a share is that of the part asked about: what stands before 占 speaks of it, or a rate speaks of what only the part is called."""
    part = ahead(found.chosen[0]).rpartition("占")[0]
    own = set(operation.operands[0].terms) - set(operation.operands[1].terms)
    if not part and own and found.chosen[0].candidate.figure.subject.endswith("率"):
        # 赤字率 is no share that one deficit has of another.
        return all(_speaks_of(found, {t}) for t in own)
    part = re.split("[，,；;。、]", fold(part).lower())[-1] or part
    asked = with_product("".join(operation.operands[0].terms))
    return not part or not asked or bool(set(asked) & set(with_product(part)))
