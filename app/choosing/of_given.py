"""What a follow-up asks of the thing that was told before: how it moved, another column of its row, its counterpart."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.companion import rate_behind
from app.choosing.likeness import named_alike
from app.choosing.lookup import Lookup
from app.choosing.sorts import sort_of
from app.choosing.standing import beside, place_of, sentence_of
from app.preferences.row_words import column, is_row
from app.preferences.stocks import moved
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_TRIED = 40
# So much less may a counterpart fit than a figure that does not bear the name which the follow-up gives.
_COUNTERPART, _NAMED_ALIKE = 6.0, 0.4
# 比上年涨了多少, 同比变化百分之几: these words say how a value moved, and of what they leave to the question before.
_HOW_IT_MOVED = re.compile(
    r"(?:[那它这]|那么|其|[跟与和同比较](?:上一?年|去年|前一年|前年|头一年)(?:同期|末|底)?|同比|相?比(?:较|起来)?"
    r"|上一?年|去年|是|又|还是|了|得|出|有|增长率?|增[加减速幅]?|减少?|[上下]?[涨跌升降]幅?|下滑|回[升落]|提[高升]|变[化动]|幅度"
    r"|[多少快慢高低大]|多少|百分之?[几多]少?|几个百分点|几成|怎么样?|呢|吗|[，,？?。\s])+"
)
_MOVES = re.compile("[增减涨跌升降]|下滑|回落|提高|变[化动]|幅度|比.*[多少高低]")


def of_given(found: Lookup, before: Lookup) -> Lookup:
    """Return a lookup with the figure first that a follow-up asks for of what the question before was told."""
    given = before.chosen[0]
    if not found.chosen:
        return found
    for better in (_how_it_moved, _other_column, _counterpart):
        other = better(found, before, given)
        if other is not None:
            return _first(found, other, before)
    return found


def moved_as_given(found: Lookup, before: Lookup) -> Chosen | None:
    """Return how the value of a row moved that the question before was told, where a follow-up asks for that and for nothing else."""
    given = before.chosen[0]
    return _how_it_moved(found, before, given) if found.chosen and is_row(given) else None


def _first(found: Lookup, other: Chosen, before: Lookup) -> Lookup:
    best = found.chosen[0]
    if other is best:
        return found
    rest = [c for c in found.chosen if place_of(c) != place_of(other)]
    ordered = moved([*rest, other], other, best) if best in rest else [other, *rest]
    return replace(found, chosen=tuple(ordered), settled=max(found.confidence, before.confidence))


def _how_it_moved(found: Lookup, before: Lookup, given: Chosen) -> Chosen | None:
    """Return the rate behind the value that was told: 货运量多少？比上年涨了多少？"""
    own = fold(_own(found.query))
    if not _HOW_IT_MOVED.fullmatch(own) or not _MOVES.search(own) or given.candidate.figure.kind != "level":
        return None
    if not _is_dated_alike(found.query, before.query):
        return None
    pool = _pool(found, before)
    if not is_row(given):
        return rate_behind(given, pool)
    rates = [c for c in beside(given, pool) if c.candidate.figure.kind == "growth" and _period(c) == _period(given)]
    # 出口额 | 增长 | 进口额 | 增长: a column of growth is called what it is the growth of.
    rates = [c for c in rates if column(c) == column(given)] or rates
    return rates[0] if len({c.candidate.figure.value for c in rates}) == 1 else None


def _other_column(found: Lookup, before: Lookup, given: Chosen) -> Chosen | None:
    """Return the cell of the same row whose column alone is called what the follow-up asks for: 一共提了多少坏账准备？比例是多少？"""
    if not is_row(given) or not _is_dated_alike(found.query, before.query):
        return None
    terms = _telling(found.query, before.query)
    if not terms or sentence_of(found.chosen[0]) == sentence_of(given):
        return None
    cells = [
        c
        for c in beside(given, _pool(found, before))
        if place_of(c) != place_of(given) and all(t in column(c) for t in terms) and _period(c) == _period(given)
    ]
    return cells[0] if len({c.candidate.figure.value for c in cells}) == 1 else None


def _counterpart(found: Lookup, before: Lookup, given: Chosen) -> Chosen | None:
    """Return what is called as the value told before but for the word that the follow-up exchanges: 存款余额多少？贷款呢？"""
    terms, best = _telling(found.query, before.query), found.chosen[0]
    if not terms or all(t in _name(best) for t in terms) or not _is_dated_alike(found.query, before.query):
        return None
    likely = (c for c in found.chosen[1:_TRIED] if best.score - c.score <= _COUNTERPART and place_of(c) != place_of(given))
    return next(
        (
            c
            for c in likely
            if sort_of(c) == sort_of(given)
            and all(t in _name(c) for t in terms)
            and named_alike(c.candidate, given.candidate) >= _NAMED_ALIKE
        ),
        None,
    )


def _telling(own: Query, before: Query) -> list[str]:
    """Return the words of a follow-up (of more than one letter) that the question before has not."""
    return [matching_text(t) for t in own.terms if len(t) > 1 and t not in before.terms]


def _is_dated_alike(own: Query, before: Query) -> bool:
    a, b = own.scope, before.scope
    return (a.years, a.span, a.places, a.issuers) == (b.years, b.span, b.places, b.issuers)


def _own(query: Query) -> str:
    """Return a follow-up without what was put to it of the question before."""
    return query.text.partition("（")[0]


def _pool(found: Lookup, before: Lookup) -> Sequence[Chosen]:
    """Return the figures of both lookups: what a row has beside the value told need not be found by the words of the follow-up."""
    known = {place_of(c) for c in found.chosen}
    return [*found.chosen, *(c for c in before.chosen if place_of(c) not in known)]


def _period(c: Chosen) -> str:
    return c.candidate.figure.period


def _name(c: Chosen) -> str:
    return matching_text(c.candidate.figure.subject)
