"""Read a question for years: what is looked for in which years, the bound that it is held against, and whether all of them, their number or the first is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.over_years.bound import Bound, read_bound
from app.trends.series import years_covered
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.asking import tells, without
from index.catalogue import ReportCard
from index.home import home_of
from index.places import NATION, same_places
from index.query import Query, read_query
from index.scope import Scope, in_scope
from index.years import SHORT_YEAR, resolve_years

Manner = Literal["which", "many", "first"]

LONGEST_SPAN = 120
_YEAR = rf"(?:(?:19|20)\d\d|{SHORT_YEAR})"
_SINCE, _UNTIL = "以来|以后|之后|后|起(?!来)|开始|到现在|至今|到今天", "以前|之前|前|为止"
# What tells the years to be looked at: 在2001年到2009年这几年里, 2001年以来, 近五年, since 2001.
_FRAME = re.compile(
    rf"(?:在|从|自|由)?(?<!\d){_YEAR}\s?年?[底末初度]?(?:\s?(?:到|至|—+|-|–|~|～|、|和|与|及|,|，)\s?{_YEAR}\s?年?[底末初度]?)*"
    rf"(?:(?P<since>{_SINCE})|(?P<until>{_UNTIL}))?(?:这?[两二三四五六七八九十几]年)?(?:期间|之间|间|当中|中间|[里中内])?[，,]?"
    r"|(?:在|从)?(?:最近|近|过去|前)[一二两三四五六七八九十几\d]+年(?:以?来|间|里|中)?[，,]?"
    r"|[“\"]?(?:十[一二三四五六七]|[一二三四五六七八九十])五[”\"]?(?:规划|计划)?(?:时期|期间)(?:里|中|内)?[，,]?"
)
_FRAME_EN = re.compile(
    rf"\b(?:(?P<since>since|after|from)|(?P<until>before|until|up to)|between|over|in|during|for)?\s*(?:the years? )?\b{_YEAR}"
    rf"(?:\s?(?:and|to|through|until|-|–|,)\s?{_YEAR})*\b,?"
)
# What is left of 是在哪一年, 有几年里, 开始超过 and did … in, once what they ask for is cut out.
_EMPTY = re.compile("[？?。！!：:]|请问|其中|曾经|终于")
_ENDS = re.compile(
    r"^[，,、\s的里中内间是在有从自]+|(?:[，,、\s的]|是在?|在|有|从|自|开始|[里中]|起|以?后|了|出现|实现|保持|取得)+$"
)
_AUXILIARY = re.compile(r"^(?:(?:in|for|of|during|did|does|do|was|were|is|are|has|have|had|there|a|the|see|saw|been)\b[\s,]*)+")
_LEFT_BEHIND = re.compile(r"[\s,]*\b(?:(?:a|an|the|to|by|at|in|for|of|was|were|did|not|it|time|on|onwards?|the)\b[\s,]*)+$")
_MOVED_EN = re.compile(
    r"\b(?:gr[eo]w|rise|rose|fall|fell|increased?|decreased?|climb(?:ed)?|drop(?:ped)?|decline[d]?|expand(?:ed)?)\b(?! in\b)"
)
_MOVES_AT_END = re.compile("(?:增长|下降|上涨|上升|增加|减少|提高|降低|下跌|涨|降|跌|增|减)$")
# What is told in per cent by itself; of all else it is the growth.
_RATE = re.compile("率|占|比[重例]|份额|[增涨降跌][速幅]|幅度|指数|增长|涨|跌|降|目标")
_FALLS = re.compile("降|跌|减少|缩减|下滑|回落|" r"\b(?:f[ae]ll|drop|declin|decreas|shr[aiu]nk|cut)")
_BETWEEN = re.compile(rf"\bbetween {_YEAR} and {_YEAR}|{_YEAR}年?[和与]{_YEAR}年?之间")


@dataclass(frozen=True, slots=True)
class AskedYears:
    """What is looked up for each of `years`, the measure as the question names it, the bound on it with its words, and what is asked of the years that meet it.

    `is_bounded` tells that the question itself names where the years begin, `falls` that it asks how far a value fell.
    """

    query: Query
    measure: str
    years: tuple[int, ...]
    bound: Bound
    words: str
    manner: Manner
    falls: bool
    is_bounded: bool


def read_asked_years(query: Query, question: str, catalogue: Sequence[ReportCard]) -> AskedYears | None:
    """Return what a question for years asks, None if it is none or asks about several places, one year or one report only."""
    text = fold(question).lower()
    first = tells(text, "years first")
    if not (tells(text, "years which") or tells(text, "years many") or (first and tells(text, "years when"))):
        return None
    scope = query.scope
    bound = read_bound(text)
    if bound is None or scope.unknown or scope.issued or len(same_places(scope.places)) > 1 or len(scope.issuers) > 1:
        return None
    where = where_looked(scope, catalogue)
    if where is None:
        return None
    years = years_looked_at(text, where, catalogue)
    asked = measure_in(
        f"{text[: bound.start]} {text[bound.end :]}" if not is_chinese(text) else text[: bound.start] + text[bound.end :]
    )
    if len(years) < 2 or len(years) > LONGEST_SPAN or not asked:
        return None
    own = read_query(_as_question(asked, bound), catalogue, scope=where)
    manner: Manner = "first" if first else "many" if tells(text, "years many") else "which"
    falls = _FALLS.search(asked) is not None
    words = text[bound.start : bound.end].strip()
    return AskedYears(own, asked, years, bound, words, manner, falls, _names_years(text)) if own.terms else None


def asks_for_years(question: str) -> bool:
    """Tell whether a question asks in which years, or in how many, something was so."""
    text = fold(question).lower()
    return tells(text, "years which") or tells(text, "years many")


def without_bound(text: str) -> str:
    """Return a folded question in small letters without the words that ask for years and without the bound: what is left is what it asks about."""
    bound = read_bound(text)
    rest = text[: bound.start] + text[bound.end :] if bound else text
    return without(without(rest, "years which"), "years many")


def where_looked(scope: Scope, catalogue: Sequence[ReportCard]) -> Scope | None:
    """Return whose reports are looked through, without years: those named, else those of the place that the folder is about, or the nation's."""
    own = replace(scope, years=(), span=(), compared=())
    if own.places or own.issuers or own.reports or own.types:
        return own
    known = {c.metadata.place for c in catalogue if c.metadata.place}
    if home := home_of(catalogue) or (NATION if NATION in known else ""):
        return replace(own, places=(home,))
    return replace(own, places=tuple(known)) if len(known) == 1 else None


def years_looked_at(text: str, where: Scope, catalogue: Sequence[ReportCard]) -> tuple[int, ...]:
    """Return the years to be looked at: those that a question names, else all that the reports cover."""
    covered = years_covered(in_scope(catalogue, where))
    if not covered:
        return ()
    named = resolve_years(text, latest=max(covered) + 1)
    between = _BETWEEN.search(text) is not None and len(named.years) == 2
    if named.span or between:
        first, last = sorted(named.years) if between else named.span
        return tuple(range(first, last + 1))
    frame = (_FRAME if is_chinese(text) else _FRAME_EN).search(text)
    if len(named.years) == 1 and frame is not None and (frame["since"] or frame["until"]):
        first, last = (named.years[0], max(covered)) if frame["since"] else (min(covered), named.years[0])
        return tuple(range(first, last + 1))
    return tuple(sorted(named.years)) if named.years else tuple(sorted(set(covered)))


def _names_years(text: str) -> bool:
    """Tell whether a question names the years to be looked at, from the first on."""
    frame = (_FRAME if is_chinese(text) else _FRAME_EN).search(text)
    return frame is not None and not frame["until"]


def measure_in(text: str) -> str:
    """Return what is looked for in every year: a question without its years, its bound and the words that ask for years."""
    han = is_chinese(text)
    text = (_FRAME if han else _FRAME_EN).sub(" " if not han else "", text)
    for thing in ("years first", "years which", "years many", "years when"):
        text = without(text, thing)
    text = _EMPTY.sub("", text)
    if han:
        return _ENDS.sub("", _ENDS.sub("", text.strip()))
    return _LEFT_BEHIND.sub("", _AUXILIARY.sub("", " ".join(text.split()))).strip(" ,")


def _as_question(measure: str, bound: Bound) -> str:
    """Return the question for a measure that is held against a bound, in the bound's unit: 粮食产量多少吨, 出口增长百分之几."""
    percent = bound.unit == "%"
    if not is_chinese(measure):
        moved = percent and _MOVED_EN.search(measure)
        return f"by what per cent did {measure}?" if moved else f"what was {measure}?"
    if percent:
        told = "" if _MOVES_AT_END.search(measure) else "是" if _RATE.search(measure) else "增长"
        return f"{measure}{told}百分之几"
    return f"{measure}{'了' if _MOVES_AT_END.search(measure) else '是'}多少{bound.unit}"
