"""Whether a quantity is an outcome or a target: the words of its clause, its period, then the part of the report it stands in."""

import re
from dataclasses import dataclass

from corpus.figures.aims import is_striven_for
from corpus.figures.figure import Status
from corpus.figures.period import Setting
from corpus.split_years import SPLIT_YEAR

_TARGET = re.compile(
    r"目标|预期|力争|争取|确保(?!了)|计划(?!生育|投资的|单列)|拟|安排(?!了)|预计.{0,4}(?:今年|明年)|将(?!.{0,3}[从由])|规划"
    r"|必须|要(?:求|使|把|控制|达到|完成|实现)|努力|提高到20|不低于|不得|控制在|预算(?!执行|完成)|到(?:本世纪末|20\d\d年)"
)
_AIMED = re.compile(
    r"目标(?:是|为)[：:]?.{0,80}$|(?:年初|年度|原定|原来|当初)的?目标(?:是|为|要)?(?:增长|增加|新增|下降|降低|减少|提高|达到|控制在)$|力争|拟安排|计划(?:安排|投资|新增|建设)|预算(?:安排)?(?:数)?为?$"
)
_DONE = re.compile(
    r"已(?:经)?|完成了?(?=投资|[一-龥]{0,4}[\d二三四五六七八九])|实现了|达到了|累计|超额|比上年|同比|去年|上年(?!初|结[转余存]|转入|滚存)|实际"
)
_PAST = re.compile(
    r"去年|上年(?!年?初|预算|结[转余存]|转入|滚存)|已经|已达|目前|现有|过去|累计已|比上年(?:实际)?完成|近年来|[近这][几两三]年来?|几年来|多年来|先后"
)
# 现在有100多个, 已设21个; 已批建的3家 only tells which
_STANDS = re.compile("(?:现在(?<!比现在)|已(?!有计划))[^，。；的]{0,12}$")
_AHEAD = re.compile(r"今年|明年|未来|今后|本世纪末|到(20\d\d)年")
# What a sentence wants of the school year that begins in the year of its report, or of the next.
_SCHOOL_YEAR = re.compile(rf"下一?个?学年|{SPLIT_YEAR.pattern}", re.IGNORECASE)
# How far before a quantity such a word may end, and how long it may be.
_NEAR, _LONGEST = 40, 6
_WHEN = re.compile(rf"(?P<past>{_PAST.pattern})|(?:{_AHEAD.pattern})")
# 去年的报告提出，物价涨幅要降到10%左右，…实际回落到6.1%: what was said to be wanted, up to what came of it
_PROPOSED = re.compile(
    r"(?:提出|要求|规定)(?:了)?[^。；]{0,20}?(?:要|争取|力争|控制)(?![素点闻])"
    r"(?!.*(?:实际|结果|最终|已经?|达到了|完成了|实现了))"
)
# 将比去年增长一成, 将用三十亿元: of what is told as done, this is still to come. 将工资提高到… moves a thing.
_WILL = re.compile("(?:将(?<![即行]将)(?=[达比用有增超建完投可占])|可(?<![许认]可)(?=达))[^，。；]{0,14}$")
# 任务顺利完成
_DONE_BEHIND = re.compile(
    "[^，。；]{0,6}(?:任务|目标|计划|指标)(?:[顺如圆全提]?[利期满面前超]?额?|已经?|均|都)*(?:完成|实现|达成)(?!的|后)"
)
_WANTED = re.compile("力争|确保|目标")
# 没有达到8%的预期, 完成420名计划的47.1%: a figure that is called an aim right behind it, unless it is said to be reached.
_CALLED_AIM = re.compile(
    r"(?:左右|以上|以下|以内)?的?(?:年初|年度|全年|既定|预定|原定)?(?:预期|预定|计划|工作)?(?:目标|预期|计划数?|任务数?|指标)"
    r"(?P<part>数?的(?=[\d一二三四五六七八九百]))?"
)
_REACHED = re.compile(r"(?<!没有)(?<!没能)(?<!未能)(?<!未)(?:实现|达到|完成|达成)[^，。；]{0,14}$")
_SET_OUT = re.compile("提出|确定|制定|要求|设定")
# 年初确定的…增长7%、…新增3600人等目标没有完成
_SET = re.compile(r"(?:确定|提出|定下|制定|下达|预定)的[^。；]*$")
_MISSED = re.compile(r"[^。；]{0,60}(?:目标|指标|任务)(?:没有|没能|未)")

# 计划建成18个，实际建成20个
_PLANNED = re.compile("(?:原定?)?(?:计划|预算|预计|目标)(?![^，。；]*实际)")
_CAME_TO = re.compile("[^，。；]{0,8}[，,；;](?:实际|结果|最[后终])")
# One word at least of each pattern of an aim, and of what was said to be wanted.
_AIM, _SAID = re.compile("目标|预期|指标|任务|计划|预算|预计|力争|拟安排"), re.compile("提出|要求|规定")
_WANTING = re.compile("目标|计划|力争|争取|确保|要求")


@dataclass(frozen=True, slots=True)
class Signs:
    """What a sentence speaks of anywhere: for what it does not speak of, none of its quantities need be looked at."""

    aim: bool
    proposal: bool
    wanted: bool
    coming: bool


def read_signs(sentence: str) -> Signs:
    """Return what a folded sentence speaks of."""
    return Signs(
        aim=_AIM.search(sentence) is not None,
        proposal=_SAID.search(sentence) is not None,
        wanted=_WANTING.search(sentence) is not None,
        coming="将" in sentence or "可达" in sentence,
    )


def resolve_status(head: str, lead: str, tail: str, setting: Setting, period: str, signs: Signs) -> Status:
    """Tell an outcome from a target: `head` is the folded sentence before it, `lead` its own clause of that, `tail` the rest.

    `signs` are those of the whole sentence.
    """
    if signs.aim:
        if setting.part == "review" and _DONE_BEHIND.match(tail):
            return "actual"
        called = _CALLED_AIM.match(tail)
        if called and (called["part"] or _SET_OUT.search(lead) or not _REACHED.search(lead)):
            return "target"
        if (_MISSED.match(tail) and _SET.search(head)) or (_CAME_TO.match(tail) and _PLANNED.search(lead)):
            return "target"
    if _is_later(period, head, setting):
        return "target"
    if setting.part == "plan":
        return "actual" if _is_past(head, lead, setting, period) else "target"
    near = len(head) - _NEAR
    ahead = any(m.end() >= near and not _is_reached(m, setting) for m in _AHEAD.finditer(head, max(0, near - _LONGEST)))
    if (ahead or (signs.aim and _is_of_next_school_year(head, setting))) and _TARGET.search(head):
        return "target"
    if (signs.proposal and is_proposed(head)) or (signs.coming and is_to_come(lead, setting)):
        return "target"
    if signs.wanted and is_striven_for(head, lead):
        return "target"
    return "target" if signs.aim and _AIMED.search(lead) and not _DONE.search(lead) else "actual"


def _is_later(period: str, head: str, setting: Setting) -> bool:
    """Tell what is to come: no report tells it as done, and a year's summary, written in the next, plans it (2031年计划引进船工4名)."""
    last = int(period[-4:]) if len(period) in {4, 9} and period[-4:].isdigit() else 0
    if setting.report_year and last > setting.report_year:
        return True
    return bool(setting.now and last > setting.now and _TARGET.search(head))


def is_proposed(head: str) -> bool:
    """Tell what a report said to be wanted: `head` is the folded sentence before it."""
    return _PROPOSED.search(head) is not None


def is_to_come(lead: str, setting: Setting) -> bool:
    """Tell what a review, or a text that neither reviews nor plans, says is still to come: 全国将用三十亿元, 总额将达到九亿元."""
    return setting.part != "plan" and _WILL.search(lead) is not None and not _DONE.search(lead)


def _is_past(head: str, lead: str, setting: Setting, period: str) -> bool:
    """Tell what a plan says of years gone by."""
    if _WANTED.search(lead):
        return False
    if _STANDS.search(lead):
        return True
    told = list(_WHEN.finditer(head))
    if told and told[-1]["past"] and not _TARGET.search(head, told[-1].end()):
        return True
    last = period.split("-")[-1] if len(period) in {4, 9} else ""
    return bool(setting.report_year and last.isdigit() and int(last) < setting.report_year)


def _is_of_next_school_year(head: str, setting: Setting) -> bool:
    """Tell what a sentence says of a school year that was not over when it was written: 2031—2032学年的目标 in a report of 2031."""
    told = list(_SCHOOL_YEAR.finditer(head))
    return bool(told) and (told[-1]["first"] is None or int(told[-1]["first"]) >= (setting.report_year or 0))


def _is_reached(match: re.Match[str], setting: Setting) -> bool:
    """到2012年末 looks back in a report of 2013."""
    return bool(match[1] and setting.report_year and int(match[1]) < setting.report_year)
