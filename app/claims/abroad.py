"""Reports in English on a place that a Chinese claim names: they call it as it is spelt there."""

from collections.abc import Sequence

from index.catalogue import ReportCard
from index.places import same_places


def twins_of(places: Sequence[str], cards: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return what the places of reports in English are called of which a Chinese claim's are."""
    chinese = [p for p in places if not p.isascii()]
    english = {c.metadata.place for c in cards if c.metadata.language == "en" and c.metadata.place.isascii()} - {""}
    return tuple(sorted(p for p in english if chinese and len(same_places((*chinese, p))) == len(same_places(chinese))))
