"""Pairs of neighbouring characters: how names and sentences are compared without cutting them into words."""

from operator import add


def character_pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text, which the caller has folded.

    >>> sorted(character_pairs("粮食产量"))
    ['产量', '粮食', '食产']
    """
    return frozenset(map(add, text, text[1:]))


def dice(a: frozenset[str], b: frozenset[str]) -> float:
    """Return how much two sets share (Dice 1945), from 0 to 1; 0 where both are empty."""
    return 2 * len(a & b) / max(1, len(a) + len(b))
