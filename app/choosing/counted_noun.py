"""The noun that a question counts, where a report has it right behind the number: 几个方面, 4方面9项; 多少队员, 二百以上的队员."""

import re
from collections.abc import Callable
from dataclasses import replace

from app.choosing.fits import Fit
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.query import Query

_ASKED = re.compile("(?:多少|(?<![这那好十])几)(?:万|亿|千|百)*(?:个|名|位)?(?P<rest>[一-龥]+)")
# What may stand between a number and what it counts.
_BETWEEN = re.compile("(?:多|余|来|以上|以下|左右|个|名|位|的)*")
# 六百多万当地人; 人均 and 人口 begin other words.
_PERSONS = re.compile(rf"{_BETWEEN.pattern}[一-龥]{{0,3}}?人(?![均民口才工大次员物类力数为])")
_PEOPLE, _BY_PIECE = "人", frozenset(["", "个", "名", "位", "人"])


def counted_noun(query: Query) -> Callable[[Figure, str], bool] | None:
    """Return what tells, of a figure and the words behind it, whether it counts the noun that a question asks the number of, None if that asks for none."""
    if query.need.unit not in _BY_PIECE or query.need.unit_class not in {"", "count", "people"}:
        return None
    asked = _ASKED.search(fold(query.text))
    noun = next((t for t in query.terms if asked and asked["rest"].startswith(t)), "")
    if not noun and query.need.unit != _PEOPLE:
        return None

    def counts(figure: Figure, tail: str) -> bool:
        if figure.unit:
            return figure.unit == noun and figure.unit not in _BY_PIECE
        if figure.kind != "level":
            return False
        if noun in {"", _PEOPLE}:
            return _PERSONS.match(tail) is not None
        between = _BETWEEN.match(tail)
        return between is not None and tail.startswith(noun, between.end())

    return counts


def as_counted(fit: Fit) -> Fit:
    """Return how a figure fits that counts the very noun: as one of the unit that is asked for."""
    same, clash = 1.0, 0.0
    return replace(fit, unit=[same, clash, *fit.unit[2:]], counted=0.0, other_unit=0.0, asked_clash=0.0)
