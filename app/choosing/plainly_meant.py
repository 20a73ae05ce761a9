"""What a question plainly means where figures fit nearly alike: the outcome and no aim, the group and not its parent, the value and no bound."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.stocks import moved
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_TRIED = 12
_NAMED_ALIKE = 0.6
# So much less may an outcome fit than the aim, the value of a group than that of its parent, a value than the bound that it passed.
_OUTCOME, _GROUP, _VALUE = 4.0, 4.0, 12.0
_PARENT = re.compile("母公司|子公司|参股公司")
# 迈上3万亿元新台阶、达到30145.79亿元; 双双超过1万亿元、分别达11012.62亿元和10914.28亿元
_PASSED = re.compile("(?:突破|迈上|站上|跨上|跃上|迈过|跨越|跨过|超过|越过|超)了?[“”\"]?$")
_REACHES = re.compile("[”\"]?(?:大关|关口|门槛|台阶|新台阶)?[，、,](?:总量|总额|总值)?(?:分别)?(?:实现|达到|达|为)了?$")

_AND, _CLAUSE = re.compile("、|和|与|及"), re.compile("[，,；;。]")


def plainly_meant(query: Query, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Return the figures with what the question plainly means before what merely fits its words as well."""
    for better in (_value, _group, _outcome):
        chosen = _first(better, query, chosen)
    return chosen


def _first(better: Callable[[Query, Chosen, Sequence[Chosen]], Chosen | None], query: Query, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    other = better(query, chosen[0], chosen) if chosen else None
    return moved(chosen, other, chosen[0]) if other is not None else chosen


def _outcome(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return what was reached in the year of an aim that fits best, where a question asks for neither (2012年新增就业多少)."""
    aim = best.candidate.figure
    if query.need.status is not None or query.scope.issued or aim.status != "target" or not query.scope.years:
        return None
    return next(
        (c for c in _rivals(best, chosen, _OUTCOME) if c.candidate.figure.status == "actual" and _is_dated_alike(c, best)), None
    )


def _is_dated_alike(c: Chosen, aim: Chosen) -> bool:
    return c.candidate.figure.period == aim.candidate.figure.period


def _group(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the value of the whole company where the row that fits best is of its parent's or a daughter's table."""
    if _PARENT.search(query.text) or not _is_of_parent(best):
        return None
    rivals = (c for c in _rivals(best, chosen, _GROUP) if _is_dated_alike(c, best))
    return next((c for c in rivals if not _is_of_parent(c)), None)


def _is_of_parent(c: Chosen) -> bool:
    passage = c.candidate.sentence.ranked.passage
    return bool(passage.context) and bool(_PARENT.search(f"{passage.context} {c.candidate.figure.subject}"))


def _value(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the value behind the round number that it passed."""
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
    fitting = [c for c in run if c.candidate.figure.unit == unit and best.score - c.score <= _VALUE]
    names = _AND.split(_CLAUSE.split(lead)[-1])
    if len(names) == len(fitting) > 1:
        # 社会消费品零售总额和进出口总值双双超过1万亿元、分别达…和…: the values have the order of the names.
        said = [sum(t in matching_text(name) for t in query.terms) for name in names]
        return fitting[said.index(max(said))]
    return max(fitting, key=lambda c: c.score, default=None)


def _rivals(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    """Return the figures that are called what the best is, are of its sort, and fit nearly as well."""
    figure = best.candidate.figure
    return [
        c
        for c in chosen[1:_TRIED]
        if (c.candidate.figure.kind, c.candidate.figure.unit) == (figure.kind, figure.unit)
        and best.score - c.score <= most
        and named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE
    ]


def _between(a: Chosen, b: Chosen) -> str:
    sentence = a.candidate.sentence
    return sentence.text[a.candidate.figure.end - sentence.start : b.candidate.figure.start - sentence.start]
