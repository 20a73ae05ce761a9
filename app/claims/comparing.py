"""Read what a claim says of two values or more as the computation that a question for it asks for: by how much, how many times, what share, how much in all.

A claim (2023年企业比2020年多18家) is the answer to a question (2023年企业比2020年多多少), which `app/working` reads and works out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.choosing.words import cut
from app.claims.reading import Claimed, ClaimSentence
from app.claims.said_by import without_source
from app.working.operands import Operation
from app.working.operations import read_operation
from corpus.figures.figure import Figure, Kind
from corpus.figures.numerals import fold, parse_chinese
from corpus.figures.units import PEOPLE
from index.catalogue import ReportCard
from index.query import Query, read_query
from index.unit_classes import class_of_unit

# What can tell of several values at all; without one of these no question need be read.
_TOLD = re.compile(
    r"[比较占差共倍]|合计|总计|之和|加起来|两者|相当于|高于|低于|超|高出|多于|少于|提高|提升|[增减升降涨跌]"
    r"|\b(?:than|between|since|times|share|total|combined|altogether|from)\b"
)
_HAN = re.compile("[一-龥]")
_MARK = re.compile(r"[，。；：;！？\n]|,(?!\d)")
# A clause that begins so leaves what it is about to the clause ahead.
_LEANING = re.compile(
    r"^(?:也|则|已|就|又|还|分别)*(?:[比较占]|是(?=[^，。]*倍)|为(?=[^，。]*倍)|相当于|合计|共|高于|低于|同比|增|减|下降|上升)"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# 三年间增加, 五年来累计提高
_YEARS_LONG = re.compile(
    r"(?:[这近前]|过去)?(?P<n>[两二三四五六七八九十])年(?:间|来|里|中|时间)?(?:累计|一共|总共|共)?(?=增|减|提高|提升|上升|上涨|下降|降低|回落|多了|少了)"
)
_UNIT_EN = re.compile(
    r"^\s?(?:yuan|RMB|dollars|people|persons|percentage points?|per ?cent|tonnes|tons|mu|km|kilomet(?:er|re)s|hectares)\b"
)
_NUMBER_EN = re.compile(r"(?:more than|nearly|about|some|over|around|almost)\s$")
_LESS_EN = re.compile(
    r"\b(?:fewer|less|lower|smaller|fell|fall|fallen|drop(?:ped)?|declined?|decreased?|shrank|shrunk|reduced?|cut|down)\b"
)
_MORE_EN = re.compile(r"\b(?:more|higher|greater|larger|rose|rise|risen|increased?|grew|grown|climbed|gained|raised|up)\b")
_ROUGHLY = re.compile(r"(?:大?约|将?近|接近|超过?)(?=占|百分之)|(?<=占)(?:到|了)?(?:大?约|将?近|接近|超过?)")
# 占全国的三成: of what is left to the reader.
_OF_PLACE = re.compile("占(?:到|了)?(?P<place>全[国省市县区州]|我国)(?=的?(?:比重|比例|份额)?的?百分之)")
_PERCENT, _TIMES, _POINTS = "%", "倍", "百分点"
# 收入之比为1.8:1
_TO_ONE = re.compile(r"\s?(?:[:：∶比]|\s(?:to)\s)\s?1(?![\d.])")
# Who were born less who died are those by whom a people grew.
_NATURALLY = re.compile("自然(?:净)?(?:增[加长]|减少)(?!率)")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a claimed figure says of several values: the computation, whether it tells a rate of the difference, and which way ("+", "-", "" unknown).

    `surely` is False where the year that it counts from is only reckoned (三年间增加): then nothing is refuted by it.
    """

    operation: Operation
    is_rate: bool
    way: str
    surely: bool = True


def comparisons(claimed: Claimed, sentence: ClaimSentence, catalogue: Sequence[ReportCard]) -> Iterator[Comparison]:
    """Yield how a claimed figure may be read as worked out from others: from its clause, then from all of its sentence up to there."""
    figure = claimed.figure
    if figure.value_to is not None or figure.kind == "rank" or not _TOLD.search(sentence.text):
        return
    seen: list[Operation] = []
    said = tuple(dict.fromkeys(_plainly(q) for q in _questions(claimed, sentence)))
    reckoned = (
        *(counted for q in said if (counted := _counted_back(q, figure))),
        *(whole for q in said if (whole := of_whole(q, figure.subject))),
    )
    for question in (*said, *reckoned):
        query = _query(question, claimed, catalogue)
        operation = read_operation(query)
        if operation is None or operation in seen or not _fits(operation, figure, to_one=_is_to_one(figure, sentence)):
            continue
        seen.append(operation)
        is_rate = operation.kind == "difference" and figure.unit == _PERCENT
        operation = _of_levels(operation, figure) if is_rate or operation.kind != "difference" else operation
        yield Comparison(operation, is_rate, _way(operation, figure, sentence), surely=question in said)


def moves_over_years(claimed: Claimed, sentence: ClaimSentence) -> bool:
    """Tell a claimed move over so many years (三年间增加), against which a move of one year says nothing."""
    lead = fold(sentence.text[: claimed.figure.start])
    return claimed.figure.kind in {"change", "growth"} and _YEARS_LONG.search(_MARK.split(lead)[-1]) is not None


def _is_to_one(figure: Figure, sentence: ClaimSentence) -> bool:
    """Tell the first of the two numbers of a ratio: 1.8:1."""
    return not figure.unit and _TO_ONE.match(sentence.text, figure.end) is not None


def _fits(operation: Operation, figure: Figure, *, to_one: bool) -> bool:
    """Tell whether a computation gives a value of a figure's sort."""
    if operation.kind == "share":
        return figure.unit == _PERCENT
    if operation.kind == "ratio":
        return figure.unit == _TIMES or to_one
    if operation.kind == "sum":
        return figure.unit not in {_PERCENT, _TIMES, _POINTS}
    # A rate counts from another time, not from another thing: 甲比乙高5% says too little.
    return figure.unit != _TIMES and (figure.unit != _PERCENT or operation.compares_years)


def _of_levels(operation: Operation, figure: Figure) -> Operation:
    """Return a computation over values that are no rates themselves."""
    kinds: tuple[Kind, ...] = ("level",)
    unit = figure.unit if operation.kind == "sum" else ""
    operands = tuple(
        replace(o, need=replace(o.need, unit=unit, unit_class=class_of_unit(unit) if unit else "", kinds=kinds))
        for o in operation.operands
    )
    return replace(operation, operands=operands)


def _way(operation: Operation, figure: Figure, sentence: ClaimSentence) -> str:
    if operation.kind != "difference":
        return ""
    if figure.polarity:
        return figure.polarity
    if _HAN.search(sentence.text):
        return {1: "+", -1: "-"}.get(operation.rising, "")
    around = sentence.up_to(figure)
    more, less = (p.search(around) is not None for p in (_MORE_EN, _LESS_EN))
    return "" if more == less else "+" if more else "-"


def _questions(claimed: Claimed, sentence: ClaimSentence) -> Iterator[str]:
    """Yield the questions that a claimed figure may answer."""
    figure = claimed.figure
    text = without_source(sentence.up_to(figure))
    if not _HAN.search(text):
        yield _asked_in_english(text, figure)
        return
    asking = {_PERCENT: "百分之几" if figure.kind != "growth" else "多少", _TIMES: "多少倍", _POINTS: "多少个百分点"}.get(
        figure.unit, "多少"
    )
    lead, behind = text[: figure.start], text[figure.end :]
    if _is_to_one(figure, sentence):
        behind = _TO_ONE.sub("", behind, count=1)
    start = max((m.end() for m in _MARK.finditer(lead)), default=0)
    clause = f"{lead[start:]}{asking}{behind}？"
    if _LEANING.match(lead[start:]):
        clause = f"{figure.subject or _subject_before(claimed, sentence)}{clause}"
    elif figure.unit in PEOPLE and _NATURALLY.search(lead[start:]):
        clause = f"{_NATURALLY.split(lead[start:])[0].removesuffix('人口')}出生人口比死亡人口多多少？"
    if _YEAR.fullmatch(figure.period) and f"{figure.period}年" not in clause:
        clause = f"{figure.period}年{clause}"
    yield clause
    yield f"{lead}{asking}{behind}？"


def _subject_before(claimed: Claimed, sentence: ClaimSentence) -> str:
    """Return what the figure before a claimed one measures: 床位315张，比上年多14张."""
    before = [c.figure.subject for c in sentence.figures if c.figure.end <= claimed.figure.start]
    return before[-1] if before else ""


def _counted_back(question: str, figure: Figure) -> str:
    """Return a question about a move over so many years (三年间增加) as one about the first of them, "" where it tells of no such move."""
    match = _YEARS_LONG.search(question) if figure.kind in {"change", "growth"} and _YEAR.fullmatch(figure.period) else None
    long = parse_chinese(match["n"]) if match else None
    return question.replace(match[0], f"比{int(figure.period) - int(long)}年", 1) if match and long else ""


def _plainly(question: str) -> str:
    """Return a question without how exactly something is said to be a share: 约占 asks as 占."""
    return _ROUGHLY.sub("", question)


def of_whole(question: str, name: str) -> str:
    """Return a question about a share of a place as one about what that place has of what the part is told of, "" where it tells of no such share.

    >>> of_whole("北部片区生产总值占全市的百分之几？", "北部片区生产总值")
    '北部片区生产总值占全市生产总值的百分之几？'
    """
    match = _OF_PLACE.search(question)
    words = cut(name)
    if match is None or len(words) < 2 or len(words[-1]) < 2:
        return ""
    place = "国内" if match["place"] in {"全国", "我国"} and words[-1] == "生产总值" else match["place"]
    return f"{question[: match.start('place')]}{place}{words[-1]}{question[match.end('place') :]}"


def _asked_in_english(text: str, figure: Figure) -> str:
    """Return a claim with its number asked for: was how much higher than, rose by how much between."""
    lead = _NUMBER_EN.sub("", text[: figure.start])
    behind = _UNIT_EN.sub("", text[figure.start + len(figure.text.rstrip()) :])
    return f"{lead}how much{behind if behind.startswith(' ') or not behind else ' ' + behind}?"


def _query(question: str, claimed: Claimed, catalogue: Sequence[ReportCard]) -> Query:
    """Read a question; what it leaves open of place and time is the claim's, and it asks for a value of the claim's unit."""
    query, scope = read_query(question, catalogue), claimed.query.scope
    own = query.scope
    if not (own.places or own.issuers):
        own = replace(own, places=scope.places, issuers=scope.issuers)
    if not own.years and not own.span:
        own = replace(own, years=scope.years, span=scope.span)
    own = replace(own, issued=own.issued or scope.issued, unknown=own.unknown or scope.unknown)
    figure = claimed.figure
    need = replace(query.need, task="figure", many=False, unit="" if figure.unit == _PERCENT else figure.unit)
    return replace(query, scope=own, need=replace(need, unit_class="" if figure.unit == _PERCENT else class_of_unit(figure.unit)))
