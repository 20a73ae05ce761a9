"""Growth in real terms and in name: of 增长6%，扣除价格因素，实际增长5% a question for 实际增长 means the second."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, sentence_of
from corpus.figures.numerals import fold
from index.query import Query

# 实际完成 tells an outcome from an aim, 实际增长 growth without that of prices.
_REAL = re.compile(
    r"实际(?:同比|年均|平均)?(?:增|涨|下降|降|减|提高)|(?:扣除|剔除)(?:价格|物价)|可比价|不变价|\breal (?:terms|growth)\b"
)
_IN_NAME = re.compile(r"名义(?:同比|年均|平均)?(?:增|涨|下降|降|减|提高)|\bnominal\b")
_BREAK = re.compile("[；;。]|(?<![因素后算])[，,]")


def in_real_terms(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the real rate of growth right behind the best one where that is asked for and the best is none; or the nominal."""
    text = fold(query.text).lower()
    asked = next((way for way in (_REAL, _IN_NAME) if way.search(text)), None)
    figure = best.candidate.figure
    if asked is None or figure.kind != "growth" or asked.search(_clause(best)):
        return None
    beside = (c for c in chosen if sentence_of(c) == sentence_of(best) and c.candidate.figure.start > figure.end)
    behind = min(beside, key=lambda c: c.candidate.figure.start, default=None)
    same = behind is not None and (behind.candidate.figure.kind, behind.candidate.figure.unit) == (figure.kind, figure.unit)
    return behind if behind is not None and same and asked.search(_clause(behind)) else None


def _clause(c: Chosen) -> str:
    """Return what stands before a figure in its clause."""
    return _BREAK.split(fold(ahead(c)))[-1]
