"""Whether a value is above or below a mark that the question names: 超过1000万辆了吗, 过半了吗, is it below 5%."""

import re
from dataclasses import replace

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup
from app.over_years.bound import Bound, read_bound
from app.yes_no.asked import YesNo
from app.yes_no.speaking import is_left_behind, is_of_a_part, is_of_year, names_a_rate, speaks_of_measure
from app.yes_no.telling import Decision, Told, tell, value_said
from corpus.figures.conversion import convert, convertible
from index.asking import tells, without
from index.unit_classes import class_of_unit

_TRIED, _FITS = 8, 3.0
_TO = re.compile(r"(?<![达由从提升增降减回])到了?(?=[\d一二三四五六七八九十百千万])(?!.{0,9}[年月日季])")
_MOVES = frozenset(["growth", "change"])


def whether_past_mark(yes_no: YesNo) -> Answer | None:
    """Return whether the value that is asked about is on the asked side of its mark, None if the question names none, or no value is sure."""
    # 有没有到65%: as 达到.
    text = _TO.sub("达到", without(yes_no.clause, "asks whether"))
    bound = read_bound(text)
    if bound is None or not yes_no.is_of_one:
        return None
    if bound.unit.isascii() and bound.unit.isalpha() and len(convertible(bound.unit)) == 1:
        # More than 12 million jobs: in Chinese they are counted as people.
        bound = replace(bound, unit="")
    asked = f"{text[: bound.start]} {text[bound.end :]}"
    value = next((v for f in yes_no.tried() if (v := _value(yes_no, f, bound, text, asked)) is not None), None)
    if value is None:
        return None
    holds = bound.holds(value.candidate.figure, falls=_falls(text, value))
    mark = text[bound.start : bound.end].strip()
    told = (Told("", (value,), value_said(value)),)
    if value.candidate.figure.status == "target":
        remark = yes_no.word("这是目标，没有查到实际的数，不能判断", "this is a target; no outcome was found, so it is not told")
        return tell(yes_no, Decision("", told, remark))
    part = is_of_a_part(yes_no.query, value)
    if part and names_a_rate(value):
        # What is so of a part says nothing of the whole.
        return None
    if part and not (holds and bound.side in {"above", "least"}):
        name = " ".join(value.candidate.figure.subject.split())
        remark = yes_no.word(
            f"这是{name}的数，整体是否{mark}，报告没有说", f"this is {name} alone, so whether the whole is {mark} is not told"
        )
        return tell(yes_no, Decision("", told, remark))
    if holds is None:
        remark = yes_no.word(f"是否{mark}，从报告的说法不能断定", f"whether it is {mark} is not to be told from that")
        return tell(yes_no, Decision("", told, remark))
    return tell(yes_no, Decision(yes_no.word("是", "Yes") if holds else yes_no.word("否", "No"), told))


def _value(yes_no: YesNo, lookup: Lookup, bound: Bound, text: str, asked: str) -> Chosen | None:
    """Return the best figure that may be held against the bound: of its unit, and a rate of change where the clause speaks of one."""
    found = [c for c in lookup.chosen[:_TRIED] if yes_no.are_meant((c,))] if lookup.sure else []
    moves = bound.unit == "%" and (tells(text, "moved up") or tells(text, "moved down"))
    likely = [c for c in found if found[0].score - c.score <= _FITS and c.candidate.figure.value_to is None]
    held = [c for c in likely if _is_comparable(bound, c)]
    # A rate of growth is no share, unless the clause speaks of moving or nothing fits better.
    held = [c for c in held if c.candidate.figure.kind not in _MOVES or moves or bound.unit not in {"%", ""} or c is found[0]]
    done = [c for c in held if c.candidate.figure.status == "actual"] or held
    fits = (c for c in done if is_of_year(lookup.query, c) and not is_left_behind(c))
    return next((c for c in fits if speaks_of_measure(lookup.query, c, asked)), None)


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
