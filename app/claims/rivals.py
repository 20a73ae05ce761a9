"""The values that reports give for what a claim gives another one for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.agreement import comparable, same_unit, value_verdict
from app.claims.added import is_summed_by
from app.claims.amounts import Amount
from app.claims.base_years import counts_from_another_year
from app.claims.bounds import counts_others
from app.claims.held import Held, counts_alike, differs, in_measure_of
from app.claims.naming import exclude, for_so_many, is_per_head, likeness
from app.claims.other_amounts import amount_told, is_other_of_pair, other_amounts
from app.claims.reading import Claimed, ClaimSentence
from app.claims.whose import is_of_another_whole, ranks_another
from app.claims.years_unsaid import is_of_year_unsaid
from corpus.figures.figure import Figure
from corpus.figures.parts_of_year import months_of

# Persons that are named one by one are no visits.
_VISITS = ({"名", "人次"}, {"位", "人次"})
_SHARE = re.compile("占|比[重例]|份额")
# What a report may tell where a claim tells an amount.
_LIKE: dict[Amount, frozenset[Amount]] = {
    "level": frozenset({"level", "total", "sum"}), "total": frozenset({"level", "total", "sum"}), "sum": frozenset({"level", "total", "sum"}),
    "moved": frozenset({"moved"}), "anew": frozenset({"anew", ""}), "": frozenset(),
}  # fmt: skip
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
        if h.agrees or not comparable(figure, found) or found.text == figure.text or _tells_else(claimed, figure, h, sentence):
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
        # How fast a thing grew is no share of it.
        rate = found.kind == "growth" and figure.kind == "share" and _SHARE.search(sentence.text, 0, claimed.start) is not None
        if (
            how not in excluded
            and not rate
            and not _is_other_part(figure, found)
            and (figure.kind == found.kind or same_unit(figure.unit, found.unit))
        ):
            yield h


def _tells_else(claimed: Figure, figure: Figure, h: Held, sentence: ClaimSentence) -> bool:
    """Tell a figure that is plainly of something else than a claim: another time, thing, group, head or whole; `figure` is the claim's in its measure."""
    found = h.figure
    if is_of_another_time(figure, h) or ("全年" in sentence.text and months_of(found.period)):
        return True
    if {figure.unit, found.unit} in _VISITS or not counts_alike(sentence.text, found) or exclude(figure.subject, found.subject):
        return True
    if for_so_many(figure.subject) != for_so_many(found.subject):
        return True
    if is_per_head(figure.subject) and not is_per_head(_told_around(h)):
        return True
    own = h.chosen.candidate.sentence
    here = found.moved(-own.start)
    if counts_others(sentence.text, claimed, own.text, here) or counts_from_another_year(claimed, own.text, here):
        return True
    ranked = claimed.kind == "rank" and ranks_another(claimed.subject, sentence.text, claimed, own.stretch, found)
    return ranked or is_of_another_whole(sentence.text, claimed, own.text, here)


def _is_other_part(figure: Figure, found: Figure) -> bool:
    """Tell whether two shares are those of parts that have nothing of their names in common: 棉花产量占全国, 第一产业增加值占生产总值."""
    part = found.subject.partition("占")[0]
    return (
        figure.kind == found.kind == "share"
        and len(part) < len(found.subject)
        and bool(part)
        and not likeness(figure.subject.partition("占")[0], part)
    )


def is_other_amount(claimed: Claimed, sentence: ClaimSentence, agreeing: Held, other: Held) -> bool:
    """Tell whether a figure beside an agreeing one tells another amount of a thing than a claim does: 新增公园12座、累计87座."""
    if other.place != agreeing.place:
        return False
    paired = is_other_of_pair(claimed, sentence, agreeing.chosen, other.chosen)
    return paired or other_amounts(claimed, sentence, other.chosen) is not None


def amount_meant(other: Held, held: Sequence[Held]) -> Held | None:
    """Return the figure that tells in the sentence of another amount what a claim tells (产量48万吨，增加2万吨: of 增加48万吨 the 2), None if none does."""
    if other.amounts is None:
        return None
    told = _LIKE[other.amounts.own]
    beside = [
        h
        for h in held
        if h.place == other.place
        and not h.agrees
        and same_unit(h.figure.unit, other.figure.unit)
        and amount_told(h.chosen) in told
    ]
    named = [h for h in beside if h.figure.subject in other.figure.subject or other.figure.subject in h.figure.subject] or beside
    return min(named, key=lambda h: abs(h.figure.start - other.figure.start), default=None)


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
