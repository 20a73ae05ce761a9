"""The lookups that a question consists of: one for each of several places, companies, years or reports."""

import re
from dataclasses import dataclass, replace

from app.subquestions import by_clauses
from corpus.figures.numerals import fold
from index.places import same_places
from index.query import Query
from index.scope import Scope

# 1954、1955、1959三份报告分别, 哪年快, 后来多了多少
_YEARS_LISTED = re.compile(
    r"(?:(?:19|20)\d\d(?:年|财年)?(?:的?(?:政府工作)?报告|末|底)?(?:、|，|,\s?|以及|和|与|及|跟|\s?and\s)?){2,}"
    r"(?:[两二三四五六七八]份(?:政府工作)?报告|[两二三四五六七八]年)?(?:里|中)?[，,]?(?:分别|各自?(?=是|为|有|多|增))?"
)
_COMPARING = re.compile(
    r"[，,；;](?:请问)?(?:哪[一个]?年|谁|哪个)[^，,。？?]*|[，,；;](?:后来|一共|前后|两者)?(?:多|少|高|低|涨|降|相差|差|变)了?多少"
)
_EVERY_YEAR = re.compile(
    r"(?<!平均)每年|各年|历年|逐年|分年|一年比一年|怎么变|如何变|各(?:是|为|有|多少|几)|分别|[两二三四五六七八九]年(?:各|都|分别|总数)|\beach year\b|\brespectively\b"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One lookup that a question consists of: a label to tell it from the others ("" if it is the only one) and its own query.

    `year` is the one of several years that it is about, None where it is not one of several. `whole` tells a part that asks for one value.
    """

    label: str
    query: Query
    year: int | None = None
    whole: bool = False


def parts(query: Query) -> list[Part]:
    """Split a question about several places or years into one lookup each."""
    scope = query.scope
    if len(scope.places) > 1:
        groups = same_places(scope.places)
        if len(groups) > 1:
            single = replace(query.need, many=False)
            return [
                Part(name, replace(query, scope=replace(scope, places=places), need=single)) for name, places in groups.items()
            ]
    if len(scope.issuers) > 1:
        return _issuer_parts(query)
    if len(scope.issued) > 1:
        return [Part(f"{year}年报告", _single(query, replace(scope, issued=(year,)))) for year in scope.issued]
    clauses = by_clauses(query, fold(query.text).lower())
    if len({c.scope.years for c in clauses}) > 1:
        return [Part("", clause, whole=True) for clause in clauses]
    years = scope.years
    if scope.span and len(years) == 2 and _EVERY_YEAR.search(query.text) and years[1] - years[0] <= 12:
        years = tuple(range(years[0], years[1] + 1))
    elif scope.span or len(years) < 2:
        return [Part("", query)]
    return [Part(f"{year}年", _single(query, replace(scope, years=(year,), span=())), year) for year in years]


def _issuer_parts(query: Query) -> list[Part]:
    """Return a lookup for each of several companies or offices; as many years as there are of them belong to them in their order."""
    scope = query.scope
    paired = len(scope.years) == len(scope.issuers)
    years = [(y,) for y in scope.years] if paired else [scope.years] * len(scope.issuers)
    return [
        Part(issuer, _single(query, replace(scope, issuers=(issuer,), years=own, span=() if paired else scope.span)))
        for issuer, own in zip(scope.issuers, years, strict=True)
    ]


def _single(query: Query, scope: Scope) -> Query:
    """Return the lookup for one of several years or reports: what lists them or compares their values is no part of it."""
    text = _COMPARING.sub("", _YEARS_LISTED.sub("", query.text))
    return replace(query, text=text, scope=scope, need=replace(query.need, many=False))
