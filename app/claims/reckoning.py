"""Hold a claimed difference, rate, share, multiple or sum that no report states against what the reports' own values give.

The values are looked up and put together by `app/working`, as for a question. What bears a claim out or refutes it here must surely be of its measure,
place and periods: each value is named as the claim names it, of the very year, reached and not aimed at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from app.agreement import digits_of
from app.choosing.chooser import Chosen
from app.choosing.likeness import named_within
from app.claims.comparing import Comparison, comparisons
from app.claims.derivation import Derivation, agrees, at_precision, ends
from app.claims.looking import Looker
from app.claims.naming import exclude, is_per_head, telling_words, without_whole
from app.claims.reading import Claimed, ClaimSentence
from app.decimals import plain
from app.working.deriving import difference
from app.working.of_year import starts_a_way
from app.working.operands import Operation
from app.written import written
from corpus.figures.figure import Figure
from corpus.matching import matching_text
from index.query import Query

if TYPE_CHECKING:
    from app.choosing.lookup import Lookups
    from app.working.computing import Trial

# What works values out is imported where a claim that compares some is found: it takes a tenth of a second, and few drafts need it.

# How much less than the best a trial may fit, and how many are looked at.
_BEHIND, _TRIED = 6.0, 24
# How far a value's words must speak of its side of the claim in another language, and how alike values of two years must be called.
_SPOKEN, _SURELY_SPOKEN, _WITHIN = 0.5, 0.7, 0.6
# From so many digits on a value does not follow by chance from values that are named less surely.
_TELLING = 3
_HUNDRED = Decimal(100)
_ALL_OF_PLACE = re.compile("[全本][国省市县区州镇乡]")
_SHORTEST, _IN_HALVES, _MOST = 2, 4, 0.6
_OF_EACH, _HOW_MUCH = re.compile("(?<=居民)人均(?:可支配|纯)收入"), re.compile("(?<=..)[数量额]$")
_HAN = re.compile("[一-龥]")
# How far a value moved is no part of what it is called.
_MOVING = re.compile(
    "增加|减少|增长|下降|降低|提高|提升|上升|回落|扩大|缩小|净增|增[幅速]|涨幅|降幅|年末|年初|办理|实现|达到|完成|合计|共计|总计|累计|相差"
    r"|fell|fall(?:en)?|rose|rise|risen|gr[eo]w|grown|increased?|decreased?|reduced?|higher|lower|percentage|points?|earned|more|less|fewer|much"
)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What the reports' values give for a claimed figure: how, and whether it is what is claimed; `contrary` tells the claimed amount the other way."""

    derivation: Derivation
    value: Decimal
    unit: str
    text: str
    agrees: bool
    contrary: bool


def reckon(looker: Looker, claimed: Claimed, sentence: ClaimSentence, read: Sequence[Comparison]) -> Reckoned | None:
    """Return what the claim's comparisons give, rather one that agrees with it; None where values for it are missing or unsure."""
    from app.working.computing import is_sure

    lookups = looker.lookups()
    against: Reckoned | None = None
    telling = digits_of(claimed.figure) >= _TELLING
    for comparison in read:
        fitting = list(islice(_fitting(claimed, comparison, lookups), _TRIED))
        sure = [t for t in fitting if _is_sure(sentence, t)]
        for trial in fitting if telling else sure:
            found = _reckoned(claimed, comparison, trial)
            if found.agrees:
                return found
        if not comparison.surely:
            continue
        # What a question for it would be answered with refutes a claim.
        answering = (t for t in sure if not _is_foreign(t) and is_sure(lookups, comparison.operation, t.inputs))
        against = against or next((_reckoned(claimed, comparison, t) for t in answering), None)
    return against


def moved(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen]) -> Reckoned | None:
    """Return how far a value moved that a claim says more or less of, where one sentence gives where it came from and where it got to."""
    figure = claimed.figure
    if figure.kind != "change" or figure.value_to is not None:
        return None
    for start, end in ends(claimed, chosen):
        a, b = start.candidate.figure, end.candidate.figure
        result = difference(b, a)
        if result is None or not result.value or {a.status, b.status} != {"actual"} or not _are_of_time(figure, b):
            continue
        if not all(w in matching_text(sentence.text) for w in telling_words(without_whole(b.subject).replace("总", ""))):
            continue
        agreed = agrees(figure, abs(result.value), result.unit)
        contrary = figure.polarity != ("+" if result.value > 0 else "-")
        sign = "" if not contrary else "+" if result.value > 0 else "−"
        return Reckoned(
            Derivation(result.formula, (end, start)), result.value, result.unit, f"{sign}{result.text}", agreed and not contrary, agreed and contrary
        )  # fmt: skip
    return None


def _are_of_time(claimed: Figure, end: Figure) -> bool:
    return not claimed.period or claimed.period[-4:] == end.period[-4:]


def _fitting(claimed: Claimed, comparison: Comparison, lookups: "Lookups") -> "Iterator[Trial]":
    """Yield what figures of the claim's measure, place and times give, best first."""
    from app.working.computing import trials

    tried = sorted(trials(lookups, comparison.operation), key=lambda t: -t.fits)
    for trial in tried:
        if trial.fits < tried[0].fits - _BEHIND:
            return
        if _is_of_claim(claimed, comparison, trial) and _is_named(comparison.operation, trial):
            yield trial


def _is_of_claim(claimed: Claimed, comparison: Comparison, trial: "Trial") -> bool:
    """Tell whether figures are of the claim's place and times, reached as it says, and of the sort that it compares."""
    operation = comparison.operation
    figures = [c.candidate.figure for c in trial.inputs]
    places = {c.candidate.sentence.ranked.place for c in trial.inputs}
    if any(c.candidate.elsewhere for c in trial.inputs) or (len(places) > 1 and not operation.compares_places):
        return False
    if not all(_is_reached(o, f) for o, f in zip(operation.operands, figures, strict=True)):
        return False
    if len({f.unit == "%" for f in figures}) > 1 or any(f.kind in {"change", "rank"} for f in figures):
        return False
    rates = comparison.is_rate or operation.kind != "difference"
    # Nothing is a share, a multiple or a rate of nothing.
    if rates and (any(f.unit in {"%", "百分点"} or f.kind == "growth" for f in figures) or not all(f.value for f in figures[1:])):
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


def _is_named(operation: Operation, trial: "Trial") -> bool:
    """Tell whether each figure is called what its side of a claim calls it."""
    called = all(_is_called(operation, o, c) for o, c in zip(operation.operands, trial.inputs, strict=True))
    return called and _are_one_measure(operation, trial.inputs)


def _is_called(operation: Operation, operand: Query, c: Chosen) -> bool:
    """Tell whether a figure is called what its side of a claim is: what only that side is called stands in its name, all else around it."""
    if c.candidate.foreign:
        return float(c.candidate.spoken.share) >= _SPOKEN
    terms = [t for t in operand.terms if len(t) >= _SHORTEST and not _MOVING.fullmatch(t) and not _ALL_OF_PLACE.fullmatch(t)]
    name = "".join(terms)
    subject = _called(c.candidate.figure.subject, name)
    if not terms or exclude(name, subject) or is_per_head(name) != is_per_head(subject):
        return False
    if not _HAN.search(name):
        around = matching_text(" ".join((c.candidate.sentence.text, *_above(c))))
        return sum(matching_text(t) in around for t in terms) >= _MOST * len(terms)
    others = {t for o in operation.operands if o is not operand for t in o.terms}
    own, told = [t for t in terms if t not in others], matching_text(subject)
    around = matching_text(" ".join((c.candidate.sentence.text, subject, *_above(c))))
    if own:
        return any(_is_said(t, told) for t in own) and all(_is_said(t, around) for t in own)
    return any(_is_said(t, told) for t in terms) and all(_is_said(t, around) for t in terms)


def _called(subject: str, name: str) -> str:
    """Return what a report calls a measure, as a claim would call it that says `name`: who speaks of 居民收入 means what each of them has."""
    return subject if is_per_head(name) else _OF_EACH.sub("收入", subject)


def _is_said(term: str, text: str) -> bool:
    """Tell whether a text has a term, or both halves of one: 粮食总产量 is a 粮食产量."""
    word = matching_text(term)
    return word in text or (len(word) >= _IN_HALVES and all(word[i : i + 2] in text for i in (0, len(word) - 2)))


def _above(c: Chosen) -> Sequence[str]:
    passage = c.candidate.sentence.ranked.passage
    return (*passage.section, passage.context)


def _are_one_measure(operation: Operation, inputs: Sequence[Chosen]) -> bool:
    """Tell whether values of several years or places may be called alike."""
    if not (operation.compares_years or operation.compares_places) or any(c.candidate.foreign for c in inputs):
        return True
    return all(named_within(a.candidate, b.candidate) >= _WITHIN for a, b in pairwise(inputs))


def _is_sure(sentence: ClaimSentence, trial: "Trial") -> bool:
    """Tell whether figures are called nothing that a claim does not say: 城镇居民的收入 is not all income."""
    said = (
        matching_text(sentence.text)
        .replace("总", "")
        .replace("城乡居民", "城乡居民，城镇居民，农村居民")
        .replace("全国", "全国，国内")
    )
    if not _HAN.search(said) or _is_foreign(trial):
        return all(float(c.candidate.spoken.share) >= _SURELY_SPOKEN for c in trial.inputs)
    names = [without_whole(_called(c.candidate.figure.subject, said)).replace("总", "") for c in trial.inputs]
    return all(_is_said(_HOW_MUCH.sub("", word), said) for name in names for word in telling_words(name))


def _is_foreign(trial: "Trial") -> bool:
    return any(c.candidate.foreign for c in trial.inputs)


def _reckoned(claimed: Claimed, comparison: Comparison, trial: "Trial") -> Reckoned:
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
        # Of 1.8:1 the 1.8 is written alone.
        unit = figure.unit if kind == "ratio" else unit
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
    if comparison.is_rate or kind in {"share", "ratio"}:
        value = at_precision(value, figure)
    return Reckoned(Derivation(formula, tuple(inputs)), value, unit, text, found and not contrary, contrary)


def _said(value: Decimal, unit: str, claimed: Figure) -> str:
    """Write a quotient at the precision in which the claim is written."""
    return f"{plain(at_precision(value, claimed))}{unit}"


def read_comparisons(looker: Looker, claimed: Claimed, sentence: ClaimSentence) -> list[Comparison]:
    """Return how a claimed figure may be read as worked out from others."""
    return list(comparisons(claimed, sentence, looker.library.catalogue()))
