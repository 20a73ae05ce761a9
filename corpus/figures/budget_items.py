"""The items of final accounts, as offices write them: 某支出（类）某事务（款）某项目（项）。主要用于：…。年初预算为…，支出决算为….

The item and what it is for are named once, ahead of the amounts, which by themselves are only called budget and outcome.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.figures.figure import Figure

_ITEM = re.compile(
    r"[（(]款[）)]\s*(?P<item>[^（()）。；，]{2,30})\s*[（(]项[）)]"
    r"(?:[。：:，,\s]*主要(?:是?用于|反映)[:：]?\s*(?P<use>[^。；]{2,60}?)(?:等?(?:方面)?的?(?:基本|项目)?(?:支出|经费|费用))?[。；])?"
)
_AMOUNT = re.compile("(?:年初|全年|调整)?预算数?|(?:支出)?决算数?")


def with_items(figures: Sequence[Figure], text: str, heading: str) -> list[Figure]:
    """Return the figures of a passage with the item that they are of; `heading` is that above it, which ends where a page does."""
    lead = heading if text.lstrip().startswith(("（项）", "(项)")) else ""
    items = list(_ITEM.finditer(f"{lead}{text}"))
    return [_of_item(f, items, len(lead)) for f in figures] if items else list(figures)


def _of_item(figure: Figure, items: Sequence[re.Match[str]], shift: int) -> Figure:
    own = next((m for m in reversed(items) if m.end() <= figure.start + shift), None)
    if own is None or not _AMOUNT.fullmatch(figure.subject):
        return figure
    named = "".join(f"{own['item']}{own['use'] or ''}".split())
    return replace(figure, subject=f"{named}{figure.subject}")
