"""What the clauses of a question ask apart: what is not found for all of them together is looked up clause by clause."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups
from app.choosing.standing import place_of
from app.subquestions import asks_apart, by_clauses, with_members
from corpus.figures.numerals import fold
from index.query import Query


def look_up_apart(lookups: Lookups, query: Query) -> Lookup:
    """Look a question up; what its clauses ask apart is searched for apart as well."""
    found = lookups.look_up(query)
    return lookups.with_parts(found, _clauses(query)) if asks_apart(query) else found


def answered_apart(lookups: Lookups, query: Query, given: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures for the clauses of a question that ask apart: those given, or each clause's own where some got none and all find one."""
    if not asks_apart(query):
        return list(given)
    clauses = _clauses(query)
    if len(given) >= len(with_members(query)):
        return list(given)
    own = [found.chosen[0] for found in map(lookups.look_up, clauses) if found.sure]
    # One alone is rather something near than half of an answer.
    return list({place_of(c): c for c in own}.values()) if len(own) == len(clauses) else list(given)


def _clauses(query: Query) -> list[Query]:
    return by_clauses(query, fold(query.text).lower())
