"""Find the aim of a measure and what came of it: of one year, one body, one unit, and called alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_within, same_measure
from app.choosing.lookup import Lookup
from app.choosing.standing import ahead, behind, place_of, sentence_of
from app.working.of_year import may_be_of
from app.yes_no.bodies import Bodies
from app.yes_no.speaking import speaks_of_measure
from corpus.figures.conversion import convertible
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.unit_classes import class_of_unit

# So much less than the best figure of its lookup may an aim or an outcome fit.
_TRIED, _FITS, _CALLED = 12, 4.5, 0.5
# An aim without its outcome, or the reverse, must speak of all that is asked about.
_SPEAKS = 0.9
_RATES = frozenset(["growth", "change"])
# 净利润3.5亿元左右: what a sentence says that it strives for reaches over its commas, up to what it says was done.
_STRIVES = re.compile("力争|争取|确保(?!了)|打算")
_DONE = re.compile("已|完成了|实现了|达到了|同比|比上年|实际(?:完成|实现|达到)|累计")
_COLUMN_OF_AIMS = re.compile("(?:目标|计划|任务|预期|指标)(?:数|值)?$")


@dataclass(frozen=True, slots=True)
class Pair:
    """An aim and its outcome."""

    aim: Chosen
    outcome: Chosen


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of an aim: the pair, or the aim or the outcome alone, all None where neither is sure; `likely` are outcomes of the measure."""

    pair: Pair | None = None
    aim: Chosen | None = None
    outcome: Chosen | None = None
    likely: tuple[Chosen, ...] = ()


def is_aim(c: Chosen) -> bool:
    """Tell a figure that is aimed at: by its status, by the head of its column, or by what its sentence strives for ahead of it."""
    figure, passage = c.candidate.figure, c.candidate.sentence.ranked.passage
    if passage.context:
        return figure.status == "target" or _COLUMN_OF_AIMS.search(figure.subject) is not None
    if figure.status == "target":
        return True
    before = fold(ahead(c))
    strives = [m.end() for m in _STRIVES.finditer(before)]
    return bool(strives) and not _DONE.search(before, strives[-1]) and not _DONE.match(fold(behind(c)).lstrip("，,"))


def find_aim(asked: Lookup, came: Lookup, bodies: Bodies, measure: str, wanted: Sequence[Figure]) -> Found:
    """Return the aim and the outcome of a measure that two lookups give; `wanted` are the values that the question itself gives the aim."""
    aims = [c for c in _likely(asked, bodies) if is_aim(c)]
    aims = [
        c for c in aims if any((c.candidate.figure.value, c.candidate.figure.unit) == (f.value, f.unit) for f in wanted)
    ] or aims
    outcomes = [c for c in _likely(came, bodies) if not is_aim(c)]
    spoken = {place_of(c) for f, cs in ((asked, aims), (came, outcomes)) for c in cs if speaks_of_measure(f.query, c, measure)}
    pairs = [
        Pair(a, o)
        for a, o in product(aims, outcomes)
        if _are_spoken_of(a, o, spoken) and _belong_together(a, o, bodies, given=bool(wanted))
    ]
    if pairs and (asked.sure or came.sure):
        best = max(
            pairs,
            key=lambda p: (
                (_year_of(p.outcome), p.aim.score + p.outcome.score)
                if not asked.query.scope.years
                else ("", p.aim.score + p.outcome.score)
            ),
        )
        return Found(best, best.aim, best.outcome, (best.outcome,))
    of_aims, of_outcomes = ([c for c in cs if place_of(c) in spoken] for cs in (aims, outcomes))
    return Found(None, _alone(asked, of_aims), _alone(came, of_outcomes), tuple(of_outcomes) if came.sure else ())


def _are_spoken_of(aim: Chosen, outcome: Chosen, spoken: set[tuple[int, int]]) -> bool:
    """Tell whether both are of the measure that is asked about; of two in one sentence (412, short of our target of 500) one tells it of both."""
    told = [place_of(c) in spoken for c in (aim, outcome)]
    return any(told) if sentence_of(aim) == sentence_of(outcome) else all(told)


def _alone(found: Lookup, likely: Sequence[Chosen]) -> Chosen | None:
    """Return the best of the likely figures of a lookup where it is the best of all, and its clause speaks of all that is asked about."""
    if not found.sure or not likely or place_of(likely[0]) != place_of(found.chosen[0]):
        return None
    return likely[0] if likely[0].candidate.spoken.share >= _SPEAKS else None


def _year_of(c: Chosen) -> str:
    return c.candidate.figure.period[:4] or str(c.candidate.sentence.ranked.year or "")


def _likely(found: Lookup, bodies: Bodies) -> list[Chosen]:
    """Return the figures that fit nearly as well as the best, of the year asked about and of the body that is meant."""
    own = [c for c in found.chosen[: 4 * _TRIED] if may_be_of(found.query, c) and bodies.may_be_meant(c)]
    return [c for c in own[:_TRIED] if own[0].score - c.score <= _FITS]


def _belong_together(aim: Chosen, outcome: Chosen, bodies: Bodies, *, given: bool) -> bool:
    """Tell whether an aim and an outcome are of one measure and year; an aim that the question gives itself may be called otherwise."""
    a, o = aim.candidate.figure, outcome.candidate.figure
    if place_of(aim) == place_of(outcome) or not _are_of_one_sort(aim, outcome) or not _are_of_one_year(a, o):
        return False
    if sentence_of(aim) == sentence_of(outcome):
        return True
    own, other = aim.candidate.sentence.ranked.passage, outcome.candidate.sentence.ranked.passage
    if bodies.of(own) != bodies.of(other):
        return False
    if named_within(aim.candidate, outcome.candidate) >= _CALLED:
        return True
    # New jobs are told apart by their unit.
    noun = a.unit.isascii() and a.unit.isalpha()
    return (noun or given) and a.unit == o.unit != "" and same_measure(aim.candidate, outcome.candidate)


def _are_of_one_sort(aim: Chosen, outcome: Chosen) -> bool:
    a, o = aim.candidate.figure, outcome.candidate.figure
    if a.unit != o.unit and o.unit not in convertible(a.unit):
        beside = sentence_of(aim) == sentence_of(outcome)
        # Against a target of 5,000: the noun stands at the outcome alone.
        if not (beside and not a.unit) and {class_of_unit(a.unit), class_of_unit(o.unit)} != {"people"}:
            return False
    moves = {a.kind in _RATES, o.kind in _RATES}
    return len(moves) == 1 or "other" in {a.kind, o.kind}


def _are_of_one_year(a: Figure, o: Figure) -> bool:
    return not a.period or not o.period or a.period[:4] == o.period[:4]
