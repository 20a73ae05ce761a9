"""Candidates are compared all at once; here each is compared by itself, and with nothing remembered."""

from dataclasses import replace

import pytest

from index.compared import COMPARED, Contents, compare
from index.opening import Library
from index.query import Query, read_query
from index.ranking import Retrieved, contents_of
from index.search import retrieve
from index.settling import settle


@pytest.fixture
def query(library: Library) -> Query:
    return settle(library, read_query("青岚县2023年城镇新增就业多少人，GDP增长多少？", library.catalogue()))


@pytest.fixture
def found(library: Library, query: Query) -> list[Retrieved]:
    candidates = retrieve(library, query, None)
    assert len(candidates) == 10
    return candidates


def test_candidates_compared_at_once_are_compared_as_one_by_one(query: Query, found: list[Retrieved]) -> None:
    alone = [compare(query, contents_of([r]))[0].tolist() for r in found]
    assert compare(query, contents_of(found)).tolist() == alone
    assert len({tuple(row) for row in alone}) > 5


def test_what_was_looked_for_before_changes_nothing(query: Query, found: list[Retrieved]) -> None:
    other = replace(query, terms=query.terms[:1], background=query.terms[1:])
    shared = contents_of(found)
    told = [compare(q, shared).tolist() for q in (query, other, query)]
    assert told == [compare(q, contents_of(found)).tolist() for q in (query, other, query)]
    assert told[0] != told[1]


def test_no_candidates_are_compared_to_nothing(query: Query) -> None:
    assert compare(query, Contents([], [])).shape == (0, len(COMPARED))
