"""Where the values beside the points of a chart stand, so that none lies upon another or upon a point.

Lengths are in points of the page, y grows downwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
_WIDE, _NARROW = 1.0, 0.58  # of a character, in sizes of the type: 人 and 5
_ABOVE, _BELOW = -1.05, 1.75  # of the base line from its point, in sizes of the type
_FURTHER = 1.2  # a line higher or lower
_REACH = 0.55  # of the mark of a point


@dataclass(frozen=True, slots=True)
class Labelled:
    """A point with the text beside it; `low` says that the text would rather stand below it."""

    x: float
    y: float
    text: str
    low: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot that texts should not leave."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text is written: its base line and how it lies about x."""

    x: float
    y: float
    anchor: Anchor


def place_labels(points: Sequence[Labelled], frame: Frame, size: float) -> list[Spot]:
    """Return a spot for the text of each point, in type of a size.

    Of points above each other (a target and its outcome) the upper one's text goes up and the lower one's down: with 3600 aimed at and
    3413 reached neither lies on the other. What is still taken is avoided by a line more, then beside the point.
    """
    marks = [Frame(p.x - size * _REACH, p.y - size * _REACH, p.x + size * _REACH, p.y + size * _REACH) for p in points]
    taken: list[Frame] = []
    spots: list[Spot] = []
    for point in points:
        costs = []
        for order, spot in enumerate(_spots(point, points, frame, size)):
            box = _box(spot, point.text, size)
            others = [*taken, *(m for m, p in zip(marks, points, strict=True) if p is not point)]
            costs.append((sum(_shared(box, other) for other in others) + _outside(box, frame), order, spot))
        best = min(costs, key=lambda cost: cost[:2])[2]
        spots.append(best)
        taken.append(_box(best, point.text, size))
    return spots


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is in type of a size."""
    return size * sum(_WIDE if char >= "\u2e80" else _NARROW for char in text)


def _spots(point: Labelled, points: Sequence[Labelled], frame: Frame, size: float) -> Iterator[Spot]:
    """Yield the places for a text, the best first."""
    near = [p for p in points if p is not point and p.x == point.x]
    low = any(p.y < point.y for p in near) and not any(p.y > point.y for p in near) if near else point.low
    half = width_of(point.text, size) / 2
    anchor: Anchor = "start" if point.x - half < frame.left else "end" if point.x + half > frame.right else "middle"
    up = [_ABOVE, _ABOVE - _FURTHER]
    down = [_BELOW, _BELOW + _FURTHER]
    first, second = (down, up) if low else (up, down)
    for shift in (first[0], second[0], first[1], second[1]):
        yield Spot(point.x, point.y + shift * size, anchor)
    yield Spot(point.x + size, point.y + 0.35 * size, "start")
    yield Spot(point.x - size, point.y + 0.35 * size, "end")


def _box(spot: Spot, text: str, size: float) -> Frame:
    width = width_of(text, size)
    left = spot.x - {"start": 0.0, "middle": width / 2, "end": width}[spot.anchor]
    return Frame(left, spot.y - 0.9 * size, left + width, spot.y + 0.25 * size)


def _shared(a: Frame, b: Frame) -> float:
    """Return the area that two boxes share."""
    return max(0.0, min(a.right, b.right) - max(a.left, b.left)) * max(0.0, min(a.bottom, b.bottom) - max(a.top, b.top))


def _outside(box: Frame, frame: Frame) -> float:
    """Return the area of a box that lies outside of the plot."""
    return (box.right - box.left) * (box.bottom - box.top) - _shared(box, frame)
