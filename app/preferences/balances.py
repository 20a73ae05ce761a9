"""What there is at the end of a year and not what moved in it: 年底还剩多少 asks for a balance, for nothing added or written off."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import class_of
from app.preferences.row_words import is_row
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_TRIED = 16
# So much less may a balance fit than what moved, and so much of its words it speaks of.
_FITS, _SPOKEN = 5.0, 0.6
_BALANCE_ASKED = re.compile("[年期\\d][末底](?!线)|余额|结余|还剩|剩下|还有|还欠|欠着|还值")
_BALANCE = re.compile(r"12\s?月\s?31\s?日|[年期]末|余额|账面价值|资产负债表")
# What the year before left is read as of its year too, where a row tells it.
_OPENING = re.compile("上[年期][年期]?末|[年期]初")
_MOVED = re.compile("发生额|[本上][期年]金额|增加|减少|计提|提取|分配|摊销|转回|转销|收到|支付|购建|处置|取得|投入|现金")


def balance_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the balance at the year's end where a question asks for one and the best cell is of what moved in the year."""
    question = fold(query.text).lower()
    if (
        not is_row(best)
        or query.need.kinds
        or _OPENING.search(question)
        or not _BALANCE_ASKED.search(question)
        or _MOVED.search(question)
    ):
        return None
    name = matching_text(best.candidate.figure.subject)
    if not _MOVED.search(name) or _BALANCE.search(name):
        return None
    least = _SPOKEN * best.candidate.spoken.share
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS and is_row(c) and class_of(c) == class_of(best))
    return next((c for c in likely if _is_balance(c) and c.candidate.spoken.share >= least), None)


def _is_balance(c: Chosen) -> bool:
    name = matching_text(c.candidate.figure.subject)
    if _OPENING.search(name):
        return False
    return bool(_BALANCE.search(name)) or (
        not _MOVED.search(name) and "资产负债表" in matching_text(c.candidate.sentence.ranked.passage.context)
    )
