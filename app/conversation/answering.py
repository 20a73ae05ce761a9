"""Answer a follow-up about what was answered before: a sum, a difference, a share, another unit, the source or the reason."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from app.answer import Answer
from app.conversation.asked import read_said
from app.conversation.composing import cannot, compose_derived, compose_source, compose_when, gathered
from app.conversation.other_unit import in_other_unit, is_currency_apart
from app.conversation.reasons import reason_given
from app.conversation.said import Asked, Said
from app.conversation.turns import (
    Ask,
    Turn,
    Value,
    are_of_one_unit,
    labels_of,
    last_answered,
    of_one_unit,
    over_years,
    turns_before,
)
from app.working.deriving import Derived, difference, ratio, share, total
from app.working.growing import mean
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.abbreviations import with_product
from index.opening import Library

# A question of so many letters leaves out what the one before it said: 进口呢, 敦煌的呢.
_BRIEF = 10
_PAIR = 2
_DERIVE: dict[Asked, Callable[[Figure, Figure], Derived | None]] = {"difference": difference, "ratio": ratio, "share": share}
_ON_LAST: dict[Asked, Callable[[str, Turn], Answer]] = {"source": compose_source, "when": compose_when}
_EACH_PLACE = re.compile("全[国省市县区州]|实现|完成|达到?|全年|年末|地区|国内")
_YEAR_BEFORE = re.compile("前一年|the year before", re.IGNORECASE)
_WORD, _NO_NAME = re.compile("[a-z]{3,}|[一-龥]{2}"), frozenset(["what", "about", "the", "total"])
# What is so many times another is another measure.
_FAR = 1_000


def answered_on_said(
    library: Library, question: str, history: Sequence[str], ask: Ask, ask_plainly: Callable[[], Answer]
) -> Answer | None:
    """Return the answer to a follow-up about what was answered before, None where it asks the reports for something.

    `ask` answers a question of the conversation, `ask_plainly` the follow-up as one that asks the reports.
    """
    said = read_said(question) if history else None
    if said is None:
        return None
    turns = turns_before(history, ask)
    last = last_answered(turns)
    of_last = said.kind in {"source", "unit", "why", "when"}
    if last is None or (of_last and turns[-1] is not last):
        return cannot(question, "nothing", turns[-1]) if of_last else None
    if said.kind in _ON_LAST:
        return _ON_LAST[said.kind](question, last)
    if said.kind == "mean":
        return _mean_of(question, said, turns, ask)
    if said.kind == "why":
        return reason_given(library, question, last)
    if said.kind == "unit":
        return _converted(question, said, last)
    if said.kind in {"sum", "which"}:
        of_all = _of_all(question, said, turns)
        # 加起来 can mean nothing but what was said, and one value adds up to nothing.
        return cannot(question, "alone", last) if of_all is None and said.kind == "sum" and said.firmly else of_all
    if said.kind == "share" and (stated := _stated_beside(last, ask_plainly())) is not None:
        return stated
    if said.kind == "difference" and _YEAR_BEFORE.search(said.other) and (stated := _stated_move(ask_plainly())) is not None:
        return stated
    found = _of_two(question, said, turns, lambda other: ask(other, history))
    # A share that stands elsewhere may be one of anything.
    return cannot(question, "share", last) if found is None and said.kind == "share" and question.isascii() else found


def _stated_beside(last: Turn, answer: Answer) -> Answer | None:
    """Return an answer whose figure is a share told in the sentence of the value that it is asked of."""
    told = [f for f in answer.figures if f.role == "answer"]
    if not told or told[0].kind != "share" or not answer.citations or not last.answer.citations:
        return None
    own, before = answer.citations[0], last.answer.citations[0]
    return answer if (own.report, own.start) == (before.report, before.start) else None


def _stated_move(answer: Answer) -> Answer | None:
    """Return an answer that gives by how much a value moved, as a report tells it: 比上年增加24亿元."""
    told = {f.kind for f in answer.figures if f.role == "answer"}
    return answer if told & {"change", "growth"} and not answer.abstained else None


def without_said(history: Sequence[str]) -> tuple[str, ...]:
    """Return the questions of a conversation that ask the reports for something, which a follow-up may go on from."""
    return tuple(q for n, q in enumerate(history) if n == 0 or (said := read_said(q)) is None or not said.firmly)


def _converted(question: str, said: Said, last: Turn) -> Answer | None:
    if not last.values:
        return None
    value = Value(last.values[0], last)
    derived = in_other_unit(value.figure, said.unit)
    if derived is not None:
        return compose_derived(question, derived, [value], [""])
    return cannot(question, "rate" if is_currency_apart(value.figure, said.unit) else "unit", last)


def _of_all(question: str, said: Said, turns: Sequence[Turn]) -> Answer | None:
    values = of_one_unit(_values_meant(said, turns))
    if len(values) < _PAIR or len({(v.shown.value, v.turn.answer.citations[:1]) for v in values}) < len(values):
        return None
    if not all(_is_of_its_measure(values[0], v) for v in values[1:]):
        return gathered(question, values, labels_of(values), "measure")
    if said.kind == "which":
        return _greatest(question, said, values)
    if any(v.turn.asks_for_part for v in values) or values[0].shown.unit in {"%", "‰", "百分点"}:
        return gathered(question, values, labels_of(values), "sum") if said.firmly else None
    return _reckoned(question, total([v.figure for v in values]), values, said)


def _mean_of(question: str, said: Said, turns: Sequence[Turn], ask: Ask) -> Answer | None:
    """Return the mean of the values that were told, or of the measure over as many years as a follow-up says (这三年平均多少)."""
    values = of_one_unit(_values_meant(said, turns))
    if len(values) < max(_PAIR, said.count):
        asked = over_years(turns, said.count) if said.count else ""
        told = ask(asked, ()) if asked else None
        return (
            replace(told, question=question) if told is not None and not told.abstained else cannot(question, "mean", turns[-1])
        )
    if values[0].shown.unit in {"%", "‰", "百分点"} or not all(_is_of_its_measure(values[0], v) for v in values[1:]):
        return gathered(question, values, labels_of(values), "mean")
    return _reckoned(question, mean([v.figure for v in values]), values, said)


def _values_meant(said: Said, turns: Sequence[Turn]) -> list[Value]:
    """Return the values that a follow-up means by 两个, or all of the last ones that are of one unit."""
    last = turns[-1]
    if len(last.values) > 1 and said.count in {0, len(last.values)}:
        return [Value(f, last) for f in last.values]
    values: list[Value] = []
    for turn in reversed(turns):
        if not turn.values or (values and not are_of_one_unit(turn.values[0], values[0].shown)):
            break
        values.insert(0, Value(turn.values[0], turn))
        if len(values) == said.count or (not said.count and len(turn.question) > _BRIEF and not said.firmly):
            break
        if not said.count and not _goes_on(turn):
            break
    return values if len(values) >= said.count else []


def _goes_on(turn: Turn) -> bool:
    """Tell a question that leaves out what the one before it said, so that both belong together."""
    words = turn.question.split()
    return len(words) <= 5 and len(turn.question) <= (_BRIEF if len(words) == 1 else 40)


def _greatest(question: str, said: Said, values: Sequence[Value]) -> Answer:
    most = max(values, key=lambda v: said.rising * v.figure.value)
    if len(values) == _PAIR:
        other = next(v for v in values if v is not most)
        pair = [most, other] if said.rising > 0 else [other, most]
        names = dict(zip(map(id, values), labels_of(values), strict=True))
        derived = difference(pair[0].figure, pair[1].figure)
        if derived is not None and derived.value:
            return compose_derived(
                question, derived, pair, [names[id(v)] for v in pair], leads=names[id(most)], rising=said.rising
            )
    return gathered(question, values, labels_of(values), "which", most=most, rising=said.rising)


def _of_two(question: str, said: Said, turns: Sequence[Turn], ask_other: Callable[[str], Answer]) -> Answer | None:
    last = last_answered(turns)
    if last is None or not last.values:
        return None
    if said.other:
        return _with_other(question, said, last, Turn(said.other, ask_other(said.other)))
    if len(last.values) == _PAIR:
        return _worked_out(question, said, [Value(f, last) for f in last.values])
    before = last_answered(turns[: turns.index(last)])
    if before is None or not before.values:
        return None
    pair = of_one_unit([Value(last.values[0], last), Value(before.values[0], before)])
    if said.kind == "share" and not _is_part_of_before(*pair):
        return None
    if said.moved and not _is_of_other_year(*pair):
        return None
    if not _is_of_its_measure(*pair):
        return gathered(question, pair, labels_of(pair), "measure") if said.firmly else None
    return _worked_out(question, said, pair)


def _with_other(question: str, said: Said, last: Turn, other: Turn) -> Answer | None:
    """Return what the last value comes to beside one that the follow-up names: 比栖云县多多少, 占产值的比重."""
    if not other.values or said.moved:
        return None
    if said.kind == "share" and (stated := _stated_beside(last, other.answer)) is not None:
        return replace(stated, question=question)
    first, second = of_one_unit([Value(last.values[0], last), Value(other.values[0], other)])
    if not (_are_comparable(first, second) and _is_named(said.other, first, second)):
        return None
    derived = _DERIVE[said.kind](first.figure, second.figure)
    # What was asked for beside may have found no better than something near.
    return None if derived is None else _reckoned(question, derived, [first, second], said)


def _worked_out(question: str, said: Said, pair: Sequence[Value]) -> Answer | None:
    return _reckoned(question, _DERIVE[said.kind](pair[0].figure, pair[1].figure), pair, said)


def _is_named(asked: str, first: Value, second: Value) -> bool:
    """Tell whether the second value is called what was asked for, or is the first's measure of another place or year."""
    scope, other = first.turn.answer.scope, second.turn.answer.scope
    if (scope.places, scope.issuers, scope.years) != (other.places, other.issuers, other.years):
        return True
    name = with_product(fold(second.shown.subject).lower())
    said = _WORD.findall(with_product(fold(asked).lower()))
    return not name or any(word in name for word in said if word not in _NO_NAME)


def _is_of_other_year(first: Value, second: Value) -> bool:
    """Tell values of one measure and place, and of two years: 增加了多少 asks how far it came from the one to the other."""
    scope, other = first.turn.answer.scope, second.turn.answer.scope
    same = (scope.places, scope.issuers) == (other.places, other.issuers)
    return same and scope.years != other.years and first.shown.kind == "level" and _are_comparable(first, second)


def _is_part_of_before(part: Value, whole: Value) -> bool:
    """Tell whether a value was asked for as a part of the one before it, or has its name in its own: 新能源船产量, 船产量."""
    name = whole.shown.subject
    return part.turn.asks_for_part or (len(name) > 1 and name != part.shown.subject and name in part.shown.subject)


def _is_of_its_measure(first: Value, second: Value) -> bool:
    """Tell whether values of two places or years are called alike: the product of one county is not set beside the revenue of another."""
    scope, other = first.turn.answer.scope, second.turn.answer.scope
    if (scope.places, scope.issuers, scope.years) == (other.places, other.issuers, other.years):
        return True
    names = [_EACH_PLACE.sub("", with_product(fold(v.shown.subject).lower())) for v in (first, second)]
    if not all(is_chinese(name) for name in names):
        return True
    short, long = sorted(({a + b for a, b in pairwise(name)} for name in names), key=len)
    return not short or len(short & long) * 2 >= len(short)


def _are_comparable(first: Value, second: Value) -> bool:
    """Tell two values that are not one, and are of one measure where only place or year differ."""
    a, b = first.figure, second.figure
    if a.value == b.value and first.turn.answer.citations[:1] == second.turn.answer.citations[:1]:
        return False
    scope, other = first.turn.answer.scope, second.turn.answer.scope
    if (scope.places, scope.issuers, scope.years) == (other.places, other.issuers, other.years):
        return True
    each = "人均" in a.subject
    near = min(abs(a.value), abs(b.value)) * _FAR > max(abs(a.value), abs(b.value))
    return (
        each == ("人均" in b.subject)
        and near
        and a.kind == b.kind
        and (not a.period or a.period != b.period or scope.years == other.years)
    )


def _reckoned(question: str, derived: Derived | None, values: Sequence[Value], said: Said) -> Answer | None:
    labels = labels_of(values)
    if derived is None:
        return gathered(question, values, labels, said.kind) if said.firmly else None
    if said.kind == "difference" and not derived.value:
        return gathered(question, values, labels, "which")
    if said.kind == "difference" and derived.value < 0:
        # The less is taken from the more: the first line says which is more.
        values, labels = values[::-1], labels[::-1]
        derived = difference(values[0].figure, values[1].figure) or derived
    return compose_derived(question, derived, values, labels, leads=labels[0] if said.kind == "difference" else "")
