"""A derived value with the figures that it was computed from."""

from dataclasses import dataclass

from app.choosing import Chosen
from app.deriving import Derived


@dataclass(frozen=True, slots=True)
class Computed:
    """A derived value, its inputs in the order of the formula, and their names ("" for none)."""

    result: Derived
    inputs: tuple[Chosen, ...]
    labels: tuple[str, ...]
    values_asked: bool = False


def sentence_of(chosen: Chosen) -> tuple[int, int]:
    """Return what tells the sentence of a figure from all others."""
    return chosen.candidate.sentence.ranked.passage.id, chosen.candidate.sentence.start
