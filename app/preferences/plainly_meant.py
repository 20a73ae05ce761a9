"""What a question plainly means where figures fit nearly alike: the outcome and no aim, the group and no parent, no bound."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.words import cut
from app.preferences.account_columns import column_of_account
from app.preferences.asked_for import aim_of_outcome, averaged, moved_by, of_kind, of_span, of_status, of_year, stated_change
from app.preferences.asked_part import part_in_frame, rank_of_pace, sum_of_both, thing_asked
from app.preferences.balances import balance_asked
from app.preferences.beside import beyond_bound, mean_asked, member_named
from app.preferences.beside_quoted import beside_quoted
from app.preferences.cells import (
    asked_column,
    inside_named,
    of_money,
    of_named_unit,
    parents_row,
    plain_column,
    rate_of_change,
    row_of_more,
    whole_of_row,
)
from app.preferences.compared_base import not_the_base
from app.preferences.counted import noun_counted
from app.preferences.direction import way_asked
from app.preferences.end_asked import end_asked
from app.preferences.framed import inside_frame
from app.preferences.left_out import not_left_out
from app.preferences.opposites import opposite_asked
from app.preferences.real_growth import in_real_terms
from app.preferences.roles import part_played
from app.preferences.stocks import moved
from app.preferences.titles import told_by_title
from app.preferences.told_already import not_told_already
from app.preferences.totals import before_parts, part_named, sum_asked, total_asked
from app.preferences.whole_meant import whole_meant
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_TRIED = 12
_NAMED_ALIKE = 0.5
# So much less may an outcome fit than the aim, the value of a group than that of its parent, a value than the bound it passed.
_OUTCOME, _GROUP, _VALUE, _PLAIN, _SPOKEN = 8.0, 4.0, 12.0, 1.5, 1.5
_FULL = 2.0
_LITTLE, _MEASURE, _BEHIND = 0.1, 4, 3.0
# Who is counted as a whole goes without saying.
_WHOLE = re.compile("^(?:年?末|年?底)?(?:全[国省市区县州](?!人均)|实现|预计)*")
_PARENT = re.compile("母公司|子公司|参股公司")
# 迈上170亿元新台阶、达到177.2亿元; 双双超过30亿元、分别达62.3亿元和31.5亿元
_PASSED = re.compile('(?:突破|迈上|站上|跨上|跃上|迈过|跨越|跨过|超过|越过|超)了?[“”"]?$')
_PASSES = re.compile("(?:突破|迈上|站上|跨上|跃上|迈过|跨越|跨过|超过|越过)了?[“”]?$")
_REACHES = re.compile('[”"]?(?:大关|关口|门槛|台阶|新台阶)?[，、,](?:总量|总额|总值)?(?:分别)?(?:实现|达到|达|为)了?$')

# 突破了什么大关 asks for the round number itself.
_MARK_ASKED = re.compile("(?:什么|哪个|多少[^，。？]{0,6}的?)(?:大关|关口|门槛|台阶)")

_SAID_OF = re.compile("贡献|能耗|占比|比重|排放|强度|拉动")
_AND, _CLAUSE = re.compile("、|和|与|及"), re.compile("[，,；;。]")


def plainly_meant(query: Query, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Return the figures with what the question plainly means before what merely fits its words as well."""
    for better in (
        # What the question tells already, its year, status and kind of quantity
        not_told_already, beyond_bound, of_year, of_span, of_status, aim_of_outcome, of_kind, moved_by, way_asked, _value,
        # Which table, row and column
        sum_asked, parents_row, _group, opposite_asked, balance_asked, row_of_more, told_by_title, asked_column, inside_frame,
        inside_named, whole_of_row, rate_of_change, plain_column, column_of_account, total_asked, of_money, of_named_unit,
        # The whole or a part of it
        _measure, whole_meant, before_parts, part_named, not_left_out,
        # Which figure of a sentence
        _plain, _spoken, _outcome, _in_full, member_named, mean_asked, averaged, stated_change, in_real_terms, beside_quoted,
        not_the_base, part_played, part_in_frame, thing_asked, noun_counted, rank_of_pace, sum_of_both, end_asked,
    ):  # fmt: skip
        chosen = _first(better, query, chosen)
    return chosen


def _first(
    better: Callable[[Query, Chosen, Sequence[Chosen]], Chosen | None], query: Query, chosen: Sequence[Chosen]
) -> Sequence[Chosen]:
    other = better(query, chosen[0], chosen) if chosen else None
    if other is None:
        return chosen
    best = chosen[0]
    # A bound that a value passed is no answer at all; what else fitted best is no rival of what is meant.
    behind = [] if better is _value else [replace(best, score=best.score - _BEHIND)]
    first, *rest = (c for c in moved(chosen, other, best) if c is not best)
    # What fits the words better is told by them, and no more meant than they say.
    first = replace(first, meant=better not in {_spoken, _plain, _in_full})
    return [first, *sorted((*behind, *rest), key=lambda c: -c.score)]


def _outcome(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return what was reached in the year of an aim that fits best, where a question asks for neither (2012年新增就业多少)."""
    aim = best.candidate.figure
    if query.need.status is not None or query.scope.issued or aim.status != "target" or not query.scope.years:
        return None
    least = best.candidate.spoken.share - _LITTLE
    rivals = (
        c
        for c in _rivals(best, chosen, _OUTCOME)
        if c.candidate.figure.status == "actual" and _is_dated_alike(c, best) and c.candidate.spoken.share >= least
    )
    # Of two names one mostly has a word more: 粮食产量 and 粮食总产量.
    inside = (c for c in rivals if _is_inside(*sorted((_letters(c), _letters(best)), key=len)))
    return next(inside, None)


def _is_dated_alike(c: Chosen, aim: Chosen) -> bool:
    return c.candidate.figure.period == aim.candidate.figure.period


def _group(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the value of the whole company where the row that fits best is of its parent's or a daughter's table."""
    if _PARENT.search(query.text) or not _is_of_parent(best):
        return None
    rivals = (c for c in _of_its_sort(best, chosen, _GROUP) if _is_dated_alike(c, best) and not _is_of_parent(c))
    return next((c for c in rivals if c.candidate.spoken.share >= best.candidate.spoken.share), None)


def _is_of_parent(c: Chosen) -> bool:
    passage = c.candidate.sentence.ranked.passage
    return bool(passage.context) and bool(_PARENT.search(f"{passage.context} {c.candidate.figure.subject}"))


def _value(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the value behind the round number that it passed."""
    if _MARK_ASKED.search(query.text):
        return _mark(best, chosen)
    sentence = best.candidate.sentence
    lead = sentence.text[: best.candidate.figure.start - sentence.start]
    if not _PASSED.search(lead) or fold(best.candidate.figure.text) in fold(query.text):
        return None
    same = sorted((c for c in chosen if sentence_of(c) == sentence_of(best)), key=lambda c: c.candidate.figure.start)
    behind = [c for c in same if c.candidate.figure.start > best.candidate.figure.start]
    if not behind or not _REACHES.search(_between(best, behind[0])):
        return None
    run = [behind[0]]
    for a, b in pairwise(behind):
        if _between(a, b) not in {"、", "和", "与"}:
            break
        run.append(b)
    unit = best.candidate.figure.unit
    fitting = [c for c in run if c.candidate.figure.unit == unit]
    names = _AND.split(_CLAUSE.split(lead)[-1])
    if len(names) == len(fitting) > 1:
        # 社会消费品零售总额和进出口总值双双超过30亿元、分别达…和…: the values have the order of the names.
        said = [sum(len(t) for t in query.terms if t in matching_text(name)) for name in names]
        return fitting[said.index(max(said))]
    likely = (c for c in fitting if best.score - c.score <= _VALUE)
    return max(likely, key=lambda c: c.score, default=None)


def _mark(best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the round number that the best value passed."""
    sentence = best.candidate.sentence
    same = [c for c in chosen if sentence_of(c) == sentence_of(best) and c.candidate.figure.unit == best.candidate.figure.unit]
    marks = [c for c in same if _PASSES.search(sentence.text[: c.candidate.figure.start - sentence.start])]
    before = (c for c in marks if c.candidate.figure.start < best.candidate.figure.start)
    return None if best in marks else max(before, key=lambda c: c.candidate.figure.start, default=None)


def _plain(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the measure by itself where the best is one of a part of it, or for each: 参加养老保险人数, 参加职工养老保险人数, 人均养老保险…."""
    name, figure = _letters(best), best.candidate.figure
    for c in _of_its_sort(best, chosen, _PLAIN):
        other, shorter = c.candidate.figure, _letters(c)
        apart = sentence_of(c) != sentence_of(best) or ("人均" in name and "人均" not in shorter + query.text)
        as_well = (
            apart
            and not (_is_of_parent(c) and not _is_of_parent(best))
            and (other.period, other.status) == (figure.period, figure.status)
        )
        as_well = as_well and _says_as_much(query, c, best) and _named_by(query, best) <= _named_by(query, c)
        if as_well and _MEASURE <= len(shorter) < len(name) and _is_inside(shorter, name):
            return c
    return None


def _measure(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a value of what is asked for where the best is of something said of it: GDP增长, 对GDP增长的贡献率, 单位GDP能耗."""
    figure = best.candidate.figure
    if not _SAID_OF.search(figure.subject) or _SAID_OF.search(query.text):
        return None
    if figure.kind == "share" and "share" in query.need.kinds:
        return None
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _PLAIN and not _SAID_OF.search(c.candidate.figure.subject))
    kinds = query.need.kinds or (figure.kind,)
    return next(
        (
            c
            for c in likely
            if c.candidate.figure.unit == figure.unit
            and c.candidate.figure.kind in kinds
            and not _is_listed_with(c, best)
            and c.candidate.spoken.share >= best.candidate.spoken.share - _LITTLE
            and _is_dated_alike(c, best)
        ),
        None,
    )


def _is_listed_with(c: Chosen, best: Chosen) -> bool:
    """Tell the figure before the best in a list of things of which all the same is said: 甲、乙排放量分别下降5%和4%."""
    before = sentence_of(c) == sentence_of(best) and c.candidate.figure.start < best.candidate.figure.start
    return before and _AND.fullmatch(_between(c, best)) is not None


def _spoken(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a figure beside the best that speaks of every word as well and of one more: 城乡居民收入分别达3.6万元、2.3万元."""
    figure, passage = best.candidate.figure, best.candidate.sentence.ranked.passage.id
    said = best.candidate.spoken.own
    for c in _of_its_sort(best, chosen, _SPOKEN):
        other, own = c.candidate.figure, c.candidate.spoken.own
        beside = c.candidate.sentence.ranked.passage.id == passage
        alike = (other.period, other.status) == (figure.period, figure.status)
        named = all(t in matching_text(other.subject) for t in query.terms if t in matching_text(figure.subject))
        if beside and alike and named and (own >= said - _LITTLE / 2).all() and (own - said).max(initial=0.0) >= _LITTLE:
            return c
    return None


def _in_full(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of the same sentence that has a word of the question whole where the best has a part: 工农业, not 农业."""
    named, words = _named_by(query, best), set(cut(best.candidate.figure.subject))
    likely = (c for c in _of_its_sort(best, chosen, _FULL) if sentence_of(c) == sentence_of(best) and _is_dated_alike(c, best))
    for c in likely:
        more = _named_by(query, c) - named
        if named <= _named_by(query, c) and any(len(w) > 1 and w in t for t in more for w in words):
            return c
    return None


def _named_by(query: Query, c: Chosen) -> set[str]:
    """Return the words of the question (of more than one letter) that the name of a figure has, none inside another word."""
    words = cut(c.candidate.figure.subject)
    return {t for t in query.terms if len(t) > 1 and t in words}


def _says_as_much(query: Query, c: Chosen, best: Chosen) -> bool:
    """Tell whether a figure speaks of every word of the question (of more than one letter) that the best one speaks of."""
    said = zip(query.terms, c.candidate.spoken.own, best.candidate.spoken.own, strict=True)
    return all(own >= other - _LITTLE / 2 for term, own, other in said if len(term) > 1)


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


def _between(a: Chosen, b: Chosen) -> str:
    sentence = a.candidate.sentence
    return sentence.text[a.candidate.figure.end - sentence.start : b.candidate.figure.start - sentence.start]
