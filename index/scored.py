"""A passage as one search found it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage id with its score; higher is better."""

    id: int
    score: float
