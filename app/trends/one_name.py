"""Keep the values of one thing over the years: of 城镇居民收入 and 农村居民收入, which a report tells side by side, the one that more years tell."""

from collections import Counter
from collections.abc import Sequence

from app.agreement import same_unit, value_verdict
from app.choosing.chooser import Chosen
from app.most.bodies import plain_measure

# So much less than the best of its year a figure may fit to count as a name that the measure goes by.
_NEARLY = 4.0


def of_one_name(years: Sequence[Sequence[Chosen]], places: Sequence[str]) -> list[list[Chosen]]:
    """Return the figures of each year, best first, without those of another thing than most years tell.

    Another thing is what one report tells beside it by another name and with another value. A year that tells nothing else is left empty.
    """
    named = [[(c, plain_measure(c.candidate.figure.subject, places)) for c in year] for year in years]
    others = {pair for year in named for pair in _told_beside(year)}
    if not others:
        return [list(year) for year in years]
    firsts = Counter(year[0][1] for year in named if year)
    covered = Counter(name for year in named for name in {n for c, n in year if year[0][0].score - c.score <= _NEARLY})
    usual = max(covered, key=lambda name: (covered[name], firsts[name]))
    return [[c for c, name in year if (usual, name) not in others] for year in named]


def _told_beside(year: Sequence[tuple[Chosen, str]]) -> set[tuple[str, str]]:
    """Return the pairs of names, both ways, that a report gives different values in a year."""
    found = set()
    for i, (a, name) in enumerate(year):
        for b, other in year[i + 1 :]:
            same_report = a.candidate.sentence.ranked.passage.report == b.candidate.sentence.ranked.passage.report
            if name and other and name != other and same_report and _differ(a, b):
                found |= {(name, other), (other, name)}
    return found


def _differ(a: Chosen, b: Chosen) -> bool:
    one, other = a.candidate.figure, b.candidate.figure
    return one.kind == other.kind and same_unit(one.unit, other.unit) and value_verdict(one, other) is None
