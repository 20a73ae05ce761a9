"""Places that a question names and no report is about, and those that no word list knows either: 青岚县2023年…, the output of Norvania County."""

import re
from collections.abc import Iterator, Sequence

from corpus.company import is_company
from index.catalogue import ReportCard, made_of
from index.dictionary import open_dictionary
from index.places import divisions, names_nation, same_places, short_name, spellings

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
# jieba's dictionary marks 城镇 as a place name: words made of kinds of places name none.
_ANY_PLACE = re.compile(r"[全各本城镇乡村县市区省州街道国内外边大小地]+")
_DIVISIONS = ("省", "市", "县", "区", "州", "盟", "旗")
# So long a word that the dictionary lacks is made of several.
_LONG_NAME = 4
_FIRST_CHARACTER = re.compile(r"([一-龥])[市州盟]")


def unreported_places(question: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the first place at the head of a question that no report is about (深圳2023年…), as jieba's dictionary marks places."""
    import rjieba

    titles = reported_names(catalogue)
    head = re.sub(r"\d+\s?[年月日]度?", " ", question)[:12]
    named = (word for word, kind in rjieba.tag(head) if _is_marked_place(word, kind))
    return tuple(w for w in named if short_name(w) not in titles and not names_nation(w))[:1]


def reported_names(catalogue: Sequence[ReportCard]) -> str:
    """Return all that the reports are called and who issued them: a place that stands in it is reported on."""
    return made_of(catalogue, _all_titles)


def place_at_head(text: str) -> str:
    """Return the name of a place that a text begins with, as jieba marks it or by its rank, "" if there is none."""
    import rjieba

    word, kind = next(iter(rjieba.tag(text)), ("", ""))
    ranked = ranked_place(text)
    return ranked if text.startswith(ranked or " ") else word if _is_marked_place(word, kind) else ""


def sounding_like(name: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the places of the catalogue spoken like a name (常洲 for 常州) or called by a first character (乌市), if it is but one."""
    called = _FIRST_CHARACTER.fullmatch(name)
    if called:
        long = [p for p in {c.metadata.place for c in catalogue} if p.startswith(called[1]) and len(short_name(p)) > 2]
        return tuple(sorted(long)) if len(same_places(long)) == 1 else ()
    sound = spellings(short_name(name))[-1]
    alike = [p for p in {c.metadata.place for c in catalogue} if p and sound in spellings(divisions(p)[-1])]
    return tuple(sorted(alike)) if len(same_places(alike)) == 1 else ()


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
        if (ranked or not _TITLED.search(name)) and all(map(is_no_word, name.lower().split())):
            return name
    return ""


def is_no_word(word: str) -> bool:
    """Tell an English word that the dictionary lacks, or has as a name alone."""
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


def _is_marked_place(word: str, kind: str) -> bool:
    """Tell a name that jieba marks as a place from a word that its dictionary or model takes for one (东西, 新建, 沿海港口), as the other dictionary has it."""
    if kind != "ns" or len(word) < _SHORTEST or _ANY_PLACE.fullmatch(word):
        return False
    known = open_dictionary().is_name(word)
    return known if known is not None else len(word) < _LONG_NAME or word.endswith(_DIVISIONS)


def _all_titles(catalogue: Sequence[ReportCard]) -> str:
    """Return the titles and issuers of all reports but companies': one called after its province does not report on it."""
    own = (c.metadata for c in catalogue if c.metadata.place or not is_company(c.metadata.issuer))
    return "".join(m.title + m.issuer for m in own)
