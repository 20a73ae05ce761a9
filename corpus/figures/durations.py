"""Stretches of time: 连续46年, 仅用8个月, for 15 consecutive years.

They are time frames and no statistics, and so no part of a report's figures (`corpus.figures.candidates`); a question may ask for
one all the same.
"""

import re
from decimal import Decimal

from corpus.figures.figure import Figure
from corpus.figures.numerals import ARABIC, CHINESE, fold, parse_arabic, parse_chinese

_HALF = Decimal("0.5")
_ENGLISH = {"year": "年", "month": "个月", "week": "周", "day": "天", "hour": "小时", "minute": "分钟"}
_PATTERN = re.compile(
    rf"(?<![\d.第])(?P<n>{ARABIC}|{CHINESE})(?P<half>个?半)?(?:多|余|几|来)?个?(?P<half2>半)?\s?"
    r"(?P<unit>周年|年(?![级度底末初产均龄味限报鉴])|月(?!份|底|末|初)|小时|分钟|天|周(?![年岁边期])|季度|昼夜)(?P<more>半)?"
)
_ENGLISH_PATTERN = re.compile(
    r"\b(?P<n>\d{1,3}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]"
    r"(?:consecutive |full |straight |calendar )*(?P<unit>year|month|week|day|hour|minute)s?\b",
    re.IGNORECASE,
)
_WORDS = {
    w: i
    for i, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}
# 九八年, 一九九八年: digits one by one are a year and no number of years.
_YEAR_DIGITS = re.compile(r"[零一二三四五六七八九]{2,4}")


def find_durations(text: str) -> list[Figure]:
    """Return the stretches of time of a sentence in order; unit 年, 个月, 周, 天, 小时 or 分钟.

    >>> [(f.text, str(f.value), f.unit) for f in find_durations("自2015年起连续46年居首，仅用8个月建成")]
    [('46年', '46', '年'), ('8个月', '8', '个月')]
    """
    folded = fold(text)
    found = [f for m in _PATTERN.finditer(folded) if (f := _chinese(text, m)) is not None]
    return found or [_english(text, m) for m in _ENGLISH_PATTERN.finditer(text)]


def _chinese(text: str, match: re.Match[str]) -> Figure | None:
    number, unit = match["n"], match["unit"]
    arabic = number[0].isdigit()
    counted = "个" in match[0]
    if unit == "月" and not counted:
        return None  # a month of the calendar
    if unit == "年" and not counted and (re.fullmatch(r"\d{4}|0\d", number) if arabic else _YEAR_DIGITS.fullmatch(number)):
        return None
    value = parse_arabic(number) if arabic else parse_chinese(number)
    if not value and "几" in number:
        return None
    half = (match["half"] or match["half2"] or match["more"]) is not None
    canonical = {"周年": "年", "月": "个月", "季度": "个季度", "昼夜": "天"}.get(unit, unit)
    return Figure(match.start(), match.end(), text[match.start() : match.end()], value + (_HALF if half else 0), canonical)


def _english(text: str, match: re.Match[str]) -> Figure:
    number = match["n"].lower()
    value = parse_arabic(number) if number[0].isdigit() else parse_arabic(str(_WORDS[number]))
    return Figure(match.start(), match.end(), text[match.start() : match.end()], value, _ENGLISH[match["unit"].lower()])
