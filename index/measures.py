"""What the reports of a store follow over the years: measures that stand in several of them, for suggestions."""

import re
import sqlite3
from dataclasses import dataclass

_QUERY = """
SELECT f.subject, r.place, f.kind, count(DISTINCT f.period) AS years
FROM figures f JOIN passages p ON p.id = f.passage_id JOIN reports r ON r.id = p.report_id
WHERE f.status = 'actual' AND f.kind IN ('level', 'growth', 'share') AND length(f.period) = 4 AND length(f.subject) BETWEEN 3 AND 24
GROUP BY f.subject, r.place HAVING years > 1 ORDER BY years DESC, f.subject, r.place LIMIT ?
"""
# A subject that begins with a word of a sentence or says nothing by itself is no measure.
_MEASURE = re.compile(r"[\u4e00-\u9fff]{3,}|[A-Za-z]{4,}(?: [A-Za-z]{2,}){1,3}")
_CHANGE = re.compile(r"增长|下降|增速|涨幅")
# 全年实现地区生产总值 and 地区生产总值 are one measure.
_REACHED = re.compile("^(?:全[年国省市县区州])*(?:实现|完成)(?=[一-龥]{3})")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as reports of a place name it, and of how many years they give it."""

    name: str
    place: str
    years: int


def read_measures(connection: sqlite3.Connection, limit: int) -> tuple[Measure, ...]:
    """Return the measures that most years give, one of a name and place; a rate says that it is one."""
    found: dict[tuple[str, str], Measure] = {}
    for written, place, kind, years in connection.execute(_QUERY, (4 * limit,)):
        subject = _REACHED.sub("", written)
        if not _MEASURE.fullmatch(subject):
            continue
        name = f"{subject}增长" if kind == "growth" and subject[0] >= "一" and not _CHANGE.search(subject) else subject
        found.setdefault((name, place), Measure(name, place, years))
    return tuple(found.values())[:limit]
