"""The amount where an English question asks how much money: what was set aside, not its share of the budget."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from corpus.matching import is_chinese
from index.query import Query
from index.unit_classes import class_of_unit

_FITS, _SPEAKS = 3.0, 0.05


def amount_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the amount that fits nearly as well as the share that fits best, where money is asked for and no share."""
    need = query.need
    asked = need.unit_class == "money" and not need.kinds and not is_chinese(query.text)
    if not asked or best.candidate.figure.kind != "share" or best.candidate.foreign:
        return None
    near = (
        c
        for c in chosen[1:]
        if best.score - c.score <= _FITS and best.candidate.spoken.share - c.candidate.spoken.share <= _SPEAKS
    )
    return next(
        (c for c in near if (c.candidate.figure.kind, class_of_unit(c.candidate.figure.unit)) == ("level", "money")), None
    )
