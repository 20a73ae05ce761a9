"""A derived value with the figures that it was computed from, and what tells those figures' places."""

import re
from dataclasses import dataclass

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, sentence_of
from app.working.deriving import Derived

# Sentences that go on about a part of what the one ahead has told.
_PART_AHEAD = re.compile(r"其中|(?:Out of|Of) (?:this|these|that|those|which|whom|the (?:total|sum|amount)|the [a-z]+(?=,))\b")


@dataclass(frozen=True, slots=True)
class Computed:
    """A derived value, its inputs in the order of the formula, and their names ("" for none).

    `steps` are several results of which `result` is the first, each with its name; `note` says what is to be known of the result.
    """

    result: Derived
    inputs: tuple[Chosen, ...]
    labels: tuple[str, ...]
    values_asked: bool = False
    steps: tuple[Derived, ...] = ()
    step_labels: tuple[str, ...] = ()
    note: str = ""


def is_part(c: Chosen) -> bool:
    """Tell a figure behind 其中, a part of what stands before it."""
    lead = ahead(c)
    return _PART_AHEAD.match(lead.lstrip()) is not None or "其中" in re.split("[；;。]", lead)[-1]


def is_part_of(part: Chosen, whole: Chosen) -> bool:
    """Tell a figure behind 其中 and one that stands before it, in the sentence or at the end of the one ahead: 播种80万亩。其中水稻30万亩."""
    if not is_part(part) or (sentence_of(part) == sentence_of(whole) and is_part(whole)):
        return False
    own, before = part.candidate.sentence, whole.candidate.sentence
    if sentence_of(part) == sentence_of(whole):
        return whole.candidate.figure.start < part.candidate.figure.start
    passage = own.ranked.passage
    if passage.id != before.ranked.passage.id or before.start > own.start or not _PART_AHEAD.match(own.text.lstrip()):
        return False
    return not passage.text[before.end - passage.start : own.start - passage.start].strip()
