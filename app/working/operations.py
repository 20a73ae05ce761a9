"""Tell which computation a question asks for, and over which values: a difference, a sum or a share."""

import re
from dataclasses import replace

from app.working.differences import read_difference
from app.working.operands import (
    BOTH_KINDS,
    TOWN_OR_COUNTRY,
    Operation,
    between_scopes,
    mentioned_in,
    operand,
    over_years,
    scopes_apart,
    sharing_measure,
    two_scopes,
)
from app.working.proportions import read_proportion
from corpus.figures.numerals import fold
from corpus.figures.units import UNIT
from index.places import same_places
from index.query import Query, content_terms
from index.scope import Scope

_TOTAL = re.compile(
    r"合计|一共|总共|加起来|合起来|加在一起|加总|总计|两项|相加|之和|总和|总数|共(?=有?(?:多少|几))|\bin total\b|\bsum of\b|\bcombined\b|\baltogether\b|\btogether\b|\bin all\b|\btotal number of\b|\b(?:come|came|add up|added up|amount|amounted) to\b"
)
# The sum of taxes and fees
_SUM_OF_EN = re.compile(r"\bsum of (?P<list>.+ and .+)$")
_ADDED = re.compile("加起来|合起来|加在一起|加总|合计|之和|相加|一共|总共")
# …加上…，总额一共多少: the word for the total names no thing of its own.
_TOTAL_BEHIND = re.compile("[，,](?:总[额数量和]?|合计|共|一共|总共|加起来|合起来)+(?:是|有)?$")
_ADDED_PLACES = range(2, 5)
_BRACKETS = re.compile(r"[（(](?P<list>[^）)]*)[）)]")
_ASKED = re.compile("多少|几")
_SO_MANY = re.compile(r"(?:这|等)?[两二三四五六七八九]\s?[项类种个大](?P<kind>[一-龥]{1,6})$")
_SO_MANY_WORD = re.compile("[两三四五六七八九][项类种个大]")
_EACH = re.compile("各|分别|每年|逐年")
_MEMBERS = re.compile(
    r"、|(?<=[a-z]), |以及|和|与|及|跟|加上|加(?!起|在|工|快|强|总|大|入|装|盟|值|权|钱|薪|价|息|税|班|油|分|码|重|深|速|了|到|过|个)|\+|\band\b|\bplus\b"
)
# 社会保障和就业支出加上卫生健康支出 adds two things.
_PLUS = re.compile(r"加上|加(?!起|在|工|快|强|总|大|入|装|盟|值|权|钱|薪|价|息|税|班|油|分|码|重|深|速|了|到|过|个)|\+|\bplus\b")
# 一共投用了多少辆公交车和出租车: the list stands behind the asking word.
_BEHIND = re.compile(r"(?:多少|几)(?P<list>[^多少，。？?]{1,12}(?:、|和|与|及|加)[^多少，。？?]{1,12})$")
# 总共运了多少木材、沙子和茶叶: three things or more that no one unit counts are told one by one.
_IS_MEASURED_APART = re.compile(
    rf"多少(?!万|亿|钱|{UNIT})[^多少，。？?、]{{1,8}}(?:、[^多少，。？?、]{{1,8}})+(?:和|与|及|以及|、)[^多少，。？?、]{{1,8}}$"
)
# 游客当中，外国人占多大比例
_SHARE_AMONG = re.compile(
    r"^(?P<right>.+?)(?:当中|之中|里面|里头|中|里)[，,]?(?P<left>[^，]{2,20}?)(?:一共|总共|大约|大概|约)?(?:占(?:到|了)?(?:多少|多大|百分之[几多]少?|几成)(?:的?(?:比重|比例|份额))?|的?(?:占比|比重|比例)(?:是多少|多大|多少|有多大)?)$"
)
# 外国人在游客中占多大比例
_SHARE_IN = re.compile(
    r"^(?P<left>.+?)在(?P<right>[^，。？]{2,24}?)(?:当中|之中|里面|里头|中|里)[，,]?(?:所)?(?:一共|总共|大约|大概|约)?占(?:到|了)?(?:多少|多大|百分之[几多]少?|几成)(?:的?(?:比重|比例|份额))?$"
)
_SHARE = re.compile(
    r"^(?P<left>.+?)占(?P<right>[^，。？?]{2,24}?)的?(?:比重|比例|份额|百分之[几多]|百分比|百分率|几成|多少|大约|大概)"
)

_OF_ALL = re.compile("全(?:国|省|市|区|县|州|自治区)(?:的|总量|总产量|总数|总额)*")
_ALL = re.compile("(?:全年|本年|当年|年度)?(?:总|全部|所有|合计)(?:的)?(?:支出|收入|开支|资产|成本|人数|投入|费用)")
_TIMES = re.compile(r"^(?P<left>.+?)(?:是|为|相当于|等于)(?P<right>[^，。？]{2,20}?)的?(?:几|多少)倍")
_YEAR_BEFORE = re.compile("(?:上一?|前一|头一|去)年度?(?:同期)?")
# 花出去的比收进来的多: what was spent and what came in.
_SPENT = re.compile(r"(?:花|用|支)(?:出去?|掉|去)?了?的(?:钱|款)?(?=[比和与跟同，,]|要|多|少|[？?]|$)")
_CAME_IN = re.compile(r"(?:收|进)(?:进来|上来|回来|来|到|进)?了?的(?:钱|款)?(?=[比和与跟同，,]|要|多|少|[？?]|$)")


def read_operation(query: Query) -> Operation | None:
    """Return the computation that a question asks for, None if it asks for values as they are."""
    text = _BRACKETS.sub("", fold(query.text).lower()).strip(" ？?。")
    text = re.sub(r"^(?:按照?|根据|据|照)[^，,]{2,24}(?:报告|公报)(?:的说法|的数|里|中)?(?:推?算)?[，,]", "", text)
    text = re.sub(r"在([^，。]{2,14}?)的?基础上", r"比\1", text)
    if _SPENT.search(text) and _CAME_IN.search(text):
        text = _CAME_IN.sub("收入", _SPENT.sub("支出", text))
    worked_out = read_difference(query, text) or read_sum(query, text)
    if worked_out is not None or query.need.unit_class == "rank":
        # 占比排第几 asks for a place, which no division gives.
        return worked_out
    return read_proportion(query, text) or _share(query, text) or _ratio(query, text)


def read_sum(query: Query, text: str) -> Operation | None:
    """Return the sum that a question asks for; `text` is the question folded."""
    total = _TOTAL.search(text)
    # 一共减了多少税、降了多少费 asks for two values.
    if not total or len(_ASKED.findall(text)) > 1 or _EACH.search(text) or _IS_MEASURED_APART.search(text):
        return None
    if len(scopes_apart(query)) in _ADDED_PLACES and _ADDED.search(text):
        return between_scopes(query, "sum", values_asked=False)
    both = next((names for names in BOTH_KINDS if names[0] in text), None)
    terms = _members(query, text, total)
    if both and len(terms) < 2:
        terms = [both[1:2], both[2:]]
    if not 2 <= len(terms) <= 4:
        return None
    every = {t for own in terms for t in own}
    rest = tuple(
        t
        for t in query.terms
        if not any(t in own for own in every)
        and t not in total[0]
        and not _SO_MANY_WORD.fullmatch(t)
        and not _TOTAL.search(t)
        and not _PLUS.match(t)
        and not (both and t in both[0])
    )
    need = replace(query.need, many=False)
    operands = tuple(
        replace(
            query,
            need=need,
            terms=(*own, *rest),
            background=tuple(t for t in every if t not in own),
            mentioned=mentioned_in(query, "".join(own))
            if any(mentioned_in(query, "".join(o)) for o in terms)
            else query.mentioned,
        )
        for own in terms
    )
    return Operation("sum", operands, tuple("".join(t) for t in terms), stated=True)


def _members(query: Query, text: str, total: re.Match[str]) -> list[tuple[str, ...]]:
    """Return the words of each thing that is added up: a list before the word for the total, or behind the asking word."""
    head = text[: total.start()]
    clause = head.rsplit("，", 1)[-1]
    listed = clause if _MEMBERS.search(clause) else head
    within = _BRACKETS.search(fold(query.text).lower())
    if within and _PLUS.search(within["list"]):
        # 共涉及的站点（老站加新站的）一共多少: the brackets say what is added.
        listed = within["list"]
    behind = _BEHIND.search(text[total.end() :])
    of_what = _SUM_OF_EN.search(text)
    if of_what:
        listed = of_what["list"]
    if behind and not _MEMBERS.search(head) and not within:
        listed = behind["list"]
    split = _PLUS if _PLUS.search(listed) else _MEMBERS
    owners, _, owned = listed.partition("的")
    if split is _MEMBERS and _MEMBERS.search(owners) and "的" not in owned:
        # 东岸和西岸的水费与电费: what is behind 的 is all theirs.
        listed = owners
    listed = _with_kind(_TOTAL_BEHIND.sub("", listed), split)
    # (销售费用 is one word where 销售、管理费用 were three.)
    cut = (content_terms(m, query.scope) for m in split.split(listed))
    terms = (tuple(t for t in own if t in query.terms or any(len(q) > 1 and q in t for q in query.terms)) for own in cut)
    return _with_shared_tail([own for own in terms if own])


def _with_kind(listed: str, split: re.Pattern[str]) -> str:
    """Give every member of a list the kind that a number behind it tells: 电、煤、水三项费用 are three costs."""
    kind = _SO_MANY.search(listed)
    if not kind or not split.search(listed[: kind.start()]):
        return listed
    members = split.split(listed[: kind.start()])
    return "、".join(m if m.endswith(kind["kind"]) else f"{m}{kind['kind']}" for m in members)


def _with_shared_tail(terms: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Give every member the measure that only the last names: 东镇和西镇的户数, whose names end alike."""
    if len(terms) < 2:
        return terms
    last = terms[-1]
    tails = {last[i + 1 :] for i, t in enumerate(last) if all(own[-1][-1] == t[-1] for own in terms[:-1])}
    tail = max(tails, key=len, default=())
    return [*((*own, *tail) for own in terms[:-1]), last]


def _share(query: Query, text: str) -> Operation | None:
    match = _SHARE_IN.search(text) or _SHARE_AMONG.search(text) or _SHARE.search(text)
    if not match or len(_ASKED.findall(text)) > 1 or query.need.unit_class == "points" or "change" in query.need.kinds:
        return None
    scopes = two_scopes(query)
    if scopes:
        return _share_of_place(query, match["left"], match["right"], scopes)
    if (len(query.scope.years) > 1 and not _is_one_span(query)) or len(same_places(query.scope.places)) > 2 or _EACH.search(text):
        # A share of each is asked for.
        return None
    first = operand(query, match["left"], None)
    if _OF_ALL.fullmatch(match["right"]):
        # Of 全省 and 全市 no report says which is meant.
        return None
    # 占总支出的百分之几: a total leaves nothing out that the part would tell.
    second = _of_the_same(first, operand(query, match["right"], None if _ALL.match(match["right"]) else first))
    if not first.terms or first.terms == second.terms:
        return None
    return _share_of(first, second, ("", ""))


def _of_the_same(first: Query, second: Query) -> Query:
    """Give the whole whose it is, if only the part tells: 农村居民的消费占收入的比重 is a share of what they earn."""
    owners = tuple(t for t in first.terms if any(p.search(t) for p in TOWN_OR_COUNTRY))
    if not owners or any(p.search(second.text) for p in TOWN_OR_COUNTRY) or set(second.terms) <= set(first.terms):
        return second
    said = re.search("全|总", second.text)
    return second if said else replace(second, terms=(*owners, *second.terms), text=f"{''.join(owners)}{second.text}")


def _is_one_span(query: Query) -> bool:
    """Tell a question about a stretch of years as a whole: 五年里新增的…, which sets no year against another."""
    return bool(query.scope.span) and not query.scope.compared and set(query.scope.years) <= set(query.scope.span)


def _ratio(query: Query, text: str) -> Operation | None:
    """城镇居民收入是农村的几倍: the second side mostly leaves out what both are."""
    match = _TIMES.search(text)
    if not match or (query.scope.span and not _is_one_span(query)):
        return None
    one_asked = len(_ASKED.findall(text)) == 1
    if len(query.scope.years) == len(query.scope.compared) == 1 and one_asked and len(scopes_apart(query)) < 2:
        return _ratio_of_years(query)
    if len(query.scope.years) > 1 and not query.scope.span:
        return None
    if _YEAR_BEFORE.fullmatch(match["right"]) and len(query.scope.years) == 1 and one_asked and not scopes_apart(query):
        both = _ratio_of_years(replace(query, scope=replace(query.scope, compared=(query.scope.years[0] - 1,), span=())))
        return replace(both, between_neighbours=True)
    if two_scopes(query):
        return replace(between_scopes(query, "ratio", values_asked=False), stated=True)
    first = operand(query, match["left"], None)
    own = content_terms(match["right"], query.scope)
    # 乡村道路是高速道路的几倍: what ends alike leaves nothing out.
    whole = bool(own and first.terms) and own[0][-1] == first.terms[-1][-1]
    tail = "".join(first.terms[1:]) if len(own) == 1 and len(first.terms) > 1 and not whole else ""
    second = operand(query, sharing_measure(query, match["left"], f"{match['right']}{tail}"), first)
    if not first.terms or first.terms == second.terms:
        return None
    return replace(_share_of(first, second, ("", "")), kind="ratio")


def _ratio_of_years(query: Query) -> Operation:
    """2002年的总额是1997年的几倍: the value of the one year by that of the other."""
    dated = replace(query, scope=replace(query.scope, years=(*query.scope.compared, *query.scope.years)))
    need = replace(query.need, unit="", unit_class="", kinds=("level",), status=None)
    both = over_years(replace(dated, need=need), 1)
    operands = tuple(replace(o, need=need) for o in both.operands)
    return replace(both, kind="ratio", operands=operands)


def _share_of_place(query: Query, left: str, right: str, scopes: dict[str, Scope]) -> Operation | None:
    """全省产值里甲市占百分之几: one measure of two places, each named on its side."""
    names = list(scopes)
    if all(name in left for name in names) or all(name in right for name in names):
        return None
    part, whole = names if names[0] in left or names[1] in right else names[::-1]
    if part not in left or whole not in right:
        return None
    first, second = operand(query, left, None), operand(query, right, None)
    if len("".join(first.terms)) < 2:
        first = replace(first, terms=second.terms, text=right.replace(whole, part))
    first, second = (replace(q, scope=scopes[n], terms=first.terms) for q, n in ((first, part), (second, whole)))
    return replace(_share_of(first, second, (part, whole)), compares_places=True)


def _share_of(first: Query, second: Query, labels: tuple[str, str]) -> Operation:
    operands = tuple(replace(q, need=replace(q.need, unit="", unit_class="", kinds=("level",))) for q in (first, second))
    return Operation("share", operands, labels, stated=True)
