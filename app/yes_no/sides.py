"""Which of two is more: 进口和出口哪个多, 出生多还是死亡多, is spending higher than revenue; by the values of both."""

import re
from dataclasses import replace
from itertools import takewhile

from app.agreement import same_unit
from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.likeness import named_within
from app.choosing.standing import behind
from app.working.computed import Computed
from app.working.computing import compute
from app.working.deriving import difference
from app.working.operands import Operation, between, between_scopes, operand, two_scopes, with_nation
from app.yes_no.asked import YesNo
from app.yes_no.speaking import speaks_of_measure
from app.yes_no.telling import Decision, Told, tell, value_said
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.asking import without
from index.places import NATION
from index.query import Query, content_terms

_TRIED, _CALLED = 12, 0.5
# What the nation's own value may be called besides what a place's is; 东部地区 is a part of it.
_OF_NATION = re.compile("(?:全国|国内|我国|中国|国民|全社会|全年|初步|核算|实现|完成|达到?|年末|的)*")
_MARKS = re.compile(r"\[\d+\]|[^\w]+")
_MORE, _LESS = "多|高|大|快|长|重|贵|强", "少|低|小|慢|短|轻|便宜|弱"
_WHICH = re.compile(
    rf"^(?P<left>.+?)(?:和|与|跟|同|、|还是|以及)(?P<right>[^，。？?]{{2,24}}?)[，,]?(?:相比|比起来|两者|二者|[这那]?两[个项者])?[，,]?(?:之间|中)?"
    rf"(?:哪一?[个边项方种者样家座条所处位款类支]|谁|哪)(?:的)?(?P<done>[一-龥]{{0,10}}?)(?:得)?(?:更|比较|要|还)?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:一?[些点])?[呢？?。]*$"
)
_EITHER = re.compile(
    rf"^(?P<left>.+?)(?:得|更|比较)?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:一?[些点])?[，,]?还是(?P<right>[^，。？?]{{2,24}}?)(?:得|更|比较)?(?:(?P=more)|(?P=less))(?:一?[些点])?[呢？?。]*$"
)
# 比上年 asks which way a value went.
_BASE = r"(?:上一?年|去年|前年|往年|年初|期初|同期|上[年季月]|上半年|预期|目标|计划|预算|[\d.]|[百千万亿]+)"
_THAN = re.compile(
    rf"^(?P<left>.+?)(?:是否|是不是)?(?:要|还|都)?(?:(?<![相对可同环占无好百分])比(?!重(?!庆)|例|率|值)|(?P<over>高于|大于|多于|超过|快于|超出)|(?P<under>低于|小于|少于|慢于))了?(?!{_BASE})(?P<right>[^，。？?]{{2,24}}?)"
    rf"(?:更|还|要|来得)?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))?(?:一?[些点])?(?:的|了|吗|么|没有?|呢|[？?。])*$"
)
_WHICH_EN = re.compile(
    r"\bwhich (?:of (?:the two|them) )?(?:was|were|is|are|had been|came to)(?: the)? (?:(?P<more>larger|bigger|higher|greater|more)|(?P<less>smaller|lower|less|fewer))\b(?P<frame>[^,:]*)[,:]\s*(?P<left>[^,?]+?) or (?P<right>[^,?]+?)\s*\??$"
)
_THAN_EN = re.compile(
    r"^(?:(?P<frame>in [^,]+), )?(?:was|were|is|are|did|does|do)(?: there)? (?P<left>.+?) (?:(?P<more>higher|larger|greater|bigger|more)|(?P<less>lower|smaller|less|fewer)) than (?!(?:a |the )?(?:year|[\d$]|half|last|previous))(?P<right>[^?,]+?)\s*\??$"
    # Did they spend more on roads than on schools in 2031
    r"|^(?:(?P<frame4>in [^,]+), )?(?:did|does|do|will|has|have|was|were|is|are) (?P<done4>[^?,]+?) (?:(?P<more4>more)|(?P<less4>less|fewer))(?: money)? (?P<to4>on|in|for|from|to) (?P<left4>[^?,]+?) than (?:(?P=to4) )?(?!(?:a |the )?(?:year|[\d$]|half|last|previous))(?P<right4>[^?,]+?)\s*\??$"
    r"|^(?:(?P<frame3>in [^,]+), )?(?:was|were|is|are|did|does|do)(?: there)? (?P<more3>more|fewer) (?P<left3>[a-z][^?,]*?) than (?P<right3>[a-z][^?,]+?)\s*\??$"
    r"|^(?:(?P<frame2>in [^,]+), )?(?:did|does|do) (?P<left2>.+?) (?P<more2>exceed|outstrip|outweigh|surpass) (?!(?:a |the )?(?:year|[\d$]|half|target|plan))(?P<right2>[^?,]+?)\s*\??$"
)
# 高于全国0.7个百分点: how far a place is from the nation is told behind its own value.
_THAN_WHOLE = re.compile(
    r"^[，,、]?(?:(?:比|较)全(?P<whole2>[国省市州县])(?:平均)?(?:水平|增速)?(?:(?P<more2>高|快|多)|(?P<less2>低|慢|少))出?|(?:(?P<more>高于|高出|快于|超过|超出|好于|优于|领先)|(?P<less>低于|慢于|落后))(?:于)?全(?P<whole>[国省市州县])(?:平均)?(?:水平|增速|平均)*)(?:约|近)?[\d一二三四五六七八九十]"
)
# By how much asks for more than which.
_HOW_MUCH = re.compile(r"多少|几(?!乎)|百分之|差距|\bhow (?:much|many|far)\b")
_NATION_ASKED = re.compile(r"(?:的)?全国(?:的)?(?:平均|总体|整体)?(?:水平|增速|平均|均值)*")
_WHOLE_ASKED = re.compile(r"全(?P<whole>[国省市州县])")


def which_side(yes_no: YesNo) -> Answer | None:
    """Return which of two things, places or companies is more, None if the question sets none against another, or a value is missing."""
    query = yes_no.asked
    text = fold(query.text).lower().strip()
    if _HOW_MUCH.search(text):
        return None
    # Without a clause that asks whether something is so, only 哪个多 asks for one of two.
    asking = (_WHICH, _WHICH_EN, *((_EITHER, _THAN, _THAN_EN) if yes_no.clause else ()))
    bare = without(text, "asks whether")
    match = next((m for p in asking if (m := p.search(bare if p is _THAN else text))), None)
    if match is None or len(query.scope.years) > 1 or query.scope.compared:
        return None
    if match.re is _THAN and (told := _than_the_whole(yes_no, match)):
        return told
    operation = _operation(query, match)
    if operation is None:
        return None
    if operation.stated:
        return _beside_nation(yes_no, match, operation)
    computed = compute(yes_no.lookups, operation)
    if computed is None or not yes_no.are_meant(computed.inputs) or not _are_spoken_of(operation, computed):
        return None
    return tell(yes_no, _decided(match, operation, computed, english=yes_no.english))


def _operation(query: Query, match: re.Match[str]) -> Operation | None:
    groups = match.groupdict()
    if two_scopes(query):
        return replace(between_scopes(query), stated=False)
    left, right, frame = (
        next((told for n in ("", "2", "3", "4") if (told := groups.get(f"{side}{n}"))), "") for side in ("left", "right", "frame")
    )
    done = groups.get("done") or ""
    if not left or not right:
        return None
    if _NATION_ASKED.fullmatch(right) and query.scope.places and NATION not in query.scope.places:
        # 某市的增速高于全国吗: of the nation the same is asked.
        return with_nation(operand(query, left, None), 0)
    if said := groups.get("done4"):
        return between(query, f"{frame} {said} {left}".strip(), f"{said} {right}", 0)
    return between(query, f"{frame} {left} {done}".strip() if frame else f"{left}{done}", f"{right} {done}".strip(), 0)


def _beside_nation(yes_no: YesNo, match: re.Match[str], operation: Operation) -> Answer | None:
    """Return how a place's value stands to the nation's of the same name, kind, unit and time."""
    place, nation = (yes_no.lookups.look_up(o) for o in operation.operands)
    if not place.sure or not nation.sure or not speaks_of_measure(place.query, place.chosen[0], match["left"]):
        return None
    own = place.chosen[0]
    other = next((c for c in nation.chosen[:_TRIED] if _is_same(own, c)), None)
    if other is None:
        return None
    a, b = own.candidate.figure, other.candidate.figure
    more = a.value > b.value
    told = tuple(Told(label, (c,), f"{label}{value_said(c)}") for label, c in zip(operation.labels, (own, other), strict=True))
    if a.value == b.value:
        return tell(yes_no, Decision(yes_no.word("一样", "The same"), told))
    verdict = yes_no.word("是", "Yes") if more != _asks_less(match) else yes_no.word("否", "No")
    derived = difference(*((a, b) if more else (b, a)))
    return tell(yes_no, Decision(verdict, told, "", derived, yes_no.word("相差", "a difference of ")))


def _is_same(own: Chosen, other: Chosen) -> bool:
    a, b = own.candidate.figure, other.candidate.figure
    return (
        (a.kind, a.polarity, a.period, a.status) == (b.kind, b.polarity, b.period, b.status)
        and same_unit(a.unit, b.unit)
        and named_within(own.candidate, other.candidate) >= _CALLED
        and _OF_NATION.fullmatch(_apart(b.subject, a.subject)) is not None
    )


def _apart(name: str, other: str) -> str:
    """Return what of a name stands ahead of the end that it has in common with another."""
    name, other = (_MARKS.sub("", matching_text(n)) for n in (name, other))
    return name.removesuffix(_common_end(name, other))


def _common_end(a: str, b: str) -> str:
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(a), reversed(b), strict=False))
    return "".join(x for x, _ in shared)[::-1]


def _are_spoken_of(operation: Operation, computed: Computed) -> bool:
    """Tell whether the values are of just what the two sides are called."""
    operands = operation.operands if computed.labels == operation.labels else operation.operands[::-1]
    return all(speaks_of_measure(o, c, fold(o.text).lower()) for o, c in zip(operands, computed.inputs, strict=True))


def _asks_less(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(groups.get("less") or groups.get("less4") or groups.get("under") or groups.get("more3") == "fewer")


def _decided(match: re.Match[str], operation: Operation, computed: Computed, *, english: bool) -> Decision:
    """Return the decision: the first of what was computed is more than the second."""
    less = _asks_less(match)
    first_is_more = computed.labels == operation.labels
    labels = _names(match, operation, computed)
    told = tuple(
        Told(label, (c,), f"{label}{' ' if english and label else ''}{value_said(c)}")
        for label, c in zip(labels, computed.inputs, strict=True)
    )
    if match.re in {_WHICH, _EITHER, _WHICH_EN}:
        told = told[::-1] if less else told
        word = next((match.group(g) for g in ("more", "less") if match.groupdict().get(g)), "")
        verdict = told[0].label.capitalize() if english else f"{told[0].label}{word}"
        told = (replace(told[0], said=value_said(told[0].chosen[0])), told[1])
    else:
        verdict = (("是", "Yes") if first_is_more != less else ("否", "No"))[english]
    return Decision(verdict, told, "", computed.result, "a difference of " if english else "相差")


def _names(match: re.Match[str], operation: Operation, computed: Computed) -> tuple[str, ...]:
    """Return what the two values are called: of 服务进出口里进口 the part that the other side's name is set against."""
    if operation.compares_places:
        return computed.labels
    if match.re not in {_WHICH, _EITHER}:
        return computed.labels
    scope = operation.operands[0].scope
    right = content_terms(match["right"], scope)
    own = [t for t in content_terms(match["left"], scope) if t not in right]
    names = ("".join(own[-len(right) :]), "".join(right))
    return names if computed.labels == operation.labels else names[::-1]


def _than_the_whole(yes_no: YesNo, match: re.Match[str]) -> Answer | None:
    """Return what a report says right behind a value of its place of how it stands to the nation's: 增长6%，高于全国0.5个百分点."""
    asked = _WHOLE_ASKED.match(match["right"])
    likely = next(yes_no.likely(match["left"]), None)
    if asked is None or likely is None:
        return None
    best = likely[0]
    told = _THAN_WHOLE.match(fold(behind(best)))
    if told is None or asked["whole"] not in {told["whole"], told["whole2"]}:
        return None
    start = best.candidate.figure.end + told.end() - 2
    gap = next(
        (c for c in likely if c.candidate.sentence is best.candidate.sentence and start <= c.candidate.figure.start <= start + 2),
        None,
    )
    if gap is None:
        return None
    more = bool(told["more"] or told["more2"])
    sentence = best.candidate.sentence
    said = sentence.text[best.candidate.figure.start - sentence.start : gap.candidate.figure.end - sentence.start]
    verdict = yes_no.word("是", "Yes") if more != _asks_less(match) else yes_no.word("否", "No")
    return tell(yes_no, Decision(verdict, (Told("", (best, gap), said),)))
