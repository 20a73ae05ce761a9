"""What a value is only compared with: of 共41个，比现有的63个减少22个 the first is how many there are."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.preferences.end_asked import asks_what_was
from app.working.computed import sentence_of
from index.query import Query

_TRIED = 12
_COMPARED_WITH = re.compile("[，,](?:[比较]|相当于)[^，,。；;、]{0,12}的$")
_MOVED = re.compile("^[^，,。；;]{0,4}(?:增|减|多|少|提高|下降|上升|降低|扩大|缩小)")


def not_the_base(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the value right before the best one where this is only what it is compared with.

    Where it alone is of the year asked about, the best one is meant.
    """
    sentence, figure = best.candidate.sentence, best.candidate.figure
    if asks_what_was(query) or not _MOVED.search(sentence.text[figure.end - sentence.start :]):
        return None
    before = [c for c in chosen[1:_TRIED] if sentence_of(c) == sentence_of(best) and c.candidate.figure.end <= figure.start]
    told = max(before, key=lambda c: c.candidate.figure.start, default=None)
    if told is None or not _COMPARED_WITH.fullmatch(
        sentence.text[told.candidate.figure.end - sentence.start : figure.start - sentence.start]
    ):
        return None
    value, asked = told.candidate.figure, {str(year) for year in query.scope.years}
    elsewhen = figure.period in asked and value.period not in asked
    return told if (value.kind, value.unit) == (figure.kind, figure.unit) and not elsewhen else None
