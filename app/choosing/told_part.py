"""Whether a sentence stands in the part of a government's report that tells of the year asked about: its review of the year before, or its plan."""

from corpus.figures.period import Part
from corpus.figures.setting import section_settings
from index.query import Query
from index.search import Ranked

_REPORT = "政府工作报告"


def is_of_other_part(query: Query, ranked: Ranked) -> bool:
    """Tell a passage of the plan where a question asks about the year that is reviewed, and the reverse; what tells no part is of either."""
    years, span = query.scope.years, query.scope.span
    if len(years) != 1 or span or ranked.year is None or _REPORT not in ranked.passage.title:
        return False
    other: dict[int, Part] = {ranked.year: "review", ranked.year - 1: "plan"}
    return other.get(years[0]) == _part_of(ranked)


def _part_of(ranked: Ranked) -> Part:
    """Return the part that the headings of a passage tell, or all of its figures."""
    passage = ranked.passage
    told = section_settings([passage.section], year=ranked.year, period="", type=_REPORT)[0].part
    if told != "other":
        return told
    statuses = {f.status for f in passage.figures}
    before = all(f.period and f.period[:4] < str(ranked.year) for f in passage.figures)
    if statuses == {"actual"} and before:
        return "review"
    return "plan" if statuses == {"target"} else "other"
