"""Values that cannot be meant as written: 印发0份, a share over 100, 下降-3%, what was done in a year that is still to come."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.lint.finding import Oddity
from app.lint.statements import Reading, Sentence
from corpus.figures.figure import Figure
from corpus.figures.units import COUNTED, PEOPLE

# What was done was done at least once; a count of accidents or cases may well be none.
_DONE = re.compile(
    # Papers and meetings
    r"(?:印发|发放|下发|编印|举办|开展|组织|召开|制定|出台|签订|签约|发表"
    # Works
    r"|建成|新建|开工|完成|投入|新增|改造|修建|实施"
    # People and cases
    r"|培训|聘请|引进|选派|发展|表彰|慰问|走访|接待|授予|获得|申请|解决|办理|化解|检查|整改|查处"
    r")了?[^,，。;；:：、]{0,8}$"
)
_OCCUPIES = re.compile(
    r"占(?![^,，。;；]*(?:提高|增长|增加|上升|提升|下降|减少|降低|高于|低于|快于|慢于)(?!到|至|为))[^,，。;；]{0,20}$"
)
_MORE = re.compile(
    r"(?:计划|目标|任务|预算|定额|指标)(?:总?数)?的?$|上年|去年|年初|计划|任务|国内生产总值|生产总值|GDP|净值|净资产|收入"
)
# Rates of a part in its whole. 毛入学率 counts pupils of any age, a household may have two lines, and a fund may cover debts twice.
_RATE = re.compile(
    r"(?:普及|入学|巩固|毕业|参保|覆盖|绿化|合格|达标|处理|处置|优良|办结|满意|就业|失业|城镇化|通达|通车|入住|及格|治愈|成活|接种|识字|出勤|到会)"
    r"率(?:已)?(?:达到|达|为|是|提高到|提升到|上升到|稳定在|保持在)?$"
)
_MAY_EXCEED = re.compile("毛入学|电话|手机|宽带|网络|互联网|用户|拨备|汽车|净|资金|保障")
_DOWN = re.compile(r"(?:下降|减少|降低|回落|下跌|下滑|缩小)了?$")
_FACT = re.compile(r"(?P<year>20\d\d|19\d\d) ?年(?:[一-龥]{0,8})?[,，][^。;；]*?(?:已经|完成了|实现了|取得了|建成了)")
_NO_COUNT = re.compile(r"^(?:\.|\d)|^(?:起|例|件|次)?(?:事故|死亡|上访|感染|病例|差错|投诉)")
_HUNDRED = Decimal(100)


def check_values(reading: Reading) -> list[Oddity]:
    """Return values that are suspicious by themselves."""
    found: list[Oddity] = []
    for sentence in reading.sentences:
        for figure in sentence.figures:
            lead = sentence.text[max(0, figure.start - sentence.start - 24) : figure.start - sentence.start]
            found += _check_zero(sentence, figure, lead)
            found += _check_share(sentence, figure, lead)
            found += _check_sign(sentence, figure, lead)
        found += _check_year(sentence, reading.card.metadata.year)
    return found


def _check_zero(sentence: Sentence, figure: Figure, lead: str) -> Iterator[Oddity]:
    text = figure.text.strip()
    behind = sentence.text[figure.end - sentence.start : figure.end - sentence.start + 8]
    counted = bool(figure.unit) and figure.unit in COUNTED | PEOPLE | {"份", "册", "本", "套"}
    counted = counted and not lead.endswith("+")
    others = any(f.value == 0 for f in sentence.figures if f is not figure)  # a form filled in with zeros means them
    if (
        figure.value == 0
        and figure.value_to is None
        and counted
        and not others
        and re.match(r"0\D", text)
        and _DONE.search(lead)
        and not _NO_COUNT.search(behind)
    ):
        yield Oddity(
            "warning",
            f"数值为0：{text}，疑为漏填或误写",
            f"the value is zero: {text}; a digit may be missing",
            None,
            (sentence.place(figure),),
        )


def _check_share(sentence: Sentence, figure: Figure, lead: str) -> Iterator[Oddity]:
    occupied = _OCCUPIES.search(lead)
    text = figure.text.strip()
    if figure.unit == "%" and figure.value > _HUNDRED and _RATE.search(lead) and not _MAY_EXCEED.search(lead):
        yield Oddity(
            "warning", f"比率{text}超过100%", f"a rate of {text} is over 100%", f"{text} > 100%", (sentence.place(figure),)
        )
        return
    if figure.unit != "%" or occupied is None or _MORE.search(occupied[0]):
        return
    if figure.value > _HUNDRED:
        yield Oddity(
            "error", f"占比{text}超过100%", f"a share of {text} is over 100%", f"{text} > 100%", (sentence.place(figure),)
        )  # fmt: skip
    elif figure.value == 0 and figure.value_to is None and not any(f.value == 0 for f in sentence.figures if f is not figure):
        yield Oddity("warning", f"占比为{text}", f"a share of {text}", None, (sentence.place(figure),))


def _check_sign(sentence: Sentence, figure: Figure, lead: str) -> Iterator[Oddity]:
    text = figure.text.strip()
    if figure.value < 0 and _DOWN.search(lead) and figure.unit in {"%", "‰", "百分点"}:
        yield Oddity(
            "warning",
            f"下降的幅度为负（{text}），方向与数值相反",
            f"a fall by a negative amount ({text})",
            None,
            (sentence.place(figure),),
        )


def _check_year(sentence: Sentence, year: int | None) -> Iterator[Oddity]:
    """Find what a report says was done in a year after its own."""
    match = _FACT.match(sentence.text) if year is not None else None
    if match and year is not None and int(match["year"]) > year:
        yield Oddity(
            "warning", f"{match['year']}年晚于报告年份（{year}年），却作为已完成的事叙述",
            f"{match['year']} is after the year of the report ({year}), but told as done",
            f"{match['year']} > {year}", (sentence.place(),),
        )  # fmt: skip
