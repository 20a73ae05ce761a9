"""When two figures are of one measure: the same words name them, in full, right before each of them."""

import re
from dataclasses import dataclass

from app.lint.statements import Reading, Sentence
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_SHARED = re.compile(
    r"^(?:全国|全省|全市|全县|全区|全州|全年|我国|我省|我市|我县|我区|国家|年末|年底|实现|预计|完成|到|达到|今年|去年|上年|预期|目标|主要|我们|全面|把|将|使)+"
)
_VALUE_WORDS = re.compile(
    r"(?:达|达到|完成|实现|为|是|增长|上涨|下降|提高|涨幅|增幅|增速|增长率|同比|预期目标|目标|左右|控制在|累计|超过|突破|保持|稳定|共|总计)+$"
)
# What national accounts and statistical communiqués call by one name only: nothing else in a report is called so.
_HEADLINE = re.compile(
    r"(?:国内生产总值|地区生产总值|国民生产总值|生产总值|GDP|粮食(?:总)?产量|棉花(?:总)?产量|油料(?:总)?产量|原煤(?:总)?产量|钢(?:总)?产量|原油(?:总)?产量|发电量|"
    r"工农业总产值|工业总产值|农业总产值|轻工业总产值|重工业总产值|工业增加值|规模以上工业增加值|城镇新增就业|居民消费价格(?:总水平|指数)?|零售物价总水平|商品零售价格|"
    r"财政(?:总)?收入|财政(?:总)?支出|财政赤字|国家财政收入|国家财政支出|一般公共预算收入|公共财政预算收入|地方财政收入|进出口(?:贸易)?总额|外贸进出口(?:总额)?|货物进出口总额|"
    r"出口总额|进口总额|社会消费品零售总额|社会商品零售总额|全社会固定资产投资|固定资产投资|社会固定资产投资|基本建设投资|城镇登记失业率|城镇调查失业率|"
    r"居民人均可支配收入|城镇居民人均可支配收入|农村居民人均可支配收入|农村居民人均纯收入|农民人均纯收入|城乡居民收入|常住人口城镇化率|城镇化率|人口自然增长率|"
    r"外汇储备|国家外汇储备|单位国内生产总值能耗|单位GDP能耗|研究与试验发展经费|全社会研发投入|森林覆盖率|实际使用外资|实际利用外资|高新技术产业增加值|广义货币(?:供应量)?|"
    r"小学在校生|国民收入|社会总产值|乡镇企业总产值|第三产业增加值)$"
)
_CLAUSE = re.compile(r"[。；！？：;!?]|[，,、](?!\d{3})")
_GROWS = re.compile(r"^[,，、]\s?(?:比上年|同比|比去年|较上年)?(?:增长|增加|下降|减少|上涨|增产|减产)了?$")
_FURTHER = re.compile(
    r"其中|分别|争创|力争|确保|争取|初步|快报|修订|口径|可比|不变价|计算|调整|名义|扣除|计划|预算|[上下前]半年|季度|\d月|五年|累计|年均|平均|以来|人均(?!可支配|纯收入)"
)


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
