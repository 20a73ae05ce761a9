"""The issuers that a question names: companies by any of their names, offices with their place or by themselves."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.company import foreign_names, names_of_company
from corpus.matching import is_chinese
from index.catalogue import ReportCard, made_of
from index.dictionary import open_dictionary
from index.places import PROVINCES, divisions, short_name, spellings
from index.spelling import plain_stem
from index.words import cutter

# Short names of companies have four characters: what is theirs alone, and their trade.
_SHORT_COMPANY = 4
# So many words of English say one of Chinese that is made of others.
_TOGETHER = 2
_LATIN = re.compile("[a-z]+")
# What an office is called in English, by their stems.
_OFFICES = frozenset(
    map(plain_stem, ("bureau", "department", "office", "committee", "commission", "court", "administration", "ministry"))
)
_OFFICE = re.compile(r"[局部委办院厅署会]$")
# What bears a name of its own, by which it is called without its place; 财政局 is any place's.
_INSTITUTION = re.compile(
    r"[一-龥A-Za-z\d]{2,}(?:医院|卫生院|学校|中学|小学|大学|学院|幼儿园|图书馆|博物馆|文化馆|科技馆|体育馆|中心|研究院|研究所|敬老院|福利院)$"
)
# 青石中学 has a name of its own, which 第一中学 and 实验小学 have not.
_ANY_TOWNS = re.compile(
    "第|[省市县区一二三四五六七八九十\\d]|实验|中心|附属|人民|中医|中西医|妇幼|职业|高级|外国?语|机关|红十字|民族|城关|老年|少儿|特殊|技工|师范"
)
_TOWN = re.compile("^[一-龥]{1,6}?[市县区旗州](?=[一-龥]{4})")
_RANK = "(?:省|(?:[一-龥]族)*自治[区州县旗]|市|州|县|区|旗)"
# The committee of a party that an office belongs to: 区委社会工作部, 委社会工作部 behind its place.
_COMMITTEE = re.compile("^(?:区委)?(?:市委)?(?:县委)?(?:省委)?委?")


def named_issuers(text: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the issuers that a folded question names in full, a company in short, an office that no other has or that stands right before 报告, 总结,
    汇报 or 公报; in the order named.
    """
    found: dict[str, int] = {}
    latin = not is_chinese(text)
    stems = frozenset(map(plain_stem, _LATIN.findall(text))) if latin else frozenset()
    for named in made_of(catalogue, _read_issuers).called_in(text, every=latin):
        at = [position for n in named.names if (position := _position(text, n)) >= 0]
        office = named.office
        long = len(office) > 2 and office in text
        by_office = re.search(rf"{re.escape(office)}[^，。？]{{0,8}}(?:报告|总结|汇报|公报)", text) if long else None
        at += [by_office.start()] if by_office else []
        at += [0] if latin and _says_office(stems, named) else []
        if named.issuer and at:
            found[named.issuer] = min(at)
    return tuple(sorted(found, key=lambda issuer: (found[issuer], issuer)))


def of_no_other_place(
    issuers: tuple[str, ...], text: str, named: Sequence[str], catalogue: Sequence[ReportCard]
) -> tuple[str, ...]:
    """Return the issuers but for offices that a folded text names as those of another of the `named` places: 青岚市财政局 is no 云栖县财政局."""
    if not issuers or not named:
        return issuers
    of = {c.metadata.issuer: c.metadata.place for c in catalogue}
    kept = []
    for issuer in issuers:
        place = of[issuer]
        office = re.escape(issuer.removeprefix("中共").removeprefix(place).removeprefix("委"))
        elsewhere = [re.escape(short_name(n).lower()) for n in named if place and n not in place and place not in n]
        # The 和 of 组织部和县民政局 joins two offices, and 和县 is a place all the same.
        names = "|".join(rf"(?<![一-龥]){n}" if n.startswith("和") else n for n in elsewhere)
        if not (names and re.search(rf"(?:{names}){_RANK}?委?{office}", text)):
            kept.append(issuer)
    return tuple(kept)


def _says_office(stems: AbstractSet[str], named: "_Issuer") -> bool:
    """Tell whether an English question names a division and its office: Jiading's finance bureau, a word for each of 财政 and 局."""
    if len(named.office) <= 2 or not any(plain_stem(s) in stems for s in spellings(named.division)):
        return False
    kind = _OFFICE.search(named.office)
    words = [w for w in cutter()(named.office[: kind.start()]) if len(w) > 1] if kind else []
    meaning = open_dictionary().meaning
    # 社会工作 is cut into its parts too: social work says them together, where society is not said.
    whole = [w for w in words if len(stems & meaning(w).keys()) >= _TOGETHER]
    said = [not stems.isdisjoint(meaning(part)) or any(part in w for w in whole) for part in words]
    return bool(said) and all(said) and not stems.isdisjoint(_OFFICES)


def office_words(question: str, issuers: Sequence[str]) -> tuple[str, ...]:
    """Return the words of an English question that call the offices which it names: finance and bureau for 财政局."""
    if is_chinese(question):
        return ()
    offices = [i for i in issuers if _OFFICE.search(i)]
    meaning = open_dictionary().meaning
    said = {stem for office in offices for w in cutter()(office) if len(w) > 1 for stem in meaning(w)}
    told = said | _OFFICES if offices else frozenset()
    # What an office spends on finance stands behind: only what stands together is its name.
    return tuple(name for text in re.findall(r"[a-z]+(?:[ -][a-z]+)*", question.lower()) for name in _named_together(text, told))


def _named_together(text: str, told: AbstractSet[str]) -> Iterator[str]:
    """Yield the runs of words in a text that are all told of an office and end in what an office is called."""
    words = list(_LATIN.finditer(text))
    for i, last in enumerate(words):
        first = i
        while first and plain_stem(words[first - 1][0]) in told:
            first -= 1
        if first < i and plain_stem(last[0]) in _OFFICES:
            yield text[words[first].start() : last.end()]


def _position(text: str, name: str) -> int:
    """Return where a name stands in a folded text, one in Latin letters as whole words; -1 for nowhere."""
    at = text.find(name)
    if at < 0 or not name.isascii():
        return at
    match = re.search(rf"\b{re.escape(name)}\b", text)
    return match.start() if match else -1


@dataclass(frozen=True, slots=True)
class _Issuer:
    """An issuer with the names by which a folded question may call it, and its office without its place."""

    issuer: str
    office: str
    names: tuple[str, ...]
    division: str = ""


class _Issuers:
    """The issuers of reports, in the catalogue's order, by what their names and offices begin with."""

    def __init__(self, issuers: Sequence[_Issuer]) -> None:
        self._issuers = issuers
        self._begun: dict[str, list[int]] = {}
        for i, named in enumerate(issuers):
            for beginning in dict.fromkeys(name[:2] for name in (*named.names, named.office) if name):
                self._begun.setdefault(beginning, []).append(i)

    def called_in(self, text: str, *, every: bool) -> list[_Issuer]:
        """Return the issuers of which a name or the office may stand in a text, or all: few of some hundred do."""
        if every:
            return list(self._issuers)
        beginnings = {*text, *map("".join, pairwise(text))}
        return [self._issuers[i] for i in sorted({i for b in beginnings for i in self._begun.get(b, ())})]


def _read_issuers(catalogue: Sequence[ReportCard]) -> _Issuers:
    offices, institutions = _single_offices(catalogue), _single_institutions(catalogue)
    found = []
    for issuer, place, title in dict.fromkeys((c.metadata.issuer, c.metadata.place, c.metadata.title) for c in catalogue):
        office = issuer.removeprefix("中共").removeprefix(place)
        # An office of a district is named without the city: 某区财政局.
        division = (divisions(place) or ("",))[-1]
        names = [n.lower() for n in called(issuer, title)]
        names += [issuer.removeprefix("中共")] if len(issuer) > len(office) else []
        names += [f"{division}{office}"] if len(office) > 2 and division else []
        own = _without_town(issuer, place)
        names += (
            [own] if own in institutions and (own == issuer or len(own) > _SHORT_COMPANY or not _ANY_TOWNS.match(own)) else []
        )
        # 区委社会工作部, where the store has one: said with its level, and not any 财政局 that is spoken of.
        names += [f"{level}{offices[issuer]}" for level in "省市县区委"] if issuer in offices else []
        found.append(_Issuer(issuer, office, tuple(names), division))
    return _Issuers(found)


def _without_town(issuer: str, place: str) -> str:
    """Return the name of an institution without its place, which a report need not tell otherwise: 云栖市青石中学."""
    return issuer.removeprefix("中共").removeprefix(place) if place else _TOWN.sub("", issuer)


def _single_institutions(catalogue: Sequence[ReportCard]) -> frozenset[str]:
    """Return the names without their place of the schools, hospitals and the like that one issuer alone bears."""
    issuers = {c.metadata.issuer: _without_town(c.metadata.issuer, c.metadata.place) for c in catalogue}
    borne = Counter(issuers.values())
    return frozenset(name for name in issuers.values() if borne[name] == 1 and _INSTITUTION.fullmatch(name))


def called(issuer: str, title: str) -> tuple[str, ...]:
    """Return what people may call a company, () for an office: its names, in English too, and the word that was coined for it."""
    names = names_of_company(issuer, title, PROVINCES)
    short = (n[:2] for n in names if len(n) == _SHORT_COMPANY)
    return (*names, *foreign_names(title), *(n for n in dict.fromkeys(short) if _is_coined(n)))


@lru_cache(maxsize=4_096)
def _is_coined(word: str) -> bool:
    """Tell whether no dictionary of words holds a word: 云栖 names a company, 生物 does not."""
    import rjieba

    return len(rjieba.cut(word, False)) > 1


def _single_offices(catalogue: Sequence[ReportCard]) -> dict[str, str]:
    """Return the issuers whose office (财政局, 委社会工作部) no other issuer of the store has, with its name."""
    named: dict[str, set[str]] = {}
    for card in catalogue:
        issuer, place = card.metadata.issuer.removeprefix("中共"), card.metadata.place
        office = _COMMITTEE.sub("", issuer.removeprefix(place))
        if card.metadata.issuer and len(office) >= 3 and office != issuer and _OFFICE.search(office):
            named.setdefault(office, set()).add(card.metadata.issuer)
    return {next(iter(issuers)): office for office, issuers in named.items() if len(issuers) == 1}
