"""Read a question for how much there is for each: which amount, divided by how many of what, or by the days of a year."""

import re
from calendar import isleap
from dataclasses import dataclass, replace

from app.working.operands import Operation, scopes_apart
from corpus.figures.numerals import fold
from corpus.figures.units import UNITS, canonical_unit
from index.need import understand
from index.places import NATION
from index.query import Query, content_terms
from index.unit_classes import class_of_unit

_UNITS = "|".join(
    sorted((re.escape(u) for u in UNITS if not u.isascii() and u not in {"年", "天", "日", "月", "元"}), key=len, reverse=True)
)
# What stands between those among whom is shared out and what they have.
_HAVE = "拥有|有|配备|配|教|带|花|创造|实现|产生|贡献|分摊|摊|分到?|承担|负责|服务|接待|完成|得到|领取?|收到?|用|占|平均|大概|大约|约|是|为|对应|的|可|能|要|合|多少|几"
_EACH = re.compile(
    rf"(?:平均|均)?(?:每一?|(?<=平均)一)(?P<scale>[十百千万]?)(?P<unit>{_UNITS})(?P<noun>[一-龥]{{0,10}}?)(?=(?:{_HAVE})|[，,])(?P<rest>[^。？]*)"
)
_HEADS = re.compile(r"人均(?P<rest>[^，。？]{2,})|(?:每一?|(?<=平均)一)个?人(?P<rest2>[^。？]*)")
_DAILY = re.compile(
    r"平均[^，。？]{0,4}(?:每|一)[天日]|(?:每|一)[天日][^，。？]{0,12}平均|日均|\b(?:average|mean)\b[^?]*\b(?:(?:per|each|every|a) day|daily)\b|\bdaily (?:average|mean)\b|\bper day on average\b"
)
_MONTHLY = re.compile(
    r"平均[^，。？]{0,4}(?:每个?|一个)月|每个?月[^，。？]{0,12}平均|月均|\b(?:average|mean)\b[^?]*\b(?:(?:per|each|every|a) month|monthly)\b|\bmonthly (?:average|mean)\b"
)
_EACH_EN = re.compile(
    r"^(?P<amount>.+?)\b(?:per|for (?:each|every))\b (?P<count>(?!(?:year|annum|cent|month|day|one)\b)[a-z][a-z -]*?)(?= (?:in|at|of|for|on|by|did|does|was|were|is|are|have|had|during|over)\b|\W*$)"
)
_AVERAGE_EN = re.compile(
    r"\b(?:the )?(?:average|mean)(?: number| amount)?(?: of)?\b|\bon average\b|\bhow (?:much|many)\b|\bwhat\b|\bnumber of\b"
)
_CAPITA = re.compile("capita|person|head|inhabitant|resident|people")
_NO_AMOUNT = re.compile(
    "(?:平均|人|日|月|户)?均?|(?:每|一)?(?:天|日|月|人|个|年)?|配备?|教|带|花|对应|拥有|钱|块钱|元钱|average|mean|daily|monthly|day|month|per|capita|each|every|number"
)
# What each person earns, spends or is given is no total of a place shared out among all of its people.
_OWN = re.compile(
    "(?<!预算)(?<!财政)(?<!税收)(?<!旅游)(?<!总)收入|工资|薪|消费|支出|花|挣|补助|补贴|寿命|年龄|住房|居住|标准|缴费|待遇|income|spending|wage|pay|consumption|expenditure",
    re.IGNORECASE,
)
_STAFF = ("在职", "员工")


@dataclass(frozen=True, slots=True)
class AskedEach:
    """What is shared out and among how many: two lookups, or one and the days or months of the year; `scale` is for how many the share is asked."""

    operation: Operation | None
    amount: Query
    times: int = 0
    unit: str = ""
    scale: int = 1


def read_each(query: Query) -> AskedEach | None:
    """Return what a question for how much there is for each asks to be divided, None if it is none."""
    text = fold(query.text).lower().strip(" ？?。")
    one = len(query.scope.years) <= 1 and not query.scope.span and len(scopes_apart(query)) <= 1
    if not one or query.need.unit_class in {"percent", "points", "rank"} or query.need.task != "figure":
        return None
    return _for_a_time(query, text) or _for_heads(query, text) or _for_things(query, text) or _in_english(query, text)


def asks_mean(query: Query) -> bool:
    """Tell a question that says itself that it asks for a mean: 平均每所, on average."""
    return re.search(r"平均|日均|月均|\b(?:average|mean|per)\b", query.text.lower()) is not None


def _for_a_time(query: Query, text: str) -> AskedEach | None:
    daily = _DAILY.search(text)
    if not (daily or _MONTHLY.search(text)) or len(query.scope.years) != 1:
        return None
    amount = _lookup(query, tuple(t for t in query.terms if not _NO_AMOUNT.fullmatch(t)), "")
    if not amount.terms:
        return None
    year = query.scope.years[0]
    return AskedEach(None, amount, times=(366 if isleap(year) else 365) if daily else 12, unit="天" if daily else "个月")


def _for_heads(query: Query, text: str) -> AskedEach | None:
    """人均…, 每个人…, per capita: of a place among its people, of a company among its staff."""
    match = _HEADS.search(text)
    if not match or (_OWN.search(text) and not query.scope.issuers) or _terms(query, text[: match.start()]):
        return None
    terms = tuple(
        t for t in content_terms(f"{text[: match.start()]}{match['rest'] or match['rest2']}", query.scope) if t in query.terms
    )
    return _among_people(query, tuple(t for t in terms if not _NO_AMOUNT.fullmatch(t)), 1)


def _among_people(query: Query, terms: tuple[str, ...], scale: int) -> AskedEach | None:
    """Return the division of an amount among the people of a place, or the staff of a company."""
    scope = query.scope
    if scope.issuers and not scope.places:
        heads = _lookup(query, _STAFF, "人", text="在职员工总数是多少人")
    elif scope.places:
        heads = _lookup(
            query,
            ("人口",) if NATION in scope.places else ("常住人口",),
            "人",
            text="年末人口总数是多少人" if NATION in scope.places else "年末常住人口是多少人",
        )
    else:
        return None
    return _divided(_lookup(query, terms, ""), heads, scale) if terms else None


def _for_things(query: Query, text: str) -> AskedEach | None:
    """平均每所小学有多少学生: the thing stands behind its unit, or ahead of 每所."""
    match = _EACH.search(text)
    # 每千人口床位数 is told as such, and 每年 and 每天 are times.
    if not match or not re.search("多少|几|是", match["rest"] + match["noun"]) or not ("均" in text or match["scale"]):
        return None
    unit, scale = canonical_unit(match["unit"]), {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10_000}[match["scale"]]
    head = _terms(query, text[: match.start()])
    noun = _terms(query, match["noun"])
    rest = _terms(query, match["rest"])
    if not rest:
        # 平均每名教师课时多少: what each has stands right behind the word for those who have it.
        noun, rest = _after_people(noun)
    if unit == "人" and (scale > 1 or not noun):
        # 平均每人 of whom is another matter, and what a place has for each ten thousand is of all of its people.
        return _among_people(query, (*head, *rest), scale) if scale > 1 and match["noun"] in {"", "口", "常住人口"} else None
    if scale > 1:
        return None
    counted = noun or head
    if not counted:
        return None
    amount = (*head, *(t for t in rest if t not in head)) if noun else (*head, *rest)
    if not noun and not rest:
        return None
    count_terms = (*(t for t in head if t not in counted), *counted) if noun else counted
    count = _lookup(query, count_terms, unit, text=f"{''.join(count_terms)}有多少{match['unit']}")
    return _divided(_lookup(query, amount, ""), count, 1)


def _after_people(noun: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cut words behind the first that ends as words for people do."""
    cut = next((n for n, t in enumerate(noun, 1) if t[-1] in "员人生师者户工民客手长家"), len(noun))
    return noun[:cut], noun[cut:]


def asks_each_thing(query: Query) -> bool:
    """Tell a question for how much there is for each of a thing, whether or not it says of what."""
    text = fold(query.text).lower()
    return "平均" in text and _EACH.search(text) is not None


def _in_english(query: Query, text: str) -> AskedEach | None:
    match = _EACH_EN.search(text)
    if not match or "percent" in text:
        return None
    amount = _terms(query, _AVERAGE_EN.sub(" ", match["amount"]))
    if not amount:
        return None
    if _CAPITA.fullmatch(match["count"].strip()):
        return _among_people(query, amount, 1)
    count = _terms(query, match["count"])
    if not re.search(r"\b(?:average|mean|per)\b", text):
        return None
    return (
        _divided(_lookup(query, amount, ""), _lookup(_uncounted(query), count, "", text=f"how many {match['count']}"), 1)
        if count
        else None
    )


def _uncounted(query: Query) -> Query:
    """Return a question without the unit that it asks for, which is the amount's."""
    return replace(query, need=replace(query.need, unit="", unit_class=""))


def _terms(query: Query, piece: str) -> tuple[str, ...]:
    """Return the words of a piece of the question that name things."""
    own = (t for t in content_terms(piece, query.scope) if not _NO_AMOUNT.fullmatch(t) and not re.fullmatch(_HAVE, t))
    names = query.scope.issuers
    return tuple(t for t in own if not any(t in name for name in names))


def _lookup(query: Query, terms: tuple[str, ...], unit: str, *, text: str = "") -> Query:
    """Return the lookup of an amount, in the unit that the question asks for, or of a number of things."""
    latin = not re.search("[一-龥]", query.text)
    said = text or (f"what was {' '.join(terms)}?" if latin else f"{''.join(terms)}是多少")
    need = understand(said)
    if unit:
        need = replace(need, unit=unit, unit_class=class_of_unit(unit))
    elif query.need.unit_class not in {"", "count"}:
        need = replace(need, unit="", unit_class=query.need.unit_class)
    need = replace(need, task="figure", kinds=("level",), status=query.need.status, many=False, strict=False)
    return replace(query, text=said, terms=terms, background=(), need=need, asking="")


def _divided(amount: Query, count: Query, scale: int) -> AskedEach:
    return AskedEach(Operation("per", (amount, count), ("", "")), amount, scale=scale)
