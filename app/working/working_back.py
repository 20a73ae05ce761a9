"""Work a value out from a later one and its change: 49%，比上年提升12个百分点 gives 37% for the year before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.lookup import Lookups
from app.working.computed import Computed, sentence_of
from app.working.deriving import before
from index.query import Query

_TRIED = 8
_LEAST = 0.5
_NEAR = 24
_LAST_YEAR = re.compile("上年|去年|年初|同期")
# 换届前…多少; 目前 and 年前 are no events.
_EVENT = re.compile("(?<![比较])(?P<event>[一-龥]{2,4})(?<![年月日天目以之此提当])(?:之|以)?前(?=[一-龥])")
_BACK = re.compile("[倒反]推|推算|往回推|推回")


def value_before(lookups: Lookups, query: Query) -> Computed | None:
    """Derive what a value was in the year asked about from the report of the year after: 49%，比上年提升12个百分点."""
    back = asks_back(query)
    if not query.scope.years or query.scope.span or (len(query.scope.years) > 1 and not back):
        return None
    year = query.scope.years[-1]
    chooser = load_chooser()
    need = replace(query.need, kinds=(), status=None, many=False)
    later = replace(query, scope=replace(query.scope, years=(year + 1,)), need=need)
    found = lookups.look_up(later).chosen
    for c in found[:_TRIED]:
        level = c.candidate.figure
        # A plan tells of the year before it too, where a question says that it wants to be worked out.
        if level.kind not in {"level", "share"} or (level.status == "target" and not back):
            continue
        if confidence([c, *(o for o in found if o is not c)], chooser) < (_LEAST if back else 1.0) * chooser.threshold:
            continue
        for change in found:
            if change.candidate.figure.kind == "change" and _is_change_of(change, c, year):
                result = before(level, change.candidate.figure)
                if result is not None:
                    return Computed(result, (c, change), ("", ""))
    return None


def value_before_event(query: Query, chosen: Sequence[Chosen]) -> Computed | None:
    """Derive what a value was before an event that the best figure is compared with, or counts from: 54人，比换届前减少22人."""
    asked = _EVENT.search(query.text)
    if not asked:
        return None
    event = asked["event"]
    names = [event[i:] for i in range(len(event) - 1)]
    # The best figure is the value or the change behind it.
    pairs = [pair for c in chosen[1:] for pair in ((chosen[0], c), (c, chosen[0]))]
    for level, change in pairs:
        if level.candidate.figure.kind not in {"level", "share"} or change.candidate.figure.kind != "change":
            continue
        if any(re.search(f"[比较]{name}(?:之|以)?前", _between(level, change) or "") for name in names):
            result = before(level.candidate.figure, change.candidate.figure)
            return Computed(result, (level, change), ("", "")) if result is not None else None
    return None


def _between(level: Chosen, change: Chosen) -> str | None:
    """Return what stands between two figures where the second stands right behind the first, None where it does not."""
    if sentence_of(change) != sentence_of(level):
        return None
    a, b, sentence = level.candidate.figure, change.candidate.figure, level.candidate.sentence
    text = sentence.text[max(0, a.end - sentence.start) : max(0, b.start - sentence.start)]
    return text if 0 <= b.start - a.end <= _NEAR and not re.search("[。；;]", text) else None


def asks_back(query: Query) -> bool:
    """Tell a question that wants a value worked out from a later one and its change."""
    return bool(_BACK.search(query.text))


def _is_change_of(change: Chosen, level: Chosen, year: int) -> bool:
    """Tell whether a change stands right behind a level and counts from the year: 达1656亿美元，比1995年底增加920亿美元."""
    between = _between(level, change)
    if between is None:
        return False
    if str(year) in between:
        return True
    named_other = re.search(r"(?:1[89]|20)\d\d", between)
    return (
        not named_other
        and level.candidate.figure.period == str(year + 1)
        and (bool(_LAST_YEAR.search(between)) or len(between) <= 6)
    )
