"""When two figures are of one measure: the same words name them, in full, right before each of them."""

import re
from dataclasses import dataclass
from pathlib import Path

from app.lint.statements import Reading, Sentence
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.word_table import read_words

_SHARED = re.compile(
    # Where and when, which is the same for all figures of a report
    r"^(?:全国|全省|全市|全县|全区|全州|我国|我省|我市|我县|我区|国家|我们"
    r"|全年|年末|年底|今年|去年|上年"
    # Done or aimed at
    r"|实现|预计|完成|到|达到|预期|目标|主要|全面|把|将|使)+"
)
_VALUE_WORDS = re.compile(
    r"(?:达|达到|完成|实现|为|是|增长|上涨|下降|提高|涨幅|增幅|增速|增长率|同比|预期目标|目标|左右|控制在|累计|超过|突破"
    r"|保持|稳定|共|总计)+$"
)
# What national accounts and statistical communiqués call by one name only: nothing else in a report is called so.
_HEADLINE = re.compile("|".join(read_words(Path(__file__).with_suffix(".tsv"))["measure"]))
_CLAUSE = re.compile(r"[。；！？：;!?]|[，,、](?!\d{3})")
_GROWS = re.compile(r"^[,，、]\s?(?:比上年末?|同比|比去年末?|较上年末?)?(?:增长|增加|下降|减少|上涨|增产|减产)了?$")
_FURTHER = re.compile(
    r"其中|分别|应该|应当|争创|力争|确保|争取|初步|快报|修订|口径|可比|不变价|计算|调整|名义|扣除|计划"
    # The budget as a plan, but not 一般公共预算收入
    r"|(?<!公共)(?<!公共财政)(?<!基金)(?<!资本经营)预算"
    r"|[上下前]半年|季度|\d月|五年|累计|年均|平均|以来|人均(?!可支配|纯收入)"
)
_YEAR_BEFORE = re.compile(r"^[,，(]?(?:[比较])?(?:上年|去年)(?:同期|末)?(?:的|为|是)?$")
_PART_OF_TIME = re.compile(r"[上下前]半年|季度|月份|[一二两三四五六]年[来共]|累计|以来|期间|时期|[三五]年|以来")
# What may be done to several things of one kind, each with its number.
_ONE_OF_MANY = re.compile("其中|分别|各|每|新增|增加|减少|再|又|还|另|一批|补助|投资|安排|投入")
_NOT_NAME = re.compile("^(?:共有|现有|拥有|有)|(?:总数|数量|已|共|了)$")
_LEAST_NAME = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its sentence and the name of its measure."""

    sentence: Sentence
    figure: Figure
    name: str


def measured(reading: Reading) -> list[Measured]:
    """Return the figures of a report's running text that a headline measure names in full right before them."""
    found: list[Measured] = []
    for sentence in reading.sentences:
        for figure in sentence.figures:
            last = found[-1] if found and found[-1].sentence is sentence else None
            if last is not None and _goes_on(last, figure):
                found.append(Measured(sentence, figure, last.name))
                continue
            name = measure_name(figure.subject)
            lead = fold(_CLAUSE.split(sentence.between(None, figure))[-1])
            if name and name in lead.replace("总产量", "产量") and figure.period and not _FURTHER.search(lead):
                found.append(Measured(sentence, figure, name))
    return found


def named(reading: Reading) -> list[Measured]:
    """Return the levels of a report's running text with what their own clause calls them, whatever that is.

    A name that stands in one report for two values of a year says too little, and none of them is returned.
    """
    found: list[Measured] = []
    for sentence in reading.sentences:
        where = sentence.text + " ".join(sentence.passage.section)
        for figure in sentence.figures if not _PART_OF_TIME.search(where) else ():
            last = found[-1] if found and found[-1].sentence is sentence else None
            if last is not None and _is_year_before(last, figure):
                found.append(Measured(sentence, figure, last.name))
                continue
            name = _NOT_NAME.sub("", _VALUE_WORDS.sub("", _SHARED.sub("", fold(figure.subject))))
            lead = fold(_CLAUSE.split(sentence.between(None, figure))[-1])
            if figure.kind == "level" and len(name) >= _LEAST_NAME and lead.endswith(name) and _is_plain(lead, figure):
                found.append(Measured(sentence, figure, name))
    return [m for m in found if all(_is_same(m, other) for other in found if other is not m)]


def _is_plain(lead: str, figure: Figure) -> bool:
    return len(figure.period) == 4 and not re.search(r"\d", lead) and not _FURTHER.search(lead) and not _ONE_OF_MANY.search(lead)


def _is_year_before(last: Measured, figure: Figure) -> bool:
    """Tell the A in L，比上年的A增长G%, or in L，上年为A."""
    level = last.figure
    same = figure.kind == level.kind == "level" and figure.unit == level.unit and figure.status == "actual"
    years = len(figure.period) == len(level.period) == 4 and int(figure.period) == int(level.period) - 1
    return same and years and bool(_YEAR_BEFORE.match(last.sentence.between(level, figure)))


def _is_same(one: Measured, other: Measured) -> bool:
    """Tell whether two figures are no two values of one measure and year."""
    a, b = one.figure, other.figure
    alike = (one.name, a.period, a.status) == (other.name, b.period, b.status)
    return not alike or convert(b.value, b.unit, a.unit) == a.value


def _goes_on(last: Measured, figure: Figure) -> bool:
    """Tell the growth in …L，比上年增长G%, which is of the measure of L."""
    leading = last.figure.kind == "level" and figure.kind == "growth" and last.figure.period == figure.period
    return leading and bool(_GROWS.match(last.sentence.between(last.figure, figure)))


def measure_name(subject: str) -> str:
    """Return the name by which a headline measure is known again, "" for any other.

    >>> measure_name("全国粮食总产量达到")
    '粮食产量'
    """
    name = re.sub(r"[\s“”\"《》（）()]", "", fold(subject).split(":")[-1])
    name = _VALUE_WORDS.sub("", _SHARED.sub("", name))
    return re.sub("总产量$", "产量", name) if _HEADLINE.fullmatch(name) else ""
