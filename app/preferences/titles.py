"""Which row a question names: what titles and heads of tables say tells none of their rows from another."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.preferences.row_words import is_row, label
from corpus.matching import matching_text
from index.query import Query

_TRIED = 24
# So much less may a row fit whose label speaks of what the titles do not say.
_TELLING_FITS = 5.0
# So much more must it speak of these words.
_MORE = 0.25


def told_by_title(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row that speaks most of what no title says, where the label of the best has words that its titles say too.

    The row 一般公共服务支出 of a table 一般公共预算支出决算表 has three words of every question about the table.
    """
    if not is_row(best):
        return None
    terms = [(i, matching_text(t)) for i, t in enumerate(query.terms) if len(t) > 1]
    titles, name = _titles(best), label(best)
    titled = [t for _, t in terms if t in titles]
    telling = [i for i, t in terms if t not in titles]
    if not telling or not any(t in name for t in titled):
        return None
    rivals = [c for c in _rows_alike(best, chosen, _TELLING_FITS) if all(t in _titles(c) for t in titled)]
    likeliest = max(rivals, key=lambda c: _said(c, telling), default=None)
    return likeliest if likeliest is not None and _said(likeliest, telling) - _said(best, telling) >= _MORE else None


def _said(c: Chosen, telling: Sequence[int]) -> float:
    own = c.candidate.spoken.own
    return float(sum(own[i] for i in telling))


def _titles(c: Chosen) -> str:
    """Return all that stands above a row: headings, caption, heads of columns."""
    passage = c.candidate.sentence.ranked.passage
    return matching_text(" ".join((*passage.section, passage.context)))


def _rows_alike(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    """Return the other rows that fit nearly as well, with values of the best one's unit, kind and period."""
    figure = best.candidate.figure
    sort = (figure.unit, figure.kind, figure.period)
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= most and is_row(c))
    return [c for c in likely if (c.candidate.figure.unit, c.candidate.figure.kind, c.candidate.figure.period) == sort]
