"""The figure that counts the very noun which a question asks the number of: 分4方面9项 has four 方面."""

from app.choosing.chooser import Chosen
from app.choosing.counted_noun import counted_noun
from app.choosing.own_words import Words
from index.query import Query


def counts_asked(query: Query, c: Chosen) -> bool:
    """Tell whether a figure counts the noun that a question asks the number of."""
    counts, words = counted_noun(query), own_words_of(c)
    return counts is not None and words is not None and counts(c.candidate.figure, words.tail)


def own_words_of(c: Chosen) -> Words | None:
    """Return the words of a figure in its sentence, None for a stretch of time, which is no figure of it."""
    stretch = c.candidate.sentence.stretch
    at = {f.start: n for n, f in enumerate(stretch.figures)}.get(c.candidate.figure.start)
    return stretch.words[at] if at is not None else None
