"""The two ends of 由A到B: a start and an end for a question that asks for both, or for the change between them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, behind, beside
from app.working.computed import Computed
from app.working.deriving import difference, ratio
from corpus.figures.english_way import comes_from
from corpus.figures.meaning import is_start
from corpus.figures.numerals import fold
from corpus.matching import simplified
from index.query import Query

_TRIED, _OPPOSED = 8, 3
_MOVES_EN = (
    "rise|risen|rose|increased?|grow|grew|grown|climb(?:ed)?|jump(?:ed)?|gain(?:ed)?|go up|gone? up|went up|fall|fell|fallen|drop(?:ped)?|decline[d]?|decreased?|shrink|shrank|shrunk"
    "|go down|went down|raised?|lift(?:ed)?|cut|reduced?|lower(?:ed)?|expand(?:ed)?|extend(?:ed)?|shorten(?:ed)?|narrow(?:ed)?|widen(?:ed)?|improved?|changed?|adjusted"
)
_ASKS_CHANGE = re.compile(
    r"(?:净增|增加|增长|增|减少|减|下降|降低|降|提高|提升|上升|升高|上调|下调|调高|调低|上浮|下浮|升|涨|跌|回落|收窄|缩短|缩小|缩减|压缩|压减|精简|扩大|扩|延长|延|拉长|加|(?<![最至不])(?:多|少|高|低|快|慢))"
    r"(?:出|了)*(?:大概|大约|约)?(?:多少|几(?!倍|成|番))|首尾相减|变化(?:了)?多少|相差多少"
    rf"|\bby how (?:much|many)\b|(?<!\bto )(?<!\bfrom )\bhow (?:much|many)\b[^?.]*\b(?:did|does|do|will|would|was|were|is|are|has|have|had|to be)\b[^?.]*(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bits )(?<!\bthis )(?<!\bthat )\b(?:{_MOVES_EN})\b(?! (?:to|from)\b)"
    r"|\bhow (?:much|many) (?:[a-z$]+ ){0,2}(?:more|less|fewer|higher|lower)\b"
)
_IS_TIMES = re.compile(
    r"(?:是|为|相当于|等于|达到?)(?:了)?(?P<base>[^，。？；是为]{0,12}?)的?(?:几|多少)倍|\bhow many times\b|\bby what (?:factor|multiple)\b"
)
# 上一年, 1978年, 五年前 and 改革前 tell when, and no other thing.
_WHEN = re.compile(
    r"(?:上一?年|去年|前年|前一年|头一年|年初|期初|原来|原先|原本|过去|以前|从前|当初|当年|起初|最初|[^，。]{0,8}[年前]末?|[^，。]{0,6}时)的?|"
)
_ASKS_BOTH = re.compile(
    r"[从由](?:原来的?|之前的?)?(?:百分之)?(?:多少|几).{0,16}(?:到|至|成|为)了?(?:百分之)?(?:多少|几)|(?:多少|几).{0,6}(?:变成|涨到|升到|降到|提高到|增加到|扩大到|增至|升至|降至)了?(?:多少|几)"
    r"|[到至]了?(?:多少|几)[^。；]{0,6}(?:起点|起步|原来|当初|最初|之前|原先)(?:又|才|只)?(?:是|有)?(?:多少|几)"
    r"|(?:改革|调整|精简|整合|合并|提标|调标)前后(?:各|分别|是)"
    r"|(?:年初|期初).{0,3}年[末底]|[一二三四五六七八九]十年代(?:、|和|与|跟)|变化(?:有)?多大|(?:怎么|如何|怎样)变"
    # 五十年代和1984年分别是多少
    r"|(?:年代|解放前|建国初期?|过去|从前|原来|以前)(?:和|与|跟)[^，。？]{1,10}(?:分别|各)"
    r"|\bfrom (?:what|how many|how much)\b[^?]*\bto (?:what|how)\b|\bup from (?:what|how)\b|\bcompared with .{0,24}\bearlier\b"
)
_WAS = (
    r"(?:原来|原先|原本|之前|以前|从前|过去|当初|上一?年|去年|[两二三四五六七八九十]年前"
    r"|(?:提高|提升|扩大|增加|调整|上调|下调|降低|下降|减少|改革|提标)前)"
)
_IS = (
    r"(?:现在|如今|目前|眼下|后来|(?:提高|提升|扩大|增加|调整|上调|下调|降低|下降|减少|改革|提标)后"
    r"|(?:提|升|降|增|涨|扩|调|减|缩)[高升低加大少短]?[到至成])"
)
# 原来多少，现在多少, the old fee and the new one
_WAS_AND_IS = re.compile(
    rf"{_WAS}[^，,。？?]{{0,8}}(?:多少|几)[^，,。？?]{{0,6}}[，,、][^，,。？?]{{0,8}}{_IS}[^，,。？?]{{0,8}}(?:多少|几)"
    rf"|{_IS}[^，,。？?]{{0,8}}(?:多少|几)[^，,。？?]{{0,6}}[，,、][^，,。？?]{{0,8}}{_WAS}[^，,。？?]{{0,8}}(?:多少|几)"
    r"|\bbefore and (?:after|now)\b|\bold and new\b|\b(?:was|were)\b[^?]* before\b[^?]*\b(?:what|how much|how many) (?:is|are|will)\b"
)
# 把全市153所敬老院整合为63所
_TAKEN = re.compile("[把将][^把将，。；]{0,16}$")
_TURNED = re.compile(
    "(?:整合|合并|撤并|归并|压减|压缩|精简|缩减|减少|调整|扩大|增加|提高|提升|降低|缩短)(?:为|成|到|至)(?:了|约)?$"
)


# $90, down from $150 today: the value before stands behind.
_UP_FROM = re.compile(
    r"(?: of [\w ]{2,20})?,? (?:up|down|compared (?:to|with)) (?:from )?(?:the |an? |its )?(?:(?:current|present|previous|existing|former|earlier) )?(?:[a-z]+ of )?(?:about |nearly )?"
)
_SEVERAL_YEARS = re.compile(
    '[三四五六十]年(?:来|间|中|里|内|工作|的工作|累计|年均)|过去[三四五六十]年|[一二三四五六七八九十]五[”"]?(?:时期|期间|规划|计划)|these (?:three|four|five|ten) years|past (?:three|four|five|ten) years'
)
_PACE = re.compile("[涨增降跌升]幅|增速|增长率|增长速度|growth|inflation")
# 在36个镇试点，今年扩大到58个
_GROWN_TO = re.compile(
    "(?:(?P<more>扩大|扩展|扩|增加|增|发展|上升|提高|达)|压减|缩减|减少|减|降低|下降|降)(?:到|至|为)?了?(?:约|近)?$"
)
_COUNTED, _TWO_YEARS = re.compile("[一-龥]{1,4}"), 2
_THAN_FORMERLY = re.compile("[比较](?:原来|原先|过去|当初|起初|开始时|最初|[一-龥]{0,4}前)")
_IN_PERCENT = re.compile("百分之几|几成|几倍|幅度|%")


def way_between(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive a change from 由A到B where a question asks for the change and the reports give its start and its end only."""
    text = fold(query.text).lower()
    pair = ends_of(found[0], found) if found else None
    if pair is None and found and _THAN_FORMERLY.search(text):
        pair = _grown_to(found[0], found)
    if pair is None:
        return None
    start, end = pair
    times = _IS_TIMES.search(text)
    if times is not None:
        fits = not times.groupdict()["base"] or _WHEN.fullmatch(times["base"])
        result = ratio(end.candidate.figure, start.candidate.figure) if fits else None
        return Computed(result, (end, start), ("", "")) if result is not None else None
    if not _ASKS_CHANGE.search(text) or _IN_PERCENT.search(text):
        return None
    if query.need.unit_class != "points" and any(_is_pace(c) for c in pair):
        # 物价涨了多少 asks for the rate itself.
        return None
    result = difference(end.candidate.figure, start.candidate.figure)
    return Computed(result, (end, start), ("", "")) if result is not None and result.value else None


def _is_pace(c: Chosen) -> bool:
    """Tell a rate of growth from a share, which can rise and fall as an amount does."""
    return c.candidate.figure.kind == "growth" or _PACE.search(c.candidate.figure.subject) is not None


def way_over_span(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive the change over a span of years from 由A到B of a report that looks back on all of them; its start is that of the span."""
    years = query.scope.span or query.scope.years
    pair = ends_of(found[0], found) if found and len(years) > 1 else None
    if pair is None:
        return None
    start, end = pair
    first, last = min(years), max(years)
    dated = end.candidate.figure.period in {str(last), f"{first}-{last}"}
    passage = end.candidate.sentence.ranked.passage
    around = [c.candidate.figure.period for c in found if c.candidate.sentence.ranked.passage.id == passage.id]
    looks_back = f"{first}-{last}" in around or _SEVERAL_YEARS.search(fold(f"{' '.join(passage.section)}{passage.text}"))
    if not dated or not looks_back or start.candidate.figure.period not in {"", str(first - 1), str(first), str(last - 1)}:
        return None
    return way_between(query, found)


def asks_change(text: str) -> bool:
    """Tell whether a folded question asks how far a value moved."""
    return bool(_ASKS_CHANGE.search(text))


def both_ends(query: Query, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return the two values of 由A到B where a question asks for both: 从多少提高到多少, or a first and a last year."""
    asked = asks_both_ends(query)
    opposed = _WAS_AND_IS.search(fold(query.text).lower()) is not None
    grown = _grown_to(found[0], found) if asked and found else None
    if grown is not None and len(query.scope.years) < _TWO_YEARS:
        return grown
    asked, tried = asked or opposed, found[:_TRIED] if asked else found[:_OPPOSED] if opposed else found[:1]
    years = sorted(query.scope.years)
    wanted = [str(y) for y in years] if len(years) == 2 else []
    for c in tried:
        pair = ends_of(c, found)
        if pair is None:
            continue
        periods = [end.candidate.figure.period for end in pair]
        spanned = bool(wanted) and periods[1] == wanted[1] and periods[0] in {"", wanted[0]}
        if spanned and not _ASKS_CHANGE.search(query.text):
            return pair
        # The ends of other years are not those asked for; a start without a year of its own is read as of the year before the end.
        undated = {"", str(years[-1] - 1)} if wanted else {""}
        if asked and (not wanted or (periods[0] in {*undated, wanted[0]} and periods[1] in {"", wanted[1]})):
            return pair
    return None


def _grown_to(best: Chosen, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return how many there were and how many it grew to where a sentence tells both of one thing: 在36个镇试点，今年试点镇扩大到58个."""
    for first, second in pairwise(beside(best, found)):
        a, b = first.candidate.figure, second.candidate.figure
        moved = _GROWN_TO.search(ahead(second))
        if best not in (first, second) or moved is None or (a.unit, a.kind) != (b.unit, "level") or a.kind != b.kind:
            continue
        # What stands behind the first number is what the second counts.
        noun = _COUNTED.match(behind(first))
        counted = noun is not None and any(b.subject.endswith(noun[0][:n]) for n in range(1, len(noun[0]) + 1))
        if counted and (a.value < b.value) == (moved["more"] is not None):
            return first, second
    return None


def asks_both_ends(query: Query) -> bool:
    """Tell a question for where a value came from and where it got to."""
    return bool(_ASKS_BOTH.search(fold(query.text).lower()))


def ends_of(chosen: Chosen, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return the start and the end of the 由A到B that a figure is part of, None if it is part of none."""
    sentence = chosen.candidate.sentence
    text, offset = simplified(sentence.text), sentence.start
    for first, second in pairwise(beside(chosen, found)):
        if chosen is not first and chosen is not second:
            continue
        a, b = first.candidate.figure, second.candidate.figure
        lead = text[max(0, a.start - offset - 30) : a.start - offset]
        after = text[a.end - offset : b.start - offset]
        if _UP_FROM.fullmatch(after):
            return second, first
        if comes_from(lead, f"{after}1"):
            return first, second
        if len(after) <= 14 and (
            is_start(lead, text[a.end - offset : a.end - offset + 12]) or (_TAKEN.search(lead) and _TURNED.search(after))
        ):
            return first, second
    return None
