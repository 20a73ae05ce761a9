"""The opposite of what is asked for: what was approved is no number of what was turned down."""

from app.choosing.candidates import Candidate
from app.preferences.opposites import sides_asked
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query


def is_opposite(query: Query, candidate: Candidate) -> bool:
    """Tell whether the clause of a figure names the opposite of what a question asks for, and not that itself."""
    if query.background:
        return False
    sides = sides_asked(fold(query.text).lower())
    if not sides:
        return False
    clause = clause_of(candidate)
    return any(wrong.search(clause) and not name.search(clause) for name, wrong in sides)


def names_side(query: Query, candidate: Candidate) -> bool:
    """Tell whether the sentence of a figure names the side that a question asks for."""
    told = matching_text(candidate.sentence.text)
    return all(name.search(told) for name, _ in sides_asked(fold(query.text).lower()))


def clause_of(candidate: Candidate) -> str:
    """Return the clause of a figure, its whole sentence for a stretch of time, which is no figure of it."""
    stretch = candidate.sentence.stretch
    own = (w for f, w in zip(stretch.figures, stretch.words, strict=True) if f.start == candidate.figure.start)
    found = next(own, None)
    return matching_text(found.clause.text if found is not None else candidate.sentence.text)
