"""The items of final accounts, as offices write them: 某支出（类）某事务（款）某项目（项）。主要用于：…。年初预算为…，支出决算为….

The item is named once, ahead of the amounts, which by themselves are only called budget and outcome. What it is for is told in the
sentence between, and is no part of its name: with it the name was so long that the item by itself fitted worse.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.figures.figure import Figure

_ITEM = re.compile(r"[（(]款[）)]\s*(?P<item>[^（()）。；，]{2,30})\s*[（(]项[）)]")
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
    return replace(figure, subject="".join((*own["item"].split(), figure.subject)))
