"""Days, months and quarters that a question names: a figure of the whole year, or of its end, is not theirs."""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.choosing.candidates import Candidate
from app.choosing.time_fit import parts_of
from app.refusals.opposite import clause_of
from corpus.figures.numerals import fold
from corpus.figures.parts_of_year import WHOLE, is_of_other_part, is_whole_beside_parts, months_of, parts_of_year
from index.query import Query

# The last and the first day of a year are what reports give for it.
_MONTH = re.compile(r"(?<![\d个])(1[0-2]|[1-9])月(?!份?以来)(?!1日)")
_END_OF_YEAR = "12"
_FIRST_HALF, _SECOND_HALF = re.compile("上半年|头半年|前半年"), re.compile("下半年|后半年")
_MONTH_TOLD = re.compile(r"(?<!\d)(1[0-2]|[1-9])\s?月(?!份?以来)")
_PART = re.compile(r"季|半年|[-—~至到]\s?\d{1,2}\s?月")
_CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_HAN = re.compile("[一-龥]")
_ONE_MONTH = re.compile("十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9]")
_BETWEEN = re.compile("[-—~至到]")
_MONTHS_NAMED = re.compile(
    r"(?<![\d.一二三四五六七八九十])(?P<months>(?:(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])[、和及两—~至到-]{0,2})+)月(?!来)"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4}
_PART_EN = re.compile(rf"\b(?:(?P<short>h[12]|q[1-4])\b|(?P<nth>{'|'.join(_NTH)})[ -](?P<part>half|quarter)\b)")


def is_of_no_such_date(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question names a month, a half or a quarter of which neither a figure nor what is written around it tells."""
    if (named := part_in_english(query.text)) and not _HAN.search(candidate.sentence.text):
        return named not in _parts_told(candidate)
    sentence = candidate.sentence
    months, parts = _named(query.text), parts_of(query)
    if is_of_other_part_of_year(query, candidate):
        return True
    if months_of(candidate.figure.period) or not (months or parts):
        return False
    told = fold(f"{sentence.ranked.passage.text} {sentence.stretch.head.named.text} {sentence.ranked.passage.title}")
    if not _HAN.search(told):
        return False
    if stretches := [part for part in parts if "-" in part and part != WHOLE]:
        # A month that is spoken of elsewhere tells nothing of its quarter.
        return not set(stretches) & set(parts_of_year(told)) and not _tells_month_of(query.text, told)
    asked = [int(month) for month in months]
    return bool(asked) and (not any(_tells(month, told) for month in asked) or _is_of_other_month(asked, clause_of(candidate)))


def is_of_other_part_of_year(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is known to be of another part of a year than the one asked about.

    In a row with cells of parts of a year, a cell without one is of all of it: the year's budget is no quarter's, and no outcome.
    """
    figure, passage = candidate.figure, candidate.sentence.ranked.passage
    parts = parts_of(query)
    if is_of_other_part(figure.period, parts):
        return True
    if not (passage.context and parts and is_whole_beside_parts(figure, passage.figures)):
        return False
    return WHOLE not in parts or (figure.status == "target" and query.need.status != "target")


def _is_of_other_month(asked: Sequence[int], clause: str) -> bool:
    """Tell whether the clause of a figure names months, and none that is asked about: 一二两月份. One of a stretch (1—4月) may be any in it."""
    named = {month for m in _MONTHS_NAMED.finditer(fold(clause)) for month in _numbers(m["months"])}
    return bool(named) and not _PART.search(clause) and not named & {*asked, 0}


def _numbers(months: str) -> list[int]:
    """Return the months that are named together, 0 for those between two: 1、2, 一二两, 十一."""
    if _BETWEEN.search(months):
        return [0]
    return [int(m) if m.isdigit() else _CHINESE.index(m) + 1 for m in _ONE_MONTH.findall(months)]


@lru_cache(maxsize=2_000)
def part_in_english(text: str) -> str:
    """Return the half or the quarter of a year that an English text names first: h2 of the second half, q3; "" for none."""
    match = _PART_EN.search(fold(text).lower()) if not _HAN.search(text) else None
    if match is None:
        return ""
    return match["short"] or f"{'h' if match['part'] == 'half' else 'q'}{_NTH[match['nth']]}"


def _parts_told(candidate: Candidate) -> set[str]:
    """Return the parts of a year that the clause of a figure names, or its head in a table; its sentence where the clause names none."""
    sentence = candidate.sentence
    at = candidate.figure.start - sentence.start
    start = max(sentence.text.rfind(";", 0, at), -1) + 1
    end = sentence.text.find(";", at)
    clause = sentence.text[start : end if end >= 0 else None]
    for told in (clause, f"{sentence.text} {candidate.figure.subject} {sentence.ranked.passage.context}"):
        if named := {part_in_english(m[0]) for m in _PART_EN.finditer(fold(told).lower())}:
            return named
    return set()


def _tells(month: int, told: str) -> bool:
    """Tell whether a text names a month: 2月, 二月, 2001/2/27."""
    named = rf"(?<!\d){month}\s?月|(?<![十]){_CHINESE[month - 1]}月|(?:19|20)\d\d([-/.])0?{month}\1\d"
    return re.search(named, told) is not None


def _tells_month_of(question: str, told: str) -> bool:
    """Tell whether a text names a month of the half of a year that a question names: what began on 1 July is of the second half."""
    text = fold(question)
    first, second = _FIRST_HALF.search(text), _SECOND_HALF.search(text)
    if bool(first) == bool(second):
        return False
    months = {int(m[1]) for m in _MONTH_TOLD.finditer(told)}
    return bool(months & set(range(1, 7) if first else range(7, 13)))


@lru_cache(maxsize=2_000)
def _named(question: str) -> tuple[str, ...]:
    """Return the months that a question names, but the year's last."""
    return tuple(m[1] for m in _MONTH.finditer(fold(question)) if m[1] != _END_OF_YEAR)
