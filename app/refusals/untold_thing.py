"""Things that a question calls by a name of reports, and of which nothing tells where a figure stands: 房产税 is no 契税, ICU床位 are no 床位.

Whoever asks in everyday words may mean what stands there in others. Whoever writes what reports write means that very thing: the
thesaurus knows its other names, vectors are near to what is said otherwise, and where neither finds it, it is not there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from app.choosing.candidates import Candidate
from app.choosing.words import cut, tagged_words
from app.refusals.opposite import clause_of
from app.refusals.wider import ABSTRACT
from corpus.figures.numerals import fold
from corpus.matching import is_chinese, matching_text
from index.abbreviations import names_of
from index.dictionary import open_dictionary
from index.query import Query
from index.thesaurus.written import other_names, uses_of, written_names

_ASKED = re.compile(r"多少|几(?!乎)|多[大高长重远]")
_PAUSE = re.compile("[，。,；;：:？?！!（()）]")
# Words between a thing and how many of it there are: 产量一共是多少.
_LINKING = frozenset(
    [
        "是",
        "为",
        "有",
        "达",
        "达到",
        "的",
        "共",
        "一共",
        "总共",
        "大约",
        "大概",
        "各",
        "分别",
        "到",
        "完成",
        "实现",
        "共有",
        "约",
        "约为",
        "占",
        "总",
        "了",
        "能",
        "要",
        "会",
    ]
)
_COUNTED = frozenset("万亿千百十多个名家户条座所项件套辆台场处间只栋批种元人")
# Nouns, idioms and abbreviations, and what stands for one: 旅游, 健康, ICU.
_NOUNS, _NOUN_LIKE = frozenset("njl"), frozenset(["vn", "an", "nz", "b", "eng"])
_PROPER = frozenset(["ns", "nr", "nrt", "nrfg"])
_NO_END = frozenset(["p", "d", "u", "ul", "uj"])
_AS_MODIFIER = frozenset("vaf")
# When, where and how far something was measured, planned or added up, which a figure need not say.
_GENERAL = re.compile(
    "累计|计划|年度|全[国省市县区州镇乡村]|目标|预期|预计|实际|总[共计]|[今去全上]年|同期|报告|方面|情况|领域|水平|规模|平均|人均|其中|部分|单位|[数总金]额|总[量数]|数量|新增"
)
_MEASURES = ABSTRACT | frozenset(["产量", "产值", "人数", "比例", "面积", "变动", "占比"])
# Whom or what a report need not name, for all of it is of them.
_ANYBODY = frozenset(["老百姓", "百姓", "孩子", "盘子", "企业", "公司", "国家", "老板", "群众", "人们", "大家", "市民", "居民"])
# A verb that leads to a figure tells no sort of it: 完成投资.
_LIGHT = re.compile("完成|实现|达到?|建成|新建|新增|增加|开展|进行|获得?|取得|投入|安排|使用|利用|收到|发放|共有|拥有|接待|办理")
# Vectors tell a name of three letters or more by more than this where it is said in other words; a word of two letters that reports use as
# a name, any other noun and a verb by less.
_NAME_TOLD, _WORD_TOLD, _NOUN_TOLD, _VERB_TOLD = 0.8, 0.45, 0.35, 0.3
_WORD = 2


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of a question the names of reports in the clause that asks, the nouns in what it asks for, and the words of that in order with their tags."""

    names: tuple[str, ...]
    nouns: tuple[str, ...]
    phrase: tuple[tuple[str, str], ...]


def is_of_untold(query: Query, candidate: Candidate) -> bool:
    """Tell whether a Chinese question asks for a thing by a name of reports that neither the passage of a figure nor what stands above it tells."""
    return bool(_untold(query, candidate))


def lacks_untold(query: Query, best: Candidate, other: Candidate) -> bool:
    """Tell whether another figure does not tell a thing either that is not told of the best one: 急诊量 is as little of 儿科 as 门诊量."""
    around = dict(zip(query.terms, other.around.tolist(), strict=True))
    told = _told(other)
    return any(around.get(name, 0.0) < _WORD_TOLD and name not in told for name in _untold(query, best))


def _untold(query: Query, candidate: Candidate) -> list[str]:
    """Return the things that a question asks for and that are not told of a figure."""
    if query.background or candidate.foreign or not candidate.sentence.stretch.is_chinese:
        return []
    asked = _asked(query.text)
    if not (asked.names or asked.nouns or asked.phrase):
        return []
    around = dict(zip(query.terms, candidate.around.tolist(), strict=True))
    told = _told(candidate)
    untold = [name for name in asked.names if _is_untold(name, around, told, _NAME_TOLD)]
    untold += [n for n in asked.nouns if _is_untold(n, around, told, _WORD_TOLD if _is_named_so(n) else _NOUN_TOLD)]
    sorts = range(len(asked.phrase) - 1)
    return untold + [asked.phrase[at][0] for at in sorts if _is_other_sort(query, candidate, asked.phrase, at)]


def _is_untold(name: str, around: Mapping[str, float], told: str, limit: float) -> bool:
    """Tell whether a text has no name of a thing, no words that are near to it, and half of the letters of this one at most.

    The last letter only tells of which kind it is: 税 of 资源税.
    """
    much = [value for term, value in around.items() if term in name or name in term]
    if not much or min(much) >= limit or any(other in told for other in other_names(name)):
        return False
    telling = name[:-1] if len(name) > _WORD else name
    return sum(letter in told for letter in telling) * 2 <= len(telling)


def _is_other_sort(query: Query, candidate: Candidate, phrase: tuple[tuple[str, str], ...], at: int) -> bool:
    """Tell whether a word says which sort of a thing is asked for (ICU of ICU床位) that the clause of a figure tells without it."""
    (word, tag), behind = phrase[at], [w for w, _ in phrase[at + 1 :]]
    own = dict(zip(query.terms, candidate.spoken.own.tolist(), strict=True))
    much = own.get(word, 1.0)
    if much >= _WORD_TOLD or not _is_telling(word) or not _is_known(word) or tag in _PROPER:
        return False
    clause = matching_text(f"{clause_of(candidate)} {candidate.figure.subject}")
    if not any(w in clause or own.get(w, 0.0) >= 1.0 for w in behind):
        return False
    where = f"{clause} {_before(candidate)}"
    if any(name in where for name in (word, *other_names(word), *names_of(word, query.text))):
        return False
    return (
        _is_noun(tag) or tag == "a" or (much < _VERB_TOLD and len(behind) == 1 and _has_other_verb(query, candidate, behind[0]))
    )


def _has_other_verb(query: Query, candidate: Candidate, thing: str) -> bool:
    """Tell whether a figure is called another sort of the thing: 出院患者, where 死亡患者 are asked for."""
    words = cut(candidate.figure.subject)
    at = words.index(thing) if thing in words else 0
    before = words[at - 1] if at else ""
    return len(before) >= _WORD and before not in fold(query.text).lower() and not _LIGHT.search(before)


def _told(candidate: Candidate) -> str:
    """Return all that is written where a figure stands: its passage, what leads to that and what stands above."""
    passage = candidate.sentence.ranked.passage
    return matching_text(
        " ".join((passage.text, passage.title, *passage.section, passage.context, passage.led, candidate.figure.subject))
    )


def _before(candidate: Candidate) -> str:
    """Return what stands above a figure, and before it in its sentence; of a row each cell is of its own."""
    sentence = candidate.sentence
    passage = sentence.ranked.passage
    ahead = "" if passage.context else sentence.text[: max(0, candidate.figure.start - sentence.start)]
    return matching_text(" ".join((passage.title, *passage.section, passage.context, ahead)))


def _is_named_so(word: str) -> bool:
    return len(word) == _WORD and bool(other_names(word))


def _is_telling(word: str) -> bool:
    return len(word) >= _WORD and word not in _MEASURES and word not in _ANYBODY and not _GENERAL.search(word)


@lru_cache(maxsize=2_000)
def _is_known(word: str) -> bool:
    """Tell a word of the dictionary or of reports; what is mistyped is none."""
    return open_dictionary().is_name(word) is not None or uses_of(word) > 0 or word.isascii()


@lru_cache(maxsize=2_000)
def _asked(question: str) -> _Asked:
    text = fold(question).lower()
    asking = list(_ASKED.finditer(text))
    if len(asking) > 1 or not is_chinese(text):
        return _Asked((), (), ())
    at, end = asking[0].span() if asking else (len(text.rstrip("？?。 呢")),) * 2
    start = max((m.end() for m in _PAUSE.finditer(text, 0, at)), default=0)
    stop = min((m.start() for m in _PAUSE.finditer(text, at)), default=len(text))
    phrase, counted = _phrase_asked(text, at, end)
    nouns = (
        w for w, tag in (*phrase, *counted) if tag.startswith("n") and tag not in _PROPER and _is_telling(w) and _is_known(w)
    )
    return _Asked(tuple(filter(_is_telling, _whole_names(text[start:stop], end - start))), tuple(nouns), phrase)


def _whole_names(clause: str, behind: int) -> Iterator[str]:
    """Yield the names of reports in a clause that begin and end with words of it.

    What tells more of the thing that is counted is left out, which stands `behind` the asking words: 多少台能刷银行卡的机器.
    """
    ends, at = {0: ""}, 0
    for word, tag in tagged_words(clause):
        at += len(word)
        ends[at] = tag
    for name, place in written_names(clause):
        end = place + len(name)
        # 控制在 names no thing.
        whole = place in ends and ends.get(end, "p") not in _NO_END
        if whole and not (place >= behind and "的" in clause[end:]):
            yield name


_Tagged = tuple[tuple[str, str], ...]


def _phrase_asked(text: str, at: int, end: int) -> tuple[_Tagged, _Tagged]:
    """Return the words of the noun phrase that leads up to how much is asked, and those of the one behind it: 多少名教师."""
    before: list[tuple[str, str]] = []
    behind: list[tuple[str, str]] = []
    place = 0
    for word, tag in tagged_words(text):
        if place < at:
            before.append((word, tag))
        elif place >= end:
            behind.append((word, tag))
        place += len(word)
    while behind and (behind[0][1] in {"m", "q"} or behind[0][0] in _COUNTED):
        del behind[0]
    counted = tuple(takewhile(lambda w: _is_noun(w[1]), behind))
    while before and (before[-1][0] in _LINKING or before[-1][1] in {"d", "p", "u", "ul"}):
        del before[-1]
    phrase: list[tuple[str, str]] = []
    for word, tag in reversed(before):
        # 收入 and 支出 are verbs as well.
        as_noun = tag in _AS_MODIFIER and len(word) >= _WORD and (phrase or not counted)
        if not _is_noun(tag) and not as_noun:
            break
        phrase.insert(0, (word, tag))
    return tuple(phrase), counted


def _is_noun(tag: str) -> bool:
    return tag[0] in _NOUNS or tag in _NOUN_LIKE
