"""Answer a question from a library: choose the figures or the sentence, compose, cite, or say that the reports do not hold it."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.alike import alike
from app.answer import Answer
from app.candidates import Candidate
from app.choosing import Chosen, load_chooser
from app.composing import Statement, compose_abstention, compose_computed, compose_figures, compose_text
from app.computing import Computed, asks_back, both_ends, compute, value_before, way_between
from app.followup import read_follow_up
from app.given import answered_before, without_given
from app.joined import joined
from app.lookup import Lookup, Lookups
from app.operations import Operation, read_operation
from app.parts import Part, parts
from app.reading_text import choose_sentences
from app.subquestions import asks_for_all, subquestions
from app.words import WordMatcher
from index.opening import Library
from index.query import Query
from index.scope import Scope
from index.search import limit, search, settle, without

_PASSAGES = 16
_GAP = re.compile(r"(?:左右|以上|以内|多)?\s?(?:[、，,]|和|与|及|以及|或)\s?(?:约|近|超|不低于)?")
_SAME_SENTENCE, _SAME_PASSAGE, _SAME_SORT = 2.0, 1.0, 2.0
_BESIDE_A_SURE_ONE = 0.4


def ask(
    library: Library,
    matcher: WordMatcher,
    question: str,
    *,
    history: Sequence[str] = (),
    limits: Scope | None = None,
    dropped: Scope | None = None,
) -> Answer:
    """Answer a question; `history` are the questions before it, `limits` filters that the user set, `dropped` what he took out."""
    start = time.perf_counter()
    catalogue = library.catalogue()
    query = settle(library, read_follow_up(question, history, catalogue))
    query = limit(without(query, dropped) if dropped else query, limits)
    before = settle(library, read_follow_up(history[-1], history[:-1], catalogue)) if history else None
    answer = _answer(library, matcher, question, query, before)
    return replace(answer, latency_ms=(time.perf_counter() - start) * 1000)


def _answer(library: Library, matcher: WordMatcher, question: str, query: Query, before: Query | None) -> Answer:
    if query.scope.unknown:
        _, nearest = search(library, query, k=3)
        return compose_abstention(question, query, nearest, unknown=query.scope.unknown)
    if query.need.task == "text":
        query, ranked = search(library, query, k=_PASSAGES)
        return compose_text(question, query, choose_sentences(library.encoder, matcher, query, ranked), ranked)
    lookups = Lookups(library, matcher)
    asked = _asked_to_compute(lookups, question, query)
    if asked is not None:
        return asked
    wanted = parts(query)
    answered = answered_before(lookups, before) if before is not None else None
    found_first = without_given([lookups.look_up(part.query) for part in wanted], answered)
    widened = any(found.query.scope.widened for found in found_first)
    searched = replace(query, scope=replace(query.scope, widened=widened))
    ends = next((pair for found in found_first if found.sure and (pair := both_ends(query, found.chosen))), None)
    if ends is not None:
        return compose_figures(question, searched, [Statement("", ends)])
    looked_up = alike([_of_part(part, found) for part, found in zip(wanted, found_first, strict=True)])
    if len(wanted) == 1 and (computed := _worked_out(lookups, looked_up[0])):
        return compose_computed(question, searched, computed)
    # Where one part of a question is answered for sure, the others are likelier to be answered too.
    least = (_BESIDE_A_SURE_ONE if any(found.sure for found in looked_up) else 1.0) * load_chooser().threshold
    answers = [_answer_of(part, found, least) for part, found in zip(wanted, looked_up, strict=True)]
    answers = _with_siblings(wanted, looked_up, answers)
    statements = [
        Statement(part.label, tuple(group))
        for part, chosen in zip(wanted, answers, strict=True)
        for group in _by_sentence(chosen)
    ]
    statements = _without_repeats(statements)
    if not statements:
        nearest = [r for found in looked_up for r in found.ranked[:3]]
        return compose_abstention(question, searched, nearest[:3], unknown=())
    return compose_figures(question, searched, statements)


def _of_part(part: Part, found: Lookup) -> Lookup:
    return found if part.year is None else of_year(found, part.year)


def _answer_of(part: Part, found: Lookup, least: float) -> list[Chosen]:
    """Return the figures that answer one part of a question, empty for none."""
    if part.whole:
        return list(found.chosen[:1]) if found.confidence >= least else []
    return choose_figures(found, least=least)


def _asked_to_compute(lookups: Lookups, question: str, query: Query) -> Answer | None:
    """Answer a question that asks for a computation, None if it asks for none or the reports state the result themselves."""
    if asks_back(query) and (computed := value_before(lookups, query)):
        return compose_computed(question, query, computed)
    operation = read_operation(query)
    if operation is None or (operation.stated and _is_stated(operation, lookups.look_up(query))):
        return None
    computed = compute(lookups, operation)
    if computed is not None:
        return compose_computed(question, query, computed)
    if operation.compares_years and not _states_change(found := lookups.look_up(query)):
        # One of the two years is not in the reports: the value of the other is no answer.
        return compose_abstention(question, query, found.ranked[:3], unknown=())
    return None


def _states_change(found: Lookup) -> bool:
    return found.sure and found.chosen[0].candidate.figure.kind not in {"level", "share"}


def _worked_out(lookups: Lookups, found: Lookup) -> Computed | None:
    """Return a value that the reports imply without stating it: the way between two values, or the value before a stated change."""
    if subquestions(found.query):
        return None
    moved = way_between(found.query, found.chosen) if found.sure else None
    if moved is not None:
        return moved
    years = {str(y) for y in found.query.scope.years}
    stated = found.sure and found.chosen[0].candidate.figure.period in years
    return value_before(lookups, found.query) if years and not stated else None


def _is_stated(operation: Operation, found: Lookup) -> bool:
    """Tell whether a figure found for the whole question is the result itself: a change, a share, a total called one."""
    if not found.sure or len(choose_figures(found)) != 1:
        return False
    candidate = found.chosen[0].candidate
    if operation.kind == "sum":
        before = candidate.sentence.text[: candidate.figure.start - candidate.sentence.start][-12:]
        return bool(re.search("总|共|合计|累计", before))
    return candidate.figure.kind == {"difference": "change", "share": "share"}[operation.kind]


def _without_repeats(statements: Sequence[Statement]) -> list[Statement]:
    """Drop a statement whose figures were all given before."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for statement in statements:
        places = {(c.candidate.sentence.ranked.passage.id, c.candidate.figure.start) for c in statement.chosen}
        if not places <= seen:
            kept.append(statement)
        seen |= places
    return kept


def _by_sentence(chosen: Sequence[Chosen]) -> list[list[Chosen]]:
    groups: dict[tuple[int, int], list[Chosen]] = {}
    for c in chosen:
        groups.setdefault((c.candidate.sentence.ranked.passage.id, c.candidate.sentence.start), []).append(c)
    return list(groups.values())


def of_year(found: Lookup, year: int) -> Lookup:
    """Return a lookup for one of several years without the figures of other years."""
    fitting = tuple(c for c in found.chosen if c.candidate.figure.period in {"", str(year)} or _in_span(c, year))
    return replace(found, chosen=fitting)


def _with_siblings(wanted: Sequence[Part], looked_up: Sequence[Lookup], answers: list[list[Chosen]]) -> list[list[Chosen]]:
    """Give a year that has no answer the figure that stands beside the answer for another year: 1977年增长…，1978年又增长…."""
    given = [c for chosen in answers for c in chosen]
    filled = []
    for part, chosen in zip(wanted, answers, strict=True):
        beside = (
            c
            for found in looked_up
            for c in found.chosen
            if c.candidate.figure.period == str(part.year) and any(_is_sibling(c.candidate, g.candidate) for g in given)
        )
        sibling = max(beside, key=lambda c: c.score, default=None) if part.year is not None and not chosen else None
        filled.append([sibling] if sibling is not None else chosen)
    return filled


def _is_sibling(a: Candidate, b: Candidate) -> bool:
    """Tell figures of one passage that say the same of different years."""
    same = a.sentence.ranked.passage.id == b.sentence.ranked.passage.id and a.figure.period != b.figure.period
    return same and a.figure.kind == b.figure.kind and a.figure.unit == b.figure.unit


def _in_span(chosen: Chosen, year: int) -> bool:
    period = chosen.candidate.figure.period
    return len(period) != 4 and period[:4] <= str(year) <= period[5:9]


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
