"""How much there is for each where one sentence gives an amount and a number: 签约项目40个、总投资128亿元."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.standing import behind, sentence_of
from app.working.computed import Computed
from app.working.quotients import average
from corpus.figures.numerals import fold
from corpus.figures.units import COUNTED, UNITS, canonical_unit
from index.query import Query
from index.unit_classes import class_of_unit

_UNITS = "|".join(sorted((re.escape(u) for u in UNITS if not u.isascii()), key=len, reverse=True))
_EACH = re.compile(
    rf"平均[^，。？]{{0,14}}?(?:每|一)(?P<unit>{_UNITS})|每(?P<other>{_UNITS})[^，。？]{{0,8}}(?:平均|[分摊合]到?)|[分摊]到?[每一](?P<third>{_UNITS})"
)
_EACH_EN = re.compile(
    r"\b(?:how (?:many|much)|what)\b(?P<amount>.*?)\b(?:for (?:each|every)|per|(?:to|in|at) (?:each|every)|(?:each|every))\b(?P<count>.+)$"
)
_NOUN = re.compile("[一-龥]{1,2}(?=[一-龥])|[一-龥]")
_STATED = re.compile(r"均(?![衡等势田分])|每|\bper\b|\beach\b|\bevery\b|\baverage\b", re.IGNORECASE)
_GAP = 60


def for_each(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive how much there is for each where the reports give the amount and the number only."""
    if not found or _STATED.search(found[0].candidate.sentence.text):
        return None
    pair = _asked(query, found) or _asked_in_english(query, found)
    if pair is None or abs(pair[0].candidate.figure.start - pair[1].candidate.figure.start) > _GAP:
        return None
    result = average(pair[0].candidate.figure, pair[1].candidate.figure)
    return Computed(result, pair, ("", "")) if result is not None else None


def _asked(query: Query, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    match = _EACH.search(fold(query.text))
    # What there is for each person, the reports say themselves (人均).
    if not match or re.match("人", query.text[match.end() :]):
        return None
    unit = canonical_unit(match["unit"] or match["other"] or match["third"])
    best, beside = found[0], [c for c in found[1:] if sentence_of(c) == sentence_of(found[0])]
    wanted = query.need.unit
    if best.candidate.figure.unit == unit and wanted != unit:
        # 共演出40场，观众2万人次: how many there are stands first.
        amounts = [c for c in beside if c.candidate.figure.unit == wanted] if wanted else beside[:1]
        return (amounts[0], best) if amounts and _start(amounts[0]) > _start(best) else None
    counts = [c for c in beside if c.candidate.figure.unit == unit]
    if best.candidate.figure.unit == unit:
        # 在20个乡镇设服务点60个: of two numbers of one unit that of what 每个 names is the count.
        noun = _NOUN.match(fold(query.text), match.end())
        counts = [c for c in counts if noun and fold(behind(c)).lstrip().startswith(noun[0])]
    if not counts and unit == "个":
        # 个 counts whatever has a unit of its own: 平均一个服务站 of 400处.
        counts = [
            c for c in beside if c.candidate.figure.unit in COUNTED and c.candidate.figure.unit != best.candidate.figure.unit
        ]
    return (best, _nearest(best, counts)) if counts else None


def _asked_in_english(query: Query, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return amount and number by their units: how many passengers (are there) for each bus."""
    match = _EACH_EN.search(query.text.lower())
    same = [c for c in found if sentence_of(c) == sentence_of(found[0])]
    if not match:
        return None
    counts = [c for c in same if _is_named(c, match["count"])]
    money = query.need.unit_class == "money"
    amounts = [c for c in same if c not in counts and (_is_named(c, match["amount"]) or (money and _is_money(c)))]
    if not counts or not amounts or not (found[0] in counts or found[0] in amounts):
        return None
    return (amounts[0], _nearest(amounts[0], counts))


def _is_named(c: Chosen, words: str) -> bool:
    """Tell whether a piece of a question names the unit of a figure, in the singular or in the plural."""
    unit = c.candidate.figure.unit.lower()
    stem = re.sub(r"(?:ies|es|s|y)$", "", unit)
    return unit.isascii() and len(unit) > 1 and re.search(rf"\b{re.escape(stem)}(?:ies|es|s|y)?\b", words) is not None


def _is_money(c: Chosen) -> bool:
    return class_of_unit(c.candidate.figure.unit) == "money"


def _nearest(to: Chosen, among: Sequence[Chosen]) -> Chosen:
    return min(among, key=lambda c: abs(_start(c) - _start(to)))


def _start(c: Chosen) -> int:
    return c.candidate.figure.start
