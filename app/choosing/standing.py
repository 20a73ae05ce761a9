"""Where a figure stands: in which sentence, among which others, and the words ahead of it, behind it and up to another."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen


def sentence_of(c: Chosen) -> tuple[int, int]:
    """Return what tells the sentence of a figure from all others."""
    return c.candidate.sentence.ranked.passage.id, c.candidate.sentence.start


def place_of(c: Chosen) -> tuple[int, int]:
    """Return what tells a figure from all others, whatever was asked when it was found."""
    return c.candidate.sentence.ranked.passage.id, c.candidate.figure.start


def beside(one: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures of the sentence that one stands in, itself among them, in the order in which they stand."""
    return sorted((c for c in chosen if sentence_of(c) == sentence_of(one)), key=lambda c: c.candidate.figure.start)


def ahead(c: Chosen) -> str:
    """Return what its sentence says before a figure."""
    return c.candidate.sentence.text[: c.candidate.figure.start - c.candidate.sentence.start]


def behind(c: Chosen) -> str:
    """Return what its sentence says after a figure."""
    return c.candidate.sentence.text[c.candidate.figure.end - c.candidate.sentence.start :]


def between(first: Chosen, second: Chosen) -> str:
    """Return what stands between two figures of a sentence, "" where the second does not stand behind the first."""
    sentence = first.candidate.sentence
    start, end = first.candidate.figure.end - sentence.start, second.candidate.figure.start - sentence.start
    return sentence.text[start : max(start, end)]
