"""What a question says of year and status, where a figure of another fits its words better: the one that is as asked."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.standing import between, sentence_of
from app.choosing.words import cut
from app.preferences.counted import counts_asked
from app.preferences.row_words import is_row
from corpus.figures.extract import SUMS
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 12
_NAMED_ALIKE = 0.45
# So much less may a figure of the year, of the span, or of the status that is asked for fit than one of another; one of the same sentence than the best.
_YEAR, _SPAN, _STATUS, _SET = 4.0, 3.0, 6.0, 6.0
# A figure of the year asked about speaks of so much of what the best one speaks of.
_SPOKEN = 0.6
_ONE_YEAR = 4
_SET_AGAINST = re.compile(
    r"[，,](?:大大|远远|远|明显|显著|略|均|都|也|仍)?(?:低于|高于|快于|慢于|大于|小于|多于|少于|好于|超过|[比较])[^，。；;]*"
)
_SUMMED = re.compile("合计|一共|总共|共计|总计|加起来")
_TOTAL_COLUMN = re.compile("(?:总计|合计|共计|总数)$")
# 预计 and 将 may tell of an outcome too.
_AIM = re.compile("目标|计划|预期|指标|任务|打算|预算|安排|原定|预定|原来|原本|本来")


def of_year(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a figure of the year that is asked about, of the best one's sort, where the best is of another year."""
    asked, period = {str(year) for year in query.scope.years}, best.candidate.figure.period
    if not asked or query.scope.span or query.scope.compared or not _is_elsewhen(period, asked):
        return None
    if counts_asked(query, best):
        # Two hundred 队员 are the answer to 多少队员, whatever else is counted in that year.
        return None
    least = _SPOKEN * best.candidate.spoken.share
    likely = (c for c in _likely(best, chosen, _YEAR) if c.candidate.figure.period in asked and _is_of_sort(query, c, best))
    as_told = next((c for c in likely if c.candidate.spoken.share >= least), None)
    if as_told is not None:
        return as_told
    dated = (c for c in _likely(best, chosen, _SET) if c.candidate.figure.period in asked and _is_of_sort(query, c, best))
    return next((c for c in dated if _is_compared_with(c, best)), None)


def _is_compared_with(c: Chosen, best: Chosen) -> bool:
    """Tell the value of another year that the best one is set against, and that shares its name: 增长7%，低于上一年增长9%的速度."""
    if sentence_of(c) != sentence_of(best) or not _is_same_sort(c, best):
        return False
    return _SET_AGAINST.fullmatch(between(best, c)) is not None


def _is_elsewhen(period: str, asked: set[str]) -> bool:
    """Tell a period of another year, or of several years of which one is asked about."""
    if len(period) == _ONE_YEAR:
        return period not in asked
    return "/" not in period and any(period[:4] <= year <= period[5:] for year in asked)


def of_span(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of all the years asked about where the best, called the same, is of one of them: “十一五”期间新增就业."""
    if len(query.scope.span) != 2 or len(best.candidate.figure.period) != 4:
        return None
    span = f"{query.scope.span[0]}-{query.scope.span[1]}"
    likely = (c for c in _likely(best, chosen, _SPAN) if c.candidate.figure.period == span and _is_same_sort(c, best))
    return next((c for c in likely if named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE), None)


def of_all_summed(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the sum that is told as one, where it is asked for and the best is one of what it sums up: 近三年分别为3人、4人和5人，合计12人."""
    if not _SUMMED.search(query.text) or best.candidate.figure.basis in SUMS:
        return None
    likely = (c for c in _likely(best, chosen, _SET) if c.candidate.figure.basis in SUMS and _is_same_sort(c, best))
    same = (c for c in likely if sentence_of(c) == sentence_of(best) and c.candidate.figure.value > best.candidate.figure.value)
    return next((c for c in same if named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE), None)


def of_all_columns(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the cell of the total where the best is that of one column of its row, which no word of the question names."""
    if not is_row(best) or _TOTAL_COLUMN.search(best.candidate.figure.subject):
        return None
    row = (c for c in chosen[1:] if sentence_of(c) == sentence_of(best) and _is_same_sort(c, best))
    total = next((c for c in row if _TOTAL_COLUMN.search(c.candidate.figure.subject)), None)
    if total is None or total.candidate.figure.period != best.candidate.figure.period:
        return None
    own = set(cut(best.candidate.figure.subject)) - set(cut(total.candidate.figure.subject))
    asked = matching_text(query.text)
    # (本年决算 beside 合计 is of another time, and no part of it.)
    return None if not own or any(len(word) > 1 and word in asked for word in own) else total


def of_status(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the outcome, or the aim, that is asked for by name, where the best is the other of the two for its year."""
    wanted, figure = query.need.status, best.candidate.figure
    named = wanted == "actual" or (wanted == "target" and _AIM.search(query.text))
    if not named or figure.status == wanted:
        return None
    likely = (c for c in _likely(best, chosen, _STATUS) if c.candidate.figure.status == wanted and _is_same_sort(c, best))
    # 下一学年的目标: where no year is named, the aim may be of another than what came of the last.
    elsewhen = wanted == "target" and not (query.scope.years or query.scope.span)
    dated = (c for c in likely if elsewhen or c.candidate.figure.period in {figure.period, *map(str, query.scope.years)})
    return next((c for c in dated if _is_called_alike(c, best) or (wanted == "target" and _is_called_aim(c))), None)


def _is_called_alike(c: Chosen, best: Chosen) -> bool:
    return sentence_of(c) == sentence_of(best) or named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE


def _is_called_aim(c: Chosen) -> bool:
    return _AIM.search(c.candidate.figure.subject) is not None


def _likely(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    return [c for c in chosen[1:_TRIED] if best.score - c.score <= most]


def _is_same_sort(c: Chosen, best: Chosen) -> bool:
    a, b = c.candidate.figure, best.candidate.figure
    return (a.kind, a.unit) == (b.kind, b.unit)


def _is_of_sort(query: Query, c: Chosen, best: Chosen) -> bool:
    """Tell a figure of the class of unit and the kind that are asked for; where none are, of those of the best."""
    a, b = c.candidate.figure, best.candidate.figure
    unit = class_of_unit(a.unit) == query.need.unit_class if query.need.unit_class else a.unit == b.unit
    return unit and a.kind in (query.need.kinds or (b.kind,))
