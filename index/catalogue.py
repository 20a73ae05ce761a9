"""The list of reports in a store."""

from dataclasses import dataclass

from corpus.report import Metadata


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
