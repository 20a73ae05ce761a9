"""Whether a figure may be that of one thing of a list, and which of several that may: what came of it, and what is called just as it is."""

import re
from collections.abc import Sequence

from app.agreement import same_unit
from app.choosing.chooser import Chosen
from app.choosing.unit_fit import asked_clash
from app.working.computed import is_part
from corpus.figures.figure import Figure
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

# How much less a figure may fit that is named more plainly.
NEARLY = 2.5
MOVES = frozenset({"growth", "change"})
# What is told in days or hours; of all else 8小时 is no value (臭氧8小时浓度).
_LASTS = re.compile(r"[日天时年月周]|期|龄|寿命|工夫|\b(?:days?|hours?|years?|time|age|stay|duration|period)\b")
_YEAR = re.compile(r"\d{2,4}年")


def as_it_came(fitting: Sequence[Chosen], part: Query) -> Chosen:
    """Return the first figure, or behind an aim that nobody asks for what came of it: of the same time, kind and unit."""
    best, *others = fitting
    a = best.candidate.figure
    if a.status != "target" or part.need.status == "target":
        return best
    came = (c for c in others if _sort(c.candidate.figure) == (a.period, a.kind, "actual"))
    return next((c for c in came if same_unit(c.candidate.figure.unit, a.unit)), best)


def named_last(best: Chosen, part: Query, words: Sequence[int], found: Sequence[Chosen]) -> Chosen:
    """Return the figure whose name ends with the member's where another only begins with it: 剧团4个, not 剧团演出200场."""
    last = matching_text(part.terms[words[-1]]) if words and words[-1] < len(part.terms) else ""
    if not last or _ends_with(best, last):
        return best
    # What stands behind 其中 is a part of it, whatever its name ends with.
    found = [c for c in found if not is_part(c)]
    a = best.candidate.figure
    near = (c for c in found if best.score - c.score <= NEARLY and _ends_with(c, last))
    alike = (c for c in near if _sort(c.candidate.figure) == _sort(a))
    return next((c for c in alike if class_of_unit(c.candidate.figure.unit) == class_of_unit(a.unit)), best)


def _sort(figure: Figure) -> tuple[str, str, str]:
    return figure.period, figure.kind, figure.status


def _ends_with(c: Chosen, word: str) -> bool:
    return matching_text(c.candidate.figure.subject).endswith(word)


def clashes(part: Query, c: Chosen) -> bool:
    """Tell a figure of another unit than its member is asked for in: 多少人 is no number of households."""
    need, figure = part.need, c.candidate.figure
    other = need.unit and figure.unit != need.unit and class_of_unit(figure.unit) != need.unit_class
    # How much it grew is not how much it was.
    other = other or (figure.kind in MOVES and not need.kinds and need.unit_class not in {"", "percent"})
    lasts = class_of_unit(figure.unit) == "time" and need.unit_class != "time" and not _LASTS.search(_YEAR.sub("", part.text))
    return bool(other) or lasts or asked_clash(need, figure) > 0
