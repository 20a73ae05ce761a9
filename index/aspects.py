"""The several places, companies, reports or years that one question asks about, and one list of passages made of a list for each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import TypeVar

from index.places import same_places
from index.query import Query
from index.scope import Scope

_MOST = 5

Item = TypeVar("Item")


def aspects(query: Query) -> list[Query]:
    """Return the query for each of several places, issuers, years of issue or years that it names, in their order; none where it names one or too many."""
    found = [replace(query, scope=scope) for scope in _scopes(query.scope)]
    return found if 1 < len(found) <= _MOST else []


def _scopes(scope: Scope) -> list[Scope]:
    places = same_places(scope.places)
    if len(places) > 1:
        return [replace(scope, places=own) for own in places.values()]
    if len(scope.issuers) > 1:
        return [replace(scope, issuers=(issuer,)) for issuer in scope.issuers]
    if len(scope.issued) > 1:
        return [replace(scope, issued=(year,)) for year in scope.issued]
    # What happened over a span of years is told in one place.
    years = () if scope.span else dict.fromkeys((*scope.years, *scope.compared))
    return [replace(scope, years=(year,), compared=()) for year in years]


def in_turn(lists: Sequence[Sequence[Item]]) -> Iterable[Item]:
    """Yield the items of several lists in turn, each once: the first of each, then the second of each.

    >>> list(in_turn([[1, 2, 3], [2, 4]]))
    [1, 2, 4, 3]
    """
    nothing = object()
    return dict.fromkeys(i for i in chain.from_iterable(zip_longest(*lists, fillvalue=nothing)) if i is not nothing)
