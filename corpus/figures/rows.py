"""The figures of a table row: unit, period and meaning come from the header, the unit line and the caption."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.figures.figure import Figure, Kind
from corpus.figures.numerals import fold, parse_arabic, scale_value
from corpus.figures.period import Setting, default_period
from corpus.figures.units import RATE, UNIT, canonical_unit

# Spaces set thousands apart and nothing else: a cell of a converted table may hold the numbers of several rows.
_CELL = re.compile(
    r"(?P<sign>[-—－]\s?)?(?P<number>\d[\d,，]*(?: \d{3})*(?:\.\d+)?)\s?(?P<scale>万亿|亿|万)?(?P<unit>%|‰|个?百分点|"
    + UNIT
    + RATE
    + r")?\s*(?:\[\d+\])?$"
)
_UNIT_WORD = re.compile(rf"(?P<scale>万亿|千亿|百亿|亿|千万|百万|万|千|百)??(?P<unit>%|‰|个?百分点|{UNIT}{RATE})$")
_IN_BRACKETS = re.compile(r"[（(](?:单位[:：]\s?)?([^（）()]{1,12})[）)]")
_UNIT_LINE = re.compile(r"(?:计量)?单位\s?[:：]\s?([^\s，,）)]+)")
_ANY_UNIT = re.compile(r"(?P<scale>万亿|亿|万)?(?P<unit>[一-龥A-Za-z·/]{1,8})")
# Columns of numbers to which the unit of the whole table does not apply.
_NO_AMOUNT = re.compile(r"年龄|任期|附注|电话|邮编|股票代码")
# A column of counts names its unit: 出席次数, 员工人数; so do ages and terms.
_COUNT_HEAD = re.compile(r"(?P<unit>人次|[次人件户家股台套宗起张所座项场])数$|(?P<age>年龄)$|(?P<term>年限)$")
# 2018年 as the label of a row is its period.
_YEAR_LABEL = re.compile(r"\s*((?:19|20)\d\d)\s?年?度?[末底]?\s*$")
_UNIT_HEADER = re.compile(r"^(?:计量)?单\s*位$|^unit$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# Columns of the year before, as accounts call them: 期初余额, 上期发生额, 上年同期, 年初数.
_YEAR_BEFORE = re.compile(r"上[年期]|去年|期初|年初(?!预算)")
# What is there on the first day of a year is what the year before left.
_OPENING = re.compile(r"(?<!\d)0?1\s?月\s?0?1\s?日")
_QUARTERS = {"一": ("01", "03"), "二": ("04", "06"), "三": ("07", "09"), "四": ("10", "12")}
_QUARTER = re.compile(r"第?([一二三四])季度")
_GROWTH = re.compile(r"增长|增减|增幅|升降|涨跌|同比|±|比上年|比同期|增速|下降|变[动化](?:比例|幅度?|率|\s?[（(]?[%％])")
# A column of how far two others are apart is no value of the measure.
_APART = re.compile(r"差(?:距|额|值|异)?$|增减(?:额|数|量)$|^增减$|比上年[±增减]+$|超(?:额|短)收")
_RATES = re.compile(r"(?:涨跌|增长|升降|涨降)(?:幅度|幅|速度|率|情况)")
# The part of a column's head that tells period and unit, or nothing: what is left names what the column holds.
_SAYS_WHEN = re.compile(
    r"(?:同?比|较)?(?:上年|去年|上期|同期)?末?(?:增长|增减|增速|变动|升降|涨跌|涨降)(?:幅度|比例|速度|情况|幅|率)?"
    r"|(?:19|20)\d\d\s?年?度?末?|[本上]年(?:度|末|同期)?|[本上]期(?:末)?|金额|数量|绝对[值量数]|指标|数值|合计|单位|[%％±]"
)
_NUMBERING = re.compile(r"^(?:[#＃]|[一二三四五六七八九十]+、|\d+[.、]|[（(][一二三四五六七八九十\d]+[）)]|其中[:：]?)\s*")
_SHARE = re.compile(r"比重|占|率|构成|比例")
# Heads of columns that name the rows.
_LABELS = frozenset(["项目", "科目", "科目名称", "名称", "指标", "项目名称"])
# A first column under such a head numbers or dates the rows.
_NUMBERS_ROWS = re.compile(r"序号|编号|编码|代码|行次|栏次|名次|排名|排序|年份|年度|月份|日期|时间|类|款|项$|#|no", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word with its scale: 万元 is 10000 of 元."""

    factor: int
    word: str


def row_figures(
    row: str, *, header: Sequence[str], caption: str, unit_line: str, setting: Setting, group: str = ""
) -> list[Figure]:
    """Return the figures of one row (cells between bars): its first cell without a number names them, with the `group` of it."""
    spans = _cell_spans(row)
    cells = [row[start:end] for start, end in spans]
    own_unit = _unit_cell(cells, header)
    # The head of the labels may tell the unit of all columns: 项目（单位：万元）.
    heads_unit = _first(_UNIT_LINE, header[0]) if header and not _CELL.match(fold(cells[0]).strip()) else ""
    table_unit = _read_unit(_first(_UNIT_LINE, unit_line) or unit_line or heads_unit) or _read_unit(_bracketed(caption))
    caption_years = _YEAR.findall(caption)
    of_row = _YEAR_LABEL.match(fold(cells[0]))
    base = of_row[1] if of_row else caption_years[-1] if caption_years else default_period(setting)
    is_one_record = _is_one_record(header)
    of_values = _is_all_values(cells, header)
    figures = []
    for position, ((start, _), cell) in enumerate(zip(spans, cells, strict=True)):
        head = header[position] if position < len(header) else ""
        match = _CELL.match(fold(cell).strip())
        if match and cell.strip() and not (position == 0 and not head) and (of_values or not _is_ordinal(position, cell, head)):
            label = f"{group} {_label(cells[:position], first=is_one_record) or _label(cells)}".strip()
            unit = _cell_unit(match, head, own_unit, table_unit, label)
            period = _period(head, base)
            figures.append(_figure(cell, start, match, unit, _measure(head, caption), label, period))
    return figures


def _period(head: str, base: str) -> str:
    """Return the period of a column: the year in its head, or counted from the period of the whole table."""
    years = _YEAR.findall(head)
    if years:
        return str(int(years[-1]) - 1) if _OPENING.search(head) else years[-1]
    if not re.fullmatch(r"\d{4}", base):
        return base
    quarter = _QUARTER.search(head)
    if quarter:
        first, last = _QUARTERS[quarter[1]]
        return f"{base}-{first}/{base}-{last}"
    return str(int(base) - 1) if _YEAR_BEFORE.search(head) and not _GROWTH.search(head) else base


def _cell_spans(row: str) -> list[tuple[int, int]]:
    """Return the spans of the cells between the bars of a row."""
    spans, start = [], 0
    for part in row.split("|"):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _figure(cell: str, start: int, match: re.Match[str], unit: Unit, head: str, label: str, period: str) -> Figure:
    lead = len(cell) - len(cell.lstrip())
    own_scale = scale_value(match["scale"] or "")
    value = parse_arabic(match["number"].strip()) * own_scale * unit.factor * (-1 if match["sign"] else 1)
    kind, polarity = _kind(unit.word, head, value)
    column = _SAYS_WHEN.sub("", re.sub(r"[（(][^（）()]*[）)]", "", head)).strip()
    return Figure(
        start=start + lead,
        end=start + len(cell.rstrip()),
        text=cell.strip(),
        value=value,
        unit=unit.word,
        kind=kind,
        polarity=polarity,
        basis="比上年" if "比上年" in head else "",
        period=period,
        subject=f"{label} {column}".strip(),
    )


def _is_one_record(header: Sequence[str]) -> bool:
    """Tell whether a row is about one thing: no head stands over two columns, and no two name labels (收入 项目, 支出 项目)."""
    heads = [h.strip() for h in header if h.strip()]
    labels = [last for h in heads if (last := h.split()[-1]) in _LABELS]
    return len(heads) > 3 and len(heads) == len(set(heads)) and len(labels) == len(set(labels))


def _label(cells: Sequence[str], *, first: bool = False) -> str:
    """Return what the cells before a value say that it is of: the nearest words to its left, with those that lead to them.

    With `first` the first words of the row: 李明 | 监事 | 55 | 现任 | 26.54 is told of 李明.
    """
    words: list[str] = []
    for cell in cells if first else reversed(cells):
        text = cell.strip()
        said = bool(text) and not _CELL.match(fold(text)) and not _UNIT_WORD.match(fold(text))
        if said:
            words.append(_NUMBERING.sub("", text))
        elif words and text:
            break
    return " ".join(words if first else reversed(words))


def _is_all_values(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Tell a row without a label, each of whose cells is a value under a head of its own: 结果维持 | 结果纠正 over 72 | 64."""
    filled = [fold(cell).strip() for cell in cells]
    numbered = filled == [str(n) for n in range(int(filled[0]), int(filled[0]) + len(filled))] if filled[0].isdecimal() else False
    headed = len(filled) == len(header) > 2 and all(h.strip() for h in header) and not _NUMBERS_ROWS.search(header[0])
    return headed and not numbered and all(_CELL.fullmatch(cell) for cell in filled) and not _YEAR_LABEL.match(filled[0])


def _is_ordinal(position: int, cell: str, head: str) -> bool:
    return (
        (position == 0 and bool(re.match(r"^\s*\d{1,4}\s*$", cell)))
        or bool(re.search(r"序号|编号|编码|代码|行次|年份", head))
        or bool(position == 0 and re.match(r"^\s*(?:19|20)\d\d", cell))
    )


def _unit_cell(cells: Sequence[str], header: Sequence[str]) -> Unit | None:
    for position, head in enumerate(header[: len(cells)]):
        if _UNIT_HEADER.match(head.strip()):
            # 万只（片、套）
            plain = _IN_BRACKETS.sub("", fold(cells[position]))
            return _read_unit(plain) or _any_unit(plain)
    return None


def _cell_unit(match: re.Match[str], head: str, own: Unit | None, table: Unit | None, label: str) -> Unit:
    """Bind the unit of a cell: from the cell, its column's header, its row's unit cell or label, the unit line, in this order."""
    if match["unit"]:
        return Unit(1, canonical_unit(match["unit"]))
    in_head = _read_unit(_bracketed(head)) or (Unit(1, "%") if "%" in fold(head) else None)
    in_label = _read_unit(_bracketed(label))
    if in_head:
        return in_head
    if _GROWTH.search(head) and not own:
        return Unit(1, "%")
    counted = _counted(head, table)
    return in_label or own or counted or (None if _NO_AMOUNT.search(head) else table) or Unit(1, "")


def _counted(head: str, table: Unit | None) -> Unit | None:
    """Return the unit that the head of a column of counts, ages or terms names, None where the table's own is the same word."""
    match = _COUNT_HEAD.search(head.strip())
    if match is None or (match["unit"] and table is not None and table.word == match["unit"]):
        return None
    return Unit(1, match["unit"] or ("岁" if match["age"] else "年"))


def _any_unit(text: str) -> Unit | None:
    """Read the cell of a column of units, where every word is one: 芯千米, 万人公里."""
    match = _ANY_UNIT.fullmatch(fold(text).strip())
    return Unit(scale_value(match["scale"] or ""), match["unit"]) if match else None


def _read_unit(text: str) -> Unit | None:
    match = _UNIT_WORD.match(fold(text).strip().strip("±"))
    return Unit(scale_value(match["scale"] or ""), canonical_unit(match["unit"])) if match else None


def _bracketed(text: str) -> str:
    found = _IN_BRACKETS.findall(text)
    return found[-1] if found else ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def _measure(head: str, caption: str) -> str:
    """Return the words that tell what a column holds: its head, and what the caption of a table of rates says of all (…涨跌幅度)."""
    rates = _RATES.search(caption)
    return f"{head}{rates[0]}" if rates else head


def _kind(unit: str, head: str, value: Decimal) -> tuple[Kind, str]:
    if unit in {"%", "‰"} and (_GROWTH.search(head) or (not _SHARE.search(head) and value < 0)):
        return "growth", "-" if value < 0 else "+"
    if unit == "百分点" or (unit not in {"%", "‰"} and _APART.search(head.strip())):
        return "change", "-" if value < 0 else "+"
    return ("share", "") if unit in {"%", "‰"} else ("level", "")
