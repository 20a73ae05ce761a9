"""What people say and what reports write for it: 上大学 stands as 高等教育, 掏钱 as 支出.

The table was written for this project along the chapters of statistical yearbooks, work reports and companies' accounts. Each line has words
of everyday speech, a tab, and the words by which reports tell the same or nearly the same.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.dictionary import open_dictionary
from index.thesaurus.likeness import NEARNESS

_TABLE = Path(__file__).with_name("everyday.tsv")
# So long a part of a name says it: 毛入学率 of 高等教育毛入学率.
_PART = 3


def written_for(terms: Sequence[str], question: str) -> list[tuple[str, ...]]:
    """Return the words of reports for each term of a folded, lower-case question, by the sayings of the question that it is part of."""
    heard = _heard_in(question)
    return [
        tuple(dict.fromkeys(word for said, written in heard if term in said for word in written if word != term))
        for term in terms
    ]


# Asked for again with each figure of a sentence.
@lru_cache(maxsize=64)
def _heard_in(question: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    heard = [(said, written) for said, written in _sayings().items() if said in question]
    # 老人院 says nothing of 老人: what stands in a longer saying is left to that one.
    return tuple((said, written) for said, written in heard if not any(said != other and said in other for other, _ in heard))


def meanings(terms: Sequence[str], question: str) -> list[Mapping[str, float]]:
    """Return the English stems that say each Chinese term of a folded, lower-case question: by itself, and by what reports write for its sayings."""
    dictionary = open_dictionary()
    found: list[Mapping[str, float]] = []
    for term, written in zip(terms, written_for(terms, question), strict=True):
        own = dict(dictionary.meaning(term))
        for word in written:
            for stem, strength in dictionary.meaning(word).items():
                own[stem] = max(own.get(stem, 0.0), NEARNESS * strength)
        found.append(own)
    return found


def similarities(terms: Sequence[str], words: Sequence[str], question: str) -> NDArray[np.float32]:
    """Return how surely each word says each term of a folded, lower-case question as reports write it, shape (len(terms), len(words))."""
    near = np.zeros((len(terms), len(words)), dtype=np.float32)
    written = written_for(terms, question)
    if any(written):
        joined = "\n".join(words)
        starts = list(accumulate((len(w) + 1 for w in words[:-1]), initial=0))
        place = {word: i for i, word in enumerate(words)}
        for row, names in zip(near, written, strict=True):
            row[[i for name in names for i in _saying(name, joined, starts, place)]] = NEARNESS
    return near


def _saying(name: str, joined: str, starts: Sequence[int], place: Mapping[str, int]) -> list[int]:
    """Return the places of the words that hold a name or are a good part of it."""
    holding = [bisect_right(starts, match.start()) - 1 for match in re.finditer(re.escape(name), joined)]
    parts = {name[a:b] for a in range(len(name)) for b in range(a + _PART, len(name) + 1)}
    return [*holding, *(place[part] for part in parts if part in place)]


@cache
def _sayings() -> Mapping[str, tuple[str, ...]]:
    """Return the words of reports for each saying that reports do not use themselves."""
    sayings: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            said, written = (part.split("、") for part in line.lower().split("\t"))
            for word in said:
                sayings[word] = tuple(dict.fromkeys((*sayings.get(word, ()), *written)))
    used = {word for written in sayings.values() for word in written}
    return {said: written for said, written in sayings.items() if said not in used}
