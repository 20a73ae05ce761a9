"""Where a text says which way a thing went, with a number or without: 发案率下降, 贸易顺差连续两年减少, 提高了农业的比重, exports fell.

Observed in work reports and communiqués: the thing stands before the verb, or behind it and 了.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.figures.numerals import fold
from corpus.matching import is_chinese, simplified

Direction = Literal["up", "down"]

_UP = "增长|增加|增多|提高|提升|上升|上涨|扩大|回升|攀升|走高|上扬|上调|增产|增收"
_DOWN = "下降|降低|减少|回落|下跌|下滑|缩小|收窄|萎缩|缩减|走低|下调|减产|减收"
# 止跌回升 and 不降反增 went up, whatever they deny.
_TURNED_UP, _TURNED_DOWN = (
    "止跌回升|止跌企稳回升|[由从][降跌减负亏]转[升涨增正盈]|不[降跌减]反[升涨增]",
    "[由从][升涨增正盈]转[降跌减负亏]|不[升涨增]反[降跌减]",
)
_HOW = (
    "有所|略有|略|明显|显著|持续|继续|进一步|不断|逐步|稳步|大幅度?|小幅|较大幅度|较快|平稳|快速|总体|整体|普遍|全面|双双|分别|均|都|又|再|也|还"
    "|逐[年月季]|同比|环比|连续(?:\\d+|[两二三四五六七八九十]+)[个年月季度]*|[比较](?:上一?(?:个?学)?年|去年|年初|上年同期|去年同期)(?:同期)?|稳中有|稳中|趋于|呈现?|保持|实现|将|要"
)
_SAID = re.compile(
    rf"(?P<name>[^，。；：、,;:\s\d][^，。；：,;:\d]{{1,36}}?)(?:{_HOW})*"
    rf"(?:(?P<up>{_TURNED_UP}|{_UP})|(?P<down>{_TURNED_DOWN}|{_DOWN}))(?:了|趋势|态势)?(?=[，。；、,;.\s\d]|约|近|超|[到至为]|$)"
)
_DONE = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了(?P<name>[^，。；：,;:\d]{{2,36}})(?=[，。；,;.]|$)")
_DENIED = re.compile("^(?:防止|避免|遏制|杜绝)|(?:没有|未能?|并未|不再|不会|不)$")
_UP_EN = r"r[io]se|risen|gr[eo]w|grown|increased?|climbed|went up|expanded|improved|widened"
_DOWN_EN = r"f[ae]ll|fallen|dropped|declined|decreased|shr[au]nk|shrunk|went down|contracted|narrowed"
_SAID_EN = re.compile(rf"(?P<name>[^.,;:]{{3,80}}?)\s(?:(?P<up>{_UP_EN})|(?P<down>{_DOWN_EN}))\b")


@dataclass(frozen=True, slots=True)
class Said:
    """That the thing named in `name` went up or down; the word that says so stands at `start`..`end`, all of it at `begin`..`finish`."""

    name: str
    way: Direction
    start: int
    end: int
    begin: int
    finish: int


def said_directions(text: str) -> Iterator[Said]:
    """Yield what a sentence says of which way things went, in order; spans count in `text`. What it denies it does not say."""
    folded = fold(simplified(text))
    for pattern in (_SAID, _DONE) if is_chinese(folded) else (_SAID_EN,):
        for match in pattern.finditer(folded):
            word = "up" if match["up"] else "down"
            start, end = match.span(word)
            if not _DENIED.search(folded[match.start() : start]):
                yield Said(match["name"].strip(), "up" if word == "up" else "down", start, end, match.start(), match.end())
