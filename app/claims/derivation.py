"""Derive a claimed value that the reports do not state from figures of one sentence that they do: a change, a rate, a share, a sum, the year before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

from app.agreement import digits_of, value_verdict
from app.choosing.chooser import Chosen
from app.claims.naming import likeness
from app.claims.reading import Claimed, ClaimSentence
from app.decimals import plain
from app.working.deriving import before, difference, total
from app.working.ways import ends_of
from app.written import written
from corpus.figures.figure import Figure
from corpus.figures.precision import last_digit

_TRIED, _CLOSE, _ALIKE = 6, 24, 0.5
_HUNDRED, _TENTH = Decimal(100), Decimal("0.1")
_SHARE, _SUM = re.compile("占|比重|比例"), re.compile("合计|共计|[一总]?共(?:有|计)?(?=\\d)|总计|之和|加起来|两者|三者")


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a claimed value follows: the formula and the figures in it."""

    formula: str
    inputs: tuple[Chosen, ...]


def derive(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen]) -> Derivation | None:
    """Return how a claimed value follows from the best figures, None if it does not; a value of one digit follows from too much."""
    if digits_of(claimed.figure) < 2 or claimed.figure.value_to is not None:
        return None
    ways = (_change, _rate, _before, _share, _sum)
    return next((d for way in ways for d in way(claimed, sentence, chosen)), None)


def _change(claimed: Claimed, _sentence: ClaimSentence, chosen: Sequence[Chosen]) -> Iterator[Derivation]:
    """由A到B: the claim tells how much was gained or lost."""
    if claimed.figure.kind == "change":
        for start, end in ends(claimed, chosen):
            result = difference(_figure(end), _figure(start))
            if (
                result is not None
                and _moves(claimed.figure, result.value)
                and agrees(claimed.figure, abs(result.value), result.unit)
            ):
                yield Derivation(result.formula, (end, start))


def _rate(claimed: Claimed, _sentence: ClaimSentence, chosen: Sequence[Chosen]) -> Iterator[Derivation]:
    """由A到B: the claim tells by how much of A."""
    if claimed.figure.kind == "growth" and claimed.figure.unit == "%":
        for start, end in ends(claimed, chosen):
            a, b = _figure(start), _figure(end)
            if a.unit == b.unit != "%" and a.value and _moves(claimed.figure, b.value - a.value):
                said = _rounded(abs(b.value - a.value) / a.value * _HUNDRED, claimed.figure)
                if said is not None:
                    yield Derivation(f"({written(b)} − {written(a)}) ÷ {written(a)} ≈ {said}", (end, start))


def _before(claimed: Claimed, _sentence: ClaimSentence, chosen: Sequence[Chosen]) -> Iterator[Derivation]:
    """达B，比上年增加C: the claim tells the year before."""
    year = claimed.figure.period
    if claimed.figure.kind not in {"level", "share"} or not re.fullmatch(r"\d{4}", year):
        return
    for level in _alike(claimed, chosen):
        own = _figure(level)
        if own.period != str(int(year) + 1) or own.kind not in {"level", "share"}:
            continue
        for change in (c for c in chosen if _place(c) == _place(level) and _figure(c).kind == "change"):
            result = before(own, _figure(change)) if 0 <= _figure(change).start - own.end <= _CLOSE else None
            if result is not None and agrees(claimed.figure, result.value, result.unit):
                yield Derivation(result.formula, (level, change))


def _share(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen]) -> Iterator[Derivation]:
    """The claim tells a part's share of a whole, both of which one sentence gives and the claim names."""
    if claimed.figure.unit != "%" or not _SHARE.search(sentence.text):
        return
    named = [
        c
        for c in chosen[: 4 * _TRIED]
        if _figure(c).kind == "level" and _figure(c).subject and _figure(c).subject[-4:] in sentence.text
    ]
    for part, whole in permutations(named[:_TRIED], 2):
        a, b = _figure(part), _figure(whole)
        if _place(part) == _place(whole) and a.unit == b.unit and 0 < a.value < b.value and a.subject != b.subject:
            said = _rounded(a.value / b.value * _HUNDRED, claimed.figure)
            if said is not None:
                yield Derivation(f"{written(a)} ÷ {written(b)} ≈ {said}", (part, whole))


def _sum(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen]) -> Iterator[Derivation]:
    """The claim adds up what one sentence lists."""
    if not _SUM.search(sentence.text):
        return
    for first in _alike(claimed, chosen, at_least=0.0):
        listed = sorted(
            (c for c in chosen if _place(c) == _place(first) and _figure(c).unit == _figure(first).unit),
            key=lambda c: _figure(c).start,
        )
        for count in range(2, min(len(listed), 5) + 1):
            for at in range(len(listed) - count + 1):
                inputs = listed[at : at + count]
                result = total([_figure(c) for c in inputs])
                if result is not None and agrees(claimed.figure, result.value, result.unit):
                    yield Derivation(result.formula, tuple(inputs))


def ends(claimed: Claimed, chosen: Sequence[Chosen]) -> Iterator[tuple[Chosen, Chosen]]:
    """Yield where values of what a claim names came from and where they got to, as sentences tell it: 由A到B."""
    for c in _alike(claimed, chosen):
        pair = ends_of(c, chosen)
        if pair is not None:
            yield pair


def _alike(claimed: Claimed, chosen: Sequence[Chosen], *, at_least: float = _ALIKE) -> Iterator[Chosen]:
    """Yield the best figures that measure what the claim names."""
    return (c for c in chosen[:_TRIED] if likeness(claimed.figure.subject, _figure(c).subject) >= at_least)


def _moves(claimed: Figure, value: Decimal) -> bool:
    return claimed.polarity == ("+" if value > 0 else "-")


def agrees(claimed: Figure, value: Decimal, unit: str) -> bool:
    """Tell whether a value that was worked out is the claimed one at the precision in which that is written."""
    found = replace(claimed, value=value, unit=unit, text=plain(value), qualifier="", value_to=None)
    return value_verdict(claimed, found) is not None


def at_precision(value: Decimal, claimed: Figure) -> Decimal:
    """Return a quotient to as many places as a claim is written with, to one where that cannot be told."""
    step = last_digit(claimed.text, claimed.value) or _TENTH
    return (value / step).quantize(Decimal(1)) * step


def _rounded(value: Decimal, claimed: Figure) -> str | None:
    """Return a percentage at the claim's precision if that gives the claimed value."""
    if last_digit(claimed.text, claimed.value) is None:
        return None
    near = at_precision(value, claimed)
    return f"{plain(near)}%" if near == claimed.value else None


def _figure(c: Chosen) -> Figure:
    return c.candidate.figure


def _place(c: Chosen) -> tuple[int, int]:
    own = c.candidate.sentence
    return own.ranked.passage.id, own.start
