"""Hold a claimed sum or mean of several years against the values that the reports give for each: 三年共改造61个, 年均新增4078人."""

import re
from dataclasses import replace

from app.claims.derivation import Derivation, agrees, at_precision
from app.claims.looking import Looker
from app.claims.reading import Claimed, ClaimSentence
from app.claims.reckoning import Reckoned
from app.decimals import plain
from app.working.deriving import Derived
from app.working.span_asked import AskedOverSpan
from app.working.spans import computed_over_span, values_over_span
from corpus.figures.figure import Figure
from index.need import understand
from index.unit_classes import class_of_unit

_SPAN = re.compile(r"(?P<first>\d{4})-(?P<last>\d{4})")
_MEAN = re.compile(r"年均|(?<!人)平均")
# How long it was, and that it is all of it, is no part of what was measured.
_HOW_LONG = re.compile(r"(?:[这近前后头]?[两二三四五六七八九十]年[来间里中]?|累计|合计|共计|总共|一共|共|年均|平均|每年|全)+")
_LONGEST = 10


def years_of(figure: Figure) -> tuple[int, ...]:
    """Return the years that a figure is told of together, () where it is of one or of none."""
    match = _SPAN.fullmatch(figure.period)
    return tuple(range(int(match["first"]), int(match["last"]) + 1)) if match else ()


def is_of_one_year(claimed: Figure, found: Figure) -> bool:
    """Tell whether a claimed figure is of several years and a report's of a single one of them, which says nothing against it."""
    years = years_of(claimed)
    return len(years) > 1 and claimed.kind == "level" and found.period.isdigit() and int(found.period) in years


def reckon_over_span(looker: Looker, claimed: Claimed, sentence: ClaimSentence) -> Reckoned | None:
    """Return what the values of all years of a claimed sum or mean give, None where one of them is missing or they may be of several measures."""
    asked = _asked(claimed, sentence)
    if asked is None:
        return None
    found = values_over_span(looker.lookups(), asked)
    if len(found) < len(asked.years) or any(c.candidate.figure.status != "actual" for c in found.values()):
        return None
    computed = computed_over_span(asked, list(found.values()))
    if computed is None:
        return None
    result, figure = computed.result, claimed.figure
    agreed = agrees(figure, result.value, result.unit)
    text = _said(result, figure)
    return Reckoned(Derivation(result.formula, computed.inputs), result.value, result.unit, text, agreed, contrary=False)


def _asked(claimed: Claimed, sentence: ClaimSentence) -> AskedOverSpan | None:
    """Return the question that a claimed sum or mean of several years answers."""
    figure, query = claimed.figure, claimed.query
    years = years_of(figure)
    if not 1 < len(years) <= _LONGEST or figure.kind != "level" or figure.value_to is not None:
        return None
    mean = _MEAN.search(figure.basis) or _MEAN.search(sentence.text[: figure.start].rpartition("，")[2])
    terms = tuple(t for t in query.terms if not _HOW_LONG.fullmatch(t))
    # Micrograms a cubic metre add up to nothing.
    if not terms or (not mean and "/" in figure.unit):
        return None
    text = f"{''.join(terms)}是多少"
    unit = "" if figure.unit == "个" else figure.unit
    need = replace(
        understand(text),
        task="figure",
        unit=unit,
        unit_class=class_of_unit(figure.unit),
        kinds=("level",),
        status=None,
        many=False,
    )
    scope = replace(query.scope, years=(), span=(), compared=())
    own = replace(query, text=text, terms=terms, background=(), need=need, scope=scope, asking="")
    return AskedOverSpan(own, years, "mean" if mean else "total")


def _said(result: Derived, claimed: Figure) -> str:
    """Write a mean as precisely as it is claimed; a sum as it comes."""
    return (
        f"{plain(at_precision(result.value, claimed))}{result.unit}"
        if result.unit == claimed.unit and "÷" in result.formula
        else result.text
    )
