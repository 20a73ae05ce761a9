"""A level and its growth imply the level of the year before: held against that level where it is stated, here or a year ago."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.decimals import plain
from app.lint.finding import Oddity
from app.lint.interval import Interval, exactly, interval
from app.lint.measures import Measured, measured, named
from app.lint.real_growth import IS_REAL
from app.lint.statements import Reading
from app.working.deriving import write_value
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure

_GROWS = re.compile(
    r"^[,，、]\s?(?:比上年末?|同比|比去年末?|较上年末?)?(?:净?(?:增长|增加|增)|净?(?:下降|减少|减)|增产|减产)了?$"
)
_PRICED = re.compile("价格")
_OUTPUT = re.compile(r"生产总值|增加值|产值|国民收入|GDP")
# A difference this large is none between two counts of one thing.
_REVISED = Decimal("0.15")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Grown:
    """A level of a year with its growth over the year before, in per cent or in its own unit."""

    level: Measured
    growth: Figure

    @property
    def is_down(self) -> bool:
        return self.growth.polarity == "-" and self.growth.value > 0

    @property
    def year_before(self) -> str:
        return str(int(self.level.figure.period) - 1)

    def implied(self) -> Interval | None:
        """Return what the level of the year before was."""
        level = self.level.figure
        now = interval(level)
        moved = interval(self.growth, None if self.growth.unit == "%" else level.unit)
        if now is None or moved is None:
            return None
        signed = moved * exactly(-1 if self.is_down else 1)
        if self.growth.unit != "%":
            return now - signed
        factor = exactly(1) + signed / exactly(_HUNDRED)
        return now / factor if factor.low > 0 else None

    def central(self) -> Decimal:
        """Return the level of the year before without regard to rounding."""
        level = self.level.figure
        sign = -1 if self.is_down else 1
        if self.growth.unit == "%":
            return level.value / (1 + sign * self.growth.value / _HUNDRED)
        return level.value - sign * (convert(self.growth.value, self.growth.unit, level.unit) or Decimal(0))


def check_levels(reading: Reading) -> list[Oddity]:
    """Return the levels of a report that do not fit the level and growth it gives of the year after."""
    items = measured(reading)
    return [_oddity(g, before, same=True) for g, before in _misfits(_grown(items), _levels(items))]


def check_revisions(reading: Reading, before: Reading) -> list[Oddity]:
    """Return the levels of last year's report that are no longer those which this report's levels and growths imply."""
    now, then = _levels(_all(reading)), _levels(_all(before))
    restated = [_restated(m, level) for m, level in _differing(now, then)]
    return restated + [_oddity(g, level, same=False) for g, level in _misfits(_grown(now), then)]


def _all(reading: Reading) -> list[Measured]:
    """Return the figures that are known again a year on: of headline measures, and those whose clause names them in full."""
    headline = measured(reading)
    known = {m.figure for m in headline}
    return headline + [m for m in named(reading) if m.figure not in known]


def _differing(now: Sequence[Measured], then: Sequence[Measured]) -> Iterator[tuple[Measured, Measured]]:
    """Yield what one report says of a year, and that of the year before says otherwise."""
    for m in now:
        other = next((t for t in then if (t.name, t.figure.period) == (m.name, m.figure.period)), None)
        if other is None:
            continue
        said, stated = interval(m.figure, other.figure.unit), interval(other.figure)
        value = convert(m.figure.value, m.figure.unit, other.figure.unit)
        if said is None or stated is None or value is None or said.meets(stated):
            continue
        if abs(value / other.figure.value - 1) <= _REVISED:
            yield m, other


def _restated(m: Measured, other: Measured) -> Oddity:
    a, b, year = m.figure.text.strip(), other.figure.text.strip(), m.figure.period
    return Oddity(
        "note", f"{m.name}：本报告称{year}年为{a}，上年的报告为{b}，可能经修订或口径不同",
        f"this report gives {a} for {year}, last year's report {b}; revised, or of another scope", f"{a} ≠ {b}",
        (m.sentence.place(m.figure), other.sentence.place(other.figure)),
    )  # fmt: skip


def _grown(items: Sequence[Measured]) -> list[_Grown]:
    found = []
    for item in _levels(items):
        figures = item.sentence.figures
        at = next((i for i, f in enumerate(figures) if f is item.figure), len(figures))
        growth = figures[at + 1] if at + 1 < len(figures) else None
        if growth is None or growth.status != "actual" or not _is_growth_of(growth, item.figure):
            continue
        real = growth.unit == "%" and (_is_real(item) or _OUTPUT.search(item.name))
        if _GROWS.match(item.sentence.between(item.figure, growth)) and not real:
            found.append(_Grown(item, growth))
    return found


def _is_real(item: Measured) -> bool:
    """Tell what grows at constant prices or in a changed scope: it has no growth of its levels."""
    return bool(IS_REAL.search(item.sentence.text) or _PRICED.search(item.sentence.text + item.name))


def _is_growth_of(growth: Figure, level: Figure) -> bool:
    if growth.unit == "%":
        return growth.kind == "growth"
    return growth.kind == "change" and convert(growth.value, growth.unit, level.unit) is not None


def _levels(items: Sequence[Measured]) -> list[Measured]:
    return [
        m for m in items if m.figure.kind == "level" and m.figure.status == "actual" and re.fullmatch(r"\d{4}", m.figure.period)
    ]


def _misfits(grown: Sequence[_Grown], levels: Sequence[Measured]) -> Iterator[tuple[_Grown, Measured]]:
    for g in grown:
        alike = [m for m in levels if m.name == g.level.name and m.figure.period == g.year_before]
        for other in alike[:1]:
            implied, stated = g.implied(), interval(other.figure, g.level.figure.unit)
            value = convert(other.figure.value, other.figure.unit, g.level.figure.unit)
            if implied is None or stated is None or value is None or implied.meets(stated):
                continue
            if abs(value / g.central() - 1) <= _REVISED:
                yield g, other


def _oddity(g: _Grown, other: Measured, *, same: bool) -> Oddity:
    level = g.level.figure
    step = level.text.strip()
    sign = ("+" if g.is_down else "−") if g.growth.unit != "%" else ("−" if g.is_down else "+")
    implied = write_value(_rounded(g.central()), level.unit, level)
    stated, rate = other.figure.text.strip(), g.growth.text.strip()
    year = g.year_before
    # One file may hold the reports of several years, each its own part.
    same = same and g.level.sentence.passage.section[:1] == other.sentence.passage.section[:1]
    where, where_en = ("另一处", "elsewhere") if same else ("上年的报告", "in last year's report")
    why, why_en = ("", "") if same else ("，可能经修订或口径不同", "; revised, or of another scope")
    formula = f"{step} ÷ (1 {sign} {rate}) ≈ {implied}" if g.growth.unit == "%" else f"{step} {sign} {rate} = {implied}"
    return Oddity(
        "warning" if same else "note",
        f"{g.level.name}：按本报告推算{year}年为{implied}，{where}为{stated}{why}",
        f"this report implies {implied} for {year}, {where_en} it is {stated}{why_en}",
        f"{formula} ≠ {stated}",
        (g.level.sentence.place(level), g.level.sentence.place(g.growth), other.sentence.place(other.figure)),
    )  # fmt: skip


def _rounded(value: Decimal) -> Decimal:
    """Round to four digits: the implied value is no more exact than what it comes from."""
    return Decimal(plain(Decimal(f"{value:.4g}")))
