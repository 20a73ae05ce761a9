"""The place whose own words a question uses: 组屋 and 拥车证 are words of Singapore, whether it is named or not."""

import re
from collections.abc import Sequence

from index.catalogue import ReportCard
from index.dictionary import open_dictionary
from index.places import chinese_country

_HAN = re.compile("[一-龥]{2,8}")
_LONGEST = 8


def place_of_words(text: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the one country with reports of its own of whose language a word of a Chinese question is, by the dictionary's marks; none else."""
    countries = {p for c in catalogue if (p := c.metadata.place).isascii() and p and chinese_country(p)}
    if not countries or not _HAN.search(text):
        return ()
    dictionary = open_dictionary()
    # Few words are told with a country at all: to look every word up took a third of the time of reading a sentence's scope.
    told = frozenset[str]().union(*(dictionary.glossed_with(place.lower()) for place in countries))
    marked = [dictionary.regions(word) for word in _words(text) if word in told]
    found = sorted(place for place in countries if any(place.lower() in region for region in marked))
    return tuple(found) if len(found) == 1 else ()


def _words(text: str) -> list[str]:
    """Return the words of a text, and those that two or three which stand side by side make."""
    import rjieba

    words = list(rjieba.cut(text))
    joined = ["".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)]
    return [w for w in dict.fromkeys(joined) if _HAN.fullmatch(w) and len(w) <= _LONGEST]
