"""Tell whether a share that the reports state is the one that is asked for: of that part, in that whole."""

import re
from collections.abc import Collection
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup
from app.choosing.standing import ahead
from app.working.operands import Operation
from corpus.figures.numerals import fold

# 进出口 speaks of neither 进口 nor 出口.
_SPOKEN = 0.7
_FOREIGN_TRADE = re.compile("进出口")
# What names no whole: 占全国的, 占比.
_OF_SHARE = re.compile("比重|比例|比|全[国省市区县州部球]|全?世界|我国|国内|总[额量数值]?|的|达到?|为|约|近|超过?|[^一-龥]")


def is_share_in_row(operation: Operation, chosen: Chosen) -> bool:
    """Tell a share whose column says of what and in what: 现金分红总额占净利润的比率."""
    figure = chosen.candidate.figure
    part, of, whole = figure.subject.rpartition("占")
    row = bool(chosen.candidate.sentence.ranked.passage.context) and figure.kind == "share" and bool(of)
    first, second = ([t for t in o.terms if len(t) > 1] for o in operation.operands)
    own = [t for t in second if t not in first]
    return row and any(t in part for t in first) and any(t in whole for t in own)


def speaks_of(found: Lookup, terms: Collection[str]) -> bool:
    """Tell whether the best figure speaks of one of some terms."""
    spoken = found.chosen[0].candidate.spoken.own
    return any(spoken[i] >= _SPOKEN for i, t in enumerate(found.query.terms) if t in terms)


def is_share_of(operation: Operation, found: Lookup) -> bool:
    """Tell whether a share is that of the part asked about: what stands before 占 speaks of it, or a rate speaks of what only the part is called."""
    candidate = found.chosen[0].candidate
    part, of, whole = ahead(found.chosen[0]).rpartition("占")
    if of and _is_other_whole(operation, whole):
        return False
    own = set(operation.operands[0].terms) - set(operation.operands[1].terms)
    if not part and own and candidate.figure.subject.endswith("率"):
        # 赤字率 is no share that one deficit has of another.
        return all(speaks_of(found, {t}) for t in own)
    part = _FOREIGN_TRADE.sub("", re.split("[，,；;。、]", fold(part).lower())[-1] or part)
    asked = "".join(operation.operands[0].terms).replace("gdp", "生产总值")
    return not part or not asked or bool(set(asked) & set(part.replace("gdp", "生产总值")))


def _is_other_whole(operation: Operation, whole: str) -> bool:
    """Tell whether what stands behind 占 is called nothing like the whole that is asked about: 占批发额的31% is no share of 门店总数."""
    named = _OF_SHARE.sub("", fold(whole).lower().replace("gdp", "生产总值"))
    asked = "".join(operation.operands[-1].terms).replace("gdp", "生产总值")
    return len(named) > 1 and len(asked) > 1 and not any(f"{a}{b}" in asked for a, b in pairwise(named))
