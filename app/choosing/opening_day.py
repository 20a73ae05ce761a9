"""What a question says of the opening of a year: 2019年初 and 期初 of a table are what the end of 2018 left."""

import re
from dataclasses import replace

from corpus.figures.numerals import fold
from index.query import Query

# 年初预算 and 年初以来 are no day, and 比年初 is what a change counts from.
_OPENING = re.compile(
    r"(?<![比较从自由])(?:(?<=年)初|期初|年初|(?<!\d)0?1月0?1日|上年年?[末底]|上期[末期]?)"
    r"(?!以来|至|到|起|预|计划|目标|安排|就?[定说提想]|[^，。？]{0,3}(?:相比|增|减|变))"
)


def before_opening(query: Query) -> Query:
    """Return a question about the opening of one year as one about the year before, any other as it is."""
    scope = query.scope
    one_year = len(scope.years) == 1 and not (scope.span or scope.compared or scope.issued)
    if not one_year or query.need.status == "target" or not _OPENING.search(fold(query.text)):
        return query
    return replace(query, scope=replace(scope, years=(scope.years[0] - 1,)))


def is_opening(words: str) -> bool:
    """Tell whether the words of a row or a column call it the opening of its year: 期初余额."""
    return _OPENING.search(fold(words)) is not None
