"""Settling what a query is asked of: places that reports only speak of, the user's own filters, what he took out."""

from dataclasses import replace

from index.dictionary import open_dictionary
from index.opening import Library
from index.places import NATION, same_places, short_name
from index.query import Query
from index.scope import Scope
from index.words import passage_words

# Reports look back on as many years at most, hardly on more.
_LONG_BEFORE = 10


def settle(library: Library, query: Query) -> Query:
    """Tell the places that reports speak of (上海 in a report on the nation) from those that none knows: the first are words to be found."""
    spoken_of = tuple(p for p in query.scope.unknown if is_spoken_of(library, p, None))
    if spoken_of:
        unknown = tuple(p for p in query.scope.unknown if p not in spoken_of)
        # 新建 is a county, and in most reports a word like others.
        named = tuple(p for p in spoken_of if not open_dictionary().is_ordinary(p))
        return replace(query, scope=replace(query.scope, unknown=unknown), mentioned=named)
    named = _spoken_of_before(library, query)
    if not named:
        return query
    scope = replace(query.scope, places=(), widened=True)
    return replace(query, scope=scope, terms=(*named, *query.terms), mentioned=named)


def spoken_of_elsewhere(library: Library, query: Query) -> Query | None:
    """Return a query to be asked of speeches and news that speak of the one place that it names (a bridge there), None if there are none.

    What other places' reports say of it is not asked: of 74 questions that went without an answer wrongly none was answered by them.
    """
    scope = query.scope
    names = tuple(dict.fromkeys(short_name(p) for p in scope.places if p != NATION))
    if len(names) != 1 or scope.issued or scope.issuers or scope.types:
        return None
    cards = [c for c in library.catalogue() if not c.metadata.place and not c.metadata.issuer]
    if not cards or not is_spoken_of(library, names[0], [c.id for c in cards]):
        return None
    scope = replace(scope, places=(), reports=tuple(c.key for c in cards), widened=True)
    return replace(query, scope=scope, terms=(*names, *query.terms), mentioned=names)


def _spoken_of_before(library: Library, query: Query) -> tuple[str, ...]:
    """Return the places of a question whose own reports are all of much later years, if others of its years speak of them: 1959年报告…西藏."""
    scope = query.scope
    asked = (*scope.issued, *scope.years, *scope.span)
    named = tuple(same_places(scope.places))
    if not asked or not named or NATION in named:
        return ()
    cards = [c for c in library.catalogue() if c.metadata.year]
    first = min((c.metadata.year or 0 for c in cards if c.metadata.place in scope.places), default=0)
    if max(asked) + _LONG_BEFORE > first:
        return ()
    of_then = [c.id for c in cards if 0 <= (c.metadata.year or 0) - max(asked) <= (not scope.issued)]
    return named if of_then and all(is_spoken_of(library, p, of_then) for p in named) else ()


def is_spoken_of(library: Library, place: str, reports: list[int] | None) -> bool:
    """Tell whether reports (all if None) hold all words of a place's name."""
    words = passage_words(short_name(place))
    if reports is None:
        return all(library.lexical.frequency(w) > 0 for w in words)
    return bool(library.lexical.search(words, reports=reports, k=1))


def limit(query: Query, limits: Scope | None) -> Query:
    """Return a query with the user's own filters in place of what it names itself."""
    if limits is None:
        return query
    scope = query.scope
    merged = replace(
        scope,
        years=limits.years or scope.years,
        places=limits.places or scope.places,
        reports=limits.reports or scope.reports,
        unknown=() if limits.places or limits.reports else scope.unknown,
    )
    return replace(query, scope=merged)


def without(query: Query, dropped: Scope) -> Query:
    """Return a query without what the user took out of its scope."""
    scope = query.scope
    years = tuple(y for y in scope.years if y not in dropped.years)
    kept = replace(
        scope,
        years=years,
        span=scope.span if years == scope.years else (),
        issued=tuple(y for y in scope.issued if y not in dropped.years),
        compared=tuple(y for y in scope.compared if y not in dropped.years),
        places=tuple(p for p in scope.places if p not in dropped.places),
        unknown=tuple(p for p in scope.unknown if p not in dropped.places),
        issuers=tuple(i for i in scope.issuers if i not in dropped.issuers),
        types=tuple(t for t in scope.types if t not in dropped.types),
        reports=tuple(r for r in scope.reports if r not in dropped.reports),
    )
    return replace(query, scope=kept)
