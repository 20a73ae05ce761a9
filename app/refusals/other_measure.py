"""Headline measures of statistics: a figure that is called by the name of one answers no question about another.

The measures are those that communiqués and budgets open their chapters with. Of 1,681 right first choices for questions not learnt from two
are lost to it.
"""

import re
from functools import lru_cache

from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.unit_classes import class_of_unit

# What asks for a measure, and what a figure of it is called.
_MEASURES = tuple(
    (re.compile(asked), re.compile(f"(?:{called})(?:总?[额量值]|余额|率|水平)?$"))
    for asked, called in (
        (r"\bgdp\b|生产总值|经济总量|经济增[长速]", "生产总值|经济|gdp|总产值|国民收入"),
        ("(?:财政|预算)[^，。？]{0,3}收入|国库", "(?:财政|预算).{0,6}收入"),
        ("(?:财政|预算)[^，。？]{0,3}支出", "(?:财政|预算).{0,4}支出"),
        ("固定资产投资|固投", "投资"),
        ("零售|社零", "零售|消费品"),
        ("进出口|外贸", "进出口|外贸|对外贸易|贸易总额"),
        ("外资(?!金)|外商投资", "外资(?!金)|外商"),
        ("利润", "利润|盈利|效益|盈余"),
        ("存款", "存款|储蓄"),
        ("贷款", "贷款|信贷|借款"),
        (
            "(?:居民|农民|城里人|村里人|乡下人|人均)[^，。？]{0,6}收入|可支配收入",
            "可支配收入|纯收入|生活费收入|(?:居民|农民|人均).{0,8}收入",
        ),
        ("工资|工钱|薪水", "工资|薪|报酬|收入"),
        ("税收", "税"),
        ("赤字", "赤字"),
        ("物价|cpi", "物价|价格|cpi"),
        ("失业率", "失业"),
        ("城[镇市]化率", "城[镇市]化"),
        # Industry is spoken of in many ways: these words alone ask for no measure.
        ("工业|增加值|制造|厂|企业|生产", "工业增加值"),
    )
)
_LOOSE = len(_MEASURES) - 1
_HAN = re.compile("[一-龥]")
# A total of hundreds of millions is no mean for each, nor one of a thousand tons.
_EACH, _TOTAL, _TONS = re.compile("人均|每[个位名]?人|按人头|户均|每户"), 10**8, 10**3

# What is told for each thousand people or hundred square kilometres, and how it is asked for.
_FOR_SO_MANY = re.compile("每[一]?[十百千万]")
_FOR_SO_MANY_ASKED = re.compile("每|平均|均|密度|率|比例|摊")


def is_other_measure(question: str, subject: str) -> bool:
    """Tell whether a Chinese question asks for headline measures and a figure is called by the name of others."""
    asked = _asked(question)
    if not asked - {_LOOSE} or not _HAN.search(question):
        return False
    name = matching_text(subject)
    called = {n for n, (_, pattern) in enumerate(_MEASURES) if pattern.search(name)}
    return bool(called) and called.isdisjoint(asked)


def is_total_for_mean(question: str, figure: Figure) -> bool:
    """Tell whether the money or the weight of a whole place stands for what there is for each of its people."""
    if "/" in figure.unit or not _EACH.search(question):
        return False
    tons = convert(figure.value, figure.unit, "吨")
    return (class_of_unit(figure.unit) == "money" and figure.value >= _TOTAL) or (tons is not None and tons >= _TONS)


def is_mean_for_total(question: str, subject: str) -> bool:
    """Tell whether what there is for each thousand or so stands for what there is: 每千人口泊位4.1个 is no number of them."""
    return bool(_FOR_SO_MANY.search(subject)) and not _FOR_SO_MANY_ASKED.search(question) and bool(_HAN.search(question))


@lru_cache(maxsize=2_000)
def _asked(question: str) -> frozenset[int]:
    text = fold(question).lower()
    return frozenset(n for n, (pattern, _) in enumerate(_MEASURES) if pattern.search(text))
