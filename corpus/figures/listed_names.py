"""The names of a list that 分别 deals out to the numbers behind it, with the words that they share: 城镇和农村居民收入 are two incomes."""

import re

from corpus.figures.units import UNITS

YEAR = r"(?:\d ?\d ?\d ?\d|[一二][○零一二三四五六七八九]{3}) ?年(?:年?[末底初]|度)?"
# What stands before the name of a measure and is no part of it.
LEAD = re.compile(
    # 从2003年到2008年, joining words
    rf"^(?:(?:在|从|自)?\d{{4}}年?[到至—-]+(?:{YEAR}|\d{{4}}$)|其中|此外|同时|另外|并且|而且|以及|[并且把为与和及等的]|对(?![外内口等手比联])"
    # 截至2008年底, 1-6月份
    rf"|截至|截止|到?{YEAR}(?=[^至到—-]|$)|年末|年底|到年[末底]|现在|目前"
    rf"|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月?份?[至到—-](?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月"
    # 一是, 二是
    r"|[一-龥]{1,2}是(?=[^一-龥]*[一-龥]{3})"
    # 五年来, 今年, 过去三年
    r"|以上|以下|以内|[两二三四五六七八九十]年(?:来|[内间]|中(?![央学期等小]))?(?!级)|全年|预计|今年|去年|上年|当年|本年"
    r"|在?(?:过去|[近过])的?[一二三四五六七八九十两几\d]+年[来中间内里]?|[这几]+年来?|五年来?"
    # Words of intent and of degree
    r"|将(?!军)|要求(?=[一-龥]{2})|要(?![素求])|使(?!用)|再(?!生)|也|还|又|只|仅|力争|确保|争取|千方百计|先后|累计|共(?!产|同|青))+"
)
_SHARED_TAIL = re.compile(
    r"(?:居民|产业|企业|人口|项目|产量|产值|增加值|总额|总量|余额|投资|收入|支出|消费|贸易|出口|进口|面积|人数|数量|税收"
    r"|占比|比重|价格|指数|工业|地区|同比)[一-龥]*$"
)
_COUNTED_NAMES = re.compile(r"(?P<count>[两二三四五六七八九十])(?:项|种|类|大)[一-龥]{2,}$")
_COMPARISON = re.compile(r"[比较][^、]{1,8}$|同比$|环比$")
_SECTORS = re.compile("^三产业?(?=[一-龥]|$)")
# One word for two that are told in its order.
_JOINT_NAMES = {"城乡": ("城镇", "农村"), "存贷款": ("存款", "贷款")}
# 甲厂、乙厂、丙厂三家2023年适用的税率分别…: what is measured of all stands behind the year.
_OF_ALL = re.compile(
    rf"(?P<names>[^\d]+?)(?:[两二三四五六七八九十][家个项][一-龥]{{0,4}})?{YEAR}(?:适用)?的?(?P<measure>[^、和与及\d]{{2,}})"
)
_ORDINAL = re.compile(r"第[一二三四五六七八九十]")
# 及, 和 and 与 may stand inside a name.
_JOINS = tuple(re.compile(joins) for joins in ("、|以及|和|与|及", "、|以及|和|与", "、|以及|和|及", "、|以及|与|及", "、|以及"))
_BEFORE_NAME = re.compile(r"^.*(?<![A-Za-z.\d])\d[\d.,]*\S?")


def listed_names(sentence: str, position: int, count: int) -> list[str]:
    """Return the names listed right before 分别, with the words that they share: 城镇和农村居民收入 are two incomes.

    `count` is how many values follow: of 家具及木制品业、文具业 and two values there are two names.
    """
    own = re.split(r"[，。；：;:]", sentence[:position])
    clause = LEAD.sub("", own[-1].strip())
    if (not clause or _COMPARISON.match(clause)) and len(own) > 1:
        clause = own[-2]
    clause = LEAD.sub("", clause)
    of_all = _OF_ALL.fullmatch(clause)
    if of_all:
        split = (_split_names(of_all["names"], joins) for joins in _JOINS)
        return next(([f"{name}{of_all['measure']}" for name in names] for names in split if len(names) == count), [])
    names = _split_names(clause, _JOINS[0])
    if len(names) > count > 1:
        names = next((own for joins in _JOINS[1:] if len(own := _split_names(clause, joins)) == count), names)
    if len(names) < 2:
        # 城乡居民收入分别为76435元和49379元: the towns come first.
        return [
            names[0].replace(joint, own, 1) for joint, both in _JOINT_NAMES.items() if names and joint in names[0] for own in both
        ]
    counted = _COUNTED_NAMES.search(names[-1], 2)
    if counted and "零一两三四五六七八九十".find(counted["count"].replace("二", "两")) == len(names):
        # PM10和PM2.5两项污染物浓度 are two concentrations.
        return [n + counted[0] for n in names[:-1]] + names[-1:]
    if _SECTORS.match(names[-1]) and all(n in "一二三" for n in names[:-1]):
        # 一、二、三产增加值
        return [f"第{n[0]}产业{_SECTORS.sub('', names[-1])}" for n in names]
    names = [_completed(n, names[-1]) for n in names[:-1]] + names[-1:]
    shared = _SHARED_TAIL.search(names[-1], 1)
    if shared and all(len(n) <= shared.start() + 1 and not _SHARED_TAIL.search(n) for n in names[:-1]):
        names = [n + shared[0] for n in names[:-1]] + names[-1:]
    if _ORDINAL.match(names[0]):  # 第一、二、三产业
        names = [n if n.startswith("第") else f"第{n}" for n in names]
    return names


def _split_names(clause: str, joins: re.Pattern[str]) -> list[str]:
    """Return the names between joining words. A name begins behind the number before it; SO2 and PM2.5 are names."""
    names = (_BEFORE_NAME.sub("", n.strip()) for n in joins.split(clause))
    return [n for n in names if n and n not in UNITS]


def _completed(name: str, last: str) -> str:
    """Return a name with what it shares with the last of its list: 城镇居民、农村居民收入 are two incomes."""
    shared = _SHARED_TAIL.search(last, 1)
    for start in range(len(name) - 1) if shared else ():
        at = last.find(name[start:], 1)
        if at >= 0 and shared and at == shared.start():
            return name + last[at + len(name) - start :]
    return name
