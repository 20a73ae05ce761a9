"""Whose a report is: the place that it is about, or the company or the office that gives it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.matching import is_chinese
from corpus.report import Metadata
from index.places import NATION, divisions, short_name, spellings
from index.query import Query

# Governments and those who count for them report on their place, whatever they are called.
_REPORTS_ON_PLACE = frozenset(["政府工作报告", "统计公报", "计划报告", "预算", "信息公开年度报告"])
_GOVERNMENT = re.compile(r"(?:人民政府|国务院|统计局|行政公署)(?:办公室|办公厅)?$")
# It asks for the place itself, or for that of every one.
_ASKS_WHOSE = re.compile(
    r"谁|哪[一二两三几些]?[个座家]?[省市县区州盟旗地城里儿单公企医学部机]|各[省市县区州地]|\b(?:which|where|who)\b", re.IGNORECASE
)


def body_of(metadata: Metadata) -> str:
    """Return whose figures a report gives, as it is called there; "" where it says of nobody (a speech, the news)."""
    own = not metadata.place or not (metadata.type in _REPORTS_ON_PLACE or _GOVERNMENT.search(metadata.issuer))
    return (metadata.issuer if own else "") or metadata.place


def abroad_of(home: str, metadata: Metadata) -> str:
    """Return whose figures a report gives, "" where it is of the place that a folder is about, or of one of its offices."""
    place = metadata.place
    at_home = home and place and (place == home or spellings(short_name(home))[0] in place.lower())
    return "" if at_home else body_of(metadata)


def names_somebody(query: Query) -> bool:
    """Tell whether a question, or one before it, names a place, a company or a report."""
    scope = query.scope
    return any((scope.places, scope.issuers, scope.reports, scope.unknown, query.mentioned))


def asks_whose(question: str) -> bool:
    """Tell whether a question asks for the place or the body itself."""
    return _ASKS_WHOSE.search(question) is not None


def asked_of(query: Query, metadata: Metadata) -> Query:
    """Return a question that names the body of a report as well."""
    if body_of(metadata) == metadata.place:
        return replace(query, scope=replace(query.scope, places=(metadata.place,)))
    return replace(query, scope=replace(query.scope, issuers=(metadata.issuer,)))


def bodies(reports: Sequence[Metadata]) -> frozenset[str]:
    """Return those whom reports are about, each by one name: 上海市 and 上海 are one."""
    return frozenset(map(plain_name, filter(None, map(body_of, reports))))


@lru_cache(maxsize=4_096)
def plain_name(body: str) -> str:
    """Return the name by which two names of one body are the same."""
    return "".join(divisions(body)) or body


def is_named(text: str, body: str) -> bool:
    """Tell whether a text names a body, a place with its rank or without."""
    said = text.lower()
    # Who says Northport may mean the Harbour of Northport.
    names = (body, short_name(body), (divisions(body) or (body,))[-1], body.rpartition(" of ")[2])
    return any(name.lower() in said for name in names)


@lru_cache(maxsize=1_024)
def called_in(body: str, *, chinese: bool) -> str:
    """Return what an answer calls a body: in English a Chinese place also by its Latin letters, Dunhuang (敦煌)."""
    if chinese or body == NATION or not is_chinese(body) or len(divisions(body)) > 1:
        return "China" if body == NATION and not chinese else body
    return f"{spellings(short_name(body))[0].title()} ({body})"
