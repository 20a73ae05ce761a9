"""A question why something fell, where what would be quoted tells of no fall and gives no reason: the reports do not say that it fell."""

import re
from collections.abc import Sequence

from app.choosing.answer_kind import asks_reason, tells_reason
from corpus.figures.numerals import fold

_FALLS = re.compile(
    r"下降|减少|降低|回落|下跌|下滑|缩小|缩减|减产|减收|收窄|下调|萎缩|亏损|流失|负增长|[降跌]"
    r"|\b(?:fall|falls|fell|fallen|declin\w*|drop\w*|decreas\w*|shr[aiu]nk\w*|lower\w*|lost|loss\w*)\b"
)
_RISES = re.compile(
    r"增长|增加|提高|提升|上升|上涨|扩大|增产|增收|攀升|上调|[涨升]|\b(?:rise|rises|rose|risen|grow\w*|grew|increas\w*|higher|up)\b"
)


def is_other_move(question: str, quotes: Sequence[str]) -> bool:
    """Tell whether a question asks why something rose or fell, and quotes tell of no such move and no reason.

    >>> is_other_move("青岚县油菜籽为什么减产？", ["油菜籽产量1.2万吨。"])
    True
    """
    asked = fold(question).lower()
    moves = [move for move in (_FALLS, _RISES) if move.search(asked)]
    if not asks_reason(question) or len(moves) != 1:
        return False
    said = [fold(q).lower() for q in quotes]
    return not any(moves[0].search(q) or tells_reason(q) for q in said)
