"""Aims that were come to and aims that were missed: who tells that a plan was fulfilled is not borne out by a report that says it was not.

Nor does a report that sets money aside say that it was spent.
"""

import re

from corpus.figures.figure import Figure

_MISSED = re.compile(
    r"(?:没有?|未能?|尚未|并未)(?:能|够|全部|按[期时]|如期)*(?:完成|实现|达到|达成|兑现)|未达|不及(?:预期|目标|计划|预定)|[低少小]于(?:预期|年度|年初|计划)?(?:目标|计划|预期)|落空"
    r"|\b(?:missed|unmet|not (?:been )?(?:met|reached|achieved|fulfilled)|fell short|falls? short|failed to)\b",
    re.IGNORECASE,
)
_COME_TO = re.compile(
    r"完成|实现|达到|达成|兑现|如期|按[期时]|按照?(?:原?计划|目标)|[建投办设做成]了"
    r"|\b(?:met|reached|achieved|fulfilled|completed|delivered|on schedule|as planned)\b",
    re.IGNORECASE,
)
_SPENT = re.compile(r"\b(?:paid|spent|disbursed|handed out|given out|used up)\b", re.IGNORECASE)
_SET_ASIDE = re.compile(r"\bset(?:s|ting)? aside\b|\b(?:earmark|allocat|budget)(?:s|ed|ing|es)?\b", re.IGNORECASE)
_END = re.compile("[。；;！？]|[.!?](?=\\s|$)")


def claims_missed_aim(claim: str, text: str, here: Figure) -> bool:
    """Tell whether a claim says that an aim was come to of which a report says that it was missed; the span of `here` counts in the report's sentence `text`."""
    if _SPENT.search(claim) and not _SET_ASIDE.search(claim) and _SET_ASIDE.search(text) and not _SPENT.search(text):
        return True
    if here.status != "target" or not _COME_TO.search(claim) or _MISSED.search(claim):
        return False
    end = _END.search(text, here.end)
    start = max((m.end() for m in _END.finditer(text, 0, here.start)), default=0)
    return _MISSED.search(text, start, end.start() if end else len(text)) is not None
