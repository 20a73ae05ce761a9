"""What the word right before 多少, or at the end of a question without one, asks for: a rate, an area, a sum of money, an amount of goods; a figure of another class of unit is none of these."""

import re
from functools import lru_cache

from app.choosing.candidates import Candidate
from corpus.figures.conversion import convertible
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_ASKING = r"(?:一共|总共|合计|总计|大约|大概|最多|最少|平均|各|分别|又|都|将|会|要|能|可以|可)*(?:是|为|有|达到?了?|到了?|在|能有|算)?(?:多少|几(?!个?月|年|天|类|种|项|方面)|多[大高])"
_ENDS = r"(?:的?(?:数据|数字|情况|怎么?样|如何|呢))?[？?。\s]*$"
_RATE = re.compile(
    rf"(?<![汇效频功])(?:(?:率(?!先)|比例|比重|占比|增速|增幅|涨幅|降幅|强度|(?:增长|提高)的?(?:预期)?目标){_ASKING}(?![名个家户项人万亿元])|(?:率(?!先)|比重|占比|增速|增幅|涨幅|降幅|(?:增长|提高)的?(?:预期)?目标){_ENDS})"
)
# A share is no growth.
_SHARE = re.compile(rf"(?:比重|占比)(?:{_ASKING}|{_ENDS})")
_AREA = re.compile(rf"多大面积|面积(?:{_ASKING}|{_ENDS})")
# What is produced, carried, treated or consumed is told in no money; 总量, 存量 and 业务量 may be.
_GOODS = re.compile(
    rf"(?:产|销|产销|出栏|屠宰|捕捞|[客货]运|吞吐|客流|车流|诊|手术|用[水电气]|发电|排放|保有|降[水雨]|蓄水|储)量(?:{_ASKING}(?![亿万]*元)|{_ENDS})"
)
_MONEY = re.compile(
    rf"(?:投资|金额|资金|收入|支出|费用|经费|奖金|年终奖|工资|薪酬|报酬|余额|存款|贷款|产值|利润|税|成本|货款|欠款|开支|补贴|补助|总额|造价|票价|售价|房价)"
    rf"{_ASKING}(?![名个家户项人笔次条种类份])"
)
_SCORE = re.compile(
    rf"(?:多少|几)分(?![钟之家店])|(?:得|评|打|总)分(?:[一-龥]{{0,4}}(?:多少|几)|[？?。]?$)|(?:平均|均|最高|最低|录取)分数?线?(?:{_ASKING}|{_ENDS})"
)
# 算力有多大 is answered by no number of firms.
_SIZE = re.compile("(?:规模|容量|体量|算力|能力|面积|产能|储量|装机|地盘|占地)(?:有|是|达到?)?多[大高]")
# 库容是多少 is answered by no number of reservoirs, nor by what they cost.
_EXTENT = re.compile(rf"(?:库容|容积|里程|长度|高度|深度|宽度|重量|体积|厚度|流量|浓度|温度)(?:{_ASKING}(?![万亿]*元)|{_ENDS})")
# A coefficient or an index has no unit of its own.
_INDEX = re.compile(rf"(?:系数|指数)(?:{_ASKING}(?![名个家户项人万亿元])|{_ENDS})")
_PIECES = frozenset("家所名位户座项条批间处")
_ASKED = re.compile("多少|几|多[大高]")
_RATES = frozenset({"percent", "points", "times"})
_WHOLE = 100
# Classes of units in which a thing is never told, and things that are never told by the piece.
_NONE_OF = {
    "goods": frozenset({"money"}), "extent": frozenset({"money", "people"}), "index": frozenset({"money", "people", "time"}),
    "score": frozenset({"money", "people", "count", "time"}),
}  # fmt: skip
_PIECELESS = frozenset({"size", "extent"})
_SQUARE = frozenset({*convertible("平方米"), *convertible("亩"), *convertible("平方公里"), "平方米", "亩", "平方公里"})
# Persons whom a report counts by 个 are named beside the number.
_PERSONS = re.compile("[人员生工民孩童兵师]")


def is_other_class(query: Query, candidate: Candidate) -> bool:
    """Tell whether a Chinese question's head word names another class of unit than a figure has: 贷款利率是多少 is answered by no 30亿元."""
    figure = candidate.figure
    stem = figure.unit.partition("/")[0]
    if query.background or len(_ASKED.findall(query.text)) > 1:
        return False
    if not stem:
        # One number of 3∶4∶5 is no share, and a cell that holds 1580 no 毛利率.
        more = _asked(query.text) == "rate" and figure.value > _WHOLE
        return more or (figure.kind != "share" and _SHARE.search(fold(query.text).lower()) is not None)
    asked, own = _asked(query.text), class_of_unit(figure.unit)
    if asked == "rate":
        grown = figure.kind == "growth" and _SHARE.search(fold(query.text).lower()) is not None
        return grown or (own not in _RATES and "/" not in figure.unit)
    if asked == "area":
        return stem not in _SQUARE
    if asked in _PIECELESS and stem in _PIECES:
        return True
    if asked in _NONE_OF:
        return stem != "分" and own in _NONE_OF[asked]
    if asked == "money":
        # What share of them gets it is no sum, unless a share is asked for.
        share = figure.kind == "share" and own == "percent" and "share" not in query.need.kinds
        return share or own in {"people", "count", "time"}
    return own == "count" and stem == "个" and _counts_persons(query) and not _PERSONS.search(figure.subject)


def _counts_persons(query: Query) -> bool:
    """Tell whether a question asks for persons by a measure word that counts nothing else."""
    return query.need.strict and query.need.unit in {"名", "人"}


@lru_cache(maxsize=2_000)
def _asked(question: str) -> str:
    text = fold(question).lower()
    found = {
        name
        for name, pattern in (
            ("rate", _RATE),
            ("area", _AREA),
            ("money", _MONEY),
            ("goods", _GOODS),
            ("score", _SCORE),
            ("size", _SIZE),
            ("extent", _EXTENT),
            ("index", _INDEX),
        )
        if pattern.search(text)
    }
    return found.pop() if len(found) == 1 else ""
