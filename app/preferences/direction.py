"""Which way a question says that something went: 跌了多少 asks for a fall, and for no rise that fits its words as well."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import sort_of
from corpus.figures.numerals import fold
from index.query import Query

_TRIED = 12
# So much less may a figure of the way that is asked for fit, and so much of the best one's words it speaks of.
_FITS, _SPOKEN = 3.0, 0.6
_HOW_MUCH = "(?:多少|几|百分之|点儿?|些)"
_FELL = re.compile(rf"(?:少|跌|降|减|缩|便宜|下滑|回落|滑落|萎缩)[低小少短窄落幅]?[了掉去]*{_HOW_MUCH}|[降跌减]幅")
_ROSE = re.compile(rf"(?:涨|增|升|贵|上扬|提高|扩大|(?<![一-龥]减)(?<!多)多)[长加高多大快出]?[了出]*{_HOW_MUCH}|[涨增升]幅")
_MOVES = frozenset(["growth", "change"])


def way_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a fall where a question asks for one and the best figure is a rise, and the reverse."""
    figure, question = best.candidate.figure, fold(query.text).lower()
    fell, rose = bool(_FELL.search(question)), bool(_ROSE.search(question))
    wanted = "-" if fell else "+"
    if fell == rose or figure.kind not in _MOVES or figure.polarity not in {"+", "-"} or figure.polarity == wanted:
        return None
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS and c.candidate.figure.polarity == wanted)
    least = _SPOKEN * best.candidate.spoken.share
    return next((c for c in likely if sort_of(c) == sort_of(best) and c.candidate.spoken.share >= least), None)
