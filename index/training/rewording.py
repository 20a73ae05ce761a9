"""Other words for a clause: synonyms in its place, or the dictionary's English word by word."""

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import rjieba

from index.thesaurus import Concept
from index.training.lines import read_lines

_KEPT = 0.5  # how often a word is left as it is, where it could be replaced by a synonym
_DROPPED = 0.15  # how often a word is left out
_SHORT = 4  # characters of a word, or of what is said for it, that can stand in a clause for it
_SENSES = 2  # meanings of a word that a translation draws from


def read_synonyms(path: Path) -> dict[str, tuple[str, ...]]:
    """Read the other words of each word's first row (a word's first row holds its commonest sense)."""
    synonyms: dict[str, tuple[str, ...]] = {}
    for record in read_lines(path):
        for word in record["synonyms"]:
            synonyms.setdefault(word, tuple(other for other in record["synonyms"] if other != word))
    return synonyms


def with_sayings(synonyms: Mapping[str, Sequence[str]], concepts: Iterable[Concept]) -> dict[str, tuple[str, ...]]:
    """Return synonyms with what people say, in a word or two, for words that reports write."""
    every = {word: tuple(others) for word, others in synonyms.items()}
    for concept in concepts:
        short = tuple(s for s in concept.said if len(s) <= _SHORT)
        for word in concept.written:
            if short and len(word) <= _SHORT:
                every[word] = (*every.get(word, ()), *short)
    return every


def reword(clause: str, synonyms: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    """Replace some words by synonyms and drop some."""
    words = (word for word in rjieba.cut(clause) if rng.random() >= _DROPPED)
    return "".join(_other(word, synonyms, rng) for word in words)


def translate(clause: str, glosses: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    """Put a gloss in place of each word; a word without one is dropped half of the time."""
    return " ".join(_translated(rjieba.cut(clause), glosses, rng))


def _other(word: str, synonyms: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    others = synonyms.get(word)
    return rng.choice(others) if others and rng.random() >= _KEPT else word


def _translated(words: Iterable[str], glosses: Mapping[str, Sequence[str]], rng: random.Random) -> Iterable[str]:
    for word in words:
        meanings = glosses.get(word, ())[:_SENSES]
        if meanings:
            yield rng.choice(meanings).removeprefix("to ")
        elif rng.random() < 0.5:
            yield word
