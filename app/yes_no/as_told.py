"""What a report says of an aim by how far it was come up to (完成预算的96%, 高于年初目标0.5个百分点), where it does not tell the aim itself."""

import re
from collections.abc import Sequence
from decimal import Decimal

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, behind, beside
from app.yes_no.telling import Decision, Told, value_said
from corpus.figures.aims import is_bare_aim
from corpus.figures.numerals import fold
from index.asking import tells

_AIM = "(?:目标|任务|计划|指标|预期|预算)(?:任务|目标)?(?:总?[数值量额])?"
_WHOSE = "(?:年初|年度|全年|当年|调整|变动|原定|预定|既定|预期|工作|总|[国省市县区镇乡]定?|下达|确定|设定|的)*"
# 完成年初预算的, 为年度任务3000班的
_PART_OF = re.compile(
    rf"(?:完成了?|占|[是为]|达到?|相当于|实现)(?P<aim>{_WHOSE}{_AIM})(?:[\d.,]+[万亿]*[一-龥/]{{1,6}})?的(?:近|约|超过?)?$"
)
# 高于年初目标, 超出年度计划, 比目标低
_APART = re.compile(
    rf"(?:(?P<more>[高快大多]于|超过?出?了?)|(?P<less>[低慢小少]于))(?P<aim>{_WHOSE}{_AIM})$"
    rf"|[比较](?P<of>{_WHOSE}{_AIM})(?:(?P<more_than>[高快多]|增加|超出?)|(?P<less_than>[低慢少]|减少))了?$"
)
_WHOLE = Decimal(100)
_ENGLISH = {"完成了": "Met", "没有完成": "Not met", "高于目标": "Above the target", "低于目标": "Below the target"}


def as_told(outcomes: Sequence[Chosen], found: Sequence[Chosen], *, english: bool) -> Decision | None:
    """Return what is told of the aim of the best outcome right behind it, None where its sentence tells nothing of an aim.

    `found` are all figures of the lookup that `outcomes` are the likely ones of.
    """
    for outcome in outcomes:
        for c in beside(outcome, found):
            if c.candidate.figure.start <= outcome.candidate.figure.start:
                continue
            subject = c.candidate.figure.subject
            if subject != outcome.candidate.figure.subject and not is_bare_aim(subject):
                break
            if decided := _read(outcome, c):
                verdict, said = decided
                told = (Told("实际", (outcome,), f"实际{value_said(outcome)}"), Told("", (c,), said))
                return Decision(_ENGLISH[verdict] if english else verdict, told)
    return None


def _read(outcome: Chosen, c: Chosen) -> tuple[str, str] | None:
    """Return the verdict that a figure gives, and how it is said: 84.2% of 完成预算的84.2%."""
    figure, lead = c.candidate.figure, re.split("[，,；;。（(]", fold(ahead(c)))[-1]
    if figure.unit == "%" and (part := _PART_OF.search(lead)):
        if tells(fold(outcome.candidate.figure.subject).lower(), "less is better"):
            return None  # of costs more than all of a plan is no success
        return "完成了" if figure.value >= _WHOLE else "没有完成", f"{part[0].lstrip('是为占')}{value_said(c)}"
    apart = _APART.search(lead)
    if apart is None or behind(c)[:1] == "的":
        return None
    more = apart["more"] or apart["more_than"]
    return "高于目标" if more else "低于目标", f"{apart[0]}{value_said(c)}"
