"""Work a value out from a later one and its change: 49%，比上年提升12个百分点 gives 37% for the year before."""

import re
from dataclasses import replace

from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.lookup import Lookups
from app.working.computed import Computed, sentence_of
from app.working.deriving import before
from index.query import Query

_TRIED = 8
_LEAST = 0.5
_LAST_YEAR = re.compile("上年|去年|年初|同期")
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


def asks_back(query: Query) -> bool:
    """Tell a question that wants a value worked out from a later one and its change."""
    return bool(_BACK.search(query.text))


def _is_change_of(change: Chosen, level: Chosen, year: int) -> bool:
    """Tell whether a change stands right behind a level and counts from the year: 达1656亿美元，比1995年底增加920亿美元."""
    if sentence_of(change) != sentence_of(level):
        return False
    a, b = level.candidate.figure, change.candidate.figure
    sentence = level.candidate.sentence
    between = sentence.text[max(0, a.end - sentence.start) : max(0, b.start - sentence.start)]
    if not 0 <= b.start - a.end <= 24 or re.search("[。；;]", between):
        return False
    if str(year) in between:
        return True
    named_other = re.search(r"(?:1[89]|20)\d\d", between)
    return not named_other and a.period == str(year + 1) and (bool(_LAST_YEAR.search(between)) or len(between) <= 6)
