"""Years that only stand for what something is compared with: 比2031年的82对下降, 是2031年的2.2倍, 按2031年不变价格."""

import re

from corpus.figures.numerals import CHINESE
from corpus.figures.plans import IS_COME_TO, MARK_OF_PLAN
from corpus.figures.units import UNIT

COMPARED = re.compile(r"[比较与][“\s]*$")
# Another value written in Chinese numerals: 三万二千人, 百分之七.
_SPELLED = rf"[百千]分之|{CHINESE}{UNIT}"
_BASE_VALUE = re.compile(rf"的(?:(?!{_SPELLED})[^，；,;\d])*|，")
# 是2015年的2.2倍, 在1979到1983年平均每年递增…的基础上: a year that only stands for what is compared with.
_AS_MEASURE = re.compile(r"(?:相当于|等于|[是为])$")
_MULTIPLE = re.compile(r"[^，。；\d]{0,12}?的(?:[约近]?[\d.]+ ?[倍%]|[^，。；]*$)")
# 1986年同1978年相比: what follows is of the first.
WITH, LIKENED = re.compile(r"[同与和跟]$"), re.compile(r"(?:末|底)?[一-龥]{0,4}?(?:相比|比较|对比|比)")
_GROUND = re.compile(r"在$")
# 按某年不变价格计算
_PRICED, _PRICES = re.compile(r"按照?$"), re.compile(r"的?(?:不变|可比)?价格?")
# What any of these looks for right before a year
LED = re.compile("|".join(p.pattern for p in (COMPARED, _AS_MEASURE, WITH, _GROUND, _PRICED, IS_COME_TO)))


def is_only_compared(lead: str, between: str) -> bool:
    """Tell a year that only stands for what is compared with: `lead` stands before it, `between` up to the quantity."""
    return bool(
        # 比上年的2031对下降…；登记764对: the year compared with is that of the value right behind it, of no other.
        (COMPARED.search(lead) and not _BASE_VALUE.fullmatch(between))
        or (_AS_MEASURE.search(lead) and _MULTIPLE.match(between))
        or (WITH.search(lead) and LIKENED.match(between))
        or (_GROUND.search(lead) and "的基础上" in between)
        or (_PRICED.search(lead) and _PRICES.match(between))
        or (IS_COME_TO.search(lead) and MARK_OF_PLAN.match(between))
    )
