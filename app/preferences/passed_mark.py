"""The value behind a round number that it passed: of 突破170亿元大关，达到177.2亿元 the second is what there is."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, beside, between, sentence_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

# So much less may the value fit than the round number.
_FITS = 12.0
# 迈上170亿元新台阶、达到177.2亿元; 双双超过30亿元、分别达62.3亿元和31.5亿元
_PASSED = re.compile('(?:突破|迈上|站上|跨上|跃上|迈过|跨越|跨过|超过|越过|超)了?[“”"]?$')
_PASSES = re.compile("(?:突破|迈上|站上|跨上|跃上|迈过|跨越|跨过|超过|越过)了?[“”]?$")
_REACHES = re.compile('[”"]?(?:大关|关口|门槛|台阶|新台阶)?[，、,](?:总量|总额|总值)?(?:分别)?(?:实现|达到|达|为)了?$')

# 突破了什么大关 asks for the round number itself.
_MARK_ASKED = re.compile("(?:什么|哪个|多少[^，。？]{0,6}的?)(?:大关|关口|门槛|台阶)")
_AND, _CLAUSE = re.compile("、|和|与|及"), re.compile("[，,；;。]")


def beyond_mark(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the value behind the round number that it passed."""
    if _MARK_ASKED.search(query.text):
        return _mark(best, chosen)
    lead = ahead(best)
    if not _PASSED.search(lead) or fold(best.candidate.figure.text) in fold(query.text):
        return None
    behind = [c for c in beside(best, chosen) if c.candidate.figure.start > best.candidate.figure.start]
    if not behind or not _REACHES.search(between(best, behind[0])):
        return None
    run = [behind[0]]
    for a, b in pairwise(behind):
        if between(a, b) not in {"、", "和", "与"}:
            break
        run.append(b)
    unit = best.candidate.figure.unit
    fitting = [c for c in run if c.candidate.figure.unit == unit]
    names = _AND.split(_CLAUSE.split(lead)[-1])
    if len(names) == len(fitting) > 1:
        # 社会消费品零售总额和进出口总值双双超过30亿元、分别达…和…: the values have the order of the names.
        said = [sum(len(t) for t in query.terms if t in matching_text(name)) for name in names]
        return fitting[said.index(max(said))]
    likely = (c for c in fitting if best.score - c.score <= _FITS)
    return max(likely, key=lambda c: c.score, default=None)


def _mark(best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the round number that the best value passed."""
    same = [c for c in chosen if sentence_of(c) == sentence_of(best) and c.candidate.figure.unit == best.candidate.figure.unit]
    marks = [c for c in same if _PASSES.search(ahead(c))]
    before = (c for c in marks if c.candidate.figure.start < best.candidate.figure.start)
    return None if best in marks else max(before, key=lambda c: c.candidate.figure.start, default=None)
