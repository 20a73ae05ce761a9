"""What a place in a ranking is of: a rank says its scope where other figures say their name (苹果产量80万吨，居全省第二), and leans on what is before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.claims.lists import with_names
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_SCOPE = r"(?:[全本我][国省市县区州]|世界|全球|亚洲|国际|国内|[东中西]+部(?:地区|省[份区市]|各省)?|东北|各[省市县区]|同类[一-龥]{2,4}|(?<=[居列排在])[一-龥]{2,6}(?=第$))"
# What stands between a name and its rank: 均居全国, 从全省, 上升到世界, 连续3年保持在
_TO_RANK = re.compile(
    rf"(?:均|都|也|仍|则|就|还|分别|继续|稳定|稳|双双|依然|已经?|一直|长期|保持|维持|名次|位次|排名|位居|位列|位于|位|排在|排到|排|名列|列|居|跃居|高居|跃升|上升|提升|前移"
    rf"|下降|下滑|退|升|跃|降|晋级|晋升|跻身|进入|进|达到?|从|由|至|到|为|在|是|的|于|之|首次|再次|历史性地?|连续[\d一二三四五六七八九十两]+个?[年季月]度?|比?上年|{_SCOPE}|第| )+$"
)
_CLAUSE = re.compile(r"[，。；：！？、;:!?（(]|,(?!\d)")
_PART = re.compile("[。；;！？]")
_LONG_RUN = re.compile(r"连续[\d一二三四五六七八九十两]+个?[年季月]度?")
_NO_NAME = re.compile(r"^(?:其中|并|且|而|同时|[\d.%\s])*$")
_LEAST = 2


def with_ranked(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures of running text, the ranks among them named by what they rank; spans count in `text`."""
    if not any(f.kind == "rank" for f in figures):
        return list(figures)
    folded = fold(text)
    named: list[Figure] = []
    for figure in figures:
        named.append(replace(figure, subject=_name(folded, figure, named)) if figure.kind == "rank" else figure)
    return with_names(text, named)


def named_as_ranked(folded: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """Return a rank of a claim with the name that it says right before it, where it has none."""
    return figure if figure.kind != "rank" or figure.subject else replace(figure, subject=_name(folded, figure, before))


def _name(folded: str, figure: Figure, before: Sequence[Figure]) -> str:
    """Return what a rank is of: what its clause says before the scope, else what the figure before it in its part of the sentence measures."""
    ends = [f.end for f in before if f.end <= figure.start]
    start = max([m.end() for m in _CLAUSE.finditer(folded, 0, figure.start)] + ends[-1:], default=0)
    said = _LONG_RUN.sub("", _TO_RANK.sub("", folded[start : figure.start]))
    if len(said) >= _LEAST and not _NO_NAME.match(said):
        return said
    last = before[-1] if before else None
    return last.subject if last is not None and not _PART.search(folded, last.end, figure.start) else figure.subject
