"""Hold what a claim tells of how much there is of a thing against what a report's figure tells of it."""

import re
from collections.abc import Iterator

from app.choosing.chooser import Chosen
from app.claims.amounts import ANEW, Amount, Amounts, amount_of, amount_of_cell, amounts_differ, anew_and_all, told_amount
from app.claims.reading import Claimed, ClaimSentence
from corpus.figures.figure import Figure

_HAN = re.compile("[一-龥]")
_JOINT = re.compile("[、和及与]|以及")


def other_amounts(claimed: Claimed, sentence: ClaimSentence, c: Chosen) -> Amounts | None:
    """Return what a claim and a report tell of how much there is of a thing where they differ in that, None else."""
    if not _HAN.search(sentence.text):
        return None
    told = amount_told(c)
    own = amount_claimed(claimed, sentence, c.candidate.figure.subject if told == "moved" else "")
    if not own or not told:
        return None
    clause = sentence.text[previous_end(sentence, claimed.figure) : claimed.figure.start]
    differ = amounts_differ(clause, own, told, c.candidate.figure.subject, beside=any(True for _ in _pairs(c)))
    return Amounts(own, told) if differ else None


def amount_claimed(claimed: Claimed, sentence: ClaimSentence, measure: str = "") -> Amount:
    """Tell what a claimed figure is an amount of; of what goes on about something that came anew (新设商场3家、影院2家) that is open.

    `measure` is what a report calls something that moved.
    """
    previous = previous_end(sentence, claimed.figure)
    amount = amount_of(sentence.text, claimed.figure, previous, measure)
    goes_on = previous and _JOINT.match(sentence.text, previous) and ANEW.search(sentence.text, 0, previous)
    return "" if amount == "level" and goes_on else amount


def amount_told(c: Chosen) -> Amount:
    """Tell what a report's figure is an amount of; what stands before the sum of it came anew."""
    stretch, found = c.candidate.sentence.stretch, c.candidate.figure
    if stretch.passage.context:
        return amount_of_cell(found)
    told = told_amount(stretch.phrase.text, stretch.start, stretch.figures, found)
    return "anew" if told in {"", "level"} and any(part.start == found.start for part, _ in _pairs(c)) else told


def is_other_of_pair(claimed: Claimed, sentence: ClaimSentence, meant: Chosen, other: Chosen) -> bool:
    """Tell whether two figures tell what came anew and the sum of it (建成车位30个，累计建成200个), and a claim tells of the sum, or not, as the one meant does."""
    pairs = {(a.start, b.start) for a, b in _pairs(meant)}
    a, b = meant.candidate.figure.start, other.candidate.figure.start
    own = amount_claimed(claimed, sentence)
    return ((b, a) in pairs and own in {"total", "sum", "level"}) or ((a, b) in pairs and own not in {"total", "sum"})


def previous_end(sentence: ClaimSentence, figure: Figure) -> int:
    """Return where the figure before a claimed one ends in its sentence, 0 if it is the first."""
    return max((o.figure.end for o in sentence.figures if o.figure.end <= figure.start), default=0)


def _pairs(c: Chosen) -> Iterator[tuple[Figure, Figure]]:
    stretch = c.candidate.sentence.stretch
    return anew_and_all(stretch.phrase.text, stretch.start, stretch.figures)
