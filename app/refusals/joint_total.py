"""What several things come to together is none of one of them: 甲桥、乙桥和丙桥三座桥共投资9亿元 does not tell what 甲桥 cost."""

import re

from app.choosing.candidates import Candidate
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_JOINT = re.compile(
    r"(?P<members>[^，。；：]{2,60}(?:[、和与及]|以及)[^，。；：]{2,20}?)(?:等)?(?:[两二三四五六七八九十]|\d{1,2})[个项家条所座处镇县村区地种类][^，。；：、]{0,6}?(?:[一总]?共|合计|总计|累计)"
)
_AND = re.compile("以及|[、和与及]")
# What stands behind tells of one of them after all.
_APART = re.compile("其中|分别|[各每]")
_LEAST = 3


def is_of_several_joined(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is what a list of things has together, of which a question names some and not all."""
    sentence = candidate.sentence
    if query.background or sentence.ranked.passage.context:
        return False
    before = matching_text(sentence.text[: max(0, candidate.figure.start - sentence.start)])
    joint = next(iter(_JOINT.finditer(before)), None)
    if joint is None or _APART.search(before[joint.end() :]):
        return False
    asked = matching_text(fold(query.text))
    named = [_is_named(member, asked) for member in _AND.split(joint["members"])]
    return any(named) and not all(named)


def _is_named(member: str, asked: str) -> bool:
    """Tell whether a question names a member by its last letters; before the first one stands what leads to all."""
    least = min(_LEAST, len(member))
    return least > 1 and member[-least:] in asked
