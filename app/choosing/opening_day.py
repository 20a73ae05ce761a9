"""What a question says of the opening of a year: 2019年初 and 期初 of a table are what the end of 2018 left."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.candidates import Candidate
from corpus.figures.numerals import fold
from index.query import Query

# 年初预算 and 年初以来 are no day, and 比年初 is what a change counts from.
_OPENING = re.compile(
    r"(?<![比较从自由])(?:(?<=年)(?<![比较从自由]年)初|期初|年初|(?<!\d)0?1月0?1日|上年年?[末底]|上期[末期]?)"
    r"(?!以来|至|到|起|预|计划|目标|安排|就?[定说提想]|[^，。？]{0,3}(?:相比|增|减|变))"
    r"|\b(?:on|at|as at|as of) (?:1(?:st)? january|january 1(?:st)?|the (?:start|beginning|opening) of (?:the year|(?:19|20)\d\d))\b"
)


def before_opening(query: Query) -> Query:
    """Return a question about the opening of one year as one about the year before, any other as it is."""
    scope = query.scope
    one_year = len(scope.years) == 1 and not (scope.span or scope.compared or scope.issued)
    if not one_year or query.need.status == "target" or not _OPENING.search(fold(query.text).lower()):
        return query
    return replace(query, scope=replace(scope, years=(scope.years[0] - 1,)))


def as_of_opening(query: Query, of_year: Sequence[Candidate], of_year_before: Sequence[Candidate]) -> list[Candidate]:
    """Return figures as they fit the opening of the year that a question is about; they are given with their features for the year, and for the one before.

    A column 期初余额 is read as the end of the year before, a row 期初余额 as of its year.
    """
    year = query.scope.years[0]
    return [
        replace(own, figure=replace(own.figure, period=str(year - 1)))
        if own.figure.period == str(year) and _OPENING.search(fold(own.figure.subject))
        else before
        for own, before in zip(of_year, of_year_before, strict=True)
    ]
