"""Whose books a question asks about: the tables of the parent company by itself, or those of the whole group."""

import re
from collections.abc import Sequence

from index.query import Query
from index.search import Ranked
from index.stored_passage import StoredPassage

# 归属于母公司股东的净利润 is of the group's books.
_OF_PARENT = re.compile("(?<!归属于)(?<!归属)母公司")
_PARENT_ASKED = re.compile("(?<!归属于)(?<!归属)(?<!属于)(?<![归给])母公司(?!的?(?:股东|所有者|普通股|持有|权益))")
_GROUP_ASKED = re.compile("合并(?!范围|成本|日)|整个集团|全集团|集团(?:整体|合起来|全部)")


def asks_whose(query: Query) -> bool:
    """Tell whether a question says whose books it asks about."""
    return _parents(query) is not None


def of_the_books(query: Query, ranked: Sequence[Ranked], *, k: int) -> list[Ranked]:
    """Return the `k` first passages without rows of the other books, unless nothing but rows of these was found."""
    parents = _parents(query)
    kept = [r for r in ranked if not r.passage.context or is_of_parents_books(r.passage) == parents]
    return (kept if parents is not None and any(r.passage.context for r in kept) else list(ranked))[:k]


def is_of_parents_books(passage: StoredPassage) -> bool:
    """Tell whether the titles of a table or the headings above it name the parent company."""
    return bool(_OF_PARENT.search(" ".join((passage.context, *passage.section))))


def _parents(query: Query) -> bool | None:
    """Return whether the parent's books are asked about, or the group's; None where a question says neither, or both."""
    parents, groups = bool(_PARENT_ASKED.search(query.text)), bool(_GROUP_ASKED.search(query.text))
    return None if parents == groups else parents
