"""A measure broken down as a table does it: revenue by segment, 分产品收入: the rows of the table, each with its value."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups
from app.preferences.row_words import is_row, label
from app.several.telling_each import Member
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

# By what a measure is broken down.
_BY = re.compile(
    r"(?:分|按|各(?:个|大|类)?|每个?)(?P<zh>产品|行业|地区|区域|业务|板块|类别|品种|部门|科室|渠道|分部)(?!间|结构|协)"
    r"|\b(?:by|(?:for|of|in) each|each) (?P<en>segment|product|region|division|business|country|department|category|market|industry|type|area|school|unit)\b"
)
_TOTAL = re.compile(r"合计|总计|小计|共计|^总[额数量]|\btotal\b|\bsum\b", re.IGNORECASE)
_TRIED, _FEWEST, _MOST = 40, 2, 24
_NOTE = re.compile(r"[（(].*?[）)]")


def rows_told(lookups: Lookups, found: Lookup) -> list[Member]:
    """Return the rows of the table that breaks a measure down as a question asks, in their order; empty if none is asked for, or none does."""
    by = _asked(found.query)
    first = next((c for c in found.chosen[:_TRIED] if is_row(c) and _breaks_down(c, by)), None) if by else None
    if first is None or not found.sure:
        return []
    whole = lookups.with_table(found, first.candidate.sentence.ranked)
    rows = sorted(_of_column(first, whole.chosen), key=lambda c: c.candidate.figure.start)
    rows = [c for c in rows if not _TOTAL.search(label(c))]
    asked = matching_text(found.query.text)
    if any(not _name(c) or matching_text(_name(c)) in asked for c in rows):
        # 按地区看华东多少: one row is asked for.
        return []
    return [Member(_name(c), (c,)) for c in rows] if _FEWEST <= len(rows) <= _MOST else []


def _asked(query: Query) -> str:
    by = _BY.search(fold(query.text).lower())
    return (by["zh"] or by["en"]) if by else ""


def _breaks_down(c: Chosen, by: str) -> bool:
    """Tell the row of a table whose caption or first head cell names by what it breaks down."""
    passage = c.candidate.sentence.ranked.passage
    told = fold(passage.context).lower()
    head = told.partition("|")[0].split()
    return any(f"{way}{by}" in told for way in ("分", "按", "by ")) or bool(
        head and _NOTE.sub("", head[-1]).removesuffix("名称") == by
    )


def _of_column(first: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures below and above one in its column of its table."""
    passage, figure = first.candidate.sentence.ranked.passage, first.candidate.figure
    column = _column(first)
    below: dict[int, Chosen] = {}
    for c in chosen:
        own, f = c.candidate.sentence.ranked.passage, c.candidate.figure
        same = (own.report, own.context, own.section) == (passage.report, passage.context, passage.section)
        if same and _column(c) == column and (f.kind, f.unit, f.period) == (figure.kind, figure.unit, figure.period):
            below.setdefault(own.id, c)
    return list(below.values())


def _column(c: Chosen) -> int:
    passage = c.candidate.sentence.ranked.passage
    return passage.text[: c.candidate.figure.start - passage.start].count("|")


def _name(c: Chosen) -> str:
    return c.candidate.sentence.ranked.passage.text.partition("|")[0].strip()
