"""What a quantity says: its kind, direction, basis and qualifier, read from the words around it."""

import re
from dataclasses import dataclass

from corpus.figures.candidates import Quantity
from corpus.figures.figure import Kind

_UP = (
    "增长(?!极|点|率)|增加(?!值)|增收|提高|提升|上升|上涨|上扬|扩大|增产|递增|新增长|净增|多增"
    "|加快|攀升|前进|跃升|上调|多收|(?:[增涨升]|多)了?$"
)
_DOWN = (
    "下降|减少|降低|回落|下跌|下滑|缩小|缩减|减产|减亏|削减|核减|压减|压缩|精简|裁减|裁员|收窄|下调|节约"
    "|(?:[跌降减]|(?<=[上去前]年)少|(?<=[0-9零一二三四五六七八九]年)少|(?<=同期)少|(?<=年初)少)了?$"
)
_MOVE = re.compile(
    # where one of the branches may begin
    "(?=[增提上扩递新净多加攀前跃涨升下减降回缩削核压精裁收节跌少])"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
)
# 增加到2012年末的…, 降至每立方米…: what stands between the arrival and its value is a time, a whole or a rate.
_ARRIVAL = re.compile(r"(?:(?:到|至|为|达|达到|由|从)(?:了|约|近)?|[加高升长低少降][到至](?:[^，；、]{1,10}的|每[一-龥]{1,4}))$")
_NOT_MOVE = re.compile(r"新增$|翻$")
_GAP = re.compile(r"(?P<up>高于|高出|快于|高出?了?$)|(?P<down>低于|慢于|低了?$)")
# 目标20吨，低1.4吨; 还差120班
_APART = re.compile(r"(?:相比)?(?:(?P<up>高出?)|(?P<down>低|少|[还尚仍][差缺]))了?")
_BASIS = re.compile(
    r"年均(?!浓度|气温|温度|降[水雨]|含量|水位|径流|值)|平均每年|每年平均|累计|总计|共计|合计|同比|环比|[比较](?:上年|去年|前年|上一年|上一?个?学年|年初|上年同期|去年同期|上月|上季度|换届前|[一二三四五六七八九十两]年前|"
    r"\d{4}年|[一二三四五六七八九零○]{4}年)(?:同期|末|底)?|over the previous year|year-on-year"
)
_TIMES_AS_MUCH = re.compile(r"[的是为]$|相当于|达到?$")
_RATE = re.compile(r"(涨幅|增速|增幅|增长率|上涨率|增长速度|(?:上涨|增长)幅度)|(降幅|跌幅|下降率|下降幅度)")
# 50亿元以上制造业项目45个: the amount tells how large each is.
_SIZE = re.compile(r"(?:以上|以下|以内|左右)?的?[一-龥]{0,6}?(?:项目|企业|工程)(?=[\d一二三四五六七八九十两不达，、]|$)")
_BEFORE = re.compile(
    r"(超过|不低于|不少于|不超过|不高于|不足|不到|突破|超出|高达|大约|约为|约|近|超|逾|将近|至少|最多|接近|"
    r"nearly|about|over|more than)(?:了|到)?\s?$"
)
_AFTER = re.compile(r"^(以上|以下|以内|左右|上下|之间|之后|之内|内(?!部|地|容|涵))")


@dataclass(frozen=True, slots=True)
class Meaning:
    """Kind, polarity ("+", "-" or ""), basis and qualifier of a quantity."""

    kind: Kind
    polarity: str
    basis: str
    qualifier: str


def resolve_meaning(text: str, quantity: Quantity, lead: str) -> Meaning:
    """Read the meaning of a quantity from `lead` (the words of its clause before it) and from what follows in `text`."""
    after = text[quantity.end : quantity.end + 12]
    before = _BEFORE.search(lead)
    behind = _AFTER.search(after)
    qualifier = behind[1] if behind else before[1] if before else quantity.more
    bases = _BASIS.findall(lead)
    basis = {"平均每年": "年均", "每年平均": "年均"}.get(bases[-1], bases[-1]) if bases else ""
    stem = lead[: before.start()] if before else lead
    kind, polarity = _kind(quantity, stem, after)
    return Meaning(kind, polarity, basis, qualifier)


def is_start(lead: str, after: str) -> bool:
    """Tell the first value of 由35元提高到40元 from the second: `lead` stands before it in its clause, `after` behind it."""
    # What stands behind is rarer, and is looked for at one place only.
    return bool(_ONWARD.match(after) and _FROM.search(lead))


_FROM = re.compile(r"[由从][^由从，。；]{0,24}$|\bfrom (?:about |nearly )?$")
_ONWARD = re.compile(
    r"(?:左右|以上|多|余)?(?:[一-龥]{1,6}?)?(?:[，,、])?\s?(?:大幅|进一步|逐步|又|再|稳步)?"
    r"(?:提高|增加|提升|上升|增长|扩大|下降|回落|收窄|缩减到?|下跌|上涨|降低|减少|缩短|缩小|调整|发展|跃升|上调|下调|压减|压缩"
    r"|扩展|攀升|精简|整合|合并|撤并|缩减|优化|增|减|降|升|涨)?了?(?:到|至|成|为)"
    r"|(?: in \d{4})? to\b"
)


def _kind(quantity: Quantity, stem: str, after: str) -> tuple[Kind, str]:
    if quantity.form == "rank":
        return "rank", ""
    if quantity.unit.endswith("元") and _SIZE.match(after):
        return "other", ""
    move = _last_move(stem)
    if quantity.unit == "番":
        return "growth", "+"
    if not move and quantity.unit in {"百分点", "%"} and (gap := _GAP.search(stem[-16:])):
        return "other", "+" if gap["up"] else "-"
    if (apart := _APART.fullmatch(stem.strip("，, "))) and quantity.unit != "百分点":
        return "other", "+" if apart["up"] else "-"
    # 12.5/10万: deaths in so many inhabitants.
    if quantity.unit in {"%", "‰", "倍"} or quantity.unit.endswith("/10万"):
        return _ratio_kind(quantity, stem, after, move)
    if quantity.unit == "百分点":
        return "change", move or "+"
    return ("change", move) if move else ("level", "")


def _ratio_kind(quantity: Quantity, stem: str, after: str, move: str) -> tuple[Kind, str]:
    if quantity.unit == "倍" and not after.startswith(("以上", "多")) and _TIMES_AS_MUCH.search(stem):
        return "other", ""
    if move:
        return "growth", move
    if quantity.value < 0:
        return "growth", "-"
    rate = _move_of_rate(stem)
    if rate:
        return "growth", rate
    if quantity.unit == "倍":
        return "other", ""
    return "share", ""


def _last_move(stem: str) -> str:
    """Return the direction of the last verb of change before a quantity, "" if it arrives at a level (增加到) or starts there."""
    if _ARRIVAL.search(stem):
        return _move_of_rate(stem)
    found = ""
    near = stem[-24:]
    for match in _MOVE.finditer(near):
        if not _NOT_MOVE.search(near[: match.end()]):
            found = "+" if match["up"] else "-"
    return found


def _move_of_rate(stem: str) -> str:
    """涨幅为, 增速达到: the measure itself is a rate of change."""
    match = _RATE.search(stem[-14:])
    return "" if match is None else "+" if match[1] else "-"
