"""Derive a whole from a part and its share of it, or a part from its whole and its share: 民生支出80亿元，占支出的八成."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.choosing.standing import ahead, behind, between, sentence_of
from app.implied.told import Told, asked_clause, is_named, reckons, sentences_told
from app.several.members import asks_for_each, listed
from app.working.computed import Computed
from app.working.deriving import is_ratio, part_of, whole_of
from app.working.of_year import may_be_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query, content_terms
from index.unit_classes import class_of_unit

_CLAUSE = re.compile("[，,、；;。：]")
_SHARE = re.compile(
    r"(?P<part>[^，。；]*?)占(?:了|到|据)?(?P<whole>[^，。；占]*?)的?(?:比重|比例|份额|比)?(?:已?(?:达到?|为|是|约|近|超过?|高达|升至|提高到|提升至|降至|保持在)了?)*(?:\[\d+\])?$"
)
# 为全年目标的105%, 占预算数的九成
_OF_AIM = re.compile(
    r"(?:为|是|相当于|完成了?|占了?|达到?)(?P<whole>[^，。；为占]*?(?P<aim>目标|计划|任务|预算|指标)(?:任务|总?数|总?额|要求)?)的?$"
)
_OF_EN = re.compile(
    r" of (?:the |our |its |their |all |total )*(?P<whole>[a-z][\w '’-]*?)(?=$|[,.;]| (?:and|in|or|for|from|by|with|this|last)\b)",
    re.I,
)
_OR_EN = re.compile(
    r"(?:,? ?\(?(?:or|which is|equal to|equivalent to|representing|accounting for|and|making up|that is|which makes up)?,?|[a-z ]{0,12} or)(?: (?:about|around|nearly|almost|over|some|roughly|more than))? ?",
    re.I,
)
# A question for a share is none for what has it.
_RATE_ASKED = re.compile(
    r"百分之[几多]|百分比|几成|多大(?:比|份)|占(?:到|了|比)?(?:是|为|有)?(?:多少|几|多大)|(?:比重|比例|份额|占比|率)(?:是|为|有|达到?)?(?:多少|几|多大|$)|几个?百分点"
    r"|\b(?:what|which|how (?:big|large|much of)) (?:a |an |is the |was the )?(?:share|proportion|percentage|per ?cent|fraction)\b|\bas an? (?:share|percentage|proportion)"
)
# The accounts of a government, which hold what came in and what was planned: 一般公共预算收入 asks for no plan.
_ACCOUNTS = re.compile(
    "(?:一般公共|公共财政|政府性?基金|国有资本经营|社会保险基金|社保基金|部门|综合)预算(?=[收支内外])|预算[内外]"
)
# 完成预算了吗 asks for no amount.
_WHETHER = re.compile("吗|是否|没有?[？?]?$|是不是|有没有|能不能")
_ALL_OF = re.compile("全[国省市区县州球世]|全自治区|全世界|全行业|全公司")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class _Shared:
    """A share, the value of the part that has it (None where none is told), and what part and whole are called."""

    share: Chosen
    level: Chosen | None
    part: str
    whole: str
    aim: str = ""


def by_share(lookups: Lookups, query: Query) -> Computed | None:
    """Return the whole or the part that a question asks for and that only its share tells of, None where no sentence does."""
    asked = asked_clause(query)
    rate = "growth" in query.need.kinds or _RATE_ASKED.search(asked) is not None
    # 高温库、恒温库占比各是多少 asks for the shares themselves.
    rate = rate or ("share" in query.need.kinds and asks_for_each(query) and len(listed(query)) > 1)
    if rate or len(query.scope.years) > 1 or query.need.task != "figure":
        return None
    told = sentences_told(lookups, query)
    plain = lookups.look_up(query)
    stated = plain.chosen[0] if plain.sure and not reckons(query) else None
    for sentence in told:
        for shared in _shares(sentence):
            told_aim = shared.aim and stated is not None and stated.candidate.figure.status == "target"
            if told_aim or (stated is not None and _is_called(stated, shared.whole)):
                continue
            if (computed := _whole(query, asked, shared)) is not None:
                return computed
    for sentence in told[:2]:
        for shared in _shares(sentence):
            if stated is not None and _tells(stated, shared.part, query):
                continue
            if (computed := _part(lookups, query, asked, shared, sentence)) is not None:
                return computed
    return None


def _shares(told: Told) -> Iterator[_Shared]:
    """Yield the shares that a sentence tells of a whole that it names."""
    for i, c in enumerate(told.figures):
        figure = c.candidate.figure
        if figure.kind != "share" or figure.unit != "%" or figure.value_to is not None or not figure.value:
            continue
        before = [o for o in told.figures[:i] if o.candidate.figure.kind == "level" and not is_ratio(o.candidate.figure)]
        level = before[-1] if before and len(between(before[-1], c)) <= _NEAR else None
        lead = _CLAUSE.split(fold(ahead(c)))[-1]
        if (match := _OF_AIM.search(lead)) and level is not None:
            yield _Shared(c, level, level.candidate.figure.subject, match["whole"], match["aim"])
        elif match := _SHARE.fullmatch(lead):
            own = match["part"].strip()
            near = level if level is not None and _is_of(own, level) else None
            yield _Shared(c, near, own or (level.candidate.figure.subject if level is not None else ""), match["whole"])
        elif match := _OF_EN.match(behind(c)):
            near = level if level is not None and _OR_EN.fullmatch(between(level, c)) else None
            yield _Shared(c, near, figure.subject.partition(" as a share of ")[0], match["whole"])


def _is_of(part: str, level: Chosen) -> bool:
    """Tell the value of the part that a share names: the one ahead of it where it names none."""
    if not part or re.fullmatch("[约近]|其中|分别", part):
        return True
    name = matching_text(level.candidate.figure.subject)
    return matching_text(part)[:2] in name or name[-2:] in matching_text(part)


def _whole(query: Query, asked: str, shared: _Shared) -> Computed | None:
    """Derive the whole that the asking clause names, and not the part."""
    if shared.level is None or not may_be_of(query, shared.level):
        return None
    whole = _ALL_OF.search(shared.whole)
    if shared.aim:
        planned = query.need.status == "target" and not _WHETHER.search(asked)
        named = shared.aim in _ACCOUNTS.sub("", asked) and (planned or reckons(query))
    elif whole is None or len(shared.whole) > len(whole[0]):
        named = is_named(shared.whole, asked, query)
    else:
        named = whole[0] in asked
    if not shared.whole or not named or (not shared.aim and _speaks_of_part(query, asked, shared)):
        return None
    unit = query.need.unit_class if query.need.strict else ""
    if unit and unit != class_of_unit(shared.level.candidate.figure.unit):
        return None
    result = whole_of(shared.level.candidate.figure, shared.share.candidate.figure)
    return Computed(result, (shared.level, shared.share), ("", "")) if result is not None else None


def _speaks_of_part(query: Query, asked: str, shared: _Shared) -> bool:
    """Tell whether the asking clause names what is only the part's: 民生支出 of all 支出."""
    name = shared.level.candidate.figure.subject if shared.level is not None else shared.part
    own = [t for t in content_terms(fold(name).lower(), query.scope) if t not in fold(shared.whole).lower() and len(t) > 1]
    elsewhere = fold(query.text).lower().replace(asked, " ")
    # Where two clauses name it, the one that asks means what all of them are: 甲企业3家占全省一成，全省有几家企业.
    return any(t in asked and t not in elsewhere for t in own)


def _part(lookups: Lookups, query: Query, asked: str, shared: _Shared, told: Told) -> Computed | None:
    """Derive the part whose share alone is told, from the value of its whole beside it, or of that name."""
    part = content_terms(fold(shared.part).lower(), query.scope)
    if shared.aim:
        return None
    if shared.level is not None and shared.part in shared.level.candidate.figure.subject and shared.whole:
        # The value of the part itself is told.
        return None
    own = [t for t in part if t not in fold(shared.whole).lower()]
    if not own or not all(t in asked for t in own) or not may_be_of(query, shared.share):
        return None
    whole = _value_of_whole(lookups, query, shared, told)
    if whole is None or any(is_named(t, whole.candidate.figure.subject, query) for t in own):
        return None
    unit = query.need.unit_class
    if unit not in {"", "percent", class_of_unit(whole.candidate.figure.unit)}:
        return None
    result = part_of(whole.candidate.figure, shared.share.candidate.figure)
    return Computed(result, (whole, shared.share), ("", "")) if result is not None else None


def _value_of_whole(lookups: Lookups, query: Query, shared: _Shared, told: Told) -> Chosen | None:
    levels = [c for c in told.around if c.candidate.figure.kind == "level" and not is_ratio(c.candidate.figure)]
    if not shared.whole.strip():
        # 网络零售额8亿元，其中农产品占三成
        near = [c for c in levels if sentence_of(c) == sentence_of(shared.share)]
        ahead_of = [c for c in near if c.candidate.figure.start < shared.share.candidate.figure.start]
        return ahead_of[-1] if ahead_of else None
    beside = [c for c in levels if _is_called(c, shared.whole)]
    if not beside:
        terms = content_terms(fold(shared.whole).lower(), query.scope)
        need = replace(query.need, unit="", unit_class="", kinds=("level",), status=None, many=False, strict=False)
        found = lookups.look_up(replace(query, text=shared.whole, terms=terms, need=need, background=())) if terms else None
        report = shared.share.candidate.sentence.ranked.passage.report
        beside = [
            c
            for c in (found.chosen[:3] if found is not None and found.sure else ())
            if _is_called(c, shared.whole) and c.candidate.sentence.ranked.passage.report == report
        ]
    period = shared.share.candidate.figure.period
    dated = [c for c in beside if c.candidate.figure.period == period]
    return dated[0] if dated else None


def _tells(c: Chosen, part: str, query: Query) -> bool:
    """Tell a value that is called what a part is."""
    return c.candidate.figure.kind == "level" and bool(part) and is_named(part, c.candidate.figure.subject, query)


def _is_called(c: Chosen, name: str) -> bool:
    own, asked = matching_text(c.candidate.figure.subject), matching_text(name).strip()
    return c.candidate.figure.kind == "level" and (own == asked or own.endswith(asked)) and not is_ratio(c.candidate.figure)
