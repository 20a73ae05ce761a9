"""Tell which two values a question sets in proportion: a share as English asks for it, of the nation, or the ratio of one to the other."""

import re
from dataclasses import replace

from app.working.operands import BOTH_KINDS, Kind, Operation, operand, sharing_measure, two_scopes
from index.places import NATION, PROVINCES, same_places
from index.query import Query, content_terms

_BE = r"(?:is|are|was|were|has been|have been|had been|will be)"
_SHARE_WORD = r"(?:share|proportion|percentage|per ?cent|fraction|portion)"
_SHARE_EN = (
    # what share of the budget went to roads, what proportion of the network has been renewed
    re.compile(
        rf"\bwhat {_SHARE_WORD} of (?P<right>.+?) (?:{_BE}|went (?:on|to|into)|goes (?:on|to)|go (?:on|to)|came from|comes from|come from|did (?P<who>.+?) (?:make up|account for)|do (?P<who2>.+?) (?:make up|account for))(?: (?P<left>.+))?$"
    ),
    re.compile(rf"(?:\bwhat (?:{_BE}) )?(?P<left>.+?) as an? {_SHARE_WORD} of (?P<right>.+)$"),
    # what does x make up of y in percent
    re.compile(
        rf"\b(?:what|how much) (?:do|does|did) (?P<left>.+?) (?:make up|account for|represent) of (?P<right>.+?)(?:,? (?:in|as a) {_SHARE_WORD})?$"
    ),
)
_SHARE_OF_EN = re.compile(rf"\b(?:what|how large|how big) {_BE} (?P<left>.+?)['’]s? share (?:of|in) (?P<right>.+)$")
_RATIO_EN = re.compile(r"\bratio (?:of|between) (?P<left>.+?) (?:to|and) (?P<right>.+)$")
# 贷款与存款之比
_RATIO = re.compile(
    r"^(?P<left>[^，]+?)(?:与|和|跟|同|对)(?P<right>[^，。？多几有]{2,20}?)(?:之比|的比(?:例|值|率)?|比例|比值)(?:是|为|有)?(?:多少|几|多大|百分之|$)"
)
# 城乡居民收入比是多少
_BOTH_RATIO = re.compile(r"(?:之比|比值?|倍差|比例)(?:是|为|有|大概|大约|约)*(?:多少|几|多大|$)")
_OF_NATION = re.compile(
    r"^(?P<left>.+?)(?:占|相当于)(?:全国|我国|国家)(?:的|总量|总额)*(?P<measure>[^，。？]{0,12}?)的?(?:比重|比例|份额|百分之[几多]|几成|多少|几分之)"
)
_IN_NATION = re.compile(
    r"^(?P<left>.+?)在全国(?:范围)?(?:当中|之中|里面|里|中)?(?:所)?占(?:多大|多少|百分之[几多]|几成)(?:的?(?:比重|比例|份额))?"
)
# 贷款相当于存款的百分之几
_EQUALS = re.compile(
    r"^(?P<left>.+?)(?:(?:相当于|等于)(?P<right>[^，。？]{2,20}?)的?|是(?P<whole>[^，。？]{2,20}?)的)(?:百分之[几多]|几成|多少%)"
)

_NATION_WORDS = re.compile("全国|国家|我国|总量|总额|china|chinese|nation(?:al)?|country")


def read_proportion(query: Query, text: str) -> Operation | None:
    """Return the share or the ratio that a question asks for in one of these ways; `text` is the question folded."""
    if len(query.scope.years) > 1 or query.scope.span or query.scope.compared:
        return None
    for read in (_of_nation, _of_both_kinds, _ratio, _equals, _share_of_place_en, _ratio_en, _share_en):
        found = read(query, text)
        if found is not None:
            return found
    return None


def in_proportion(first: Query, second: Query, kind: Kind) -> Operation | None:
    """Return the computation over two levels, None if they are one and the same lookup."""
    if not first.terms or not second.terms or (first.terms == second.terms and first.scope.places == second.scope.places):
        return None
    operands = tuple(replace(q, need=replace(q.need, unit="", unit_class="", kinds=("level",))) for q in (first, second))
    return Operation(kind, operands, ("", ""), stated=True)


def _of_nation(query: Query, text: str) -> Operation | None:
    """某市的总产值占全国的比重: one measure of a place and of the nation."""
    within = _IN_NATION.search(text)
    match = within or _OF_NATION.search(text)
    return _beside_nation(query, match["left"], "" if within else match["measure"]) if match else None


def _beside_nation(query: Query, left: str, measure: str) -> Operation | None:
    scope = query.scope
    first = operand(query, left, None)
    # A province that no report is about is a word of the question like others, and is no part of the measure.
    unreported = tuple(t for t in first.terms if t in PROVINCES)
    places = tuple(p for p in scope.places if p != NATION) or query.mentioned or unreported
    named = tuple(same_places(places))
    if len(named) != 1 or scope.issuers:
        return None
    first = replace(first, terms=tuple(t for t in first.terms if not _NATION_WORDS.fullmatch(t) and t not in places))
    whole = tuple(t for t in content_terms(measure, scope) if not _NATION_WORDS.fullmatch(t))
    if len("".join(first.terms)) < 2:
        first = replace(first, terms=whole, text=measure)
    # What is 地区生产总值 of a region is 国内生产总值 of the nation.
    of_all = tuple("国内" if t == "地区" else t for t in whole or first.terms)
    second = replace(
        first, terms=of_all, scope=replace(first.scope, places=(NATION,)), text=f"全国{''.join(of_all)}", mentioned=()
    )
    found = in_proportion(replace(first, scope=replace(first.scope, places=places), mentioned=()), second, "share")
    return replace(found, labels=(named[0], NATION), compares_places=True) if found is not None else None


def _of_both_kinds(query: Query, text: str) -> Operation | None:
    both = next((names for names in BOTH_KINDS if names[0] in text), None)
    match = _BOTH_RATIO.search(text)
    if not both or not match or two_scopes(query):
        return None
    measure = text[: match.start()]
    first, second = (operand(query, measure.replace(both[0], name), None) for name in both[1:])
    return in_proportion(first, second, "ratio")


def _ratio(query: Query, text: str) -> Operation | None:
    match = _RATIO.search(text)
    if not match or two_scopes(query):
        return None
    found = _of_two(query, match["left"], match["right"], "ratio")
    return replace(found, either_way=True) if found is not None else None


def _equals(query: Query, text: str) -> Operation | None:
    match = _EQUALS.search(text)
    return _of_two(query, match["left"], match["right"] or match["whole"], "share") if match and not two_scopes(query) else None


def _of_two(query: Query, left: str, right: str, kind: Kind) -> Operation | None:
    first = operand(query, left, None)
    return in_proportion(first, operand(query, sharing_measure(query, left, right), first), kind)


def _share_of_place_en(query: Query, text: str) -> Operation | None:
    """Read what is this place's share of the nation's output."""
    match = _SHARE_OF_EN.search(text)
    nation = match is not None and re.match(r"(?:china|chinese|the (?:nation|country)|national)", match["right"])
    return _beside_nation(query, match["left"], match["right"]) if match and nation else None


def _ratio_en(query: Query, text: str) -> Operation | None:
    match = _RATIO_EN.search(text)
    if not match or two_scopes(query):
        return None
    first, second = operand(query, match["left"], None), operand(query, match["right"], None)
    if len(first.terms) == 1 and len(second.terms) > 1:
        # The ratio of urban to rural income: both are incomes.
        first = replace(first, terms=(*first.terms, *second.terms[1:]), text=f"{match['left']} {' '.join(second.terms[1:])}")
    found = in_proportion(first, second, "ratio")
    return replace(found, either_way=True) if found is not None else None


def _share_en(query: Query, text: str) -> Operation | None:
    match = next((m for p in _SHARE_EN if (m := p.search(text))), None)
    if match is None or two_scopes(query):
        return None
    named = match.groupdict()
    left = named.get("left") or named.get("who") or named.get("who2")
    if not left:
        return None
    return in_proportion(operand(query, left, None), operand(query, match["right"], None), "share")
