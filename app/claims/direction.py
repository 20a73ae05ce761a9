"""Which way a value was reached: 扩大至2.28∶1 and 缩小至2.28∶1 give one value and contrary news; so do 由A降到B and 由B升到A."""

import re
from dataclasses import dataclass

from corpus.figures.english_way import comes_from
from corpus.figures.figure import Figure
from corpus.figures.meaning import is_start
from corpus.figures.numerals import fold

_UP = "提高|提升|上升|增加|增长|扩大|上涨|攀升|跃升|上调|升高|回升|增|升|涨|扩"
_DOWN = "下降|降低|减少|回落|缩小|缩减|收窄|下跌|下滑|下调|压减|压缩|精简|缩短|降|减|跌|缩"
_ARRIVAL = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了)?(?:[到至为成]|达到?)?(?P<at>[^，。；]{{0,3}}?)(?:了|约|近|超过?)?$"
)
_TO = re.compile(r"(?:[到至为成]|达到?)(?:了|约|近|超过?)?$")
_FROM_UP = re.compile(rf"^[^，。；\d]{{0,6}}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))")


# Contrary names of one thing with two signs.
_NAMES = (
    ("盈余", "赤字"), ("顺差", "逆差"), ("净流入", "净流出"), ("盈利", "亏损"), ("surplus", "deficit"), ("inflow", "outflow"), ("结余", "缺口"),
)  # fmt: skip
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Way:
    """The direction in which a value was reached or left ("+", "-", "" unknown); `start` and `end` tell the A and the B of 由A到B."""

    direction: str
    start: bool
    end: bool


def way_of(text: str, figure: Figure) -> Way:
    """Read the way of a figure from the words around it; spans count in `text`."""
    folded = fold(text)
    clause = re.split(r"[。；;！？]", folded[: figure.start])[-1][-40:]
    after = folded[figure.end : figure.end + 14]
    start = is_start(clause[-26:], after) or comes_from(clause[-30:], after)
    if start:
        onward = _FROM_UP.match(after)
        return Way("" if onward is None else "+" if onward["up"] else "-", True, False)
    arrived = _ARRIVAL.search(clause)
    direction = figure.polarity or ("" if arrived is None else "+" if arrived["up"] else "-")
    return Way(direction, False, bool(_TO.search(clause)) and not figure.polarity)


def contrary(claimed: Way, found: Way) -> bool:
    """Tell whether two figures of one value say contrary things of its way."""
    if claimed.direction and found.direction and claimed.direction != found.direction:
        return True
    return (claimed.end and found.start) or (claimed.start and found.end)


def contrary_names(claim: str, claimed: Figure, text: str, found: Figure) -> bool:
    """Tell whether a claim calls a deficit what a report calls a surplus; spans count in the texts."""
    own, other = (fold(t[max(0, f.start - _AROUND) : f.end + _AROUND]).lower() for t, f in ((claim, claimed), (text, found)))
    return any((a in own and a not in other and b in other and b not in own) for pair in _NAMES for a, b in (pair, pair[::-1]))
