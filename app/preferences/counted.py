"""The figure that counts the very noun which a question asks the number of: 分4方面9项 has four 方面."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.counted_noun import counted_noun
from app.choosing.own_words import Words
from app.working.computed import sentence_of
from index.query import Query

_TRIED = 12
# So much less may it fit than what counts another.
_FITS = 4.0


def noun_counted(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of the same sentence that counts the noun behind 几 where the best counts another."""
    if counts_asked(query, best):
        return None
    beside = (c for c in chosen[1:_TRIED] if sentence_of(c) == sentence_of(best) and best.score - c.score <= _FITS)
    return next((c for c in beside if counts_asked(query, c)), None)


def counts_asked(query: Query, c: Chosen) -> bool:
    """Tell whether a figure counts the noun that a question asks the number of."""
    counts, words = counted_noun(query), own_words_of(c)
    return counts is not None and words is not None and counts(c.candidate.figure, words.tail.text)


def own_words_of(c: Chosen) -> Words | None:
    """Return the words of a figure in its sentence, None for a stretch of time, which is no figure of it."""
    stretch = c.candidate.sentence.stretch
    at = {f.start: n for n, f in enumerate(stretch.figures)}.get(c.candidate.figure.start)
    return stretch.words[at] if at is not None else None
