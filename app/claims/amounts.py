"""What an amount tells of a thing: how much of it there is, by how much that moved, or what of it came anew.

茶叶产量48万吨，比上年增加2万吨 tells two amounts, and 新建绿道30公里、累计200公里 two more: who gives the one for the other says what is not so.
Where the words leave open which one it is (建成车位300个), nothing is held against it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from app.agreement import comparable
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

# How much there is ("level", or "total" where the words say so, "sum" where they may mean the sum of a time as well), by how much it moved, what
# came anew, "" where that is open.
Amount = Literal["level", "total", "sum", "moved", "anew", ""]

_RATES = frozenset({"%", "‰", "百分点", "倍", "番", "位", "岁"})
_MARK = re.compile(r"[，。；：！？;:!?（）()]|,(?!\d{3})")
_ABOUT = r"(?:了|大?约|将?近|接近|超过?|超出|逾|突破|不到|不足|高达|为|有|整整|共|已经?|就|又|也|各|分别|仅|只)*"
_VERBS = (
    "增|建成?|开[工业通设办]?|设[立]?|认定|引进|签约?|批准?|获批?|添|注册|登记|发展|培育|组建|成立|投产|投用|入[库统规]|挂牌|上市|购置?"
    "|改扩建|改建|招|录|聘|修|种|造|辟|拓|办|创建|吸纳|发放|发行|布局|落户|立案|收治?"
)
ANEW = re.compile(rf"新(?:{_VERBS})(?![一-龥]{{0,1}}[率速])|净增|增[设开发添]|新近")
# Directly before a value: by so much it moved.
_MOVED = re.compile(
    r"(?:增加|增长|净增加?|(?<!新)(?<!净)增|增产|增收|多[增收产用销]?|减少|下降|降低|缩[减小]|压[减缩]|上[涨升调]|下[跌滑调]|回[落升]|提[高升]|涨|跌|减|减产|减收|少[增收产用销]?)"
    rf"{_ABOUT}$"
)
_ANEW_AT = re.compile(rf"(?:新增|净增|新添){_ABOUT}$")
_ANEW_LEANING = re.compile(rf"(?:[比较][上去前]年[末底同期]*|同比|比年初|当年|本年|全年|年内|一年|其中)?{_ANEW_AT.pattern}")
# 增加到30万人, 达到30万人: what it came to.
_ARRIVED = re.compile(
    rf"(?:(?:[增减升降涨跌缩扩攀提回发]|增[加长]|减少|上升|下降|降低|提[高升]|扩大|缩[小减]|攀升|回[落升]|发展|壮大|调整)了?[到至成为]|达到?|到|至){_ABOUT}$"
)
_TOTAL = re.compile(
    r"总[数量计]|[总一]共|保有量?|存量|余额|现有|(?<!上)(?<!去)(?<!前)年[末底](?!少)|截[至止]|总(?!产[值量]|收入|支出|投资|值|额|体|部|理|装配|队|局|会|书记)[一-龥]{1,3}"
)
_SUM = re.compile("累计")
# Deeds, and whatever says that something became more or less: of these an amount may be how much was done, or by how much it moved.
_CAME = re.compile(
    r"增(?!加值|值)|减|净增|降|压[减缩]|精简|裁[减员撤]|扩[大建充招增]|缩[小减短]|提[高升]|上[升涨调]|下[跌滑调]|回[落升]|节[约省]|[多少](?!数|年|儿|先|民)|脱贫|转移|搬迁|退[出耕捕]"
    r"|关[停闭]|取消|淘汰|撤[销并]|清[退理]|建[成造好]|(?<![基])建(?:设(?!用地|面积)|[一-龥]{0,2}$)|修[建复缮]|开[通办设工展]|投[产运用放入]|引[进育导]|培[育养训]|落户|招[收聘录引]|聘|栽|种植(?!面积|业)"
    r"|造林|改[造建]|整治|治理|发[放行出]|实施|安[置排]|帮扶|吸[引纳]|带动|授予|获|完成|入驻|注销|处[理置]|查[处获]|破获|化解|偿还|盘活|收[回缴治]|迁|让利|免|贴补|补贴"
)
# How a total is called beyond what it is of: 通车总里程.
_FILLING = re.compile(
    rf"累计|分别|总[数量计额]|[总一]共|[全本我][国省市县区州]|(?:年[末底])|截[至止]|现有|保有量?|存量|余额|达到?|建成|以及|[和与及]|{_ABOUT[:-1]}|[^一-龥]"
)
_MEASURE = re.compile("[一-龥]{0,4}总(?:里程|规模|装机|容量|面积|长度|户数|人数|能力|库容|产能|床位|数量|体量|量|数)(?:容量)?")
_HAN = re.compile("[一-龥]")
_SHORTEST = 2
# Names with words that are no deeds.
_NAMED = re.compile("增加值|增值税?|新能源|新兴|新型|高新|新区|新材料|新一代|少数民族|少年|再生|净资产|净利润")


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a claim tells of how much there is of a thing, and what a report does."""

    own: Amount
    told: Amount


def amount_of(text: str, figure: Figure, previous: int, measure: str = "") -> Amount:
    """Tell what a figure is an amount of; it counts in `text`, where the figure before it in the sentence ends at `previous`.

    `measure` is the name of something that is known to move: what it says is no deed (培养机构在学人数).
    """
    if figure.unit in _RATES or figure.kind in {"growth", "share", "rank"}:
        return ""
    clause = _clause(text, figure, previous)
    name = _NAMED.sub("", fold(figure.subject))
    anew = ANEW.search(clause) is not None
    if _ANEW_AT.search(clause):
        return "anew"
    if _TOTAL.search(clause) and not _MOVED.search(clause):
        return "" if anew else "total"
    if _SUM.search(clause):
        return "" if anew else "sum"
    if (arrived := _ARRIVED.search(clause)) is not None:
        before = clause[: arrived.start()]
        if not _HAN.search(before):
            return "total"
        return "anew" if ANEW.search(before + name) else "" if _is_done(before, measure) else "level"
    if _MOVED.search(clause):
        return "moved"
    if anew or ANEW.search(name):
        return "anew"
    return "" if figure.kind == "change" or _is_done(clause + name, measure) else "level"


def told_amount(text: str, start: int, figures: Sequence[Figure], found: Figure) -> Amount:
    """Tell what a figure of a report's sentence, which begins at `start`, is an amount of; 余额300亿元，新增20亿元 tells a move of what is told before."""
    previous = _previous(figures, found)
    amount = amount_of(text, found.moved(-start), previous - start if previous > start else 0)
    here, before = found.moved(-start), max(previous - start, 0)
    if amount == "" and any(_moves(text, start, found, f) for f in figures):
        return amount_of(text, here, before, found.subject)
    leans = amount == "anew" and _ANEW_LEANING.fullmatch(_clause(text, here, before))
    if leans and any(f.end <= found.start and f.value > found.value and comparable(found, f) for f in figures):
        return "moved"
    return amount


def amount_of_cell(found: Figure) -> Amount:
    """Tell what a cell of a table is an amount of: of a name without any deed how much there is, of all else that is open."""
    name = _NAMED.sub("", fold(found.subject))
    done = _CAME.search(name) or ANEW.search(name) or _SUM.search(name) or "新" in name
    return "" if done or found.kind != "level" or found.unit in _RATES else "level"


def _moves(text: str, start: int, level: Figure, change: Figure) -> bool:
    """Tell whether a figure tells by how much another moved that stands before it: 投入300亿元，比上年增加20亿元."""
    if change.start < level.end or (level.kind, level.unit, level.subject) != ("level", change.unit, change.subject):
        return False
    return amount_of(text, change.moved(-start), level.end - start) == "moved"


def _is_done(text: str, measure: str) -> bool:
    """Tell whether a text tells of a deed that is no part of a measure's name."""
    return any(m[0] not in measure for m in _CAME.finditer(text))


def amounts_differ(clause: str, own: Amount, told: Amount, subject: str, *, beside: bool) -> bool:
    """Tell whether a claim, that says `clause` before its figure, tells another amount of a thing than a report, whose figure's name is `subject`.

    `beside` tells that the report tells what came anew and the sum of it side by side.
    """
    if {own, told} in ({"moved", "level"}, {"moved", "total"}, {"anew", "total"}):
        return True
    if {own, told} in ({"moved", "sum"}, {"anew", "sum"}):
        return beside
    if own == "moved" and told == "anew":
        # 新增就业比上年增加5万人 is not 新增就业5万人.
        return ANEW.search(clause) is not None
    return own == "anew" and told == "moved" and ANEW.search(_NAMED.sub("", subject)) is not None


def anew_and_all(text: str, start: int, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield of a sentence, which begins at `start`, each figure of what came anew with that of what there is of it in all."""
    for i, whole in enumerate(figures):
        clause = _clause(text, whole.moved(-start), figures[i - 1].end - start if i else 0)
        summed = whole.basis == "累计" or _SUM.search(clause) is not None
        if not i or not (summed or _TOTAL.search(clause) or _is_arrival(clause)):
            continue
        parts = [f for f in figures[:i] if f.unit == whole.unit and f.value < whole.value and _follows(text, start, f, whole)]
        alike = [f for f in parts if _may_be_all(clause, f.subject)]
        named = [f for f in alike if set(whole.subject) <= set(f.subject)]
        anew = [f for f in named or alike[-1:] if (summed and named) or told_amount(text, start, figures, f) == "anew"]
        if anew:
            yield anew[0], whole


def _may_be_all(clause: str, part: str) -> bool:
    """Tell whether what leads to a total names no other thing than what came anew: 累计, 通车总里程; not 基金累计结余 behind 基金支出."""
    rest = _FILLING.sub("", clause)
    return _MEASURE.fullmatch(rest) is not None or set(rest) <= set(part)


def without_new(subject: str, text: str) -> str:
    """Return the name of what came anew without the 新 of 新增 at its end: 公园 of 公园新增12座."""
    return subject[:-1] if len(subject) > _SHORTEST and subject.endswith("新") and f"{subject}增" in text else subject


def _follows(text: str, start: int, part: Figure, whole: Figure) -> bool:
    return not re.search("[。；;]", text[part.end - start : whole.start - start])


def _is_arrival(clause: str) -> bool:
    arrived = _ARRIVED.search(clause)
    return arrived is not None and not _HAN.search(clause[: arrived.start()])


def _previous(figures: Sequence[Figure], found: Figure) -> int:
    return max((f.end for f in figures if f.end <= found.start), default=0)


def _clause(text: str, figure: Figure, previous: int) -> str:
    """Return what stands before a figure in its clause, from the figure before it on, without names that hold words of other meaning."""
    return _NAMED.sub("", _MARK.split(fold(text[previous : figure.start]))[-1].strip("、 "))
