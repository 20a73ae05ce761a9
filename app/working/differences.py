"""Tell whether a question asks for a difference, and between what: two years, two places, target and outcome, two measures."""

import re
from dataclasses import replace

from app.several.subquestions import by_clauses
from app.working.operands import BOTH_KINDS, Operation, between, between_scopes, over_years, scopes_apart, two_scopes, with_nation
from app.working.ways import asks_change
from corpus.figures.numerals import fold
from index.places import NATION
from index.query import Query, content_terms

_MORE = "多|高|快|大|长|贵|厚|宽|重|深|强|增加|提高|上升|提升|增|超"
_LESS = "少|低|慢|小|短|便宜|薄|窄|轻|浅|弱|减少|下降|回落|降低|减|降"
_BASES = "重(?!庆)|例|率|值|上年|去年|前年|上一年|往年|年初(?![预计目])|同期|上年?同期|全[国省](?:的?(?:平均|均值)(?:水平)?|的?水平)?(?:还|要|大概|大约)?(?=[多高快大少低慢小])"
# 产能 and 条约 end in no such word.
_HOW_SURE = (
    "(?:大概|大约|(?<![条节合公契签预制])约|至少|整整|一共|总共|还|(?<![需主重纪摘概简])要|再|(?<![产功职性智节效可才热电风核体潜势机动万技储])能"
    "|可以|分别|足足|竟|(?<![社大协工学议机理国晚都博年省市])会|将)*"
)
_THAN = re.compile(
    rf"^(?P<left>.+?)[，,]?(?:要|大概|大约)?(?:(?<![相对可同环占无好百分])比|较|超过|高于|低于)(?!{_BASES})(?P<right>[^？?。；;，]{{1,40}}?)"
    # 多了, 多了还是少了，差
    rf"{_HOW_SURE}(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:了?还是(?:多|少|高|低|快|慢)了?[，,]?(?=相?差))?"
    # 多运了, 高出大约多少
    rf"(?P<done>(?<=[多少])[一-龥]了?)?(?:出|出来|去|相?差)?了?(?:大概|大约|约)?(?:多少(?!倍)|几(?!倍|成|番))(?P<tail>[^，。？?；;]*)"
)
# 超过目标多少人: what was aimed at stands between.
_BEYOND = re.compile(
    r"^(?P<left>.+?)(?:(?P<more>超过|超出|超|高于|高出|多于)|(?P<less>低于|少于|不及|落后于))了?"
    r"(?P<right>(?:年初|年度|原定|预期|既定|年初确定的|年初定的)?的?(?:目标|计划|预期|任务|指标|预算))数?了?"
    r"(?:大概|大约|约)?(?:多少(?!倍)|几(?!倍|成|番))(?P<tail>[^，。？?；;]*)"
)
# 支出超过收入多少, 出生减死亡; by how much did births exceed deaths
_OVER = re.compile(
    r"^(?P<left>.+?)(?:(?P<more>超过|超出|高出|高于|多于|大于)|(?P<less>低于|少于|不及|小于))了?(?P<right>[^，。？?；;多少几]{2,20}?)(?:大概|大约|约)?(?:多少(?!倍)|几(?!倍|成|番))(?P<tail>[^，。？?；;]*)"
)
_MINUS = re.compile(
    r"(?P<left>[一-龥]{2,10})(?:减去|减(?![值少排税免弱缓降产速轻持负仓收记压]))(?P<right>[一-龥]{2,10}?)(?:[）)，。？]|$|得|后|等于|是)"
)
_OVER_EN = re.compile(
    r"\b(?:by )?how (?:much|many)\b(?: \w+)? (?:do|does|did|will|would|have|has|had) (?P<left>.+?) (?:exceed|outnumber|surpass|outstrip|beat|overshoot|undershoot|miss|fall short of|fell short of|overrun)(?:ed|en)? (?P<right>.+)$"
)
_APART = re.compile(
    r"^(?P<left>.+?)(?:和|与|跟|同)(?P<right>[^，。？]+?)[，,]?(?:之间|两者|二者|两项|两地)?(?:之间)?的?(?:相差|差距|差额|差了?)(?:有|是)?(?:多少(?!倍)|几(?!倍)|多大)"
)
_APART_EN = re.compile(
    r"\bhow (?:much|many) (?:more|fewer|less|higher|lower|larger|faster|greater)\b(?P<left3>.+?)\bthan\b(?P<right3>.+)$"
    r"|\b(?:difference|gap) between (?P<left>.+?) and (?P<right>.+)$|^(?P<left2>.+?)\b(?:more|fewer|less|higher|lower|faster|larger|greater) than (?P<right2>.+)$"
)
# 谁高，高多少; 差几个点
_OF_TWO = re.compile(
    r"[谁哪].{0,12}(?:多|少|高|低|快|慢)(?:出|了)?(?:多少|几(?!倍|成))|差了?(?:多少|多大|几)(?!倍)|相差(?!几倍|多少倍)"
)
# 比换届前降低了多少: a report states by how much it fell, not what it was.
_EVENT_BEFORE = re.compile(r"[一-龥]{2,8}(?:之|以)?前|(?:[以之从]前|过去|原来|原先|原有)(?:的[一-龥]{1,8})?")
_AND_NATION = re.compile(r"(?:和|与|跟|同|比|较)(?:全国|国家)(?:的?(?:平均|水平|均值))*")
_BY_HOW_MUCH = re.compile(r"(?:差|(?P<more>[高多快])|(?P<less>[低少慢]))(?:出|了)?(?:多少|多大|几(?!倍|成))|差距|相差")
# 投资刨掉工业那块还有多少
_TAKEN_OUT = re.compile(
    r"^(?P<left>[^，。？]{2,30}?)[，,]?(?:刨掉|刨去|刨开|除掉|除去|除开|除了|扣掉|扣去|扣除|去掉|抛开|撇开|不算|不含)"
    # 扣除价格因素 leaves no part out.
    r"(?!价格|物价|涨价|通胀|汇率)(?P<right>[^，。？]{2,14}?)"
    r"(?:那[块部份]分?|[这的]?部分|的|之外|以外|外)*[，,]?(?:还|剩|一共|总共|共)[^，。？]{0,4}(?:多少|几)"
)
_TAKEN_OUT_EN = re.compile(
    r"^(?P<left>.+?),? (?:excluding|apart from|aside from|other than|except(?: for)?|not counting|leaving out|minus)\b (?P<right>(?!inflation|price|tax)[^,?]+)$"
)
# What one word sets against another: income and outlay, budget and outcome.
_OPPOSED = (
    (re.compile(r"收支(?:相抵|相减|之差|差额?|相差|差距|结余|盈亏|缺口)"), "收入", "支出"),
    (re.compile(r"(?:(?:外贸|对?外?贸易|进出口)[^，。？]{0,8})?(?:顺差|逆差)"), "出口", "进口"),
    (
        re.compile(r"人口自然(?:净)?(?:增长|增加|减少|变动|增减)(?!率)|自然(?:增长|增加|减少)(?:了|的)?(?:人口|人数)"),
        "出生人口",
        "死亡人口",
    ),
    (re.compile(r"预算(?!执行)[^，。？]{0,8}(?:剩|没花|没用|花剩|节余)"), "年初预算", "支出决算"),
)
_BALANCE_MOVED = re.compile("[^，。；？]{0,4}(?:[比较]|同比|扩大|缩小|收窄|[增减]|[多少]了)")
_MOVED = re.compile(
    rf"(?<!新)(?:净|共|总共|一共|累计)?(?:(?P<more>{_MORE}|涨|长)|(?P<less>{_LESS}|跌))(?:出|了)?(?:大概|大约|约)?(?:多少(?!倍)|几(?!倍|成|番))"
)
_THAN_BEFORE = re.compile(
    rf"(?:比|较)(?:上一?年(?:年?[末底])?|前一年(?:年?[末底])?|头一年|去年(?:年?[末底])?|(?:年|期|本年|当年)初(?!余|账|数|金|的))"
    # 比上年增长 asks for a rate.
    rf"(?:同期)?(?![^，。？]{{0,8}}增长)[^，。？]{{0,8}}?"
    rf"(?:(?P<more>{_MORE}|涨)|(?P<less>{_LESS}|跌))(?:[一-龥]{{1,2}})?了?(?:多少(?!倍)|几(?!倍|成|番))"
)
# It names the year before, and no other thing.
_BEFORE_EN = re.compile(
    r"(?:in |for |of )?(?:the )?(?:year before|(?:previous|prior|preceding|last) year|year (?:earlier|ago))\b|a year (?:earlier|ago|before)\b"
)
_MORE_EN = re.compile("more|fewer|less|higher|lower|larger|smaller|greater|faster|slower|before")
_BETWEEN_EN = re.compile(
    r"\b(?:between|from|since|over|during)\b[^?]*\b(?:and|to|until|through)\b|\b(?:19|20)\d\d\s?[-–—]\s?(?:19|20)?\d\d\b"
)
_FELL_EN = re.compile(
    r"\b(?:fall|fell|fallen|drop(?:ped)?|declined?|decreased?|shrink|shrank|reduced?|lower(?:ed)?|cut|less|fewer)\b"
)
_RATE_EN = re.compile(r"\brates?\b|\bgrowth\b|\binflation\b|\bshare\b|\bper ?cent|%|\bpoints\b")
_MOVES_EN = re.compile(
    r"gr[eo]w|grown|rise|rose|risen|increased?|climb(?:ed)?|fall|fell|fallen|drop(?:ped)?|declined?|decreased?|changed?|shrink|shrank"
)
_ADDED_UP = re.compile("加起来|合起来|加在一起|之和|相加")
_EVERY_YEAR = re.compile("每年|各|逐年|分别|一年比一年|年均")
_TWO = 2
_RATE_ASKED = re.compile("百分之几|几成|几倍|幅度|%|年均|平均每年")


def read_difference(query: Query, text: str) -> Operation | None:
    """Return the difference that a question asks for; `text` is the question folded, without what stands in brackets."""
    for read in (
        _with_nation,
        _taken_out,
        _than_before,
        _than,
        _beyond,
        _over,
        _apart,
        _of_two,
        _of_both_kinds,
        _opposed,
        _over_years,
        _english,
    ):
        found = read(query, text)
        if found is not None:
            return found
    return None


def _with_nation(query: Query, text: str) -> Operation | None:
    """24年南京人和全国平均比，人均可支配收入差多少."""
    alone = query.scope.places and not two_scopes(query) and NATION not in query.scope.places
    asked = _BY_HOW_MUCH.search(text) if alone and _AND_NATION.search(text) else None
    return with_nation(query, {"more": 1, "less": -1}.get(asked.lastgroup or "", 0)) if asked else None


def _taken_out(query: Query, text: str) -> Operation | None:
    """固定资产投资刨掉工业还有多少: the part bears the name of the whole, where it has no other."""
    match = _TAKEN_OUT.search(text) or _TAKEN_OUT_EN.search(text)
    if not match:
        return None
    if match.re is _TAKEN_OUT_EN:
        return _without_labels(between(query, match["left"], match["right"], 1))
    whole, part = content_terms(match["left"], query.scope), content_terms(match["right"], query.scope)
    name = whole[-1] if whole and len(part) == 1 and not part[0].endswith(whole[-1]) else ""
    return _without_labels(between(query, match["left"], f"{match['right']}{name}", 1))


def _without_labels(found: Operation | None) -> Operation | None:
    """Return a computation whose result is a value of its own, not how much more one is than the other."""
    return replace(found, labels=("", "")) if found is not None else None


def _than(query: Query, text: str) -> Operation | None:
    match = _THAN.search(text)
    if not match or not match["left"].strip() or _EVENT_BEFORE.fullmatch(match["right"]):
        return None
    rising = 1 if match["more"] else -1
    if two_scopes(query):
        return between_scopes(query, values_asked=re.search("各|分别", text) is not None, rising=rising)
    # 比2018年多了几个研发人员, 比2023年多拉了多少乘客: what is compared stands around the asking word.
    behind = "".join(content_terms(f"{match['done'] or ''}多少{match['tail']}", query.scope))
    return between(query, f"{match['left']}{behind}", f"{match['right']}{behind}", rising)


def _beyond(query: Query, text: str) -> Operation | None:
    """新增就业超过目标多少人: the outcome less the aim."""
    match = _BEYOND.search(text)
    if not match or _RATE_ASKED.search(text) or len(query.scope.years) > 1:
        return None
    return between(query, match["left"], match["right"], 1 if match["more"] else -1)


def _than_before(query: Query, text: str) -> Operation | None:
    """比上年多了多少: where no report states the change, the values of both years tell it."""
    match = _THAN_BEFORE.search(text)
    years = query.scope.years
    alone = len(years) == 1 and not query.scope.span and len(scopes_apart(query)) <= 1 and len(by_clauses(query, text)) < _TWO
    # 存款和贷款合起来比年初多多少: the reports state by how much each rose.
    if not match or not alone or _RATE_ASKED.search(text) or _ADDED_UP.search(text):
        return None
    # A year that neither the question nor a quote writes would be a numeral without proof.
    return _over_neighbours(query, 1 if match["more"] else -1, (f"{years[0]}年" if str(years[0]) in text else "本年", "上年"))


def _over_neighbours(query: Query, rising: int, labels: tuple[str, str]) -> Operation:
    """Return how much more the one year of a question has than the year before it."""
    year = query.scope.years[0]
    dated = replace(query, scope=replace(query.scope, years=(year - 1, year), compared=()))
    return replace(over_years(dated, rising), labels=labels, between_neighbours=True)


def _over(query: Query, text: str) -> Operation | None:
    """支出超过收入多少: what one is more than the other; 出生减死亡 says itself what is taken from what."""
    minus = _MINUS.search(fold(query.text).lower())
    match = _OVER.search(text) or minus or _OVER_EN.search(text)
    if not match or _RATE_ASKED.search(text) or len(query.scope.years) > 1 or len(scopes_apart(query)) > 1:
        return None
    if match is minus:
        return between(query, match["left"], match["right"], 0)
    tail = "".join(content_terms(f"多少{match.groupdict().get('tail') or ''}", query.scope))
    return between(query, f"{match['left']}{tail}", f"{match['right']}{tail}", 0)


def _apart(query: Query, text: str) -> Operation | None:
    match = _APART.search(text)
    if not match:
        return None
    return between_scopes(query) if two_scopes(query) else between(query, *_sharing_tail(query, match["left"], match["right"]), 0)


def _of_two(query: Query, text: str) -> Operation | None:
    return between_scopes(query) if two_scopes(query) and _OF_TWO.search(text) else None


def _of_both_kinds(query: Query, text: str) -> Operation | None:
    both = next((names for names in BOTH_KINDS if names[0] in text), None)
    if not both or not re.search(r"相差|差距?(?:有|是|了)?(?:多少|多大)", text):
        return None
    return between(query, text.replace(both[0], both[1]), text.replace(both[0], both[2]), 0)


def _opposed(query: Query, text: str) -> Operation | None:
    """收支相抵，剩多少: the words that are set against one another stand in one."""
    for pattern, first, second in _OPPOSED:
        match = pattern.search(text)
        # By how much a balance grew is no balance.
        moved = match is not None and _BALANCE_MOVED.match(text[match.end() :]) is not None
        if match and not moved and re.search("剩|余|差|多少|多大", text):
            head = text[: match.start()]
            found = between(query, f"{head}{first}", f"{head}{second}", 0 if first in {"出口", "出生人口"} else 1)
            if first == "出生人口":
                # Which of the two is more tells whether there are more people or fewer.
                return found
            found = _without_labels(found)
            # A report that speaks of a surplus states it.
            return replace(found, stated=first == "出口") if found is not None else None
    return None


def _over_years(query: Query, text: str) -> Operation | None:
    """1997到2002这五年涨了多少亿美元: the last value less the first."""
    if _BETWEEN_EN.search(text) and asks_change(text) and len(query.scope.years) == _TWO and not _RATE_ASKED.search(text):
        return over_years(_without_rate(query, text), -1 if _FELL_EN.search(text) else 0)
    moved = _MOVED.search(text)
    if not moved or _EVERY_YEAR.search(text) or len(query.scope.years) != 2 or _RATE_ASKED.search(text):
        return None
    if (not query.scope.span and "相比" not in text) or len(by_clauses(query, text)) >= _TWO:
        return None
    return over_years(query, 1 if moved["more"] else -1)


def _without_rate(query: Query, text: str) -> Query:
    """Return a question for how much a value grew without the rate of growth that its words may mean: the values are to be compared."""
    need = query.need
    if need.unit_class != "percent" or _RATE_EN.search(text):
        return query
    terms = tuple(t for t in query.terms if not _MOVES_EN.fullmatch(t))
    return replace(query, terms=terms or query.terms, need=replace(need, unit_class="", kinds=("level",), strict=False))


def _english(query: Query, text: str) -> Operation | None:
    match = _APART_EN.search(text)
    if not match or not re.search(r"how (?:much|many)|difference|gap", text):
        return None
    if two_scopes(query):
        return between_scopes(query)
    left, right = (match[f"{side}3"] or match[side] or match[f"{side}2"] for side in ("left", "right"))
    if _BEFORE_EN.match(right.strip()):
        years = query.scope.years
        if len(years) != 1 or query.scope.span or _RATE_ASKED.search(text) or _RATE_EN.search(text):
            return None
        alone = _without_rate(query, text)
        terms = tuple(t for t in alone.terms if not _MORE_EN.fullmatch(t))
        named = str(years[0]) if str(years[0]) in text else "that year"
        return _over_neighbours(replace(alone, terms=terms or alone.terms), 0, (named, "the year before"))
    return between(query, left, right, 0)


def _sharing_tail(query: Query, left: str, right: str) -> tuple[str, str]:
    """Give the first side what only the second names but both are about: 城里人和农村人的可支配收入."""
    first, second = content_terms(left, query.scope), content_terms(right, query.scope)
    if len(first) != 1 or len(second) < 2 or second[0] == first[0]:
        return left, right
    return f"{left}的{''.join(second[1:])}", right
