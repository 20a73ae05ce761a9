"""Derive how much there was in a year, in the mean, where a sentence gives the total of several years: 五年内支出共50亿元."""

import re

from app.choosing.lookup import Lookups
from app.choosing.standing import ahead
from app.implied.told import sentences_told
from app.working.computed import Computed
from app.working.deriving import is_ratio
from app.working.quotients import for_years
from corpus.figures.numerals import fold, parse_chinese
from index.query import Query

_ASKED = re.compile(
    r"平均每年|每年平均|年均(?!增长|增速|增幅|递增|下降)|平均一年|\b(?:average|mean)\b[^?]*\b(?:per|each|a) year\b|\b(?:per|each) year on average\b"
)
_YEARS = re.compile(
    r"(?P<zh>[两二三四五六七八九十]|\d{1,2})年(?:来|内|间|里|中|时间|累计|共|合计|总共)|\b(?:in|over|during) (?:the (?:past|last) )?(?P<en>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years\b",
    re.I,
)
_TOTAL = re.compile(r"总|共|累计|合计|\btotal|\bcumulative|\baltogether", re.I)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MEAN = re.compile(r"年均|平均|每年|\baverage|\ba year\b|\bper year\b", re.I)


def mean_of_years(lookups: Lookups, query: Query) -> Computed | None:
    """Return the yearly mean of a total that a sentence gives for several years, None where it is not asked for or given."""
    text = fold(query.text).lower()
    if not _ASKED.search(text) or query.need.unit_class in {"percent", "points", "rank"}:
        return None
    for told in sentences_told(lookups, query)[:2]:
        for c in told.figures:
            figure, lead = c.candidate.figure, fold(ahead(c))
            spans = list(_YEARS.finditer(lead))
            total = _TOTAL.search(f"{lead[-16:]}{figure.subject}") is not None and not _MEAN.search(lead[-16:])
            if figure.kind != "level" or is_ratio(figure) or not spans or not total:
                continue
            if query.need.strict and query.need.unit and figure.unit != query.need.unit:
                continue
            result = for_years(figure, _number(spans[-1]))
            if result is not None:
                return Computed(result, (c,), ("",))
    return None


def _number(span: re.Match[str]) -> int:
    word = (span["zh"] or span["en"]).lower()
    return int(word) if word.isdigit() else _NUMBERS.get(word) or int(parse_chinese(word.replace("两", "二")))
