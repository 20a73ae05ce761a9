"""Find both values of a computation in one sentence, each by what it is called there, where their lookups alone do not tell them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.choosing.standing import ahead, behind, sentence_of
from app.implied.told import Told, sentences_told
from app.preferences.row_words import is_row
from app.working.computed import Computed
from app.working.deriving import Derived, compatible, difference, is_ratio, ratio, share
from app.working.operands import Operation, is_contrary
from app.working.operations import read_operation
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_CLAUSE = re.compile("[，,、；;。：(（]")
_WORD = re.compile(r"[a-z]{3,}")
_LEAST, _STRONG, _AHEAD, _NAMED = 0.8, 1.4, 0.25, 0.3
_TWO = 2
_KINDS = frozenset(["difference", "share", "ratio"])
_NOUN = 10


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Chosen
    second: Chosen
    named: tuple[float, float]

    @property
    def fits(self) -> float:
        return sum(self.named)


def pair_told(lookups: Lookups, operation: Operation, query: Query, *, other: Computed | None = None) -> Computed | None:
    """Return what the two values of a sentence give that are called as an operation wants them, None where no sentence has such.

    Before `other`, found from sentence to sentence, it comes only where both are named outright.
    """
    if operation.compares_years and other is None:
        return _of_years(operation, sentences_told(lookups, query))
    if operation.kind not in _KINDS or operation.compares_years or operation.compares_places or len(operation.operands) != _TWO:
        return None
    if other is not None and len({sentence_of(c) for c in other.inputs}) < _TWO:
        return None
    for told in sentences_told(lookups, query)[:2]:
        pair = _best(operation, told)
        if pair is not None and (other is None or min(pair.named) >= _STRONG / 2):
            computed = _derived(operation, pair)
            if computed is not None:
                return computed
    return None


def _of_years(operation: Operation, sentences: Sequence[Told]) -> Computed | None:
    """Return what two columns of one row give that are of the years compared, where the likeliest figure is one of them or says the same."""
    first, second = (o.scope.years for o in operation.operands)
    if operation.kind not in {"difference", "ratio"} or len(first) != 1 or len(second) != 1 or not sentences:
        return None
    likeliest = max(sentences[0].figures, key=lambda c: c.score).candidate.figure
    for told in sentences[:2]:
        levels = [c for c in told.figures if c.candidate.figure.kind == "level" and not is_ratio(c.candidate.figure)]
        of_years = [[c for c in levels if c.candidate.figure.period == str(years[0])] for years in (first, second)]
        if any(len(own) != 1 for own in of_years) or not is_row(of_years[0][0]):
            continue
        pair = _Pair(of_years[0][0], of_years[1][0], (1.0, 1.0))
        alike = pair.first.candidate.figure.subject == pair.second.candidate.figure.subject
        if alike and likeliest.value in {c.candidate.figure.value for c in (pair.first, pair.second)}:
            return _derived(operation, pair)
    return None


def _best(operation: Operation, told: Told) -> _Pair | None:
    """Return the pair of figures that is called best, None where another is called as well."""
    first, second = operation.operands
    own = [[t for t in a.terms if t not in b.terms] or list(a.terms) for a, b in ((first, second), (second, first))]
    levels = [c for c in told.figures if c.candidate.figure.kind == "level" and not is_ratio(c.candidate.figure)]
    names = {id(c): _name(c, told.figures) for c in levels}
    pairs = [
        _Pair(a, b, (_called(names[id(a)], own[0]), _called(names[id(b)], own[1])))
        for a, b in permutations(levels, _TWO)
        if compatible(*_in_one_unit(a, b)) and not _is_other(first, a) and not _is_other(second, b)
    ]
    pairs = [p for p in pairs if operation.kind != "share" or p.first.candidate.figure.value < p.second.candidate.figure.value]
    ranked = sorted(pairs, key=lambda p: p.fits, reverse=True)
    if not ranked or ranked[0].fits < _LEAST or min(ranked[0].named) < _NAMED:
        return None
    values = [tuple(c.candidate.figure.value for c in (p.first, p.second)) for p in ranked]
    close = any(v != values[0] and p.fits > ranked[0].fits - _AHEAD for p, v in zip(ranked, values, strict=True))
    return None if close else ranked[0]


def _is_other(operand: Query, c: Chosen) -> bool:
    return is_contrary(fold(operand.text), c.candidate.figure.subject)


def _name(c: Chosen, figures: Sequence[Chosen]) -> str:
    """Return what a figure is called: its subject, what stands between the one before it and itself, and the noun behind it."""
    figure, sentence = c.candidate.figure, c.candidate.sentence
    lead = _lead(c, figures)
    after = next((o.candidate.figure.start for o in figures if o.candidate.figure.start >= figure.end), sentence.end)
    noun = _CLAUSE.split(behind(c)[: after - figure.end])[0]
    noun = noun if noun.strip().isascii() else noun[:_NOUN]
    return matching_text(fold(f"{figure.subject} {lead} {figure.unit} {noun}").lower())


def _lead(c: Chosen, figures: Sequence[Chosen]) -> str:
    """Return what a sentence says between the figure before and this one."""
    figure, sentence = c.candidate.figure, c.candidate.sentence
    before = max((o.candidate.figure.end for o in figures if o.candidate.figure.end <= figure.start), default=sentence.start)
    return fold(sentence.text[before - sentence.start : figure.start - sentence.start]).lower()


def _called(name: str, terms: Sequence[str]) -> float:
    """Return how much of some words a name has, longer ones counting for more."""
    weights = [min(len(t), 4) for t in terms]
    return sum(w * _has(name, t) for w, t in zip(weights, terms, strict=True)) / max(sum(weights), 1)


def _has(name: str, term: str) -> float:
    word = matching_text(term)
    if word.isascii():
        stem = re.sub(r"(?:ies|es|ed|s|y|e)$", "", word) if len(word) > 3 else word
        return float(re.search(rf"\b{re.escape(stem)}", name) is not None)
    if word in name:
        return 1.0
    letters = sum(letter in name for letter in word) / len(word)
    return letters / 2 if len(word) > 1 else 0.0


def _in_one_unit(a: Chosen, b: Chosen) -> tuple[Figure, Figure]:
    """Return two figures in the unit of either where the other leaves out what it counts (of the 40 boats, 12)."""
    first, second = a.candidate.figure, b.candidate.figure
    english = not re.search("[一-龥]", a.candidate.sentence.text)
    if english and not first.unit:
        first = replace(first, unit=second.unit)
    if english and not second.unit:
        second = replace(second, unit=first.unit)
    return first, second


def _derived(operation: Operation, pair: _Pair) -> Computed | None:
    first, second = _in_one_unit(pair.first, pair.second)
    inputs, labels = (pair.first, pair.second), operation.labels
    result: Derived | None
    if operation.kind == "difference":
        result = difference(first, second)
        if result is not None and result.value < 0:
            inputs, labels = inputs[::-1], labels[::-1]
            result = difference(second, first)
    elif operation.kind == "share":
        result = share(first, second)
    else:
        result = ratio(first, second)
        if result is not None and result.value < 1:
            result = share(first, second) if operation.either_way else None
    return Computed(result, inputs, labels) if result is not None and result.value else None


def two_apart(lookups: Lookups, query: Query) -> Computed | None:
    """Return by how much two values of one sentence differ that are all it gives of what is asked: 去年约40亿元，今年可能超过50亿元."""
    text = fold(query.text).lower()
    if read_operation(query) is not None:
        # What is set against what is told: both are looked up.
        return None
    if _BEYOND.search(text):
        return _beyond_aim(sentences_told(lookups, query)[:2])
    if len(query.scope.years) != 1 or not _THAN_YEAR.search(text):
        return None
    for told in sentences_told(lookups, query)[:1]:
        asked = query.need.unit if query.need.strict else ""
        levels = [
            c for c in told.figures if c.candidate.figure.kind == "level" and (not asked or c.candidate.figure.unit == asked)
        ]
        if len(levels) != _TWO or not _are_of_two_times(levels, query):
            continue
        first, second = sorted(levels, key=lambda c: c.candidate.figure.value, reverse=True)
        result = difference(first.candidate.figure, second.candidate.figure)
        if result is not None and result.value:
            return Computed(result, (first, second), ("", ""))
    return None


def _beyond_aim(sentences: Sequence[Told]) -> Computed | None:
    """Return by how much an outcome missed or beat the aim of its own sentence."""
    for told in sentences:
        levels = [c for c in told.figures if c.candidate.figure.kind == "level" and not is_ratio(c.candidate.figure)]
        aims = [c for c in levels if _AIM.search(_lead(c, told.figures))]
        done = [c for c in levels if c not in aims]
        if len(aims) != 1 or len(done) != 1:
            continue
        outcome, aim = _in_one_unit(done[0], aims[0])
        more, less = (outcome, aim) if outcome.value > aim.value else (aim, outcome)
        result = difference(more, less)
        inputs = (done[0], aims[0]) if more is outcome else (aims[0], done[0])
        if result is not None and result.value:
            return Computed(result, inputs, ("", ""))
    return None


def _are_of_two_times(levels: Sequence[Chosen], query: Query) -> bool:
    """Tell values of which one is of the year that a question compares with, and the other of another time."""
    years = {str(y) for y in query.scope.years}
    periods = [c.candidate.figure.period for c in levels]
    said = [_NOW.search(_CLAUSE.split(fold(ahead(c)))[-1]) is not None for c in levels]
    return any(p in years and (q not in years or said[1 - i]) for i, (p, q) in enumerate(_both_ways(periods)))


def _both_ways(periods: Sequence[str]) -> Iterator[tuple[str, str]]:
    for a, b in pairwise(periods):
        yield a, b
        yield b, a


_THAN_YEAR = re.compile(
    r"比[^，。？]{0,4}(?:19|20)\d\d年[^，。？]{0,10}(?:多|少|高|低|增加|减少|增长|下降)[^，。？]{0,3}(?:多少|几)"
)
_BEYOND = re.compile(
    r"\bhow (?:much|many|far)\b[^?]*\b(?:beat|exceed|overshoot|undershoot|surpass|miss|overrun|underspend|overspend|fall short|fell short|above|over|under|below)(?:ed|en|s)?\b[^?]*\b(?:target|plan|goal|aim|budget)"
    r"|(?:超额|超出?|超过|少于|低于|不及|没完成|欠)(?:了|完成)?(?:原定|年初|年度|预定)?的?(?:目标|计划|任务|指标)?[^，。？]{0,4}(?:多少|几)(?!倍|成)"
)
_AIM = re.compile(r"\btargets?\b|\bplan(?:ned|s)?\b|\bgoal\b|\bbudgeted\b|目标|计划|任务|原定|预定|指标")
_NOW = re.compile(r"今年|本年|目前|现在|如今|\b(?:this year|today|now)\b")
