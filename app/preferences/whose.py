"""A row of the books that a question asks about: of the whole group where it does not say whose, for these are what a report is of."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.whose_books import books_of, books_of_column, parents_asked
from app.preferences.row_words import column, is_row, label
from index.query import Query

_TRIED = 40
# So much less may the same row of the other books fit.
_FITS = 6.0


def of_the_books_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row of the same name in the books that are asked about where the best is of the other ones."""
    parents = bool(parents_asked(query))
    if not is_row(best) or _books(best) in {parents, None}:
        return None
    figure, name = best.candidate.figure, label(best)
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS and is_row(c) and _books(c) == parents)
    return next(
        (
            c
            for c in likely
            if label(c) == name
            and (c.candidate.figure.kind, c.candidate.figure.unit, c.candidate.figure.period)
            == (figure.kind, figure.unit, figure.period)
        ),
        None,
    )


def _books(c: Chosen) -> bool | None:
    """Tell whether a cell is of the parent's books: its column tells it before the titles above its table."""
    passage = c.candidate.sentence.ranked.passage
    own = books_of_column(column(c))
    return books_of(passage) if own is None else own
