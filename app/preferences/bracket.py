"""The figure of the bracket that a question names: what those aged 60 to 64 get, not those aged 55 to 59.

Words and vectors hardly tell one number from another.
"""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_FITS = 5.0
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def bracket_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure that is named by the numbers of a question where the best is named by others, None where no number tells them apart."""
    asked = _numbers(query.text)
    told = _numbers(best.candidate.figure.subject)
    if not asked or not told or asked & told:
        return None
    sort = class_of_unit(best.candidate.figure.unit)
    near = (c for c in chosen[1:] if best.score - c.score <= _FITS and class_of_unit(c.candidate.figure.unit) == sort)
    return next((c for c in near if (own := _numbers(c.candidate.figure.subject)) and own <= asked), None)


def _numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text that are no years."""
    return frozenset(n.replace(",", "") for n in _NUMBER.findall(fold(text)) if not _YEAR.fullmatch(n))
