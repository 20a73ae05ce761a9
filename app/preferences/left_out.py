"""What a question leaves out or tells already is not what it asks for: 捐款以外, the value of a house of which the tax is asked."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from corpus.figures.candidates import find_quantities
from corpus.figures.english import english_figures
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.excluded import excluded
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 12
# So much less may a figure fit that does not bear the name of what is left out, or that is not told already.
_FITS = 4.0
# 除捐款外, 不含捐款, 非捐款: a name that leaves the same out.
_LEAVES_OUT = re.compile("不含|不包括|不计|不算|除|以外|之外|非|剔除")
_HAN = re.compile("[一-龥]")
# So large is a number that tells a thing by itself.
_LEAST = 100


def not_left_out(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a figure of the best one's sort where the best is called what the question leaves out."""
    names = [matching_text(name) for name in excluded(query.text) if len(name) > 1]
    if not names or not _is_called(best, names):
        return None
    figure = best.candidate.figure
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS and not _is_called(c, names))
    sort = (class_of_unit(figure.unit), figure.kind)
    return next((c for c in likely if (class_of_unit(c.candidate.figure.unit), c.candidate.figure.kind) == sort), None)


def _is_called(c: Chosen, names: Sequence[str]) -> bool:
    subject = matching_text(c.candidate.figure.subject)
    return any(name in subject for name in names) and not _LEAVES_OUT.search(subject)


def not_told_already(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the next figure of another value where the question states that of the best itself."""
    told = _told(query.text)
    if not told or not _is_told(best, told):
        return None
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS)
    return next((c for c in likely if not _is_told(c, told)), None)


def _is_told(c: Chosen, told: Sequence[tuple[float, str]]) -> bool:
    figure = c.candidate.figure
    own = class_of_unit(figure.unit)
    return any(value == float(figure.value) and (not unit or class_of_unit(unit) == own) for value, unit in told)


def _told(question: str) -> list[tuple[float, str]]:
    found = find_quantities(fold(question)) if _HAN.search(question) else english_figures(question)
    return [(float(q.value), q.unit) for q in found if abs(q.value) >= _LEAST]
