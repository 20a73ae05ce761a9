"""What a sentence calls an aim: by a name before its value (年度任务300人), behind it (8%的预期目标) or at the head of a list (主要目标：…).

An aim is told beside what came of it as often as in a plan: 培训415人，完成年度任务400人的104%; 候船9分钟，目标12分钟以内. Its own words are then
only that it is one, and what it measures is named by the clause before.
"""

import re
from decimal import Decimal

from corpus.figures.candidates import Quantity
from corpus.figures.figure import Figure

_WHOSE = (
    "(?:年初|年度|全年|当年|本年|今年|季度|原定|原|既定|预定|预期|预算|工作|考核|约束性|总体|总|主要|建设|上级|[国省市县区镇乡]定?"
    "|下达|确定|设定|规定|制定|定下|提出|安排|分解)"
)
_AIM = "(?:目标|任务|计划|指标|预期|预算)"
_NUMBER_OF = "(?:总?[数值量额]|要求)"
_NAME = rf"(?:{_WHOSE}的?)*(?:(?P<quota>指标)|{_AIM})(?:目标|任务|计划|指标)?"
# 目标值为, 任务数, 计划：, 预期目标为不低于
_BEFORE = re.compile(
    rf"(?P<name>{_NAME})(?P<sure>{_NUMBER_OF})?(?P<of>的)?(?P<is>应?为|是|[设定]+[为在]|:)?"
    "(?P<way>不?[低高少多大小]于|不超过|至少|控制在|达到|完成|[降升]到|[降升]至)?(?P<moved>增长|增加|提高|下降|降低|减少)?约?$"
)
# 低于目标值20元, 比年度目标200万元多12万元, 少于计划的6名
_COMPARED = re.compile(
    r"(?:(?P<far>[低高少多大小优好快慢]于|不及|不足)|超[^，。；:\d]{0,24}|(?P<with>比(?![例重率])|较(?![为好高大快])|与|同(?![比期])|距)[^，。；:]{0,12})$"
)
# What was reached, or is only listed in a plan, is no aim by itself: 完成改造任务800户, 列入计划45个.
_REACHED = re.compile(
    "(?:完成(?!率)|入选|实现(?!率)|达到|达成|超额|落实|列入|纳入|争取|获得|取得|使用|执行|实施|推进|编制|制定|出台|印发|围绕|细化|分解|明确)[^，。；:]*$"
)
_OF_WHOLE = re.compile(r"(?:左右|以上|以下|以内)?的(?:近|约|超过?)?\d[\d.]*\s?[%成倍]")
# Of these an aim has as many as it has tasks: 年度任务28项.
_TASKS = frozenset("项个条件类款")
_CAME_TO = re.compile("[^，。；]{0,6}[，,；;(](?:实际|已?完成|结果|最[后终]|目前|现已)")
# 主要目标：客运量增长6%，投诉控制在10件以内; 今年的目标是客运量…
_LISTED = re.compile(
    r"(?:目标|目标任务|任务目标|(?:工作|年度|行动|实施)计划)(?:任务)?(?:(?:是|为|如下|包括|有)?:|(?:是|为|包括)(?=[^\d，。；]{2}))"
)
_CAME = re.compile("实际|完成(?!率)|已|实现了|达到了|了$|同比|去年|上年|目前|现有|当前|截至|其中")
_RESULT = re.compile("(?:完成|实现|达到|达成|超额|落实|围绕|对照)[^，。；:]*$")
# 力争全年完成投资5亿元, 会议要求接待费压减一成以上，全年控制在20万元以内
_STRIVES = re.compile(
    "(?:力争|争取(?:在|到[年本明今\\d]|于|今年|明年|年[内底]|全年|实现|达到|完成|突破)|确保[^，。；]{0,16}(?:完成|实现|达到|不[低少高多]于|不超过|控制在|突破))[^，。；]*$"
    "|(?:会议|上级|通知|文件|方案|意见|[省市县区镇乡](?:委|政府)?)(?:明确)?要求(?!的)[^。；]*$"
    "|(?:^|[，。；:])要求[^，。；]*(?:不[低少高多]于|不超过|控制在|达到|完成)[^，。；\\d]*$"
    "|(?:^|[，。；:(]|原|全年|今年|明年|年度|季度|半年|\\d年|月)计划(?!生育|单列|[内外]|总)[^，。；的]{0,4}?(?:在|到|于|用)?[^，。；的]{0,8}?"
    "(?:完成|实施|建成|新建|改造|培训|引进|招[收录聘生]|开工|达到|实现|投入|筹集|加装|修建|购置|开展|发放|推广|种植|改建)[^，。；的]{0,14}$"
)
_DONE = re.compile(
    "已|实际|累计|截至|完成了|实现了|达到了|确保了|按照?[^，。；]{0,12}要求|根据[^，。；]{0,12}要求|同比|去年|上年"
)
_HOPED = re.compile("目标|预期")
_HALF = Decimal("0.5")
# Words that only say that a value is an aim, or how it compares with one: what it measures is named before them.
_BARE = re.compile(
    rf"(?:仅|只|已|均|都|全面|圆满|顺利|如期|提前|未能?|没有|没能|尚未|实际|超额?|完成了?|实现了?|达到?了?|达成|占|为|是|[低高少多大小优好快慢]于|不及|超过|超出|[比较与同]|距离?|离)*"
    rf"(?:(?:{_WHOSE}|全市|全县|全区|全省|分别)的?)*(?:{_AIM}(?:目标|任务|计划|指标|收入|支出)?{_NUMBER_OF}?)?(?:的|为|是|[设定]+[为在])*(?:相比)?(?:[还尚仍][差缺])?"
)
_SAYS_AIM = re.compile(rf"{_AIM}|[低高少多大小优好]于$|(?:超额|距离|[还尚仍][差缺])$")
_NAME_BEHIND = re.compile(
    rf"(?<=[一-龥a-zA-Z]{{2}})(?:年初|年度|全年|预期|工作|考核)*{_AIM}(?:目标|任务|计划|指标)?{_NUMBER_OF}?(?:为|是)?$"
)
_CALLED = re.compile(rf"(?:左右|以上|以下|以内)?的?{_NAME}")
_TOLD = re.compile("实际|完成|已|达到|结果")
_OF_YEAR = re.compile("年初|年度|全年|当年")


def is_called_aim(quantity: Quantity, lead: str, tail: str, previous: Figure | None) -> bool:
    """Tell a quantity that its clause names an aim: `lead` is the folded clause before it, `tail` the rest of its sentence.

    `previous` is the figure before it in the sentence: of 18元，低于目标20元 the second is the aim, of 38艘，少于计划2艘 how far it is missed.
    """
    if _is_behind_told(quantity, lead, tail, previous):
        return True
    match = _BEFORE.search(lead)
    if match is None:
        return False
    if _OF_WHOLE.match(tail):
        return True
    ahead = lead[: match.start()]
    if _REACHED.search(ahead):
        return False
    if quantity.unit == "百分点":
        return False
    if compared := _COMPARED.search(ahead):
        near = compared["far"] and previous is not None and previous.unit == quantity.unit
        as_much = near and previous is not None and quantity.value > previous.value * _HALF
        return not match["moved"] and bool(match["of"] or match["sure"] or compared["with"] or as_much)
    if match["of"] or (match["moved"] and not match["is"] and not _HOPED.search(match["name"])):
        return False  # 支出预算下降3%: the budget itself moved
    if match["sure"] or match["is"]:
        return True
    if match["quota"] and quantity.unit != "%" and "考核" not in match["name"]:
        return False  # 用地指标3万亩
    return quantity.unit not in _TASKS or _CAME_TO.match(tail) is not None


def is_striven_for(head: str, lead: str) -> bool:
    """Tell what a sentence says is wanted: in a list of aims, or behind a verb of wanting. `head` is the folded sentence before it."""
    listed = _LISTED.search(head)
    if listed and not _RESULT.search(head[: listed.start()]) and not _CAME.search(head, listed.end()):
        return True
    wanted = _STRIVES.search(head)
    return wanted is not None and not _DONE.search(head, wanted.start()) and not _DONE.search(lead)


def is_bare_aim(words: str) -> bool:
    """Tell words that only say that a value is an aim (未达到, 完成年度任务, 预期目标): they are no name of what it measures."""
    return _SAYS_AIM.search(words) is not None and _BARE.fullmatch(words) is not None


def is_aim_name(words: str) -> bool:
    """Tell the bare name of an aim (全年预算) from what was done about it (完成全年预算)."""
    return re.fullmatch(f"{_NAME}{_NUMBER_OF}?", words) is not None


def without_aim(subject: str) -> str:
    """Return what an aim is called without that it is one: 培训人数 of 培训人数目标."""
    if _SAYS_AIM.search(subject) is None:
        return subject
    measure = _NAME_BEHIND.sub("", subject)
    return subject if re.fullmatch(f"(?:{_WHOSE}|重点|各项|中心|专项)*", measure) else measure


def is_outcome(words: str) -> bool:
    """Tell the words before a value that say that it came of an aim: 实际达到, 完成."""
    return _TOLD.search(words) is not None


def is_of_whole_year(lead: str, tail: str) -> bool:
    """Tell an aim that is called the year's: 一季度完成年度任务800处的39%."""
    before, behind = _BEFORE.search(lead), _CALLED.match(tail)
    return any(match is not None and _OF_YEAR.search(match[0]) is not None for match in (before, behind))


def _is_behind_told(quantity: Quantity, lead: str, tail: str, previous: Figure | None) -> bool:
    """Tell an aim that is called one behind it, right behind what came of it: 培训415人，超额完成400人的年度目标."""
    told = previous is not None and previous.unit == quantity.unit and _CALLED.match(tail) is not None
    return told and _BARE.fullmatch(lead.strip("，, ")) is not None
