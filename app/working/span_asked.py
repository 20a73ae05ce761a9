"""Read what a question asks of one measure over a stretch of years: by what per cent it moved, at what yearly rate, its mean, its sum, its steps."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from app.several.subquestions import by_clauses
from app.working.operands import scopes_apart
from corpus.figures.numerals import fold
from index.need import understand
from index.query import Query
from index.years import LATEST_YEARS, named_plans

Manner = Literal["growth", "yearly", "mean", "total", "steps"]

_HAN = re.compile("[一-龥]")
_MOVES = "增长|增加|提高|提升|上升|上涨|升高|下降|减少|降低|下跌|下滑|回落|缩小|增|减|涨|跌|升|降"
_MOVES_EN = r"gr[eo]w|grown|rise|rose|risen|increased?|climb(?:ed)?|fall|fell|fallen|drop(?:ped)?|declined?|decreased?|shrink|shrank|changed?"
_YEARLY = re.compile(
    rf"(?:年均|平均每年|每年平均|年平均|平均年|平均一年)(?:的?复合)?(?:{_MOVES}|增速|增幅|递增)|复合(?:年均?)?增(?:长|速)|年复合"
    r"|\bcagr\b|\bcompound(?:ed)?\b|\baverage (?:annual|yearly) (?:rate of )?(?:growth|increase|decrease|decline|change)"
    rf"|\b(?:{_MOVES_EN})\b[^?]*\b(?:per year|a year|each year|annually|per annum)\b[^?]*\bon average\b|\b(?:{_MOVES_EN})\b[^?]*\bon average\b[^?]*\b(?:per year|a year|each year|annually)\b"
)
_GROWTH = re.compile(
    rf"(?:{_MOVES})(?:了|出|的)?(?:大概|大约|约)?(?:百分之[几多]|几成|多少%|%)|(?:增幅|涨幅|降幅|跌幅|增长率|增长幅度|下降幅度)(?:是|有|为|达)?(?:多少|多大|几|百分之|$)"
    rf"|\bby (?:what|how many) per ?cent(?:age)?\b|\bin per ?cent(?:age)?\b|\bhow many per ?cent\b|\bpercentage (?:change|growth|increase|decrease|rise|fall|drop)\b|\bwhat per ?cent(?:age)?\b[^?]*\b(?:{_MOVES_EN})\b"
)
_MEAN = re.compile(
    r"(?:年平均|年均|平均)(?:值|数)?(?:大概|大约|约|是|为|有|达到?)*(?:多少|几(?!倍|成|番))|平均值|均值|(?:[两二三四五六七八九十\d]年|年来|期间|时期)(?:的|里|间|中)?年?(?:平均|均)(?!增|每)"
    r"|(?:平均每年|每年平均|年均|年平均)(?!增|上|下|减|提|降|涨|跌|递|复)|\bon average\b|\b(?:average|mean)\b[^?]*\b(?:over|across|during|between|from|for|of) (?:the )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|last|past|\d) )*(?:years|(?:19|20)\d\d)|\b(?:average|mean) (?:annual|yearly)\b"
)
_TOTAL = re.compile(
    r"合计|一共|总共|加起来|合起来|加在一起|加总|总计|相加|之和|总和|\bin total\b|\btogether\b|\baltogether\b|\bcombined\b|\bin all\b|\btotal\b"
)
_STEPS = re.compile(
    rf"(?<!平均)(?:每年|逐年|各年|历年)(?:都|分别|各|是|的|大概|比上年)*(?:{_MOVES}|变化|变动|多|少)(?:了|出)?(?:是|有)?(?:多少|几(?!倍|成|番)|$)|一年一年|一年比一年|逐年(?:变|怎)|(?<![\d全本上])年年(?![报度末底初])"
    rf"|\b(?:{_MOVES_EN})\b[^?]*\b(?:each year|every year|from year to year|year by year|year on year)\b|\byear by year\b"
)
_RECENT = re.compile(r"(?:近|过去|最近)[一二两三四五六七八九十几\d]+年|五年计划|五年规划|\bprevious\b")
# 累计 of the latest years is what came in within them, and so is 近五年改造了多少.
_OF_RECENT = re.compile(rf"{LATEST_YEARS.pattern}[^，。？?]{{0,16}}(?:累计(?![总共]?达)|了(?:多少|几))")
_BETWEEN = re.compile(r"\bbetween\b|\bsince\b|\bfrom\b")
_EVERY = re.compile("平均|均值|每年|逐年|合计|共")
_RATE_ASKED = re.compile(r"百分之|几成|增速|增幅|涨幅|%|\bper ?cent")
# What asks how a measure moved or what is made of its values names no measure.
_NO_MEASURE = re.compile(
    rf"(?:年均|年平均|平均|每年|逐年|名义|实际|复合|百分之[几多]?|百分|幅度|(?:{_MOVES})率?|增[速幅]|[涨降跌]幅|变化|变动|情况|怎么|一年|年年|[两二三四五六七八九十]年|合计|一共|总共|总和|总计|之和|相加|加|均值|平均值|年均值|至|到|这|几年|从|由|来|里|间|期间|前后)+"
    rf"|average|mean|annual(?:ly)?|yearly|compound(?:ed)?|rate|cagr|growth|per ?cent|percentage|years?|{_MOVES_EN}|total|together|combined|altogether|two|three|four|five|six|seven|eight|nine|ten|step|over|across|during|between"
)  # fmt: skip
# 平均每年多打多少 asks by how much it rose.
_MOVED = re.compile(rf"{_MOVES}|多(?!少|大)|(?<!多)少")
_FLOWS_ONLY = re.compile("累计|其中|扣")
_LONGEST, _LONGEST_WAY = 12, 48


@dataclass(frozen=True, slots=True)
class AskedOverSpan:
    """What is asked of a measure: `query` asks for its value and names no year, `years` are those asked about, in order."""

    query: Query
    years: tuple[int, ...]
    manner: Manner


def read_over_span(query: Query) -> AskedOverSpan | None:
    """Return what a question asks of the values of several years, None if it asks for no such thing."""
    scope = query.scope
    text = fold(query.text).lower()
    years = _years(query, text)
    manner = _manner(query, text) if len(years) > 1 else None
    if manner is None or scope.issued or len(scopes_apart(query)) > 1 or len(by_clauses(query, text)) > 1:
        return None
    terms = tuple(t for t in query.terms if not _NO_MEASURE.fullmatch(t))
    asked = f"{''.join(terms)}是多少" if _HAN.search(text) else f"what was {' '.join(terms)}?"
    need = understand(asked)
    if manner in {"mean", "total"} and query.need.unit_class:
        need = replace(need, unit=query.need.unit, unit_class=query.need.unit_class)
    rate = need.unit_class in {"percent", "points"}
    if not terms or (rate and manner != "steps"):
        # By how much a rate moved is told in percentage points, and rates have no sum; their mean is none of what they are rates of.
        return None
    need = replace(need, task="figure", kinds=need.kinds if rate else ("level",), status=query.need.status, many=False)
    undated = replace(scope, years=(), span=(), compared=())
    own = replace(query, text=asked, terms=terms, background=(), need=need, scope=undated, asking="")
    return AskedOverSpan(own, (years[0], years[-1]) if manner in {"growth", "yearly"} else years, manner)


def _manner(query: Query, text: str) -> Manner | None:
    percent = query.need.unit_class in {"", "percent"}
    # A plan's rate counts from the year before its first, and the reports tell it.
    way = not named_plans(query.text) and not _RECENT.search(text)
    if _YEARLY.search(text):
        return "yearly" if percent and way else None
    if _STEPS.search(text):
        return None if _RATE_ASKED.search(text) else "steps"
    if _GROWTH.search(text):
        return "growth" if percent and way else None
    if _MEAN.search(text):
        return None if _MOVED.search(text) else "mean"
    moved = _MOVED.search(text.replace("新增", ""))
    if _OF_RECENT.search(text):
        return "total" if not moved else None
    return "total" if _TOTAL.search(text) and not named_plans(query.text) and not moved and not _FLOWS_ONLY.search(text) else None


def _years(query: Query, text: str) -> tuple[int, ...]:
    """Return the years that a question asks about: all of a stretch, or those that it lists."""
    scope = query.scope
    named = sorted(scope.span or {*scope.years, *scope.compared})
    if len(named) == 1 and _GROWTH.search(text) and not _YEARLY.search(text):
        # By what per cent it grew in a year: the year before tells it where no report does.
        return (named[0] - 1, named[0])
    if len(named) < 2 or named[-1] - named[0] > _LONGEST_WAY:
        return ()
    stretch = scope.span or (len(named) == 2 and (scope.compared or _BETWEEN.search(text)))
    years = tuple(range(named[0], named[-1] + 1)) if stretch else tuple(named)
    return years if len(years) <= _LONGEST or not _EVERY.search(text) else ()
