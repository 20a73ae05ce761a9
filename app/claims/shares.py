"""Shares and rates that are told in words of their own: 一半 is 50%, 25个基点 is 0.25个百分点."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.figures.figure import Figure

_HALF = re.compile(
    r"(?P<over>超过?|逾|近|约|不到|不足|大约)?(?P<half>(?<![另前后上下这那])一半|(?<!(?<!超)过)半数|过半(?!数|百|月|年))(?P<up>以上|左右)?"
)
_FIFTY, _HUNDRED = Decimal(50), Decimal(100)
_BASIS_POINTS = "基点"
# 6.5个点 of a rate that rose: points of a hundred.
_POINTS = re.compile("点(?=[，。；、！？,;左以多]|$)")


def halves(folded: str) -> Iterator[Figure]:
    """Yield what a text tells as a half, as a share; spans count in it."""
    # Few texts tell of one, and to look for its word takes a twentieth of the time.
    for m in _HALF.finditer(folded) if "半" in folded else ():
        bound = "超过" if m["half"] == "过半" else m["up"] or m["over"] or ""
        yield Figure(m.start("half"), m.end("half"), m["half"], _FIFTY, "%", kind="share", qualifier=bound)


def in_points(folded: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures, those of 基点 in 百分点."""
    return [_in_points(folded, f) for f in figures] if "点" in folded else list(figures)


def _in_points(folded: str, figure: Figure) -> Figure:
    if figure.unit == "个" and figure.text.endswith("个") and _POINTS.match(folded, figure.end):
        end = figure.end + 1
        return replace(figure, end=end, text=folded[figure.start : end], unit="百分点", kind="change")
    if figure.unit not in {"个", ""} or not folded.startswith(_BASIS_POINTS, figure.end):
        return figure
    end, upper = figure.end + len(_BASIS_POINTS), figure.value_to
    return replace(
        figure,
        end=end,
        text=folded[figure.start : end],
        unit="百分点",
        value=figure.value / _HUNDRED,
        value_to=None if upper is None else upper / _HUNDRED,
        kind="change",
    )
