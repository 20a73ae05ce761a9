"""Units that stand before their number or are left out: 参观人次5200万 counts visits, 人均收入突破3万 is told in yuan."""

import re

_TO = r"(?:分别|合计|累计|总计|共计|首次|历史性|已经?|再次|一举|将|约|近|超过?|突破|达到?|跨过|跨越|越过|迈上|站上|迈过|增加?[到至]|升[到至]|提高[到至]|扩大[到至]|保持在|稳定在|为|有|是|了|破|: ?)*$"
_TIMES = re.compile(rf"(?P<unit>人次|车次|架次|辆次|艘次|册次|场次|件次|人天|标准箱|标箱)(?:数|总数|总量)?{_TO}")
_PERSONS = re.compile(
    rf"(?:人口|人数|裁员|裁减|队员额|受益者|纳税人)|(?:游客|旅客|观众|乘客|访客|读者|听众|会员)(?:数|总数)?{_TO}"
)
_MONEY = re.compile(rf"(?:生产总值|总产值|产值|增加值|收入|支出|工资|存款|贷款|税收|利润|财力)(?:余额|总额|总量)?{_TO}")
_FOREIGN = re.compile("[美欧日港澳加新韩]元|英镑|卢布|法郎|马克")
_SCALE = re.compile("[万亿]")


def unit_ahead(sentence: str, lead: str, number: str) -> str:
    """Return the unit that a number of a folded sentence without one is told in, "" if none can be told; `lead` stands before it in its clause."""
    if not _SCALE.search(number):
        return ""
    if times := _TIMES.search(lead):
        return times["unit"]
    if _PERSONS.search(lead):
        return "人"
    return "元" if _MONEY.search(lead) and not _FOREIGN.search(sentence) else ""
