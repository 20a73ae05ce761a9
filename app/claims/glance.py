"""A glance at a few passages that hold a claimed value: what it gives, and at which passages it is worth looking."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.choosing.chooser import Chosen
from app.choosing.sentences import Stretch
from index.ranking import Retrieved

# Passages that are looked at: of those that hold values of the sentence, and of the others.
_HOLDERS, _BESIDE = 6, 2


@dataclass(frozen=True, slots=True)
class Glance:
    """The figures of a few passages that fit a claimed figure's question, best first, and all passages that were found for its sentence."""

    chosen: Sequence[Chosen]
    found: Sequence[Retrieved]


NO_GLANCE = Glance((), ())
# Tells by the sentences that would be looked at whether it is worth it.
Worth = Callable[[Iterable[Stretch]], bool]


def few_to_look_at(found: Sequence[Retrieved], holders: Counter[int]) -> list[int]:
    """Return the places of the passages that hold most of the values of a sentence, those found first before others, and of some that hold none."""
    order = sorted(range(len(found)), key=lambda i: min(r for r in (found[i].lexical_rank, found[i].dense_rank) if r))
    holding = sorted((i for i in order if i in holders), key=lambda i: -holders[i])
    return [*holding[:_HOLDERS], *[i for i in order if i not in holders][:_BESIDE]]
