"""The end of a way where a question asks what a value became: of from $150 to $100, 改成多少 asks for the second."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.working.ways import asks_both_ends, ends_of
from corpus.figures.numerals import fold
from index.query import Query

_BECAME = re.compile(
    r"(?:[到至成]|[降升调改增减提加涨]为)了?(?:每[一-龥])?(?:百分之)?(?:多少|几)"
    r"|\bto what\b|\b(?:lowered|raised|reduced|cut|increased|brought|rise|rose|fall|fell|grow|grew|go|went) (?:up |down )?to\b|\bnew (?:rate|cap|limit|ceiling|level)\b"
)


def end_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the second value of the way that the best is the first of, where the question asks for what it became."""
    text = fold(query.text).lower()
    if not _BECAME.search(text) or asks_both_ends(query):
        return None
    pair = ends_of(best, chosen)
    return pair[1] if pair is not None and pair[0] is best else None
