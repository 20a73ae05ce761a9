"""Places that a question names and no word list knows: 青岚县2023年…, 那岭市的…, the output of Norvania County."""

import re
from collections.abc import Iterator

from index.dictionary import open_dictionary

_YEARS = re.compile(r"\d+\s?[年月日]度?(?:末|底|初)?[，,、]?|[今去前上]年")
# What stands before a name and is none: 请问, 在.
_BEFORE = re.compile(r"^\s*(?:请问|问一?下|查一?下|我想知道|想知道|截至|截止|[在到至从由，,])*")
# 各县, 哪几个市, 全省 are kinds of places; 市场, 县级 and 市民 other words.
_RANKED = re.compile(r"(?P<name>[一-龥]{2,3})(?P<rank>[省市县盟旗])(?![场政级域容长里民区县直委内上外])")
_ANY = re.compile(r"[全各本我哪几每该某多整个们的和与跟及等是有被将把]|[一二三四五六七八九十两数]$")
_SHORTEST = 2
# A name in English: its first letters are large, and it stands where a place does.
_ENGLISH = re.compile(
    r"\b(?:of|in|for|at|across|throughout) (?P<name>[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})*)(?=['’]s\b|\s+(?:in|for|during|by|at|from|have|has|had|was|is)\b|[?,.]|$)"
)
_TITLED = re.compile(r" [A-Z][a-z]")
_ENGLISH_RANK = re.compile(r" (?:County|City|District|Province|Prefecture|Municipality|Township|State)$")


def ranked_place(question: str) -> str:
    """Return the place at the head of a question that is named with its rank, "" if there is none.

    The words that jieba cuts must end where the name does (企业|上市 names none), and the name be no plain word of the dictionary
    (贫困县, 沿海省): one that it knows as a name or not at all, or that jieba takes for one.
    """
    head = _BEFORE.sub("", _YEARS.sub("", question).lstrip(" 的，,"))[:8]
    if head.startswith("那") and 1 in dict(_ends(head)):
        # 那火星市呢 follows a question; 那曲市 is a name.
        head = head[1:]
    match = _RANKED.match(head)
    if match is None or _ANY.search(match["name"]):
        return ""
    words = dict(_ends(head))
    name = match["name"]
    return match[0] if len(name) in words and _may_be_name(name, words[len(name)]) else ""


def english_place(question: str) -> str:
    """Return the place that a question in English names where a place stands, "" if there is none: a word that the dictionary lacks, or has as
    a name alone.

    Of names of several words only those with a rank are taken: Ministry of Norvan Affairs names no place.
    """
    for match in _ENGLISH.finditer(question):
        name = _ENGLISH_RANK.sub("", match["name"])
        ranked = name != match["name"]
        if (ranked or not _TITLED.search(name)) and all(map(_is_no_word, name.lower().split())):
            return name
    return ""


def _is_no_word(word: str) -> bool:
    dictionary = open_dictionary()
    return all(dictionary.is_name(said) and not dictionary.is_ordinary(said) for said in dictionary.chinese(word))


def _ends(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each word ends, with its kind; of one that ends with a rank (三亚市; 青|岚县) also where the name does."""
    import rjieba

    at = 0
    for word, kind in rjieba.tag(text):
        # To jieba 上市 is a place too.
        if kind == "ns" and len(word) >= _SHORTEST and word[-1] in "省市县盟旗" and open_dictionary().is_name(word) is not False:
            yield at + len(word) - 1, kind
        at += len(word)
        yield at, kind if at == len(word) else ""


def _may_be_name(name: str, kind: str) -> bool:
    known = open_dictionary().is_name(name)
    return known is not False or kind in {"ns", "nr"}
