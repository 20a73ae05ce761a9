"""Which reports a question is about."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.figures.numerals import fold
from corpus.figures.parts_of_year import parts_asked
from corpus.matching import is_chinese
from index.budgets import budget_years, named_budgets, years_beside
from index.catalogue import ReportCard, made_of
from index.dictionary import open_dictionary
from index.english_bodies import shorter_names
from index.issuers import named_issuers, of_no_other_place
from index.places import (
    NATION,
    PROVINCES,
    chinese_country,
    divisions,
    may_be_pinyin,
    names_nation,
    readings,
    short_name,
    spelt_otherwise,
)
from index.speeches import named_speeches
from index.unheard import english_place, ranked_place, sounding_like, unreported_places
from index.years import BUDGET_REPORT, AskedYears, resolve_years


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question names or implies. Empty tuples mean "any".

    `years` are those asked about; `issued` the years of issue that it names. `widened` says that the reports hold nothing inside
    the scope that was asked for, and that the search looked outside it. `unknown` are places named that no report is about;
    `compared` years that are only compared with; `parts` the parts of a year that it names, by their months: 07-09 for a third quarter.
    """

    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    widened: bool = False
    issued: tuple[int, ...] = ()
    span: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()
    compared: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()


# A region is measured against the nation, or ranked in it: the question is not about the nation.
_ABOUT_NATION = re.compile(
    # 比全国高, 多少个全国文明城市, 占全国的几成, 列入全国名单
    r"[比较于跟和与]全国|(?:多少|几)[一-龥]全国"
    r"|全国(?:第|首|前|排|最|百强|平均|领先|率先|文明|重点|先进|名列|的?[几多]分之)"
    r"|[在占]全国|列?入.{0,6}全国|全国.{0,6}(?:名单|称号|目录|试点|示范)"
)
# 阳城县, 潜江市: a division by its full name.
_DIVISION = re.compile(r"(?<![各全该本辖属每个州省市的])[一-龥]{2}(?<![百强贫困区])[县市](?![场级政域容长里])")
_LOCAL = re.compile("[全本我这]?县[里内委]?|[全本]?[乡镇村](?:里|上|镇)")
_LOCAL_DIVISIONS = ("县", "区", "旗", "镇", "乡", "村")
_ENGLISH_RANK = re.compile(r"\s+(?:county|district|province|prefecture|township|municipality)$", re.IGNORECASE)
# What stands between a province and its city, and what tells that a city is one of several.
_PROVINCE_BEHIND, _ONE_OF_SEVERAL = re.compile("(?:省|(?:[一-龥]族)*自治区|市)?"), re.compile("市?[、和与及跟]")
_TOWNS = ("镇", "乡", "村", "街道")
_NAMES_ON = re.compile("(?![的在和与跟及今去前全各是比共有年第镇乡村街])[一-龥]")
# 排全国第几 asks for a rank and names no place; the first of its kind in the nation (全国首个) is some place's.
_RANK_IN_NATION = re.compile(
    r"全国(?:的)?(?=(?:能?排名?|居|位居|位列|处于|中)?(?:第几|多少位|名次|位次))|(?<=[排居位])(?:在|列)?全国"
    r"|全国(?:的)?(?=(?:首|第一|唯一的?一?)[个家批座条部支届]|首[次创例])"
)
_APOSTROPHE = re.compile(r"(?<=[a-z])['’](?=[a-z]{2})")
# What the types of reports are called in a question.
_TYPE_WORDS = {
    "统计公报": "统计公报", "政府工作报告": "政府工作报告", "党建": "党建", "决算": "决算", "预算案": "预算",
    "年度报告": "年度报告", "年报": "年度报告",
    "budget speech": "预算", "communique": "统计公报", "communiqué": "统计公报",
}  # fmt: skip


def resolve_scope(question: str, catalogue: Sequence[ReportCard]) -> Scope:
    """Return the scope that a question names: places and types as they stand in the catalogue, years as numbers."""
    text = _RANK_IN_NATION.sub("", fold(question).lower())
    # A budget speech is named by its year, whatever city other speeches were given in.
    speeches = named_speeches(BUDGET_REPORT.sub(" ", text), catalogue)
    # The city where a speech was given is not what it is about.
    places, others = ((), ()) if speeches else _known_and_others(question, text, catalogue)
    asked: AskedYears = resolve_years(question, latest=_latest(text, places, speeches, catalogue))
    # 1955年报告 is a report of 1955, no 年报.
    named = re.sub(r"(?<=\d)年报(?=告)", " ", text)
    types = tuple(dict.fromkeys(t for word, t in _TYPE_WORDS.items() if word in named)) or named_budgets(text, catalogue)
    known = {t for c in catalogue for t in types if t in c.metadata.type}
    issuers = of_no_other_place(named_issuers(text, catalogue), text, (*places, *others), catalogue)
    if issuers and not any(c.metadata.issuer in issuers and c.metadata.place in places for c in catalogue):
        # A company's subsidiaries and partners have places in their names: it is the company that is asked about.
        places = ()
    issued = asked.issued or budget_years(text, types, asked, catalogue)
    if issuers and not any(c.metadata.issuer in issuers and c.metadata.year in issued for c in catalogue):
        # The annual report of a year comes out in the next: a company's 2020 annual report need not be of 2020.
        issued = ()
    return Scope(
        years=years_beside(text, issued) or asked.years,
        places=places,
        types=tuple(t for t in types if t in known),
        issuers=issuers,
        reports=speeches,
        issued=issued,
        span=asked.span,
        compared=asked.compared,
        parts=parts_asked(fold(question)),
        unknown=() if places or issuers else others,
    )


def _known_and_others(question: str, text: str, catalogue: Sequence[ReportCard]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the places that a question names and reports are about, and those that no report is about; `text` is the question folded."""
    places = named_places(text, catalogue)
    others = unreported_places(question, catalogue)
    if others and not places:
        places = sounding_like(others[0], catalogue)
    elif places == (NATION,) and NATION not in text and (any(short_name(o) != o for o in others) or _DIVISION.search(text)):
        # 中央 and 国家 are named in passing where a county or a city is named with its rank.
        places = ()
    if not (others or places) and (unheard := ranked_place(question) or english_place(question)):
        others = (unheard,)
    return places, others


def _latest(text: str, places: Sequence[str], speeches: Sequence[str], catalogue: Sequence[ReportCard]) -> int | None:
    """Return the year from which 去年 counts: when a speech was given, else the newest report about the place that is asked about, if one is."""
    if speeches:
        return max((c.metadata.year for c in catalogue if c.key in speeches and c.metadata.year), default=None)
    dated = [(c.metadata.year, c.metadata.place) for c in catalogue if c.metadata.year]
    if not places and _LOCAL.search(text):
        # 县里今年…: the nation's newest report is no county's.
        dated = [(year, place) for year, place in dated if place.endswith(_LOCAL_DIVISIONS)]
    return max((y for y, place in dated if place in places), default=max((y for y, _ in dated), default=None))


def measured_by_nation(text: str) -> bool:
    """Tell whether a text (folded, lower case) names the nation only as what a region is measured against, or ranked in."""
    aside = _RANK_IN_NATION.sub("", _ABOUT_NATION.sub("", text))
    return names_nation(text) and not names_nation(aside)


def named_places(text: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the catalogue's places that a folded, lower-case question names, in the order named, the most specific of nested."""
    found: dict[str, int] = {}
    known = made_of(catalogue, _read_places)
    latin = bool(re.search(r"[a-z]{3}", text))
    # With an apostrophe and without one it is one name.
    text = _APOSTROPHE.sub("", text) if latin else text
    latin = latin and (
        may_be_pinyin(text) or any(name in text for name in known.otherwise) or known.named.search(text) is not None
    )
    # Most sentences of a draft name no place: to ask 120 of them one by one took 0.2 ms.
    for place in known.places if latin or known.named.search(text) else ():
        position = _mention(text, place, latin=latin)
        if position >= 0:
            found[place.place] = position
    if len(found) > 1 and NATION in found and _ABOUT_NATION.search(text):
        del found[NATION]
    whole = {p for p in found if any(p != q and set(divisions(p)) < set(divisions(q)) for q in found)}
    whole |= {p for p in found if any(_stands_before(text, p, q, found) for q in found)}
    if not found and names_nation(text) and any(c.metadata.place == NATION for c in catalogue):
        return (NATION,)
    return tuple(sorted((p for p in found if p not in whole), key=lambda p: (found[p], p)))


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of the catalogue: its name, this with its rank (by itself where it has none), what its country and what a body is called in short."""

    place: str
    name: str
    full: str
    country: str
    shorter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Places:
    """The places that reports are about, in order; `named` finds a name of one of them, which need not stand for it.

    `otherwise` are their spellings in Latin letters, or parts of them, that are not pinyin.
    """

    places: tuple[_Place, ...]
    named: re.Pattern[str]
    otherwise: tuple[str, ...]


def _read_places(catalogue: Sequence[ReportCard]) -> _Places:
    found = []
    for place in sorted({c.metadata.place for c in catalogue if c.metadata.place}):
        name = _without_rank(place) if place.isascii() else divisions(place)[-1] if divisions(place) else short_name(place)
        found.append(_Place(place, name, place[place.rfind(name) :].lower(), chinese_country(name), shorter_names(place)))
    names = {n for p in found for n in (p.name.lower(), p.full, p.country, *p.shorter) if n} | {NATION}
    otherwise = dict.fromkeys(spelling for p in found for spelling in spelt_otherwise(p.name))
    return _Places(tuple(found), re.compile("|".join(map(re.escape, sorted(names)))), tuple(otherwise))


def _without_rank(place: str) -> str:
    """Return an English name of a place without County or District, unless the rest is also a word (Reading District)."""
    short = _ENGLISH_RANK.sub("", place)
    if short == place:
        # Opening the dictionary from its English side takes 50 ms.
        return place
    dictionary = open_dictionary()
    words = [w for part in short.lower().split() for w in dictionary.chinese(part)]
    return short if all(dictionary.is_name(w) for w in words) else place


def _stands_before(text: str, province: str, place: str, found: Mapping[str, int]) -> bool:
    """Tell a province that only says where a place lies, a city right behind it which is not one of several in its report."""
    name, other = short_name(province), short_name(place)
    if name not in PROVINCES or other in PROVINCES:
        return False
    between, after = text[found[province] : found[place]], text[found[place] + len(other) :]
    return between.startswith(name) and bool(_PROVINCE_BEHIND.fullmatch(between, len(name))) and not _ONE_OF_SEVERAL.match(after)


def _mention(text: str, named: _Place, *, latin: bool) -> int:
    """Return where a place is named, -1 if it is not. 上海市普陀区 is named by 普陀, 全国 by the words for the nation."""
    if named.place == NATION:
        return text.find(NATION) if NATION in text else -1
    name = named.name
    # Written out with its rank, a name that no dictionary knows is a name all the same: 青岚县 is cut into 青 and 岚县.
    if len(named.full) > len(name) and named.full in text:
        return text.find(named.full)
    # An English name without its rank is a word by itself (a country's may be the beginning of its people's: Chadians).
    position = -1 if name.isascii() and len(named.full) > len(name) else text.find(name.lower())
    if position >= 0 and named.place.endswith(_TOWNS) and _NAMES_ON.match(text, position + len(name)):
        # 白石涧 is no 白石镇.
        position = -1
    if position >= 0 and (text[:position].endswith(PROVINCES) or not _inside_longer_word(text, position, name)):
        return position
    if named.country and named.country in text:
        return text.find(named.country)
    # Hardly any stands in a text: an expression for each was made and forgotten, 300 of them for a draft.
    for spelling in [s for s in (*named.shorter, *(readings(name) if latin else ())) if s in text]:
        match = re.search(rf"(?<![a-z]){re.escape(spelling)}(?![a-z])", text)
        if match:
            return match.start()
    return -1


def _inside_longer_word(text: str, position: int, name: str) -> bool:
    """海南 in 青海南部: a name of two characters must not straddle the words of the question, unless it begins it."""
    import rjieba

    if position == 0 or not is_chinese(name):
        return False
    start = 0
    for word in rjieba.cut(text):
        end = start + len(word)
        if start <= position < end:
            return position != start or (position + len(name) > end and not _ends_at_word(text, position + len(name)))
        start = end
    return False


def _ends_at_word(text: str, end: int) -> bool:
    import rjieba

    position = 0
    for word in rjieba.cut(text):
        position += len(word)
        if position == end:
            return True
    return False


def in_scope(cards: Iterable[ReportCard], scope: Scope) -> list[ReportCard]:
    """Return the reports that a scope admits: by place, year of issue, type and name. The years asked about exclude no report."""
    return [
        c
        for c in cards
        if (not scope.places or c.metadata.place in scope.places or _is_of_nation(c, scope))
        and (not scope.issued or c.metadata.year in scope.issued)
        and (not scope.reports or c.key in scope.reports)
        and (not scope.issuers or c.metadata.issuer in scope.issuers)
        and (not scope.types or any(t in c.metadata.type or t in c.metadata.title for t in scope.types))
    ]


def _is_of_nation(card: ReportCard, scope: Scope) -> bool:
    """Tell a report on the nation that is asked about which names no place and no company: a speech, a trade's statistics."""
    return scope.places == (NATION,) and not card.metadata.place and not card.metadata.issuer


def widen(scope: Scope) -> Scope:
    """Return the scope without its limits on years of issue, types and issuers, marked as widened."""
    return replace(scope, issued=(), types=(), issuers=(), widened=True)
