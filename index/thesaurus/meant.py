"""What a question means in the words of reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meant:
    """A concept that a question means: the words that reports write for it, how surely it is meant, and how far each term speaks of it (0 to 1)."""

    words: tuple[str, ...]
    sure: float
    shares: tuple[tuple[str, float], ...]
