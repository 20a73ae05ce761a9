"""Derive what the rest of a whole comes to, where a sentence gives the whole and all other parts: 其中甲3亿元、乙2亿元，其余为丙."""

import re
from collections.abc import Sequence
from decimal import Decimal

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.choosing.standing import sentence_of
from app.implied.told import Told, is_named, sentences_told
from app.working.computed import Computed
from app.working.deriving import compatible, remainder
from corpus.figures.numerals import fold
from index.query import Query

_REST = re.compile(
    r"(?:其余|余下|剩余|剩下)的?(?:部分)?(?:[一-龥]{0,3}?)(?:为|是|属于?|来自|用于)(?P<name>[^，。；,;]{2,20})"
    r"|\b(?:the )?(?:remainder|rest|balance)\b(?: (?:went|goes|going|was|were|is|are|came|comes|being|spent))?(?: (?:to|for|on|from|in|by|into))? (?P<to>[a-z][\w '’-]{2,40})"
    r"|(?P<from>[a-z][\w '’-]{2,40}?) (?:ma[dk]e|makes|making|accounted for|account for|accounting for|took|provided) (?:up )?(?:the )?(?:rest|remainder|balance)\b",
    re.IGNORECASE,
)
_TELLS_REST = re.compile(r"其余|余下|剩余|剩下|\b(?:remainder|rest|balance)\b", re.IGNORECASE)
_RATES = frozenset(["percent", "points", "times"])


def rest_of_whole(lookups: Lookups, query: Query) -> Computed | None:
    """Return what the rest comes to that a question names, None if no sentence tells of it as the rest."""
    if query.need.unit_class in _RATES or len(query.scope.years) > 1:
        return None
    # What the plain question finds is needed anyhow; most questions find nothing that is told as the rest.
    if not any(_TELLS_REST.search(c.candidate.sentence.text) for c in lookups.look_up(query).chosen):
        return None
    for told in sentences_told(lookups, query):
        sentence = told.figures[0].candidate.sentence
        for match in _REST.finditer(fold(sentence.text)):
            name = next(n for n in match.groups() if n)
            computed = _left(told, sentence.start + match.start()) if is_named(name, fold(query.text).lower(), query) else None
            if computed is not None:
                return computed
    return None


def _left(told: Told, start: int) -> Computed | None:
    """Return the whole less all parts that stand between it and the word for the rest."""
    levels = [c for c in told.figures if c.candidate.figure.kind == "level" and c.candidate.figure.start < start]
    if not levels:
        return None
    same = [c for c in levels if compatible(c.candidate.figure, levels[-1].candidate.figure)]
    whole, parts = same[0], same[1:]
    if not parts or _sum(parts) >= whole.candidate.figure.value:
        ahead = _ahead(told, same)
        if ahead is None:
            return None
        whole, parts = ahead, same
    result = remainder(whole.candidate.figure, [c.candidate.figure for c in parts])
    return Computed(result, (whole, *parts), ("",) * (1 + len(parts))) if result is not None else None


def _ahead(told: Told, parts: Sequence[Chosen]) -> Chosen | None:
    """Return the whole that a sentence ahead tells, the nearest that is more than the parts together."""
    first: dict[tuple[int, int], Chosen] = {}
    for c in told.around:
        one_sort = c.candidate.figure.kind == "level" and compatible(c.candidate.figure, parts[0].candidate.figure)
        if one_sort and c.candidate.figure.start < parts[0].candidate.figure.start:
            first.setdefault(sentence_of(c), c)
    wholes = [c for c in first.values() if sentence_of(c) != sentence_of(parts[0]) and c.candidate.figure.value > _sum(parts)]
    return wholes[-1] if wholes else None


def _sum(parts: Sequence[Chosen]) -> Decimal:
    return sum((c.candidate.figure.value for c in parts), Decimal(0))
