"""Work a value out from a later one and its change: 49%，比上年提升12个百分点 gives 37% for the year before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.likeness import named_alike
from app.choosing.lookup import Lookups
from app.choosing.standing import ahead, behind, between, sentence_of
from app.refusals.contradiction import contradicts, is_other_name, is_other_thing
from app.refusals.newly_made import is_new_for_stock
from app.working.computed import Computed, is_part
from app.working.counted_from import CLAUSE, Moved, counts_from, is_comparable
from app.working.deriving import base_of, before
from app.working.ways import ends_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit
from index.years import resolve_years

_TRIED, _TRIED_BESIDE = 8, 16
_LEAST = 0.5
_SAID = 0.5
_NEAR = 24
_NAMED_ALIKE = 0.6
_LIKENED = re.compile("[与同和较比]")
# What stands between a change and the value that it led to: 增长5%，达到400亿元; rose by 3% to $50 billion.
_LED_TO = re.compile(
    r"(?:左右|以上)?[，,、]?\s?(?:到[^，,；。]{2,9}年[底末]?)?(?:总[数量额])?(?:达到?|增?至|升至|到)了?\s?|,? ?(?:to|to reach|reaching) (?:about |nearly )?"
)
# 换届前…多少; 目前 and 年前 are no events.
_EVENT = re.compile("(?<![比较])(?P<event>[一-龥]{2,4})(?<![年月日天目以之此提当])(?:之|以)?前(?=[一-龥])")
_BACK = re.compile(
    r"[倒反逆回][推算求]|推算|往[回前][推算]|推[回出](?=来|[，,。？?]|$|多少|当年|[上前]一?年)|倒着[推算]|数推(?=[，,。？?]|$)"
    # 照2024年的数和增幅算
    # 年末数减去当年新增
    r"|减去?(?:当年|本年|这一?年|全年|年内)?的?(?:新|净?增)"
    r"|[照按据用凭从以](?!可比|不变)[^，。？]{2,40}(?:[涨增降跌升减][幅速率量额]|增长率|(?:增|降|减)[长低少加](?:幅度|速度|额|量|比例)|的变化)[^，。？]{0,8}[推算]"
    r"|\b(?:from|given|using|based on|knowing|judging by|going by) (?:the|its|their|that) (?:[a-z$%.\d]+ ){0,3}(?:growth|increase|rise|fall|drop|decline|decrease|change)\b|\bwork(?:ed|ing)? (?:it |this )?back(?:wards?)?\b|\bback[- ]?(?:calculat|comput)"
    r"|\bimpl(?:y|ies|ied)\b|\binfer(?:red)?\b|\bdeduced?\b"
)
# Words of reckoning name no measure.
_RECKONING = re.compile(
    r"[倒反逆回][推算]|推算|往回|推回|[涨增降跌升减]幅|(?:增长|变动|变化|上升|下降|下跌|减少|增加)?(?:幅度|速度|率|额|量|数|数量|数目)|增速|数字?|照|这样|这项|给"
    r"|[照按据用凭从以推算]|数算|大约|约|大概|增长幅度|judging|going|given|using|knowing|based|rates?|drop|decline|change|year|before|[\d.]+%?|about"
    r"|work(?:ed|ing)?|back|backwards?|impl(?:y|ies|ied)|infer(?:red)?|deduced?|increase|decrease|rise|fall|growth|figures?"
)
# A value that is asked for as the one before: 那上年的预算数是多少, 原来有多少家; what was it a year earlier?
_PREVIOUS = re.compile(
    r"(?:(?<![比较是为于从由])(?:上一?年|前一年|头一年|上一?期|上一?届|(?:再)?往前|此前|以前|之前|先前|原来|原先|原本|当初|(?<!比)(?:上|前)一?个(?![^，。；？]{0,4}百分))"
    r"(?![^，。；？]{0,16}[比较])[^，。；？增减升降涨跌高低]{0,16}(?:多少|几(?!倍|成)))"
    # More than the year before is compared with it.
    r"|\b(?:what|how (?:much|many))\b(?![^.;?]*\b(?:than|compared (?:with|to)|relative to|versus|against)\b)[^.;?]*\b(?:before|previously|originally|a year (?:earlier|ago|before)|(?:the )?(?:previous|preceding) (?:year|period|term|budget))\b"
)
_BEFORE = re.compile("[上前去]一?(?:年|个|期|届|次|轮)|原|同期|年初|last|previous|earlier|before|preceding")
_ROUGHLY = re.compile(r"大约|大概|约(?!束|定|会|谈)|左右|估计|估算|\b(?:roughly|about|approximately|around|estimate)\b")
# Prices are taken out of how much a product grew: its growth tells nothing of what it was at the prices of the year before.
_AT_PRICES = re.compile(r"生产总值|增加值|总产值|gdp|value added|\bproduct\b", re.IGNORECASE)
# 新增基站2万座、总数达9万座: what came in, and what there is with it.
_CAME_IN = re.compile("净增|新[一-龥]{1,3}|增加")
_IN_ALL = re.compile(
    "[，,、]?(?:使|全[市省县区国州])?(?:累计|总[数量计]?|共|保有量)(?:分别|已)?(?:达到?|为|至|有|增至)?(?:了|近|约)?"
)
_BEHIND_EN = re.compile(r"\s*(?:over|on|from|than|compared (?:with|to)|above|below)\b[^,;.]{0,30}", re.IGNORECASE)


def value_before(lookups: Lookups, query: Query) -> Computed | None:
    """Derive what a value was in the year asked about from the report of a later one: 49%，比上年提升12个百分点."""
    back = asks_back(query)
    if not query.scope.years or (not back and (query.scope.span or len(query.scope.years) > 1)):
        return None
    year = min(query.scope.years) if back else query.scope.years[-1]
    if back and len(query.scope.years) == 1 and _PREVIOUS.search(fold(query.text).lower()):
        year -= 1
    roughly = back or not _AT_PRICES.search(query.text)
    for later in _of_later(query, year) if back else (replace(query, scope=replace(query.scope, years=(year + 1,))),):
        planned = query.need.status if back and query.need.status == "target" else None
        need = replace(query.need, kinds=(), status=planned, many=False)
        asked = replace(later, need=need)
        # Of what no figure speaks by name there is no value before either.
        found = [c for c in lookups.look_up(asked).chosen if not _is_refused(asked, c, back=back)]
        computed = _moved_since(found, query, year, back=back, by_rate=roughly)
        computed = computed or (_grown_since(found, query, year) if back else None)
        if computed is not None:
            return computed
    return None


def _is_refused(query: Query, c: Chosen, *, back: bool) -> bool:
    if back or c.candidate.figure.kind in {"change", "growth"}:
        return is_other_thing(query, c.candidate) or is_other_name(query, c.candidate)
    # What a question does not say that it wants worked out is worked out of what speaks of all that it names.
    unsaid = any(len(t) > 1 and said < _SAID for t, said in zip(query.terms, c.candidate.around, strict=True))
    # What is new is no answer to what there is, and what is taken from it.
    return unsaid or (contradicts(query, c.candidate) and not is_new_for_stock(query, c.candidate))


def _of_later(query: Query, year: int) -> Iterator[Query]:
    """Yield the lookups for a value of a later year without the words of reckoning: of the year after, of any year that is named, of all."""
    terms = tuple(t for t in query.terms if not _RECKONING.fullmatch(t)) or query.terms
    plain = replace(query, terms=terms)
    named = tuple(y for y in query.scope.years if y != year)
    for years in dict.fromkeys(((year + 1,), named, ())):
        yield replace(plain, scope=replace(query.scope, years=years, span=(), compared=()))


def _moved_since(found: Sequence[Chosen], query: Query, year: int, *, back: bool, by_rate: bool) -> Computed | None:
    chooser = load_chooser()
    # 赤字8亿元，其中中央3亿元: a part that the question does not name stands behind its whole.
    for c in sorted(found[:_TRIED], key=lambda c: is_part(c) and not _is_named(query, c)):
        # A plan tells of the year before it too, where a question says that it wants to be worked out.
        if (c.candidate.figure.status == "target" and not back) or not _is_of_unit(c, query):
            continue
        if confidence([c, *(o for o in found if o is not c)], chooser) < (_LEAST if back else 1.0) * chooser.threshold:
            continue
        for moved in _moves_of(c, found):
            plain_rate = by_rate and (back or not is_comparable(moved.change))
            result = _before(moved, by_rate=plain_rate) if counts_from(moved, year) else None
            if result is not None:
                return result
    return None


def _grown_since(found: Sequence[Chosen], query: Query, year: int) -> Computed | None:
    """Derive a value from how much and at what rate it grew: 增长50%，即增加3万吨."""
    for change in found[:_TRIED_BESIDE]:
        if change.candidate.figure.kind != "change" or not _is_of_unit(change, query):
            continue
        for rate in found:
            way = _right_behind(rate, change)
            if rate.candidate.figure.kind != "growth" or way is None or len(way) > _NEAR // 2:
                continue
            moved = Moved(change, rate, rate.candidate.figure.basis)
            result = base_of(change.candidate.figure, rate.candidate.figure) if counts_from(moved, year) else None
            if result is not None:
                return Computed(result, (change, rate), ("", ""))
    return None


def value_before_change(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive the value before the one that the report gives with its change, where a question asks for the one before."""
    text = fold(query.text).lower()
    named = set(resolve_years(text, latest=None).years)
    if not _PREVIOUS.search(text) or not {y for y in query.scope.years if not query.scope.span} <= named:
        return None
    for c in found[:2]:
        levels = [c] if c.candidate.figure.kind != "change" else [o for o in found if sentence_of(o) == sentence_of(c)]
        for moved in (m for own in levels for m in _moves_of(own, found)):
            # The start of 由A到B is stated.
            if c in (moved.level, moved.change) and ends_of(moved.level, found) is None and _BEFORE.search(moved.basis):
                return _before(moved, by_rate=False)
    return None


def value_before_event(query: Query, chosen: Sequence[Chosen]) -> Computed | None:
    """Derive what a value was before an event that the best figure is compared with, or counts from: 54人，比换届前减少22人."""
    asked = _EVENT.search(query.text)
    if not asked:
        return None
    event = asked["event"]
    names = [event[i:] for i in range(len(event) - 1)]
    # The best figure is the value or the change behind it.
    pairs = [pair for c in chosen[1:] for pair in ((chosen[0], c), (c, chosen[0]))]
    for level, change in pairs:
        if level.candidate.figure.kind not in {"level", "share"} or change.candidate.figure.kind != "change":
            continue
        if any(re.search(f"[比较]{name}(?:之|以)?前", _right_behind(level, change) or "") for name in names):
            return _before(Moved(level, change, ""), by_rate=False)
    return None


def asks_back(query: Query) -> bool:
    """Tell a question that wants a value worked out from a later one and its change."""
    return bool(_BACK.search(query.text.lower()))


def _before(moved: Moved, *, by_rate: bool) -> Computed | None:
    if moved.change.candidate.figure.kind == "growth" and not by_rate:
        return None
    result = before(moved.level.candidate.figure, moved.change.candidate.figure)
    return Computed(result, (moved.level, moved.change), ("", "")) if result is not None else None


def _moves_of(level: Chosen, found: Sequence[Chosen]) -> Iterator[Moved]:
    """Yield the changes that stand right behind a value, or that led to it: 400亿元，比上年增加30亿元; 增加30亿元，达到400亿元."""
    if level.candidate.figure.kind not in {"level", "share"}:
        return
    for change in found:
        figure = change.candidate.figure
        if change in (ends_of(level, found) or ()):
            # The other end of a way (由年初的4万扩大到年末的9万) is no change.
            continue
        if figure.kind not in {"change", "growth"}:
            if _came_in(level, change):
                yield Moved(level, change, "")
            continue
        later, earlier = _right_behind(level, change), _right_behind(change, level)
        after = _BEHIND_EN.match(behind(change))
        if later is not None:
            yield Moved(level, change, f"{later}{after[0] if after else ''}")
        elif earlier is not None and _LED_TO.fullmatch(earlier):
            yield Moved(level, change, f"{figure.basis}{after[0] if after else ''}")
        elif (basis := _goes_on(level, change)) is not None:
            yield Moved(level, change, basis)


def _came_in(level: Chosen, new: Chosen) -> bool:
    """Tell what came in within the year ahead of what there is with it: 新增基站2万座、总数达9万座."""
    figure, inflow = level.candidate.figure, new.candidate.figure
    if inflow.kind != "level" or sentence_of(level) != sentence_of(new) or not inflow.value < figure.value:
        return False
    lead = CLAUSE.split(ahead(new))[-1]
    listed = figure.basis == "累计" and figure.subject == inflow.subject
    told = _IN_ALL.fullmatch(fold(between(new, level))) is not None and inflow.start < figure.start
    return (told or listed) and _CAME_IN.search(f"{inflow.subject}{lead}") is not None


def _is_named(query: Query, c: Chosen) -> bool:
    """Tell whether a question has what the name of a figure begins with."""
    return matching_text(c.candidate.figure.subject)[:2] in matching_text(query.text)


def _is_of_unit(c: Chosen, query: Query) -> bool:
    asked = query.need.unit_class if query.need.strict else ""
    return not asked or class_of_unit(c.candidate.figure.unit) == asked


def _right_behind(first: Chosen, second: Chosen) -> str | None:
    """Return what stands between two figures where the second stands right behind the first, None where it does not."""
    if sentence_of(second) != sentence_of(first):
        return None
    a, b, text = first.candidate.figure, second.candidate.figure, between(first, second)
    return fold(text) if 0 <= b.start - a.end <= _NEAR and not re.search("[。；;]", text) else None


def _goes_on(level: Chosen, change: Chosen) -> str | None:
    """Return from when a change counts with which the next sentence goes on about a value: 收入总计80万元。与2020年度相比，收入总计减少2万元."""
    own, behind = level.candidate.sentence, change.candidate.sentence
    passage = own.ranked.passage
    if passage.id != behind.ranked.passage.id or behind.start < own.end or passage.context:
        return None
    if passage.text[own.end - passage.start : behind.start - passage.start].strip():
        return None
    lead = fold(ahead(change)).strip()
    name, again = level.candidate.figure.subject, change.candidate.figure.subject
    # 某局收入总计 is named in full once.
    alike = (len(again) > 1 and name.endswith(again)) or named_alike(level.candidate, change.candidate) >= _NAMED_ALIKE
    return lead if alike and _LIKENED.match(lead) else None
