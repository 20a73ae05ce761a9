"""Which period a quantity is about.

A government report issued in the year Y reviews Y-1 and plans Y: a question about "2023" asks for the period of the figure, not
the date of the report. The rule for relative years (去年, 今年, 五年来) follows from that. A section may look back on a span (过去五年,
the years of a five-year plan): averages, sums and changes of such a section are of the span, levels are of its last year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.figures.numerals import parse_chinese
from corpus.figures.only_compared import COMPARED, LED, LIKENED, WITH, is_only_compared
from corpus.figures.parts_of_year import part_of_year
from corpus.figures.plans import FULL_NAME, plan_of, plan_years
from corpus.split_years import KINDS, first_of, moved, named_period, school_period

Part = Literal["review", "plan", "other"]

_YEAR = r"(?:[12] ?\d ?\d ?\d|[一二][零一二三四五六七八九]{3})"
_MONTH = "十[一二]|[一二三四五六七八九十]"
# 前三季度, 前11个月; but 此前三个月 counts from elsewhere.
_FIRST = "(?<![此之以提目])[前头]"
_TIME = re.compile(
    # where one of the branches may begin: at a character that one of them begins with, and there at numerals before a word of time
    r"(?=[\d一二两三四五六七八九十几“第过近本这去上下前头后全今年当明未多历单])"
    r"(?=[\d一二两三四五六七八九十几][\d零一二两三四五六七八九十几○ 至到—–~～/-]*+[年月份季计规时期以末的”学赛财榨会雪采供]"
    r"|[第“近这本今]|过去|[上下头前后]半年|[上多历]年|上一年|[上下]一?个?学年|前[二两三四五六七八九十\d年]|头[二两三四五六七八九十\d]|去年|全年|年内|当[前天日]|明年|未来|单日)(?:"
    # 2031—2032学年 is one year
    rf"(?P<split>(?P<sf>{_YEAR}) ?年? ?(?:—{{1,2}}|-|–|~|～|至|到|/) ?(?P<st>{_YEAR}|\d\d) ?年? ?(?P<kind>{KINDS}))"
    rf"|(?P<range>(?P<from>{_YEAR}) ?年? ?(?:—|-|–|~|～|至|到) ?(?P<to>{_YEAR}) ?年)"
    rf"|(?P<pair>(?P<pa>{_YEAR}) ?年[和与、] ?(?P<pb>{_YEAR}) ?年[两二]年)"
    rf"|(?P<months>(?:(?P<my>{_YEAR}) ?年 ?|(?P<mr>[今本]年|去年))?(?P<m1>\d{{1,2}}|{_MONTH})月?份?(?:—{{1,2}}|-|至|到)(?P<m2>\d{{1,2}}|{_MONTH})月)"
    rf"|(?P<half>(?:(?P<hy>{_YEAR}) ?年 ?|(?P<hr>今年|去年))?(?P<hn>[上下头前后]半年|{_FIRST}(?:[二两三23]个?季度?|(?:\d{{1,2}}|两|{_MONTH})个月)|第?[一二三四]季度))"
    rf"|(?P<year>{_YEAR}) ?年(?!期|规划)"
    r"|“?(?P<plan>十?[一二三四五六七八九十])五”?(?:计划|规划|时期|期间|以来|期内|末|的?五年|五年)"
    rf"|“(?P<quoted>十?[一二三四五六七八九十])五”|(?:{FULL_NAME})"
    r"|(?P<five>过去[的]?五年|五年来|五年间|五年中|五年共|五年累计|近五年|本届政府|(?:^|(?<=[，。；：]))(?P<bare>五年)(?![来间中内前后计规时以的]))"
    # 两年来, 七年中: as many years as are named, up to the year before the report
    r"|(?P<years>(?<![零一二三四五六七八九十近这后])(?P<n>[两二三四六七八九十])年(?:来(?!的?(?:最|首|少有|未有|罕|新高|新低))|中(?![央间期学小等长国])))"
    r"|(?P<last>去年|过去(?:的)?一年)|(?P<previous>上年(?!末|同期|结[转余存]|转入|滚存)|上一年)|(?P<before>前年)|(?P<whole>全年)|(?P<now>今年|本年|年内|当前)|(?P<next>明年)"
    r"|(?P<school>[上下本这今]一?个?学年)"
    r"|(?P<within>(?<![今后未来十])(?:这|本)?五年(?:以|之)?内)|(?P<coming>今后五年|未来五年)|(?P<future>今后|未来)"
    # Of no year that can be told; 近年来最多 is of the year that it is the most of.
    r"|(?P<vague>当天|当日|单日|(?:近年来|[近这][几两三]年来?|几年来|多年来|历年来)(?!的?最|首|少有|未有|罕|新高|新低)))"
)
# 刚刚过去的某年，…: what may stand before the year that a sentence begins with
_PASSED = re.compile("(?:回顾|回首|在)?(?:刚刚|刚)?(?:已经|即将)?过去的|回顾|回首|在")
# 某年，…; 某年全…; 某年的计划，…
_BEGUN = re.compile("(?:的?[^，。；,]{0,8}(?:计划|预算))?[，,]|全")
_PART = re.compile("[；;]")
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
    if first and COMPARED.search(sentence[: first.start()]):
        return ""
    value = _read(first, setting) if first and _BEGUN.match(sentence, first.end()) else ""
    return value if len(first_of(value)) == 4 else ""


def this_year(setting: Setting) -> str:
    """Return the year that 今年 means, "" where it is not known."""
    return str(setting.now or setting.report_year or "")


def take_start(times: Sequence[re.Match[str]], start: int, setting: Setting) -> tuple[list[re.Match[str]], str]:
    """Take the word of time between 由 (从) and the A at `start` of 由A到B out of `times`, with its period: it is of A only."""
    text = times[0].string if times else ""
    opening = max(text.rfind("由", 0, start), text.rfind("从", 0, start))
    own = [t for t in times if opening < t.start() and t.end() <= start]
    likened = [t for t in times if t.end() <= start and WITH.search(text[: t.start()]) and LIKENED.match(text, t.end())]
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
        if LED.search(lead) and is_only_compared(lead, between):
            continue
        value = "" if match["vague"] else _before(named) if named and match["previous"] else _read(match, setting)
        named = value if match["year"] or match["split"] else named
        # 鱼产量保持近两年的水平；茶叶40吨: what is vague is so for its own part of the sentence.
        if value or (match["vague"] and not _PART.search(between)):
            yield match, value


def _before(year: str) -> str:
    """Return what 上年 is behind a year that the sentence names: the year before that one, whenever the report speaks."""
    return moved(year, -1)


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
    if named := _named(match, setting):
        return named
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
    if match["school"]:
        return _school_year(match["school"], setting)
    return default_period(setting) if match["whole"] else _shifted(match, setting)


def _named(match: re.Match[str], setting: Setting) -> str:
    """Return the years, or the months, that words of time name by their numbers, "" where they name none or their year is not known."""
    if match["split"]:
        last = match["st"]
        return named_period(str(_year(match["sf"])), last if last.isdigit() else str(_year(last)), match["kind"])
    if match["range"]:
        return f"{_year(match['from'])}-{_year(match['to'])}"
    if match["pair"]:
        return f"{_year(match['pa'])}-{_year(match['pb'])}"
    if match["months"]:
        return _months(_year_of_months(match, "my", "mr", setting), _month(match["m1"]), _month(match["m2"]))
    if match["half"]:
        first, _, last = (part_of_year(match["hn"]) or "01-12").partition("-")
        return _months(_year_of_months(match, "hy", "hr", setting), int(first), int(last or first))
    return str(_year(match["year"])) if match["year"] else ""


def _school_year(word: str, setting: Setting) -> str:
    """Return the year that 上一学年 or 下一学年 means: beside the one that is told of; what plans for the next is told of that one."""
    told = first_of(default_period(setting))
    shift = -1 if word[0] == "上" else 1 if word[0] == "下" and setting.part != "plan" else 0
    return school_period(int(told) + shift) if len(told) == len("2031") else ""


def _shifted(match: re.Match[str], setting: Setting) -> str:
    told = default_period(setting)
    if match["previous"] and setting.part == "review" and len(first_of(told)) == 4:
        # 由上年的A提高到B: the year before the one that is told of, where 去年 is the year before the one that speaks.
        return moved(told, -1)
    shift = next((s for name, s in _SHIFTS.items() if match[name]), None)
    now = setting.now or setting.report_year
    return str(now + shift) if now and shift is not None else ""


_SHIFTS = {"last": -1, "previous": -1, "before": -2, "now": 0, "next": 1}


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
    if (first, last) == (1, 12):
        return str(year or "")
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
