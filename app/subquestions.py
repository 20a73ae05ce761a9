"""Split a question that asks for several values into one question for each: members of a list, clauses, a level and its growth."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.figures.numerals import fold
from corpus.figures.units import UNIT
from index.need import Need, understand
from index.query import Query, content_terms
from index.years import resolve_years

_NOT_EACH = "种类级地项界族国方行省市县区部单位个条家类人"
_SHARED = re.compile(rf"分别|依次|各自|各(?![{_NOT_EACH}])|都(?=[是有超达增涨降])|\brespectively\b")
# 和 and 及 also stand inside words: 涉及, 普及, 总和.
_AND = r"以及|(?<![总共饱缓温柔])(?<!国家)和(?!平(?![板台均房原])|谐|睦)|(?<!参)与(?!会)|(?<![涉普以顾波惠])及(?!时|格)|跟"
_JOIN = re.compile(rf"、|{_AND}|\band\b|, ")
_CLAUSE = re.compile(r"[，,；;？?]")
_LAST_JOIN = re.compile(_AND)
# how many …, and what was …; its growth rate behind and asks too
_AND_ASKED = re.compile(
    r"(?:,\s*)?\band\s+(?=(?:(?:about|around|roughly|approximately|nearly|almost|up|over|only|then|also|so|with|at|by|of|on|in|for|to|from) ){0,3}(?:how|what|which)\b|(?:its|their|the) (?:[\w-]+ )?(?:growth|share|rank(?:ing)?|rate|increase|percentage)\b)"
)
_ASKS = re.compile(
    r"多少|(?<![这那近])几|百分之|增速|增幅|占比|比重|多[大高长快重宽深]|how (?:many|much|fast|large|big|high|long)|what|^(?:its|their|the) "
)
# A rate alone is a question (…，增速呢) or the subject of the next one.
_ASKS_ITSELF = re.compile(
    r"多少|几|百分之|多[大高长快重宽深]|how (?:many|much|fast|large|big|high|long)|what|^(?:its|their|the) "
)
_RATE = re.compile("占|比重|增速|增幅|排|第几|share|rank|rate")
# A member of a list that ends so says by itself what is measured: 粮食产量和农民收入各多少.
_MEASURE_ITSELF = re.compile("[一-龥](?:量|率|额|值|数|面积|人口|收入|支出|利润|投资|里程|能力|规模)$")
# 优良率 and 失业率 are measures of their own; 增速 and 占比 are asked of all members of a list.
_RATE_ITSELF = re.compile("[一-龥]{2}(?<!增长)率")
_RATE_OF_ALL = re.compile("增速|增幅|涨幅|增长|占|比重|下降|提高|百分之|几成")
_RATE_WORD = re.compile("增速|增幅|涨幅|增长率|速度|幅度")
_QUANTITY = re.compile(rf"多少|百分之几|[几哪]个|多[大高长快重]|几(?:成|倍|万|亿|{UNIT})")
# Words that tell how a thing changed or what part it is, and not what it is.
_SAYS_LITTLE = re.compile(
    r"(?:同比|比上年)?(?:增长|增加|增|减少|减|下降|降|提高|上升|上涨|涨|跌|达到|达|占|占比|比重|比例|排名|排|全国|全省|大|高|快|慢|低|差|多|点|目标|计划|预期|规划|实际|完成|实现|[干办做]成|最[后终]|结果|年[初底]|定|原定|说|原来|当初|前|一个|五年|后来|才|又)+率?|惠及|受益|帮到?|要?多?花|花费|耗资|人次?"
    r"|grow|grew|growth|fast|rate|increase|increased|rise|rose|fall|fell|change|changed|decline|declined|drop|dropped|share|percentage|rank|ranking|year|previous|much|many|did|by|annual"
)
# 增产多少原煤、原油和钢: the list stands behind the asking word.
_LISTED_BEHIND = re.compile(
    r"多少(?:万|亿)?(?P<list>[^多少，,；;？?。（(]{1,12}(?:(?:、|和|与|及)[^多少，,；;？?。（(、和与及]{1,12})+)"
    # 各县目标分别多少？甲县、乙县、丙县
    r"|(?:分别|各)[^，；。？?]{0,8}多少[？?:：](?P<named>[^，；。？?（(]+、[^，；。？?（(]+)$"
)
# 甲、乙、丙是多少 needs no 分别.
_LISTED_AHEAD = re.compile(
    r"^[^、]{2,}、[^，。；？?]*(?:、|和|与|及)[^，。；？?]*?(?:都|又)?(?:是|有|为|达到?|要|定)?(?:多少|百分之几|几成)"
)
# 三个开发区（市经开区、慈湖、当涂）, 三项试点各扩到多少：企业、集团、城市
_LISTED_ASIDE = re.compile(
    r"[两二三四五六](?:个|项|家|座|县|市|区|大|种|类|条|处)[^，。；（(：:]{0,12}(?:[（(](?P<aside>[^（）()]+、[^（）()]+)[）)]|[^：:]*[：:](?P<behind>[^：:，。；？?]+、[^：:，。；？?]+))"
)
# What one word names several of.
_GROUPS = (
    (re.compile("三次产业|一二三产业?|[一1]、?二、?三次?产业?"), ("第一产业", "第二产业", "第三产业")),
    (re.compile("(?:四个|各个?|每个?)季度"), ("一季度", "二季度", "三季度", "四季度")),
)
_EACH_OF_GROUP = re.compile("分别|依次|各|每|都")
_WITH_RATE = re.compile(r"(?:、|和|与|及其?|以及)(?:同比)?(?P<rate>增速|增幅|增长率?|涨幅|占比|比重|增长多少)")
_AIM_AND_OUTCOME = re.compile(
    "(?:目标|计划|预期|预算)[值数]?(?:[和与及]|以及)(?:实际)?(?:完成|实际|实绩|结果|执行)[值数情况]*(?=各|分别|是多少|怎么样)"
)
_ALL = re.compile(
    r"分别|依次|各(?!种|类|级|地|项|界|族|国)|城乡|城镇和?农村|三次产业|一二三产|三产各|几金几银|\brespectively\b|\beach\b|\band\b"
)
_MOVES = re.compile("又?(?:[比较]|同比|[增涨降减升跌])")
_COMPARED_YEAR = re.compile(
    r"(?:[比较跟]|(?:为|是|相当于)(?=[^，]{4,8}几[倍成]))\s?(?:\d{2}|\d{4}|[一二][零一二三四五六七八九]{3})\s?年"
)
# 农民收入涨多少，城里职工呢: the second asks what the first asks.
_ELLIPTIC = re.compile(r"[^，]{2,}呢$")
_MOST = 6


def subquestions(query: Query) -> list[Query]:
    """Return a query for each value asked for; empty if the question asks for one. Words of the others are background."""
    text = fold(query.text).lower()
    for split in (by_clauses, _by_rate, _by_status, by_members):
        parts = split(query, text)
        if 2 <= len(parts) <= _MOST:
            return parts
    return []


def listed(query: Query) -> list[str]:
    """Return the members of the list that a question asks about one by one, as they are written; empty if it names none."""
    return _listed(fold(query.text).lower())


def asks_for_all(query: Query) -> bool:
    """Tell a question that names no list but wants one: 城乡标准各多少, 三次产业的增速."""
    return bool(_ALL.search(fold(query.text).lower()))


def asks_for_each(query: Query) -> bool:
    """Tell a question that shares out its list by a word of its own: 甲和乙各多少."""
    return _SHARED.search(fold(query.text).lower()) is not None


def is_set_out(query: Query) -> bool:
    """Tell a question that counts the members of its list: 三项试点各扩到多少：企业、集团、城市."""
    return _LISTED_ASIDE.search(fold(query.text).lower()) is not None


def says_little(part: Query) -> bool:
    """Tell a part of a question that names nothing but a way of asking: 增速各是多少."""
    return all(_SAYS_LITTLE.fullmatch(t) or _RATE_WORD.fullmatch(t) for t in part.terms)


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
    split = (piece.strip() for clause in _CLAUSE.split(plain) for piece in _AND_ASKED.split(clause))
    told = [c for c in split if _ASKS.search(c) or _ELLIPTIC.search(c)]
    # 那危房呢，改了多少户 is one question: 呢 asks what was asked before.
    first = next((i for i, c in enumerate(told) if _ASKS.search(c)), 0)
    if first < len(told) and _MOVES.match(told[first]):
        # 那科技呢，比上年多多少 asks for how much it is as well.
        first = 0
    whole = _with_their_subjects(query, told[first:])
    clauses = [piece for clause in whole for piece in _asking_pieces(clause)]
    if len(clauses) < 2:
        return []
    parts: list[tuple[str, Query]] = []
    for clause in clauses:
        parts.append((clause, _part(query, clause, parts[-1][1] if parts else None)))
    return parts


def _with_their_subjects(query: Query, clauses: Sequence[str]) -> list[str]:
    """Join a rate and the clause that asks for it: 财政收入占国民收入的比重，1982年下降了几个百分点 is one question."""
    joined: list[str] = []
    for clause in clauses:
        before = joined[-1] if joined else ""
        names = before and not _ASKS_ITSELF.search(before) and not _ELLIPTIC.search(before)
        if names and not _RATE.search(clause) and all(_SAYS_LITTLE.fullmatch(t) for t in _terms(query, clause)):
            joined[-1] = f"{before}，{clause}"
        else:
            joined.append(clause)
    return joined


def _asking_pieces(clause: str) -> list[str]:
    """Split 扶持多少个粮食大县、多少个棉花大县 where every piece asks; else return the clause as it is."""
    pieces = [p for p in _JOIN.split(clause) if p]
    return pieces if len(pieces) > 1 and all(_QUANTITY.search(p) for p in pieces) else [clause]


def _by_rate(query: Query, text: str) -> list[Query]:
    """总额及增速: the level, and its rate of change."""
    match = _WITH_RATE.search(text)
    if not match:
        return []
    level = text[: match.start()] + "是多少"
    rate = text[: match.start()] + match["rate"] + ("" if match["rate"].endswith("多少") else "是多少")
    first, second = understand(level), understand(rate)
    return [replace(query, need=replace(first, kinds=("level",), many=False)), replace(query, need=replace(second, many=False))]


def _by_status(query: Query, text: str) -> list[Query]:
    """增速的目标和完成各是多少: the aim, and what came of it."""
    match = _AIM_AND_OUTCOME.search(text)
    if not match:
        return []
    terms = tuple(t for t in query.terms if t not in match[0]) or query.terms
    need = replace(query.need, many=False)
    return [replace(query, terms=terms, need=replace(need, status=status)) for status in ("target", "actual")]


def by_members(query: Query, text: str) -> list[Query]:
    """城镇、农村居民收入分别: a question for each member of the list before 分别 or 各."""
    group = _group(text)
    if group:
        rest = tuple(t for t in query.terms if t not in group[0] and not any(t in m for m in group[1]))
        need = replace(query.need, many=False)
        return [replace(query, terms=(m, *rest), background=(), need=need) for m in group[1]]
    members = _listed(text)
    named = [own for m in members if (own := _terms(query, m))]
    if len(named) < 2:
        return []
    every = {t for m in named for t in m}
    rest = tuple(t for t in query.terms if t not in every and not any(t in m for m in members))
    parts = []
    for own, need in zip(named, _needs(query, text, [m for m in members if _terms(query, m)]), strict=True):
        others = tuple(dict.fromkeys(t for m in named for t in m if t not in own))
        parts.append(replace(query, terms=(*own, *rest), background=others, need=need))
    return parts


def _needs(query: Query, text: str, members: Sequence[str]) -> list[Need]:
    """Return what each member of a list asks for: the rate that the last one is (…、空气优良率各是多少) is none of the others."""
    shared = replace(query.need, many=False)
    if all(_MEASURE_ITSELF.search(m) for m in members) and not (shared.strict or shared.kinds):
        return [replace(understand(f"{m}是多少"), status=query.need.status, many=False, task="figure") for m in members]
    if not _RATE_ITSELF.search(members[-1]) or _RATE_OF_ALL.search(text) or any("率" in m for m in members[:-1]):
        return [shared] * len(members)
    own = [replace(understand(f"{m}是多少"), status=query.need.status, many=False, task="figure") for m in members[:-1]]
    return [*own, shared]


def _group(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the word that names several of a kind (三次产业), and each of them, where a question asks for each."""
    for pattern, members in _GROUPS:
        match = pattern.search(text)
        if match and _EACH_OF_GROUP.search(text):
            return match[0], members
    return None


def _listed(text: str) -> list[str]:
    """Return the members of the list that a question asks about one by one."""
    aside = _LISTED_ASIDE.search(text)
    if aside:
        return _members(aside["aside"] or aside["behind"])
    shared = _SHARED.search(text)
    clauses = [c for c in _CLAUSE.split(text[: shared.start()]) if c.strip()] if shared else []
    behind = _LISTED_BEHIND.search(text)
    ahead = next((m[0] for c in _CLAUSE.split(text) if (m := _LISTED_AHEAD.match(c))), "") if not shared and not behind else ""
    heads = [behind["named"] or ""] if behind else []
    heads += [*clauses[:-3:-1], _counted_behind(behind), ahead]
    split = (_members(head) for head in heads if head)
    return next((members for members in split if len(members) > 1), [])


def _counted_behind(behind: re.Match[str] | None) -> str:
    """Return the list behind an asking word without what its members share: 多少水泥、平板玻璃和电解铝的落后产能.

    多少失业的、找工作困难的人 counts one thing.
    """
    counted = behind["list"] or "" if behind else ""
    *first, last = _JOIN.split(counted)
    if len(first) > 1 and not any("的" in member for member in first):
        return counted[: len(counted) - len(last)] + last.partition("的")[0]
    return "" if "的" in counted else counted


def _members(head: str) -> list[str]:
    """Split a list: at 、 where it has one, and its last piece once more (光伏及储能、零部件和工具 are three), and at 以及."""
    if "、" not in head:
        return _JOIN.split(head)
    *pieces, last = head.split("、")
    return [m for piece in (*pieces, *_LAST_JOIN.split(last, maxsplit=1)) for m in piece.split("以及") if m]


def _part(query: Query, clause: str, before: Query | None) -> Query:
    own = _terms(query, clause)
    little = all(_SAYS_LITTLE.fullmatch(t) for t in own)
    if little:
        own = query.terms
    asks = _ASKS.search(clause) is not None
    need = replace(understand(clause) if asks else query.need, many=False)
    if little and before is not None and not (need.unit or need.unit_class or need.kinds):
        # 实际增长多少，计划是多少: the second asks for what the first does.
        need = replace(before.need, status=need.status)
    named = resolve_years(_COMPARED_YEAR.sub(" ", clause), latest=None)
    # 2024年计划多少吨，2023年是多少: only the first asks for an aim.
    elsewhen = before is not None and bool(named.years) and named.years != before.scope.years
    if not named.years and before is not None:
        # 2010年产量多少，又增长多少，2015年呢: what names no year is of the one before.
        query = replace(query, scope=replace(query.scope, years=before.scope.years, span=before.scope.span))
    if named.years or named.span:
        query = replace(query, scope=replace(query.scope, years=named.years, span=named.span))
    # 某年有多少，第二年预计到多少: the word of aims stands behind the first, in a question of its own.
    later = before is None and asks and bool(named.years) and _asks_elsewhen(query.text, clause)
    status = need.status or (None if (elsewhen or later) and asks else query.need.status)
    return replace(
        query,
        text=clause if asks and not little else query.text,
        terms=own or query.terms,
        background=tuple(t for t in query.terms if t not in own),
        need=replace(need, status=status, task="figure"),
    )


def _asks_elsewhen(text: str, clause: str) -> bool:
    """Tell whether what stands behind the first clause of a question asks for an outcome or an aim, in another year."""
    behind = fold(text).lower().partition(clause)[2]
    own = resolve_years(clause, latest=None).years
    other = [c for c in _CLAUSE.split(behind) if _ASKS.search(c) and understand(c).status is not None]
    return any(resolve_years(c, latest=None).years not in ((), own) for c in other)


def _terms(query: Query, text: str) -> tuple[str, ...]:
    return tuple(t for t in content_terms(text, query.scope) if t in query.terms) or tuple(t for t in query.terms if t in text)
