"""The same figure stated twice in one report with different values."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.lint.finding import Oddity
from app.lint.interval import interval
from app.lint.measures import Measured, measured
from app.lint.statements import Reading
from corpus.figures.conversion import convert, convertible
from corpus.figures.figure import Figure

# Values further apart than this are of different parts, places or times, whatever the words say.
_MOST_APART = Decimal(2)
_TERM = re.compile(r"五年|时期|期间|以来|年均|平均")
_WITHIN = re.compile(r"片区|园区|试验区|开发区|新区|企业|示范区|保税区|县域|市区|城区|[^全我本各]县(?!城|域|级|乡)")
# An aim that is looked back on: 完成年度目标4000人的103%, 比目标多218人, 超过80公里的年度目标.
_REACHED = re.compile(
    r"(?<!要)(?<!确保)(?<!争取)(?<!力争)(?:超过|超出|超额完成|完成|好于|高于|低于|兑现|[比较](?:年初|年度|全年|预期)?|[为占](?:年初|年度|全年))"
    r"[^，。；]{0,12}?(?:目标|任务|安排)"
)
_AHEAD = re.compile(r"力争|确保|争取|争创|目标|任务|安排|打算|部署|要(?=[把使实完增扩保])")


def check_repeats(reading: Reading) -> list[Oddity]:
    """Return the figures of one measure, period, status and kind that a report gives with values that rounding cannot explain."""
    groups: dict[tuple[str, ...], list[Measured]] = defaultdict(list)
    for item in measured(reading):
        if item.figure.kind in {"level", "share", "growth"} and item.figure.value_to is None and _is_told(item):
            groups[_key(item)].append(item)
    return [oddity for items in groups.values() for oddity in _differing(items)]


def _is_told(item: Measured) -> bool:
    """Tell a value of one year, told as reached, whose sentence and section speak of nothing to come and of no longer time."""
    where = _REACHED.sub("", f"{item.sentence.text}{item.sentence.passage.section[-1:]}")
    return (
        item.figure.status == "actual"
        and len(item.figure.period) == 4
        and not _TERM.search(where)
        and not _AHEAD.search(where)
        and not _WITHIN.search(where)
    )


def _key(item: Measured) -> tuple[str, ...]:
    f = item.figure
    return item.name, min(convertible(f.unit)), f.kind, f.polarity, f.basis.removeprefix("比上年").removeprefix("同比"), f.period


def _differing(items: Sequence[Measured]) -> Iterator[Oddity]:
    for i, first in enumerate(items):
        for second in items[i + 1 :]:
            if first.sentence == second.sentence or not _clash(first.figure, second.figure):
                continue
            a, b = first.figure.text.strip(), second.figure.text.strip()
            yield Oddity(
                "warning", f"同一指标前后不一：{first.name}（{first.figure.period}年）一处为{a}，另一处为{b}",
                f"one measure, two values for {first.figure.period}: {a} here, {b} there", f"{a} ≠ {b}",
                (first.sentence.place(first.figure), second.sentence.place(second.figure)),
            )  # fmt: skip
            return


def _clash(a: Figure, b: Figure) -> bool:
    one, two = interval(a), interval(b, a.unit)
    value = convert(b.value, b.unit, a.unit)
    if one is None or two is None or value is None or one.meets(two):
        return False
    return a.value > 0 and value > 0 and max(a.value / value, value / a.value) <= _MOST_APART
