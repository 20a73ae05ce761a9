"""Hold a claimed sum, mean or growth of several years against the values that the reports give: 三年共改造61个, 年均新增4078人."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from app.claims.base_years import counted_from
from app.claims.derivation import Derivation, agrees, at_precision
from app.claims.looking import Looker
from app.claims.reading import Claimed, ClaimSentence
from app.claims.reckoning import Reckoned
from app.decimals import plain
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold, parse_chinese
from index.need import understand
from index.unit_classes import class_of_unit
from index.years import LATEST_YEARS

if TYPE_CHECKING:
    from app.choosing.lookup import Lookups
    from app.working.computed import Computed
    from app.working.span_asked import AskedOverSpan

# What works values out is imported where a claim over several years is found: it takes a tenth of a second, and few drafts need it.

_SPAN = re.compile(r"(?P<first>\d{4})-(?P<last>\d{4})")
_MEAN = re.compile(r"年均|(?<!人)平均")
_TOGETHER = re.compile("(?P<n>[两二三四五六七八九十])年(?:来|间|里|中|内)?(?:累计|一共|总共|合计|共)")
_YEARLY = re.compile(r"年均|平均|每年|\b(?:average|annual(?:ly)?|a year|per year|each year)\b", re.IGNORECASE)
# How long it was, and that it is all of it, is no part of what was measured.
_HOW_LONG = re.compile(
    r"(?:(?:[这近前后头]|最近|过去)?[两二三四五六七八九十]年[来间里中]?|累计|合计|共计|总共|一共|共|年均|平均|每年|全)+"
)
_LONGEST = 10


def years_of(claimed: Claimed, sentence: ClaimSentence) -> tuple[int, ...]:
    """Return the years that a figure is told of together, () where it is of one or of none; 三年共 are those up to the year of the figure."""
    figure = claimed.figure
    if _is_of_latest(figure, sentence) and (span := claimed.query.scope.span):
        return tuple(range(span[0], span[1] + 1))
    match = _SPAN.fullmatch(figure.period)
    if match:
        return tuple(range(int(match["first"]), int(match["last"]) + 1))
    counted = _counted(figure, sentence)
    last = int(figure.period) if counted else 0
    return tuple(range(last - counted + 1, last + 1)) if counted else ()


def _is_of_latest(figure: Figure, sentence: ClaimSentence) -> bool:
    """Tell whether a clause tells a figure of the latest years without naming them (近五年累计改造61个); the scope of the sentence says which they are."""
    return not figure.period and figure.kind == "level" and LATEST_YEARS.search(_lead(figure, sentence)) is not None


def _lead(figure: Figure, sentence: ClaimSentence) -> str:
    """Return what stands before a figure in its clause."""
    return re.split("[，,；;。]", fold(sentence.text[: figure.start]))[-1]


def _counted(figure: Figure, sentence: ClaimSentence) -> int:
    """Return of how many years a clause tells a figure together without naming them (三年共改造61个), 0 for none."""
    match = _TOGETHER.search(_lead(figure, sentence)) if figure.kind == "level" and len(figure.period) == len("2024") else None
    return int(parse_chinese(match["n"])) if match and figure.period.isdigit() else 0


def is_of_one_year(claimed: Claimed, found: Figure, sentence: ClaimSentence, text: str) -> bool:
    """Tell whether a claimed figure is of several years and a report's of a single one of them, which says nothing against it; `text` is what its
    sentence says up to it.
    """
    years = years_of(claimed, sentence)
    if len(years) < 2 or not found.period.isdigit() or int(found.period) not in years:
        return False
    # 同1978年相比，棉花增长66% tells of all years since.
    return claimed.figure.kind != "growth" or counted_from(text) != years[0]


def reckon_over_span(looker: Looker, claimed: Claimed, sentence: ClaimSentence) -> Reckoned | None:
    """Return what the values of all years of a claimed sum or mean give, None where one of them is missing or they may be of several measures."""
    asked = _asked(claimed, sentence)
    computed = _computed(looker.lookups(), asked) if asked is not None else None
    if asked is None or computed is None:
        return None
    result, figure = computed.result, claimed.figure
    agreed = agrees(figure, result.value, result.unit)
    if not agreed and (_counted(figure, sentence) or _is_of_latest(figure, sentence)):
        # Which three years they are is not said for sure.
        return None
    # A quotient is told as precisely as it is claimed.
    value = at_precision(result.value, figure) if asked.manner != "total" and result.unit == figure.unit else result.value
    text = result.text if value == result.value else f"{plain(value)}{result.unit}"
    return Reckoned(Derivation(result.formula, computed.inputs), value, result.unit, text, agreed, contrary=False)


def _computed(lookups: "Lookups", asked: "AskedOverSpan") -> "Computed | None":
    from app.working.computing import compute
    from app.working.operands import Operation
    from app.working.spans import computed_over_span, values_over_span

    if asked.manner == "growth":
        first, last = asked.years[0], asked.years[-1]
        operands = tuple(replace(asked.query, scope=replace(asked.query.scope, years=(y,))) for y in (last, first))
        return compute(lookups, Operation("growth", operands, (f"{last}年", f"{first}年")))
    found = values_over_span(lookups, asked)
    if len(found) < len(asked.years) or any(c.candidate.figure.status != "actual" for c in found.values()):
        return None
    return computed_over_span(asked, list(found.values()))


def _asked(claimed: Claimed, sentence: ClaimSentence) -> "AskedOverSpan | None":
    """Return the question that a claimed sum or mean of several years answers."""
    figure, query = claimed.figure, claimed.query
    years = years_of(claimed, sentence)
    grown = figure.kind == "growth" and figure.unit == "%" and not _YEARLY.search(sentence.text)
    if not 1 < len(years) <= _LONGEST or not (grown or figure.kind == "level") or figure.value_to is not None:
        return None
    mean = _MEAN.search(figure.basis) or _MEAN.search(sentence.text[: figure.start].rpartition("，")[2])
    terms = tuple(t for t in query.terms if not _HOW_LONG.fullmatch(t))
    # Micrograms a cubic metre add up to nothing.
    if not terms or (figure.kind == "level" and not mean and "/" in figure.unit):
        return None
    from app.working.span_asked import AskedOverSpan

    text = f"{''.join(terms)}是多少"
    unit = "" if grown or figure.unit == "个" else figure.unit
    need = replace(
        understand(text),
        task="figure",
        unit=unit,
        unit_class=class_of_unit(unit) if unit else "",
        kinds=("level",),
        status=None,
        many=False,
    )
    scope = replace(query.scope, years=(), span=(), compared=())
    own = replace(query, text=text, terms=terms, background=(), need=need, scope=scope, asking="")
    return AskedOverSpan(own, years, "growth" if grown else "mean" if mean else "total")
