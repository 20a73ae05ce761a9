"""From when a change counts that stands beside a value: 达90亿元，比三年前增加40亿元."""

import re
from dataclasses import dataclass

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, behind
from corpus.figures.numerals import fold, parse_chinese
from index.years import resolve_years

_SHORT = 6
_LAST_YEAR = re.compile(
    "上一?年|去年|前一年|年初|同期|同比|last year|previous year|year before|preceding year|year earlier|year ago|year-on-year"
)
# A rate that leaves out what cannot be compared tells nothing of the value before.
_COMPARABLE = re.compile("可比|不变价|同口径|扣除|剔除|实际增长|\\b(?:in real terms|comparable|adjusted for)\\b")
# 比2019年, 同2019年相比: from when a change ahead of its value counts.
_SINCE = re.compile("[比同与较和](?P<base>[^，,。；;]{2,14})")
_WITHIN = re.compile("(?P<years>[二两三四五六七八九十]|\\d{1,2})年(?:内|间|里|中)")
CLAUSE = re.compile("[，,；;。：]")


@dataclass(frozen=True, slots=True)
class Moved:
    """A value and the change that led to it; `basis` is what stands around them and says from when the change counts."""

    level: Chosen
    change: Chosen
    basis: str


def counts_from(moved: Moved, year: int) -> bool:
    """Tell whether a change counts from a year: 达90亿元，比三年前增加40亿元."""
    named = resolve_years(moved.basis, latest=None).years or _since(moved)
    if named:
        return year in named
    basis = f"{moved.basis}{fold(moved.change.candidate.figure.basis)}"
    period, issued = moved.level.candidate.figure.period, moved.level.candidate.sentence.ranked.year
    return (
        (period == str(year + 1) or (not period and issued == year + 1))
        and "均" not in basis
        and (bool(_LAST_YEAR.search(basis.lower())) or len(moved.basis) <= _SHORT)
    )


def _since(moved: Moved) -> tuple[int, ...]:
    """Return the year that a change of several counts from, as its sentence says ahead of it: 2019年同2014年相比, 五年内增长20%，到2019年达到…"""
    lead = fold(ahead(moved.change))
    said = [years[-1] for m in _SINCE.finditer(lead) if (years := resolve_years(m["base"], latest=None).years)]
    if said:
        return (said[-1],)
    period = moved.level.candidate.figure.period[-4:]
    within = _WITHIN.search(CLAUSE.split(lead)[-1])
    if within is None or not period.isdigit():
        return ()
    number = within["years"]
    return (int(period) - int(number if number.isdigit() else parse_chinese(number)),)


def is_comparable(change: Chosen) -> bool:
    """Tell a rate whose own words leave out prices or what cannot be compared."""
    said = [*CLAUSE.split(fold(ahead(change)))[-2:], CLAUSE.split(fold(behind(change)))[0]]
    return any(_COMPARABLE.search(words) for words in said)
