"""Which figures may be an amount that is shared out, and the number of those among whom it is."""

import re

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, behind, between, sentence_of
from corpus.figures.numerals import fold
from corpus.figures.units import COUNTED
from index.query import Query
from index.unit_classes import class_of_unit

# What is told for each already.
_EACH_OF_ALL = re.compile("平均每[人户亩个名位]|每[人户](?:平均|占有)")
_EACH_TOLD = re.compile(
    r"[人户日月年季村乡镇县校班组家场次件单量亩头床台车站]均|平均|每[一二三]?[一-龥]|\bper\b|\beach\b|\bevery\b|\baverage\b",
    re.IGNORECASE,
)
# $4 a boat, and not $4 a year earlier or 4, a third of all
_EACH_BEHIND = re.compile(
    r"^ an? (?!(?:year|month|week|day|decade) (?:earlier|ago|before|later)|third|quarter|fifth|tenth|few|lot|record)[a-z]+",
    re.IGNORECASE,
)
_CLAUSE = re.compile("[，,；;。：]")
_WIDE = frozenset(["个", "名", "位", ""])


def may_be_shared_out(operand: Query, c: Chosen) -> bool:
    """Tell whether a figure may be the amount, or the number, that an operand of a division asks for: a whole, in a unit that fits."""
    figure = c.candidate.figure
    if figure.kind != "level" or tells_each(c):
        return False
    unit, asked = figure.unit, operand.need.unit
    if not asked:
        wanted = operand.need.unit_class
        return not wanted or class_of_unit(unit) == wanted
    if class_of_unit(asked) == "people" or asked in _WIDE:
        return class_of_unit(unit) == "people" or unit in COUNTED or unit == ""
    return unit == asked or (asked in COUNTED and unit in _WIDE) or (unit == "" and not re.search("[一-龥]", figure.subject))


def tells_each(c: Chosen) -> bool:
    """Tell a figure that is told for each: 人均…, 每千人…, an average."""
    own = _CLAUSE.split(fold(ahead(c)))[-1]
    after = _CLAUSE.split(fold(behind(c)))[0]
    # 全国平均每人占有粮食800斤，棉花10斤: said once for all of a list.
    listed = _EACH_OF_ALL.search(re.split("[；;。]", fold(ahead(c)))[-1]) is not None
    told = _EACH_TOLD.search(f"{own} {c.candidate.figure.subject} {after}") is not None
    told = told or _EACH_BEHIND.match(behind(c)) is not None
    return told or listed or "/" in c.candidate.figure.unit


def stand_in_turn(amount: Chosen, count: Chosen) -> bool:
    """Tell an amount that stands right behind the number that it is shared out among: 小学20所，在校学生9000人; nothing of either unit is between."""
    if sentence_of(amount) != sentence_of(count) or amount.candidate.figure.start < count.candidate.figure.start:
        return False
    way = between(count, amount)
    return not re.search(r"\d", way) and not re.search("[；;]", way)
