"""What is counted: 多少名教师 asks for teachers, and a figure whose sentence speaks of none is no number of them."""

import re
from functools import lru_cache

from app.choosing.candidates import Candidate
from app.choosing.words import tagged_words
from app.refusals.opposite import clause_of
from corpus.figures.numerals import fold
from index.query import Query
from index.spelling import plain_stem
from index.unit_classes import class_of_unit

_MEASURE_WORDS = "家名位人所座个户艘辆台套张件项种条处间支头只栋份本部场批块株棵枚颗架门笔宗"
_COUNTED = re.compile(rf"(?:多少|(?<![好十])几)(?:万|亿|千|百)?(?P<by>[{_MEASURE_WORDS}])(?P<rest>[一-龥]+)")
# 办的农庄一共有多少座？
_BEHIND = re.compile(
    r"(?P<rest>[一-龥]{2,12}?)(?:[一总]共|[共合]计|大概|大约|目前|现在|已经|已)*(?:有|是|达到?了?|到)?了?"
    r"(?:多少|(?<![好十])几)(?P<by>[家名位人所座个户艘辆台套项种条处栋])(?:[？?，,]|$)"
)
_OF_THINGS = frozenset("家座所辆台套艘架栋")
_HAN = re.compile("[一-龥]")
_ASKED = re.compile(r"多少|几(?!乎)|多[大高长重远]")
# Tags of what may stand in the name of a thing, and of what may end it.
_PARTS, _NOUNS = frozenset("nabljieqz"), frozenset("nljie")
# Kinds of people have names of their own, which others only come near: 教师 and 学生 are both of schools.
_PERSON = re.compile("[人员生师工民兵童者手友属士长]$")
# Of 62 right answers to questions that nothing was learnt from none is less near than 0.45: 电影院 and 企业 are as near as 0.4.
_PEOPLE_TOLD, _TOLD = 0.6, 0.44
_MUCH = 4
# Words for people whoever they are: what is counted by households or heads is of them, though its sentence does not say so.
_ANYBODY = frozenset((
    "人家", "人口", "人们", "人员", "人士", "人民", "住户", "公民", "国民", "大众", "家庭", "居民", "居民户", "民众", "百姓", "群众", "老百姓", "老乡",
))  # fmt: skip
_HEADS = frozenset("户人名口")
_ANYBODY_EN = frozenset(["people", "persons", "individuals", "residents", "citizens"])
_HOW_MANY = re.compile(
    r"\bhow many (?:of )?(?!(?:in|at|on|by|for|per|did|does|do|is|are|was|were|has|have|had|will|would|can|could|more|fewer)\b)(?P<things>(?:[a-z-]+ ){0,4}?[a-z-]+)(?= (?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|in|at|of|on|by|for|per)\b|[?.]|$)"
)
# What weighs, reaches or pays; a question may name it itself, as reports in either language do.
_MEASURES = frozenset(
    [
        "tonnes",
        "tons",
        "kg",
        "kilograms",
        "hectares",
        "acres",
        "kilometres",
        "kilometers",
        "km",
        "miles",
        "metres",
        "meters",
        "litres",
        "liters",
        "gallons",
        "mw",
        "kwh",
        "gwh",
        "mwh",
        "dollars",
        "yuan",
        "pounds",
        "euros",
        "cents",
        "mu",
        "吨",
        "公斤",
        "千克",
        "斤",
        "公里",
        "千米",
        "米",
        "亩",
        "公顷",
        "平方米",
        "平方公里",
        "立方米",
        "千瓦",
        "万千瓦",
        "千瓦时",
    ]
)


def is_other_counted(query: Query, candidate: Candidate) -> bool:
    """Tell whether a Chinese question counts a thing of which neither the Chinese sentence of a figure nor what stands above speaks."""
    if _is_weighed(query.text, candidate.figure.unit):
        return True
    if _is_other_noun(query, candidate):
        return True
    noun, people = _counted(query.text)
    if not noun or noun not in query.terms or query.background:
        return False
    if noun in _ANYBODY and candidate.figure.unit in _HEADS:
        return False
    if not _HAN.search(candidate.sentence.text):
        # 14 different ones: words of another language are never as near.
        return False
    if query.need.unit_class == "people" and _names_nobody(candidate):
        return False
    if not people and _tells_all_else(query, candidate, noun):
        return False
    return float(candidate.around[query.terms.index(noun)]) < (_PEOPLE_TOLD if people else _TOLD)


def _names_nobody(candidate: Candidate) -> bool:
    """Tell whether a figure counts heads and its clause does not say whose: 考上重点大学15人 may be 孩子 or 学生."""
    said = [word for word, _ in tagged_words(clause_of(candidate)) if len(word) > 1 and _HAN.match(word)]
    return candidate.figure.unit in _HEADS and not any(_PERSON.search(word) for word in said)


def _tells_all_else(query: Query, candidate: Candidate, noun: str) -> bool:
    """Tell whether a sentence speaks of all that a question says of what it counts: an everyday name of this (操心事) is then another word for it."""
    told = [float(near) for term, near in zip(query.terms, candidate.around, strict=True) if term != noun]
    return len(told) >= _MUCH and min(told) >= _PEOPLE_TOLD


def _is_other_noun(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question and a figure in English count different things, and its sentence speaks of nothing near: how many pitches, 900 students."""
    counted = _HOW_MANY.search(fold(query.text).lower())
    unit = candidate.figure.unit
    if counted is None or not unit.isascii() or not unit.isalpha() or _HAN.search(f"{query.text}{candidate.sentence.text}"):
        return False
    things = counted["things"].split()
    noun = things[-1]
    # How many agencies joined in: the last word need not be what is counted.
    if noun not in query.terms or any(plain_stem(word) == plain_stem(unit) for word in things):
        return False
    if class_of_unit(noun) == class_of_unit(unit) == "people" and noun in _ANYBODY_EN:
        return False
    return float(candidate.around[query.terms.index(noun)]) < _TOLD


@lru_cache(maxsize=20_000)
def _is_weighed(question: str, unit: str) -> bool:
    """Tell a weight, a length or a sum of money where a question in English counts things: how many boats are no tonnes."""
    if unit not in _MEASURES and class_of_unit(unit) != "money":
        return False
    counted = _HOW_MANY.search(fold(question).lower())
    return counted is not None and not _HAN.search(question) and not _MEASURES & set(counted["things"].split())


@lru_cache(maxsize=2_000)
def _counted(question: str) -> tuple[str, bool]:
    """Return the noun behind the measure word of the only value that is asked for, or before it where none is, and whether it names people."""
    text = fold(question).lower()
    found, ahead = _COUNTED.search(text), _BEHIND.search(text)
    if len(_ASKED.findall(text)) != 1:
        return "", False
    if found is None:
        if ahead is None:
            return "", False
        word, tag = tagged_words(ahead["rest"])[-1]
        return (word, ahead["by"] in "名位") if tag[0] in _NOUNS and len(word) > 1 else ("", False)
    if found["by"] == "人" and not found["rest"].startswith(("次", "口")):
        # 多少人拿回了工钱 counts people, whatever they took.
        return "", False
    noun = ""
    for word, tag in tagged_words(_without_clause(found["rest"])):
        if tag[0] not in _PARTS and tag not in {"vn", "an"} and word != "的":
            break
        if word == "的":
            noun = ""
        elif tag[0] in _NOUNS or tag == "vn":
            noun = word
    alone = tagged_words(_without_clause(found["rest"]))
    if not noun and found["by"] in _OF_THINGS and len(alone) == 1:
        # 多少家超市: what stands there alone is counted, whatever its tag.
        noun = alone[0][0]
    return (noun, found["by"] in "名位" or bool(_PERSON.search(noun))) if len(noun) > 1 else ("", False)


def _without_clause(rest: str) -> str:
    """Return what is counted without the clause ahead that says what it is for: of 船工歇脚用的凉亭 the pavilion."""
    thing = rest.rpartition("的")[2]
    named = thing and all(tag[0] in _PARTS or tag in {"vn", "an"} for _, tag in tagged_words(thing))
    return thing if named else rest
