"""What share several things together have: 甲类和乙类收入合计占总收入多少."""

import re
from dataclasses import replace

from app.choosing.lookup import Lookups
from app.working.computed import Computed
from app.working.computing import compute
from app.working.deriving import share_of_sum
from app.working.operands import operand
from app.working.operations import read_sum
from corpus.figures.numerals import fold
from index.query import Query

_ASKED = re.compile(
    r"^(?P<left>[^，。？]*?(?:、|和|与|及|加)[^，。？]*?)(?:合计|一共|总共|合起来|加起来|之和|共)?[，,]?占(?:到|了)?(?P<right>[^，。？]{2,24}?)的?(?:比重|比例|份额|百分之[几多]|几成|多少|多大)"
)
_TOGETHER = re.compile("合计|一共|总共|合起来|加起来|之和|共(?=占)")


def share_of_sum_asked(lookups: Lookups, query: Query) -> Computed | None:
    """Return the share of a sum, None if a question asks for none or its figures are not found for sure."""
    text = fold(query.text).lower().strip(" ？?。")
    match = _ASKED.search(text)
    if match is None or not _TOGETHER.search(text[: match.start("right")]) or len(query.scope.years) > 1:
        return None
    need = replace(query.need, unit="", unit_class="", kinds=("level",), many=False, strict=False)
    left = f"{match['left']}合计多少"
    summed = read_sum(replace(query, text=left, need=need), left)
    if summed is None:
        return None
    rest = {t for o in summed.operands for t in o.terms}
    whole = operand(query, match["right"], None)
    own = tuple(t for t in whole.terms if t not in {"占"})
    # What is said of the whole behind 占 is no word of the parts.
    parts = tuple(replace(o, terms=tuple(t for t in o.terms if t not in own or t in left)) for o in summed.operands)
    added = compute(lookups, replace(summed, operands=parts))
    found = lookups.look_up(replace(whole, terms=own, need=need, background=tuple(rest - set(own))))
    if added is None or not found.sure:
        return None
    result = share_of_sum([c.candidate.figure for c in added.inputs], found.chosen[0].candidate.figure)
    inputs = (*added.inputs, found.chosen[0])
    return Computed(result, inputs, ("",) * len(inputs)) if result is not None else None
