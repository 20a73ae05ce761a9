"""What a question asks after another is not what the other was told: 农民收入多少？城里人呢？"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups, without_contradicting
from app.choosing.of_given import of_given
from app.choosing.standing import place_of, sentence_of
from app.preferences.stocks import moved
from app.refusals.contradiction import contradicts
from app.several.subquestions import subquestions
from corpus.figures.conversion import convertible
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

# A figure that was as good as guessed tells nothing about what is asked next.
_SURE = 0.2
# So much less may a figure fit than the best that stands beside the one given before; one of its own sort elsewhere is more of a rival.
_TRIED, _NEARLY, _AS_WELL, _LITTLE = 24, 6.0, 2.0, 0.1
# So much less may a figure fit that is of the class of unit of the one given before.
_LIKE_UNIT = 3.0
_RATES = frozenset(["percent", "points", "times"])
_ASKS = re.compile(r"多少|几|多[大高长快重宽深远]|什么|哪|谁|怎|吗|率|比重|占比|增速|\b(?:how|what|which|who)\b", re.IGNORECASE)


# 税率要降吗 is told by yes or no, and by no figure.
_WHETHER, _HOW_MUCH = (
    re.compile("吗[？?]?$|有没有|是不是|是否|[一-龥]不[一-龥]"),
    re.compile("多少|几|多[大高长快重宽深远]|率|比重|占比|增速"),
)


def answered_before(lookups: Lookups, before: Query) -> Lookup | None:
    """Return what the question before found, None if it asks for text or several values, or has no sure answer."""
    whether = _WHETHER.search(fold(before.text)) and not _HOW_MUCH.search(fold(before.text))
    if before.need.task == "text" or before.scope.unknown or subquestions(before) or whether:
        return None
    found = lookups.look_up(before)
    return found if found.chosen and found.confidence >= _SURE else None


def without_given(found: Sequence[Lookup], before: Lookup | None) -> list[Lookup]:
    """Return lookups without the figure that answers the question before; where both fit it best, it belongs to the one that it fits more."""
    if before is None:
        return list(found)
    return [of_given(_of_like_unit(_sibling_first(_without(f, before), before), before), before) for f in found]


def _without(found: Lookup, before: Lookup) -> Lookup:
    given = before.chosen[0]
    if not found.chosen or not _is_same(found.chosen[0], given):
        return found
    moved_to = _other_years(found.query, before.query)
    own_year = given.candidate.figure.period in moved_to
    if own_year or (not moved_to and _ahead(before.chosen) < _ahead(found.chosen)):
        # What is of the year that is asked about now was no answer to the question about another.
        return found
    rest = [c for c in found.chosen if not _is_same(c, given)]
    return replace(found, chosen=tuple(without_contradicting(found.query, rest)))


def _other_years(own: Query, before: Query) -> set[str]:
    """Return the years that a question asks about and the one before it did not."""
    return {str(y) for y in own.scope.years if y not in before.scope.years}


def _sibling_first(found: Lookup, before: Lookup) -> Lookup:
    """Return a lookup with the figure first that stands beside the one given before, is of its sort, and says as much: 城里…？乡下呢？"""
    given = before.chosen[0]
    scope, earlier = found.query.scope, before.query.scope
    asked_alike = (scope.years, scope.span, scope.places, scope.issuers) == (
        earlier.years,
        earlier.span,
        earlier.places,
        earlier.issuers,
    )
    if not asked_alike or not found.chosen or sentence_of(found.chosen[0]) == sentence_of(given):
        return found
    best, sort = found.chosen[0], _sort(given)
    beside = (c for c in found.chosen[1:_TRIED] if sentence_of(c) == sentence_of(given) and _sort(c) == sort)
    said = float(best.candidate.spoken.own.sum()) - _LITTLE
    sibling = next((c for c in beside if not _is_same(c, given) and float(c.candidate.spoken.own.sum()) >= said), None)
    if sibling is None or best.score - sibling.score > _NEARLY or (_sort(best) == sort and best.score > sibling.score + _AS_WELL):
        return found
    return replace(found, chosen=tuple(moved(found.chosen, sibling, best)))


def _of_like_unit(found: Lookup, before: Lookup) -> Lookup:
    """Return a lookup with the best figure first whose unit is of the class of the one given before, where the follow-up has no asking word: 煤多少吨？钢呢？"""
    given = before.chosen[0]
    own = found.query.text.partition("（")[0]
    if not found.chosen or _ASKS.search(fold(own)) or class_of_unit(given.candidate.figure.unit) in _RATES:
        return found
    best = found.chosen[0]
    if _is_of_like_unit(best, given):
        return found
    likely = (c for c in found.chosen[1:_TRIED] if best.score - c.score <= _LIKE_UNIT and _is_of_like_unit(c, given))
    other = next((c for c in likely if not _is_same(c, given) and not contradicts(found.query, c.candidate)), None)
    return found if other is None else replace(found, chosen=tuple(moved(found.chosen, other, best)))


def _is_of_like_unit(c: Chosen, given: Chosen) -> bool:
    """Tell figures of one class of unit; what is counted or measured must be so in one unit."""
    unit, other = c.candidate.figure.unit, given.candidate.figure.unit
    classes = {class_of_unit(unit), class_of_unit(other)}
    return len(classes) == 1 and (classes != {"count"} or unit == other or unit in convertible(other))


def _sort(c: Chosen) -> tuple[str, str]:
    return c.candidate.figure.kind, c.candidate.figure.unit


def _ahead(chosen: Sequence[Chosen]) -> float:
    """Return how far the best of some figures is ahead of the others."""
    others = [c.score for c in chosen if not _is_same(c, chosen[0])]
    return chosen[0].score - max(others, default=float("-inf"))


def _is_same(a: Chosen, b: Chosen) -> bool:
    if place_of(a) == place_of(b):
        return True
    x, y = a.candidate.figure, b.candidate.figure
    if a.candidate.sentence.stretch.passage.context and b.candidate.sentence.stretch.passage.context and x.subject != y.subject:
        # A row may hold one value in several columns: 合计 | 10.00, 项目支出 | 10.00.
        return False
    return (x.value, x.unit, x.period) == (y.value, y.unit, y.period)
