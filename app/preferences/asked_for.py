"""What a question says of year, status and change, where a figure fits its words better that is of another: the figure that is as asked."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.preferences.counted import counts_asked
from app.working.computed import sentence_of
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 12
_NAMED_ALIKE = 0.45
# So much less may a figure of the year, of the kind, or of the status that is asked for fit than one of another, and one that the best is set against.
_YEAR, _KIND, _STATUS, _SET = 4.0, 3.0, 6.0, 6.0
# A figure of the year asked about speaks of so much of what the best one speaks of.
_SPOKEN = 0.6
_ONE_YEAR = 4
_CALLED_THE_SAME = 0.8
_SET_AGAINST = re.compile(
    r"[，,](?:大大|远远|远|明显|显著|略|均|都|也|仍)?(?:低于|高于|快于|慢于|大于|小于|多于|少于|好于|超过|[比较])[^，。；;]*"
)
_YEARLY = "年均"
_MEAN = re.compile("年均|平均每年|每年平均|(?:每|一)年(?:要|能|得)?[增长涨降递]")
# 预计 and 将 may tell of an outcome too.
_AIM = re.compile("目标|计划|预期|指标|任务|打算|预算|安排|原定|预定|原来|原本|本来")
# 达到39109万吨，比上年增产1199万吨
_CHANGED = re.compile(
    r"[，,、（(]?(?:又|即)?(?:[比较同][^，。；\d]{1,12})?[^，。；\d]{0,4}(?:增|多|减|少|降|升|提高|扩大|节约)[^，。；\d]{0,4}"
)


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
    sentence = best.candidate.sentence
    between = sentence.text[best.candidate.figure.end - sentence.start : max(0, c.candidate.figure.start - sentence.start)]
    return _SET_AGAINST.fullmatch(between) is not None


def of_kind(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the rate of growth that is asked for where the best, called the same, is a share: 茶叶完成90%; 茶叶增长30%."""
    figure = best.candidate.figure
    if query.need.kinds != ("growth",) or figure.kind != "share":
        return None
    likely = (
        c for c in _likely(best, chosen, _KIND) if c.candidate.figure.kind == "growth" and c.candidate.figure.unit == figure.unit
    )
    return next((c for c in likely if named_alike(c.candidate, best.candidate) >= _CALLED_THE_SAME), None)


def _is_elsewhen(period: str, asked: set[str]) -> bool:
    """Tell a period of another year, or of several years of which one is asked about."""
    if len(period) == _ONE_YEAR:
        return period not in asked
    return "/" not in period and any(period[:4] <= year <= period[5:] for year in asked)


def of_status(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the outcome, or the aim, that is asked for by name, where the best is the other of the two for its year."""
    wanted, figure = query.need.status, best.candidate.figure
    named = wanted == "actual" or (wanted == "target" and _AIM.search(query.text))
    if not named or figure.status == wanted:
        return None
    likely = (c for c in _likely(best, chosen, _STATUS) if c.candidate.figure.status == wanted and _is_same_sort(c, best))
    dated = (c for c in likely if c.candidate.figure.period in {figure.period, *map(str, query.scope.years)})
    return next((c for c in dated if _is_called_alike(c, best) or (wanted == "target" and _is_called_aim(c))), None)


def averaged(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the mean rate of a year where that is asked for, and the best is of all years: 五年增长23.3%，平均每年递增4.3%."""
    figure = best.candidate.figure
    # A clause that shares the name before it (平均每年的增速在4%以上，高的达到6%) is a mean too.
    if not _MEAN.search(query.text) or figure.basis == _YEARLY or figure.kind != "growth" or _MEAN.search(figure.subject):
        return None
    likely = (c for c in _likely(best, chosen, _KIND) if c.candidate.figure.basis == _YEARLY and _is_same_sort(c, best))
    return next((c for c in likely if c.candidate.figure.period == figure.period and _is_called_alike(c, best)), None)


def _is_called_alike(c: Chosen, best: Chosen) -> bool:
    return sentence_of(c) == sentence_of(best) or named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE


def _is_called_aim(c: Chosen) -> bool:
    return _AIM.search(c.candidate.figure.subject) is not None


def stated_change(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the change behind a value where a change is asked for: 粮食比上年多打了多少."""
    figure = best.candidate.figure
    if "change" not in query.need.kinds or figure.kind != "level":
        return None
    sentence = best.candidate.sentence
    beside = (c for c in chosen if sentence_of(c) == sentence_of(best) and c.candidate.figure.start > figure.end)
    behind = min(beside, key=lambda c: c.candidate.figure.start, default=None)
    if behind is None or behind.candidate.figure.kind != "change" or behind.candidate.figure.unit != figure.unit:
        return None
    between = sentence.text[figure.end - sentence.start : behind.candidate.figure.start - sentence.start]
    return behind if _CHANGED.fullmatch(between) else None


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
