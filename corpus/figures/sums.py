"""The name of a sum: of 甲厂有三个，乙厂有两个，共计五个 the five are of both."""

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.figures.candidates import Quantity

_ALTOGETHER = re.compile(r"[，,；;]?\s?(?:总?共计?|合计|总计|一共)(?:有|为|达|是)?")


def is_altogether(lead: str) -> bool:
    """Tell whether what stands before a quantity says nothing but that it is a sum.

    >>> is_altogether("，共计")
    True
    """
    return _ALTOGETHER.fullmatch(lead) is not None


def sum_of(quantities: Sequence[Quantity], subjects: Sequence[str]) -> str:
    """Return the name of the last quantity where it is told to be the sum of those right before it: what all of them are called in the end.

    "" where it is no sum: 共计 may count anew what was named before.
    """
    total, added = quantities[-1], quantities[-1].value * 0
    for count, part in enumerate(reversed(quantities[:-1]), 1):
        if part.unit != total.unit:
            return ""
        added += part.value
        if added >= total.value:
            return f"合计{_common_end(subjects[-count:])}" if added == total.value and count > 1 else ""
    return ""


def _common_end(names: Sequence[str]) -> str:
    letters = zip(*(reversed(name) for name in names), strict=False)
    return "".join(same[0] for same in takewhile(lambda own: len(set(own)) == 1, letters))[::-1]
