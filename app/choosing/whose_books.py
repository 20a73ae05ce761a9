"""Whose books a question asks about: those of the parent company by itself or of the whole group; of one office, or of all of its place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.query import Query
from index.search import Ranked
from index.stored_passage import StoredPassage

# 归属于母公司股东的净利润 is of the group's books, 母公司和主要子公司的员工 are all of the group.
_OF_PARENT = re.compile(
    r"(?<!归属于)(?<!归属)母公司(?![和及与、]?(?:主要|其|各)?子公司)|(?<!of the )\bparent (?:company|entity|only)\b",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(r"合并(?!范围|成本|日)|\bconsolidated\b|\bgroup\b", re.IGNORECASE)
_PARENT_ASKED = re.compile(
    "(?<!归属于)(?<!归属)(?<!属于)(?<![归给])母公司(?!的?(?:股东|所有者|普通股|持有|权益))"
    r"|(?<!owners of the )(?<!holders of the )\bparent (?:company|entity|firm|alone|only|itself)\b(?!['’]?s? (?:owners|(?:share|stock)holders))"
)
_GROUP_ASKED = re.compile(
    r"合并(?!范围|成本|日)|整个集团|全集团|集团(?:整体|合起来|全部)|\bconsolidated\b|\b(?:whole|entire) group\b"
)
# What else a question says of the books: 母公司自己的账上, 合并报表口径, in the consolidated income statement.
_BOOKS = re.compile(
    f"(?:(?:{_PARENT_ASKED.pattern}|{_GROUP_ASKED.pattern})(?:['’]s)?)"
    r"(?:自己|本身|单独|个别|单体|层面)?的?(?:财务)?(?:报表|口径|账)?[上里中]?的?"
    r"(?: (?:financial )?(?:accounts|books|statements?|(?:income|cash flow) statement|balance sheet|basis))?"
)


# What an office publishes of its own money; what its place takes in and spends stands in other reports.
_OF_OFFICE = re.compile("(?:部门|单位)[预决]算")
_TELLS = {"p": True, "g": False}


def is_of_office(passage: StoredPassage) -> bool:
    """Tell whether a passage stands in the accounts of one office: 某县财政局2023年度部门决算."""
    return _OF_OFFICE.search(passage.title) is not None


def asks_whose(query: Query) -> bool:
    """Tell whether a question says whose books it asks about."""
    return parents_asked(query) is not None


def without_books(query: Query) -> Query:
    """Return a question that says whose books it asks about without the words that say so, which no row of these books has."""
    if not asks_whose(query):
        return query
    rest = _BOOKS.sub(" ", query.text.lower())
    terms = tuple(t for t in query.terms if t in rest)
    return replace(query, terms=terms) if terms else query


def of_the_books(query: Query, ranked: Sequence[Ranked], *, k: int) -> list[Ranked]:
    """Return the `k` first passages without what is of the other books, unless nothing but rows of these was found.

    What is told in sentences is told of the group, unless it names the parent.
    """
    parents = parents_asked(query)
    kept = [r for r in ranked if parents is None or _may_be_of(r.passage, parents=parents)]
    return (kept if any(r.passage.context for r in kept) else list(ranked))[:k]


def _may_be_of(passage: StoredPassage, *, parents: bool) -> bool:
    if not passage.context:
        return not parents or _PARENT_ASKED.search(passage.text) is not None
    return books_of(passage) in {parents, None} if parents else books_of(passage) is not True


def books_of(passage: StoredPassage) -> bool | None:
    """Tell whether a row is of the parent's books (True) or of the group's, None where a table holds both side by side.

    The nearest title that names one of them tells it: that of the table before those of the sections; where none does, they are the group's.
    """
    title, _, heads = passage.context.partition("|")
    if of_heads := _named(heads):
        return None if len(of_heads) > 1 else _TELLS[of_heads]
    for told in (title, *reversed(passage.section)):
        if named := _named(told):
            return None if len(named) > 1 else _TELLS[named]
    return False


def books_of_column(head: str) -> bool | None:
    """Tell whether the head of a column names the parent's books or the group's, None where it names neither, or both."""
    return _TELLS.get(_named(head))


def parents_asked(query: Query) -> bool | None:
    """Return whether the parent's books are asked about, or the group's; None where a question says neither, or both."""
    text = query.text.lower()
    parents, groups = bool(_PARENT_ASKED.search(text)), bool(_GROUP_ASKED.search(text))
    return None if parents == groups else parents


def _named(text: str) -> str:
    """Return whose books a title or a head names: p for the parent's, g for the group's, pg for both, "" for neither."""
    return "p" * bool(_OF_PARENT.search(text)) + "g" * bool(_OF_GROUP.search(text))
