"""What the clauses of a question ask apart: a figure that stands alone is looked up once more by the words of its own clause."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups
from app.subquestions import asks_apart, by_clauses
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from index.query import Query


def look_up_apart(lookups: Lookups, query: Query) -> Lookup:
    """Look a question up; what its clauses ask apart is searched for apart as well."""
    found = lookups.look_up(query)
    return lookups.with_parts(found, _clauses(query)) if asks_apart(query) else found


def answered_apart(lookups: Lookups, query: Query, given: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures for the clauses of a question that ask apart: those given for all of them, or each clause's own.

    Figures of one sentence tell one another. One that stands alone is the best for its clause, or what that finds by itself.
    """
    if not asks_apart(query):
        return list(given)
    clauses = _clauses(query)
    own = [found.chosen[0] if found.sure else None for found in map(lookups.look_up, clauses)]
    if len(given) != len(clauses):
        sure = _each_once([c for c in own if c is not None])
        return sure if len(sure) > len(given) else list(given)
    sentences = [sentence_of(c) for c in given]
    return _each_once([
        c if alone is None or sentences.count(sentence_of(c)) > 1 else alone for c, alone in zip(given, own, strict=True)
    ])  # fmt: skip


def _clauses(query: Query) -> list[Query]:
    return by_clauses(query, fold(query.text).lower())


def _each_once(chosen: Sequence[Chosen]) -> list[Chosen]:
    return list({(sentence_of(c), c.candidate.figure.start): c for c in chosen}.values())
