"""Growth that is told as so many times over: 翻一番 is 100%, and 翻一番还多 lies between that and 300%."""

from dataclasses import replace
from decimal import Decimal

from corpus.figures.figure import Figure

_TEN, _HUNDRED = Decimal(10), Decimal(100)


def in_percent(figure: Figure) -> Figure:
    """Return a growth by 倍, 番 or ‰ as a percentage, any other figure as it is."""
    factor = {"倍": _HUNDRED, "‰": 1 / _TEN}.get(figure.unit)
    if figure.unit == "番":
        return replace(figure, value=_HUNDRED * (2**figure.value - 1), unit="%")
    if factor is None:
        return figure
    upper = None if figure.value_to is None else figure.value_to * factor
    return replace(figure, value=figure.value * factor, value_to=upper, unit="%")


def is_fold(figure: Figure) -> bool:
    """Tell a growth that is told as so many times over and more: 翻一番还多, 增长1倍多."""
    whole = figure.value == figure.value.to_integral_value()
    return figure.unit in {"番", "倍"} and figure.kind == "growth" and figure.qualifier in {"多", "余"} and whole


def is_more_than_fold(claimed: Figure, own: Figure, other: Figure) -> bool:
    """Tell whether a growth lies between a claimed one of so many times over (`own` in the unit of `other`) and the next: of 翻一番还多 between 100% and 300%."""
    if not is_fold(claimed) or own.unit != other.unit:
        return False
    following = in_percent(replace(claimed, value=claimed.value + 1)).value if own.unit == "%" else claimed.value + 1
    return own.value <= other.value < following
