"""The same figure stated twice in one report with different values."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from app.lint.finding import Oddity
from app.lint.interval import interval
from app.lint.measures import Measured, measured
from app.lint.statements import Reading
from corpus.figures.conversion import convert, convertible
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

# Words that say that a second value is of something else, or found in another way.
_MEASURE = re.compile(r"(?:率|量|额|数|值|收入|支出|比重|人口|人员|价格|指数|里程|面积|产业|投资|余额|消费|贸易|出口|进口|储备|增加值|赤字|就业|债务|贷款|存款|税收)$")
_CLAUSE = re.compile(r"[。；！？：;!?]|[，,、](?!\d{3})")
_MOST_APART = Decimal(2)
_OTHERWISE = re.compile(r"初步|快报|修订|口径|可比|不变价|按[^,，。]{1,12}计算|原(?:计划|定)|调整|其中|实际|名义|扣除|分别|预算|计划|比上年|同比|之[上下外]")


def check_repeats(reading: Reading) -> list[Oddity]:
    """Return the figures of one measure, period, status and kind that a report gives with values that rounding does not explain."""
    groups: dict[tuple[str, ...], list[Measured]] = defaultdict(list)
    for item in measured(reading):
        if _is_fit(item):
            groups[_key(item)].append(item)
    found = []
    for items in groups.values():
        found += _differing(items)
    return found


def _is_fit(item: Measured) -> bool:
    """Tell a figure whose measure is named in full right before it, in a clause that says nothing else."""
    f = item.figure
    lead = _CLAUSE.split(item.sentence.between(None, f))[-1]
    own = item.name in fold(lead) and not _OTHERWISE.search(lead)
    return own and bool(item.name and f.period) and f.kind in {"level", "share", "growth"} and bool(_MEASURE.search(item.name))


def _key(item: Measured) -> tuple[str, ...]:
    f = item.figure
    unit = min(convertible(f.unit))
    return item.name, unit, f.kind, f.polarity, f.basis, f.period, f.status


def _differing(items: list[Measured]) -> Iterator[Oddity]:
    for i, first in enumerate(items):
        for second in items[i + 1 :]:
            if first.sentence == second.sentence or not _is_near(first.figure, second.figure) or not _clash(first.figure, second.figure):
                continue
            a, b = first.figure.text.strip(), second.figure.text.strip()
            yield Oddity(
                "warning", f"同一指标前后不一：“{first.name}”（{first.figure.period}年）一处为{a}，另一处为{b}",
                f"one measure, two values: {a} and {b} for {first.figure.period}", f"{a} ≠ {b}",
                (first.sentence.place(first.figure), second.sentence.place(second.figure)),
            )  # fmt: skip
            return


def _is_near(a: Figure, b: Figure) -> bool:
    """Tell values that one measure may have been given by mistake or revision; others are of another part or place."""
    value = convert(b.value, b.unit, a.unit)
    return value is not None and a.value > 0 and value > 0 and max(a.value / value, value / a.value) <= _MOST_APART


def _clash(a: Figure, b: Figure) -> bool:
    one, two = interval(a), interval(b, a.unit)
    return one is not None and two is not None and not one.meets(two)
