"""Tell which computation a question asks for, and over which values: a difference, a sum or a share."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from corpus.figures.numerals import fold
from index.need import understand
from index.places import same_places
from index.query import Query, content_terms
from index.years import resolve_years

Kind = Literal["difference", "sum", "share"]

_MORE, _LESS = "多|高|快|大|长|贵|增加|提高|上升|提升|增|超", "少|低|慢|小|短|便宜|减少|下降|回落|降低|减|降"
_THAN = re.compile(
    rf"^(?P<left>.+?)[，,]?(?:要|大概|大约)?(?:(?<!相)(?<!对)比|较|超过|高于|低于)(?!重|例|率|值|上年|去年|前年|全国|全省)(?P<right>[^？?。；;，]{{1,40}}?)"
    rf"(?:大概|大约|约|至少|整整|一共|总共|还|要|再|能|可以|分别|足足|竟|会|将)*(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?P<done>(?<=[多少])[一-龥]了?)?(?:出|出来|去)?了?(?:大概|大约|约)?(?:多少|几(?!倍|成|番))(?P<tail>[^，。？?；;]*)"
)
_APART = re.compile(
    r"^(?P<left>.+?)(?:和|与|跟|同)(?P<right>[^，。？]+?)(?:之间|两者|两项|两地)?的?(?:相差|差距|差额|差了?)(?:有|是)?(?:多少|几|多大)"
)
_APART_EN = re.compile(
    r"\b(?:difference|gap) between (?P<left>.+?) and (?P<right>.+)$|^(?P<left2>.+?)\b(?:more|fewer|less|higher|lower|faster|larger|greater) than (?P<right2>.+)$"
)
_TOTAL = re.compile(
    r"合计|一共|总共|加起来|合起来|加在一起|总计|两项|相加|之和|总和|总数|共(?=有?(?:多少|几))|\bin total\b|\bcombined\b|\baltogether\b"
)
_ASKED = re.compile("多少|几")
_MEMBERS = re.compile(r"、|以及|和|与|及|跟|加上|加|\+|\band\b|\bplus\b")
# 游客当中，外国人占多大比例
_SHARE_AMONG = re.compile(
    r"^(?P<right>.+?)(?:当中|之中|里面|里头|中)[，,]?(?P<left>[^，]{2,20}?)(?:一共|总共|大约|大概|约)?占(?:到|了)?(?:多少|多大|百分之几|几成)(?:的?(?:比重|比例|份额))?$"
)
_SHARE = re.compile(r"^(?P<left>.+?)占(?P<right>[^，。？?]{2,24}?)的?(?:比重|比例|份额|百分之几|几成|多少|大约|大概)")
_BOTH_KINDS = (("城乡居民", "城镇居民", "农村居民"), ("城乡", "城镇", "农村"))
# Words that say how far a thing has come and not what it is.
_PROGRESS = re.compile(
    r"实际|完成|建成|实绩|目标|计划|预期|预计|预算|安排|要求|任务|规划|力争|打算|拟|筹建|新建|改造?|办结?|达到|年末|年底|全年|已经?|增加值?|投入|的?数量?|的|了|要|将|再|原定|原来|定下|[多少大约概至]"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operation:
    """What a question wants computed from the values that its `operands` look up.

    `rising` is 1 if the first is said to be more than the second, -1 if less, 0 if it is not said. `stated` tells that the reports may
    well state the result themselves, so that a figure found for the whole question comes first. `labels` name the operands in the answer.
    A question that compares places wants their values as well as the difference.
    """

    kind: Kind
    operands: tuple[Query, ...]
    labels: tuple[str, ...]
    rising: int = 0
    stated: bool = False
    compares_places: bool = False

    @property
    def compares_years(self) -> bool:
        """Whether the values of different years are compared."""
        return self.kind == "difference" and len({operand.scope.years for operand in self.operands}) > 1


def read_operation(query: Query) -> Operation | None:
    """Return the computation that a question asks for, None if it asks for values as they are."""
    text = re.sub(r"[（(][^）)]*[）)]", "", fold(query.text).lower()).strip(" ？?。")
    text = re.sub(r"^(?:按照?|根据|据|照)[^，,]{2,24}(?:报告|公报)(?:的说法|的数|里|中)?(?:推?算)?[，,]", "", text)
    text = re.sub(r"在([^，。]{2,14}?)的?基础上", r"比\1", text)
    return _difference(query, text) or _sum(query, text) or _share(query, text)


def _difference(query: Query, text: str) -> Operation | None:
    match = _THAN.search(text)
    if match and match["left"].strip():
        rising = 1 if match["more"] else -1
        # 比2018年多了几个研发人员, 比2023年多拉了多少乘客: what is compared stands around the asking word.
        behind = "".join(content_terms(f"{match['done'] or ''}多少{match['tail']}", query.scope))
        return _between(query, f"{match['left']}{behind}", f"{match['right']}{behind}", rising)
    match = _APART.search(text)
    if match:
        return (
            _between_places(query) if _places(query) else _between(query, *_sharing_tail(query, match["left"], match["right"]), 0)
        )
    if _places(query) and re.search(r"[谁哪].{0,12}(?:多|少|高|低|快|慢)(?:出|了)?(?:多少|几(?!倍|成))|差多少|相差", text):
        return _between_places(query)
    both = next((names for names in _BOTH_KINDS if names[0] in text), None)
    if both and re.search(r"相差|差距?(?:有|是)?(?:多少|多大)", text):
        return _between(query, text.replace(both[0], both[1]), text.replace(both[0], both[2]), 0)
    match = _APART_EN.search(text)
    if match and re.search(r"how (?:much|many)|difference|gap", text):
        return _between(query, match["left"] or match["left2"], match["right"] or match["right2"], 0)
    return None


def _sharing_tail(query: Query, left: str, right: str) -> tuple[str, str]:
    """Give the first side what only the second names but both are about: 城里人和农村人的可支配收入."""
    first, second = content_terms(left, query.scope), content_terms(right, query.scope)
    if len(first) != 1 or len(second) < 2 or second[0] == first[0]:
        return left, right
    return f"{left}的{''.join(second[1:])}", right


def _places(query: Query) -> bool:
    return len(same_places(query.scope.places)) == 2


def _between_places(query: Query, kind: Kind = "difference") -> Operation:
    need = replace(query.need, many=False, kinds=(), task="figure")
    groups = same_places(query.scope.places)
    operands = tuple(replace(query, need=need, scope=replace(query.scope, places=places)) for places in groups.values())
    return Operation(kind, operands, tuple(groups), compares_places=True)


def _between(query: Query, left: str, right: str, rising: int) -> Operation | None:
    first = _operand(query, left, None)
    second = _operand(query, right, first)
    if not first.terms or (first.terms == second.terms and _manner(first) == _manner(second)):
        return None
    same_thing = first.terms == second.terms and first.need.status == second.need.status
    return Operation("difference", (first, second), (_label(first, second), _label(second, first)), rising, stated=same_thing)


def _operand(query: Query, piece: str, first: Query | None) -> Query:
    """Return the lookup of one side; what the second side leaves out (its subject, its place) is that of the first."""
    named = resolve_years(piece, latest=None)
    scope = replace(query.scope, compared=())
    if named.years or named.span:
        scope = replace(scope, years=named.years[-1:], span=named.span)
    elif first is not None:
        scope = replace(scope, years=first.scope.years, span=first.scope.span)
    elif query.scope.years:
        scope = replace(scope, years=query.scope.years[:1])
    terms = tuple(t for t in content_terms(piece, query.scope) if not re.fullmatch(r"[\d.%]+", t))
    telling = "".join(t for t in terms if _PROGRESS.sub("", t))
    background: tuple[str, ...] = ()
    text = piece
    if first is not None:
        if len(telling) < 2:
            terms, text = first.terms, f"{piece}{''.join(first.terms)}"
        else:
            background = tuple(t for t in first.terms if t not in terms)
    own = understand(piece)
    need = replace(query.need, task="figure", status=own.status, kinds=(), many=False)
    if need.unit_class == "points":
        need = replace(need, unit="%", unit_class="percent")
    return replace(query, text=text, scope=scope, need=need, terms=terms, background=background)


def _manner(query: Query) -> tuple[object, ...]:
    return (query.scope.years, query.scope.span, query.need.status)


def _label(query: Query, other: Query) -> str:
    """Name an operand by what tells it from the other: its year, its status, or its words."""
    years = query.scope.years
    year = f"{years[0]}年" if years and years != other.scope.years else ""
    status = {"target": "目标", "actual": "实际", None: ""}[query.need.status] if query.need.status != other.need.status else ""
    words = "".join(t for t in query.terms if t not in other.terms) if not year and not status else ""
    return f"{year}{status}{words}"


def _sum(query: Query, text: str) -> Operation | None:
    total = _TOTAL.search(text)
    # 一共减了多少税、降了多少费 asks for two values.
    if not total or len(_ASKED.findall(text)) > 1:
        return None
    if _places(query) and re.search("加起来|合起来|加在一起|合计|之和|相加", text):
        return _between_places(query, "sum")
    head = text[: total.start()]
    both = next((names for names in _BOTH_KINDS if names[0] in text), None)
    clause = head.rsplit("，", 1)[-1]
    members = _MEMBERS.split(clause) if _MEMBERS.search(clause) else _MEMBERS.split(head)
    terms = [tuple(t for t in content_terms(m, query.scope) if t in query.terms) for m in members]
    terms = [t for t in terms if t]
    if both and len(terms) < 2:
        terms = [both[1:2], both[2:]]
    if not 2 <= len(terms) <= 4:
        return None
    every = {t for own in terms for t in own}
    rest = tuple(t for t in query.terms if t not in every and not _TOTAL.search(t) and not (both and t in both[0]))
    need = replace(query.need, many=False)
    operands = tuple(
        replace(query, need=need, terms=(*own, *rest), background=tuple(t for t in every if t not in own)) for own in terms
    )
    return Operation("sum", operands, tuple("".join(t) for t in terms), stated=True)


def _share(query: Query, text: str) -> Operation | None:
    match = _SHARE_AMONG.search(text) or _SHARE.search(text)
    if not match or len(_ASKED.findall(text)) > 1 or query.need.unit_class == "points" or "change" in query.need.kinds:
        return None
    first = _operand(query, match["left"], None)
    second = _operand(query, match["right"], first)
    if not first.terms or first.terms == second.terms:
        return None
    first, second = (replace(q, need=replace(q.need, unit="", unit_class="", kinds=("level",))) for q in (first, second))
    return Operation("share", (first, second), ("", ""), stated=True)
