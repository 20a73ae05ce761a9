"""What a question tells already is not what it asks for: of a house with an annual value of $150,000 the tax, not the value."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from corpus.figures.candidates import find_quantities
from corpus.figures.english import english_figures
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_HAN = re.compile("[一-龥]")
# So far behind may the figure be that is asked for, and so large is a number that tells a thing by itself.
_MOST, _LEAST, _TRIED = 4.0, 100, 12


def not_told_already(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the next figure of another value where the question states that of the best itself."""
    told = _told(query.text)
    if not told or not _is_told(best, told):
        return None
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _MOST)
    return next((c for c in likely if not _is_told(c, told)), None)


def _is_told(c: Chosen, told: Sequence[tuple[float, str]]) -> bool:
    figure = c.candidate.figure
    own = class_of_unit(figure.unit)
    return any(value == float(figure.value) and (not unit or class_of_unit(unit) == own) for value, unit in told)


def _told(question: str) -> list[tuple[float, str]]:
    found = find_quantities(fold(question)) if _HAN.search(question) else english_figures(question)
    return [(float(q.value), q.unit) for q in found if abs(q.value) >= _LEAST]
