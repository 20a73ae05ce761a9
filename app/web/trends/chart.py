"""A trend as a chart in SVG, drawn here: the page fetches nothing from elsewhere, and every point opens its source."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10

from app.trends.labels import Frame, Labelled, Spot, place_labels
from app.trends.scale import scale_trend
from app.trends.trend import Point, Trend
from app.web.address import address
from app.web.markup import Markup, join, tag
from index.citation import Citation

_TICKS = 4
_LABELLED = 14  # points that have their value written beside them; of more it is shown where one points
# A scale that begins far from nought shows small changes of large values.
_NEAR = 0.6
_TYPE = 11.5  # the size of the values, as in the style sheet
_BARE = re.compile(r"[\d.,，]+")


@dataclass(frozen=True, slots=True)
class _Size:
    """The size of a drawing and of the margins around its plot."""

    name: str
    width: int
    height: int
    years: int
    left: int = 58
    right: int = 26
    top: int = 34
    bottom: int = 34


_SIZES = (_Size("wide", 540, 300, 7), _Size("narrow", 380, 300, 5, left=46, right=18))


@dataclass(frozen=True, slots=True)
class _Dot:
    """A point with its place."""

    point: Point
    year: int
    height: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Axes:
    """The years and values that a plot reaches over."""

    first: int
    last: int
    ticks: tuple[float, ...]

    def x(self, year: int, size: _Size) -> float:
        """Return the x of a year in a drawing of a size; one year alone lies in the middle."""
        span = self.last - self.first
        share = (year - self.first) / span if span else 0.5
        return round(size.left + share * (size.width - size.left - size.right), 1)

    def y(self, value: float, size: _Size) -> float:
        """Return the y of a value in a drawing of a size, from its top."""
        low, high = self.ticks[0], self.ticks[-1]
        return round(size.height - size.bottom - (value - low) / (high - low) * (size.height - size.top - size.bottom), 1)


def render_chart(trend: Trend) -> Markup:
    """Return the chart for wide and for narrow pages, of which the style sheet shows one; nothing for a trend without points."""
    return join(_chart(trend, size) for size in _SIZES) if trend.points else Markup("")


def left_out(trend: Trend) -> int:
    """Return how many points are of another unit, and so in the table only."""
    return sum(height is None for height in scale_trend(trend).heights)


def _chart(trend: Trend, size: _Size) -> Markup:
    scaled = scale_trend(trend)
    placed = [(p, float(h)) for p, h in zip(trend.points, scaled.heights, strict=True) if h is not None]
    years = [int(p.period[:4]) for p, _ in placed]
    axes = _Axes(min(years), max(years), nice_ticks([h for _, h in placed]))
    dots = [_Dot(p, y, h, axes.x(y, size), axes.y(h, size)) for (p, h), y in zip(placed, years, strict=True)]
    cited = {c.n: c for c in trend.citations}
    marks = join(
        _mark(dot, cited, _label(dot, scaled.label), spot, labelled=len(dots) <= _LABELLED)
        for dot, spot in zip(dots, _spots(dots, scaled.label, size), strict=True)
    )
    parts = (_grid(axes, size, scaled.label), _lines(dots, "target"), _lines(dots, "actual"), _revisions(dots), marks)
    return tag(
        "svg",
        *parts,
        class_=f"chart {size.name}",
        viewBox=f"0 0 {size.width} {size.height}",
        role="group",
        aria_label=trend.called or trend.measure,
    )


def nice_ticks(values: Sequence[float]) -> tuple[float, ...]:
    """Return round numbers, evenly apart, from at or below the lowest value to at or above the highest.

    They begin at nought unless all values are far from it, as a share of the highest.
    """
    low, high = min(values), max(values)
    if low >= 0 and low < high * _NEAR:
        low = 0.0
    if low == high:
        low, high = (0.0, high) if high > 0 else (low, 0.0) if low < 0 else (0.0, 1.0)
    rough = Decimal(str((high - low) / _TICKS))
    power = Decimal(10) ** floor(log10(rough))
    step = next(power * f for f in (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10)) if power * f >= rough)
    start = (Decimal(str(low)) / step).to_integral_value(rounding="ROUND_FLOOR")
    end = (Decimal(str(high)) / step).to_integral_value(rounding="ROUND_CEILING")
    return tuple(float(step * n) for n in range(int(start), int(end) + 1))


def _grid(axes: _Axes, size: _Size, label: str) -> Markup:
    right = size.width - size.right
    parts = [tag("text", label, class_="unit", x=4, y=14)]
    for value in axes.ticks:
        y = axes.y(value, size)
        parts.append(tag("line", class_="grid", x1=size.left, x2=right, y1=str(y), y2=str(y)))
        parts.append(
            tag(
                "text",
                f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}",
                class_="tick",
                x=size.left - 8,
                y=str(y + 4),
                text_anchor="end",
            )
        )
    for year in _year_ticks(axes, size.years):
        x = str(axes.x(year, size))
        parts.append(tag("text", str(year), class_="tick", x=x, y=size.height - 10, text_anchor="middle"))
    return tag("g", *parts, aria_hidden="true")


def _year_ticks(axes: _Axes, most: int) -> list[int]:
    span = axes.last - axes.first
    step = next(step for step in (1, 2, 5, 10, 20, 50) if span / step < most)
    return [year for year in range(axes.first, axes.last + 1) if year % step == 0 or span < most]


def _lines(dots: Sequence[_Dot], status: str) -> Markup:
    """Return the line through the values as first reported; years without a value are bridged by a lighter one."""
    line = [d for d in dots if d.point.status == status and not d.point.restated]
    return join(
        tag(
            "line",
            class_=f"line {status}" if b.year - a.year == 1 else f"line {status} gap",
            x1=str(a.x),
            y1=str(a.y),
            x2=str(b.x),
            y2=str(b.y),
        )
        for a, b in itertools.pairwise(line)
    )


def _revisions(dots: Sequence[_Dot]) -> Markup:
    first = {d.year: d for d in reversed(dots) if d.point.status == "actual" and not d.point.restated}
    return join(
        tag("line", class_="revision", x1=str(d.x), y1=str(first[d.year].y), x2=str(d.x), y2=str(d.y))
        for d in dots
        if d.point.restated and d.year in first
    )


def _spots(dots: Sequence[_Dot], unit: str, size: _Size) -> list[Spot]:
    """Return where the values stand: a target's rather below its point, and none upon the years."""
    frame = Frame(4, 16, size.width - 4, size.height - size.bottom + 4)
    points = [Labelled(dot.x, dot.y, _label(dot, unit), low=_kind(dot.point) == "target") for dot in dots]
    if len(dots) <= _LABELLED:
        return place_labels(points, frame, _TYPE)
    # One is shown at a time.
    return [place_labels([point], frame, _TYPE)[0] for point in points]


def _label(dot: _Dot, unit: str) -> str:
    """Return what stands beside a point; a cell of a table says no unit: beside the scale it is written in the scale's."""
    text = " ".join(dot.point.text.split())
    return f"{dot.height:.6g}{unit}" if _BARE.fullmatch(text) else text


def _kind(point: Point) -> str:
    return "restated" if point.restated else point.status


def _mark(dot: _Dot, cited: dict[int, Citation], label: str, spot: Spot, *, labelled: bool) -> Markup:
    point = dot.point
    citation = cited.get(point.citations[0]) if point.citations else None
    text = " ".join(point.text.split())
    kind = _kind(point)
    x, y = dot.x, dot.y
    shape = {
        "actual": tag("circle", class_="shape", cx=str(x), cy=str(y), r="4.5"),
        "restated": tag(
            "rect", class_="shape", x=str(x - 4.5), y=str(y - 4.5), width=9, height=9, transform=f"rotate(45 {x} {y})"
        ),
        "target": tag("path", class_="shape", d=f"M{x} {y - 6}l5.5 10h-11z"),
    }[kind]
    where = address(citation.report, citation.start, citation.end) if citation else {}
    return tag(
        "g",
        tag("title", " · ".join(part for part in (point.period, text, citation.title if citation else "") if part)),
        tag("circle", class_="reach", cx=str(x), cy=str(y), r=13),
        shape,
        tag("text", label, class_="value", x=f"{spot.x:.1f}", y=f"{spot.y:.1f}", text_anchor=spot.anchor),
        class_=f"point {kind}{' labelled' if labelled else ''}{' open' if citation else ''}",
        role="button",
        tabindex=0,
        data_figures=point.text,
        **where,
    )
