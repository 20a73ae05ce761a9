"""Derive from the values of several years by what per cent they grew, at what yearly rate, and their mean."""

from collections.abc import Sequence
from decimal import Decimal

from app.decimals import plain
from app.working.deriving import HUNDRED, HUNDREDTH, Derived, compatible, is_ratio, scale_of, total, write_value
from app.written import written
from corpus.figures.figure import Figure


def growth(last: Figure, first: Figure) -> Derived | None:
    """Return by what per cent a value grew, rounded to two places; below 0 if it fell.

    >>> from decimal import Decimal as D
    >>> growth(Figure(0, 4, "60万吨", D(600000), "吨"), Figure(0, 4, "48万吨", D(480000), "吨")).formula
    '(60万吨 − 48万吨) ÷ 48万吨 ≈ 25%'
    """
    if not _may_grow(last, first):
        return None
    value = ((last.value - first.value) / first.value * HUNDRED).quantize(HUNDREDTH)
    less = value < 0
    more, other = (first, last) if less else (last, first)
    said = f"{plain(abs(value))}%"
    formula = f"({written(more)} − {written(other)}) ÷ {written(first)} ≈ {said}"
    return Derived(value, said, "%", "growth", formula)


def yearly_growth(last: Figure, first: Figure, years: int) -> Derived | None:
    """Return the yearly rate (compound) at which a value came from a first to a last year, rounded to two places; below 0 if it fell."""
    if not _may_grow(last, first) or years < 1:
        return None
    factor = (last.value / first.value) ** (Decimal(1) / years)
    value = ((factor - 1) * HUNDRED).quantize(HUNDREDTH)
    said, sign = f"{plain(abs(value))}%", "-" if value < 0 else ""
    formula = f"({written(last)} ÷ {written(first)})^(1/{years}) − 1 ≈ {sign}{said}"
    return Derived(value, said, "%", "growth", formula)


def _may_grow(last: Figure, first: Figure) -> bool:
    return compatible(last, first) and not is_ratio(first) and not is_ratio(last) and last.value > 0 and first.value > 0


def mean(figures: Sequence[Figure]) -> Derived | None:
    """Return the mean of values of one unit, rounded to two places in the scale of the first."""
    summed = total(figures)
    if summed is None or any(is_ratio(f) for f in figures):
        return None
    scale = scale_of(figures[0])[1]
    value = (summed.value / len(figures) / scale).quantize(HUNDREDTH) * scale
    said = write_value(value, figures[0].unit, figures[0])
    sign = "=" if value * len(figures) == summed.value else "≈"
    return Derived(value, said, figures[0].unit, "level", f"({' + '.join(map(written, figures))}) ÷ {len(figures)} {sign} {said}")
