"""Which values of years are those of the measure that is asked for: figures that are called so, or, where none is, as the surest of them."""

import re
from collections.abc import Sequence
from itertools import takewhile

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from corpus.character_pairs import character_pairs
from corpus.matching import matching_text
from index.abbreviations import plain_names, with_product, written_out

# What tells how a thing moved or what part it is, and not what it is.
_WAYS = re.compile(
    "增长率?|[增减][产收]|增速|增幅|涨幅|降幅|跌幅|上涨|上升|提高|增加|减少|下降|降低|下跌|占|比重|比例|份额|总[量额值数](?=$)|目标|计划|预期|实际|同比|全年|全国|[的了年是]"
)
_MARKS = re.compile(r"[^\w]+")
_CALLED, _ALIKE = 0.5, 0.5
# Names that share so much of their end may differ in a word of so many characters.
_SHARED, _OWN = 2, 4


def of_the_measure(groups: Sequence[list[Chosen]], measure: str, places: Sequence[str]) -> list[list[Chosen]]:
    """Return the values that are called what is asked for; where none is (GDP, in English), those that are called as the surest is.

    A year of which no report tells the measure still has a figure that fits best: the growth of output beside that of prices.
    """
    if not groups:
        return []
    for place in places:
        measure = re.sub(rf"{re.escape(place)}(?:自治[州县区]|[省市县区州旗盟])?", "", measure)
    called = max(([g for g in groups if _is_called(g[0], name)] for name in _names(measure)), key=len)
    if called:
        return called
    surest = max(groups, key=lambda g: g[0].score)[0].candidate
    return [g for g in groups if named_alike(g[0].candidate, surest) >= _ALIKE]


def is_called(chosen: Chosen, measure: str) -> bool:
    """Tell whether a figure is called what is asked for, by any of the names that reports have for it."""
    return any(_is_called(chosen, name) for name in _names(measure))


def _names(measure: str) -> list[str]:
    """Return what is asked for as it is said, and as reports write it: 物价 and 居民消费价格, 经济增长 and 生产总值."""
    said = plain_names(measure)
    names = (matching_text(name) for name in (measure, said, *written_out(said)))
    return [_MARKS.sub("", _WAYS.sub("", with_product(name.lower()))) for name in names]


def _is_called(chosen: Chosen, asked: str) -> bool:
    """Tell whether a figure's name holds most of what is asked for, and how that ends: 能耗 is what 单位产值能耗 is about."""
    name = matching_text(chosen.candidate.figure.subject)
    pairs = character_pairs(asked)
    called = bool(pairs) and asked[-2:] in name and sum(p in name for p in pairs) >= _CALLED * len(pairs)
    return called and not are_siblings(asked, _WAYS.sub("", name))


def are_siblings(a: str, b: str) -> bool:
    """Tell two names of which each has a word of its own where the other has another."""
    ahead = _shared(a, b)
    a, b = a[ahead:], b[ahead:]
    behind = _shared(a[::-1], b[::-1])
    return behind >= _SHARED and all(0 < len(rest) - behind <= _OWN for rest in (a, b))


def _shared(a: str, b: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
