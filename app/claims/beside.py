"""Rule on a figure by where it stands: beside another figure of its sentence that the reports give, as 12% in 经济总量约970亿元，增长12%.

What a claim calls in other words than the report is known by the company that it keeps: the figure next to the one that agrees, on the same side.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.agreement import comparable, nearness, same_unit
from app.choosing.chooser import Chosen
from app.claims.direction import way_of
from app.claims.held import Held, hold
from app.claims.miswriting import is_scaled, is_slip
from app.claims.naming import exclude, name_of
from app.claims.reading import Claimed, ClaimSentence
from app.claims.ruling import Ruling
from corpus.figures.figure import Figure

# So alike must the names be of a value that is put right for the company that it keeps alone.
_NAMED = 0.4


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a claim with the report's figure that agrees with it."""

    claimed: Claimed
    held: Held


def rule_by_neighbour(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen], told: Sequence[Told]) -> Ruling | None:
    """Return what the figure beside the nearest told one says of a claimed figure, None if it says nothing."""
    for near in sorted(told, key=lambda t: abs(t.claimed.figure.start - claimed.figure.start))[:1]:
        h = _neighbour(claimed, sentence, chosen, near)
        if h is not None and h.agrees:
            return None if h.clashes else Ruling(h.agrees, h, (h,))
        if h is not None and _is_miswritten(claimed.figure, h):
            return Ruling("wrong_value", h, (h,))
    return None


def _neighbour(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen], near: Told) -> Held | None:
    """Return the first figure of the claimed sort on the claimed figure's side of a told one, if nothing of that sort stands between in the claim."""
    own, start = claimed.figure, near.held.figure.start
    behind = own.start > near.claimed.figure.start
    between = sorted((own.start, near.claimed.figure.start))
    if any(between[0] < c.figure.start < between[1] and comparable(own, c.figure) for c in sentence.figures):
        return None
    here = [
        c
        for c in chosen
        if _place(c) == near.held.place
        and c.candidate.figure.start != start
        and (c.candidate.figure.start > start) == behind
        and comparable(own, c.candidate.figure)
        # 城镇…35420元，农村…17310元，分别增长5%和8%: beside the 5% stands what is of the country.
        and not exclude(own.subject, c.candidate.figure.subject)
    ]
    if not here:
        return None
    # 办理登记820对，比上年的950对下降13.7%: who claims this year's number means no other year's.
    beside = min(here, key=lambda c: _distance(own, c.candidate.figure, start))
    is_near = nearness(own)(beside.candidate.figure)
    return hold(claimed, sentence, way_of(sentence.text, own), name_of(claimed), beside, near=is_near)


def _distance(own: Figure, found: Figure, start: int) -> tuple[bool, bool, int]:
    """Return what puts a figure behind others as the one that is meant: another time, no slip of writing, letters between."""
    return _is_of_other_time(own, found), not is_slip(own, found), abs(found.start - start)


def _is_of_other_time(own: Figure, found: Figure) -> bool:
    return bool(own.period) and bool(found.period) and own.period != found.period


def _is_miswritten(figure: Figure, held: Held) -> bool:
    found = held.figure
    return same_unit(figure.unit, found.unit) and (held.names >= _NAMED or is_slip(figure, found) or is_scaled(figure, found))


def _place(c: Chosen) -> tuple[int, int]:
    own = c.candidate.sentence
    return own.ranked.passage.id, own.start
