"""The figure whose own name has the code that a question asks for, before one with another code: PM2.5 is not PM10.

Vectors know no digits, and both names are alike in all else.
"""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from corpus.figures.numerals import fold
from index.query import Query

# Letters and digits in one word: pm2.5, 5g, co2, b-737.
_CODE = re.compile(r"(?<![a-z\d.])(?=[\d.-]*[a-z])(?=[a-z.-]*\d)[a-z\d]+(?:[.-][a-z\d]+)*")


def code_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the best figure of the sort of `best` whose name has the codes of a question, if the name of `best` has others instead."""
    asked = {term for term in query.terms if _CODE.fullmatch(term)}
    told = _codes(best)
    if not asked or not told or asked & told:
        return None
    figure = best.candidate.figure
    alike = (c for c in chosen if (c.candidate.figure.unit, c.candidate.figure.kind) == (figure.unit, figure.kind))
    return next((c for c in alike if asked <= _codes(c)), None)


def _codes(c: Chosen) -> set[str]:
    return set(_CODE.findall(fold(c.candidate.figure.subject).lower()))
