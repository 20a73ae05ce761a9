"""A query and a passage that belong together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A query and a passage that answers it."""

    query: str
    passage: str
