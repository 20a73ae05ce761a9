"""Make a follow-up question whole: what it leaves out comes from the questions before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.words import tagged_words
from app.conversation.corrections import as_plainly_asked
from app.conversation.follow_up_times import YEAR_TEXT, dated, without_years
from app.over_years.asked import asks_for_years, without_bound
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.abbreviations import is_headline
from index.catalogue import ReportCard
from index.english_bodies import shorter_names
from index.need import Need
from index.places import NATION, PROVINCES, divisions, readings, short_name
from index.query import Query, company_names, content_terms, read_query
from index.scope import Scope

_MARKS = re.compile(r"^(?:那么?|and|what about|how about)\s*|(?:又)?(?:呢|吗)?[？?。]*$", re.IGNORECASE)
# What about exports? asks for exports.
_ABOUT_EN = re.compile(r"^(?:(?:and|but|so|ok(?:ay)?|then)\b[, ]*)*(?:what|how) about (?:the )?(?=\S)", re.IGNORECASE)
_REST_EN = re.compile(
    r"\b(?:in|for|at|of|during|by|the|that|year|and|but|so|then|too|also|as well|its|one)\b|['’]s?\b|[\s?,.!]", re.IGNORECASE
)
_REST = re.compile(r"去年|今年|前年|上年|明年|年|的|和|、|与|全国|那|\s")
# Words that say how a thing is asked about and not what it is.
_HOW = frozenset([
    "打算", "计划", "目标", "实际", "完成", "增长", "增加", "提高", "下降", "减少", "涨", "占", "达到", "新增", "总数", "预期", "预计", "比重",
    "第二年", "前一年", "同期", "上年", "同比", "人", "人均", "改造", "改", "再", "建", "创", "创成", "到", "变化", "变动", "幅度", "跟", "相比",
])  # fmt: skip
_ENOUGH_TERMS = 3
# How much was set aside for it? English says with a pronoun what Chinese leaves out, whatever else it says.
_ENGLISH = re.compile(
    r"\b(?:it|its|itself|they|them|their|theirs|this|that|these|those|there|he|him|his|she|her|such|both|the|one|ones)\b",
    re.IGNORECASE,
)
# 它们一年的收入, 其中, 这些企业
_POINTS_BACK = re.compile(
    "[它他她]们|它(?!们)|(?<!极)其(?!他|它|余|次|实|间|中)|[这那](?:些|几[一-龥]|[两二三四五六七八九十][一-龥])|二者|两者"
)
# 安排了多少赤字 names its subject behind the asking word.
_ASKED = re.compile(
    r"(?:一共|大概|大约|分别|各)?(?:是|有|为|达到?|完成)?了?(?:多少|几(?=[个万亿千百]))(?:[万亿千百十]*(?:元|美元|人次?|名|位|个|家|户|件|项|座|所|套|辆|台|吨|斤|公里|亩|平方米|立方米))?[？?]?"
)
_COMPARES = re.compile(
    r"^(?:那么?)?[，,]?(?P<than>(?:比|较)[^，。？?]{2,14}?(?:多|少|高|低|增加|减少|增长|下降|提高)了?(?:多少|几)[^，。？?]{0,4})[？?]?$"
)
_AS_A_SIDE = r"[多少高低快慢大小贵]"
# 高于全国吗, 2024年是涨了还是跌了, 目标完成了吗: what it is asked of was asked for before.
_WHETHER = re.compile(
    rf"^(?:那么?)?[，,]?(?:它|这个?)?(?P<year>{YEAR_TEXT.pattern})?(?P<than>(?:是不是|是否)?(?:也|都|又|还)?(?:比[^，。？?]{{2,14}}?{_AS_A_SIDE}|(?:高于|低于|快于|慢于|大于|小于|多于|少于|超过)[^，。？?]{{1,14}}?"
    r"|(?:完成|达到|实现|超过)了?(?:年初|全年|年度|预期)?的?(?:目标|任务|计划|预期)|(?:目标|任务)(?:完成|达到|实现)|达标|[增涨升上][长加涨升]?|[减跌降下][少低跌降]?)了?(?:吗|没有?|否|了没)"
    r"|是?[增涨升上][长加涨升]?了?还是[减跌降下][少低跌降]?了?)[？?]?$"
)
_OF_NATION = re.compile("占(?:了|到)?全国")
# 中央部署的任务 names who gave a task, not whose report is asked about.
_OF_CENTRE, _NATION_NAMED = re.compile("中央"), re.compile("全国|国家|我国|中国")
_ASKS = re.compile(r"多少|几|多[大高长快重宽深远]|什么|哪|谁|怎|吗|\b(?:how|what|which|who|when|where|why)\b", re.IGNORECASE)
_AMOUNT = re.compile("(?:总量|总额|总值|总规模|规模|数值|数额|绝对[值数量]|金额|总数|数量|具体|amount|level|value|total)+")
_RATE = re.compile("^(?:那|它)?的?(?:同比|环比)(?:呢|如何|怎么样|怎样|多少|变化)*[？?]?$")
_RATE_WORDS = frozenset(["增长", "增速", "增幅", "涨幅", "增长率", "下降", "降幅", "同比", "增加"])
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_MOVES = frozenset(["growth", "change"])
_NOUNS = ("n", "vn", "an", "j", "l", "i", "s", "eng")
# Where a follow-up names one of a pair, the other is no longer asked about: 农村居民收入…？城里呢？
_CONTRARY = (
    (re.compile("城镇|城市|城里|城区|市民"), re.compile("农村|农民|乡村|乡下|村里|农户")),
    (re.compile("城镇|城市|农村|乡村"), re.compile("全体|全部|所有|总体")),
    (re.compile("出口|外销"), re.compile("进口")),
    (re.compile("收入"), re.compile("支出")),
    (re.compile("男"), re.compile("女")),
    (re.compile("上半年"), re.compile("下半年")),
    (re.compile("新增|净增"), re.compile("减少")),
    (re.compile("年初|期初"), re.compile("年末|年底|期末")),
)


def read_follow_up(question: str, history: Sequence[str], catalogue: Sequence[ReportCard]) -> Query:
    """Read a question with those before it.

    A change of year or place only ("2022年呢？") repeats the question before with it; another measure ("那死亡率呢？") takes the years,
    places and manner of asking of the question before, and its words as background.
    """
    if not history:
        return read_query(question, catalogue)
    question = as_plainly_asked(question)
    before = read_follow_up(history[-1], history[:-1], catalogue)
    both = _compared_with_before(question, before, catalogue)
    if both is not None:
        return both
    text = _ABOUT_EN.sub("", dated(question, before))
    own = _of_its_place(read_query(text, catalogue), before)
    if asks_for_years(question) and not (own.scope.years or own.scope.span or own.scope.issued):
        return _for_years(question, own, before, catalogue)
    core = _MARKS.sub("", _MARKS.sub("", text.strip())).strip("，, ")
    if _only_scope(core, own.scope, company_names(own.scope, catalogue)):
        scope = _inherit(own.scope, before.scope)
        # Another year may be one that is only planned for: 完成了多少 asked of it no longer tells outcome from target.
        status = before.need.status if own.scope.years in ((), before.scope.years) else own.need.status
        return replace(
            before,
            text=_replaced(before.text, core, before.scope, own.scope, company_names(before.scope, catalogue)),
            scope=scope,
            need=replace(before.need, status=status),
        )
    return _another_asked(question, replace(own, text=text), before)


def _another_asked(question: str, own: Query, before: Query) -> Query:
    """Return a follow-up that asks for something else than the question before, with what it leaves to that one."""
    points_back = (_POINTS_BACK if is_chinese(question) else _ENGLISH).search(question) is not None
    own = replace(own, terms=tuple(t for t in own.terms if not _POINTS_BACK.fullmatch(t)))
    telling = [t for t in own.terms if t not in _HOW]
    # A question with a place and a year of its own stands alone.
    alone = bool(own.scope.places and own.scope.years and telling)
    said = fold(question)
    asks = bool(_ASKS.search(said))
    replaced = [b for a, b in (*_CONTRARY, *((b, a) for a, b in _CONTRARY)) if a.search(said) and not b.search(said)]
    before_terms = tuple(t for t in before.terms if not any(b.search(t) for b in replaced))
    bare = not _names_a_thing(question, telling)
    # GDP呢 asks for the product, whatever was asked before.
    goes_on = (len(telling) < _ENOUGH_TERMS and not any(map(is_headline, telling))) or bare or points_back
    background = before_terms if goes_on and not alone else ()
    # How many ships names what it counts.
    counts = _HOW_MANY.search(said) is not None and bool(telling)
    need = _manner(own.need, before.need, elliptic=not counts and ("呢" in question or len(telling) < 2), asks=asks)
    if not telling or _AMOUNT.fullmatch("".join(telling)):
        need, own, telling = _other_side(said, need, own, telling)
        before_terms = before_terms if telling or need.kinds else tuple(t for t in before_terms if t not in _RATE_WORDS)
    moved = own.scope.years not in ((), before.scope.years)
    if moved:
        # Another year may be one that is only planned for: what the question before said of outcome or target does not hold for it.
        need = replace(need, status=own.need.status)
    said_before = _said_last(before)
    said_before = without_years(said_before) if moved else said_before
    elliptic = len(telling) < 2 or bare
    return replace(
        own,
        # 农民的呢 asks what was asked before of another group.
        text=f"{question}（{_without(said_before, replaced)}）" if elliptic else own.text,
        scope=_inherit(own.scope, before.scope),
        need=need,
        # 2024年目标是多少 names no subject of its own: that of the question before is its subject.
        terms=own.terms if telling else (*before_terms, *(t for t in own.terms if t not in before_terms)),
        background=tuple(t for t in background if t not in own.terms) if telling else (),
    )


def _other_side(said: str, need: Need, own: Query, telling: Sequence[str]) -> tuple[Need, Query, list[str]]:
    """Return the need of a follow-up that asks for the amount where the rate was asked for, or for the rate: 总量呢, 同比呢."""
    if telling and "growth" in need.kinds:
        # The words for an amount name no measure of their own.
        return replace(need, kinds=(), unit="", unit_class="", strict=False), replace(own, terms=()), []
    if not telling and _RATE.search(said) and not need.kinds:
        return replace(need, kinds=("growth",), unit="", unit_class="percent", strict=False), own, []
    return need, own, list(telling)


def _said_last(before: Query) -> str:
    """Return the question before without the one before that, which it stands ahead of where it asked for a thing of its own: 学位呢（里程多少）."""
    own, bracket, _ = before.text.partition("（")
    return (
        own if bracket and before.text.endswith("）") and before.background and _names_a_thing(own, before.terms) else before.text
    )


def _for_years(question: str, own: Query, before: Query, catalogue: Sequence[ReportCard]) -> Query:
    """Return a follow-up that asks for years (哪几年超过百万？): it takes no year from the question before, and its subject where it names none."""
    scope = replace(before.scope, years=(), span=(), issued=(), reports=(), compared=())
    text = without_years(before.text)
    if _names_a_thing(question, content_terms(without_bound(fold(question).lower()), own.scope)):
        return _another_asked(question, own, replace(before, text=text, scope=scope))
    whole = read_query(f"{_ASKED.sub('', text).rstrip('，,？?。 是的有为')}{question}", catalogue)
    return replace(whole, scope=_inherit(whole.scope, scope))


def _names_a_thing(question: str, telling: Sequence[str]) -> bool:
    """Tell a follow-up that has a noun of more than one letter, or a word of Latin letters, of its own: 平均下来每年呢 has none."""
    tags = dict(tagged_words(question))
    return any(t.isascii() or (len(t) > 1 and (t not in tags or tags[t].startswith(_NOUNS))) for t in telling)


def _of_its_place(own: Query, before: Query) -> Query:
    """Return a follow-up without the nation where it asks for a part of it: 占全国多少 is asked of the province before."""
    if own.scope.places != (NATION,) or NATION in before.scope.places or not before.scope.places:
        return own
    centre = _OF_CENTRE.search(own.text) and not _NATION_NAMED.search(own.text)
    if not centre and not _OF_NATION.search(own.text):
        return own
    return replace(own, scope=replace(own.scope, places=()))


def _compared_with_before(question: str, before: Query, catalogue: Sequence[ReportCard]) -> Query | None:
    """Return a follow-up that compares with what was asked before, or asks whether it is so, as one question: …多少？比2013年多多少."""
    subject = _ASKED.sub("", before.text).rstrip("，,？?。 是的有为呢")
    folded = fold(question).strip()
    compared = _COMPARES.match(folded) or _WHETHER.match(folded)
    if not compared or not subject or "（" in subject:
        return None
    year = compared.groupdict().get("year") or ""
    # It ends as it was asked, so that who answers it knows it again.
    asked = folded[compared.start("than") :]
    whole = read_query(f"{year}{without_years(subject) if year else subject}{asked}", catalogue)
    years = whole.scope.years or before.scope.years
    return replace(whole, scope=replace(_inherit(whole.scope, before.scope), years=years))


def _without(text: str, replaced: Sequence[re.Pattern[str]]) -> str:
    for pattern in replaced:
        text = pattern.sub("", text)
    return text


def _inherit(own: Scope, before: Scope) -> Scope:
    """Take places, years and reports of the question before where the follow-up names none."""
    has_time = bool(own.years or own.span or own.issued)
    # A place without reports may lie in the one before, whose reports tell of it then; a province lies in none but the nation.
    elsewhere = NATION not in before.places and any(short_name(p) in PROVINCES for p in own.unknown)
    return replace(
        own,
        places=own.places or (() if own.issuers or elsewhere else before.places),
        issuers=own.issuers or (() if own.places else before.issuers),
        unknown=() if own.places else own.unknown or before.unknown,
        types=own.types or before.types,
        reports=own.reports or (() if own.places or own.issuers or own.issued else before.reports),
        years=own.years if has_time else before.years,
        span=own.span if has_time else before.span,
        issued=own.issued if has_time else before.issued,
        parts=own.parts or before.parts,
    )


def _manner(own: Need, before: Need, *, elliptic: bool, asks: bool) -> Need:
    """Take from the question before how the quantity is asked for, where a follow-up does not say.

    `asks` tells that it has an asking word of its own: 农民的收入呢 asks for growth where growth was asked for, and for no money.
    """
    if not elliptic:
        return replace(own, status=own.status or (before.status if not own.unit else None))
    moved = not asks and not own.kinds and not own.unit and bool(_MOVES & set(before.kinds))
    silent = moved or (not own.unit_class and not own.kinds)
    return replace(
        own,
        task=before.task if silent and not asks else own.task,
        unit=own.unit or (before.unit if silent and before.unit_class == "percent" else own.unit),
        unit_class=before.unit_class if moved else own.unit_class or (before.unit_class if silent else ""),
        kinds=own.kinds or (before.kinds if silent else ()),
        status=own.status or before.status,
    )


def _only_scope(core: str, scope: Scope, companies: Sequence[str]) -> bool:
    rest = YEAR_TEXT.sub("", fold(core))
    for name in companies:
        rest = rest.replace(fold(name), "")
    for place in scope.places:
        rest = re.sub(re.escape(place.rstrip("省市县区州")) + "[省市县区州]?", "", rest)
    if not is_chinese(rest):
        rest = _REST_EN.sub("", _without_spelt(rest, scope.places))
    return len(_REST.sub("", rest)) == 0


def _without_spelt(text: str, places: Sequence[str], by: str = "") -> str:
    """Return an English text without the names of places as it spells them, or with another in their place."""
    names = [
        s for p in places for s in (*readings(short_name(p)), *(r for d in divisions(p) for r in readings(d)), *shorter_names(p))
    ]
    ranked = r"(?: (?:City|County|Province|District|Prefecture))?"
    for name in sorted(set(names), key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b{ranked}", by, text, flags=re.IGNORECASE)
    return text


def _replaced(text: str, core: str, old: Scope, new: Scope, companies: Sequence[str]) -> str:
    """Return the question before with the new year, place or company in place of the old one; `companies` are the names of the old."""
    for name in companies if new.issuers else ():
        text = text.replace(name, "")
    if new.places and old.places:
        for place in old.places:
            text = text.replace(place, "").replace(place.rstrip("省市县区州"), "")
        if not is_chinese(text):
            # What was the output of Northport: the new name takes the place of the old.
            return _without_spelt(without_years(text) if new.years or new.span else text, old.places, re.sub(r"['’]s$", "", core))
    year, named = YEAR_TEXT.search(core), YEAR_TEXT.search(text)
    if year and named and not is_chinese(text):
        # How much was it in 2031: the new year takes the place of the old.
        return f"{text[: named.start()]}{year[0].strip()}{text[named.end() :]}"
    return f"{core}{without_years(text) if new.years or new.span else text}"
