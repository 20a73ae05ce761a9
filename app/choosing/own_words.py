"""The words that belong to each figure of a sentence: in 引进400名博士、5000名硕士 those behind a number are its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.choosing.phrase import Phrase
from app.choosing.words import cut
from corpus.figures.figure import Figure

_BREAK = re.compile(r"[，。；！？：、（）,;!?()\n|]")
_JOINT = re.compile(r".*(?:以及|和|与|及|\band\b|\bor\b)(?P<behind>.*)")
# So many letters has the name of a member of a list at least, and so many of them are those of the member before.
_NAME, _ALIKE = 3, 2
_LISTED = re.compile("(?:以上|左右|多)?(?:、|和|与|及|以及)")
# Words around a number that do not say what is counted.
_SAYS_NOTHING = frozenset(
    [
        "达到",
        "总数",
        "总量",
        "累计",
        "其中",
        "增长",
        "增加",
        "提高",
        "提升",
        "下降",
        "减少",
        "降低",
        "增至",
        "同比",
        "比上年",
        "上年",
        "突破",
        "实现",
        "超过",
        "分别",
        "分别为",
        "以上",
        "左右",
        "合计",
        "共计",
        "占比",
        "比重",
        "目前",
        "已经",
        "已达",
        "达",
    ]
)


# 由1978年的A增加到一九八二年的B: what leads to B tells when, and not what.
_ARRIVES = re.compile(r"[一-龥]{0,4}[到至](?:了|约)?(?:[\d零〇○一二三四五六七八九]{4}|[今去前明当本])年?[末底初]?的?(?:约|近)?")

# How much of what stands before a number is its lead, and how much behind it is its tail.
_LEAD, _TAIL = 40, 16
# A word of Latin letters is as long as three Han characters.
_LATIN_WIDTH = 3
_HAN = re.compile("[一-龥]")
_PART_OF_WORD = re.compile(r"^[A-Za-z'’-]*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words that belong to one figure of a sentence.

    `clause` are what stands before it (before the figure ahead too, if its own says nothing), its `tail`, which stands directly behind it, and
    its `subject`; `previous` is where the figure ahead of it ends.
    """

    clause: Phrase
    tail: str
    subject: Phrase
    previous: int


def own_words(text: str, offset: int, figures: Sequence[Figure], *, row: bool) -> Iterator[Words]:
    """Deal out the words of a sentence to its figures: in 引进400名博士、5000名硕士 the words behind a number are its own.

    The words of a table's cell are those of its row and its column. `offset` is where the text begins in its report.
    """
    if row:
        yield from (_words(f, f.subject, "", f.start) for f in figures)
        return
    previous, before = offset, ""
    width = 1 if _HAN.search(text) else _LATIN_WIDTH
    for number, figure in enumerate(figures):
        following = figures[number + 1].start if number + 1 < len(figures) else offset + len(text)
        # 400名博士和5000名硕士: the doctors are of the first alone, and what leads to both is of both. A joining word with a name behind it
        # may be part of one: 国有和集体企业.
        joined = False
        gap = text[max(0, previous - offset) : max(0, figure.start - offset)]
        own = gap
        if number:
            stop = _BREAK.search(gap)
            joint = None if stop else _JOINT.match(gap)
            joined = joint is not None and not _says_something(joint["behind"])
            own = joint["behind"] if joint and joined else _behind_last_part(gap[stop.end() :] if stop else gap)
            own = _shared(before, gap, own)
        # 37.2万名65岁以上老年人: a number right behind another tells of what is counted.
        reach = figure.end + _TAIL * width
        end = reach if following <= figure.end + 1 else min(reach, following)
        behind = text[figure.end - offset : end - offset]
        if width == _LATIN_WIDTH and text[end - offset : end - offset + 1].isalpha():
            behind = behind[: behind.rfind(" ") + 1]
        tail = _BREAK.split(behind, maxsplit=1)[0]
        silent = not _says_something(own) or _ARRIVES.fullmatch(own.strip()) is not None
        if silent and (joined or not _says_something(tail)) and not figure.subject.startswith("合计"):
            own = f"{before}{own}"
        lead = _last(own, _LEAD * width)
        yield _words(figure, lead, tail, previous)
        previous, before = figure.end, lead


def _shared(before: str, gap: str, own: str) -> str:
    """Return what stands before a figure, with what the member of a list before it says of both: 拆除旧的甲式厂房3座、乙式厂房2座.

    What both end with tells that they are members, and the name of the first is about as long as that of the second.
    """
    first, second = before.rstrip(), own.strip()
    length = len(second)
    if not _LISTED.match(gap) or length < _NAME or first[-_ALIKE:] != second[-_ALIKE:] or first.endswith(second):
        return own
    ends = accumulate(map(len, cut(first)))
    return first[: max((end for end in ends if end <= len(first) - length), default=0)] + own


def _behind_last_part(own: str) -> str:
    """Return what stands behind the last ； between two figures, if it says something: what stands before goes on about the figure before."""
    behind = own[max(own.rfind("；"), own.rfind(";")) + 1 :]
    return behind if len(behind) < len(own) and _says_something(behind) else own


def _words(figure: Figure, lead: str, tail: str, previous: int) -> Words:
    return Words(Phrase(f"{lead} {tail} {figure.subject}"), tail, Phrase(figure.subject), previous)


def _last(text: str, length: int) -> str:
    """Return the end of a text, without the end of a Latin word that was cut in two."""
    end = text[-length:]
    return _PART_OF_WORD.sub("", end) if len(end) < len(text) and text[-length - 1].isalpha() and not _HAN.search(end) else end


def _says_something(text: str) -> bool:
    return any(len(w) > 1 and w not in _SAYS_NOTHING for w in cut(text))
