"""A rate of change as sentences give it: its size, and its sign as a direction."""

import re
from dataclasses import replace

from corpus.figures.figure import Figure

_CHANGES = re.compile("增减|增长|变动|同比|升降|涨跌|增幅")


def upright(found: Figure) -> Figure:
    """Return a rate of change of a table with its sign as a direction: -25.92 under 增减(%) is a fall by 25.92%."""
    if found.unit not in {"%", "百分点"} or (found.value >= 0 and (found.polarity or not _CHANGES.search(found.subject))):
        return found
    return replace(found, value=abs(found.value), polarity="-" if found.value < 0 else "+", kind="growth")
