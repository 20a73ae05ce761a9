"""Derive how much there is for each where one sentence, or two that stand together, give an amount and a number."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.choosing.standing import behind
from app.implied.told import Told, sentences_told
from app.working.computed import Computed
from app.working.deriving import COUNTED, is_ratio
from app.working.quotients import per
from app.working.shared_out import tells_each
from corpus.figures.numerals import fold
from corpus.figures.units import UNITS, canonical_unit
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

_UNITS = "|".join(
    sorted(
        (re.escape(u) for u in UNITS if not u.isascii() and u not in {"年", "天", "日", "月", "元", "次"}), key=len, reverse=True
    )
)
_EACH = re.compile(
    rf"(?:每一?|平均一|[摊分]到|(?:^|(?<=[，,年的]))一)(?P<unit>{_UNITS})(?P<noun>[一-龥]{{0,6}}?)(?=平均|摊|分|对|大概|大约|约|能|要|可|拿|领|得|教|带|卖|花|用|投|产|有|配|运|跑|坐|走|住|借|服|是|为|多|几|[，,？?]|$)"
)
_EACH_EN = re.compile(r"\b(?:per|for each|for every|each|every|to each) (?P<noun>(?!year|month|day|cent|capita)[a-z][a-z -]*)")
# How far a ton or a passenger goes, in the mean.
_FAR = re.compile(
    r"(?:平均)?运[距程]|(?:运|跑|走|坐|行)[^，。？]{0,4}(?:多远|多少公里|几公里|多少千米)|\b(?:average|mean) (?:haul|distance|journey)|\bhow far\b"
)
_MONEY = re.compile(
    r"[钱元]|花|卖|价|成本|造价|投资|经费|\b(?:cost|price|pay|paid|spend|spent|income|revenue|grant|loss|dividend)s?\b|[$£€]"
)
_RATES = frozenset(["percent", "points", "times", "rank"])
_STEM = re.compile(r"(?:ies|es|s|y)$")
_PHRASE_END = re.compile(
    r"\b(?:in|of|on|at|for|by|from|to|with|did|does|do|was|were|is|are|has|had|have|can|could|will|under|during|over)\b"
)
_CLAUSE = re.compile("[，,、；;。：]")
_SPOKEN = 0.5


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is counted: its unit, its noun, and whether money is what each has."""

    unit: str
    noun: str
    money: bool


def for_each_of(lookups: Lookups, query: Query) -> Computed | None:
    """Return an amount divided by a number that stands with it, None where a question asks for no such share or no sentence gives both."""
    text = fold(query.text).lower().strip(" ？?。")
    if query.need.unit_class in _RATES or len(query.scope.years) > 1 or query.need.task != "figure":
        return None
    if _FAR.search(text):
        return _first(sentences_told(lookups, query), _turnover)
    asked = _read(query, text)
    return _first(sentences_told(lookups, query)[:1], lambda told: _shared_out(query, asked, told)) if asked is not None else None


def _first(told: Sequence[Told], derive: Callable[[Told], Computed | None]) -> Computed | None:
    return next((computed for t in told if (computed := derive(t)) is not None), None)


def _read(query: Query, text: str) -> _Asked | None:
    match = _EACH.search(text)
    money = query.need.unit_class == "money" or _MONEY.search(text) is not None
    if match:
        return _Asked(canonical_unit(match["unit"]), match["noun"], money)
    match = _EACH_EN.search(text)
    return _Asked("", _PHRASE_END.split(match["noun"])[0].strip(), money) if match else None


def _turnover(told: Told) -> Computed | None:
    """Divide the ton-kilometres of a sentence by the tons that stand with them."""
    for moved in told.figures:
        for carried, unit in (("吨", "吨公里"), ("人", "人公里"), ("人次", "人公里")):
            if _measured(moved) != unit:
                continue
            volumes = [
                c
                for c in told.around
                if c.candidate.figure.unit == carried
                and _measured(c) == carried
                and c.candidate.figure.kind == "level"
                and not re.search("吞吐|港口|机场", c.candidate.figure.subject)
            ]
            volume = min(volumes, key=lambda c: abs(c.candidate.figure.start - moved.candidate.figure.start), default=None)
            if volume is None:
                continue
            amount = replace(moved.candidate.figure, unit="公里", text=f"{moved.candidate.figure.text}")
            result = per(amount, volume.candidate.figure)
            if result is not None:
                return Computed(result, (moved, volume), ("", ""))
    return None


def _measured(c: Chosen) -> str:
    """Return the unit of a figure, with the kilometres that stand behind one of people."""
    unit = c.candidate.figure.unit
    return f"{unit}公里" if unit in {"人", "吨"} and behind(c).startswith("公里") else unit


def _shared_out(query: Query, asked: _Asked, told: Told) -> Computed | None:
    levels = [c for c in told.figures if c.candidate.figure.kind == "level" and not is_ratio(c.candidate.figure)]
    told_for_each = [c for c in levels if tells_each(c)]
    if told_for_each and (class_of_unit(asked.unit) == "people" or not asked.unit or len(told_for_each) == len(levels)):
        # The report may tell itself how much there is for each.
        return None
    levels = [c for c in levels if c not in told_for_each]
    counts = [c for c in levels if _is_counted(c, asked)]
    count = _best(counts, lambda c: _names(c, asked.noun))
    if count is None:
        return None
    amounts = [c for c in levels if c is not count and _may_be_amount(query, asked, c, count)]
    amount = _best(amounts, lambda c: c.score)
    if amount is None:
        return None
    result = per(amount.candidate.figure, count.candidate.figure)
    return Computed(result, (amount, count), ("", "")) if result is not None else None


def _best(among: Sequence[Chosen], by: Callable[[Chosen], float]) -> Chosen | None:
    """Return the best of some figures, None where two are as good."""
    ranked = sorted(among, key=by, reverse=True)
    if len(ranked) > 1 and by(ranked[0]) - by(ranked[1]) < _SPOKEN:
        return None
    return ranked[0] if ranked else None


def _is_counted(c: Chosen, asked: _Asked) -> bool:
    unit = c.candidate.figure.unit
    if not asked.unit:
        return bool(_names(c, asked.noun)) and class_of_unit(unit) != "money"
    if unit == asked.unit:
        return True
    people = class_of_unit(asked.unit) == "people" or (asked.unit in {"个", "名", "位"} and class_of_unit(unit) == "people")
    loose = unit in COUNTED and asked.unit in COUNTED
    return (people and class_of_unit(unit) == "people") or (loose and (asked.unit == "个" or bool(_names(c, asked.noun))))


def _names(c: Chosen, noun: str) -> float:
    """Return how far a figure is named by the noun of what is counted: in its unit, its subject, or right behind it."""
    figure = c.candidate.figure
    if not noun:
        return 0.0
    if noun.isascii():
        # The last word is what is counted: each library member.
        words = [_STEM.sub("", w) for w in reversed(re.split(r"[ -]", noun)) if len(w) > 1]
        near = f"{figure.unit} {re.split('[,.;]', behind(c))[0][:40]}".lower()
        return max((2.0 / (1 + i) for i, w in enumerate(words[:3]) if re.search(rf"\b{re.escape(w)}", near)), default=0.0)
    name = matching_text(f"{figure.subject}{_CLAUSE.split(behind(c)[:8])[0]}")
    return 2.0 if matching_text(noun) in name else sum(letter in name for letter in noun) / len(noun)


def _may_be_amount(query: Query, asked: _Asked, c: Chosen, count: Chosen) -> bool:
    figure, counted = c.candidate.figure, count.candidate.figure
    if asked.money or class_of_unit(figure.unit) == "money":
        return class_of_unit(figure.unit) == "money" and asked.money
    unit = query.need.unit
    if unit and unit not in {"个", "名", "位"}:
        return figure.unit == unit or (class_of_unit(unit) == "people" and class_of_unit(figure.unit) == "people")
    return figure.unit != counted.unit or class_of_unit(figure.unit) == "people"
