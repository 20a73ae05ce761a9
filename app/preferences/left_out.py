"""What a clause tells that leaves out its thing: 施工项目74个，全部建成的39个 tells of 全部建成的项目 behind the figure of all."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.standing import sentence_of
from corpus.matching import matching_text
from index.query import Query

_TRIED, _FITS, _SHORTEST = 12, 5.0, 3


def thing_left_out(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure behind the best whose whole name a question says, where the name of the best has words of its own."""
    figure, asked = best.candidate.figure, matching_text(query.text)
    name = matching_text(figure.subject)
    if not name or name in asked:
        return None
    behind = (
        c
        for c in chosen[1:_TRIED]
        if best.score - c.score <= _FITS
        and sentence_of(c) == sentence_of(best)
        and c.candidate.figure.start > figure.start
        and (c.candidate.figure.kind, c.candidate.figure.unit) == (figure.kind, figure.unit)
    )
    named = ((c, matching_text(c.candidate.figure.subject)) for c in behind)
    return next((c for c, own in named if len(own) >= _SHORTEST and own in asked and own not in name), None)
