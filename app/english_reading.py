"""What a figure of a report in Chinese is in English: 28.64亿元 is 2.864 billion yuan. For answers to questions in English, beside the figure itself."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from app.answer import ShownFigure
from app.decimals import plain
from corpus.figures.numerals import fold
from corpus.matching import is_chinese

_MORE = re.compile("多|余")
_SCALES = (("trillion", Decimal(10**12)), ("billion", Decimal(10**9)), ("million", Decimal(10**6)), ("", Decimal(1)))
_PLACES = 3
# What is counted one by one needs no word for its measure in English.
_UNITS = {
    **dict.fromkeys("家个项座所件套张条只头栋幢间处部份场艘架台次种类批起宗例名", ""),
    "人": "people", "位": "people", "口": "people", "人次": "visits", "户": "households", "辆": "vehicles", "元": "yuan", "吨": "tonnes", "公斤": "kg",
    "千克": "kg", "斤": "jin", "亩": "mu", "公顷": "hectares", "公里": "km", "千米": "km", "米": "metres", "平方公里": "square kilometres",
    "平方米": "square metres", "立方米": "cubic metres", "千瓦": "kW", "千瓦时": "kWh", "度": "kWh", "岁": "years of age", "年": "years", "天": "days",
    "小时": "hours", "个月": "months", "百分点": "percentage points", "倍": "times", "标箱": "TEU", "标准箱": "TEU", "微克/立方米": "micrograms per cubic metre",
    "吨标准煤": "tonnes of standard coal", "棵": "trees", "株": "plants",
}  # fmt: skip
_SIGNS = {"美元": "US$", "港元": "HK$", "欧元": "€", "英镑": "£", "日元": "¥"}
_PER = {
    "月": "a month",
    "年": "a year",
    "天": "a day",
    "日": "a day",
    "人": "a person",
    "吨": "a tonne",
    "亩": "a mu",
    "户": "a household",
}


def read_in_english(text: str, value: Decimal, unit: str) -> str:
    """Return how English writes a figure whose text is in Chinese, "" for any other and for a unit without an English word.

    >>> read_in_english("28.64亿元", Decimal("2864000000"), "元"), read_in_english("52.7万人", Decimal(527000), "人")
    ('2.864 billion yuan', '527,000 people')
    """
    stem, _, per = unit.partition("/")
    whole = _UNITS.get(unit)
    word = whole if whole is not None else _UNITS.get(stem, "") if per in _PER or not per else None
    sign = _SIGNS.get(stem, "")
    if unit in {"%", "‰"} and is_chinese(text):
        return f"{plain(abs(value))}{unit}"
    if not is_chinese(text) or word is None or (not word and not sign and stem not in _UNITS):
        return ""
    if not word and not sign and plain(abs(value)) in fold(text):
        # 23家 needs no second 23.
        return ""
    more = "more than " if _MORE.search(text) else ""
    number = f"{more}{sign}{_number(abs(value))} {word}".strip()
    return f"{number} {_PER[per]}" if per and whole is None else number


def _number(value: Decimal) -> str:
    """Write a number in the largest scale that leaves it few places, else with its thousands apart."""
    scales = ((word, value / factor) for word, factor in _SCALES)
    fitting = (s for s in scales if s[1] >= 1 and len(plain(s[1]).partition(".")[2]) <= _PLACES)
    word, scaled = next(fitting, ("", value))
    whole, _, places = plain(scaled).partition(".")
    return f"{int(whole):,}{'.' if places else ''}{places} {word}".strip()


def beside(figure: ShownFigure) -> str:
    """Return a figure as it stands in an answer in English: with its English reading in brackets where it is in Chinese."""
    read = read_in_english(figure.text, Decimal(figure.value), figure.unit)
    return f"{figure.text} ({read})" if read else figure.text


def readings_of(figures: Iterable[ShownFigure]) -> list[ShownFigure]:
    """Return the English readings of figures as converted ones, so that their numerals are proven."""
    told = {f.text: (f, read) for f in figures if (read := read_in_english(f.text, Decimal(f.value), f.unit))}
    return [
        replace(f, text=read, role="context", proof="converted", formula=f"{f.text} = {read}", citations=f.citations)
        for f, read in told.values()
    ]
