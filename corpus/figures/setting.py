"""Where each section of a report stands: review, plan or other, and the period that its headings name."""

import re
from collections.abc import Iterator, Sequence

from corpus.figures.numerals import fold
from corpus.figures.period import Part, Setting
from corpus.figures.plans import FULL_NAME, plan_years
from corpus.split_years import first_of, moved, school_period, school_years

_REVIEW = re.compile(
    r"(?:国内|经济|当前|目前)[^，。]{0,4}形势|回顾|总结(?!部署)|过去|成就|成绩|取得|(?:工作|完成|进展|执行|主要|考核|落实|收支|推进)情况|(?:存在|面临)的?(?:主要|突出)?的?(?:问题|困难|不足)|所做|历程|以来的工作"
)
_PLAN = re.compile(
    r"安排|任务|部署|建议|打算|(?:总体|工作|今后|下一步|发展|总的|基本)(?:要求|思路|目标|设想)"
    r"|预期目标|主要目标|重点工作|展望|今年(?:的)?(?:工作|政府)|(?:计划|规划)(?:概要|纲要)"
    r"|明年|下半年|下一阶段|未来|下一步|奋斗目标"
)
# The title of a report is no heading of a part that plans for its year.
_TITLE = re.compile(
    r"(?:19|20)\d\d\s?年[^，。]{0,20}工作报告\W*$|工作报告\W*[（(]?(?:19|20)\d\d年[^，。]{0,8}$|(?:19|20)\d\d\s?年[^，。]{0,20}(?:总结|汇报|述职报告)\W*$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_OF_PLAN = re.compile("第[一二三四五]年")
_DATELINE = re.compile(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月")
_PLAN_NAME = re.compile(rf"“?(?P<short>十?[一二三四五六七八九十])五”?(?:时期|期间|计划|规划)|{FULL_NAME}")
_FIVE = re.compile(r"(?:过去|近)的?五年|五年来|五年(?:的)?(?:工作)?回顾|本届政府")
_ONE_YEAR = re.compile(r"(?:过去|近)的?一年|(?:19|20)\d\d\s?年|去年")
_NEXT_FIVE = re.compile(r"(?:今后|未来)的?五年")
# Headings of aims in reports that are no government's and no summary's: 六、下一学年目标, 2026年主要指标预期目标.
_OF_AIMS = re.compile(
    "(?:预期|主要|总体|工作|发展|经营|奋斗|年度|学年|质量|绩效|阶段|[\\d一二三四五六七八九十]年)的?(?:任务)?目标(?!完成|执行|实现|达成|责任|管理|和政策|的?调整)"
    "|(?:工作|经营)(?:计划|打算)$"
    "|(?:下一?(?:步|年度?|学年|季度|阶段)|下半年|明年|来年|新学年|今后)的?[^，。]{0,12}(?:目标|工作|打算|计划|安排|任务|思路|措施)"
)
_NEXT_YEAR = re.compile("下一?(?:年度?|学年)|明年|来年|新学年")
_WORK_PLAN = "工作计划"
_PLANNING_TYPES = re.compile(r"工作报告|工作总结|工作汇报|党建|组织工作|计划|预算|工作要点")


def section_settings(
    paths: Sequence[tuple[str, ...]],
    *,
    year: int | None,
    period: str,
    type: str,  # noqa: A002
) -> list[Setting]:
    """Return the setting of every section, in order. `year`, `period` and `type` are the report's.

    A government report is given at the start of a year: it reviews the year before and plans its own. Other work reports review
    the period of their title and plan the year after it (the rest of the year, for a half-year's report). A section without a
    telling heading goes on with the part of the section before it.
    """
    # A school year is told of as a year is.
    own = first_of(period)
    covered = int(own) if len(own) == 4 and own.isdigit() else None
    if not _PLANNING_TYPES.search(type):
        periods = [_heading_period(path) or (period if covered else "") for path in paths]
        told = [Setting("other", year, p, now=int(first_of(p)) if p else None) for p in periods]
        return [_as_aimed(setting, path, period) for setting, path in zip(told, paths, strict=True)]
    if type == "政府工作报告" or covered is None:
        parts = zip(paths, _parts(paths, year), strict=True)
        return [Setting(part, year, _own_period(path, part, year), span=heading_span(path, year, part)) for path, part in parts]
    if type == _WORK_PLAN:
        # It plans for the year of its title, and tells of the year before only where a heading says so.
        looks_back = Setting("review", year, str(covered - 1), now=covered)
        ahead = Setting("plan", year, period, now=covered)
        return [looks_back if part == "review" else ahead for part in _parts(paths, covered, first="plan")]
    planned = covered if covered == year else covered + 1
    periods_of = {"review": period, "plan": moved(period, planned - covered), "other": period}
    # 今年重点抓好: what a summary written in the new year plans for this year is that year's.
    now_of = {"review": covered, "plan": planned if planned == year else covered, "other": covered}
    # A government's report plans in its second part, whatever that is called; a summary or a budget only where a heading says so.
    return [Setting(part, year, periods_of[part], now=now_of[part]) for part in _parts(paths, planned, turns=False)]


def _as_aimed(setting: Setting, path: tuple[str, ...], period: str) -> Setting:
    """Return the setting of a section whose headings say that it tells aims, as a plan of the year that they name, else of the next."""
    heading = next((h for h in map(fold, reversed(path)) if _OF_AIMS.search(h) and not _REVIEW.search(h)), None)
    if heading is None:
        return setting
    last = int(period[-4:]) if period[-4:].isdigit() else setting.report_year
    named = max(map(int, _YEAR.findall(heading)), default=None)
    if last is None or (named is not None and named < last):
        return setting
    begun = last == setting.report_year and not _NEXT_YEAR.search(heading)
    year = named or (last if begun else last + 1)
    return Setting("plan", setting.report_year, str(year), now=year)


def _parts(
    paths: Sequence[tuple[str, ...]], year: int | None, *, first: Part | None = None, turns: bool = True
) -> Iterator[Part]:
    """Yield the part of each section; those before a telling heading are of the `first`, where that is known of such a report.

    `turns` tells that what stands behind the review of such a report is its plan.
    """
    told = [_told_part(path, year) for path in paths]
    # A report that tells its review only plans in what stands behind it.
    after: Part = "plan" if turns and "plan" not in told else "review"
    current: Part = first or ("review" if "plan" in told or "review" in told else "other")
    top = ""
    for path, part in zip(paths, told, strict=True):
        head = path[0] if path else ""
        if part is not None:
            current, top = part, head
        elif head != top and current == "review" and top and "review" in told:
            current, top = after, head
        yield current


def _told_part(path: tuple[str, ...], year: int | None) -> Part | None:
    for heading in map(fold, path):
        if _TITLE.search(heading):
            continue
        years = [int(y) for y in _YEAR.findall(heading)]
        review, plan = _REVIEW.search(heading), _PLAN.search(heading)
        if year and years and max(years) < year and not plan:
            return "review"
        if review and (not plan or review.start() < plan.start()):
            # 上年工作回顾和今年工作的总体要求, 当前形势和任务: what is planned tells so in its sentences.
            return "review"
        if plan and not (year and years and max(years) < year):
            return "plan"
        if year and years and max(years) >= year and not review:
            return "plan"
    return None


def heading_part(path: tuple[str, ...]) -> Part | None:
    """Return whether the headings above a section say by themselves that it looks back or plans, the nearest first, None where they say neither or both."""
    for heading in map(fold, reversed(path)):
        review, plan = _REVIEW.search(heading), _PLAN.search(heading)
        if review or plan:
            return None if review and plan else "review" if review else "plan"
    return None


def heading_span(path: tuple[str, ...], year: int | None, part: Part = "other") -> str:
    """Return the years that a section looks back on or plans, as its part is, where its headings name several ("2013-2017"), else ""."""
    for heading in map(fold, reversed(path)):
        plans = {plan_years(m["short"] or m["nth"]) for m in _PLAN_NAME.finditer(heading)} - {""}
        # 第二个五年计划的第一年——一九五八年的成就 is about that year.
        if len(plans) == 1 and not _YEAR_OF_PLAN.search(heading):
            return plans.pop()
        # “十三五”时期成就和“十四五”时期任务: what looks back looks back on the one that is over.
        over = [plan for plan in plans if part == "review" and year and int(plan[-4:]) < year]
        if len(plans) > 1 and len(over) == 1:
            return over[0]
        if _ONE_YEAR.search(heading):
            return ""
        if year and _FIVE.search(heading):
            return f"{year - 5}-{year - 1}"
        if year and _NEXT_FIVE.search(heading):
            return f"{year}-{year + 4}"
    return ""


def _own_period(path: tuple[str, ...], part: Part, year: int | None) -> str:
    """Return the year that a heading names, where it tells more than the part: a plan may be for the year after the report's."""
    named = _heading_period(path)
    return named if part == "other" or (part == "plan" and year and named == str(year + 1)) else ""


def _heading_period(path: tuple[str, ...]) -> str:
    for heading in map(fold, reversed(path)):
        if _DATELINE.match(heading):  # issued then, about the year before
            return str(int(heading[:4]) - 1)
        if told := school_years(heading):
            return school_period(int(told[-1]["first"])) if len(told) == 1 else ""
        years: list[str] = _YEAR.findall(heading)
        if len(years) == 1:
            return years[0]
    return ""
