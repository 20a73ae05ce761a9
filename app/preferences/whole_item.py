"""The whole of which the best row is a part, in a table whose rows bear codes, where a question names the part no more than the whole.

Of 221 | 住房保障支出 and 2210201 | 住房公积金 what was spent on 住房 is the first.
"""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead
from app.preferences.row_words import column, is_row, label
from index.query import Query

_TRIED = 24
# So much less may the whole fit than its part, and so much less of the question may it speak of.
_FITS, _LITTLE = 3.0, 0.1
_CODE = re.compile(r"\s*\d{2,9}\s*(?:\|\s*\d{0,3}\s*)*")


def whole_of_item(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the widest row whose code the code of the best one begins with and that bears each word of the question that the best one bears."""
    part = best if is_row(best) else _row_of(best, chosen)
    if part is None:
        return None
    code, named = _code(part), _named(query, part)
    if not (code and named) or label(part) in query.text:
        return None
    figure, context = part.candidate.figure, part.candidate.sentence.ranked.passage.context
    wholes = [
        c
        for c in chosen[1:_TRIED]
        if best.score - c.score <= _FITS
        and is_row(c)
        and c.candidate.sentence.ranked.passage.context == context
        and (own := _code(c))
        and code.startswith(own)
        and own != code
        and named <= _named(query, c)
        # 事业单位医疗 in 行政事业单位医疗: the name of the whole has a word more that nobody asks for.
        and label(part) not in label(c)
        and column(c) == column(part)
        and (c.candidate.figure.unit, c.candidate.figure.period) == (figure.unit, figure.period)
        and c.candidate.spoken.share >= part.candidate.spoken.share - _LITTLE
    ]
    return min(wholes, key=lambda c: len(_code(c)), default=None)


def _row_of(told: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row that bears the name and holds the value of an item that a sentence tells of."""
    figure = told.candidate.figure
    rows = (c for c in chosen[1:_TRIED] if is_row(c) and c.candidate.figure.value == figure.value)
    return next((c for c in rows if label(c) and figure.subject.startswith(label(c))), None)


def _code(c: Chosen) -> str:
    """Return the code that a row begins with, "" for none: 2210201 |, 221 | 02 | 01 |."""
    found = _CODE.match(ahead(c)) if is_row(c) else None
    return "".join(re.findall(r"\d", found[0])) if found else ""


def _named(query: Query, c: Chosen) -> set[str]:
    """Return the words of the question (of more than one letter) that stand in the name of a row."""
    name = label(c)
    return {t for t in query.terms if len(t) > 1 and t in name}
