"""Which words say the terms of a question: to the letter, as part of a name, or in the other language by the dictionary."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from app.choosing.words import cut
from corpus.matching import matching_text
from index.dictionary import open_dictionary
from index.spelling import plain_stem
from index.spoken import parts, places
from index.thesaurus.likeness import NEARNESS
from index.thesaurus.meant import Meant

_LATIN, _HAN = re.compile("[a-z]+"), re.compile("[一-龥]")


def held_by(texts: Sequence[str], terms: Sequence[str]) -> NDArray[np.float32]:
    """Return 1 for each text that holds a term, shape (len(texts), len(terms)): each term is looked for in all of them at once."""
    held = np.zeros((len(texts), len(terms)), dtype=np.float32)
    joined = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    for column, term in enumerate(terms):
        at = joined.find(term)
        while at >= 0:
            text = bisect_right(ends, at)
            held[text, column] = 1.0
            at = joined.find(term, ends[text])
    return held


def said_by(terms: Sequence[str], named: Sequence[Sequence[str]], words: Sequence[str]) -> NDArray[np.float32]:
    """Return 1 for each word that is a term, holds it, is part of it, or is part of one of its full names; shape (len(terms), len(words)).

    `named` are the full names of each term; each word comes once.
    """
    said = np.zeros((len(terms), len(words)), dtype=np.float32)
    column = {word: i for i, word in enumerate(words)}
    joined = "\n".join(words)
    starts = list(accumulate(map((1).__add__, map(len, words[:-1])), initial=0))
    for row, term, names in zip(said, terms, named, strict=True):
        if len(term) == 1:
            found = [column[term]] if term in column else []
        elif _LATIN.fullmatch(term):
            stem = plain_stem(term)
            found = [column[w] for w in words if w.isascii() and plain_stem(w) == stem]
            found += [column[part] for name in names for part in parts(name, 3) if part in column and not part.isascii()]
            found += [column[name] for name in names if name.isascii() and name in column]
        else:
            # 总产量 is spoken of by 粮食产量.
            core = term[1:] if len(term) > 2 and term.startswith("总") and not names else term
            found = [bisect_right(starts, at) - 1 for at in places(core, joined)]
            found += [column[part] for part in parts(term, 2) if part in column]
            found += [column[part] for name in names for part in parts(name, 3) if part in column]
        row[found] = 1.0
    return said


def long_names(named: Sequence[Sequence[str]]) -> list[tuple[int, str, float]]:
    """Return the place of a term, a name that reports have for it in several words (低保: 最低生活保障), and how surely it says the term; `named` are each term's full names."""
    long = ((i, name) for i, names in enumerate(named) for name in names)
    return [(i, matching_text(name), 1.0) for i, name in long if _HAN.search(name) and len(cut(name)) > 1]


def meant_names(terms: Sequence[str], meant: Sequence[Meant]) -> list[tuple[int, str, float]]:
    """Return the place of a term, a name of several words that the thesaurus says is written for it, and how surely it says the term."""
    row = {term: i for i, term in enumerate(terms)}
    return [
        (row[term], matching_text(name), NEARNESS * concept.sure * share)
        for concept in meant
        for name in concept.words
        if _HAN.search(name) and len(cut(name)) > 1
        for term, share in concept.shares
        if term in row
    ]


def translated(terms: Sequence[str], words: Sequence[str], *, foreign: bool) -> NDArray[np.float32]:
    """Return how surely each word says each term in the other language by the dictionary, 0 for words of the same language."""
    said = np.zeros((len(terms), len(words)), dtype=np.float32)
    if foreign:
        latin_terms = [(i, plain_stem(t)) for i, t in enumerate(terms) if _LATIN.fullmatch(t)]
        for j, word in enumerate(words):
            if _HAN.match(word):
                meaning = open_dictionary().meaning(word)
                for i, stem in latin_terms:
                    said[i, j] = meaning.get(stem, 0.0)
        return said
    latin_words = [(j, plain_stem(w)) for j, w in enumerate(words) if w.isascii() and _LATIN.fullmatch(w)]
    if len(latin_words) > len(words) / 2:
        for i, term in enumerate(terms):
            if _HAN.match(term):
                meaning = open_dictionary().meaning(term)
                for j, stem in latin_words:
                    said[i, j] = meaning.get(stem, 0.0)
    return said
