"""Totals: the last row of a table where nothing but its outlay is asked for, the whole before what stands behind 其中, a sum and no rate for each, two sectors in one."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import sort_at_any_time
from app.working.computed import is_part, sentence_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED, _TRIED_BOTH = 24, 12
# So much less may a total fit than a part of it, the whole than what stands behind 其中, a sum than what each gets, and two sectors in one than one of them.
_TOTAL_FITS, _WHOLE_FITS, _SUM_FITS, _BOTH_FIT = 14.0, 2.0, 6.0, 4.0
_SPOKEN = 0.6
# Money that comes in or goes out, named without what for.
_MONEY = re.compile("(?:本年|全年|年度)?(?:总|全部|所有)?(?P<way>收入|支出)(?:总额|总计|合计|决算数?)?")
_GENERAL = re.compile("总额|总数|合计|总计|决算数?|总共|全部|本年|部门|单位|花|用")
_TOTAL = re.compile("(?:本年|全年)?(?:收入|支出|收支)?(?:合计|总计|总额)")
# The whole and its part may both be asked for.
_ASKED = re.compile("多少|几")
# 林业加牧业, 进口和出口: two names that end alike are one with both beginnings.
_TWO = re.compile(r"(?P<one>[一-龥])(?P<end>[一-龥])(?:加上?|和|与|跟|及|、)(?P<two>[一-龥])(?P=end)")
_EACH = re.compile("各|分别|谁|哪|相比|[之对]比|比例|比重|占")
_RATE_ASKED = re.compile(r"平均|人均|户均|每|标准|待遇|单价|价格|水平|/|\b(?:per|each|every|average|standard|rate)\b")
_SUM_ASKED = re.compile(r"花|支出|开支|投入|发放|发了|拨|资金|一共|总共|合计|总额|\b(?:total|spen[dt]|paid out|altogether)\b")


def total_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the total of a table where a question asks for income or outlay and for no part of it, and the best row is of a part."""
    ways = [m["way"] for t in query.terms if (m := _MONEY.fullmatch(t))]
    if len(set(ways)) != 1 or not all(_MONEY.fullmatch(t) or _GENERAL.fullmatch(t) for t in query.terms):
        return None
    figure = best.candidate.figure
    if not _is_row(best) or _TOTAL.search(_label(best)):
        return None
    sort = (figure.unit, figure.kind, figure.period)
    totals = [
        c
        for c in chosen[1:]
        if best.score - c.score <= _TOTAL_FITS
        and _is_row(c)
        and ways[0] in c.candidate.figure.subject
        and (c.candidate.figure.unit, c.candidate.figure.kind, c.candidate.figure.period) == sort
        and _TOTAL.search(_label(c))
    ]
    # 总计 may hold what was carried over too.
    return next((c for c in totals if "合计" in c.candidate.figure.subject), totals[0] if totals else None)


def before_parts(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the whole where the best stands behind 其中 and has no word of the question that the whole has not."""
    if "其中" in query.text or not is_part(best):
        return None
    figure, named = best.candidate.figure, _named(query, best)
    before = (
        c
        for c in chosen[1:_TRIED]
        if sentence_of(c) == sentence_of(best) and not is_part(c) and best.score - c.score <= _WHOLE_FITS
    )
    return next(
        (
            c
            for c in before
            if (c.candidate.figure.unit, c.candidate.figure.kind) == (figure.unit, figure.kind)
            and c.candidate.figure.start < figure.start
            and c.candidate.figure.value > figure.value
            and named
            and named <= _named(query, c)
        ),
        None,
    )


def part_named(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the part behind 其中 that has a word of the question which the whole before it has not: 复议351件，其中结果纠正64件."""
    sentence, figure = best.candidate.sentence, best.candidate.figure
    if is_part(best) or sentence.ranked.passage.context or len(_ASKED.findall(query.text)) > 1:
        return None
    lead = matching_text(sentence.text[: figure.start - sentence.start])
    parts = sorted(
        (c for c in chosen[1:] if sentence_of(c) == sentence_of(best) and c.candidate.figure.start > figure.end and is_part(c)),
        key=lambda c: c.candidate.figure.start,
    )
    for c in parts:
        between = sentence.text[figure.end - sentence.start : c.candidate.figure.start - sentence.start]
        sort = (c.candidate.figure.unit, c.candidate.figure.kind) == (figure.unit, figure.kind)
        if re.search("[；;。]", between) or not sort or c.candidate.figure.value >= figure.value:
            continue
        if any(len(t) > 1 and t in matching_text(c.candidate.figure.subject) and t not in lead for t in query.terms):
            return c
    return None


def sum_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a sum of money where the best is what each gets (元/人·月), which the question does not ask for."""
    question, figure = fold(query.text).lower(), best.candidate.figure
    if "/" not in figure.unit or not _SUM_ASKED.search(question) or _RATE_ASKED.search(question):
        return None
    stem = figure.unit.partition("/")[0]
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _SUM_FITS and c.candidate.figure.unit == stem)
    alike = (c for c in likely if c.candidate.figure.kind == figure.kind and class_of_unit(stem) == "money")
    return next((c for c in alike if c.candidate.spoken.share >= _SPOKEN * best.candidate.spoken.share), None)


def sum_of_both(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of two things together where a question names both, and the best is of one: 林业加牧业 is 林牧业."""
    text, figure = matching_text(query.text), best.candidate.figure
    two = _TWO.search(text)
    if two is None or _EACH.search(text):
        return None
    one, other, end = two["one"], two["two"], two["end"]
    names = (f"{one}{other}{end}", f"{other}{one}{end}")
    if any(name in matching_text(figure.subject) for name in names):
        return None
    for c in chosen[1:_TRIED_BOTH]:
        own = c.candidate.figure
        called = any(name in matching_text(own.subject) for name in names)
        if (
            best.score - c.score <= _BOTH_FIT
            and called
            and sort_at_any_time(c) == sort_at_any_time(best)
            and own.period == figure.period
        ):
            return c
    return None


def _named(query: Query, c: Chosen) -> set[str]:
    """Return the words of the question (of more than one letter, or in digits) that the name of a figure has."""
    name = matching_text(c.candidate.figure.subject)
    return {t for t in query.terms if (len(t) > 1 or t.isdigit()) and t in name}


def _label(c: Chosen) -> str:
    return "".join(c.candidate.figure.subject.split())


def _is_row(c: Chosen) -> bool:
    return bool(c.candidate.sentence.ranked.passage.context)
