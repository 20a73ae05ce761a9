"""Derive points from two shares of one sentence, and the points of growth that a part of it brought."""

import re

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.choosing.standing import between, place_of
from app.implied.told import Told, sentences_told
from app.working.computed import Computed
from app.working.deriving import contribution, difference
from app.working.ways import ends_of
from corpus.figures.numerals import fold
from index.query import Query

_BROUGHT = re.compile(
    r"拉动|贡献了?(?:大[约概]|约)?(?:多少|几)个?(?:百分)?点|\bcontribut(?:e|ed|ion)\b[^?]*\bpoints?\b|\bpoints?\b[^?]*\bcontribut"
)
_CONTRIBUTION = re.compile("贡献率|贡献|contribut", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:from|to|up|down|compared|lower|higher|less|more|below|above|than|against|versus|while|instead|raised|increase|reduce|cut)\b"
    r"|[由从到至比为较]|提高|提升|上升|下降|降低|降|升|高于|低于",
    re.IGNORECASE,
)
# How much faster one thing grew than another is told by two rates of growth.
_GROWTH = re.compile(r"增速|增幅|增长(?!率为)|\bgrowth\b|\bgr[eo]w")
_TWO = 2
# Who asks what growth was brought about by speaks of much besides.
_LEAST, _LEAST_BROUGHT = 0.55, 0.35


def in_points(lookups: Lookups, query: Query) -> Computed | None:
    """Return by how many points two shares differ, or growth was brought about, None where no sentence gives just two rates for it."""
    if query.need.unit_class != "points" or query.need.task != "figure":
        return None
    text = fold(query.text).lower()
    brought = _BROUGHT.search(text) is not None
    if not brought and (len(query.scope.years) > 1 or _GROWTH.search(text)):
        return None
    for told in sentences_told(lookups, query, least=_LEAST_BROUGHT if brought else _LEAST)[:2]:
        computed = _brought(told) if brought else _apart(told)
        if computed is not None:
            return computed
    return None


def _brought(told: Told) -> Computed | None:
    growths = [c for c in told.around if c.candidate.figure.kind == "growth" and c.candidate.figure.unit == "%"]
    parts = [
        c
        for c in told.figures
        if c.candidate.figure.unit == "%"
        and c.candidate.figure.kind == "share"
        and _CONTRIBUTION.search(c.candidate.figure.subject)
    ]
    if len(parts) != 1 or not growths:
        return None
    ahead_of = [c for c in growths if c.candidate.figure.start < parts[0].candidate.figure.start]
    if not ahead_of:
        return None
    growth = min(ahead_of, key=_is_of_no_product)
    result = contribution(growth.candidate.figure, parts[0].candidate.figure)
    return Computed(result, (growth, parts[0]), ("", "")) if result is not None else None


def _is_of_no_product(c: Chosen) -> bool:
    return re.search("生产总值|经济|GDP|总产值|econom", c.candidate.figure.subject, re.IGNORECASE) is None


def _apart(told: Told) -> Computed | None:
    rates = [c for c in told.figures if c.candidate.figure.unit in {"%", "‰"} and c.candidate.figure.kind != "change"]
    ways = {
        (place_of(a), place_of(b)): (a, b) for c in rates if (pair := ends_of(c, told.figures)) is not None for a, b in (pair,)
    }
    if len(ways) == 1:
        rates = list(next(iter(ways.values())))
    if (
        len(rates) != _TWO
        or len({c.candidate.figure.unit for c in rates}) > 1
        or any(c.candidate.figure.kind == "growth" for c in rates)
    ):
        return None
    first, second = rates
    alike = first.candidate.figure.subject == second.candidate.figure.subject
    if not ways and not (alike and _APART.search(fold(between(first, second)))):
        return None
    result = difference(first.candidate.figure, second.candidate.figure)
    if result is not None and result.value < 0:
        first, second = second, first
        result = difference(first.candidate.figure, second.candidate.figure)
    return Computed(result, (first, second), ("", "")) if result is not None and result.value else None
