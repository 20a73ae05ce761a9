"""The value behind a number that a question quotes: of 100个城市中排第15位、27个省会中排第3位 the second answers 在27个省会里排第几."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.quoted_numbers import Quoted, quoted_numbers
from app.choosing.sorts import sort_of
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from index.query import Query

_BREAK = re.compile("[，,、；;。]")
_TRIED = 12
# So much less may it fit than one that stands behind another number.
_FITS = 4.0


def beside_quoted(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of the best one's sort and sentence behind a number that the question quotes, if the best is not."""
    quoted = quoted_numbers(query.text)
    if not quoted or _is_behind(best, quoted):
        return None
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS and sentence_of(c) == sentence_of(best))
    return next((c for c in likely if sort_of(c) == sort_of(best) and _is_behind(c, quoted)), None)


def _is_behind(c: Chosen, quoted: Sequence[Quoted]) -> bool:
    """Tell whether neither another figure nor a break stands between one and a quoted number before it."""
    before = [f for f in c.candidate.sentence.stretch.figures if f.end <= c.candidate.figure.start]
    last = before[-1] if before else None
    sentence = c.candidate.sentence
    if last is None or _BREAK.search(sentence.text[last.end - sentence.start : c.candidate.figure.start - sentence.start]):
        return False
    return any(last.value == q.value or q.digits in fold(last.text).replace(",", "") for q in quoted)
