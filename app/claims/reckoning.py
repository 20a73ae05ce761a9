"""Hold a claimed difference, rate, share, multiple or sum that no report states against what the reports' own values give.

The values are looked up and put together by `app/working`, as for a question. What bears a claim out or refutes it here must surely be of its measure,
place and periods: each value is named as the claim names it, of the very year, reached and not aimed at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, pairwise

from app.agreement import digits_of
from app.choosing.candidates import FEATURES as OF_CANDIDATE
from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.lookup import Lookups
from app.claims.comparing import Comparison, comparisons
from app.claims.derivation import Derivation, agrees, at_precision
from app.claims.held import Held
from app.claims.looking import Looker
from app.claims.naming import exclude, is_per_head, likeness
from app.claims.reading import Claimed, ClaimSentence
from app.decimals import plain
from app.working.computing import Trial, compute, trials
from app.working.deriving import difference
from app.working.of_year import starts_a_way
from app.working.operands import Operation
from app.working.working_out import is_of_base
from app.written import written
from corpus.figures.figure import Figure
from corpus.matching import matching_text
from index.query import Query

_FOREIGN, _ELSEWHERE = (OF_CANDIDATE.index(n) for n in ("foreign", "place_missing"))
# How much less than the best a trial may fit, and how many are looked at.
_BEHIND, _TRIED = 6.0, 24
# How alike a value's name must be to what its side of the claim is called, and how far its words must speak of it in another language.
_NAMED, _SURELY_NAMED, _SPOKEN = 0.5, 0.6, 0.5
# From so many digits on a value does not follow by chance from values that are named less surely.
_TELLING = 3
_HUNDRED = Decimal(100)
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What the reports' values give for a claimed figure: how, and whether it is what is claimed; `contrary` tells the claimed amount the other way."""

    derivation: Derivation
    value: Decimal
    unit: str
    text: str
    agrees: bool
    contrary: bool


def reckon(looker: Looker, claimed: Claimed, read: Sequence[Comparison]) -> Reckoned | None:
    """Return what the claim's comparisons give, rather one that agrees with it; None where values for it are missing or unsure."""
    lookups = looker.lookups()
    against: Reckoned | None = None
    for comparison in read:
        fitting = list(islice(_fitting(claimed, comparison, lookups), _TRIED))
        sure = digits_of(claimed.figure) >= _TELLING
        for trial in fitting:
            found = _reckoned(claimed, comparison, trial)
            if found.agrees and (sure or _is_sure(comparison, trial)):
                return found
        against = against or _against(claimed, comparison, lookups, fitting)
    return against


def _against(claimed: Claimed, comparison: Comparison, lookups: Lookups, fitting: Sequence[Trial]) -> Reckoned | None:
    """Return what refutes a claim: the computation that a question for it would be answered with, if its values are surely those of the claim."""
    computed = compute(lookups, comparison.operation)
    if computed is None:
        return None
    inputs = {id(c) for c in computed.inputs}
    best = next((t for t in fitting if {id(c) for c in t.inputs} == inputs), None)
    # Beside a value that is called the same it is not sure which is meant.
    if best is None or not _is_sure(comparison, best) or _is_foreign(best):
        return None
    return _reckoned(claimed, comparison, best)


def _fitting(claimed: Claimed, comparison: Comparison, lookups: Lookups) -> Iterator[Trial]:
    """Yield what figures of the claim's measure, place and times give, best first."""
    tried = sorted(trials(lookups, comparison.operation), key=lambda t: -t.fits)
    for trial in tried:
        if trial.fits < tried[0].fits - _BEHIND:
            return
        if _is_of_claim(claimed, comparison, trial) and _is_named(comparison.operation, trial, at_least=_NAMED):
            yield trial


def _is_of_claim(claimed: Claimed, comparison: Comparison, trial: Trial) -> bool:
    """Tell whether figures are of the claim's place and times, reached as it says, and of the sort that it compares."""
    operation = comparison.operation
    figures = [c.candidate.figure for c in trial.inputs]
    places = {c.candidate.sentence.ranked.place for c in trial.inputs}
    if any(c.candidate.features[_ELSEWHERE] for c in trial.inputs) or (len(places) > 1 and not operation.compares_places):
        return False
    if not all(_is_reached(o, f) for o, f in zip(operation.operands, figures, strict=True)):
        return False
    if len({f.unit == "%" for f in figures}) > 1 or any(f.kind in {"change", "rank"} for f in figures):
        return False
    rates = comparison.is_rate or operation.kind != "difference"
    if rates and any(f.unit in {"%", "百分点"} or f.kind == "growth" for f in figures):
        return False
    if len({f.kind == "growth" for f in figures}) > 1:
        return False
    return all(_is_of_its_year(o, c, trial.inputs, claimed) for o, c in zip(operation.operands, trial.inputs, strict=True))


def _is_reached(operand: Query, figure: Figure) -> bool:
    return figure.status == (operand.need.status or "actual")


def _is_of_its_year(operand: Query, c: Chosen, inputs: Sequence[Chosen], claimed: Claimed) -> bool:
    """Tell whether a figure is of the very year that its side of a claim names, or, where no side does, of the others' and the claim's."""
    scope, period = operand.scope, c.candidate.figure.period
    if scope.years and not (scope.span and len(scope.years) > 1):
        return period == str(scope.years[-1]) or starts_a_way(c, inputs)
    same = {o.candidate.figure.period for o in inputs} == {period}
    return same and (not claimed.figure.period or period == claimed.figure.period)


def _is_named(operation: Operation, trial: Trial, *, at_least: float) -> bool:
    """Tell whether each figure is called what its side of a claim calls it."""
    pairs = list(zip(operation.operands, trial.inputs, strict=True))
    return all(_is_called(operation, o, c, at_least=at_least) for o, c in pairs) and _are_one_measure(operation, trial.inputs)


def _is_called(operation: Operation, operand: Query, c: Chosen, *, at_least: float) -> bool:
    spoken = c.candidate.spoken.own
    if c.candidate.features[_FOREIGN]:
        return bool(len(spoken)) and float(c.candidate.spoken.share) >= _SPOKEN
    name, subject = "".join(operand.terms), c.candidate.figure.subject
    if exclude(name, subject) or is_per_head(name) != is_per_head(subject):
        return False
    # What only this side is called must stand in its name: 存款 and 贷款.
    others = {t for o in operation.operands if o is not operand for t in o.terms}
    own = [t for t in operand.terms if t not in others and len(t) >= _SHORTEST]
    told = matching_text(subject)
    if own and not any(matching_text(t) in told for t in own):
        return False
    around = matching_text(" ".join((c.candidate.sentence.text, subject, *_above(c))))
    said = [matching_text(t) in around for t in operand.terms if len(t) >= _SHORTEST]
    return bool(said) and all(said) and _name_shared(operand.terms, told) >= at_least


def _name_shared(terms: Sequence[str], told: str) -> float:
    """Return how alike a name is to some words, in whatever order these stand."""
    return likeness("".join(t for t in terms if matching_text(t) in told or len(t) >= _SHORTEST), told)


def _above(c: Chosen) -> Sequence[str]:
    passage = c.candidate.sentence.ranked.passage
    return (*passage.section, passage.context)


def _are_one_measure(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell whether values of several years or places are called alike: none is a part of what the other is."""
    if not (operation.compares_years or operation.compares_places):
        return True
    return all(named_alike(a.candidate, b.candidate) >= _NAMED for a, b in pairwise(inputs))


def _is_sure(comparison: Comparison, trial: Trial) -> bool:
    return _is_foreign(trial) or _is_named(comparison.operation, trial, at_least=_SURELY_NAMED)


def _is_foreign(trial: Trial) -> bool:
    return any(c.candidate.features[_FOREIGN] for c in trial.inputs)


def _reckoned(claimed: Claimed, comparison: Comparison, trial: Trial) -> Reckoned:
    """Return what figures give, and whether it is what is claimed."""
    kind, figure = comparison.operation.kind, claimed.figure
    first, *others = [c.candidate.figure for c in trial.inputs]
    value, unit, formula = trial.result.value, trial.result.unit, trial.result.formula
    text = trial.result.text
    inputs = trial.inputs
    if comparison.is_rate:
        value, unit = (first.value - others[0].value) / others[0].value * _HUNDRED, "%"
        text = _said(abs(value), unit, figure)
        formula = f"({written(first)} − {written(others[0])}) ÷ {written(others[0])} ≈ {'−' if value < 0 else ''}{text}"
    elif kind in {"share", "ratio"}:
        value = first.value / others[0].value * (_HUNDRED if kind == "share" else 1)
        text = _said(value, unit, figure)
        formula = f"{written(first)} ÷ {written(others[0])} ≈ {text}"
    elif kind == "difference" and value < 0:
        less = difference(others[0], first)
        formula, inputs = (less.formula, inputs[::-1]) if less is not None else (formula, inputs)
    found = agrees(figure, abs(value), unit)
    way = "+" if value > 0 else "-"
    contrary = found and comparison.way not in {"", way}
    if comparison.way not in {"", way}:
        text = f"{'−' if value < 0 else '+'}{text}"
    return Reckoned(Derivation(formula, tuple(inputs)), value, unit, text, found and not contrary, contrary)


def _said(value: Decimal, unit: str, claimed: Figure) -> str:
    """Write a quotient at the precision in which the claim is written."""
    return f"{plain(at_precision(value, claimed))}{unit}"


def read_comparisons(looker: Looker, claimed: Claimed, sentence: ClaimSentence) -> list[Comparison]:
    """Return how a claimed figure may be read as worked out from others."""
    return list(comparisons(claimed, sentence, looker.library.catalogue()))


def states(comparison: Comparison, claimed: Claimed, right: Held) -> bool:
    """Tell whether a report's figure is itself what a claim tells: a change from the same time, a share, a multiple, a total."""
    found, kind = right.figure, comparison.operation.kind
    if kind == "sum":
        return True
    if kind == "share":
        return found.kind in {"share", "other"}
    if kind == "ratio":
        return found.unit == "倍"
    moved = found.kind == claimed.figure.kind or (found.kind not in {"level", "share"} and found.unit == claimed.figure.unit)
    return moved and right.refutes and is_of_base(comparison.operation, right.chosen)
