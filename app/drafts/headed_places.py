"""The places that a draft's headings name: under 三、青岚县 the sentences that name no place are told of that county."""

import re
from collections.abc import Sequence

from corpus.matching import is_chinese
from index.catalogue import ReportCard
from index.places import NATION, divisions
from index.scope import resolve_scope

_NUMBERING = re.compile(
    r"^\s*(?:第[一二三四五六七八九十\d]+[部分章节篇]+|[（(]?[一二三四五六七八九十\d]{1,3}[)）]?)?\s*[、.．：:，]?\s*"
)
_WHOLE_NATION = re.compile("[全我]国|中国")
# A heading as long as this says something of its place, and not which place its section is about.
_LONGEST = 16


def place_above(path: Sequence[str], catalogue: Sequence[ReportCard], *, otherwise: str) -> str:
    """Return the place that the nearest of the headings above a section begins with, if reports are about it; `otherwise` where none names one."""
    for heading in reversed(path):
        place = _place_of(_NUMBERING.sub("", heading), catalogue)
        if place is not None:
            return place
    return otherwise


def _place_of(heading: str, catalogue: Sequence[ReportCard]) -> str | None:
    """Return the place that a heading is about, "" for one that no report is about, None where it names none."""
    if not is_chinese(heading) or len(heading) > _LONGEST:
        return None
    if _WHOLE_NATION.match(heading):
        return NATION
    scope = resolve_scope(heading, catalogue)
    if any(heading.startswith(name) for name in scope.unknown):
        return ""
    named = [p for p in scope.places if p != NATION and heading.startswith((p, (divisions(p) or (p,))[-1]))]
    return named[0] if len(named) == 1 and any(card.metadata.place == named[0] for card in catalogue) else None
