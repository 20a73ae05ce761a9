"""How far words of reports say the terms of a question, by what the thesaurus says that it means."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from corpus.matching import is_chinese
from index.spelling import plain_stem
from index.thesaurus.meant import Meant

# A word of reports that is near what was said, and seldom all of it.
NEARNESS = 0.8
_LATIN = re.compile("[a-z]+")
# A shorter part of a name says too little of it.
_PART = 2
_JOINING = frozenset(("of", "and", "the", "for", "in", "to", "on", "by", "with", "a", "per"))


def likeness(meant: Sequence[Meant], terms: Sequence[str], words: Sequence[str]) -> NDArray[np.float32]:
    """Return how far each word says each term as reports write it, shape (len(terms), len(words)); a word that is a part of a name says its share."""
    near = np.zeros((len(terms), len(words)), dtype=np.float32)
    if not meant or not words:
        return near
    joined = "\n".join(words)
    starts = list(accumulate((len(w) + 1 for w in words[:-1]), initial=0))
    place = {word: i for i, word in enumerate(words)}
    stems: dict[str, list[int]] = {}
    if any(not is_chinese(name) for concept in meant for name in concept.words):
        for i, word in enumerate(words):
            if word.isascii() and _LATIN.fullmatch(word):
                stems.setdefault(plain_stem(word), []).append(i)
    row = {term: i for i, term in enumerate(terms)}
    for concept in meant:
        told = np.zeros(len(words), dtype=np.float32)
        for name in concept.words:
            said = _said_in_chinese(name, joined, starts, place) if is_chinese(name) else _said_in_english(name, stems)
            for i, share in said:
                told[i] = max(told[i], share)
        for term, share in concept.shares:
            if term in row:
                at = row[term]
                near[at] = np.maximum(near[at], told * np.float32(NEARNESS * concept.sure * share))
    return near


def _said_in_chinese(name: str, joined: str, starts: Sequence[int], place: dict[str, int]) -> Iterator[tuple[int, float]]:
    at = joined.find(name)
    while at >= 0:
        yield bisect_right(starts, at) - 1, 1.0
        at = joined.find(name, at + len(name))
    for a in range(len(name)):
        for b in range(a + _PART, len(name) + 1):
            if (part := place.get(name[a:b])) is not None:
                yield part, (b - a) / len(name)


def _said_in_english(name: str, stems: dict[str, list[int]]) -> Iterator[tuple[int, float]]:
    told = [w for w in _LATIN.findall(name) if w not in _JOINING]
    for word in told:
        for at in stems.get(plain_stem(word), ()):
            yield at, 1 / len(told)
