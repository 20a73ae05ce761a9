"""The two ends of 由A到B: a start and an end for a question that asks for both, or for the change between them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.working.computed import Computed, sentence_of
from app.working.deriving import difference
from corpus.figures.meaning import is_start
from corpus.figures.numerals import fold
from corpus.matching import simplified
from index.query import Query

_TRIED = 8
_ASKS_CHANGE = re.compile(
    r"(?:净增|增加|减少|下降|提高|上升|降低|回落|缩短|精简|压减|多|少|高|低)了?(?:大概|大约|约)?(?:多少|几(?!倍|成|番))|首尾相减|变化(?:了)?多少"
)
_ASKS_BOTH = re.compile(
    r"[从由](?:原来的?|之前的?)?(?:百分之)?(?:多少|几).{0,16}(?:到|至|成|为)了?(?:百分之)?(?:多少|几)|(?:多少|几).{0,6}(?:变成|涨到|升到|降到|提高到|增加到|扩大到|增至|升至|降至)了?(?:多少|几)"
    r"|[到至]了?(?:多少|几)[^。；]{0,6}(?:起点|起步|原来|当初|最初|之前|原先)(?:又|才|只)?(?:是|有)?(?:多少|几)"
    r"|(?:改革|调整|精简|整合|合并|提标|调标)前后(?:各|分别|是)"
    r"|(?:年初|期初).{0,3}年[末底]|[一二三四五六七八九]十年代(?:、|和|与|跟)|变化(?:有)?多大|(?:怎么|如何|怎样)变"
    # 五十年代和1984年分别是多少
    r"|(?:年代|解放前|建国初期?|过去|从前|原来|以前)(?:和|与|跟)[^，。？]{1,10}(?:分别|各)"
    r"|\bfrom (?:what|how many|how much)\b|\bup from (?:what|how)\b|\bcompared with .{0,24}\bearlier\b"
)
# 把全市153所敬老院整合为63所
_TAKEN = re.compile("[把将][^把将，。；]{0,16}$")
_TURNED = re.compile(
    "(?:整合|合并|撤并|归并|压减|压缩|精简|缩减|减少|调整|扩大|增加|提高|提升|降低|缩短)(?:为|成|到|至)(?:了|约)?$"
)
# $90, down from $150 today: the value before stands behind.
_UP_FROM = re.compile(r"(?: of [\w ]{2,20})?,? (?:up|down|compared (?:to|with)) (?:from )?(?:the )?(?:about |nearly )?")
_IN_PERCENT = re.compile("百分之几|几成|几倍|幅度|%")


def way_between(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive a change from 由A到B where a question asks for the change and the reports give its start and its end only."""
    if not found or not _ASKS_CHANGE.search(query.text) or _IN_PERCENT.search(query.text):
        return None
    best = found[0].candidate
    if best.figure.kind == "change" and not ends_of(found[0], found):
        return None
    pair = ends_of(found[0], found)
    if pair is None:
        return None
    start, end = pair
    result = difference(end.candidate.figure, start.candidate.figure)
    return Computed(result, (end, start), ("", "")) if result is not None and result.value else None


def both_ends(query: Query, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return the two values of 由A到B where a question asks for both: 从多少提高到多少, or a first and a last year."""
    asked = asks_both_ends(query)
    tried = found[:_TRIED] if asked else found[:1]
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
    return _dated_pair(tried, found, wanted) if asked and wanted else None


def _dated_pair(tried: Sequence[Chosen], found: Sequence[Chosen], years: Sequence[str]) -> tuple[Chosen, Chosen] | None:
    """Return the values of two years that one sentence gives of one measure: １９８２年为２７０元，１９８７年提高到４６３元."""
    for end in tried:
        figure = end.candidate.figure
        if figure.period != years[1]:
            continue
        for start in found:
            other = start.candidate.figure
            same = (other.unit, other.kind, other.subject) == (figure.unit, figure.kind, figure.subject)
            if same and other.period == years[0] and sentence_of(start) == sentence_of(end):
                return start, end
    return None


def asks_both_ends(query: Query) -> bool:
    """Tell a question for where a value came from and where it got to."""
    return bool(_ASKS_BOTH.search(fold(query.text).lower()))


def ends_of(chosen: Chosen, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return the start and the end of the 由A到B that a figure is part of, None if it is part of none."""
    sentence = chosen.candidate.sentence
    text, offset = simplified(sentence.text), sentence.start
    same = sorted((c for c in found if sentence_of(c) == sentence_of(chosen)), key=lambda c: c.candidate.figure.start)
    for first, second in pairwise(same):
        if chosen is not first and chosen is not second:
            continue
        a, b = first.candidate.figure, second.candidate.figure
        lead = text[max(0, a.start - offset - 30) : a.start - offset]
        after = text[a.end - offset : b.start - offset]
        if _UP_FROM.fullmatch(after):
            return second, first
        if len(after) <= 14 and (
            is_start(lead, text[a.end - offset : a.end - offset + 12]) or (_TAKEN.search(lead) and _TURNED.search(after))
        ):
            return first, second
    return None
