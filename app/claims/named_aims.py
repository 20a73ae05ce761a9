"""Aims that a sentence names beside what came of them: 增长6%，略低于7%的预期目标 tells an outcome and an aim of one measure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.agreement import same_unit
from corpus.figures.figure import Figure

_CALLED = re.compile(
    r"(?:左右|以上|以下|以内|多|余)?(?:的|这个|这一)*(?:年初|年度|全年|当年|原先|原来|预先|政府|增长|发展|控制|计划|预期|预定|既定|原定|确定|设定|制定|提出|工作|规划|的)*(?:目标|任务|指标|预期|计划|预测)(?:任务|目标|指标|值|数)?(?!的?[\d一二三四五六七八九])"
)
# How an outcome is told beside its aim; who reached it tells of no other value.
_BESIDE = re.compile(
    r"(?P<is>(?:[高低优好快慢多少大小强弱]于|超过|超出|超额完成|超额|突破|不及|不足|不到|未达|未到|(?:没有?|未)能?(?:够|如期)?(?:达到?|完成|实现|达成)|[离距]|比))了?(?:预期|预定|原定|年初|年度|确定|提出|的)*$"
)
_CLAUSE = re.compile(r"[，。；：！？;:!?]|,(?!\d)")
_PART = re.compile("[。；;！？]")


def names_aim(folded: str, figure: Figure) -> bool:
    """Tell whether a figure is called an aim right behind it and is held against what came of it; its span counts in the text."""
    if not _CALLED.match(folded, figure.end):
        return False
    start = max((m.end() for m in _CLAUSE.finditer(folded, 0, figure.start)), default=0)
    return _BESIDE.search(folded[start : figure.start]) is not None


def with_named_aims(folded: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures, those of aims beside an outcome as targets of what that measures; spans count in `folded`."""
    if not any(word in folded for word in ("标", "预", "计划", "任务")):
        return list(figures)
    told: list[Figure] = []
    for figure in figures:
        told.append(_as_aim(folded, figure, told) if names_aim(folded, figure) else figure)
    return told


def _as_aim(folded: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """Return an aim with the name, the kind and the direction of the outcome before it in its part of the sentence."""
    start = max((m.end() for m in _PART.finditer(folded, 0, figure.start)), default=0)
    outcome = next((f for f in reversed(before) if f.start >= start and same_unit(f.unit, figure.unit)), None)
    # More or less than the aim says which way nothing went.
    behind = figure.qualifier if folded.startswith(figure.qualifier, figure.end) else ""
    aim = replace(figure, status="target", polarity="", qualifier=behind)
    return aim if outcome is None else replace(aim, subject=outcome.subject, kind=outcome.kind, polarity=outcome.polarity)
