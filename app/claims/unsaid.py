"""What a claim's name says that no report says around a figure: 民间投资 is not what 固定资产投资增长8% tells, whatever else is alike.

A claim may leave out words of a report's name, and may say them otherwise. But who names one part of a thing, or another thing, where the report tells
of the whole or of a third, speaks of what was not told. Words are held against the figure's sentence, the one before it, and what stands above them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.choosing.sentences import Stretch
from app.choosing.words import cut, tagged_words
from app.claims.naming import said_alike
from corpus.matching import matching_text, simplified
from index.abbreviations import names_of, plain_names
from index.spelling import plain_stem

# Tags of nouns, names, idioms and abbreviations, and of words that tell sorts and qualities; what is done with a thing may be said otherwise.
_TELLING = ("n", "j", "l", "i", "b", "a")
# A place is whose a thing is; a cutter takes other long words for one: 普通高中.
# Within a name a deed tells one thing from another too.
_DEED = "vn"
# So does a sort of place.
_SORT_OF_PLACE = re.compile(
    "(?:城中|自然|行政|中心|空心|贫困|示范|特色)村|(?:开发|高新|示范|保税|自贸|试验|园|景|社|小|街|库|山|牧|林|灌|矿|港|城|郊|棚户)区"
)
_PLACE, _IS_PLACE = "ns", re.compile("^.{1,3}$|[省市县区州旗盟镇乡村路街河江湖海山岛港湾]$")
_HAN = re.compile("[一-龥]")
# Words for how much there is of a thing, for all of a place and its time, for who wants it, and units: they part no thing from another.
_SAYS_NOTHING = re.compile(
    "[全我本各][国省市县区州地级年]|国家|国务院|政府|报告|公报|[今去上前本当明]年|年[末底初度内中]|全年|[同近]期|期[间末初]|目标|计划|预期|任务|要求|规划|指标"
    "|总[产数量额值共计]*|[合共]计|一共|金额|[产数][量额目值]+|[数量额值率]|比[例重率]|百分[比点]|基点|[人户]均|平均|均值|水平|规模|幅度|速度|增[速幅长量]|降幅|涨幅|余额|部分|情况"
    "|领域|方面|主要|重点|重大|重要|一般|整个|全部|总体|[最高较]?[大新高低优多少好]|实际|名义|连续|累计|预计|左右|以[上内]|(?:登记)?在册|实有|现有"
)
_SAYS_NOTHING_EN = frozenset((
    "rise", "rose", "fall", "fell", "drop", "increase", "decrease", "reduction", "growth", "gain", "loss", "rate", "level", "number", "total", "amount", "average", "mean",
    "share", "proportion", "percentage", "points", "year", "years", "annual", "annually", "month", "monthly", "target", "budget", "plan", "report", "government",
    "said", "says", "say", "announced", "announce", "reported", "under", "over", "already", "roughly", "around", "nearly", "almost", "each", "all", "every", "some", "new",
))  # fmt: skip
_OF = re.compile(r"\s(?:of|on|in|for|among|by|at|from|to|with|as|per)\s|,")
# How much of a thing may be said within a word: 粮食总产量, 贷款余额.
_HOW_MUCH = re.compile("(?<=..)(?:总?[产数][量额值目]|总[产数量额值]|余额|总额|[数量额值率])$")
# Sides of a whole: of one that is named the whole tells nothing. Each with all that a report may call it.
_SIDES_WORDS = (
    ("城镇|城里|城市(?=[^，]{0,2}(?:[人民户工童]|孤儿|学生|家庭|低保|特困|就业))", "城镇|城市|城区|城乡|市区|urban"),
    ("农村|乡下|村里|农民(?!工)|乡村", "农村|农民|农牧|农户|城乡|乡村|村|rural"),
    ("女[性生孩工职士童教]|妇女", "女|妇"),
    ("男[性生孩工职士童教]", "男"),
    ("规模以下|规下", "规模以下|规下"),
    ("限额以下|限下", "限额以下|限下"),
    ("服务(?:进出口|贸易|出口|进口)", "服务(?:外?贸|进出口|出口|进口)|服务贸易"),
    ("入境", "入境|(?:外国|境外|海外|国际)[旅游客人]"),
    ("[出离]境", "[出离]境|境外|海外|国外"),
    ("境外(?!旅)|海外(?!旅)", "[境海国]外|出境|外销|出口"),
    ("境内", "境内|国内|内销"),
    ("民间", "民间|民营|民资|社会资本|社会投资"),
    ("民营|私营|民办|私立", "民[营办间企]|私[营立人企]|非公"),
    ("(?<![我全本中外两各多])(?:国有|国营|国企)", "国[有营企资]"),
    ("外资|外商|外企", "外[资商企]"),
    ("公办|公立", "公[办立]"),
    ("首次公开|首发(?![经站店])|IPO", "首次公开|首发|IPO|上市"),
    ("再融资|配股|增发(?!国债)|定增", "再融资|配股|增发|定增"),
    ("青年|年轻", "青[年少]|年轻|岁"),
)
_SIDES = tuple((re.compile(claimed), re.compile(told)) for claimed, told in _SIDES_WORDS)
_BOTH = re.compile("(?P<first>.*[一-龥])[和与及](?P<second>.+)")
_WORD, _HALVES, _LONG, _SEVERAL = 2, 3, 4, 2
# A name as short as this says words in short: 产粮 tells of 粮食.
_SHORT = 3


def is_of_another_thing(name: str, claim: str, own: Stretch, subject: str) -> bool:
    """Tell whether a claim's name is surely that of another thing than a figure tells of: it says a side that the report leaves out, or something is
    of which the whole is told (中医医院 of 医院), or names one of two things told together.

    `subject` is what the figure measures.
    """
    if leaves_out_side(name, own, subject) or names_one_of_two(claim, name, subject):
        return True
    return names_part(name, subject, unsaid(name, own, subject)) or _differs_within(name, claim, subject, _around(own, subject))


def is_called_otherwise(name: str, claim: str, own: Stretch, subject: str, *, leans_on: str) -> bool:
    """Tell whether most of what a claim's name says is not told around a figure, or each of the two says a thing that the other lacks: it is another
    thing, or the same in other words.

    `subject` is what the figure measures, with what it leans on as `leans_on`.
    """
    missing = unsaid(name, own, subject)
    if len(missing) >= _SEVERAL and _SEVERAL * len(missing) >= len(things_of(name)):
        return True
    return bool(missing) and tells_more(name, claim, leans_on)


def _differs_within(name: str, claim: str, subject: str, around: str) -> bool:
    """Tell whether two names begin and end alike and each has within a thing of which the other's text has nothing: 渔业运输收入, 渔业捕捞收入."""
    a, b = (_alike(n).replace("的", "") for n in (name, subject))
    shortest = min(len(a), len(b))
    head = next((i for i in range(shortest) if a[i] != b[i]), shortest)
    tail = next((i for i in range(shortest - head) if a[-1 - i] != b[-1 - i]), shortest - head)
    own, told = a[head : len(a) - tail], b[head : len(b) - tail]
    if min(head, tail, len(own), len(told)) < _WORD or set(own) & set(told) or told in _alike(claim):
        return False
    if _SAYS_NOTHING.fullmatch(own) or _SAYS_NOTHING.fullmatch(told):
        return False
    words = (w for w, tag in tagged_words(own) if len(w) >= _WORD and tag.startswith((*_TELLING, _DEED)))
    return any(w not in around for w in words)


def names_one_of_two(claim: str, name: str, subject: str) -> bool:
    """Tell whether a report's name is of two things together of which a claim's names the second only: 乡村公路和桥梁 and 桥梁."""
    both = _BOTH.fullmatch(subject)
    if both is None or not _is_told_in(both["second"], name):
        return False
    said, called = _alike(claim), _alike(name)
    return any(not _is_said(w, said, called, claim) for w in things_of(both["first"]))


def _is_told_in(part: str, name: str) -> bool:
    return any(w in _alike(name) for w in things_of(part))


def names_part(name: str, subject: str, missing: Sequence[str]) -> bool:
    """Tell whether a claim's name is that of a part of what a report's is: 中医医院 of 医院. `missing` are the words that the report does not say."""
    called, own_name = _alike(subject), _alike(name)
    if len(called) < _WORD or not own_name.endswith(called):
        return False
    lead = own_name.removesuffix(called)
    return any(word in lead or word.startswith(lead) for word in missing)


def leaves_out_side(name: str, own: Stretch, subject: str) -> bool:
    """Tell whether a claim's name says a side of a whole, as 城镇 or 入境, of which nothing stands around a figure."""
    sides = [told for claimed, told in _SIDES if claimed.search(name)]
    around = _around(own, subject) if sides else ""
    return any(not told.search(around) for told in sides)


def tells_more(name: str, claim: str, subject: str) -> bool:
    """Tell whether a report's name says a thing that a claim, whose own name is `name`, does not."""
    said, called = _alike(claim), _alike(name)
    return any(not _is_said(word, said, called, claim) for word in things_of(subject))


def of_other_words(name: str, own: Stretch, subject: str) -> bool:
    """Tell whether an English name says a thing that stands nowhere in a passage, of the sort that a figure's name is of: spending on preschools,
    where spending on education is told.
    """
    words, told = _english(name), _english(subject)
    if not _heads(name) & _heads(subject):
        return False
    passage = own.passage
    around = told | _english(" ".join((passage.text, passage.title, *passage.section, passage.context)))
    return not words <= around


def _heads(name: str) -> frozenset[str]:
    """Return the word that an English name is headed by: spending, of total spending on education."""
    words = [plain_stem(w) for w in cut(_OF.split(name.lower(), maxsplit=1)[0]) if w.isalpha() and w not in _SAYS_NOTHING_EN]
    return frozenset(words[-1:])


@lru_cache(maxsize=256)
def _english(text: str) -> frozenset[str]:
    """Return the stems of the English words that tell one thing from another."""
    return frozenset(plain_stem(w) for w in cut(text) if w.isascii() and w.isalpha() and w not in _SAYS_NOTHING_EN)


def unsaid(name: str, own: Stretch, subject: str) -> tuple[str, ...]:
    """Return the words of a claim's name that tell one thing from another and stand nowhere around a figure of a report."""
    return things_unsaid(name, _around(own, subject), subject)


def things_unsaid(name: str, around: str, subject: str) -> tuple[str, ...]:
    """Return the words of a claim's name that tell one thing from another and do not stand in a text, where the report's name is `subject`."""
    around, called = _alike(around), _alike(subject)
    return tuple(word for word in things_of(name) if not _is_said(word, around, called, name))


def says_all_things(claim: str, places: Sequence[str], own: Stretch, subject: str) -> bool:
    """Tell whether around a figure of a report stands every word of a claim that is no verb, its places left out: whatever it names, also 过夜 or 宁波."""
    around, called = _around(own, subject), _alike(subject)
    words = [
        w
        for w, tag in tagged_words(_alike(claim))
        if len(w) >= _WORD and _HAN.search(w) and (not tag.startswith("v") or tag == "vn")
    ]
    telling = (w for w in words if not _SAYS_NOTHING.fullmatch(w) and not any(w in p or p in w for p in places))
    return all(_is_said(w, around, called, claim) for w in telling)


def _around(own: Stretch, subject: str) -> str:
    return f"{_alike(own.led_up_to.text)} {_alike(subject)}"


# Asked for again with each figure of a sentence.
@lru_cache(maxsize=1_024)
def _alike(text: str) -> str:
    return matching_text(said_alike(simplified(text)))


@lru_cache(maxsize=1_024)
def things_of(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell what it is of."""
    words = (
        (w, tag) for w, tag in tagged_words(_alike(name)) if tag.startswith(_TELLING) and not _is_place(w, tag) and _HAN.search(w)
    )
    return tuple(
        w
        for word, _ in words
        if len(w := _HOW_MUCH.sub("", word.removeprefix("城乡"))) >= _WORD and not _SAYS_NOTHING.fullmatch(w)
    )


def _is_place(word: str, tag: str) -> bool:
    return tag == _PLACE and _IS_PLACE.search(word) is not None and _SORT_OF_PLACE.search(word) is None


def _is_said(word: str, around: str, called: str, text: str) -> bool:
    """Tell whether a word stands in a text, in two parts or as its short name: 农村居民 in 农村常住居民, 欧盟 in 欧洲联盟."""
    if word in around or _is_short_for(word, called):
        return True
    if len(word) == _HALVES and (word[:2] in around or word[1:] in around):
        return True
    if len(word) >= _LONG and word[:2] in around and word[-2:] in around:
        return True
    return plain_names(word) in around or any(full in around for full in names_of(word, matching_text(text)))


def _is_short_for(word: str, name: str) -> bool:
    """Tell whether a name has the characters of a word in their order: 在校生 of 在校学生."""
    if len(name) <= _SHORT and len(word) == _WORD:
        return any(letter in name for letter in word)
    letters = iter(name)
    return all(letter in letters for letter in word)
