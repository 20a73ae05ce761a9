"""What a value is only measured by is no value: the bound of a definition, the round number that was passed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 16
# So much less may a value fit than the bound that it is told by, and than the round number that it passed.
_NO_BOUND, _VALUE = 8.0, 12.0
# 限额以上批发业是指主营业务收入2000万元及以上的企业
# 指 as a verb: no 指标, 指数, 指导, 指挥
_DEFINED = re.compile("(?<![手拇食股])指(?![标数导挥示向定引针出令派明望责战正认使控甲头纹南])[^。；;]*$")
_BOUND = re.compile("(?:及|或)?(?:以上|以下|以内|以外)|(?:含)?的(?:企业|单位|法人|工业)")
_BOUND_ASKED = re.compile("是指|标准|门槛|定义|什么(?:叫|是)|算是|才算|界定|起点")
# 迈上170亿元新台阶、达到177.2亿元; 双双超过30亿元、分别达62.3亿元和31.5亿元
_PASSED = re.compile('(?:突破|迈上|站上|跨上|跃上|迈过|跨越|跨过|超过|越过|超)了?[“”"]?$')
_PASSES = re.compile("(?:突破|迈上|站上|跨上|跃上|迈过|跨越|跨过|超过|越过)了?[“”]?$")
_REACHES = re.compile('[”"]?(?:大关|关口|门槛|台阶|新台阶)?[，、,](?:总量|总额|总值)?(?:分别)?(?:实现|达到|达|为)了?$')
# 突破了什么大关 asks for the round number itself.
_MARK_ASKED = re.compile("(?:什么|哪个|多少[^，。？]{0,6}的?)(?:大关|关口|门槛|台阶)")
_AND, _CLAUSE = re.compile("、|和|与|及"), re.compile("[，,；;。]")


def beyond_bound(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the best figure of a sort that is no bound in a definition, where the question asks for none."""
    if not _is_bound(best) or _BOUND_ASKED.search(query.text):
        return None
    unit = class_of_unit(best.candidate.figure.unit)
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _NO_BOUND and class_of_unit(c.candidate.figure.unit) == unit)
    return next((c for c in likely if not _is_bound(c)), None)


def _is_bound(c: Chosen) -> bool:
    sentence, figure = c.candidate.sentence, c.candidate.figure
    lead, tail = sentence.text[: figure.start - sentence.start], sentence.text[figure.end - sentence.start :]
    return bool(_DEFINED.search(lead) and _BOUND.match(tail))


def value_behind(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the value behind the round number that it passed."""
    if _MARK_ASKED.search(query.text):
        return _mark(best, chosen)
    sentence = best.candidate.sentence
    lead = sentence.text[: best.candidate.figure.start - sentence.start]
    if not _PASSED.search(lead) or fold(best.candidate.figure.text) in fold(query.text):
        return None
    same = sorted((c for c in chosen if sentence_of(c) == sentence_of(best)), key=lambda c: c.candidate.figure.start)
    behind = [c for c in same if c.candidate.figure.start > best.candidate.figure.start]
    if not behind or not _REACHES.search(_between(best, behind[0])):
        return None
    run = [behind[0]]
    for a, b in pairwise(behind):
        if _between(a, b) not in {"、", "和", "与"}:
            break
        run.append(b)
    unit = best.candidate.figure.unit
    fitting = [c for c in run if c.candidate.figure.unit == unit]
    names = _AND.split(_CLAUSE.split(lead)[-1])
    if len(names) == len(fitting) > 1:
        # 社会消费品零售总额和进出口总值双双超过30亿元、分别达…和…: the values have the order of the names.
        said = [sum(len(t) for t in query.terms if t in matching_text(name)) for name in names]
        return fitting[said.index(max(said))]
    likely = (c for c in fitting if best.score - c.score <= _VALUE)
    return max(likely, key=lambda c: c.score, default=None)


def _mark(best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the round number that the best value passed."""
    sentence = best.candidate.sentence
    same = [c for c in chosen if sentence_of(c) == sentence_of(best) and c.candidate.figure.unit == best.candidate.figure.unit]
    marks = [c for c in same if _PASSES.search(sentence.text[: c.candidate.figure.start - sentence.start])]
    before = (c for c in marks if c.candidate.figure.start < best.candidate.figure.start)
    return None if best in marks else max(before, key=lambda c: c.candidate.figure.start, default=None)


def _between(a: Chosen, b: Chosen) -> str:
    sentence = a.candidate.sentence
    return sentence.text[a.candidate.figure.end - sentence.start : b.candidate.figure.start - sentence.start]
