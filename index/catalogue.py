"""The list of reports in a store."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from corpus.report import Metadata

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class ReportCard:
    """One report as a catalogue shows it. `id` is the store's own number, `key` the path relative to the ingested folder.

    `notes` say what of its file was not read, or read with doubt.
    """

    id: int
    key: str
    metadata: Metadata
    characters: int
    passages: int
    figures: int
    notes: tuple[str, ...] = ()
    sections: int = 0


class Catalogue(tuple[ReportCard, ...]):
    """The reports of a store as of one refresh, by key. What a function makes of all of them is made once and goes when they do."""

    def __init__(self, _cards: Iterable[ReportCard] = ()) -> None:
        self._made: dict[Callable[[Sequence[ReportCard]], Any], Any] = {}

    def made(self, make: Callable[[Sequence[ReportCard]], Made]) -> Made:
        """Return what a function makes of the reports. Two threads may make it at once: they make the same."""
        if make not in self._made:
            self._made[make] = make(self)
        found: Made = self._made[make]
        return found


def made_of(cards: Sequence[ReportCard], make: Callable[[Sequence[ReportCard]], Made]) -> Made:
    """Return what a function makes of reports: kept with those of a store, made anew of any others."""
    return cards.made(make) if isinstance(cards, Catalogue) else make(cards)
