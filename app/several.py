"""The figures for a question that asks for several values: those that stand together come before the best of each part alone."""

import re
from collections.abc import Callable, Sequence

from app.choosing import Chosen
from app.ways import asks_both_ends, ends_of
from app.joined import joined
from app.subquestions import asks_for_all, by_members, listed, subquestions
from corpus.figures.numerals import fold
from index.need import class_of_unit
from index.query import Query

_GAP = re.compile(r"(?:左右|以上|以内|多)?\s?(?:[、，,]|和|与|及|以及|或)\s?(?:约|近|超|不低于)?")
_SAME_SENTENCE, _SAME_PASSAGE, _SAME_SORT, _OWN_WORDS = 2.0, 1.0, 2.0, 2.0
_TRIED, _ANCHORS = 12, 3
# 几金几银几铜
_COUNTED_TOGETHER = re.compile(r"(?:几[一-龥]){2,}")

Ranked = Sequence[Sequence[Chosen]]


def several(query: Query, chosen: Sequence[Chosen], choose_part: Callable[[Query], list[Chosen]]) -> list[Chosen]:
    """Return one figure, or one for each value that the question asks for.

    Values asked for together mostly stand together: a run of figures (20、32和100亿元) as long as the list that is asked for is the answer in
    its order. Otherwise each part takes its own best figure, no figure twice.
    """
    counted = _counted(query, chosen)
    if counted:
        return counted
    names, asked = listed(query), subquestions(query)
    run = run_of(chosen[0], chosen)
    if len(run) > 1 and len(run) in {len(asked), len(names)}:
        return run
    series = series_of(chosen[0], chosen)
    if len(names) > 2 and len(series) == len(names) != len(asked):
        return series
    if not asked:
        return run if len(run) > 1 and asks_for_all(query) else joined(query, chosen)
    given = _together(asked, [choose_part(part) for part in asked], chosen)
    return _with_ends(given, chosen) if by_members(query, fold(query.text).lower()) and asks_both_ends(query) else given


def _together(asked: Sequence[Query], ranked: Ranked, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures of the parts, those of one sentence where one holds them all about as well."""
    alike = len({part.need for part in asked}) == 1
    words = _own_words(asked)
    anchors = {(*_sentence(c), c.candidate.figure.kind, c.candidate.figure.unit): c for c in (*chosen[:1], *(c for part in ranked for c in part[:_ANCHORS]))}
    whole: dict[tuple[int, int], float] = {}
    for c in chosen:
        whole.setdefault(_sentence(c), c.score)
    least = chosen[-1].score
    tried = [(whole.get(_sentence(a), least), *_assign(ranked, words, a, alike=alike)) for a in anchors.values()]
    return max(tried, key=lambda t: t[0] + t[1])[2]


def _assign(ranked: Ranked, words: Sequence[Sequence[int]], anchor: Chosen, *, alike: bool) -> tuple[float, list[Chosen]]:
    """Give every part a figure of its own beside an anchor, the clearest part first; return how well they fit together as well.

    Parts that ask `alike` are answered by figures of one sort.
    """

    def _fit(c: Chosen, own: Sequence[int]) -> float:
        a, b = c.candidate.figure, anchor.candidate.figure
        spoken = c.candidate.spoken.own
        said = sum(float(spoken[i]) for i in own) / len(own) if own else 0.0
        return _beside(c, anchor) + _OWN_WORDS * said + (_SAME_SORT if alike and (a.kind, a.unit) == (b.kind, b.unit) else 0.0)

    fits = [[(_fit(c, own), c) for c in part[:_TRIED]] for part, own in zip(ranked, words, strict=True)]
    pairs = [(fit - max(f for f, _ in part), fit, i, c) for i, part in enumerate(fits) for fit, c in part]
    taken: dict[int, tuple[float, Chosen]] = {}
    used: set[tuple[int, int]] = set()
    for _, fit, i, c in sorted(pairs, key=lambda p: (-p[0], -p[1], p[2], p[3].candidate.figure.start)):
        place = (c.candidate.sentence.ranked.passage.id, c.candidate.figure.start)
        if i not in taken and place not in used:
            taken[i] = (fit, c)
            used.add(place)
    return sum(fit for fit, _ in taken.values()), [taken[i][1] for i in sorted(taken)]


def _own_words(asked: Sequence[Query]) -> list[list[int]]:
    """Return the places of the terms of each part that no other part has."""
    return [
        [i for i, term in enumerate(part.terms) if not any(term in other.terms for other in asked if other is not part)]
        for part in asked
    ]


def _beside(c: Chosen, anchor: Chosen) -> float:
    """Return the score of a figure, raised if it stands beside the anchor."""
    sentence, other = c.candidate.sentence, anchor.candidate.sentence
    if sentence.ranked.passage.id != other.ranked.passage.id:
        return c.score
    return c.score + (_SAME_SENTENCE if sentence.start == other.start else _SAME_PASSAGE)


def _with_ends(given: Sequence[Chosen], chosen: Sequence[Chosen]) -> list[Chosen]:
    """Put to each figure the other end of the 由A到B that it is part of."""
    every = {(_sentence(c), c.candidate.figure.start): c for c in chosen}
    both: dict[tuple[object, int], Chosen] = {}
    for c in given:
        own = every.get((_sentence(c), c.candidate.figure.start), c)
        for end in ends_of(own, chosen) or (own,):
            both[_sentence(end), end.candidate.figure.start] = end
    return list(both.values())


def _counted(query: Query, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures of 8金9银6铜 where 几金几银几铜 is asked for, empty where it is not or none stand so."""
    asked = _COUNTED_TOGETHER.search(fold(query.text))
    marks = asked[0][1::2] if asked else ""
    for best in chosen[:_TRIED] if marks else ():
        same = _of_sentence(best, chosen)
        text, start = best.candidate.sentence.text, best.candidate.sentence.start
        behind = "".join(text[c.candidate.figure.end - start : c.candidate.figure.end - start + 1] for c in same)
        first = behind.find(marks)
        if first >= 0:
            return same[first : first + len(marks)]
    return []


def run_of(best: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures that stand in one run with the best, in order: nothing but 、 and 和 between them."""
    sentence = best.candidate.sentence
    runs: list[list[Chosen]] = []
    for c in _of_sentence(best, chosen):
        gap = (
            sentence.text[runs[-1][-1].candidate.figure.end - sentence.start : c.candidate.figure.start - sentence.start]
            if runs
            else ""
        )
        if runs and _GAP.fullmatch(gap):
            runs[-1].append(c)
        else:
            runs.append([c])
    return next(run for run in runs if best in run)


def series_of(best: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures of the best one's sort that follow one another in its sentence with no other between them."""
    series: list[Chosen] = []
    for c in _of_sentence(best, chosen):
        if _sort(c) == _sort(best):
            series.append(c)
        elif best in series:
            break
        else:
            series = []
    return series


def _of_sentence(best: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    sentence = best.candidate.sentence
    return sorted((c for c in chosen if c.candidate.sentence is sentence), key=lambda c: c.candidate.figure.start)


def _sort(c: Chosen) -> tuple[str, str]:
    return c.candidate.figure.kind, class_of_unit(c.candidate.figure.unit)


def _sentence(c: Chosen) -> tuple[int, int]:
    return c.candidate.sentence.ranked.passage.id, c.candidate.sentence.start
