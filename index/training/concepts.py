"""Pairs from the thesaurus: what people say, and what reports write for it, by themselves and in the sentences of texts."""

import random
from collections.abc import Container, Iterable, Iterator, Sequence

import rjieba

from index.thesaurus import Concept
from index.training.pair import Pair

# How much of a text around a word of reports goes with what is said for it: enough for its setting, too little to tell the passage.
_BESIDE = 8
# So short a word stands in many texts that mean something else.
_LEAST = 3
_ENGLISH = 0.5


def concept_pairs(concepts: Sequence[Concept], rng: random.Random) -> list[Pair]:
    """Pair everything that says a concept, in either language, with what Chinese reports write for it, and with what English ones do."""
    pairs = []
    for concept in concepts:
        written, english = "、".join(concept.written), "; ".join(concept.english)
        heard = (*concept.said, *concept.english, *concept.said_in_english, *concept.written)
        pairs += [Pair(saying, written) for saying in heard if saying != written]
        if english:
            pairs += [Pair(saying, english) for saying in (*concept.said, *concept.said_in_english, concept.written[0])]
        pairs += [Pair(rng.choice(concept.said), name) for name in concept.written]
    return pairs


def asked_pairs(concepts: Sequence[Concept], windows: Iterable[str], rng: random.Random) -> Iterator[Pair]:
    """Pair windows of text with a few of their words, in which a word of reports is said as people say it."""
    of_word = {word: concept for concept in concepts for word in concept.written if len(word) >= _LEAST}
    lengths = sorted({len(word) for word in of_word}, reverse=True)
    for window in windows:
        found = [(at, word) for at in range(len(window)) if (word := _longest_at(window, at, of_word, lengths))]
        if found:
            at, word = rng.choice(found)
            before, behind = window[max(0, at - _BESIDE) : at], window[at + len(word) : at + len(word) + _BESIDE]
            yield Pair(f"{_whole_words(before)}{_saying(of_word[word], rng)}{_whole_words(behind)}", window)


def _longest_at(text: str, at: int, words: Container[str], lengths: Sequence[int]) -> str:
    return next((word for n in lengths if (word := text[at : at + n]) in words), "")


def _saying(concept: Concept, rng: random.Random) -> str:
    """Draw one of what is said for a concept, every other time of what is said in English too."""
    return rng.choice((*concept.said, *concept.said_in_english) if rng.random() < _ENGLISH else concept.said)


def _whole_words(text: str) -> str:
    return "".join(word for word in rjieba.cut(text) if len(word) > 1)
