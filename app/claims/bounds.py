"""Bounds that only say what is counted, as in 60岁及以上人口 and 3至5岁儿童: of another age another number holds, and the age itself claims nothing."""

import re

from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_BOUND = re.compile(
    r"(?P<number>\d[\d.]*\s?[百千万亿]*|[一二两三四五六七八九十百千万亿]+)(?P<unit>美元|周?岁|平方米|公里|千瓦|[元人名亩米吨级位年户家层])(?:[(（]含[)）])?及?以(?P<side>[上下内])的?(?=[一-龥])(?![和与、])"
)
_AGES = re.compile(r"(?P<from>\d{1,3})\s?(?:周?岁)?\s?(?:至|到|—+|-|–|~|～)\s?(?P<to>\d{1,3})\s?周?岁")
# Whom an age tells of, behind it
_BAND = re.compile(
    r"\s?(?:[(（][^)）]{0,8}[)）])?(?:(?:及|或|含)?以[上下内])(?:[(（][^)）]{0,8}[)）])?(?:的|各|常住|户籍|城乡|农村|城镇|全部|[(（])*[一-龥]"
    r"|\s?(?:[(（][^)）]{0,8}[)）])?的?(?:常住|户籍|城乡|农村|城镇|困难|适龄|劳动年龄|各)*(?:人口|人群|人员|群体|老[年人]|儿童|少年|少儿|青年|青少年|未成年|居民|妇女|女性|男性|女孩|男孩|学生|幼儿|婴幼?儿|育龄|劳动|患者|职工|组|年龄段)"
)
_MARK = re.compile("[，。；：、！？;:]")
# What a clause that begins so says is of those whom the one before it counts: 占总人口的一成.
_LEANING = re.compile("^(?:约|仅|已|共)?(?:占|比重|比例|[比较][上去]年|同比|[增减升降]|上升|下降|为|达)")


def counts_others(claim: str, claimed: Figure, text: str, here: Figure) -> bool:
    """Tell whether a claim's figure and a report's count what lies within other bounds; the spans of both figures count in their texts."""
    own, told = _bounds(claim, claimed), _bounds(text, here)
    return any(told.get(unit, bound) != bound for unit, bound in own.items())


def _bounds(text: str, figure: Figure) -> dict[str, tuple[str, str]]:
    """Return the number and side of the bounds that a figure's clause tells before it, or that it leans on, by their units."""
    clauses = _MARK.split(fold(text[: figure.start]))
    clauses[-1] += fold(text[figure.start :])[:1]
    told = _bounds_of(clauses[-1])
    return told if told or len(clauses) == 1 or not _LEANING.match(clauses[-1]) else _bounds_of(clauses[-2])


def _bounds_of(clause: str) -> dict[str, tuple[str, str]]:
    bounds = {
        m["unit"].removeprefix("周"): (m["number"].replace(" ", ""), m["side"].replace("内", "下"))
        for m in _BOUND.finditer(clause)
    }
    ages = _AGES.search(clause)
    return bounds | {"岁": (ages["from"], ages["to"])} if ages else bounds


def is_age_of_group(text: str, figure: Figure) -> bool:
    """Tell an age that only says who is counted: 65岁以上人口 claims no age. The figure's span counts in the text."""
    return figure.unit == "岁" and _BAND.match(text, figure.end) is not None
