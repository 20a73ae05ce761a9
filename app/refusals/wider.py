"""What a question asks for is a part of what is told: 民间投资 is no 投资, and a figure of 投资 where nothing tells 民间 is one of more, or of another part.

Neighbours in a class are near by their vectors (民间 and 国有), and 公路 is told of where 农村公路 is, so that weights over nearness tell neither.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.choosing.candidates import Candidate
from app.choosing.words import tagged_words
from app.refusals.opposite import clause_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.abbreviations import names_of
from index.dictionary import open_dictionary
from index.query import Query
from index.thesaurus.written import is_written, other_names, written_names

_ASKED = re.compile(r"多少|几(?!乎)|百分之几|多[大高长重远]")
_PAUSE = re.compile("[，,。：:；;？?]")
_HAN = re.compile("[一-龥]")
# Of questions in everyday words about one in a hundred right answers tells a word that it restricts by less than this.
_TOLD = 0.6
# Between what is asked for and the asking words: what is, will be or comes to how much.
_IS = re.compile(
    r"(?:(?:一共|总共|合计|总计|大约|大概|平均|分别|要|将|会|能|可以|可|各|都|又|已经?|约|预计|计划|力争)*(?:是|为|有|在|达到?了?|到了?|占|降到|升到|提高到|突破|超过|增长|增加|提高|上升|上涨|下降|减少|降低)?了?)*"
)
# Firms, places and works of whatever kind restrict nothing, nor does the whole of a place, its nation and its government, nor how it is
# measured, planned or made up.
_GENERAL = frozenset(["全国", "全省", "全市", "全县", "全区", "全州", "全镇", "全村", "全年", "全部", "全体", "国家", "中国", "我国", "政府", "地方", "当地", "本地", "社会", "省市", "人们", "人民", "群众", "百姓", "老百姓", "居民", "大家", "个人", "人口", "人员", "职工", "工人", "企业", "公司", "单位", "机构", "部门", "机关", "团体", "组织", "银行", "系统", "行业", "产业", "业务", "领域", "区域", "地区", "地点", "场所", "项目", "工程", "事业", "比原"])  # fmt: skip
_ABSTRACT = frozenset(["事情", "活动", "工作", "内容", "情况", "方面", "部分", "类型", "种类", "范围", "环节", "计划", "目标", "任务", "要求", "标准", "指标", "数据", "数字", "数量", "数目", "总数", "总量", "总额", "规模", "水平", "程度", "比例", "比重", "幅度", "速度", "面积", "金额", "价格", "产值", "资金", "经费", "时间", "时候", "时期", "期间", "同期", "阶段", "以上", "以下", "其他", "所有", "主要", "平均", "结果", "成绩", "问题", "条件", "基础", "机会", "能力", "关系", "过程", "作用", "功能", "政策", "措施", "报告", "原因", "意义", "力量"])  # fmt: skip
# 总产值 is told by 产值; 新 and 比 belong to no name.
_NO_PART = re.compile("[总全年各新约在比共的]|全[国省市县区州镇村]|比原?")
_FEWEST = 3
# Bodies are named by no concept: the fee of a bank.
_PROPER = frozenset({"nt"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A noun of what is asked for: the words behind it in its name, and whether it ends the name right before the asking words."""

    text: str
    behind: tuple[str, ...]
    last: bool


def is_of_wider(query: Query, candidate: Candidate) -> bool:
    """Tell whether a Chinese question names a part of what a figure is of, and neither its sentence nor what stands above tells it."""
    words, names = _asked(query.text)
    if query.background or not (words or names) or not candidate.sentence.stretch.is_chinese:
        return False
    told, clause = _told(candidate), clause_of(candidate)
    return any(
        word.last or any(w in clause for w in word.behind) for word in words if not _tells(query, candidate, word.text, told)
    ) or any(_is_told_in_part(query, candidate, name, told, clause) for name in names)


def lacks_same(query: Query, best: Candidate, other: Candidate) -> bool:
    """Tell whether another figure's sentence tells no word either that the best one's does not tell of what is asked for."""
    words, names = _asked(query.text)
    told, said = _told(best), _told(other)
    lacking = [word.text for word in words if not _tells(query, best, word.text, told)]
    if any(not _tells(query, other, word, said) for word in lacking):
        return True
    return any(_is_told_in_part(query, best, name, told, clause_of(best)) and name not in said for name in names)


def _told(candidate: Candidate) -> str:
    return matching_text(f"{candidate.sentence.stretch.around.text} {candidate.figure.subject}")


def _tells(query: Query, candidate: Candidate, word: str, told: str) -> bool:
    """Tell whether a word of a question is told, in letters or by one that is near."""
    return word in told or word not in query.terms or float(candidate.around[query.terms.index(word)]) >= _TOLD


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
    return text not in _ABSTRACT and (bool(other_names(text)) or open_dictionary().is_ordinary(text))


@lru_cache(maxsize=2_000)
def _asked(question: str) -> tuple[tuple[_Word, ...], tuple[str, ...]]:
    """Return the nouns and the names in the last clause of a Chinese question for one value; none of another question."""
    text = fold(question).lower()
    asking = list(_ASKED.finditer(text))
    if len(asking) != 1 or not _HAN.search(text):
        return (), ()
    at, end = asking[0].span()
    start = max((m.end() for m in _PAUSE.finditer(text, 0, at)), default=0)
    words: list[_Word] = []
    names: dict[str, None] = {}
    place = 0
    tagged = [(w.lower(), tag) for w, tag in tagged_words(text)]
    firsts: set[int] = set()
    lasts: set[int] = set()
    for number, (word, tag) in enumerate(tagged):
        noun = _is_noun(word, tag)
        firsts.add(place)
        if noun:
            lasts.add(place + len(word))
        if place >= start and len(word) > 1 and noun:
            if len(word) >= _FEWEST and tag[0] in "nlj" and _is_word(word) and (place >= end or place + len(word) <= at):
                names[word] = None
            if word not in _GENERAL | _ABSTRACT and (is_written(word) or tag in _PROPER):
                rest = text[place + len(word) : at] if place < at else "-"
                last = bool(_IS.fullmatch(rest)) and tag[0] in "nlj" and tag != "ns"
                words.append(_Word(word, _behind(tagged[number + 1 :], verb=tag == "vn"), last))
        place += len(word)
    for name, where in written_names(text):
        if where in firsts and where + len(name) in lasts and where >= start and not (where < end and at < where + len(name)):
            names[name] = None
    return tuple(words), tuple(names)


def _behind(tagged: Sequence[tuple[str, str]], *, verb: bool) -> tuple[str, ...]:
    """Return the nouns behind one in its name, up to the first that is not general: 交通｜项目的投资."""
    found = []
    for word, tag in tagged:
        if word == "的" and not verb:
            continue
        if not _is_noun(word, tag):
            break
        if len(word) > 1:
            found.append(word)
        if word not in _GENERAL and word not in _ABSTRACT:
            break
    return tuple(found)


def _is_noun(word: str, tag: str) -> bool:
    """Tell a word that may restrict a noun, or be one; 中部 is tagged as a place in it."""
    return tag[0] in "nljb" or tag in {"vn", "an", "s"} or (tag == "f" and word.endswith("部"))
