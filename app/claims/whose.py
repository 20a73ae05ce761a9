"""Whose a rank or a share of a whole is: that 小麦产量居全省第二 is not borne out where 苹果产量80万吨，居全省第二.

One digit agrees with much: what a claim names must stand in the very sentence that ranks it, or in one that it goes on about.
"""

import re

from app.choosing.sentences import Stretch
from app.claims.naming import likeness
from app.claims.unsaid import tells_more, things_of, things_unsaid
from corpus.figures.figure import Figure
from index.thesaurus.written import uses_of

_OF_WHOLE = re.compile("占[^，。；、]{0,12}$")
_OF_PLACE = re.compile(
    "占到?了?(?:[全本我][国省市县区州]|世界|全球)(?:总[量数额产]|总产量)?(?:的|比重|比例|份额|为|达到?|约|近|超过?|突破)*$"
)
# What reports speak of at all they would have named, had they meant it.
_USED = 3
# In what a thing is measured its unit tells: 高标准农田1040万亩，居全省首位.
_MEASURED_IN = frozenset(["面积", "里程", "长度", "数量", "容量", "重量", "金额", "规模", "人数"])
_MARK = re.compile("[，。；、：！？;]")
# How alike a rank's name must be that says more than the claim's: 小麦产量 is not what 小麦加工能力居全省首位 ranks.
_ALIKE = 0.3


def is_of_another_whole(claim: str, figure: Figure, text: str, here: Figure) -> bool:
    """Tell whether a claimed share is one of a place's whole (占全省的三成) and a report's figure is none: how much a thing grew, a rate, a share of a measure.

    The spans of both figures count in their texts.
    """
    return _OF_PLACE.search(claim[: figure.start]) is not None and not _OF_PLACE.search(text[: here.start])


def is_of_whole(claim: str, figure: Figure) -> bool:
    """Tell whether a claimed figure is a share of a whole: 占全省的三成. Its span counts in the claim."""
    return figure.unit == "%" and _OF_WHOLE.search(claim[: figure.start]) is not None


def ranks_another(name: str, claim: str, figure: Figure, own: Stretch, found: Figure) -> bool:
    """Tell whether a claimed rank or share of a whole names a thing that the sentence of a report's does not, though reports often speak of it.

    `name` is what the claim measures; the span of `figure` counts in `claim`.
    """
    ranked = figure.kind == "rank"
    if not ranked and not is_of_whole(claim, figure):
        return False
    if own.passage.context or not found.subject:
        return False
    said = f"{_said_of(own, found)} {found.subject}"
    missing = (word for word in things_unsaid(name, said, found.subject) if word not in _MEASURED_IN)
    if any(uses_of(word) >= _USED for word in missing):
        return True
    return ranked and likeness(name, found.subject) < _ALIKE and bool(things_of(name)) and tells_more(name, claim, found.subject)


def _said_of(own: Stretch, found: Figure) -> str:
    """Return what a sentence says up to a rank and right behind it; a heading speaks of much, and counts only for a rank without a name."""
    end = found.end - own.start
    mark = _MARK.search(own.phrase.text, end)
    text = f"{own.phrase.text[: mark.start() if mark else None]} {own.gone_on_about} {own.passage.title}"
    return text if things_of(found.subject) else f"{text} {' '.join(own.passage.section)}"
