"""Derive from figures of one sentence what is left: of a whole without a part, of what was to be done, of an outcome beyond its plan."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.choosing.chooser import Chosen
from app.choosing.standing import beside, between
from app.working.computed import Computed, is_part_of
from app.working.deriving import difference
from app.working.parts_of_whole import in_unit_of, parts_and_wholes
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.excluded import excluded
from index.query import Query

_ELSE = re.compile("除|[以之]外|其他|其它|其余|另外|非|不含")
# How many of the ferries were not repaired, how much was left
_REST = re.compile(
    r"\bhow (?:many|much)\b[^?]*\b(?:(?:was|were|is|are|did|does|do|has|have|had|been)(?: not|n['’]t)|(?:left|remain(?:s|ed|ing)?|unspent|unused))\b"
)
_TRIED = 3
_LEFT = re.compile(
    r"(?:还有|尚有|剩下?|余下)(?:多少|几)[^，。？]{0,6}?[没未]|[没未]有?[一-龥]{1,6}(?:的[一-龥]{1,4}|的)?(?:还|有|是|剩)*(?:多少|几)|还(?:剩|差)下?(?:多少|几)"
)
_DONE = re.compile("已|完成|办结|解决|建成|投用|化解|整改|销号|兑现")
_STATED = re.compile("未|没|尚|剩|余")
_BEYOND = re.compile(
    r"[，,]?(?:大大|大幅|远远?)?(?:超过|超出|超|高于|多于|低于|少于|比)了?(?:原定|原来|原|年初|预定|预期|五年|国家)*的?(?:计划|目标|指标|预算|预期|任务)[^，。；]{0,6}"
)
_BEYOND_ASKED = re.compile(r"(?:比|较|超过?|超出)[^，。？]{0,6}(?:计划|目标|指标|预算|预期|任务).{0,10}(?:多|少|高|低|超)")


def left_over(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive what is left where the reports give the whole and what is done: 提出问题676个、已解决623个."""
    if not _LEFT.search(fold(query.text)):
        return None
    for whole, done in _neighbours(found):
        way = between(whole, done)
        fits = whole.candidate.figure.value > done.candidate.figure.value and _DONE.search(way) and not _STATED.search(way)
        result = difference(whole.candidate.figure, done.candidate.figure) if fits else None
        if result is not None:
            return Computed(replace(result, kind="level"), (whole, done), ("", ""))
    return None


def beyond_plan(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive how far an outcome is from the plan that its own clause names: 共为493亿元，超过原定计划427.4亿元的15.3%."""
    if not _BEYOND_ASKED.search(fold(query.text)):
        return None
    for outcome, plan in _neighbours(found):
        if _BEYOND.fullmatch(between(outcome, plan)):
            result = difference(outcome.candidate.figure, plan.candidate.figure)
            if result is not None and result.value:
                return Computed(result, (outcome, plan), ("", ""))
    return None


def _neighbours(found: Sequence[Chosen]) -> list[tuple[Chosen, Chosen]]:
    """Return the pairs of neighbours in a sentence, of one unit, of which one is among the likeliest figures."""
    pairs = []
    for best in found[:_TRIED]:
        same = pairwise(beside(best, found))
        pairs += [(a, b) for a, b in same if best in (a, b) and a.candidate.figure.unit == b.candidate.figure.unit]
    return pairs


def besides(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive what is there without the part that a question leaves out, where one sentence gives the whole and that part only."""
    names = [matching_text(name) for name in excluded(query.text)]
    rest = _REST.search(query.text.lower()) is not None
    if not found or not (names or rest):
        return None
    for whole, part in _wholes_and_parts(found) if names else _in_english(found):
        if found[0] not in (whole, part) or (names and not _is_left_out(part, whole, names)):
            continue
        result = difference(whole.candidate.figure, in_unit_of(part, whole))
        if result is not None and result.value > 0:
            return Computed(replace(result, kind="level"), (whole, part), ("", ""))
    return None


def _wholes_and_parts(found: Sequence[Chosen]) -> Iterator[tuple[Chosen, Chosen]]:
    best = found[0].candidate.sentence.ranked.passage.id
    near = [c for c in found if c.candidate.sentence.ranked.passage.id == best and c.candidate.figure.kind == "level"]
    yield from ((whole, part) for part in near for whole in near if is_part_of(part, whole))


def _in_english(found: Sequence[Chosen]) -> Iterator[tuple[Chosen, Chosen]]:
    yield from ((whole, part) for part, whole in parts_and_wholes(beside(found[0], found)))
    yield from ((whole, part) for whole, part in _wholes_and_parts(found))


def _is_left_out(part: Chosen, whole: Chosen, names: Sequence[str]) -> bool:
    """Tell a part that is called what a question leaves out, unlike its whole."""
    own, all_of = (matching_text(c.candidate.figure.subject) for c in (part, whole))
    return any(name in own and name not in all_of for name in names) and not _ELSE.search(own)
