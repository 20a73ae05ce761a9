"""The points of a trend on one scale: values in the unit of the newest outcome, counted in the word (万, 亿) that suits the largest."""

from dataclasses import dataclass
from decimal import Decimal

from app.trends.trend import Point, Trend
from corpus.figures.conversion import convert

_SCALES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"), (Decimal(1), ""))


@dataclass(frozen=True, slots=True)
class Scaled:
    """The scale of a trend: `label` is its unit as it is written, `heights` are aligned with the points, None for one of another unit."""

    label: str
    heights: tuple[Decimal | None, ...]


def scale_trend(trend: Trend) -> Scaled:
    """Return the points of a trend on one scale; of no points an empty one."""
    if not trend.points:
        return Scaled("", ())
    outcomes = [p for p in trend.points if p.status == "actual"] or list(trend.points)
    unit = outcomes[-1].unit
    values = [_value(p, unit) for p in trend.points]
    largest = max((abs(v) for v in values if v is not None), default=Decimal(0))
    # 53.2% stays as it is: nobody counts per cents in 万.
    factor, word = (
        next(((f, w) for f, w in _SCALES if largest >= f), _SCALES[-1]) if unit not in {"%", "‰", "百分点"} else _SCALES[-1]
    )
    return Scaled(f"{word}{unit}", tuple(None if v is None else v / factor for v in values))


def _value(point: Point, unit: str) -> Decimal | None:
    return Decimal(point.value) if point.unit == unit else convert(Decimal(point.value), point.unit, unit)
