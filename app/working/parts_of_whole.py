"""The share of a part in its whole where one sentence gives both: 收入40亿元，其中税收30亿元; of the $5 billion, $4 billion was used."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, behind, beside
from app.working.computed import Computed, is_part
from app.working.deriving import share
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_ASKED = re.compile(
    r"占[^。？]{0,16}(?:多少|多大|几成|百分之几|几分之几)|(?:比重|比例|份额|占比)(?:大概|大约|约)?(?:是|为|有|达到?)?(?:多少|多大|百分之几|几成)"
    r"|百分之几(?:[是属来为]|用[于在]|给了)|\b(?:what|which) (?:percentage|per ?cent|proportion|share|fraction|portion)\b"
    r"|\bhow (?:large|big|high|great) an? (?:percentage|proportion|share|fraction|portion|part)\b|\bas an? (?:percentage|proportion|share|fraction) of\b"
)
_EACH = re.compile(r"各|分别|\brespectively\b|\beach\b")
# Of the $5 billion, we spent $4 billion.
_OF_WHOLE = re.compile(
    r"^(?:[\w ]{0,20},? )?(?:out )?of (?:the|this|these|that|a total of|all|our|its)\b[^,;.]{0,40}$", re.IGNORECASE
)
# 40 boats, 12 of them in the harbour
_OF_THEM = re.compile(r" (?:[a-z]+ )?of (?:them|these|those|which|whom)\b", re.IGNORECASE)
# 40 boats, of which 12 lay in the harbour
_OF_WHICH = re.compile(r"\b(?:of (?:which|whom)|including)(?: about| nearly| almost| some| over)? $", re.IGNORECASE)


def share_of_whole(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive the share of a part where a question asks for one and the best figure's sentence gives part and whole only."""
    text, need = fold(query.text).lower(), query.need
    # 占多少万千瓦 asks for the part itself.
    asked = _ASKED.search(text) and not _EACH.search(text) and need.unit in {"", "%"} and need.unit_class in {"", "percent"}
    if not found or not asked or found[0].candidate.figure.kind != "level":
        return None
    same = beside(found[0], found)
    if any(c.candidate.figure.kind == "share" for c in same):
        return None
    best = found[0]
    pairs = [(p, w) for p, w in parts_and_wholes(same) if best is p]
    part, whole = max(pairs, key=lambda pair: pair[0].score, default=(None, None))
    if part is None or whole is None:
        return None
    result = share(in_unit_of(part, whole), whole.candidate.figure)
    return Computed(result, (part, whole), ("", "")) if result is not None else None


def parts_and_wholes(same: Sequence[Chosen]) -> Iterator[tuple[Chosen, Chosen]]:
    """Yield each part of a sentence with what it is a part of; `same` are the figures in their order."""
    for i, first in enumerate(same):
        for second in same[i + 1 :]:
            a, b = first.candidate, second.candidate
            lead = ahead(first)
            # Of the 40 boats, 12 sank: the part leaves out what it counts.
            which = i + 2 <= len(same) and second is same[i + 1] and _OF_WHICH.search(ahead(second)) is not None
            bare = (
                (_OF_WHOLE.match(lead) or _OF_THEM.match(behind(second)) or which)
                and not b.figure.unit
                and class_of_unit(a.figure.unit) not in {"money", "percent"}
            )
            if (a.figure.unit != b.figure.unit and not bare) or b.figure.kind != "level":
                continue
            if (is_part(second) and not is_part(first)) or which or _OF_WHOLE.match(lead) or _OF_THEM.match(behind(second)):
                yield second, first


def in_unit_of(part: Chosen, whole: Chosen) -> Figure:
    """Return the figure of a part, in the unit of its whole where it leaves out what it counts (of the 40 boats, 12)."""
    figure = part.candidate.figure
    return figure if figure.unit else replace(figure, unit=whole.candidate.figure.unit)
