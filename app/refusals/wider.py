"""What a question asks for is a part of what is told: 农业总产值 is no 总产值, nor 农村公路 any 公路.

公路 is told of where 农村公路 is, so that weights over nearness do not tell the part from the whole.
"""

import re
from functools import lru_cache

from app.choosing.candidates import Candidate
from app.choosing.words import tagged_words
from app.refusals.opposite import clause_of
from corpus.figures.numerals import fold
from corpus.matching import is_chinese, matching_text
from index.abbreviations import names_of
from index.dictionary import open_dictionary
from index.query import Query
from index.thesaurus.written import other_names, written_names

_ASKED = re.compile(r"多少|几(?!乎)|百分之几|多[大高长重远]")
_PAUSE = re.compile("[，,。：:；;？?]")
# Of questions in everyday words about one in a hundred right answers tells a word of a name by less than this.
_TOLD = 0.6
# How a thing is measured, planned or made up narrows nothing.
ABSTRACT = frozenset(["事情", "活动", "工作", "内容", "情况", "方面", "部分", "类型", "种类", "范围", "环节", "计划", "目标", "任务", "要求", "标准", "指标", "数据", "数字", "数量", "数目", "总数", "总量", "总额", "规模", "水平", "程度", "比例", "比重", "幅度", "速度", "面积", "金额", "价格", "产值", "资金", "经费", "时间", "时候", "时期", "期间", "同期", "阶段", "以上", "以下", "其他", "所有", "主要", "平均", "结果", "成绩", "问题", "条件", "基础", "机会", "能力", "关系", "过程", "作用", "功能", "政策", "措施", "报告", "原因", "意义", "力量"])  # fmt: skip
# 总产值 is told by 产值; 新 and 比 belong to no name.
_NO_PART = re.compile("[总全年各每新约在比共的]|全[国省市县区州镇村]|比原?")
_FEWEST = 3


def is_of_wider(query: Query, candidate: Candidate) -> bool:
    """Tell whether a Chinese question asks for a thing by a name of which the sentence of a figure, and what stands above it, tell the end alone."""
    names = _names_asked(query.text)
    if query.background or not names or not candidate.sentence.stretch.is_chinese:
        return False
    told, clause = _told(candidate), clause_of(candidate)
    return any(_is_told_in_part(query, candidate, name, told, clause) for name in names)


def lacks_same(query: Query, best: Candidate, other: Candidate) -> bool:
    """Tell whether another figure's sentence does not tell the name either of which the best one's tells the end alone."""
    told, said = _told(best), _told(other)
    clause = clause_of(best)
    return any(_is_told_in_part(query, best, n, told, clause) and n not in said for n in _names_asked(query.text))


def _told(candidate: Candidate) -> str:
    return matching_text(f"{candidate.sentence.stretch.around.text} {candidate.figure.subject}")


def _is_told_in_part(query: Query, candidate: Candidate, name: str, told: str, clause: str) -> bool:
    """Tell whether the clause of a figure tells a name's end alone: 公路 of 农村公路."""
    if name in told or any(other in told for other in (*other_names(name), *names_of(name, query.text))):
        return False
    parts = [term for term in query.terms if term in name]
    if len(parts) > 1 and all(candidate.around[query.terms.index(term)] >= _TOLD for term in parts):
        # 物价涨幅 is told by 价格 and 涨幅, each in its own words.
        return False
    end = next((name[at:] for at in range(1, len(name) - 1) if name[at:] in clause and _is_word(name[at:])), "")
    part = name.removesuffix(end)
    if not end or _NO_PART.fullmatch(part) or part in told:
        return False
    return sum(letter in told for letter in part) * 2 <= len(part)


@lru_cache(maxsize=2_000)
def _is_word(text: str) -> bool:
    """Tell what can be the end of a longer name: 借款 of 长期借款, and no 期借款."""
    return text not in ABSTRACT and (bool(other_names(text)) or open_dictionary().is_ordinary(text))


@lru_cache(maxsize=2_000)
def _names_asked(question: str) -> tuple[str, ...]:
    """Return the names of things in the last clause of a Chinese question for one value; none of another question."""
    text = fold(question).lower()
    asking = list(_ASKED.finditer(text))
    if len(asking) != 1 or not is_chinese(text):
        return ()
    at, end = asking[0].span()
    start = max((m.end() for m in _PAUSE.finditer(text, 0, at)), default=0)
    names: dict[str, None] = {}
    firsts: set[int] = set()
    lasts: set[int] = set()
    place = 0
    for word, tag in tagged_words(text):
        behind = place + len(word)
        firsts.add(place)
        if _is_noun(word, tag):
            lasts.add(behind)
            apart = place >= end or behind <= at
            if place >= start and len(word) >= _FEWEST and tag[0] in "nlj" and apart and _is_word(word.lower()):
                names[word.lower()] = None
        place = behind
    for name, where in written_names(text):
        whole = where in firsts and where + len(name) in lasts
        if whole and where >= start and not (where < end and at < where + len(name)):
            names[name] = None
    return tuple(names)


def _is_noun(word: str, tag: str) -> bool:
    """Tell a word that may be of a name; 中部 is tagged as a place in it."""
    return tag[0] in "nljb" or tag in {"vn", "an", "s"} or (tag == "f" and word.endswith("部"))
