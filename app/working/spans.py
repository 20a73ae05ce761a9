"""Answer what is asked of one measure over several years with the values of each, where the reports do not tell it themselves."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.lookup import Lookup, Lookups
from app.choosing.standing import ahead, sentence_of
from app.computed_words import compose_computed, compose_uncomputed
from app.over_years.named import of_the_measure
from app.trends.series import yearly_values
from app.working.computed import Computed
from app.working.computing import compute
from app.working.deriving import Derived, difference, total
from app.working.growing import mean
from app.working.operands import Kind, Operation
from app.working.span_asked import AskedOverSpan, read_over_span
from corpus.figures.numerals import fold
from index.places import short_name
from index.query import Query

_STATED_MEAN = re.compile(r"年?均(?![衡等势田分])|平均|每年|\baverage\b|\ba year\b|\bper year\b|\bannual(?:ly)?\b", re.IGNORECASE)
_STATED_TOTAL = re.compile(r"累计|合计|共|[两二三四五六七八九十\d]年|\btotal\b|\bover the\b", re.IGNORECASE)
# What there is at the end of a year is the same thing again at the end of the next.
_STOCK = re.compile(
    r"年末|期末|年底|余额|人口|保有量|拥有|存栏|累计|总数|在校|床位|里程|资产|负债|存量|\bat the end\b|\bpopulation\b",
    re.IGNORECASE,
)
_AT_PRICES = re.compile("生产总值|增加值|总产值|gdp", re.IGNORECASE)
_FOR_EACH = re.compile("人均|户均|平均|每")
_ALIKE = 0.5
_FEWEST = 2


def answered_over_span(lookups: Lookups, question: str, query: Query) -> Answer | None:
    """Return the answer that works out a mean, a sum, a rate or the steps over years, None if none is asked or the reports tell it."""
    asked = read_over_span(query)
    if asked is None or _is_stated(asked, lookups.look_up(query)):
        return None
    if asked.manner in {"growth", "yearly"}:
        return _of_both_ends(lookups, question, query, asked)
    found = values_over_span(lookups, asked)
    if len(found) < len(asked.years):
        # A sum may be told as one, which a lookup of every year says nothing of; the value of one year is none.
        if not found or (asked.manner == "total" and not _is_of_one_year(asked, lookups.look_up(query))):
            return None
        missing = [f"{y}年" for y in asked.years if y not in found]
        return compose_uncomputed(question, query, [(f"{y}年", c) for y, c in found.items()], missing)
    computed = computed_over_span(asked, list(found.values()))
    return compose_computed(question, query, computed) if computed is not None else None


def _of_both_ends(lookups: Lookups, question: str, query: Query, asked: AskedOverSpan) -> Answer | None:
    """Work out by what per cent a value moved from the first to the last year, or at what yearly rate."""
    first, last = asked.years
    operands = tuple(replace(asked.query, scope=replace(asked.query.scope, years=(y,))) for y in (last, first))
    kind: Kind = "growth" if asked.manner == "growth" else "yearly"
    operation = Operation(kind, operands, (f"{last}年", f"{first}年"))
    computed = compute(lookups, operation)
    if computed is not None:
        note = "at prices" if _AT_PRICES.search(computed.inputs[0].candidate.figure.subject) else ""
        return compose_computed(question, query, replace(computed, note=note))
    if len(query.scope.years) < _FEWEST and not query.scope.span:
        # Of one year a report tells the rate, or it is an aim.
        return None
    known = [
        (label, f.chosen[0]) for o, label in zip(operands, operation.labels, strict=True) if _is_of(f := lookups.look_up(o), o)
    ]
    return compose_uncomputed(question, query, known, [n for n in operation.labels if n not in dict(known)]) if known else None


def _is_of(found: Lookup, operand: Query) -> bool:
    return found.sure and found.chosen[0].candidate.figure.period == str(operand.scope.years[0])


def _is_stated(asked: AskedOverSpan, whole: Lookup) -> bool:
    """Tell whether the best figure for the whole question is itself what is asked over the years."""
    if not whole.sure:
        return False
    best = whole.chosen[0]
    figure, said = best.candidate.figure, fold(ahead(best)).lower()
    first, last = asked.years[0], asked.years[-1]
    spans = figure.period == f"{first}-{last}"
    own = re.split("[，,；;。]", said)[-1]
    if asked.manner == "growth":
        based = str(first) in fold(figure.basis) or f"{first}年" in own
        return figure.kind == "growth" and (spans or based or (last - first == 1 and figure.period == str(last)))
    if asked.manner == "yearly":
        return figure.kind == "growth" and _STATED_MEAN.search(own) is not None
    if asked.manner == "mean":
        return spans or (_STATED_MEAN.search(own) is not None and "人均" not in own)
    # 五年年均新增1270万人 is no sum of five years.
    return (
        asked.manner == "total"
        and figure.basis != "年均"
        and (spans or not figure.period.isdigit() or _STATED_TOTAL.search(own) is not None)
    )


def _is_of_one_year(asked: AskedOverSpan, whole: Lookup) -> bool:
    """Tell whether the best figure for the whole question is that of one of its years alone."""
    period = whole.chosen[0].candidate.figure.period if whole.sure else ""
    return period.isdigit() and int(period) in asked.years


def values_over_span(lookups: Lookups, asked: AskedOverSpan) -> dict[int, Chosen]:
    """Return the value of each year for which one of the measure was found."""
    groups = yearly_values(lookups, asked.query, asked.years)
    places = tuple(map(short_name, asked.query.scope.places))
    groups = of_the_measure(groups, asked.query.text.removesuffix("是多少"), places)
    found = {int(g[0].candidate.figure.period): g[0] for g in reversed(groups)}
    return dict(sorted(found.items()))


def computed_over_span(asked: AskedOverSpan, values: Sequence[Chosen]) -> Computed | None:
    """Return what is asked of the values of all years, in order; None where they are not surely of one measure."""
    figures = [c.candidate.figure for c in values]
    labels = tuple(f"{y}年" for y in asked.years)
    if len(values) < _FEWEST or not _are_one_measure(values):
        return None
    if asked.manner == "steps":
        steps = [d for a, b in pairwise(figures) if (d := difference(b, a)) is not None]
        if len(steps) < len(figures) - 1:
            return None
        told = tuple(f"{b}比{a}" for a, b in pairwise(labels))
        return Computed(steps[0], tuple(values), labels, steps=tuple(steps), step_labels=told)
    if asked.manner == "total" and any(
        _STOCK.search(f.subject) or _STOCK.search(ahead(c)[-12:]) for f, c in zip(figures, values, strict=True)
    ):
        return None
    result: Derived | None = mean(figures) if asked.manner == "mean" else total(figures)
    return Computed(result, tuple(values), labels) if result is not None else None


def _are_one_measure(values: Sequence[Chosen]) -> bool:
    """Tell values that are called alike, or stand in one sentence."""
    surest = max(values, key=lambda c: c.score)
    if len({_FOR_EACH.search(c.candidate.figure.subject) is None for c in values}) > 1:
        return False
    return all(
        c is surest or sentence_of(c) == sentence_of(surest) or named_alike(c.candidate, surest.candidate) >= _ALIKE
        for c in values
    )
