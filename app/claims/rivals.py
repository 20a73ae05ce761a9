"""The values that reports give for what a claim gives another one for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.agreement import comparable, same_unit, value_verdict
from app.claims.added import is_summed_by
from app.claims.base_years import counts_from_another_year
from app.claims.bounds import counts_others
from app.claims.held import Held, counts_alike, differs, in_measure_of
from app.claims.naming import exclude, for_so_many, is_per_head
from app.claims.reading import ClaimSentence
from app.claims.whose import is_of_another_whole, ranks_another
from app.claims.years_unsaid import is_of_year_unsaid
from corpus.figures.figure import Figure
from corpus.figures.parts_of_year import months_of

# Persons that are named one by one are no visits.
_VISITS = ({"名", "人次"}, {"位", "人次"})
# How alike two names of one thing are at least.
ONE_NAME = 0.4


def rivals_of(claimed: Figure, held: Sequence[Held], sentence: ClaimSentence, *, aimed: bool) -> Iterator[Held]:
    """Yield the figures of other values that could stand in the claim's place: of its unit, period and status, and not the same words.

    With `aimed` what is aimed at counts too: who tells a plan seldom says each time that it is one.
    """
    excluded = {"wrong_period"} if aimed else {"wrong_period", "wrong_status"}
    asserts = not sentence.wants(claimed)
    in_unit: dict[str, Figure] = {}
    for h in held:
        found, figure = h.figure, in_measure_of(claimed, h.chosen)
        if h.agrees or not comparable(figure, found) or found.text == figure.text or is_of_another_time(figure, h):
            continue
        if "全年" in sentence.text and months_of(found.period):
            continue
        if (
            {figure.unit, found.unit} in _VISITS
            or not counts_alike(sentence.text, found)
            or exclude(figure.subject, found.subject)
        ):
            continue
        if for_so_many(figure.subject) != for_so_many(found.subject) or (
            is_per_head(figure.subject) and not is_per_head(_told_around(h))
        ):
            continue
        own_text, here = h.chosen.candidate.sentence.text, found.moved(-h.chosen.candidate.sentence.start)
        if counts_others(sentence.text, claimed, own_text, here) or counts_from_another_year(claimed, own_text, here):
            continue
        own = h.chosen.candidate.sentence.stretch
        if is_of_another_whole(sentence.text, claimed, own_text, here) or (
            claimed.kind == "rank" and ranks_another(claimed.subject, sentence.text, claimed, own, found)
        ):
            continue
        # 30家 of 2023 and 52个 of 2011 differ in more than the unit.
        alike = in_unit.get(found.unit) or in_unit.setdefault(found.unit, replace(figure, unit=found.unit))
        how = differs(alike, h.chosen, found, asserts=asserts)
        if (
            how == "wrong_period"
            and h is held[0]
            and asserts
            and h.names >= ONE_NAME
            and is_of_year_unsaid(alike, h.chosen, found)
        ):
            # Who says it as of the report's year read what tells no time.
            how = None
        if how not in excluded and (figure.kind == found.kind or same_unit(figure.unit, found.unit)):
            yield h


def is_told_beside(held: Held, agreeing: Held | None, figure: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether the claim gives a value beside the agreeing one too, on the same side of it (新建8个、总数达23个), or it is a part of that."""
    if agreeing is None or held.place != agreeing.place:
        return False
    if is_summed_by(figure, held.figure, agreeing.figure):
        return True
    behind = held.figure.start > agreeing.figure.start
    return any((o.start > figure.start) == behind and value_verdict(o, held.figure) for o in others)


def is_of_another_time(figure: Figure, held: Held) -> bool:
    """Tell whether a figure of no known time stands in a report that neither reviews nor plans the claimed year."""
    year = held.chosen.candidate.sentence.ranked.year
    if held.figure.period or year is None or not re.fullmatch(r"\d{4}", figure.period):
        return False
    return int(figure.period) not in {year - 1, year}


def _told_around(held: Held) -> str:
    """Return the sentence of a figure with what stands above it."""
    own = held.chosen.candidate.sentence
    return " ".join((own.text, *own.ranked.passage.section, own.ranked.passage.context))
