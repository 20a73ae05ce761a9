"""Split a question that asks for several values into one question for each: members of a list, clauses, a level and its growth."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.several.members import CLAUSE, JOIN, by_members, terms_in
from corpus.figures.numerals import fold
from corpus.figures.units import UNIT
from index.need import understand
from index.query import Query
from index.years import resolve_years

# how many …, and what was …; its growth rate behind and asks too
_AND_ASKED = re.compile(
    r"(?:,\s*)?\band\s+"
    # and by how much, and its growth
    r"(?=(?:(?:about|around|roughly|approximately|nearly|almost|up|over|only|then|also|so|with|at|by|of|on|in|for|to|from) ){0,3}(?:how|what|which)\b"
    r"|(?:its|their|the) (?:[\w-]+ )?(?:growth|share|rank(?:ing)?|rate|increase|percentage)\b)"
)
_ASKS = re.compile(
    r"多少|什么(?:大关|关口|台阶|水平|规模)|(?<![这那近])几|百分之|增速|增幅|占比|比重|多[大高长快重宽深]|how (?:many|much|fast|large|big|high|long)|what|^(?:its|their|the) "
)
# A rate alone is a question (…，增速呢) or the subject of the next one.
_ASKS_ITSELF = re.compile(
    r"多少|什么(?:大关|关口|台阶|水平|规模)|几|百分之|多[大高长快重宽深]|how (?:many|much|fast|large|big|high|long)|what|^(?:its|their|the) "
)
_RATE = re.compile("占|比重|增速|增幅|排|第几|share|rank|rate")
_COUNTS = re.compile(rf"(?:多少|几)(?:万|亿)?(?={UNIT})")
_FROM_TO = re.compile("[从由][^，。]*(?:多少|几)[^，。]*[到至成为]")
_JOIN_BEHIND = re.compile("(?:、|以及|[和与及跟的])$")
_QUANTITY = re.compile(rf"多少|百分之几|[几哪]个|多[大高长快重]|几(?:成|倍|万|亿|{UNIT})")
# Words that tell how a thing changed or what part it is, and not what it is.
_SAYS_LITTLE = re.compile(
    r"(?:同比|比上年)?(?:增长|增加|增|减少|减|下降|降|提高|上升|上涨|涨|跌|达到|达|占|占比|比重|比例|排名|排|全国|全省|大|高|快|慢|低|差|多|点|目标|计划|预期|规划|实际|完成|实现|[干办做]成|最[后终]|结果|年[初底]|定|原定|说|原来|当初|前|一个|五年|后来|才|又)+率?|同比|环比|相比|惠及|受益|帮到?|要?多?花|花费|耗资|人次?"
    r"|grow|grew|growth|fast|rate|increase|increased|rise|rose|fall|fell|change|changed|decline|declined|drop|dropped|share|percentage|rank|ranking|year|previous|much|many|did|by|annual"
    r"|target(?:ed)?|aim(?:ed)?|plan(?:ned)?|expected|forecast|projected|estimated|budgeted|intended|supposed|actual(?:ly)?|end(?:ed)?|reach(?:ed)?|get|become|became"
    r"|long|large|big|high|total|altogether|all|overall|figure|number|amount|level|today|now|later|next|finally|far|eventually|already"
)
_WITH_RATE = re.compile(r"(?:、|和|与|及其?|以及)(?:同比)?(?P<rate>增速|增幅|增长率?|涨幅|占比|比重|增长多少)")
_ALL = re.compile(
    r"分别|依次|各(?!种|类|级|地|项|界|族|国)|城乡|城镇和?农村|三次产业|一二三产|三产各|几金几银|\brespectively\b|\beach\b|\band\b"
)
_AGAINST = re.compile("(?:[比较]|[高低快慢大小多少]于|超过)(?![如重较])")
_COMPARED_YEAR = re.compile(
    r"(?:[比较跟]|(?:为|是|相当于)(?=[^，]{4,8}几[倍成]))\s?(?:\d{2}|\d{4}|[一二][零一二三四五六七八九]{3})\s?年"
)
# 农民收入涨多少，城里职工呢: the second asks what the first asks.
_ELLIPTIC = re.compile(r"[^，]{2,}呢$")
_POINTS_BACK = re.compile(
    r"(?:它们?|他们|她们|其(?!他|余|中|实)|这[些个几][^，]{0,6}?)的?(?=[^，]{2})|(?:its|their) |.*\b(?:it|they|them|those|these)\b"
)
# And how much to ropes: the verb is that of the clause before.
_GAPPED = re.compile(r"how (?:much|many) (?:to|for|on|in|by|from|into)\b")
_MOST = 6


def subquestions(query: Query) -> list[Query]:
    """Return a query for each value asked for; empty if the question asks for one. Words of the others are background."""
    text = fold(query.text).lower()
    for split in (by_clauses, _by_rate, by_members):
        parts = split(query, text)
        if 2 <= len(parts) <= _MOST:
            return parts
    return []


def asks_for_all(query: Query) -> bool:
    """Tell a question that names no list but wants one: 城乡标准各多少, 三次产业的增速."""
    return bool(_ALL.search(fold(query.text).lower()))


def own_words(asked: Sequence[Query]) -> list[list[int]]:
    """Return the places of the terms of each part that no other part has."""
    return [
        [i for i, term in enumerate(part.terms) if not any(term in other.terms for other in asked if other is not part)]
        for part in asked
    ]


def asks_apart(query: Query) -> bool:
    """Tell a question whose clauses ask for different things, not for two values of one: 甲占多少，乙占多少, but not 计划多少，实际多少."""
    clauses = by_clauses(query, fold(query.text).lower())
    return sum(bool(own) for own in own_words(clauses)) > 1


def by_clauses(query: Query, text: str) -> list[Query]:
    """产量是多少，增长了百分之几: every clause with an asking word is a question; a list in one of them is split further."""
    parts: list[Query] = []
    for clause, one in _clauses(query, text):
        parts += by_members(one, clause) or [one]
    return parts


def with_members(query: Query) -> list[tuple[Query, list[Query]]]:
    """Return a query for each clause with an asking word, each with one for every member of the list in it; empty if there is one."""
    return [(one, by_members(one, clause)) for clause, one in _clauses(query, fold(query.text).lower())]


def _clauses(query: Query, text: str) -> list[tuple[str, Query]]:
    """Return the clauses with an asking word, each with its query; empty if there is one."""
    plain = re.sub(r"[（(][^）)]*[）)]", " ", text)
    split = (piece.strip() for clause in CLAUSE.split(plain) for piece in _AND_ASKED.split(clause))
    told = [c for c in split if _ASKS.search(c) or _ELLIPTIC.search(c)]
    # 那危房呢，改了多少户 is one question: 呢 asks what was asked before.
    first = next((i for i, c in enumerate(told) if _ASKS.search(c)), 0)
    whole = _with_their_subjects(query, told[first:])
    clauses = [piece for clause in whole for piece in _asking_pieces(query, clause)]
    if len(clauses) < 2:
        return []
    parts: list[tuple[str, Query]] = []
    for clause in clauses:
        parts.append((clause, _part(query, clause, parts[-1][1] if parts else None)))
    return parts


def _with_their_subjects(query: Query, clauses: Sequence[str]) -> list[str]:
    """Join a rate and the clause that asks for it: 财政收入占国民收入的比重，1982年下降了几个百分点 and 甲业的增速，比乙业快多少 are one question each."""
    joined: list[str] = []
    for clause in clauses:
        before = joined[-1] if joined else ""
        names = before and not _ASKS_ITSELF.search(before) and not _ELLIPTIC.search(before)
        little = not _RATE.search(clause) and all(_SAYS_LITTLE.fullmatch(t) for t in terms_in(query, clause))
        if names and (little or _AGAINST.match(clause)):
            joined[-1] = f"{before}，{clause}"
        else:
            joined.append(clause)
    return joined


def _asking_pieces(query: Query, clause: str) -> list[str]:
    """Split 扶持多少个粮食大县、多少个棉花大县 and 把多少所小学并成了多少所中学 where every piece asks; else return the clause as it is."""
    pieces = [p for p in JOIN.split(clause) if p]
    if len(pieces) > 1 and all(_QUANTITY.search(p) for p in pieces):
        return pieces
    starts = [m.start() for m in _COUNTS.finditer(clause)]
    if len(starts) < 2 or _FROM_TO.search(clause):
        return [clause]
    ends = [*starts[1:], len(clause)]
    pieces = [clause[: starts[1]], *(clause[a:b] for a, b in zip(starts[1:], ends[1:], strict=True))]
    pieces = [_JOIN_BEHIND.sub("", p) for p in pieces]
    own = [{t for t in terms_in(query, p) if t in p and not _SAYS_LITTLE.fullmatch(t)} for p in pieces]
    # 从多少个增加到多少个 asks for two values of one thing.
    return pieces if all(o - set().union(*own[:i]) for i, o in enumerate(own)) else [clause]


def _by_rate(query: Query, text: str) -> list[Query]:
    """总额及增速: the level, and its rate of change."""
    match = _WITH_RATE.search(text)
    if not match:
        return []
    level = text[: match.start()] + "是多少"
    rate = text[: match.start()] + match["rate"] + ("" if match["rate"].endswith("多少") else "是多少")
    first, second = understand(level), understand(rate)
    return [replace(query, need=replace(first, kinds=("level",), many=False)), replace(query, need=replace(second, many=False))]


def _part(query: Query, clause: str, before: Query | None) -> Query:
    own = terms_in(query, clause)
    if before is not None and _POINTS_BACK.match(clause):
        # …的企业有几家，它们的产值是多少: whose it is the clause before says.
        own = tuple(t for t in query.terms if t in before.terms or t in own)
    little = all(_SAYS_LITTLE.fullmatch(t) for t in own)
    if little:
        # 甲业收入多少、增长多少，乙业收入多少: what a clause leaves out it takes from the one before.
        own = query.terms if before is None else tuple(t for t in query.terms if t in before.terms or t in own)
    asks = _ASKS.search(clause) is not None
    need = replace(understand(clause) if asks else query.need, many=False)
    if before is not None and (little or _GAPPED.match(clause)) and not (need.unit or need.unit_class or need.kinds):
        # 实际增长多少，计划是多少: the second asks for what the first does; how much went to piers and how much to ropes.
        need = replace(before.need, status=need.status)
    named = resolve_years(_COMPARED_YEAR.sub(" ", clause), latest=_counted_from(before))
    # 2024年计划多少吨，2023年是多少: only the first asks for an aim.
    elsewhen = before is not None and bool(named.years) and named.years != before.scope.years
    if not named.years and before is not None:
        # 2010年产量多少，又增长多少，2015年呢: what names no year is of the one before.
        query = replace(query, scope=replace(query.scope, years=before.scope.years, span=before.scope.span))
    if named.issued and len(query.scope.issued) > 1:
        query = replace(query, scope=replace(query.scope, issued=named.issued))
    if named.years or named.span:
        query = replace(query, scope=replace(query.scope, years=named.years, span=named.span))
    status = need.status or (None if elsewhen and asks else query.need.status)
    return replace(
        query,
        text=_said(query, clause, before) if little else clause if asks else query.text,
        terms=own or query.terms,
        background=tuple(t for t in query.terms if t not in own),
        need=replace(need, status=status, task="figure"),
    )


def _counted_from(before: Query | None) -> int | None:
    """Return the year from which a clause counts: 2034年打算新建多少，去年新建了多少 asks for 2033, for an aim is told in its year. None for that of the newest report."""
    planned = before is not None and before.need.status == "target" and len(before.scope.years) == 1
    return before.scope.years[0] if before is not None and planned else None


def _said(query: Query, clause: str, before: Query | None) -> str:
    """Return a clause that names nothing with what it asks about: the clause before it, or the whole question."""
    return f"{before.text}，{clause}" if before is not None else query.text
