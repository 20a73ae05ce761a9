"""What a question plainly means of a table: the parent's where it is named, what is inside another, a rate of change, money."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.preferences.row_words import PARENT, is_of_parent, is_row, label
from app.working.computed import sentence_of
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

_NAMED_ALIKE = 0.5
# So much less may a row of the parent's table fit than one of the group's, what is inside another than this, money than a count, and a rate than a level.
_PARENT_FITS, _INSIDE_FITS, _ROW_FITS, _RATE_FITS = 6.0, 6.0, 3.0, 6.0
_INSIDE = re.compile("里|其中|当中|之中|中的|(?<=[用入出产债款])中")


def parents_row(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row of the parent company's table where the question names the parent and the best row is of the group's."""
    if not PARENT.search(query.text) or not is_row(best) or is_of_parent(best):
        return None
    figure = best.candidate.figure
    return next(
        (
            c
            for c in _near(best, chosen, _PARENT_FITS)
            if is_row(c)
            and is_of_parent(c)
            and (c.candidate.figure.unit, c.candidate.figure.period) == (figure.unit, figure.period)
            and (named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE or _has_all(query, c))
        ),
        None,
    )


def _has_all(query: Query, c: Chosen) -> bool:
    """Tell whether a row has all the words of a question to the letter, but for the parent's name."""
    own = label(c)
    return all(t in own for t in query.terms if not PARENT.fullmatch(t))


def inside_named(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row of a table that tells of what the best row is as a whole: 管理费用里的保险费, 人均居住支出."""
    if not is_row(best):
        return None
    figure, name = best.candidate.figure, label(best)
    more = [t for t in query.terms if len(t) > 1 and t not in name]
    inside = _INSIDE.search(query.text) is not None
    return next(
        (
            c
            for c in _near(best, chosen, _INSIDE_FITS)
            if is_row(c)
            and name
            and name in _named_above(c)
            and (c.candidate.figure.unit, c.candidate.figure.period, c.candidate.figure.kind)
            == (figure.unit, figure.period, figure.kind)
            and (any(t == label(c) or (inside and t in label(c)) for t in more))
        ),
        None,
    )


def rate_of_change(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the rate beside a level of its row where a change is asked for: 产量比上年增多少, of 18905168 | 9.0 the second."""
    figure = best.candidate.figure
    if not is_row(best) or figure.kind != "level" or "change" not in query.need.kinds or query.need.unit:
        return None
    rates = [
        c
        for c in _near(best, chosen, _RATE_FITS)
        if sentence_of(c) == sentence_of(best)
        and c.candidate.figure.kind == "growth"
        and c.candidate.figure.period == figure.period
    ]
    return rates[0] if len({c.candidate.figure.value for c in rates}) == 1 else None


def of_money(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return an amount of money where the asking words name money and the best is a row of counts without a unit: 收了多少处理费."""
    if not query.need.strict or query.need.unit_class != "money" or best.candidate.figure.unit or not is_row(best):
        return None
    likely = (c for c in _near(best, chosen, _ROW_FITS) if class_of_unit(c.candidate.figure.unit) == "money")
    return next((c for c in likely if c.candidate.figure.period == best.candidate.figure.period), None)


def _named_above(c: Chosen) -> str:
    """Return the headings above a table and what stands before its first column: what heads the others is of one cell each."""
    passage = c.candidate.sentence.ranked.passage
    return matching_text(" ".join((*passage.section[-2:], passage.context.partition("|")[0])))


def _near(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    return [c for c in chosen[1:] if best.score - c.score <= most]
