"""Hold an outcome against its aim: what 以上, 以内, 左右 and the thing itself say of what reaching it means."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, behind
from app.over_years.bound import Bound, Side
from corpus.figures.numerals import fold
from index.asking import tells

Outcome = Literal["met", "missed", "near", "above", "below", "open"]

_LEAST = frozenset(
    {"超过", "超", "突破", "以上", "多", "余", "逾", "不低于", "不少于", "高达", "超出", "over", "more than", "至少"}
)
_MOST = frozenset({"以下", "以内", "不超过", "不高于", "不足", "不到"})
_ABOUT = frozenset({"左右", "上下", "约", "大约", "about", "约为", "大体上"})
# An outcome so near to an aim of 左右 is told as agreeing with it.
_NEAR = Decimal("0.05")
# What stands before an aim without 以内 or 左右 behind it.
_KEPT_BELOW = re.compile(
    r"(?:(?:控制|稳定|保持)在|不(?:超过|高于|大于|突破)|低于|少于|压减到|[降压]到|[降压]至|缩短[至到]|压缩[至到])[^，。；\d]{0,4}$"
    r"|\b(?:below|under|at most|no more than|up to|within|not exceed(?:ing)?|less than|fewer than|(?:lower|reduce|cut|bring)[^,.;]{0,24} to)\s*$"
)
_CALLED = re.compile("(?:左右|以上|以下|以内)?的(?:年初|年度|全年|预期|工作)*(?:目标|计划|指标|任务)")
_COMPARED = re.compile("[低高少多大小快慢优好]于[^，。；\\d]{0,6}(?:目标|计划|指标|任务|预算|预期)(?:[数值的])*$")
_SAID_ABOUT = re.compile(r"(?:大约|约)$|\b(?:about|around|roughly|approximately|some)\s*$")
_MOVES = frozenset(["growth", "change"])
_AHEAD = 16


def judge(aim: Chosen, outcome: Chosen) -> Outcome:
    """Return whether an outcome comes up to its aim; above or below where neither is better, open where the reports' words leave it so."""
    a, o = aim.candidate.figure, outcome.candidate.figure
    about = a.qualifier in _ABOUT or _is_about(aim)
    falls = a.kind in _MOVES and a.polarity == "-"
    name = f"{a.subject} {o.subject}".lower()
    if about and _is_near(aim, outcome):
        return "near"
    if tells(name, "priced"):
        return _of_prices(aim, outcome)
    bound = Bound(0, 0, _side(aim, name, falls=falls), a.value, o.unit if not a.unit else a.unit)
    holds = bound.holds(o, falls=falls)
    return "open" if holds is None else "met" if holds else "missed"


def _of_prices(aim: Chosen, outcome: Chosen) -> Outcome:
    a = aim.candidate.figure
    over = Bound(0, 0, "above", a.value, a.unit).holds(outcome.candidate.figure)
    if over is None:
        return "open"
    if over:
        return "above"
    if _side(aim, "", falls=False) == "most" and a.qualifier in _MOST:
        return "met"
    return "met" if a.value == outcome.candidate.figure.value else "below"


def _side(aim: Chosen, name: str, *, falls: bool) -> Side:
    """Return the side of an aim on which it is reached."""
    figure, before = aim.candidate.figure, fold(ahead(aim))[-_AHEAD:].lower()
    if figure.qualifier in _LEAST:
        return "least"
    if figure.qualifier in _MOST:
        return "most"
    # 低于6.5%的预期目标: what stands before an aim that is called one behind it is said of the outcome.
    # 少于计划的6名: how the outcome compares with it.
    called = _CALLED.match(fold(behind(aim))) is not None or _COMPARED.search(before) is not None
    if figure.kind != "other" and not called and _KEPT_BELOW.search(before):
        # below 4.5% is not reached by 4.5%.
        return "below" if tells(before, "bound below") else "most"
    if not falls and tells(name, "less is better"):
        return "most"
    return "least"


def _is_about(aim: Chosen) -> bool:
    return _SAID_ABOUT.search(fold(ahead(aim))[-_AHEAD:].lower()) is not None


def _is_near(aim: Chosen, outcome: Chosen) -> bool:
    a, o = aim.candidate.figure, outcome.candidate.figure
    if (a.kind in _MOVES) == (o.kind in _MOVES) and a.kind in _MOVES and a.polarity != o.polarity:
        return False
    near = abs(a.value) * _NEAR
    exact = replace(o, kind="level", polarity="", qualifier="" if o.qualifier in _ABOUT else o.qualifier)
    unit = a.unit or o.unit
    low = Bound(0, 0, "least", a.value - near, unit).holds(exact)
    high = Bound(0, 0, "most", a.value + near, unit).holds(exact)
    return low is True and high is True
