"""Deal the names of a list out to its numbers: 工业、技改投资分别增长31.5%、26% tells of 工业投资 and of 技改投资.

The figures of the store know the plain lists (甲、乙和丙分别增长a、b、c). A claim needs the others too: it is wrong that 农村低保 rose by 5.1% where
城乡低保标准分别增长5.1%、9.1%.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.words import cut
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_SCOPE = r"(?:[全本我][国省市县区州]|世界|全球|亚洲|[东中西]+部(?:地区)?)"
_JOINT = re.compile(rf"^(?:左右|以上|以下|以内|多|余)?(?:[、，和与及]|以及){_SCOPE}?$")
_CLAUSE = re.compile(r"[，。；：！？;:!?]|,(?!\d{3})")
# What stands between the names and the first number.
_SAID = re.compile(
    rf"(?P<said>(?:分别|依次|各自?|已|将|均|同比|比上年|较上年|年均|实际|名义|累计|总数|实现|完成|增长|增加|提高|提升|上升|上涨|下降|减少|降低|回落|扩大|缩小|[增升降减扩缩](?=[至到为])|达到?|为|是|至|到|了|约|近|超过?|突破|新增|新认定|新建|高于[一-龥]{{2,6}}"
    rf"|[比较][一-龥\d]{{2,8}}?|排名|位列|位居|居|列|保持|升|{_SCOPE})*)$"
)
# 普及率, 和美乡村 and 参与率 are words, not joints.
_SPLIT = re.compile("、|以及|和(?![美谐解平])|(?<!参)与|(?<![普涉危])及(?!时)")
_HEADED = re.compile(r"^(?:全[年市省县区国州]|其中|预计|[一-龥]{0,4}年)[，：]?")
# One word for two: the shared word behind stays (城乡居民收入 is 城镇居民收入 and 农村居民收入).
_PAIRS = {
    "城乡": ("城镇", "农村"),
    "进出口": ("进口", "出口"),
    "男女": ("男", "女"),
    "存贷款": ("存款", "贷款"),
    "增减": ("增", "减"),
}
_LED = re.compile("^.{2,16}?(?:用于|投入到?|投向|其中[，：]?)(?=..)")
_SECTORS = re.compile(r"^第?[一二三]$")
# What names share is a measure: of 小微企业、高端装备产业增加值 it is 产业增加值, of 游客中心、商会总部 nothing.
_MEASURE = re.compile(
    r"(?:居民|产业|企业|人口|项目|产量|产值|增加值|总额|总量|余额|投资|收入|支出|消费|贸易|出口|进口|面积|人数|数量|税收|占比|比重|价格|指数|工业|人均|可支配|销售|营业|零售|加工|吞吐量|[率量额值])+$"
)
_WHOLE_NAME = 4
# What came anew, and how much there is in all, as it is told before a number of a second list
_ANEW = re.compile("^新(?:增|建|设|添|认定|培育|引进)的?(?=..)|(?<=..)新(?:增|建|设|添|认定|培育|引进)$")
_IN_ALL, _REACH = re.compile(r"[，、](?:累计|总数|总量|总计)[^，。；]{0,16}$"), 20


def with_names(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures of running text, those in a list with a name of their own as subject; spans count in `text`."""
    folded = fold(text)
    named = list(figures)
    first = 0
    while first < len(named):
        count = _length(folded, named, first)
        names = _names(folded, named, first, count) if count > 1 else []
        if len(names) == count and not _are_told_apart([f.subject for f in named[first : first + count]]):
            named[first : first + count] = [
                replace(f, subject=n) for f, n in zip(named[first : first + count], names, strict=True)
            ]
            # 达到a、b、c，分别增长x、y、z: a second list goes on about the same names.
            second = first + count
            if second < len(named) and _length(folded, named, second) == count and _goes_on(folded, named, second):
                named[second : second + count] = [
                    replace(f, subject=n) for f, n in zip(named[second : second + count], names, strict=True)
                ]
                count *= 2
        first += count
    return [replace(f, subject=_of_all(folded, f)) for f in named]


def _of_all(folded: str, figure: Figure) -> str:
    """Return what a figure measures, without what was done with what came anew where it tells how much there is in all: 分别新认定6家和3家，累计分别达到16家和13家."""
    if not _ANEW.search(figure.subject):
        return figure.subject
    mark = _IN_ALL.search(folded, max(0, figure.start - _REACH), figure.start)
    return _ANEW.sub("", figure.subject) if mark else figure.subject


def _length(folded: str, figures: Sequence[Figure], first: int) -> int:
    """Return how many figures stand in one list from `first` on."""
    count = 1
    while first + count < len(figures) and _JOINT.match(folded[figures[first + count - 1].end : figures[first + count].start]):
        count += 1
    return count


def _are_told_apart(subjects: Sequence[str]) -> bool:
    """Tell whether figures have names of their own already that end alike: 城镇居民收入 and 农村居民收入."""
    return len(set(subjects)) == len(subjects) and len({s[-2:] for s in subjects}) == 1 and all(len(s) > 5 for s in subjects)


def _goes_on(folded: str, figures: Sequence[Figure], first: int) -> bool:
    between = folded[figures[first - 1].end : figures[first].start]
    return len(between) < 16 and bool(re.fullmatch(r"[左右以上，、]*" + _SAID.pattern, between))


def _names(folded: str, figures: Sequence[Figure], first: int, count: int) -> list[str]:
    """Return as many names as there are figures, none if the words before the list do not name so many."""
    start = figures[first - 1].end if first else 0
    lead = folded[start : figures[first].start]
    said = _SAID.search(lead)
    stem = lead[: said.start("said")] if said else lead
    if not re.sub(r"[，、；。：\s]", "", stem):
        return []
    stem = stem.rstrip("，、 ")
    clause = _HEADED.sub("", _CLAUSE.split(stem)[-1]).strip()
    parts = [p for p in _SPLIT.split(clause) if p]
    if len(parts) == count:
        return _shared(parts)
    if len(parts) == 1 and count == 2:
        word = next((w for w in _PAIRS if w in clause), "")
        return [clause.replace(word, one, 1) for one in _PAIRS[word]] if word else []
    return []


def _shared(parts: list[str]) -> list[str]:
    """Give each name what it shares with the last: 一、二、三产 are 第一产业…, 城镇、农村居民收入 two incomes, 工业、技改投资 two investments."""
    # 财政用于科技、教育的支出: what leads to the list leads to each of its names.
    led = _LED.match(parts[0])
    if led and not any(_LED.match(p) for p in parts[1:]):
        return [led[0] + p for p in _shared([parts[0][led.end() :], *parts[1:]])]
    last = parts[-1]
    if all(_SECTORS.match(p) for p in parts[:-1]):
        tail = re.sub(r"^第?[一二三]次?", "", last)
        tail = tail if tail.startswith("产业") else tail.replace("产", "产业", 1)
        return [f"第{p.removeprefix('第')}{tail}" for p in [*parts[:-1], last.removeprefix("第")[:1]]]
    words = cut(last)
    tail = last[len(words[0]) :] if len(words) > 1 and last.startswith(words[0]) else ""
    measure = _MEASURE.search(last, 1)
    if measure and len(measure[0]) > 1 and not _MEASURE.fullmatch(tail):
        tail = measure[0]
    elif not measure and any(len(p) > _WHOLE_NAME for p in parts[:-1]):
        return parts
    if not tail:
        return parts
    # 起数、死亡人数: a part that ends as the last one does is whole.
    return [p if p.endswith(words[-1]) or (p[-1] == last[-1] and len(p) > 1) else p + tail for p in parts[:-1]] + [last]
