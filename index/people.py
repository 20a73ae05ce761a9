"""The people whom an English question names and titles of Chinese reports too: Li Ming stands in a title as 李明."""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.catalogue import ReportCard

# A family name and a given name, each with a capital.
_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)(?:['’]s)?\b")
_RUN = re.compile("[一-龥]{2,}")
_LENGTHS = (2, 3, 4)


def people_in_titles(question: str, cards: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return how titles write the names that a question spells in pinyin, each once, in the order of the titles."""
    named = {f"{m[1]}{m[2]}".lower() for m in _NAME.finditer(question)}
    if not named:
        return ()
    found = (name for c in cards for name, sound in _spelt(c.metadata.title) if sound in named)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4_096)
def _spelt(title: str) -> tuple[tuple[str, str], ...]:
    """Return the stretches of a title that may be a name, with their pinyin."""
    from index.pinyin import readings_of

    spelt = []
    for run in _RUN.findall(title):
        sounds = [readings[0] for readings in readings_of(run)]
        spelt += [(run[i : i + n], "".join(sounds[i : i + n])) for n in _LENGTHS for i in range(len(run) - n + 1)]
    return tuple(spelt)
