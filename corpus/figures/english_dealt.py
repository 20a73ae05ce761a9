"""The names or years of a list dealt out to the values of a list: the levy and the fee to $280 and $90 respectively."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.figures.figure import Figure

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_JOINT = re.compile(r"(?:,|,? and|,? or) (?:about |nearly |over |around |some )?")
_LISTED = re.compile(r",\s(?:and\s)?|\sand\s")
# 4% and 6% for boys and girls respectively
_BEHIND = re.compile(r" (?P<link>for|in|on|to|from|by|among) (?:the |our |its |their )?(?P<names>[^;:()]+?),?\s?")
# $4 and $9 in 2030 and 2031 respectively
_YEARS = re.compile(r" (?:in|for) (?P<years>(?:FY ?)?(?:19|20)\d\d(?:(?:, | and |, and )(?:FY ?)?(?:19|20)\d\d)+),? ?")
_YEAR = re.compile(r"(?:19|20)\d\d")


_SPAN = re.compile(
    r"\b(?:from (?P<a>(?:19|20)\d\d) (?:to|until|through)|between (?P<b>(?:19|20)\d\d) and|(?P<c>(?:19|20)\d\d)[-–]) ?(?P<to>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def _year_by_year(sentence: str, offset: int, found: list[Figure]) -> list[Figure]:
    """Return the figures with a year each where a span of years leads to a list of as many: from 2031 to 2033 they were 12, 14 and 15."""
    span = _SPAN.search(sentence)
    if not span:
        return found
    first, last = int(span["a"] or span["b"] or span["c"]), int(span["to"])
    start = sum(f.start - offset < span.end() for f in found)
    listed = found[start : start + last - first + 1]
    joints = (sentence[a.end - offset : b.start - offset] for a, b in pairwise(found[start : start + last - first + 2]))
    if [bool(_JOINT.fullmatch(j)) for j in joints] not in ([True] * (last - first), [True] * (last - first) + [False]):
        return found
    own = [replace(f, period=str(year), subject=listed[0].subject) for year, f in enumerate(listed, first)]
    return [*found[:start], *own, *found[start + len(own) :]]


def dealt(sentence: str, offset: int, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of a sentence, each before "respectively" with the name or the year of the list that is its own; `offset` is where the sentence begins."""
    found = _year_by_year(sentence, offset, list(figures))
    for match in _RESPECTIVELY.finditer(sentence):
        last = sum(f.end - offset <= match.start() for f in found)
        first = last - 1
        while first > 0 and _JOINT.fullmatch(sentence[found[first - 1].end - offset : found[first].start - offset]):
            first -= 1
        if last - first < 2:
            continue
        behind = sentence[found[last - 1].end - offset : match.start()]
        named = _YEARS.fullmatch(behind)
        periods = _YEAR.findall(named["years"]) if named else []
        names = _names(found, first, last, "" if named else behind)
        for at, name in enumerate(names, first):
            found[at] = replace(found[at], subject=name)
        for at, period in enumerate(periods if len(periods) == last - first else (), first):
            found[at] = replace(found[at], period=period)
    return found


def _names(figures: Sequence[Figure], first: int, last: int, behind: str) -> list[str]:
    """Return a name for each of the figures from `first` to `last`: those listed behind them, those that lead to them, or those of the figures before."""
    count, head = last - first, figures[first].subject
    after = _BEHIND.fullmatch(behind)
    if after and len(own := _listed(after["names"])) == count:
        return [f"{head} {after['link']} {name}".strip() for name in own]
    if behind.strip(" ,"):
        return []
    if len(own := _listed(head)) == count:
        return own
    before = list(dict.fromkeys(f.subject for f in figures[:first]))[-count:]
    return before if len(before) == count and all(before) else []


def _listed(text: str) -> list[str]:
    """Return the names that a text lists; of first and second child both are children."""
    *names, last = (name.strip() for name in _LISTED.split(text))
    _, _, shared = last.partition(" ")
    if shared and " " not in shared and all(name and not name.endswith("s") and not name[0].isupper() for name in names):
        names = [f"{name} {shared}" for name in names]
    return [*names, last] if all((*names, last)) else []
