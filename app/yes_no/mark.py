"""Whether a value is above or below a mark that the question names: 超过1000万辆了吗, 过半了吗, is it below 5%."""

from dataclasses import replace

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.over_years.bound import Bound, read_bound
from app.yes_no.asked import is_chinese, is_of_one
from app.yes_no.bodies import read_bodies
from app.yes_no.telling import Decision, Told, tell, value_said
from corpus.figures.conversion import convert
from index.asking import tells, without
from index.catalogue import ReportCard
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED, _FITS = 8, 3.0
_MOVES = frozenset(["growth", "change"])
_YES, _NO = ("是", "Yes"), ("否", "No")


def whether_past_mark(
    lookups: Lookups, question: str, clause: str, query: Query, catalogue: tuple[ReportCard, ...]
) -> Answer | None:
    """Return whether the value that a clause asks about is on the asked side of its mark, None if it names none, or no value is sure."""
    text = without(clause, "asks whether")
    bound = read_bound(text)
    if bound is None or not is_of_one(query):
        return None
    asked = replace(query, need=replace(query.need, task="figure", many=False))
    found = lookups.look_up(asked)
    bodies = read_bodies(query, catalogue)
    value = _value(bound, text, [c for c in found.chosen[:_TRIED] if bodies.may_be_meant(c)]) if found.sure else None
    if value is None:
        return None
    holds = bound.holds(value.candidate.figure, falls=_falls(text, value))
    english = 0 if is_chinese(question) else 1
    mark = text[bound.start : bound.end].strip()
    told = (Told("", (value,), value_said(value)),)
    if holds is None:
        remark = f"whether it is {mark} is not to be told from that" if english else f"是否{mark}，从报告的说法不能断定"
        return tell(question, query, Decision("", told, remark))
    return tell(question, query, Decision((_YES if holds else _NO)[english], told))


def _value(bound: Bound, text: str, found: list[Chosen]) -> Chosen | None:
    """Return the best figure that may be held against the bound: of its unit, and a rate of change where the clause speaks of one."""
    if not found:
        return None
    moves = bound.unit == "%" and (tells(text, "moved up") or tells(text, "moved down"))
    for c in found:
        figure = c.candidate.figure
        if found[0].score - c.score > _FITS:
            break
        if figure.status == "target" or figure.value_to is not None:
            continue
        if _is_comparable(bound, c) and (figure.kind not in _MOVES or moves or bound.unit not in {"%", ""} or c is found[0]):
            return c
    return None


def _is_comparable(bound: Bound, c: Chosen) -> bool:
    figure = c.candidate.figure
    if not bound.unit:
        # 突破百亿: of money, people and things alike, and of no rate.
        return class_of_unit(figure.unit) not in {"percent", "points", "times"}
    if convert(figure.value, figure.unit, bound.unit) is not None:
        return True
    classes = {class_of_unit(figure.unit), class_of_unit(bound.unit)}
    return classes == {"people"} or (bound.unit.isascii() and bound.unit.isalpha() and figure.unit in {"", bound.unit})


def _falls(text: str, value: Chosen) -> bool:
    """Tell whether a clause asks how far a value fell, as it did."""
    return tells(text, "moved down") and value.candidate.figure.kind in _MOVES
