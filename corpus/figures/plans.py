"""The five-year plans of China, each known by its ordinal: 一五 ran from 1953 to 1957, 第十四个五年规划 from 2021 to 2025.

The years are those of the plans as adopted; 1963 to 1965 lie between the second and the third.
"""

import re

FIRST_YEARS = {
    "一": 1953,
    "二": 1958,
    "三": 1966,
    "四": 1971,
    "五": 1976,
    "六": 1981,
    "七": 1986,
    "八": 1991,
    "九": 1996,
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
    "十六": 2031,
    "十七": 2036,
}
_ORDINAL = "十[一二三四五六七]|[一二三四五六七八九十]"
# 第一个五年计划, whatever stands behind it.
FULL_NAME = rf"第(?P<nth>{_ORDINAL})个五年(?:计划|规划)?"
# 超过了第一个五年计划最后一年的指标；…: a plan whose mark was come to tells no time of what goes on behind it.
IS_COME_TO = re.compile("(?:接近|超过|赶上|达到|完成|高于|低于)了?$")
MARK_OF_PLAN = re.compile("[^，。；;]{0,10}(?:指标|水平|规定|要求|目标|任务)[，。；;]")


def plan_years(ordinal: str) -> str:
    """Return the years of a plan: 十二 is "2011-2015"; "" for one that there was not."""
    first = FIRST_YEARS.get(ordinal)
    return f"{first}-{first + 4}" if first else ""


def plan_of(year: int) -> str:
    """Return the years of the plan that a year lies in, "" for one between two plans."""
    return next((plan_years(n) for n, first in FIRST_YEARS.items() if first <= year <= first + 4), "")
