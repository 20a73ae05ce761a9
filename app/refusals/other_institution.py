"""An institution that a question names and a report is not of: what 第二人民医院 has is not what 第一人民医院 has, nor what a 中医院 has."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.choosing.candidates import Candidate
from app.choosing.words import tagged_words
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_KIND = "医院|卫生院|保健院|中学|小学|学校|大学|学院|幼儿园|图书馆|博物馆|文化馆|科技馆|体育馆|敬老院|福利院|研究院|研究所"
_NAMED = re.compile(rf"[^和与跟及\W\d_a-zA-Z]{{1,14}}(?:{_KIND})")
# What leads up to a name and is none of it: 请问, 去年, 市里的.
_LEAD = re.compile("^.*(?:请问|想问|想知道|告诉我|查一?下|年|月|[的在去到问给从对和与跟及了说里是有])(?=.)")
# What tells sorts of institutions, and is no name of one.
_SORT = re.compile(
    "[各全本该每这那几多两省市县区乡镇州村级内外下属辖]|所有|公立|公办|民营|民办|私立|综合|专科|普通|高等|重点|名牌|一流|本科|定点|中小|上级|基层|其他|三甲|医共体|社区|城乡|农村"
)
# 对口帮扶卫生院多少家 asks how many there are.
_HOW_MANY = re.compile("(?:[一总]?共|现)?(?:是|有|建成?)?(?:多少|几)[家所个座]")


def is_of_other_institution(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question names one institution, and a figure stands in the report of another that does not speak of it."""
    name = _asked(query.text)
    if not name or query.background:
        return False
    sentence = candidate.sentence
    passage = sentence.ranked.passage
    issuers = list(_names(matching_text(passage.title)))
    told = matching_text(f"{passage.text} {' '.join(passage.section)} {passage.context}")
    return bool(issuers) and name not in told and not any(_is_one(name, issuer) for issuer in issuers)


def _is_one(name: str, other: str) -> bool:
    """Tell whether two names may be of one institution: 云麓二医院 leaves out letters of 云麓市第二人民医院 and changes none."""
    return _leaves_out(name, other) or _leaves_out(other, name)


def _leaves_out(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _names(text: str) -> Iterator[str]:
    """Yield the names of institutions in a text, each with whatever name of a place stands before it."""
    for found in _NAMED.finditer(text):
        name = _LEAD.sub("", found[0])
        if _SORT.sub("", re.sub(f"(?:{_KIND})$", "", name)):
            yield name


@lru_cache(maxsize=2_000)
def _asked(question: str) -> str:
    """Return the only institution that a question names, empty without one."""
    text = matching_text(fold(question))
    names = list(dict.fromkeys(_names(text)))
    if len(names) != 1 or _HOW_MANY.match(text.partition(names[0])[2]):
        return ""
    # 考上大学的 tells what became of pupils.
    verbs = (word for word, tag in tagged_words(question) if tag == "v" and len(word) > 1)
    return "" if any(verb in names[0] for verb in verbs) else names[0]
