"""Deal the figures that were found out to the parts of a question: those of one sentence come before the best of each part alone."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from math import inf

from app.choosing.called import called, said_of
from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.standing import ahead, between, place_of, sentence_of
from app.choosing.unit_fit import asked_clash
from app.several.subquestions import own_words
from corpus.matching import matching_text
from index.query import Query

_SAME_SENTENCE, _SAME_PASSAGE, _SAME_SORT, _OWN_WORDS, _OF_THE_BEST = 3.0, 1.0, 2.0, 4.0, 1.0
# What a part asks for by name (多少人, 几倍) is no figure of another class.
_OTHER_CLASS, _OTHER_STATUS = 4.0, 2.0
# A rate or a share where neither is asked for.
_RATE_UNASKED = 1.0
# By how much a thing changed where that is not asked.
_CHANGE_UNASKED = 2.0
# What goes on about the value before, and is called the same.
_SAME_NAME = 3.0
# What stands beside the value of the part before, with no ； between.
_SAME_STRETCH = 2.0
# An aim and its outcome are of one measure, wherever they stand.
_OTHER_MEASURE, _OF_ONE_MEASURE = 12.0, 0.3
_PARTS = re.compile("[；;]")
_MOVES = frozenset(["growth", "change"])
# An aim where the outcome of its year is known.
_AIM_ASIDE, _NEARLY = 3.0, 5.0
# What a figure is called right before and behind it, as far as its part of the question says it.
_CALLED = 3.0
_LEAST_SAID = 0.4
_TO_THE_LETTER, _UNNAMED, _LITTLE = 0.99, 5.0, 0.1
# Of what only its part asks for, as far as the name of a figure has it as it is written: 工农业总产值 is not 农业总产值.
_WRITTEN = 2.0
# What a part by itself is answered by, where that stands beside the others.
_FIRST_THERE = 2.5
_TRIED, _ANCHORS = 12, 3

_MARK = re.compile("[，。；,;]")
_OUTCOME_BEHIND = re.compile("实际|完成|达到|结果|执行|最终|最后|计划|目标|预期")
Fitting = list[tuple[float, Chosen]]


def together(asked: Sequence[Query], ranked: Sequence[Sequence[Chosen]], chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return a figure for each part: of all sentences that a part is likely to be answered by, those around the one that suits all best.

    `ranked` are the figures of each part, best first, `chosen` those of the whole question.
    """
    alike = len({part.need for part in asked}) == 1
    words = own_words(asked)
    texts = [part.text for part in asked]
    one_list = _are_of_one_list(texts)
    opposed = [False, *(_are_aim_and_outcome(part, before) for before, part in pairwise(asked))]
    goes_on = [False, *(_goes_on(part, before) for before, part in pairwise(asked))]
    anchors = {
        (*sentence_of(c), c.candidate.figure.kind, c.candidate.figure.unit): c
        for c in (*chosen[:1], *(c for part in ranked for c in part[:_ANCHORS]))
    }
    whole: dict[tuple[int, int], float] = {sentence_of(chosen[0]): chosen[0].score + _OF_THE_BEST}
    for c in chosen:
        whole.setdefault(sentence_of(c), c.score)
    tried = []
    for anchor in anchors.values():
        fits = [
            _fits(q, part, own, anchor, alike=alike, apart=texts.count(q.text) == 1 and not one_list, opposed=any(opposed))
            for q, part, own in zip(asked, ranked, words, strict=True)
        ]
        given = _assign(fits, goes_on, opposed)
        tried.append((whole.get(sentence_of(anchor), chosen[-1].score) + sum(fit for fit, _ in given), [c for _, c in given]))
    return max(tried, key=lambda t: t[0])[1]


def _are_of_one_list(texts: Sequence[str]) -> bool:
    """Tell the members of a list, of which all the same is said, from clauses that are said apart."""
    shared = sum(
        sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*ways, strict=False)))
        for ways in (texts, [text[::-1] for text in texts])
    )
    return 2 * shared >= min(map(len, texts))


def _goes_on(part: Query, before: Query) -> bool:
    """Tell a part that asks on about what the one before it asks: 产值多少，增长百分之几."""
    return part.text.startswith(before.text) and len(part.text) > len(before.text)


def _are_aim_and_outcome(part: Query, before: Query) -> bool:
    """Tell parts that ask for the aim and for the outcome of one thing: 原来想修几座，到底修成几座."""
    return _goes_on(part, before) and {part.need.status, before.need.status} == {"target", "actual"}


def _fits(
    query: Query, part: Sequence[Chosen], own: Sequence[int], anchor: Chosen, *, alike: bool, apart: bool, opposed: bool
) -> Fitting:
    """Return the likeliest figures of a part, and those beside an anchor, with how well they fit; parts that ask `alike` want one sort."""
    near = [c for i, c in enumerate(part) if i < _TRIED or sentence_of(c) == sentence_of(anchor)]
    named = {sentence_of(c) for c in near if _said(c, own) >= _TO_THE_LETTER}
    written = _to_the_letter(near, query, own)
    told = [_words(c, query, own, apart=apart, named=named, written=written) for c in near]
    fits = []
    for c, words in zip(near, told, strict=True):
        a, b = c.candidate.figure, anchor.candidate.figure
        if c.meant and c is part[0]:
            # 最高也只有5% leaves out what it is said of: it is meant in spite of the words around its neighbours.
            beside_it = [w for other, w in zip(near, told, strict=True) if sentence_of(other) == sentence_of(c)]
            words = max(beside_it, key=lambda w: w.fit)
        sort = _SAME_SORT if alike and (a.kind, a.unit) == (b.kind, b.unit) else 0.0
        other = _OTHER_CLASS * asked_clash(query.need, a)
        moved = not opposed and a.kind in _MOVES and not _MOVES.isdisjoint(query.need.kinds)
        # What an aim is more than the year before is told as an aim or as an outcome: 拟安排资金80亿元，比上年增加5亿元.
        other += _OTHER_STATUS * (query.need.status is not None and a.status != query.need.status and not moved)
        other += _AIM_ASIDE * (query.need.status is None and _has_outcome(c, part, own))
        first = _FIRST_THERE * (c is part[0] and sentence_of(c) == sentence_of(anchor))
        rate = _RATE_UNASKED * (a.kind in {"growth", "share"} and _asks_for_amount(query))
        rate += _CHANGE_UNASKED * (a.kind == "change" and not query.need.kinds)
        # What stands beside the others counts as far as it speaks of what only its part asks for.
        beside = _beside(c, anchor) * (max(words.said, _LEAST_SAID) if own else 1.0)
        fits.append((c.score + beside + words.fit + sort + first - other - rate, c))
    return sorted(fits, key=lambda f: (-f[0], f[1].candidate.figure.start))


@dataclass(frozen=True, slots=True)
class _Words:
    """How far a figure speaks of the words that only its part asks for, and how well it fits by all that its name and its clause say."""

    said: float
    fit: float


def _words(
    c: Chosen,
    query: Query,
    own: Sequence[int],
    *,
    apart: bool,
    named: Container[tuple[int, int]],
    written: Container[tuple[tuple[int, int], int]],
) -> _Words:
    # 新增装机 speaks of no 总装机 where that stands beside it.
    clause = matching_text(_MARK.split(ahead(c))[-1]) + called(c)
    only_near = [i for i in own if (sentence_of(c), i) in written and matching_text(query.terms[i]) not in clause]
    said = _said(c, own) - sum(float(c.candidate.spoken.own[i]) for i in only_near) / max(len(own), 1)
    # 内地四百七十二个、沿海二百二十二个: what stands beside a figure that has the very word is no value of it.
    unnamed = _UNNAMED * (said < _TO_THE_LETTER and sentence_of(c) in named)
    as_called = _CALLED * (apart and said_of(c, query.text))
    return _Words(said, _OWN_WORDS * said + as_called + _WRITTEN * _written(c, query, own) - unnamed)


def _has_outcome(aim: Chosen, part: Sequence[Chosen], own: Sequence[int]) -> bool:
    """Tell an aim for whose year a part has an outcome of one unit that fits nearly as well, and says as much of its own words."""
    a = aim.candidate.figure
    if a.status != "target" or not a.period:
        return False
    likely = (c for c in part[:_TRIED] if aim.score - c.score <= _NEARLY)
    sort = (a.period, a.unit, a.kind)
    said = _said(aim, own) - _LITTLE
    return any(
        c.candidate.figure.status == "actual"
        and _said(c, own) >= said
        and (c.candidate.figure.period, c.candidate.figure.unit, c.candidate.figure.kind) == sort
        for c in likely
    )


def _said(c: Chosen, own: Sequence[int]) -> float:
    """Return how far a figure speaks of the words that only its part asks for."""
    return sum(float(c.candidate.spoken.own[i]) for i in own) / len(own) if own else 0.0


def _to_the_letter(near: Sequence[Chosen], query: Query, own: Sequence[int]) -> Container[tuple[tuple[int, int], int]]:
    """Return the sentences and the places of words (of more than one letter) of which one figure there has the very word in its name."""
    return {
        (sentence_of(c), i) for c in near for i in own if len(query.terms[i]) > 1 and matching_text(query.terms[i]) in called(c)
    }


def _written(c: Chosen, query: Query, own: Sequence[int]) -> float:
    """Return the share of the words (of more than one letter) only its part asks for that a figure is called by, as they are written."""
    words = [t for i in own if len(t := query.terms[i]) > 1]
    name = called(c)
    return sum(matching_text(t) in name for t in words) / len(words) if words else 0.0


def _asks_for_amount(query: Query) -> bool:
    """Tell a part that says nothing of a rate or a share: 增加值各是多少."""
    return not query.need.kinds and query.need.unit_class in {"", "money", "count", "people"}


def _beside(c: Chosen, anchor: Chosen) -> float:
    if sentence_of(c) == sentence_of(anchor):
        return _SAME_SENTENCE
    return _SAME_PASSAGE if sentence_of(c)[0] == sentence_of(anchor)[0] else 0.0


def _assign(fits: Sequence[Fitting], goes_on: Sequence[bool], opposed: Sequence[bool]) -> Fitting:
    """Give every part a figure of its own, in the order of the parts: those that fit best in sum.

    A part that `goes_on` about the one before best has a figure of the same name; an aim and its outcome are `opposed`, and of one measure. No part needs more than its best of each place, one for
    itself and one for every other part.
    """
    best = [_each_place(part, len(fits)) for part in fits]
    # What the parts from here on can have at most.
    most = [
        sum(part[0][0] for part in best[i:] if part) + _SAME_NAME * sum(goes_on[i:]) + _SAME_STRETCH * (len(best) - i)
        for i in range(len(best) + 1)
    ]
    given: Fitting = []
    reached = -inf

    def _give(i: int, total: float, taken: Fitting) -> None:
        nonlocal given, reached
        if i == len(best):
            if (len(taken), total) > (len(given), reached):
                given, reached = taken, total
            return
        if len(taken) + len(best) - i == len(given) and total + most[i] <= reached:
            return
        used = {place_of(c) for _, c in taken}
        free = [f for f in best[i] if place_of(f[1]) not in used]
        for fit in free:
            same = _SAME_NAME * (goes_on[i] and bool(taken) and _are_of_one_name(taken[-1][1], fit[1]))
            near = _SAME_STRETCH * (bool(taken) and _are_of_one_stretch(taken[-1][1], fit[1]))
            near -= _OTHER_MEASURE * (opposed[i] and not _may_be_opposed(taken[-1][1], fit[1]))
            _give(i + 1, total + fit[0] + same + near, [*taken, fit])
        if not free:
            _give(i + 1, total, taken)

    _give(0, 0.0, [])
    return given


def _are_of_one_name(a: Chosen, b: Chosen) -> bool:
    """Tell two figures of one sentence that are of the same: 286家 and the 4% by which they are more."""
    name = a.candidate.figure.subject
    return bool(name) and name == b.candidate.figure.subject and sentence_of(a) == sentence_of(b)


def _may_be_opposed(a: Chosen, b: Chosen) -> bool:
    """Tell two figures that may be an aim and its outcome: called alike, or one right behind the other (计划3%，实际4%)."""
    first, second = sorted((a, b), key=lambda c: c.candidate.figure.start)
    told = sentence_of(a) == sentence_of(b) and _OUTCOME_BEHIND.search(between(first, second)) is not None
    # The same value of the same status is the same aim, told twice.
    apart = (a.candidate.figure.value, a.candidate.figure.status) != (b.candidate.figure.value, b.candidate.figure.status)
    return told or (apart and named_alike(a.candidate, b.candidate) >= _OF_ONE_MEASURE)


def _are_of_one_stretch(a: Chosen, b: Chosen) -> bool:
    """Tell two figures of one sentence that no ； parts: 高中8所，学生5千人；初中9所，学生6千人."""
    if sentence_of(a) != sentence_of(b):
        return False
    first, second = sorted((a, b), key=lambda c: c.candidate.figure.start)
    return not _PARTS.search(between(first, second))


def _each_place(part: Fitting, n: int) -> Fitting:
    """Return the first `n` figures of a part, none twice."""
    first: dict[tuple[int, int], tuple[float, Chosen]] = {}
    for fit in part:
        first.setdefault(place_of(fit[1]), fit)
        if len(first) == n:
            break
    return list(first.values())
