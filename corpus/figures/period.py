"""Which period a quantity is about, and whether it is an outcome or a target.

A government report issued in the year Y reviews Y-1 and plans Y: a question about "2023" asks for the period of the figure, not
the date of the report. The rule for relative years (去年, 今年, 五年来) follows from that.
"""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.figures.figure import Status
from corpus.figures.numerals import fold, parse_chinese

Part = Literal["review", "plan", "other"]

_PLANS = {
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
}
_YEAR = r"(?:[12] ?\d ?\d ?\d|[一二][零一二三四五六七八九]{3})"
_TIME = re.compile(
    rf"(?P<range>(?P<from>{_YEAR}) ?年? ?(?:—|-|–|~|～|至|到) ?(?P<to>{_YEAR}) ?年)"
    rf"|(?P<months>(?:(?P<my>{_YEAR}) ?年 ?)?(?P<m1>\d{{1,2}})月?(?:—|-|至|到)(?P<m2>\d{{1,2}})月)"
    rf"|(?P<half>(?:(?P<hy>{_YEAR}) ?年 ?|(?P<hr>今年|去年))?(?P<hn>上半年|下半年|前三季度|第?[一二三四]季度))"
    rf"|(?P<year>{_YEAR}) ?年(?!期|规划)"
    r"|“?(?P<plan>十?[一二三四五六七八九十])五”?(?:计划|规划|时期|期间|以来|期内|末|的?五年|五年)"
    r"|(?P<five>过去[的]?五年|五年来|五年间|五年中|五年共|五年累计|近五年|本届政府)"
    r"|(?P<last>去年|上年(?!末|同期)|过去(?:的)?一年|上一年)|(?P<before>前年)|(?P<now>今年|本年|年内|当前)|(?P<next>明年)|(?P<future>今后|未来)"
)
_BASE_VALUE = re.compile(r"的[^，；,;\d]*|，")
_COMPARED = re.compile(r"[比较与在]$")
_TARGET = re.compile(
    r"目标|预期|力争|争取|确保(?!了)|计划(?!生育|投资的|单列)|拟|安排(?!了)|预计.{0,4}(?:今年|明年)|将(?!.{0,3}[从由])|规划|必须|要(?:求|使|把|控制|达到|完成|实现)|努力|提高到20|不低于|不得|"
    r"控制在|预算(?!执行|完成)|到(?:本世纪末|20\d\d年)"
)
_DONE = re.compile(r"已(?:经)?|完成了?(?=\d|投资|[一-龥]{0,4}\d)|实现了|达到了|累计|超额|比上年|同比|去年|上年(?!初)|实际")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text stands: `part` of the report, its year of issue, and the period that this part is about ("" unknown).

    `now` is the year that 今年 means, where it is not the year of issue: a communiqué and a year's summary speak from the year that they
    cover, a government report from the year in which it is given.
    """

    part: Part = "other"
    report_year: int | None = None
    period: str = ""
    now: int | None = None


def resolve_period(text: str, start: int, setting: Setting, *, average: bool) -> str:
    """Return the period of the quantity at `start`: the nearest time word before it in its sentence, else the setting's."""
    found = ""
    span = ""
    head = fold(text[:start])
    for match in _TIME.finditer(head):
        # 比上年的2031对下降…；登记764对: the year compared with is that of the value right behind it, of no other.
        if _COMPARED.search(head[: match.start()]) and not _BASE_VALUE.fullmatch(head[match.end() :]):
            continue
        value = _read(match, setting)
        if not value:
            continue
        if "-" in value and "/" not in value and len(value) == 9:
            span = value
        found = value
    if average and span:
        return span
    if average and not found and setting.part == "review" and re.search("五年", head):
        return _five(setting)
    return found or default_period(setting)


def default_period(setting: Setting) -> str:
    """Return the period that a part of a report is about when the sentence names none."""
    if setting.period:
        return setting.period
    if setting.report_year is None:
        return ""
    return str(setting.report_year if setting.part == "plan" else setting.report_year - 1)


def resolve_status(text: str, start: int, end: int, setting: Setting, clause_start: int) -> Status:
    """Tell an outcome from a target: by the words of the clause first, then by the part of the report that it stands in."""
    lead = text[clause_start:start]
    if setting.part == "plan":
        past = re.search(r"去年|上年(?!年?初|预算)|已经|已达|目前|现有|过去|累计已|比上年(?:实际)?完成", lead) and not re.search(
            "力争|确保|目标", lead
        )
        return "actual" if past else "target"
    sentence = text[:start]
    if re.search(r"(?:今年|明年|未来|今后|到20\d\d年|本世纪末|二○○○年|２０００年).{0,40}$", sentence) and _TARGET.search(
        sentence
    ):
        return "target"
    if re.search(
        r"(?:主要)?(?:预期)?目标(?:是|为)[：:]?.{0,80}$|力争|拟安排|计划(?:安排|投资|新增|建设)|预算(?:安排)?(?:数)?为?$", lead
    ) and not _DONE.search(lead):
        return "target"
    del end
    return "actual"


def _read(match: re.Match[str], setting: Setting) -> str:
    year = setting.report_year
    if match["range"]:
        return f"{_year(match['from'])}-{_year(match['to'])}"
    if match["months"]:
        return _months(_year(match["my"]) if match["my"] else _own_year(setting), int(match["m1"]), int(match["m2"]))
    if match["half"]:
        named = _year(match["hy"]) if match["hy"] else year if match["hr"] == "今年" else _own_year(setting)
        first, last = _HALVES[match["hn"].removeprefix("第")]
        return _months(named, first, last)
    if match["year"]:
        return str(_year(match["year"]))
    if match["plan"]:
        first_year = _PLANS.get(match["plan"])
        return f"{first_year}-{first_year + 4}" if first_year else ""
    if match["five"]:
        return _five(setting)
    shift = next((s for name, s in _SHIFTS.items() if match[name]), None)
    now = setting.now or year
    return str(now + shift) if now and shift is not None else ""


_SHIFTS = {"last": -1, "before": -2, "now": 0, "next": 1}
_HALVES = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "前三季度": (1, 9),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
}


def _own_year(setting: Setting) -> int | None:
    period = default_period(setting)
    return int(period[:4]) if period[:4].isdigit() else None


def _months(year: int | None, first: int, last: int) -> str:
    return f"{year}-{first:02}/{year}-{last:02}" if year else ""


def _five(setting: Setting) -> str:
    year = setting.report_year
    return f"{year - 5}-{year - 1}" if year else ""


def _year(text: str) -> int:
    digits = text.replace(" ", "")
    return int(digits) if digits.isdigit() and digits.isascii() else int(parse_chinese(digits))
