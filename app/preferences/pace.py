"""How a value moved: the way that a question names (跌了多少), growth in real terms or in name, the rank of a pace and not of the value."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import sort_of
from app.preferences.counted import own_words_of
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from index.query import Query

_TRIED = 12
# So much less may a figure of the way that is asked for fit, and so much of the best one's words it speaks of.
_FITS, _SPOKEN = 3.0, 0.6
# So much less may the rank of a pace fit than that of the value.
_RANK = 5.0
_HOW_MUCH = "(?:多少|几|百分之|点儿?|些)"
_FELL = re.compile(rf"(?:少|跌|降|减|缩|便宜|下滑|回落|滑落|萎缩)[低小少短窄落幅]?[了掉去]*{_HOW_MUCH}|[降跌减]幅")
_ROSE = re.compile(rf"(?:涨|增|升|贵|上扬|提高|扩大|(?<![一-龥]减)(?<!多)多)[长加高多大快出]?[了出]*{_HOW_MUCH}|[涨增升]幅")
_MOVES = frozenset(["growth", "change"])
# 实际完成 tells an outcome from an aim, 实际增长 growth without that of prices.
_REAL = re.compile(
    r"实际(?:同比|年均|平均)?(?:增|涨|下降|降|减|提高)|(?:扣除|剔除)(?:价格|物价)|可比价|不变价|\breal (?:terms|growth)\b"
)
_IN_NAME = re.compile(r"名义(?:同比|年均|平均)?(?:增|涨|下降|降|减|提高)|\bnominal\b")
_BREAK = re.compile("[；;。]|(?<![因素后算])[，,]")
_PACE = re.compile("增速|增幅|涨幅|增长率|增长速度|增势")


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


def in_real_terms(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the real rate of growth right behind the best one where that is asked for and the best is none; the nominal where that is."""
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
    sentence = c.candidate.sentence
    return _BREAK.split(fold(sentence.text[: c.candidate.figure.start - sentence.start]))[-1]


def rank_of_pace(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the rank of a pace where one is asked for, and the best is that of the value: 总量居第四、增速居第二."""
    own = own_words_of(best)
    if best.candidate.figure.kind != "rank" or not _PACE.search(query.text) or own is None or _PACE.search(own.clause.text):
        return None
    same = (c for c in chosen[1:_TRIED] if sentence_of(c) == sentence_of(best) and best.score - c.score <= _RANK)
    beside = (c for c in same if c.candidate.figure.kind == "rank")
    return next((c for c in beside if (words := own_words_of(c)) is not None and _PACE.search(words.clause.text)), None)
