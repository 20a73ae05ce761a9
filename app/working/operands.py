"""The lookups that a computation needs, made from the pieces of a question: each with its own words, year and status."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from index.abbreviations import is_headline
from index.need import understand
from index.places import NATION, same_places
from index.query import Query, content_terms
from index.scope import Scope
from index.years import resolve_years

Kind = Literal["difference", "sum", "share", "ratio", "growth", "yearly", "per"]
_OF_YEARS = frozenset(["difference", "ratio", "growth", "yearly"])

BOTH_KINDS = (("城乡居民", "城镇居民", "农村居民"), ("城乡", "城镇", "农村"))
TOWN_OR_COUNTRY = (re.compile("农|乡村|乡下"), re.compile("城镇|城市|城里|市民|职工家庭|职工居民"))
# Words that say how far a thing has come and not what it is.
_PROGRESS = re.compile(
    r"实际|完成|建成|实绩|目标|计划|预期|预计|预算|安排|要求|任务|规划|力争|打算|拟|筹建|新建|改造?|办结?|达到|年末|年底|全年|已经?|增加值?|投入|的?数量?|的|了|要|将|再|原定|原来|定下|[多少大约概至]"
)  # fmt: skip
# Words of comparing with the nation name no measure.
_NATION_WORDS = re.compile("全国|国家|平均|水平|均值")


_CONTRARY = frozenset(
    frozenset(pair.split())
    for pair in ("收入 支出", "进口 出口", "存款 贷款", "预算 决算", "流入 流出", "出生 死亡", "资产 负债", "顺差 逆差")
)


@dataclass(frozen=True, slots=True)
class Operation:
    """What a question wants computed from the values that its `operands` look up.

    `rising` is 1 if the first is said to be more than the second, -1 if less, 0 if it is not said. `stated` tells that the reports may
    well state the result themselves, so that a figure found for the whole question comes first. `labels` name the operands in the answer.
    `compares_places` tells operands that are one measure of two places or companies; `values_asked` that their values are wanted too.
    `either_way` tells a ratio that may be less than one, which is then told in per cent.
    `between_neighbours` tells a year and the one before it, whose values need not be in the reports for the question to be answered.
    """

    kind: Kind
    operands: tuple[Query, ...]
    labels: tuple[str, ...]
    rising: int = 0
    stated: bool = False
    compares_places: bool = False
    values_asked: bool = False
    between_neighbours: bool = False
    either_way: bool = False

    @property
    def is_ratio_of_years(self) -> bool:
        """Whether a value is set against that of the year before it, of which a report mostly says how much it grew."""
        return self.kind == "ratio" and self.between_neighbours

    @property
    def takes_out(self) -> bool:
        """Whether a part is taken out of its whole, or one side of the contrary: the result is a value of its own."""
        return self.kind == "difference" and not any(self.labels)

    @property
    def compares_years(self) -> bool:
        """Whether the values of different years are compared."""
        return self.kind in _OF_YEARS and len({operand.scope.years for operand in self.operands}) > 1


def scopes_apart(query: Query) -> dict[str, Scope]:
    """Return the scope of each of several places or companies that a question names, by their names; empty if it names one."""
    scope = query.scope
    groups = same_places(scope.places)
    if len(groups) > 1:
        return {name: replace(scope, places=places) for name, places in groups.items()}
    if len(scope.issuers) < 2:
        return {}
    paired = len(scope.years) == len(scope.issuers)
    years = [(y,) for y in scope.years] if paired else [scope.years] * len(scope.issuers)
    return {i: replace(scope, issuers=(i,), years=y) for i, y in zip(scope.issuers, years, strict=True)}


def two_scopes(query: Query) -> dict[str, Scope]:
    """Return the scopes of two places or companies; empty if a question does not name two."""
    scopes = scopes_apart(query)
    return scopes if len(scopes) == 2 else {}


def between_scopes(query: Query, kind: Kind = "difference", *, values_asked: bool = True, rising: int = 0) -> Operation:
    """Return the computation over one measure of several places or companies."""
    kinds = tuple(k for k in query.need.kinds if k in {"growth", "share"})
    need = replace(query.need, many=False, kinds=kinds, task="figure")
    if need.unit_class == "points":
        need = replace(need, unit="%", unit_class="percent")
    scopes = scopes_apart(query)
    operands = tuple(replace(query, need=need, scope=scope, terms=without_issuers(query)) for scope in scopes.values())
    return Operation(kind, operands, tuple(scopes), rising, compares_places=True, values_asked=values_asked)


def without_issuers(query: Query) -> tuple[str, ...]:
    """Return the words of a question that are not those of the companies and offices which it names."""
    names = query.scope.issuers
    return tuple(t for t in query.terms if not any(t in name for name in names)) or query.terms


def with_nation(query: Query, rising: int) -> Operation:
    """Return the difference between a place and the nation."""
    terms = tuple(t for t in query.terms if not _NATION_WORDS.fullmatch(t))
    scope = replace(query.scope, places=(*query.scope.places, NATION))
    both = between_scopes(replace(query, scope=scope, terms=terms))
    return replace(both, rising=rising, stated=True)


def between(query: Query, left: str, right: str, rising: int) -> Operation | None:
    """Return the difference of what two pieces of a question name, None if they name the same."""
    first = operand(query, left, None)
    second = operand(query, sharing_measure(query, left, right), first)
    if not _PROGRESS.sub("", "".join(first.terms)) and first.scope.years != second.scope.years:
        # 2020年比2019年新增就业少多少: the measure stands on the second side.
        first = replace(first, terms=second.terms, text=f"{left}{''.join(second.terms)}")
    if not first.terms or (first.terms == second.terms and _manner(first) == _manner(second)):
        return None
    same_thing = first.terms == second.terms and second.need.status in {first.need.status, None}
    return Operation("difference", (first, second), (_label(first, second), _label(second, first)), rising, stated=same_thing)


def over_years(query: Query, rising: int) -> Operation:
    """Return the difference between the last and the first year of a span."""
    first_year, last_year = sorted(query.scope.years)
    need = replace(query.need, task="figure", kinds=(), many=False)
    if need.unit_class == "points":
        need = replace(need, unit="%", unit_class="percent")
    last, first = (
        replace(query, need=need, scope=replace(query.scope, years=(y,), span=(), compared=())) for y in (last_year, first_year)
    )
    return Operation("difference", (last, first), (f"{last_year}年", f"{first_year}年"), rising, stated=True)


def operand(query: Query, piece: str, first: Query | None) -> Query:
    """Return the lookup of one side; what the second side leaves out (its subject, its place) is that of the first."""
    named = resolve_years(piece, latest=None)
    scope = replace(query.scope, compared=())
    if named.years or named.span:
        scope = replace(scope, years=named.years[-1:], span=named.span)
    elif first is not None:
        scope = replace(scope, years=first.scope.years, span=first.scope.span)
    elif query.scope.years and not (query.scope.span and set(query.scope.years) <= set(query.scope.span)):
        scope = replace(scope, years=query.scope.years[:1])
    terms = tuple(t for t in content_terms(piece, query.scope) if not re.fullmatch(r"[\d.%]+", t))
    # The names of a company are no words of its question.
    terms = tuple(t for t in terms if not any(t in name for name in query.scope.issuers)) or terms
    telling = "".join(t for t in terms if _PROGRESS.sub("", t))
    background: tuple[str, ...] = ()
    text = piece
    if first is not None:
        if len(telling) < 2:
            terms, text = first.terms, f"{piece}{''.join(first.terms)}"
        else:
            terms = (*terms, *_shared_with(first.terms, terms))
            background = tuple(t for t in first.terms if t not in terms)
    own = understand(piece)
    need = replace(query.need, task="figure", status=own.status, kinds=(), many=False)
    if need.unit_class == "points":
        need = replace(need, unit="%", unit_class="percent")
    mentioned = mentioned_in(query, piece) or (first.mentioned if first is not None else ())
    return replace(query, text=text, scope=scope, need=need, terms=terms, background=background, mentioned=mentioned)


def mentioned_in(query: Query, piece: str) -> tuple[str, ...]:
    """Return the places without a report of their own that a piece of a question names: two rows of a table are of two of them."""
    return tuple(place for place in query.mentioned if place.lower() in piece)


def sharing_measure(query: Query, left: str, right: str) -> str:
    """Return the second side with the measure that the first names behind 的: 甲类企业的利润比乙类企业多 sets profits side by side.

    The second side is then of the sort of what stands before 的, and not of the measure (甲厂的收入比支出多).
    """
    owner, of, measure = left.rpartition("的")
    told = content_terms(measure, query.scope)
    own, owners = content_terms(right, query.scope), "".join(content_terms(owner, query.scope))
    said = "".join(own)
    if not of or not told or not own or any(t in said for t in told) or set(said) & set(measure):
        return right
    return f"{right}的{measure}" if set(said) & set(owners) else right


def _shared_with(first: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a second side leaves out: all words of the first but the one that its own word stands for (青湖的透明度比云湖)."""
    alone = [t for t in own if t not in first]
    told = own[1:] if alone and own[0] == alone[0] else own
    if len(alone) != 1 or len(first) < 2 or len(own) >= len(first) or (told and told != first[-len(told) :]):
        return ()
    if any(t.endswith(alone[0]) for t in first) or is_headline(alone[0]):
        # 地方的财政赤字 in 赤字: the wider name leaves nothing out, and 收入占gdp asks for the product.
        return ()
    contrary = next((t for t in first if frozenset((t, alone[0])) in _CONTRARY), None)
    alike = max(first, key=lambda t: len(set(t) & set(alone[0])))
    replaced = contrary or (alike if set(alike) & set(alone[0]) else first[0])
    return tuple(t for t in first if t != replaced and t not in own)


def is_contrary(asked: str, name: str) -> bool:
    """Tell a figure that is called the contrary of what a folded piece of a question names: 税收收入 is no 支出."""
    return any(
        (a in asked and b not in asked and b in name and a not in name)
        or (b in asked and a not in asked and a in name and b not in name)
        for a, b in map(tuple, _CONTRARY)
    )


def _manner(query: Query) -> tuple[object, ...]:
    return (query.scope.years, query.scope.span, query.need.status)


def _label(query: Query, other: Query) -> str:
    """Name an operand by what tells it from the other: its year, its status, or its words."""
    years = query.scope.years
    year = f"{years[0]}年" if years and years != other.scope.years else ""
    status = {"target": "目标", "actual": "实际", None: ""}[query.need.status] if query.need.status != other.need.status else ""
    own = [t for t in query.terms if t not in other.terms] if not year and not status else []
    words = (" " if all(t.isascii() for t in own) else "").join(own)
    return f"{year}{status}{words}"
