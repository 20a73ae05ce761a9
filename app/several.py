"""Choose the figures that answer a lookup: one, or one for each value that the question asks for."""

import re
from collections.abc import Callable, Sequence

from app.choosing import Chosen
from app.joined import joined
from app.lookup import Lookup
from app.subquestions import asks_for_all, subquestions
from index.query import Query

_GAP = re.compile(r"(?:左右|以上|以内|多)?\s?(?:[、，,]|和|与|及|以及|或)\s?(?:约|近|超|不低于)?")
_SAME_SENTENCE, _SAME_PASSAGE, _SAME_SORT = 2.0, 1.0, 2.0


def choose_figures(found: Lookup, *, least: float | None = None) -> list[Chosen]:
    """Return the figures that answer: one, or one for each value that the question asks for; empty to abstain.

    `least` is the confidence from which the best figure counts as an answer, if another than the usual.
    """
    sure = found.sure if least is None else bool(found.chosen) and found.confidence >= least
    return _several(found.query, found.chosen, found.choose) if sure else []


def _several(query: Query, chosen: Sequence[Chosen], choose_part: Callable[[Query], list[Chosen]]) -> list[Chosen]:
    """Return one figure, or one for each value that the question asks for.

    Values asked for together mostly stand together: a run of figures (20、32和100亿元) as long as the list that is asked for is the answer in
    its order. Otherwise each part takes its own best figure, no figure twice.
    """
    asked = subquestions(query)
    run = run_of(chosen[0], chosen)
    if len(run) > 1 and (len(run) == len(asked) or (not asked and asks_for_all(query))):
        return run
    if not asked:
        return joined(query, chosen)
    alike = len({part.need for part in asked}) == 1
    return _assign([choose_part(part) for part in asked], chosen[0], alike=alike)


def _assign(ranked_parts: Sequence[Sequence[Chosen]], anchor: Chosen, *, alike: bool) -> list[Chosen]:
    """Give every part a figure of its own: the clearest part first. Parts that ask `alike` are answered by figures of one sort."""

    def _fit(c: Chosen) -> float:
        a, b = c.candidate.figure, anchor.candidate.figure
        return _beside(c, anchor) + (_SAME_SORT if alike and (a.kind, a.unit) == (b.kind, b.unit) else 0.0)

    taken: dict[int, Chosen] = {}
    used: set[tuple[int, int]] = set()
    pairs = [(_fit(c) - max(_fit(o) for o in part), _fit(c), i, c) for i, part in enumerate(ranked_parts) for c in part[:12]]
    for _, _, i, c in sorted(pairs, key=lambda p: (-p[0], -p[1], p[2], p[3].candidate.figure.start)):
        place = (c.candidate.sentence.ranked.passage.id, c.candidate.figure.start)
        if i not in taken and place not in used:
            taken[i] = c
            used.add(place)
    return [taken[i] for i in sorted(taken)]


def _beside(c: Chosen, anchor: Chosen) -> float:
    """Return the score of a figure, raised if it stands beside the best of the whole question."""
    sentence, other = c.candidate.sentence, anchor.candidate.sentence
    if sentence.ranked.passage.id != other.ranked.passage.id:
        return c.score
    return c.score + (_SAME_SENTENCE if sentence.start == other.start else _SAME_PASSAGE)


def run_of(best: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures that stand in one run with the best, in order: nothing but 、 and 和 between them."""
    sentence = best.candidate.sentence
    same = sorted((c for c in chosen if c.candidate.sentence is sentence), key=lambda c: c.candidate.figure.start)
    runs: list[list[Chosen]] = []
    for c in same:
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
