"""Tell whether a share that the reports state is the one that is asked for: of that part, in that whole."""

import re
from collections.abc import Collection

from app.choosing.lookup import Lookup
from app.choosing.standing import ahead
from app.working.operands import Operation
from corpus.figures.numerals import fold

# 进出口 speaks of neither 进口 nor 出口.
_SPOKEN = 0.7
_FOREIGN_TRADE = re.compile("进出口")


def speaks_of(found: Lookup, terms: Collection[str]) -> bool:
    """Tell whether the best figure speaks of one of some terms."""
    spoken = found.chosen[0].candidate.spoken.own
    return any(spoken[i] >= _SPOKEN for i, t in enumerate(found.query.terms) if t in terms)


def is_share_of(operation: Operation, found: Lookup) -> bool:
    """Tell whether a share is that of the part asked about: what stands before 占 speaks of it, or a rate speaks of what only the part is called."""
    candidate = found.chosen[0].candidate
    part = ahead(found.chosen[0]).rpartition("占")[0]
    own = set(operation.operands[0].terms) - set(operation.operands[1].terms)
    if not part and own and candidate.figure.subject.endswith("率"):
        # 赤字率 is no share that one deficit has of another.
        return all(speaks_of(found, {t}) for t in own)
    part = _FOREIGN_TRADE.sub("", re.split("[，,；;。、]", fold(part).lower())[-1] or part)
    asked = "".join(operation.operands[0].terms).replace("gdp", "生产总值")
    return not part or not asked or bool(set(asked) & set(part.replace("gdp", "生产总值")))
