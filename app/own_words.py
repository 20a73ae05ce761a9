"""The words that belong to each figure of a sentence: in 引进400名博士、5000名硕士 those behind a number are its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.sentences import Sentence
from app.words import cut
from corpus.figures.figure import Figure

_BREAK = re.compile(r"[，。；！？：、（）,;!?()\n|]")
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


@dataclass(frozen=True, slots=True)
class Words:
    """The words that belong to one figure of a sentence.

    `lead` stands before it (that of the figure before, if its own says nothing), `tail` directly behind it; `before` is the lead of the
    figure before, `gap` all that stands between the two, `previous` where that one ends.
    """

    lead: str
    tail: str
    before: str
    gap: str
    previous: int


def own_words(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Words]:
    """Deal out the words of a sentence to its figures: in 引进400名博士、5000名硕士 the words behind a number are its own.

    The words of a table's cell are those of its row and its column.
    """
    if sentence.ranked.passage.context:
        yield from (Words(f.subject, "", "", "", f.start) for f in figures)
        return
    text, offset = sentence.text, sentence.start
    previous, before = offset, ""
    for number, figure in enumerate(figures):
        following = figures[number + 1].start if number + 1 < len(figures) else offset + len(text)
        gap = text[max(0, previous - offset) : max(0, figure.start - offset)]
        own = gap
        if number:
            stop = _BREAK.search(gap)
            own = gap[stop.end() :] if stop else gap
        # 37.2万名65岁以上老年人: a number right behind another tells of what is counted.
        end = figure.end + 16 if following <= figure.end + 1 else min(figure.end + 16, following)
        tail = _BREAK.split(text[figure.end - offset : end - offset], maxsplit=1)[0]
        lead = own[-40:] if _says_something(own) or _says_something(tail) else f"{before}{own}"[-40:]
        yield Words(lead, tail, before, gap, previous)
        previous, before = figure.end, lead


def _says_something(text: str) -> bool:
    return any(len(w) > 1 and w not in _SAYS_NOTHING for w in cut(text))
