"""Whether a sentence tells the kind of thing that a question in words asks for: a person, a place, a time, a reason, a list."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from corpus.figures.numerals import fold
from index.asking import first_told, tells

# What a sentence has that tells a time, a reason, a way, a title, several things, a person, a place, a body.
_DATE = re.compile(
    r"[\d一二三四五六七八九十〇零]{1,4}(?:年|月|日|号|世纪)|(?:19|20)\d\d"
    r"|去年|今年|明年|前年|上半年|下半年|季度|年[底初末]"
    r"|[春夏秋冬]季|春节|国庆|昨|当天|前夕"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_REASON = re.compile(
    r"因为|由于|是因|原因|因此|所以|受[^，。；]{1,20}(?:影响|冲击|制约|拖累)|得益于|归功|根源|导致|造成|使得|缘故"
    # What it was for, and what would be without it
    r"|主要是|为了|目的|旨在|以便|以免|在于|不然|否则|出于"
    r"|\bbecause\b|\bdue to\b|\bowing to\b|\bas a result\b|\bin order to\b|\bso that\b|\bso as to\b"
    r"|\breasons?\b|\bcaused?\b|\bsince\b"
)
_WAY = re.compile(
    r"通过|采取|采用|利用|运用|依靠|按照|实行|推行|开展|建立|坚持|以[^，。；]{1,16}(?:方式|形式|为)|用[^，。；]{1,12}|把|将"
    r"|\bby \w+ing\b|\bthrough\b"
)
_TITLE = re.compile(r"《[^》]+》|“[^”]+”|\"[^\"]+\"|「[^」]+」")
_LIST = re.compile(r"[^、，。；]+、[^。；]+|一是|第一[，、]|[（(]一[)）]|①|[^，。；]+和[^，。；]+|[:：]$|, [^.]+ and ")
_OFFICE = re.compile(
    r"同志|先生|女士|部长|局长|主任|书记|主席|总理|总统|首相|大使|专家|教授|院士|发言人|男爵|博士"
    r"|\b(?:Mr|Mrs|Ms|Dr)\b|[A-Z][a-z]+ (?:& |of )?[A-Z][a-z]+"
)
_DIVISION = re.compile(r"[一-龥]{1,8}(?:省|市|县|区|州|镇|乡|村|湾|岛|港|山|河|江|湖|馆|园|基地|中心|广场|大道|路)")
_OFFICES = re.compile(r"委|局|部|厅|院|会|公司|集团|政府|机关|单位|组织|法院|大学|学校|医院|国$|[一-龥]{2,}国")


def _finds(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: any(p.search(text) for p in patterns)


def _tells_person(text: str) -> bool:
    return bool(_OFFICE.search(text) or _OFFICES.search(text)) or "nr" in _tags(text)


def _tells_place(text: str) -> bool:
    return bool(_DIVISION.search(text)) or "ns" in _tags(text)


@lru_cache(maxsize=4_000)
def _tags(text: str) -> frozenset[str]:
    import rjieba

    return frozenset(tag[:2] for _, tag in rjieba.tag(text))


# What tells the things that index/asking/thing.tsv knows to be asked for.
_TELLS: Mapping[str, Callable[[str], bool]] = {
    "reason": _finds(_REASON),
    "time": _finds(_DATE),
    "person": _tells_person,
    "place": _tells_place,
    "body": _finds(_OFFICES),
    "title": _finds(_TITLE, _LIST),
    "list": _finds(_LIST),
    "way": _finds(_WAY),
}


def tells_asked_kind(question: str, text: str) -> float:
    """Return 1 if a text tells a thing of the first kind that a question asks for, -1 if it tells none, 0 if none is asked."""
    kind = first_told(fold(question).lower(), "thing")
    if not kind:
        return 0.0
    return 1.0 if _TELLS[kind](text) else -1.0


def asks_reason(question: str) -> bool:
    """Tell whether a question asks for a reason."""
    return tells(fold(question).lower(), "thing reason")


def asks_list(question: str) -> bool:
    """Tell whether a question asks for several things, or for what they are."""
    said = fold(question).lower()
    return tells(said, "thing list") or "什么" in said


def tells_reason(text: str) -> bool:
    """Tell whether a text may tell a reason."""
    return bool(_REASON.search(text.lower()))


def tells_more(question: str, text: str) -> bool:
    """Tell whether a text tells the kind of thing that a question asks for by words that the question does not say itself; any does where none is asked for.

    Who repaired the Mill Creek Bridge? A sentence about the bridge names nobody yet.
    """
    if first_told(fold(question).lower(), "thing") not in {"person", "body", "place", "time"}:
        return True
    import rjieba

    said = fold(question).lower()
    own = "".join(" " if len(word) > 1 and word.lower() in said else word for word in rjieba.cut(fold(text)))
    return tells_asked_kind(question, own) > 0
