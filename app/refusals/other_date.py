"""Days, months and quarters that a question names: a figure of the whole year, or of its end, is not theirs."""

import re
from functools import lru_cache

from app.choosing.candidates import Candidate
from corpus.figures.numerals import fold
from index.query import Query

# The last and the first day of a year are what reports give for it.
_MONTH = re.compile(r"(?<![\d个])(1[0-2]|[1-9])月(?!份?以来)(?!1日)")
_END_OF_YEAR = "12"
_QUARTER = re.compile("[一二三四1234]季度|上半年|下半年|前三季|头半年|前半年|后半年")
_FIRST_HALF, _SECOND_HALF = re.compile("上半年|头半年|前半年"), re.compile("下半年|后半年")
_MONTH_TOLD = re.compile(r"(?<!\d)(1[0-2]|[1-9])\s?月(?!份?以来)")
_PART = re.compile(r"季|半年|[-—~至到]\s?\d{1,2}\s?月")
_MONTHS = re.compile(r"\d{4}-\d\d")
_CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_HAN = re.compile("[一-龥]")


def is_of_no_such_date(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question names a month, a half or a quarter of which neither a figure nor what is written around it tells."""
    months, part = _named(query.text)
    if not months and not part:
        return False
    sentence, period = candidate.sentence, candidate.figure.period
    told = fold(f"{sentence.ranked.passage.text} {sentence.stretch.head.named.text} {sentence.ranked.passage.title}")
    if not _HAN.search(told) or _MONTHS.search(period):
        return False
    if part:
        return not _PART.search(told) and not _tells_month_of(query.text, told)
    return not any(_tells(int(month), told) for month in months)


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
def _named(question: str) -> tuple[tuple[str, ...], bool]:
    """Return the months that a question names, but the year's last, and whether it names a part of a year."""
    text = fold(question)
    months = tuple(m[1] for m in _MONTH.finditer(text) if m[1] != _END_OF_YEAR)
    return months, bool(_QUARTER.search(text))
