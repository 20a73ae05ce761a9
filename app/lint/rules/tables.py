"""Tables against themselves: rows and columns of totals, and columns of growth.

How a table adds up is not read from its words but found in its numbers: where most of its columns (or rows) add up, or most of
its growths follow from two other columns, those that do not are findings. A table that adds up nowhere is built otherwise, and
says nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from app.decimals import plain
from app.lint.finding import Oddity, Place, Severity
from app.lint.interval import Interval, exactly
from app.lint.real_growth import IS_REAL
from app.lint.statements import Reading, Row, Table
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.figures.precision import last_digit

_TOTAL = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.])?(?:合\s*计|总\s*计|小\s*计|本[年期](?:收入|支出)?合计|(?:收入|支出|资产|负债)(?:总计|合计))$"
)
_SUM_HEAD = re.compile(r"(?:合\s*计|总\s*计|小\s*计|总数)$")
_PART_OF_PART = re.compile("其中|小计|#")
_YEAR = re.compile(r"(\d{4})年?")
_GROWTH_HEAD = re.compile("增长|增幅|增速|同比|±")
_RATIOS = frozenset({"%", "‰", "百分点"})
_HUNDRED = Decimal(100)
_LEAST_ROWS, _MOST_COLUMNS = 4, 12
_CLOSE = Decimal("0.15")
_MOSTLY = Decimal("0.75")


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total row with the rows that may be its parts."""

    total: Row
    parts: tuple[Row, ...]


def check_tables(reading: Reading) -> list[Oddity]:
    """Return the totals and growths of tables that do not follow from their other cells, where most of the others do."""
    found: list[Oddity] = []
    for table in reading.tables:
        found += _check_totals(table.rows)
        for block in _same_width(table):
            found += _check_across(block, table.heads)
            found += _check_growths(block) or _check_headed_growths(block, table.heads)
            found += _check_shares(block)
    return found


def _same_width(table: Table) -> Iterator[tuple[Row, ...]]:
    """Yield the rows that stand together and have the same number of cells."""
    block: list[Row] = []
    for row in table.rows:
        if block and len(row.cells) != len(block[0].cells):
            yield tuple(block)
            block = []
        block.append(row)
    if block:
        yield tuple(block)


def _check_totals(rows: Sequence[Row]) -> Iterator[Oddity]:
    at = [i for i, row in enumerate(rows) if _is_total(row)]
    for n, i in enumerate(at):
        before = rows[at[n - 1] + 1 if n else 0 : i]
        behind = rows[i + 1 : at[n + 1] if n + 1 < len(at) else len(rows)]
        for parts in (before, behind):
            # A row with fewer cells may have lost any of them: nothing can be said of such a list.
            if len(parts) >= 2 and all(len(row.cells) == len(rows[i].cells) for row in parts):
                yield from _check_sum(_Sum(rows[i], tuple(parts)))


def _is_total(row: Row) -> bool:
    return any(_TOTAL.match(cell.replace(" ", "")) for cell in row.cells[:2])


def _check_sum(block: _Sum) -> Iterator[Oddity]:
    holding: list[int] = []
    failing: list[int] = []
    for column, figure in block.total.figures.items():
        parts = [row.figures[column] for row in block.parts if column in row.figures]
        if figure.unit in _RATIOS or len([p for p in parts if p.value]) < 2 or any(p.unit != figure.unit for p in parts):
            continue
        (holding if _adds_up(parts, figure) else failing).append(column)
    alone = not holding and len(failing) == 1 and _is_all(block, failing[0])
    if not alone and (not holding or len(failing) > len(holding)):
        return
    for column in failing:
        figures = [row.figures[column] for row in block.parts if column in row.figures]
        places = (block.total.place(column), *(row.place(column) for row in block.parts if column in row.figures))
        yield _differs(block.total.figures[column], figures, places, "列", "warning" if alone else "error")


def _is_all(block: _Sum, column: int) -> bool:
    """Tell the one column of a table whose rows, each with a value, come near the total: no other column tells that they add up."""
    only = [c for c, f in block.total.figures.items() if f.unit not in _RATIOS] == [column]
    if not only or len(block.parts) < _LEAST_ROWS or any(column not in row.figures for row in block.parts):
        return False
    if any(_PART_OF_PART.search(row.cells[0]) for row in block.parts):
        return False
    values = [row.figures[column].value for row in block.parts]
    total, added = block.total.figures[column].value, sum(values, Decimal(0))
    # 3年以上 beside 3至4年 and 5年以上: what is too much is a row that others are part of, or two.
    nested = {a + b for a in values for b in (*values, Decimal(0))}
    return total > 0 and abs(added / total - 1) <= _CLOSE and added - total not in nested


def _adds_up(parts: Sequence[Figure], total: Figure) -> bool:
    added = exactly(0)
    for part in parts:
        added += _cell_interval(part)
    return added.meets(_cell_interval(total))


def _cell_interval(figure: Figure) -> Interval:
    """Return what a cell may stand for: a table writes its numbers out, zeros at the end are no rounding."""
    step = last_digit(fold(figure.text), figure.value) or Decimal(0)
    if (
        "." not in figure.text
        and abs(figure.value) == step * abs(Decimal(re.sub(r"[^\d.]", "", fold(figure.text)) or 0))
        and step == 1
    ):
        return exactly(figure.value)
    return Interval(figure.value - step, figure.value + step)


def _differs(total: Figure, parts: Sequence[Figure], places: tuple[Place, ...], line: str, severity: Severity) -> Oddity:
    value = sum((p.value for p in parts), Decimal(0))
    scale = _scale(total)
    shown, stated = plain(value / scale), total.text.strip()
    listed = " + ".join(p.text.strip() for p in parts[:12]) + (" + …" if len(parts) > 12 else "")
    return Oddity(
        severity, f"表内合计不符：该{line}各项之和为{shown}，合计为{stated}",
        f"the {'column' if line == '列' else 'row'} adds up to {shown}, its total says {stated}",
        f"{listed} = {shown} ≠ {stated}", places,
    )  # fmt: skip


def _scale(figure: Figure) -> Decimal:
    number = Decimal(re.sub(r"[^\d.]", "", fold(figure.text)) or 0)
    return abs(figure.value) / number if number else Decimal(1)


def _check_across(rows: Sequence[Row], heads: Sequence[str]) -> Iterator[Oddity]:
    """Check rows whose first number is headed 合计 and is the sum of the others of its unit, where most rows are built so."""
    if len(heads) != len(rows[0].cells):
        return
    told = [(row, *_head_and_rest(row, heads)) for row in rows]
    fit = [
        (row, first, rest)
        for row, first, rest in told
        if first is not None and len([c for c in rest if row.figures[c].value]) >= 2
    ]
    if len(fit) < _LEAST_ROWS:
        return
    failing = [(r, f, c) for r, f, c in fit if not _adds_up([r.figures[i] for i in c], r.figures[f])]
    if len(failing) > len(fit) * (1 - _MOSTLY):
        return
    for row, first, rest in failing:
        yield _differs(
            row.figures[first], [row.figures[c] for c in rest], (row.place(first), *(row.place(c) for c in rest)), "行", "error"
        )


def _head_and_rest(row: Row, heads: Sequence[str]) -> tuple[int | None, list[int]]:
    columns = [c for c, f in sorted(row.figures.items()) if f.unit not in _RATIOS]
    if len(columns) < 3 or not _SUM_HEAD.search(heads[columns[0]]):
        return None, []
    first, *rest = columns
    unit = row.figures[first].unit
    return first, [c for c in rest if row.figures[c].unit == unit]


def _check_growths(rows: Sequence[Row]) -> list[Oddity]:
    """Find columns x, y and g with g = (x ÷ y − 1) × 100 in most rows, and the rows in which it is not."""
    found: list[Oddity] = []
    columns = sorted({c for row in rows for c in row.figures})
    if len(rows) < _LEAST_ROWS or len(columns) > _MOST_COLUMNS:
        return found
    rates = [c for c in columns if sum(_is_growth(row.figures.get(c)) for row in rows) >= _LEAST_ROWS]
    levels = [c for c in columns if sum(_is_level(row.figures.get(c)) for row in rows) >= _LEAST_ROWS]
    for g in rates:
        for x, y in permutations(levels, 2):
            full, failing = _grown(rows, x, y, g)
            moved = [row for row in full if row not in failing and row.figures[g].value]
            if len(moved) < _LEAST_ROWS or len(failing) > len(full) * (1 - _MOSTLY):
                continue
            found += [_misgrown(row, x, y, g) for row in failing]
    return found


def _check_headed_growths(rows: Sequence[Row], heads: Sequence[str]) -> list[Oddity]:
    """Check columns of two years and of growth that are headed so, where most of the growths, of however few, are that of the two."""
    if len(heads) != len(rows[0].cells):
        return []
    years = {int(m[1]): c for c, head in enumerate(heads) if (m := _YEAR.fullmatch(head.replace(" ", "")))}
    rates = [c for c, head in enumerate(heads) if _GROWTH_HEAD.search(head) and not IS_REAL.search(head)]
    if len(years) != 2 or max(years) - min(years) != 1 or len(rates) != 1:
        return []
    x, y, g = years[max(years)], years[min(years)], rates[0]
    full, failing = _grown(rows, x, y, g)
    holding = [row for row in full if row not in failing and row.figures[g].value]
    return [_misgrown(row, x, y, g) for row in failing] if len(holding) > max(1, len(failing)) else []


def _grown(rows: Sequence[Row], x: int, y: int, g: int) -> tuple[list[Row], list[Row]]:
    """Return the rows that have two levels and a growth, and those of them where the growth is not that of the levels."""
    full = [
        row for row in rows if _is_growth(row.figures.get(g)) and _is_level(row.figures.get(x)) and _is_level(row.figures.get(y))
    ]
    return full, [row for row in full if not _grows(row, x, y, g)]


def _is_growth(figure: Figure | None) -> bool:
    return figure is not None and figure.unit == "%"


def _is_level(figure: Figure | None) -> bool:
    return figure is not None and figure.unit not in _RATIOS and figure.value > 0


def _grows(row: Row, x: int, y: int, g: int) -> bool:
    now, then, rate = (_cell_interval(row.figures[c]) for c in (x, y, g))
    return then.low > 0 and ((now / then - exactly(1)) * exactly(_HUNDRED)).meets(rate)


def _misgrown(row: Row, x: int, y: int, g: int) -> Oddity:
    now, then, rate = (row.figures[c] for c in (x, y, g))
    value = plain(((now.value / then.value - 1) * _HUNDRED).quantize(Decimal("0.01")))
    stated = rate.text.strip()
    return Oddity(
        "error", f"表内增幅不符：{row.cells[0]}由{then.text.strip()}到{now.text.strip()}为{value}%，表中为{stated}",
        f"the growth from {then.text.strip()} to {now.text.strip()} is {value}%, the table says {stated}",
        f"{now.text.strip()} ÷ {then.text.strip()} − 1 ≈ {value}% ≠ {stated}", tuple(row.place(c) for c in (y, x, g)),
    )  # fmt: skip


def _check_shares(rows: Sequence[Row]) -> Iterator[Oddity]:
    """Find a column x and a column of shares with one row of 100%: the others are x ÷ x of that row, in most rows."""
    columns = sorted({c for row in rows for c in row.figures})
    if len(columns) > _MOST_COLUMNS:
        return
    for g in columns:
        wholes = [row for row in rows if g in row.figures and row.figures[g].unit == "%" and row.figures[g].value == _HUNDRED]
        if len(wholes) != 1:
            continue
        for x in (c for c in columns if c != g and _is_level(wholes[0].figures.get(c))):
            full = [
                row for row in rows if row is not wholes[0] and _is_level(row.figures.get(x)) and _is_growth(row.figures.get(g))
            ]
            failing = [row for row in full if not _is_part(row, wholes[0], x, g)]
            if len(full) - len(failing) < _LEAST_ROWS - 1 or len(failing) > len(full) * (1 - _MOSTLY):
                continue
            for row in failing:
                yield _misshared(row, wholes[0], x, g)


def _is_part(row: Row, whole: Row, x: int, g: int) -> bool:
    part, total, share = _cell_interval(row.figures[x]), _cell_interval(whole.figures[x]), _cell_interval(row.figures[g])
    return total.low > 0 and row.figures[x].unit == whole.figures[x].unit and (part / total * exactly(_HUNDRED)).meets(share)


def _misshared(row: Row, whole: Row, x: int, g: int) -> Oddity:
    part, total, stated = row.figures[x], whole.figures[x], row.figures[g].text.strip()
    value = plain((part.value / total.value * _HUNDRED).quantize(Decimal("0.01")))
    return Oddity(
        "error",
        f"表内占比不符：{row.cells[0]}{part.text.strip()}占{total.text.strip()}的{value}%，表中为{stated}",
        f"{part.text.strip()} of {total.text.strip()} is {value}%, the table says {stated}",
        f"{part.text.strip()} ÷ {total.text.strip()} ≈ {value}% ≠ {stated}",
        (whole.place(x), row.place(x), row.place(g)),
    )
