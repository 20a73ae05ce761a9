"""Which period a quantity is about.

A government report issued in the year Y reviews Y-1 and plans Y: a question about "2023" asks for the period of the figure, not
the date of the report. The rule for relative years (去年, 今年, 五年来) follows from that. A section may look back on a span (过去五年,
the years of a five-year plan): averages, sums and changes of such a section are of the span, levels are of its last year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.figures.numerals import CHINESE, parse_chinese
from corpus.figures.plans import FULL_NAME, IS_COME_TO, MARK_OF_PLAN, plan_of, plan_years
from corpus.figures.units import UNIT

Part = Literal["review", "plan", "other"]

_YEAR = r"(?:[12] ?\d ?\d ?\d|[一二][零一二三四五六七八九]{3})"
_MONTH = "十[一二]|[一二三四五六七八九十]"
_TIME = re.compile(
    # where one of the branches may begin: at a character that one of them begins with, and there at numerals before a word of time
    r"(?=[\d一二两三四五六七八九十几“第过近本这去上下前全今年当明未多历单])"
    r"(?=[\d一二两三四五六七八九十几][\d零一二两三四五六七八九十几○ 至到—–~～-]*+[年月份季计规时期以末的”]"
    r"|[第“近这本今]|过去|[上下]半年|[上多历]年|上一年|前[三年]|去年|全年|年内|当[前天日]|明年|未来|单日)(?:"
    rf"(?P<range>(?P<from>{_YEAR}) ?年? ?(?:—|-|–|~|～|至|到) ?(?P<to>{_YEAR}) ?年)"
    rf"|(?P<pair>(?P<pa>{_YEAR}) ?年[和与、] ?(?P<pb>{_YEAR}) ?年[两二]年)"
    rf"|(?P<months>(?:(?P<my>{_YEAR}) ?年 ?|(?P<mr>[今本]年|去年))?(?P<m1>\d{{1,2}}|{_MONTH})月?份?(?:—{{1,2}}|-|至|到)(?P<m2>\d{{1,2}}|{_MONTH})月)"
    rf"|(?P<half>(?:(?P<hy>{_YEAR}) ?年 ?|(?P<hr>今年|去年))?(?P<hn>上半年|下半年|前三季度|第?[一二三四]季度))"
    rf"|(?P<year>{_YEAR}) ?年(?!期|规划)"
    r"|“?(?P<plan>十?[一二三四五六七八九十])五”?(?:计划|规划|时期|期间|以来|期内|末|的?五年|五年)"
    rf"|“(?P<quoted>十?[一二三四五六七八九十])五”|(?:{FULL_NAME})"
    r"|(?P<five>过去[的]?五年|五年来|五年间|五年中|五年共|五年累计|近五年|本届政府|(?:^|(?<=[，。；：]))(?P<bare>五年)(?![来间中内前后计规时以的]))"
    # 两年来, 七年中: as many years as are named, up to the year before the report
    r"|(?P<years>(?<![零一二三四五六七八九十近这后])(?P<n>[两二三四六七八九十])年(?:来(?!的?(?:最|首|少有|未有|罕|新高|新低))|中(?![央间期学小等长国])))"
    r"|(?P<last>去年|过去(?:的)?一年)|(?P<previous>上年(?!末|同期|结[转余存]|转入|滚存)|上一年)|(?P<before>前年)|(?P<whole>全年)|(?P<now>今年|本年|年内|当前)|(?P<next>明年)"
    r"|(?P<within>(?<![今后未来十])(?:这|本)?五年(?:以|之)?内)|(?P<coming>今后五年|未来五年)|(?P<future>今后|未来)"
    # Of no year that can be told; 近年来最多 is of the year that it is the most of.
    r"|(?P<vague>当天|当日|单日|(?:近年来|[近这][几两三]年来?|几年来|多年来|历年来)(?!的?最|首|少有|未有|罕|新高|新低)))"
)
_COMPARED = re.compile(r"[比较与][“\s]*$")
# Another value written in Chinese numerals: 三万二千人, 百分之七.
_SPELLED = rf"[百千]分之|{CHINESE}{UNIT}"
_BASE_VALUE = re.compile(rf"的(?:(?!{_SPELLED})[^，；,;\d])*|，")
# 是2015年的2.2倍, 在1979到1983年平均每年递增…的基础上: a year that only stands for what is compared with.
_AS_MEASURE = re.compile(r"(?:相当于|等于|[是为])$")
_MULTIPLE = re.compile(r"[^，。；\d]{0,12}?的(?:[约近]?[\d.]+ ?[倍%]|[^，。；]*$)")
# 1986年同1978年相比: what follows is of the first.
_WITH, _LIKENED = re.compile(r"[同与和跟]$"), re.compile(r"(?:末|底)?[一-龥]{0,4}?(?:相比|比较|对比|比)")
# 刚刚过去的某年，…: what may stand before the year that a sentence begins with
_PASSED = re.compile("(?:回顾|回首|在)?(?:刚刚|刚)?(?:已经|即将)?过去的|回顾|回首|在")
# 某年，…; 某年全…; 某年的计划，…
_BEGUN = re.compile("(?:的?[^，。；,]{0,8}(?:计划|预算))?[，,]|全")
_PART = re.compile("[；;]")
_GROUND = re.compile(r"在$")
# 按某年不变价格计算
_PRICED, _PRICES = re.compile(r"按照?$"), re.compile(r"的?(?:不变|可比)?价格?")
# What any of these looks for right before a year
_LED = re.compile("|".join(p.pattern for p in (_COMPARED, _AS_MEASURE, _WITH, _GROUND, _PRICED, IS_COME_TO)))
_SPAN = re.compile(r"\d{4}-\d{4}$")
_AVERAGED = re.compile(r"^.{0,6}?(?:年均|平均每年|每年平均).*[，。；]")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text stands: `part` of the report, its year of issue, and the period that this part is about ("" unknown).

    `now` is the year that 今年 means, where it is not the year of issue: a communiqué and a year's summary speak from the year that
    they cover, a government report from the year in which it is given. `span` are the years that the section looks back on or
    plans, where they are several ("2013-2017"); `carried` is the year that an earlier sentence of the paragraph begins with.
    """

    part: Part = "other"
    report_year: int | None = None
    period: str = ""
    now: int | None = None
    span: str = ""
    carried: str = ""


def time_words(sentence: str) -> list[re.Match[str]]:
    """Return the words of time of a folded sentence."""
    return list(_TIME.finditer(sentence))


def resolve_period(times: Sequence[re.Match[str]], start: int, setting: Setting, *, average: bool, changed: bool) -> str:
    """Return the period of the quantity at `start` of a sentence: that of the nearest of its words of time, else the setting's.

    `average` tells that the quantity is a mean per year (年均), `changed` that it is a sum or a change over the period.
    """
    found, span = "", ""
    known = False
    for match, value in _told(times, start, setting):
        if _SPAN.match(value):
            span = value
            if not average and _AVERAGED.match(match.string[match.end() : start]):
                continue  # 五年来年均增长6%；…达到2090元: the span was that of the average
        found, known = value, True
    if average and (span or not _SPAN.match(found)):
        return span or _span_of(setting) or found or default_period(setting)
    if known:
        return found
    # What a plan of several years aims at, level or change, is of its whole term.
    of_term = setting.span and not setting.carried and (changed or setting.part == "plan")
    return setting.span if of_term else default_period(setting)


def start_period(period: str, told: str, setting: Setting, *, counted: bool) -> str:
    """Return the period of A in 由A到B, where B is of `period` and `told` is the period named between 由 and A, "" for none.

    `counted` tells that the years of `period` are only counted (四年来).
    """
    if told:
        return told
    if setting.span and period == setting.span:
        return str(int(period[:4]) - 1)  # a term starts from the year before it
    if _SPAN.match(period):
        # 四年来由A增加到B: from before the first of them
        return str(int(period[:4]) - counted)
    one_year = setting.part == "review" and not setting.span and len(period) == 4
    return str(int(period) - 1) if one_year and period == default_period(setting) else ""


def are_counted(times: Sequence[re.Match[str]], start: int) -> bool:
    """Tell whether the last of the words of time before a quantity only counts years: 四年来, 过去五年."""
    before = [t for t in times if t.end() <= start]
    return bool(before) and bool(before[-1]["years"] or before[-1]["five"])


def leading_year(sentence: str, setting: Setting) -> str:
    """Return the year that a folded sentence begins with, "" if with none: those after it in the paragraph go on about it."""
    opening = _PASSED.match(sentence)
    # 比2018年，…: a year that the rest is compared with begins nothing.
    first = _TIME.match(sentence) or _TIME.match(sentence, opening.end() if opening else 1)
    if first and _COMPARED.search(sentence[: first.start()]):
        return ""
    value = _read(first, setting) if first and _BEGUN.match(sentence, first.end()) else ""
    return value if len(value) == 4 else ""


def this_year(setting: Setting) -> str:
    """Return the year that 今年 means, "" where it is not known."""
    return str(setting.now or setting.report_year or "")


def take_start(times: Sequence[re.Match[str]], start: int, setting: Setting) -> tuple[list[re.Match[str]], str]:
    """Take the word of time between 由 (从) and the A at `start` of 由A到B out of `times`, with its period: it is of A only."""
    text = times[0].string if times else ""
    opening = max(text.rfind("由", 0, start), text.rfind("从", 0, start))
    own = [t for t in times if opening < t.start() and t.end() <= start]
    likened = [t for t in times if t.end() <= start and _WITH.search(text[: t.start()]) and _LIKENED.match(text, t.end())]
    if likened and not own:
        return list(times), _read(likened[-1], setting)
    if not own:
        return list(times), ""
    earlier = [t for t in times if t["year"] and t.end() <= opening]
    told = _before(_read(earlier[-1], setting)) if earlier and own[-1]["previous"] else _read(own[-1], setting)
    return [t for t in times if t not in own], told


def last_year(period: str) -> str:
    """Return the last year of a span, and any other period as it is."""
    return period[5:] if _SPAN.match(period) else period


def _told(times: Sequence[re.Match[str]], start: int, setting: Setting) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the time words before a quantity with their periods ("" where one tells none), without years only compared with."""
    named = ""
    for match in times:
        if match.end() > start:
            return
        lead, between = match.string[max(0, match.start() - 6) : match.start()], match.string[match.end() : start]
        if _LED.search(lead) and _is_compared(lead, between):
            continue
        value = "" if match["vague"] else _before(named) if named and match["previous"] else _read(match, setting)
        named = value if match["year"] else named
        # 鱼产量保持近两年的水平；茶叶40吨: what is vague is so for its own part of the sentence.
        if value or (match["vague"] and not _PART.search(between)):
            yield match, value


def _before(year: str) -> str:
    """Return what 上年 is behind a year that the sentence names: the year before that one, whenever the report speaks."""
    return str(int(year) - 1)


def _is_compared(lead: str, between: str) -> bool:
    """Tell a year that only stands for what is compared with: `lead` stands before it, `between` up to the quantity."""
    return bool(
        # 比上年的2031对下降…；登记764对: the year compared with is that of the value right behind it, of no other.
        (_COMPARED.search(lead) and not _BASE_VALUE.fullmatch(between))
        or (_AS_MEASURE.search(lead) and _MULTIPLE.match(between))
        or (_WITH.search(lead) and _LIKENED.match(between))
        or (_GROUND.search(lead) and "的基础上" in between)
        or (_PRICED.search(lead) and _PRICES.match(between))
        or (IS_COME_TO.search(lead) and MARK_OF_PLAN.match(between))
    )


def default_period(setting: Setting) -> str:
    """Return the period that a part of a report is about when the sentence names none."""
    if setting.carried:
        return setting.carried
    if setting.period:
        return setting.period
    if setting.report_year is None:
        return ""
    return str(setting.report_year if setting.part == "plan" else setting.report_year - 1)


def _read(match: re.Match[str], setting: Setting) -> str:
    year = setting.report_year
    if match["range"]:
        return f"{_year(match['from'])}-{_year(match['to'])}"
    if match["pair"]:
        return f"{_year(match['pa'])}-{_year(match['pb'])}"
    if match["months"]:
        return _months(_year_of_months(match, "my", "mr", setting), _month(match["m1"]), _month(match["m2"]))
    if match["half"]:
        first, last = _HALVES[match["hn"].removeprefix("第")]
        return _months(_year_of_months(match, "hy", "hr", setting), first, last)
    if match["year"]:
        return str(_year(match["year"]))
    plan = match["plan"] or match["quoted"] or match["nth"]
    if plan:
        return plan_years(plan)
    if match["five"] or match["within"]:
        planned = match["bare"] and setting.part == "plan" and setting.span
        return setting.span if planned else _five(setting) if match["five"] else _within(setting)
    if match["years"]:
        return f"{year - int(parse_chinese(match['n']))}-{year - 1}" if year else ""
    if match["coming"]:
        return f"{year}-{year + 4}" if year else ""
    return default_period(setting) if match["whole"] else _shifted(match, setting)


def _shifted(match: re.Match[str], setting: Setting) -> str:
    told = default_period(setting)
    if match["previous"] and setting.part == "review" and len(told) == 4:
        # 由上年的A提高到B: the year before the one that is told of, where 去年 is the year before the one that speaks.
        return str(int(told) - 1)
    shift = next((s for name, s in _SHIFTS.items() if match[name]), None)
    now = setting.now or setting.report_year
    return str(now + shift) if now and shift is not None else ""


_SHIFTS = {"last": -1, "previous": -1, "before": -2, "now": 0, "next": 1}
_HALVES = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "前三季度": (1, 9),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
}


def _year_of_months(match: re.Match[str], named: str, relative: str, setting: Setting) -> int | None:
    """Return the year of 某年1到9月, or of 今年1到9月."""
    if match[named]:
        return _year(match[named])
    if match[relative] in {"今年", "本年"}:
        return int(this_year(setting) or 0) or None
    return _own_year(setting)


def _month(text: str) -> int:
    return int(text) if text.isascii() else int(parse_chinese(text))


def _own_year(setting: Setting) -> int | None:
    period = default_period(setting)
    return int(period[:4]) if period[:4].isdigit() else None


def _months(year: int | None, first: int, last: int) -> str:
    return f"{year}-{first:02}/{year}-{last:02}" if year else ""


def _span_of(setting: Setting) -> str:
    """Return the span of an average that names none: that of its section, else the five years of a term or a plan."""
    if setting.span or setting.report_year is None or setting.part == "other":
        return setting.span
    if setting.part == "review":
        return _five(setting)
    return plan_of(setting.report_year)


def _within(setting: Setting) -> str:
    """Return the span that 五年内 means: that of the section, else the plan of the year that a plan is told in."""
    return setting.span or (plan_of(setting.report_year) if setting.part == "plan" and setting.report_year else "")


def _five(setting: Setting) -> str:
    year = setting.report_year
    return f"{year - 5}-{year - 1}" if year else ""


def _year(text: str) -> int:
    digits = text.replace(" ", "")
    return int(digits) if digits.isdigit() and digits.isascii() else int(parse_chinese(digits))
