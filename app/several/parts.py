"""The lookups that a question consists of: one for each of several places, companies, years or reports."""

import re
from dataclasses import dataclass, replace

from app.several.members import by_members, listed
from app.several.shared_words import without_shared_words
from app.several.subquestions import asks_for_all, by_clauses, subquestions
from app.working.operands import without_issuers
from corpus.figures.numerals import fold
from index.abbreviations import plain_names
from index.need import Need, understand
from index.places import NATION, same_places
from index.query import Query
from index.scope import Scope
from index.years import named_plans

# 1954、1955、1959三份报告分别, 哪年快, 后来多了多少
_YEARS_LISTED = re.compile(
    r"(?:(?:19|20)\d\d(?:年|财年)?(?:的?(?:政府工作)?报告|末|底)?(?:、|，|,\s?|以及|和|与|及|跟|\s?and\s)?){2,}"
    r"(?:[两二三四五六七八]份(?:政府工作)?报告|[两二三四五六七八]年)?(?:里|中)?[，,]?(?:分别|各自?(?=是|为|有|多|增))?"
    # 22、23、24年
    r"|(?<![\d.])(?:\d\d年?[底末]?(?:、|，|,|以及|和|与|及|跟))+\d\d(?:年[底末]?|(?=[两二三四五]年))(?:[两二三四五六七八]年)?[，,]?(?:分别|各自?(?=是|为|有|多|增))?"
)
_COMPARING = re.compile(
    r"[，,；;](?:请问)?(?:哪[一个]?年|谁|哪个)[^，,。？?]*|[，,；;](?:后来|一共|前后|两者)?(?:多|少|高|低|涨|降|相差|差|变)了?多少"
)
_QUANTITY = re.compile("多少|几|百分之")
_EVERY_YEAR = re.compile(
    r"(?<!平均)每年(?!平均|递|以)|各年|历年|逐年|分年|一年比一年|[两二三四五六七八九]年(?:各|都|分别|总数)|\beach year\b"
)
# These share out a list of things, if there is one: 2018—2022年甲、乙各减少多少 asks for two values.
_SHARED_OUT = re.compile(r"怎么变|如何变|各(?:是|为|有|多少|几)|分别|\brespectively\b")
# What asks for one value over a stretch of years, or for how a value moved.
_OVER_YEARS = re.compile(
    r"从|由|累计|共|总(?!产?值|人口|产量|面积)|均|期间|以来|[增涨降减升变翻超比]|多了|少了|提高|扩大|合计|达到|(?:[三四五六七八九十]|(?<!\d)\d)年(?!底|末|度)[来里间]?|\b(?:from|total|average|grow|increase|rise|fall|change)"
)
# What was the output from 2019 to 2021 asks for the values of three years; how many were built from 2019 to 2021 for one.
_LEVELS_OVER_YEARS = re.compile(
    r"^what (?:was|were|is|are)\b.*\bfrom(?= (?:19|20)\d\d (?:to|through|until) (?:19|20)\d\d\W*$)", re.IGNORECASE
)
# 甲市和全国各是多少
_BESIDE_NATION = re.compile("(?:[和与跟]全国|全国[和与跟]).*(?:各(?!地|类|种|级|省|市|项)|分别)")
_EACH = re.compile(r"各|分别|\beach\b|\brespectively\b")
_WHICH_YEAR = re.compile("哪一?个?年")
_LIST = re.compile(r"、|以及|(?<!国家)[和与及跟]|\band\b")
_LONGEST_LIST = 12
_FEW_YEARS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One lookup that a question consists of: a label to tell it from the others ("" if it is the only one) and its own query.

    `year` is the one of several years that it is about, None where it is not one of several. `whole` tells a part that asks for one value,
    `apart` one of several places or companies of which the same is asked, `planned` one of several five-year plans.
    """

    label: str
    query: Query
    year: int | None = None
    whole: bool = False
    apart: bool = False
    planned: bool = False

    @property
    def is_dated(self) -> bool:
        """Tell whether it is about one of several years or plans."""
        return self.year is not None or self.planned


def parts(query: Query) -> list[Part]:
    """Split a question about several places or years into one lookup each."""
    scope = query.scope
    groups = same_places(scope.places) if scope.places else {}
    if len(groups) == 1 and NATION not in scope.places and _BESIDE_NATION.search(query.text):
        groups = {**groups, NATION: (NATION,)}
    if len(groups) > 1:
        return [
            Part(name, own, whole=_asks_one(own), apart=True)
            for name, places in groups.items()
            for own in (_listed(query, [*groups, *scope.places], name, replace(scope, places=places)),)
        ]
    if len(scope.issuers) > 1:
        return _issuer_parts(query)
    clauses = by_clauses(query, fold(query.text).lower())
    if len(scope.issued) > 1:
        return _report_parts(query, clauses)
    plans = named_plans(query.text)
    if len(plans) > 1 and not scope.years:
        return [Part(f"“{name}”", _single(query, replace(scope, span=span)), planned=True) for name, span in plans.items()]
    if len({c.scope.years for c in clauses}) > 1:
        return [part for clause in clauses for part in _clause_parts(query, clause)]
    return year_parts(query, _years_apart(query))


def _report_parts(query: Query, clauses: list[Query]) -> list[Part]:
    """Return the lookup for each of several reports: its own clause, where each has one (2031年的报告里几座，2035年的报告里几座)."""
    issued = query.scope.issued
    if [c.scope.issued for c in clauses] == [(year,) for year in issued]:
        return [Part(f"{year}年报告", own, whole=True) for year, own in zip(issued, clauses, strict=True)]
    own_of = {year: _single(query, replace(query.scope, issued=(year,))) for year in issued}
    return [Part(f"{year}年报告", own, whole=_asks_one(own)) for year, own in own_of.items()]


def _clause_parts(query: Query, clause: Query) -> list[Part]:
    """Return the lookup for one of several clauses; one for each of its years, if it lists them (1978年、1979年各是多少，1980年呢)."""
    years = clause.scope.years
    if len(years) > 1 and years != query.scope.years and not clause.scope.span:
        return year_parts(clause, years)
    year = years[0] if len(years) == 1 else None
    return [Part("", clause, year, whole=not by_members(clause, fold(clause.text).lower()))]


def year_parts(query: Query, years: tuple[int, ...]) -> list[Part]:
    """Return a lookup for each of several years; the whole question if there are none."""
    if len(years) < 2:
        return [Part("", query)]
    queries = [(year, _single(query, replace(query.scope, years=(year,), span=()))) for year in years]
    # 21年跟22年比，面积跌了多少，两年各多少: the values of both years tell the fall.
    compared = bool(query.scope.compared)
    return [Part(f"{year}年", own, year, whole=compared or _asks_one(own)) for year, own in queries]


def _years_apart(query: Query) -> tuple[int, ...]:
    """Return the years whose values a question asks for one by one, none if it asks for one value."""
    years, text = query.scope.years, query.text
    # 比某年，甲、乙各增加多少 asks for changes, not for the values of both years.
    changes = bool({"growth", "change"} & set(query.need.kinds)) and len(listed(query)) > 1
    if query.scope.compared and (_EACH.search(text) or _WHICH_YEAR.search(text)) and not changes:
        return tuple(sorted({*years, *query.scope.compared}))
    if not query.scope.span:
        return years
    if _LEVELS_OVER_YEARS.match(text):
        # (The first of these years is else one that is only compared with.)
        years = query.scope.span
    distance = years[1] - years[0] if len(years) == 2 else 0
    shared = _SHARED_OUT.search(text) is not None and not listed(query)
    every = (shared or _EVERY_YEAR.search(text) is not None) and distance <= _LONGEST_LIST
    # 1981—1985年城里和农村各盖了多少 asks for what was built in all those years.
    few = (
        0 < distance <= _FEW_YEARS
        and not _OVER_YEARS.search(_LEVELS_OVER_YEARS.sub("", text))
        and not _LIST.search(text)
        and "了" not in text
    )
    return tuple(range(years[0], years[1] + 1)) if distance and (every or few) else ()


def _issuer_parts(query: Query) -> list[Part]:
    """Return a lookup for each of several companies or offices; as many years as there are of them belong to them in their order."""
    scope = query.scope
    query = replace(query, terms=without_issuers(query))
    paired = len(scope.years) == len(scope.issuers)
    years = [(y,) for y in scope.years] if paired else [scope.years] * len(scope.issuers)
    return [
        Part(
            issuer,
            _listed(query, [], "", replace(scope, issuers=(issuer,), years=own, span=() if paired else scope.span)),
            apart=True,
        )
        for issuer, own in zip(scope.issuers, years, strict=True)
    ]


def _single(query: Query, scope: Scope) -> Query:
    """Return the lookup for one of several years or reports: what lists them or compares their values is no part of it."""
    return _about_one(query, _COMPARING.sub("", _YEARS_LISTED.sub("", query.text)), scope)


def _listed(query: Query, names: list[str], kept: str, scope: Scope) -> Query:
    """Return the lookup for one of several places or companies: what lists them or compares their values is no part of it."""
    return _about_one(query, without_shared_words(query.text, names, kept), scope)


def _about_one(query: Query, text: str, scope: Scope) -> Query:
    left = plain_names(fold(text).lower())
    terms = tuple(t for t in query.terms if t in left) or query.terms
    return replace(query, text=text, scope=scope, terms=terms, need=replace(_need_of_each(query), many=False))


def _need_of_each(query: Query) -> Need:
    """Return what is asked for of each: 储备各是多少，后来多了多少 asks for what there was, and the change is of both."""
    asked = _COMPARING.sub("", query.text)
    if asked == query.text or not _QUANTITY.search(asked):
        return query.need
    return replace(understand(asked), status=query.need.status, task="figure")


def _asks_one(query: Query) -> bool:
    """Tell whether one value is asked for of each place or year: there is no list beside theirs."""
    return not _LIST.search(query.text) and not asks_for_all(query) and not subquestions(query)
