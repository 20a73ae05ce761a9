"""Totals: the last row of a table where its outlay is asked for, the whole before what stands behind 其中, a sum and no rate."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.working.computed import is_part, sentence_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 24
# So much less may a total fit than a part of it, and a sum than what each gets.
_TOTAL_FITS, _WHOLE_FITS, _SUM_FITS = 14.0, 2.0, 6.0
_SPOKEN = 0.6
# Money that comes in or goes out, named without what for.
_MONEY = re.compile("(?:本年|全年|年度)?(?:总|全部|所有)?(?P<way>收入|支出)(?:总额|总计|合计|决算数?)?")
_GENERAL = re.compile("总额|总数|合计|总计|决算数?|总共|全部|本年|部门|单位|花|用")
_TOTAL = re.compile("(?:本年|全年)?(?:收入|支出|收支)?(?:合计|总计|总额)")
# The whole and its part may both be asked for.
_ASKED = re.compile("多少|几")
_RATE_ASKED = re.compile(r"平均|人均|户均|每|标准|待遇|单价|价格|水平|/|\b(?:per|each|every|average|standard|rate)\b")
_SUM_ASKED = re.compile(r"花|支出|开支|投入|发放|发了|拨|资金|一共|总共|合计|总额|\b(?:total|spen[dt]|paid out|altogether)\b")


def total_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the total of a table where a question asks for income or outlay and no part of it, and the best row is of a part."""
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


def _named(query: Query, c: Chosen) -> set[str]:
    """Return the words of the question (of more than one letter, or in digits) that the name of a figure has."""
    name = matching_text(c.candidate.figure.subject)
    return {t for t in query.terms if (len(t) > 1 or t.isdigit()) and t in name}


def _label(c: Chosen) -> str:
    return "".join(c.candidate.figure.subject.split())


def _is_row(c: Chosen) -> bool:
    return bool(c.candidate.sentence.ranked.passage.context)
