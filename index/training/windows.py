"""Cutting texts for training: windows of whole sentences as long as a passage, and the clauses in them."""

import random
import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；\n]*")
_CLAUSE = re.compile(r"[^，。！？；：,;\s]+")
_LENGTHS = (100, 350)  # characters of a window
_CLAUSES = (6, 50)  # characters of the clauses taken as a query


def split_windows(text: str, rng: random.Random) -> Iterator[str]:
    """Split a text into windows of random length; a last one that is too short is dropped."""
    window, target = "", rng.randint(*_LENGTHS)
    for sentence in _SENTENCE.findall(text):
        window += sentence
        if len(window) >= target:
            yield window.strip()
            window, target = "", rng.randint(*_LENGTHS)
    if len(window) >= _LENGTHS[0]:
        yield window.strip()


def draw_clause(window: str, rng: random.Random) -> str:
    """Draw one clause, or two that are neighbours, as a question would take up; "" where none is of fit length."""
    clauses = _CLAUSE.findall(window)
    if not clauses:
        return ""
    first = rng.randrange(len(clauses))
    clause = window[window.index(clauses[first]) :]
    taken = re.match(_CLAUSE.pattern + (r"[，：]?" + _CLAUSE.pattern if rng.random() < 0.3 else ""), clause)
    found = taken.group() if taken else clauses[first]
    return found if _CLAUSES[0] <= len(found) <= _CLAUSES[1] else ""
