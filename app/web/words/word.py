"""A text of the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One text in both languages, with the same slots ({n})."""

    zh: str
    en: str
