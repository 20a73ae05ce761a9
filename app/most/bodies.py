"""Compare one measure over places: what each place's own reports give for it, of one year."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.agreement import value_verdict
from app.most.asked import AskedMost
from app.most.contenders import Contender, exactness, of_passage
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.abbreviations import written_out
from index.catalogue import ReportCard
from index.opening import Library
from index.places import NATION, PROVINCES, same_places, short_name
from index.query import Query, read_query
from index.stored_passage import StoredPassage
from index.words import query_words

# So many passages a report are looked at for the measure, and so many in all at least.
_A_REPORT, _AT_LEAST = 6, 200
_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
_PART_OF_CITY, _COMMA = re.compile("市.+[区县市镇乡]$"), re.compile("[，,]")
_COUNTY = re.compile("[县旗]$")
_LEVELS, _RATES = frozenset({"level", "share"}), frozenset({"growth", "change"})
# What stands around the name of a measure and says nothing of what it is.
_SHELL = re.compile(
    r"全[国省市县区州年盟]|[我本](?:国|省|市|县|区|州)|\[\d+\]|预计|初步|核算|测算|实现|完成|达到?|突破|超过?|跃上|跨上|迈上|站上|首次|累计|年末|预期|目标|大关|新台阶|台阶|新高|地方(?=一般公共|财政)|连跨|再上|又上|再创|创历史|历史|稳定|连续|保持|跨上?|[千百]亿|总量|总额|总值|总|"
    r"同比|比上年|增长|增速|增幅|涨幅|全体|货物|外贸|对外贸易|[的了为约近至在是、，]"
)
_PRODUCT = re.compile("国内生产总值|地区生产总值|生产总值|经济总量|gdp")
_YEAR_BEFORE = re.compile("上一?年|去年|同期|同比|前一年|年初|previous|year")
_STOP = re.compile("[。；;！？]")
_MAY_FOLLOW = re.compile(
    "左右|以上|以下|以内|上下|多|余|大关|关口|台阶|新台阶|门槛|规模|和|与|及|为|是|比|较|同比|增|下降|居|列|占|高于|低于|快于|慢于|连续|再创|创"
)
_MARK = re.compile("的?(?:新台阶|台阶|大关|关口|门槛)")
_OF_THE_PLACE = re.compile("^(?:省|市|县|区|州|自治区)")


@dataclass(frozen=True, slots=True)
class OverBodies:
    """The values found, a place each, the places named without one, and how many more there are without one."""

    found: tuple[Contender, ...]
    missing: tuple[str, ...]
    without: int


def compared_bodies(library: Library, query: Query, asked: AskedMost) -> OverBodies | None:
    """Return the value of every place of the rank that is asked about, or of those named, for one year; None where no one year is asked."""
    scope = query.scope
    catalogue = library.catalogue()
    named = tuple(same_places(scope.places)) if scope.places else ()
    # Which cities are of a province no report tells.
    if query.mentioned or scope.issuers or scope.reports or scope.issued or len(scope.years) > 1 or scope.span or len(named) == 1:
        return None
    bodies = named or tuple(_of_rank(asked.noun, catalogue))
    if len(bodies) < 2:
        return None
    year = scope.years[0] if scope.years else _latest_year(catalogue, bodies)
    measure, kinds = _measure(query, asked, catalogue)
    if not measure or year is None:
        return None
    by_body = _values(library, asked, bodies, year, measure, kinds)
    found = tuple(best for body in bodies if (best := _settled(by_body.get(body, []))) is not None)
    without = [b for b in bodies if b not in {c.label for c in found}]
    return OverBodies(found, tuple(without) if named else (), 0 if named else len(without))


def _of_rank(noun: str, catalogue: Iterable[ReportCard]) -> list[str]:
    """Return the places of a rank that reports are about, by their short names."""
    places = sorted({c.metadata.place for c in catalogue if c.metadata.place and c.metadata.place != NATION})
    short = {p: short_name(p) for p in places if not p.isascii()}
    if noun.startswith(("省", "自治区", "province")):
        kept = [s for s in short.values() if s in PROVINCES]
    elif "县" in noun or noun.startswith("count"):
        kept = [s for p, s in short.items() if _COUNTY.search(p)]
    else:
        kept = [
            s
            for p, s in short.items()
            if (s not in PROVINCES or s in _MUNICIPALITIES) and not _COUNTY.search(p) and not _is_of_a_city(p)
        ]
    return list(dict.fromkeys(kept))


def _is_of_a_city(place: str) -> bool:
    return _PART_OF_CITY.search(place) is not None


def _latest_year(catalogue: Sequence[ReportCard], bodies: Sequence[str]) -> int | None:
    """Return the year that most reports of places look back on."""
    own = set(bodies)
    years = [c.metadata.year - 1 for c in catalogue if c.metadata.year is not None and short_name(c.metadata.place) in own]
    return max(set(years), key=lambda y: (years.count(y), y)) if years else None


def _measure(query: Query, asked: AskedMost, catalogue: Sequence[ReportCard]) -> tuple[str, frozenset[str]]:
    """Return the plain name of the measure that a question compares, and the kinds of figures that it asks for."""
    own = read_query(f"{asked.text}是多少", catalogue, scope=query.scope)
    named = plain_measure("".join(t for t in own.terms if t != asked.noun), query.scope.places)
    return _OF_THE_PLACE.sub("", named) or named, _RATES if asked.moves or "growth" in own.need.kinds else _LEVELS


def plain_measure(name: str, places: Sequence[str] = ()) -> str:
    """Return the name of a measure without where it is measured and how far it came.

    >>> plain_measure("全市实现地区生产总值"), plain_measure("GDP增速"), plain_measure("粮食总产量达到")
    ('生产总值', '生产总值', '粮食产量')
    """
    text = matching_text(fold(name)).lower()
    for place in places:
        text = text.replace(place, "").replace(short_name(place), "")
    return _SHELL.sub("", _PRODUCT.sub("〇", text)).replace("〇", "生产总值")


def _values(
    library: Library, asked: AskedMost, bodies: Sequence[str], year: int, measure: str, kinds: frozenset[str]
) -> dict[str, list[Contender]]:
    """Return what the reports of each place state of the measure for the year."""
    own = set(bodies)
    cards = {
        c.id: c for c in library.catalogue() if short_name(c.metadata.place) in own and c.metadata.year in {None, year, year + 1}
    }
    words = list(dict.fromkeys((*query_words(asked.text), *(w for name in written_out(asked.text) for w in query_words(name)))))
    ids = [hit.id for hit in library.lexical.search(words, reports=list(cards), k=max(_AT_LEAST, _A_REPORT * len(cards)))]
    found: dict[str, list[Contender]] = {}
    names = written_out(asked.text)
    measures = {measure, *(m for n in names if (m := plain_measure(n)))}
    for passage in library.store.passages(ids).values():
        card = cards.get(passage.report_id)
        if card is None or passage.context:
            continue
        body = short_name(card.metadata.place)
        for f, name in _named(passage, card.metadata.place):
            if name in measures and _is_value(f, year, kinds) and not _is_attribute(passage, f):
                found.setdefault(body, []).append(of_passage(body, passage, f))
    return found


def _named(passage: StoredPassage, place: str) -> Iterator[tuple[Figure, str]]:
    """Yield the figures of a passage with the plain names of their measures; 总量 and 新台阶 go on about the one before."""
    last, end = "", passage.start
    for f in passage.figures:
        name = plain_measure(f.subject, (place,))
        between = passage.text[end - passage.start : f.start - passage.start]
        if not name:
            # 粮食总产量再上新台阶，突破9亿斤大关: what is measured stands at the head of the sentence.
            name = last if last and not _STOP.search(between) else _head(passage, f, place)
        yield f, name
        last, end = name, f.end


def _head(passage: StoredPassage, f: Figure, place: str) -> str:
    """Return the plain name of what the first clause of a figure's sentence speaks of."""
    sentence = _STOP.split(passage.text[: f.start - passage.start])[-1]
    return plain_measure(_COMMA.split(sentence.strip())[0], (place,))


def _is_attribute(passage: StoredPassage, f: Figure) -> bool:
    """Tell a value that says of which things something is told: 产值超200亿元县."""
    behind = passage.text[f.end - passage.start :]
    return "一" <= behind[:1] <= "龥" and _MAY_FOLLOW.match(behind) is None


def _is_value(f: Figure, year: int, kinds: frozenset[str]) -> bool:
    return f.period == str(year) and f.status == "actual" and f.kind in kinds and f.value_to is None and is_of_the_year_before(f)


def is_of_the_year_before(f: Figure) -> bool:
    """Tell a value that is no rate, or one over the year before: 比2002年增长65% is none of a year."""
    return f.kind not in _RATES or not f.basis or _YEAR_BEFORE.search(fold(f.basis)) is not None


def _settled(stated: Sequence[Contender]) -> Contender | None:
    """Return the most exact of the values that a place's reports state, None where these are not one value."""
    if not stated:
        return None
    rates = [c for c in stated if c.figure.kind == "growth"] or list(stated)
    # 迈上3万亿元新台阶、达到30145亿元: the second is the value.
    rates = [c for c in rates if not _MARK.match(c.quote[c.figure.end - c.start :])] or rates
    best = max(rates, key=exactness)
    for c in rates:
        if c.figure.unit != best.figure.unit:
            continue
        if value_verdict(c.figure, best.figure) is None and value_verdict(best.figure, c.figure) is None:
            return None
    return best
