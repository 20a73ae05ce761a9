"""The years that a question asks about, and the years of issue that it names."""

import re
from dataclasses import dataclass

from corpus.figures.numerals import fold, parse_chinese
from corpus.figures.plans import FIRST_YEARS, FULL_NAME
from corpus.split_years import by_first
from index.excluded import NOT_WANTED

_CN_YEAR = r"[一二][零一二三四五六七八九]{3}"
# 增加2000亿 tells no year.
_YEAR = rf"(?:(?<!\d)(?:1[89]|20)\d\d(?!\d|\s?[万亿])|{_CN_YEAR})"
# 49年 is a year, 连续46年 a stretch of time.
_SHORT = (
    r"(?:(?<![\d.])(?:[5-9]\d|[0-3]\d|(?<![一-龥])4[5-9]|(?<=[从到在和比与跟至])4[5-9])(?=年(?!来|内|间|代|前|后)|财年)"
    # FY25, YA 25
    r"|(?<=\bfy)\d\d\b|(?<=\bfy )\d\d\b|(?<=\bya)\d\d\b)"
)
# 22、23、24年, 21—24年, 22到24三年: the first of two digits stand without 年.
_LISTED_SHORT = (
    r"(?<![\d.])(?:[5-9]\d|[0-3]\d)"
    r"(?=\s?(?:、|,|，|和|与|跟|到|至|—|-|–|~|～)\s?(?:[5-9]\d|[0-3]\d)(?:年|[、,，和与跟到至—–~～-]|[两二三四五六]年))"
)
_LAST_SHORT = r"(?<=[、,，和与跟到至—–~～-])(?:[5-9]\d|[0-3]\d)(?=[两二三四五六]年)"
# 九六年 is a year, 五六年 may be five or six years.
_SPOKEN_SHORT = (
    r"(?<![零〇一二三四五六七八九十百千万第])"
    # 50 to 99 without those that count up: 六七年, 七八年, 八九年
    r"(?:[九八][零〇一二三四五六七八]|九九|八八|[七六五][零〇一二三四五]|七七|七九|六八|六九|五八|五九"
    # 01 to 27 without 一二年 and 二三年
    r"|[零〇][一二三四五六七八九]|一[零一三四五六七八九]|二[零一二四五六七])"
    r"(?=年(?!来|内|间|代|前|后|级|多|制))"
)
SHORT_YEAR = rf"(?:{_SHORT}|{_LISTED_SHORT}|{_LAST_SHORT}|{_SPOKEN_SHORT})"
_ISSUE = re.compile(
    rf"(?P<year>{_YEAR}|{SHORT_YEAR})\s?年?(?:[一二三四五六七八九十\d]+月)?(?:的|发布的|公布的|那份|这份|度)?"
    # Whose report it is
    r"(?:中国|我国|全国|国家|国务院|中央|省|市|县|[一-龥]{2,6}(?:省|市|县|区|州|政府))?"
    r"(?:的)?(?:政府)?(?:工作)?报告"
)
_ISSUE_EN = re.compile(
    rf"(?:(?P<a>{_YEAR})(?:'s)?"
    r"(?: state council| government| national| provincial| municipal| chinese| china| annual)*(?: work)? report"
    rf"|report (?:delivered |issued |published )?(?:in|of) (?:\w+ )?(?P<b>{_YEAR})"
    # as told in 2031
    rf"|\bas (?:reported|stated|told|given|announced) in (?P<c>{_YEAR})\b(?! ?[a-z]))"
)
_ISSUE_LIST = re.compile(
    rf"(?:{_YEAR}年?[、和与及,，]){{1,6}}{_YEAR}年?"
    r"(?:这?[两二三四五六几][年份])?(?:的|国务院|中央|政府)*(?:政府)?(?:工作)?报告"
)
_SPEECH = "(?:案|演说|演讲|报告|声明)"
# A budget speech named as a report is, by its year: in the 2013 budget, 98年的预算里. What a 预算 spends is another matter.
BUDGET_REPORT = re.compile(
    r"(?:(?:19|20)\d\d|(?<!\d)\d\d)\s?年?(?:度|财年)?的?"
    r"(?:财政)?(?:预算|财政报告)(?:案|报告)?(?:里|中|那次|(?=[,，。?？)）:：说讲]|$))"
    # 某国某年预算说
    rf"|预算{_SPEECH}?(?:里|中|上)?(?=说|讲|称|估计|提到|提出|宣布)"
    # （某年预算案）
    rf"|(?<=[（(])[^（）()]{{0,10}}预算{_SPEECH}?(?=[）)])"
    r"|预算(?:演说|演讲|声明)"
    r"|\b(?:19|20)\d\d budget(?: speech| statement)?\b|\bbudget (?:speech|statement|(?:19|20)\d\d)\b|\bbudget(?=[:,)?]|$)"
)
# The report of a year that tells of another year too: 按2031年年报，2030年底还有多少.
_YEARLY_REPORT = re.compile(rf"(?:{_YEAR}|{SHORT_YEAR})\s?年?度?的?(?:年报|年度报告|统计公报|公报|部门决算|决算报告)")
# A budget speech names its year so in English: in the 2031 budget, under Budget 2031.
_BUDGET_SPEECH = re.compile(
    rf"\b{_YEAR} budget(?: speech| statement)?\b|\bbudget (?:speech |statement )?(?:of |for |in )?{_YEAR}\b"
)
_COMPARED = re.compile(
    r"(?:[比较跟]|相比|compared (?:with|to)|than(?: in)?|over|from"
    r"|(?:up|down|increase|rise|fall|drop|gain) on|against|versus|relative to)\s?$"
)
_ANY_YEAR = re.compile(rf"{_YEAR}|{SHORT_YEAR}")
_NOT_ASKED = re.compile(
    rf"{NOT_WANTED}[^，。？；,;?]*"
    r"|\bnot (?:the )?(?:\w+ ){0,4}(?:of|in|for) (?=(?:19|20)\d\d)[^,.;?]*"
)
# 按某年不变价格
_PRICES = re.compile(rf"按照?(?:{_YEAR}|{SHORT_YEAR})\s?年?的?(?:不变|可比)?价格?(?:计算|算)?")
# The centre set up in 2031, 2031年设的那个中心: what only tells which one is meant is not asked about, where another year is.
_BEGUN = "设立?|成立|建成?|建立|创办|创立|开办|开业|开通|启用|通车|投产|推出|出台|颁布|实施|发布|签订?|开工|竣工|投用|上市|引进|启动|通过|修订|提出|制定"
_BEGUN_EN = (
    "set up|established|founded|opened|built|launched|introduced|started|created|formed|enacted|passed|signed|announced|completed"
)
_DESCRIBING = re.compile(
    rf"在?(?:{_YEAR}|{SHORT_YEAR})\s?年(?:[末底初]|\d{{1,2}}月)?(?:[^，。？；、\s]{{0,4}}?)(?:{_BEGUN})了?的(?=[那这该])"
    rf"|(?:{_YEAR}|{SHORT_YEAR})\s?年?(?:[一二三四五六七八九十\d]+月)?份?(?:就|才|刚|新|开始)?"
    r"(?:设|建|盖|修|办|开|创|成|组|立|启|投|通|挂|揭|上市|出生|推|发|签|引进|搬|落|实[行施])[一-龥]{0,3}?的?[那这]一?[个家座条所项支批份种间处类艘套台只片]"
    rf"|(?<=[a-z] )(?:(?:that|which) (?:was|were|had been|has been|is|are)? ?)?(?:{_BEGUN_EN}) (?:back )?in (?:{_YEAR})"
)
_WHICH_IS_MEANT = re.compile(
    r"\b(?<!did )(?<!had )(?<!has )(?<!have )(?<!was )(?<!were )(?:the|that|this|its|their|our|an?) (?:[\w'’-]+ ){0,4}[\w'’-]*[a-rt-z] $"
)
_HAN = re.compile("[一-龥]")
_TIMES_OF = re.compile(r"\s?年?[末底]?的?(?:几|多少)[倍成]")
_RANGE = re.compile(
    rf"(?P<from>{_YEAR}|{SHORT_YEAR})\s?(?:年[末底]?)?\s?(?:—+|-|–|~|～|至|到|to|through)\s?(?P<to>{_YEAR}|{SHORT_YEAR})"
)
_PLAN = re.compile(
    # 十五期间, 八五末; what follows tells it from 十五 as a number
    r"(?<![零〇一二三四五六七八九十百千万第])[“\"]?(?P<plan>十[一二三四五六七]|[一二三四五六七八九十])五[”\"]?"
    r"(?=规划|计划|时期|期间|末|以来|五年|的|$|，|、|收官|结束|[要想里给定各共总头]|年均)"
    # “八五”
    r"|[“\"](?P<quoted>十?[一二三四五六七八九十])五[”\"]"
    rf"|{FULL_NAME}"
)
_ORDINAL_WORDS = """
zeroth first second third fourth fifth sixth seventh
eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
"""
_ORDINALS = _ORDINAL_WORDS.split()
_PLAN_EN = re.compile(rf"(?P<n>\d{{1,2}}|{'|'.join(_ORDINALS[1:])})(?:st|nd|rd|th)? five[- ]year", re.IGNORECASE)
# 跟去年比, 2020年同2019年比
_SET_BESIDE = re.compile(r"年[底末]?[跟与同和]\s?$")
_BEING_COMPARED = re.compile("年?[底末]?的?(?:相比|比较?|对比)(?![例重值率如])")
# 比上年多多少
_AGAINST = re.compile("(?:[比较]|[跟与同和](?=(?:上年|去年|前年)(?:同期|末|底)?相?(?:比|较)))(?:上年|去年|前年)")
# So many years back from now.
LATEST_YEARS = re.compile(r"(?:最近|近|过去)的?(?P<n>[一二两三四五六七八九十]+|\d{1,2})个?年")
_RELATIVE = (
    ("大前年", -3),
    ("前年", -2),
    ("去年", -1),
    ("上年", -1),
    ("今年", 0),
    ("当年", 0),
    ("本年", 0),
    ("明年", 1),
    ("last year", -1),
    ("this year", 0),
    ("next year", 1),
)


@dataclass(frozen=True, slots=True)
class AskedYears:
    """The years of a question.

    `years` are those asked about, in the order named; `issued` the years of issue named with "报告"; `span` a first and last year
    or (); `compared` those only compared with (比2019年多).
    """

    years: tuple[int, ...] = ()
    issued: tuple[int, ...] = ()
    span: tuple[int, ...] = ()
    compared: tuple[int, ...] = ()


def resolve_years(question: str, *, latest: int | None) -> AskedYears:
    """Read the years of a question. 去年, 今年 and 最近三年 count from `latest`, the newest year of issue in the store."""
    text = by_first(_asked_about(fold(question).lower()))
    listed = _ISSUE_LIST.search(text)
    issued = [_number(y) for y in re.findall(_YEAR, listed[0])] if listed else []
    text = _ISSUE_LIST.sub(" ", text)
    issued += [_number(m["year"]) for m in _ISSUE.finditer(text)]
    issued += [_number(m["a"] or m["b"] or m["c"]) for m in _ISSUE_EN.finditer(text)]
    rest = _without_reports(_ISSUE_EN.sub(" ", _ISSUE.sub(" ", text)))
    # 过去五年 counts from the report that is named.
    span = _span(rest, issued[0] if issued else latest)
    named = list(_ANY_YEAR.finditer(rest))
    # 比2019年多: the year compared with is not the one asked about, unless no other is named.
    asked = [m for m in named if not _is_compared(rest[: m.start()], rest[m.end() :])]
    years = [_number(m[0]) for m in asked or named]
    if len(set(span)) == 1:
        # 过去一年
        years, span = years or [span[0]], ()
    if latest is not None and not years and not span:
        years = [year + shift for shift in _relative(rest) for year in (issued or [latest])]
    compared = [_number(m[0]) for m in named if asked and m not in asked]
    return AskedYears(tuple(dict.fromkeys(years)), tuple(dict.fromkeys(issued)), span, tuple(dict.fromkeys(compared)))


def _without_reports(text: str) -> str:
    """Return a text without the years of the yearly reports that it names, where it names others: these are asked about."""
    rest = _BUDGET_SPEECH.sub(" ", _YEARLY_REPORT.sub(" ", text))
    return rest if _ANY_YEAR.search(rest) else text


def named_plans(question: str) -> dict[str, tuple[int, int]]:
    """Return the first and the last year of each five-year plan that a question names, by its name: 一五 → (1953, 1957)."""
    named = (_ordinal(m) for m in _PLAN.finditer(_asked_about(fold(question).lower())))
    return {f"{name}五": (FIRST_YEARS[name], FIRST_YEARS[name] + 4) for name in named if name in FIRST_YEARS}


def _ordinal(plan: re.Match[str]) -> str:
    return str(plan["plan"] or plan["quoted"] or plan["nth"])


def _is_compared(before: str, after: str) -> bool:
    """Tell whether a year between two stretches of text is only compared with: 比2019年多, 2020年同2019年比, 为1997年的几倍."""
    if _COMPARED.search(before) or (_SET_BESIDE.search(before) and _BEING_COMPARED.match(after)):
        return True
    return bool(_TIMES_OF.match(after) and re.search(r"(?:为|是|相当于)\s?$", before))


def _asked_about(text: str) -> str:
    """Return a question without what it is not about (…，注意不是2017年的任务), unless nothing else names years."""
    text = _PRICES.sub(" ", text)
    rest = without_described(_NOT_ASKED.sub(" ", text))
    return rest if _ANY_YEAR.search(rest) or _PLAN.search(rest) else text


def without_described(text: str) -> str:
    """Return a question without the years that only tell which thing is meant: the centre set up in 2031."""
    return _DESCRIBING.sub(lambda m: " " if _HAN.match(m[0][-1]) or _WHICH_IS_MEANT.search(m.string[: m.start()]) else m[0], text)


def _relative(text: str) -> list[int]:
    """Return how far the years that are named by their distance lie from the one that they count from: 去年 −1."""
    found = []
    text = _AGAINST.sub(" ", text)
    for word, shift in _RELATIVE:
        if word in text:
            found.append(shift)
            text = text.replace(word, " ")
    return found


def _span(text: str, latest: int | None) -> tuple[int, ...]:
    match = _RANGE.search(text)
    if match:
        first, last = _number(match["from"]), _number(match["to"])
        return (first, last) if first < last else ()
    plan = _PLAN.search(text)
    if plan and (first_year := FIRST_YEARS.get(_ordinal(plan))):
        return (first_year, first_year + 4)
    english = _PLAN_EN.search(text)
    if english:
        number = int(english["n"]) if english["n"].isdigit() else _ORDINALS.index(english["n"].lower())
        starts = list(FIRST_YEARS.values())
        return (starts[number - 1], starts[number - 1] + 4) if 0 < number <= len(starts) else ()
    recent = LATEST_YEARS.search(text)
    if recent and latest is not None:
        count = int(recent["n"]) if recent["n"].isdigit() else int(parse_chinese(recent["n"]))
        return (latest - count, latest - 1)
    return ()


def _number(text: str) -> int:
    value = int(text) if text.isdigit() and text.isascii() else int(parse_chinese(text))
    if value >= 100:
        return value
    # 22年, 98年: a two-digit year is of this century up to 39.
    return value + (2000 if value < 40 else 1900)
