"""Whether a report's figure is itself what a claim of several values tells: a stated difference, share, multiple or total."""

import re

from app.claims.base_years import counted_from
from app.claims.comparing import Comparison
from app.claims.held import Held
from app.claims.reading import Claimed
from app.working.operands import Operation

# How alike what a report states must be called to be what a claim of several values tells.
_STATES = 0.4
# What is told of as come anew, and what parts clauses.
_ANEW, _MARK = re.compile(r"[新增减净]|\b(?:new|added|additional|more|fewer)\b"), re.compile(r"[，。；：]|,(?!\d)")
_BALANCE = re.compile("[顺逆]差|差[额距]|赤字|[结节盈]余|缺口|surplus|deficit|gap")
_IN_ALL, _REACH = re.compile("合计|共|总"), 12


def states(claimed: Claimed, comparison: Comparison, right: Held, *, surely: bool) -> bool:
    """Tell whether a report's figure is itself what a claim tells: a change from the same time, a share, a multiple, a total.

    Without `surely` it may be called otherwise than the claim calls it.
    """
    found, kind = right.figure, comparison.operation.kind
    own = right.chosen.candidate.sentence
    if kind == "sum":
        return _IN_ALL.search(own.text[: found.start - own.start][-_REACH:]) is not None or "合计" in found.subject
    if kind == "share":
        return found.unit == "%" and found.kind != "growth"
    if kind == "ratio":
        return found.unit == "倍"
    if not comparison.operation.compares_years and _BALANCE.search(found.subject):
        return True
    # What came anew may be compared too: 新增就业比上年多.
    told = found.kind not in {"level", "share"} or (_is_anew(right) and not _ANEW.search(claimed.figure.subject))
    return told and (right.names >= _STATES or not surely) and _is_of_base(comparison.operation, right)


def _is_of_base(operation: Operation, right: Held) -> bool:
    from app.working.working_out import is_of_base

    own = right.chosen.candidate.sentence
    first = min((y for o in operation.operands for y in o.scope.years), default=-1)
    return is_of_base(operation, right.chosen) or counted_from(own.text[: right.figure.start - own.start]) == first


def tells_change(held: Held) -> bool:
    """Tell a figure that says how far a value moved, or what came anew, from one that says how much there is."""
    return held.figure.kind not in {"level", "share"} or _is_anew(held)


def _is_anew(held: Held) -> bool:
    own = held.chosen.candidate.sentence
    lead = _MARK.split(own.text[: held.figure.start - own.start])[-1]
    return _ANEW.search(lead + held.figure.subject) is not None
