"""The measure itself where the best figure is of its aim, of a part of it, or of what it is a part of: 养老保险人数, not 职工养老保险人数."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.standing import sentence_of
from app.choosing.words import cut
from app.preferences.row_words import is_row, label
from app.working.computed import is_part, is_part_of
from corpus.matching import matching_text
from index.query import Query

_TRIED = 12
_NAMED_ALIKE = 0.5
# So much less may an outcome fit than its aim, a measure than what is a part of it, a row than the one that holds it.
_OUTCOME_FITS, _MEASURE_FITS, _INSIDE_FITS, _BEFORE_FITS = 8.0, 1.5, 6.0, 2.0
_LITTLE, _SHORTEST = 0.1, 4
# What there is for each head, and how many heads a place has at least.
_EACH = re.compile(r"人均|每人|户均|每户|平均每|\bper (?:capita|head|person)\b", re.IGNORECASE)
# 30亿元，增长4%，占全市总额的40%
_SHARE_BEHIND = re.compile(r"(?:左右|以上)?[，,](?:[^，。；占]{2,14}[，,])?占(?P<whole>[^，。；\d]{2,18})(?=\d)")
_SHARE_FITS = 2.0
_HAN = re.compile("[一-龥]")
_RATE = re.compile(r"率|‰|千分|\brates?\b", re.IGNORECASE)
_HEADS, _TOTAL_FITS = 1000, 5.0
# Who is counted as a whole goes without saying.
_WHOLE = re.compile("^(?:年?末|年?底)?(?:全[国省市区县州](?!人均)|全年|全体|实现|预计)*")
_INSIDE = re.compile("里|其中|当中|之中|中的|(?<=[用入出产债款])中")


def outcome_of_aim(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return what was reached in the year of an aim that fits best, where a question asks for neither (2012年新增就业多少)."""
    aim = best.candidate.figure
    if query.need.status is not None or query.scope.issued or aim.status != "target" or not query.scope.years:
        return None
    least = best.candidate.spoken.share - _LITTLE
    rivals = (
        c
        for c in _rivals(best, chosen, _OUTCOME_FITS)
        if c.candidate.figure.status == "actual" and _is_dated_alike(c, best) and c.candidate.spoken.share >= least
    )
    # Of two names one mostly has a word more: 粮食产量 and 粮食总产量.
    inside = (c for c in rivals if _is_inside(*sorted((_letters(c), _letters(best)), key=len)))
    return next(inside, None)


def measure_alone(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the measure by itself where the best is one of a part of it: 参加养老保险人数 and 参加职工养老保险人数."""
    name, figure = _letters(best), best.candidate.figure
    for c in _of_its_sort(best, chosen, _MEASURE_FITS):
        other, shorter = c.candidate.figure, _letters(c)
        apart = sentence_of(c) != sentence_of(best)
        as_well = apart and (other.period, other.status) == (figure.period, figure.status)
        as_well = as_well and _says_as_much(query, c, best) and _named_by(query, best) <= _named_by(query, c)
        if as_well and _SHORTEST <= len(shorter) < len(name) and _is_inside(shorter, name):
            return c
    return None


def total_not_each(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the total where the best is what there is of it for each head and the question asks for no such thing: GDP, not 人均GDP."""
    figure = best.candidate.figure
    if not _EACH.search(figure.subject) or _EACH.search(query.text) or set(query.need.kinds) - {"level"}:
        return None
    totals = (
        c
        for c in _of_its_sort(best, chosen, _TOTAL_FITS)
        if not _EACH.search(c.candidate.figure.subject) and c.candidate.figure.value > figure.value * _HEADS
    )
    return next(
        (
            c
            for c in totals
            if (c.candidate.figure.period, c.candidate.figure.status) == (figure.period, figure.status)
            and _says_as_much(query, c, best)
        ),
        None,
    )


def whole_not_share(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the whole where the best is told to be a share of what the question names: 总额, not 民营企业总额 that is 40% of it (占总额的40%)."""
    figure = best.candidate.figure
    if not query.terms or not _is_share_of(best, query.terms[-1]):
        return None
    wholes = (
        c
        for c in _of_its_sort(best, chosen, _SHARE_FITS)
        if c.candidate.figure.value > figure.value and not _is_share_of(c, query.terms[-1])
    )
    return next(
        (
            c
            for c in wholes
            if (c.candidate.figure.period, c.candidate.figure.status) == (figure.period, figure.status)
            and _says_as_much(query, c, best)
            and _named_by_letters(query, best) <= _named_by_letters(query, c)
        ),
        None,
    )


def _is_share_of(c: Chosen, measure: str) -> bool:
    """Tell a value behind which its share of a measure is told: 30亿元，占总额的40%."""
    sentence = c.candidate.sentence
    behind = _SHARE_BEHIND.match(sentence.text, c.candidate.figure.end - sentence.start)
    return behind is not None and measure in matching_text(behind["whole"])


def count_not_rate(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the number beside a rate per thousand that fits best, where no rate is asked for: 出生多少 asks for births, not for the birth rate.

    So the value of a row goes before its share of all rows.
    """
    figure = best.candidate.figure
    share = is_row(best) and figure.kind == "share"
    if not (share or figure.unit == "‰") or query.need.kinds or query.need.unit_class == "percent" or _RATE.search(query.text):
        return None
    near = (c for c in chosen[1:_TRIED] if best.score - c.score <= _MEASURE_FITS and sentence_of(c) == sentence_of(best))
    return next((c for c in near if c.candidate.figure.kind == "level" and (share or _says_as_much(query, c, best))), None)


def inside_named(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row of a table that tells of what the best row is as a whole: 管理费用里的保险费, 人均居住支出."""
    if not is_row(best):
        return None
    figure, name = best.candidate.figure, label(best)
    more = [t for t in query.terms if len(t) > 1 and t not in name]
    inside = _INSIDE.search(query.text) is not None
    return next(
        (
            c
            for c in chosen[1:]
            if best.score - c.score <= _INSIDE_FITS
            and is_row(c)
            and name
            and name in _named_above(c)
            and (c.candidate.figure.unit, c.candidate.figure.period, c.candidate.figure.kind)
            == (figure.unit, figure.period, figure.kind)
            and (any(t == label(c) or (inside and t in label(c)) for t in more))
        ),
        None,
    )


def before_parts(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the whole where the best stands behind 其中 and has no word of the question that the whole has not."""
    if "其中" in query.text or not is_part(best):
        return None
    figure, named = best.candidate.figure, _named_by_letters(query, best)
    before = (
        c
        for c in chosen[1:_TRIED]
        if (sentence_of(c) == sentence_of(best) or is_part_of(best, c))
        and not is_part(c)
        and best.score - c.score <= _BEFORE_FITS
    )
    return next(
        (
            c
            for c in before
            if (c.candidate.figure.unit, c.candidate.figure.kind) == (figure.unit, figure.kind)
            and c.candidate.figure.start < figure.start
            and c.candidate.figure.value > figure.value
            and named
            and named <= _named_by_letters(query, c)
        ),
        None,
    )


def _named_above(c: Chosen) -> str:
    """Return the headings above a table and what stands before its first column: what heads the others is of one cell each."""
    passage = c.candidate.sentence.ranked.passage
    return matching_text(" ".join((*passage.section[-2:], passage.context.partition("|")[0])))


def _is_dated_alike(c: Chosen, aim: Chosen) -> bool:
    return c.candidate.figure.period == aim.candidate.figure.period


def _named_by(query: Query, c: Chosen) -> set[str]:
    """Return the words of the question (of more than one letter) that the name of a figure has, none inside another word."""
    words = cut(c.candidate.figure.subject)
    return {t for t in query.terms if len(t) > 1 and t in words}


def _says_as_much(query: Query, c: Chosen, best: Chosen) -> bool:
    """Tell whether a figure speaks of every word of the question (of more than one letter) that the best one speaks of.

    How near words of two languages are is told less surely: liabilities is 负债, and nearer to 流动负债.
    """
    said = zip(query.terms, c.candidate.spoken.own, best.candidate.spoken.own, strict=True)
    less = _LITTLE / 2 if _is_of_one_language(query, c) else _LITTLE * 3
    return all(own >= other - less for term, own, other in said if len(term) > 1)


def _is_of_one_language(query: Query, c: Chosen) -> bool:
    return (_HAN.search(query.text) is None) == (_HAN.search(c.candidate.figure.subject) is None)


def _letters(c: Chosen) -> str:
    return _WHOLE.sub("", "".join(letter for letter in matching_text(c.candidate.figure.subject) if letter.isalpha()))


def _is_inside(short: str, long: str) -> bool:
    """Tell whether one text is another with letters left out, the ends kept in place."""
    letters = iter(long)
    return all(letter in letters for letter in short) and short[-2:] == long[-2:]


def _rivals(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    """Return the figures that are called what the best is, are of its sort, and fit nearly as well."""
    return [c for c in _of_its_sort(best, chosen, most) if named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE]


def _of_its_sort(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    figure = best.candidate.figure
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= most)
    return [c for c in likely if (c.candidate.figure.kind, c.candidate.figure.unit) == (figure.kind, figure.unit)]


def _named_by_letters(query: Query, c: Chosen) -> set[str]:
    """Return the words of the question (of more than one letter, or in digits) that the name of a figure has, inside others too."""
    name = matching_text(c.candidate.figure.subject)
    return {t for t in query.terms if (len(t) > 1 or t.isdigit()) and t in name}
