"""Bounds that only say what is counted, as in 60岁及以上人口: of 65岁及以上人口 another number holds."""

import re

from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_BOUND = re.compile(
    r"(?P<number>\d[\d.]*\s?[百千万亿]*|[一二两三四五六七八九十百千万亿]+)(?P<unit>美元|周?岁|平方米|公里|千瓦|[元人名亩米吨级位年户家层])(?:[(（]含[)）])?及?以(?P<side>[上下内])的?(?=[一-龥])(?![和与、])"
)
_MARK = re.compile("[，。；：、！？]")


def counts_others(claim: str, claimed: Figure, text: str, here: Figure) -> bool:
    """Tell whether a claim's figure and a report's count what lies within other bounds; the spans of both figures count in their texts."""
    own, told = _bounds(claim, claimed), _bounds(text, here)
    return any(told.get(unit, bound) != bound for unit, bound in own.items())


def _bounds(text: str, figure: Figure) -> dict[str, tuple[str, str]]:
    """Return the number and side of the bounds that a figure's clause tells before it, by their units."""
    clause = _MARK.split(fold(text[: figure.start]))[-1] + fold(text[figure.start :])[:1]
    return {
        m["unit"].removeprefix("周"): (m["number"].replace(" ", ""), m["side"].replace("内", "下"))
        for m in _BOUND.finditer(clause)
    }
