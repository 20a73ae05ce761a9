"""The sentences of ranked passages: what an answer quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.sentences import split_sentences
from index.search import Ranked


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or table row of a ranked passage; `start` and `end` count in the report's text."""

    ranked: Ranked
    start: int
    end: int
    text: str


def sentences_of(ranked: Sequence[Ranked]) -> list[Sentence]:
    """Return the sentences of ranked passages, in their order; a table row is one sentence."""
    return [s for r in ranked for s in _split(r)]


def _split(ranked: Ranked) -> Iterator[Sentence]:
    passage = ranked.passage
    if passage.context:
        yield Sentence(ranked, passage.start, passage.end, passage.text)
        return
    for start, end in split_sentences(passage.text):
        if passage.text[start:end].strip():
            yield Sentence(ranked, passage.start + start, passage.start + end, passage.text[start:end])
