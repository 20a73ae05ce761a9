"""The figures of a table row: unit, period and meaning come from the header, the unit line and the caption."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.figures.column_period import caption_period, column_period, label_period
from corpus.figures.figure import Figure, Kind
from corpus.figures.numerals import fold
from corpus.figures.period import Setting, default_period
from corpus.figures.table_cells import CellValue, cell_value, is_nothing
from corpus.figures.table_units import Unit, bracketed_unit, corner_unit, read_unit, unit_of_cell, unit_told
from corpus.figures.units import MONEY
from corpus.split_years import SPLIT_YEAR

# Columns of numbers to which the unit of the whole table does not apply.
_NO_AMOUNT = re.compile(r"年龄|任期|电话|邮编|股票代码")
# Columns that only point to notes: they hold no values, and name no row.
_NOTES = re.compile(r"附注|注释|^注\W*$|^(?:notes?|ref\.?|reference)$", re.IGNORECASE)
# A column of counts names its unit: 出席次数, 员工人数; so do ages and terms.
_COUNT_HEAD = re.compile(r"(?P<unit>人次|[次人件户家股台套宗起张所座项场])数$|(?P<age>年龄)$|(?P<term>年限)$")
# Rows that the unit of a table of amounts does not fit: amounts for one share, and rates.
_PER_SHARE = re.compile(r"每股|\bper (?:ordinary )?(?:share|unit)\b", re.IGNORECASE)
_RATE_ROW = re.compile(r"(?:率|比重|比例)$|\b(?:margin|ratio|rate)$", re.IGNORECASE)
_CURRENCIES = MONEY | {"$", "£", "€", "US$", "HK$", "NT$", "A$", "C$"}
# What is told in money where the table counts something else.
_AMOUNT_HEAD = re.compile(r"价|酬|薪|金额|\b(?:price|pay|cost)s?\b", re.IGNORECASE)
_UNIT_HEADER = re.compile(r"^(?:计量)?[单單]\s*位$|^units?$", re.IGNORECASE)
_GROWTH = re.compile(r"增长|增减|增幅|升降|涨跌|同比|±|比上年|比同期|增速|下降|变[动化](?:比例|幅度?|率|\s?[（(]?[%％])")
_GROWTH_ENGLISH = re.compile(
    r"\b(?:change|growth|increase|decrease|variance|movement|yoy|y/y)\b|[+]/-|year[- ]on[- ]year", re.IGNORECASE
)
# A column of how far two others are apart is no value of the measure.
# A column, or a row, of what is aimed at: 年度目标, 全年预算数, 目标值.
_AIMS = re.compile("(?:目标|计划|任务|预期|预算)(?:任务|目标)?(?:总?[数值量额])?$|^(?:年初|全年|年度)?(?:目标|计划|任务|预算)")
# 设定提存计划 names what an amount is of, and is no plan of it.
_AIMED_ROW = re.compile("目标(?:总?[数值量额])?$|^(?:年初|全年|年度)?(?:目标|计划|任务|预算)(?:总?[数值量额])?$")
_NO_AIMS = re.compile("完成|实际|执行|[比较占]|增减|差|率$")
_APART = re.compile(
    r"差(?:距|额|值|异)?$|增减(?:额|数|量)$|^增减$|比上年[±增减]+$|超(?:额|短)收|\b(?:change|variance|difference|movement)$",
    re.IGNORECASE,
)
# What is wanted for a year stands beside what came of a part of it: 全年预算, 年度目标值.
_AIM = re.compile("(?:全年|年度|年初)的?(?:预算|计划|目标|任务)(?:数|值|额|指标)?$")
_RATES = re.compile(r"(?:涨跌|增长|升降|涨降)(?:幅度|幅|速度|率|情况)")
# The part of a column's head that tells period and unit, or nothing: what is left names what the column holds.
_SAYS_WHEN = re.compile(
    r"(?:同?比|较)?(?:上年|去年|上期|同期)?末?(?:增长|增减|增速|变动|升降|涨跌|涨降)(?:幅度|比例|速度|情况|幅|率)?"
    rf"|{SPLIT_YEAR.pattern}"
    r"|(?:FY\s?)?(?:19|20)\d\d\s?[/–—-]\s?\d\d(?!\d)|(?:FY\s?)?(?:19|20)\d\d\s?年?度?末?|[本上]年(?:度|末|同期)?|[本上]期(?:末)?|金额|数量|绝对[值量数]|指标|数值|合计|单位|[%％±]"
)
_NUMBERING = re.compile(
    r"^(?:[#＃]|[一二三四五六七八九十]+、|\d+[.、．]|[（(][一二三四五六七八九十\d]+[）)]|其中[:：]?|[加减][:：])\s*"
)
# How a loss is written is no part of a row's name: （亏损以“－”号填列）.
_SIGN_NOTE = re.compile("[（(][^（()）]{0,12}[以用][^（()）]{0,8}号填[列报写][^（()）]{0,4}[）)]")
_SHARE = re.compile(r"比重|占|率|构成|比例|\b(?:share|rate|ratio|margin|proportion|per ?cent of|% of)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_SEVERAL = 2
# What the rows are called where each is a place.
_OF_PLACES = re.compile(
    "^(?:地区|省份|省市|省[区市]+|城市|地市|市州|州市|县区|区县|县市区?|市县|市区县|乡镇|镇街|街镇|国家|国别)(?:名称)?$"
)
# Heads that say of any row how much it is.
_ANY = frozenset(["总量", "数额", "规模", "实绩", "完成", "累计", "全年"])
# Heads of columns that name the rows.
_LABELS = frozenset(["项目", "科目", "科目名称", "名称", "指标", "项目名称"])
# A first column under such a head numbers or dates the rows.
_NUMBERS_ROWS = re.compile(r"序号|编号|编码|代码|行次|栏次|名次|排名|排序|年份|年度|月份|日期|时间|类|款|项$|#|no", re.IGNORECASE)


def row_figures(
    row: str, *, header: Sequence[str], caption: str, unit_line: str, setting: Setting, group: str = ""
) -> list[Figure]:
    """Return the figures of one row (cells between bars): its first cell without a number names them, with the `group` of it."""
    spans = _cell_spans(row)
    cells = [row[start:end] for start, end in spans]
    heads = [*header, *[""] * (len(cells) - len(header))][: len(cells)]
    values = [None if _NOTES.search(head.strip()) else cell_value(cell) for cell, head in zip(cells, heads, strict=False)]
    own_unit = _unit_cell(cells, header)
    table_unit = unit_told(unit_line) or bracketed_unit(caption) or (corner_unit(header[0]) if header else None)
    base = caption_period(fold(caption)) or default_period(setting) or max((caption_period(head) for head in heads), default="")
    base = label_period(fold(cells[0]), base) or base
    words = _label_cells(cells, values, heads)
    is_one_record = _is_one_record(header)
    of_values = _is_all_values(cells, header)
    figures = []
    for position, ((start, _), cell, value) in enumerate(zip(spans, cells, values, strict=True)):
        head = heads[position]
        if value is not None and not (position == 0 and not head) and (of_values or not _is_ordinal(position, cell, head)):
            label = f"{group} {_label(words[:position], first=is_one_record) or _label(words)}".strip()
            unit = value.unit or _cell_unit(head, own_unit, table_unit, label)
            period = column_period(fold(head), base, grows=_GROWTH.search(head) is not None)
            told_with = _grown(position, heads, values)
            figure = _figure(cell, start, value, unit, _measure(head, caption), f"{label} {told_with}".strip(), period)
            aimed = _says_aim(head, _AIMS) or _says_aim(label, _AIMED_ROW)
            figures.append(replace(figure, status="target") if aimed else figure)
    return figures


def _says_aim(name: str, aims: re.Pattern[str]) -> bool:
    """Tell the head of a column, or the label of a row, of what is aimed at."""
    plain = _SAYS_WHEN.sub("", re.sub(r"[（(][^（()）]*[）)]", "", name)).strip()
    return aims.search(plain) is not None and _NO_AIMS.search(plain) is None


def _cell_spans(row: str) -> list[tuple[int, int]]:
    """Return the spans of the cells between the bars of a row."""
    spans, start = [], 0
    for part in row.split("|"):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _grown(position: int, heads: Sequence[str], values: Sequence[CellValue | None]) -> str:
    """Return what a column of growth without a name of its own is the growth of, where there are several: 出口额 | 增长 | 进口额 | 增长.

    Where the rows are places the one column of growth is that of the measure beside it: 地区 | 出口额 | 增长.
    """
    unnamed = [n for n, head in enumerate(heads) if _GROWTH.search(head) and not _column(head)]
    if position not in unnamed or (len(unnamed) < _SEVERAL and not _OF_PLACES.search(heads[0].strip())):
        return ""
    ahead = next((n for n in range(position - 1, 0, -1) if not _GROWTH.search(heads[n])), 0)
    name = _column(heads[ahead]) if ahead and values[ahead] is not None else ""
    return "" if name in _ANY else name


def _column(head: str) -> str:
    """Return what the head of a column names, without period and unit."""
    return _SAYS_WHEN.sub("", _BRACKETED.sub("", head)).strip()


def _figure(cell: str, start: int, read: CellValue, unit: Unit, head: str, label: str, period: str) -> Figure:
    value = read.value * unit.factor
    if read.bracketed and unit.word in {"%", "‰"} and _SHARE.search(head) and not _GROWTH.search(head):
        value = abs(value)  # a share in brackets beside its amount
    kind, polarity = _kind(unit.word, head, value)
    column = _column(head)
    return Figure(
        start=start + read.start,
        end=start + read.end,
        text=cell[read.start : read.end],
        value=value,
        unit=unit.word,
        kind=kind,
        polarity=polarity,
        basis="比上年" if "比上年" in head else "",
        period=period,
        status="target" if _AIM.search(_BRACKETED.sub("", head).strip()) else "actual",
        subject=f"{label} {column}".strip(),
    )


def _is_one_record(header: Sequence[str]) -> bool:
    """Tell whether a row is about one thing: no head stands over two columns, and no two name labels (收入 项目, 支出 项目)."""
    heads = [h.strip() for h in header if h.strip()]
    labels = [last for h in heads if (last := h.split()[-1]) in _LABELS]
    return len(heads) > 3 and len(heads) == len(set(heads)) and len(labels) == len(set(labels))


def _label_cells(cells: Sequence[str], values: Sequence[CellValue | None], heads: Sequence[str]) -> list[str | None]:
    """Return what of each cell may name a value, without its number: None for values and units, "" for notes and cells of nothing."""
    named: list[str | None] = []
    for cell, value, head in zip(cells, values, heads, strict=True):
        text = cell.strip().strip("*_` ")
        if _NOTES.search(head.strip()) or not text or is_nothing(text):
            named.append("")
        elif value is not None or read_unit(text) or _UNIT_HEADER.match(head.strip()):
            named.append(None)
        else:
            named.append(_SIGN_NOTE.sub("", _NUMBERING.sub("", text)) or text)
    return named


def _label(words: Sequence[str | None], *, first: bool = False) -> str:
    """Return what the cells before a value say that it is of: the nearest words to its left, with those that lead to them.

    With `first` the first words of the row: 李明 | 监事 | 55 | 现任 | 26.54 is told of 李明.
    """
    told: list[str] = []
    for word in words if first else reversed(words):
        if word:
            told.append(word)
        elif told and word is None:
            break
    return " ".join(told if first else reversed(told))


def _is_all_values(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Tell a row without a label, each of whose cells is a value under a head of its own: 结果维持 | 结果纠正 over 72 | 64."""
    filled = [fold(cell).strip() for cell in cells]
    numbered = filled == [str(n) for n in range(int(filled[0]), int(filled[0]) + len(filled))] if filled[0].isdecimal() else False
    headed = len(filled) == len(header) > 2 and all(h.strip() for h in header) and not _NUMBERS_ROWS.search(header[0])
    return headed and not numbered and all(cell_value(cell) for cell in filled) and not label_period(filled[0], "")


def _is_ordinal(position: int, cell: str, head: str) -> bool:
    return (
        (position == 0 and bool(re.match(r"^\s*\d{1,4}\s*$", cell)))
        or bool(re.search(r"序号|编号|编码|代码|行次|年份", head))
        or bool(position == 0 and re.match(r"^\s*(?:19|20)\d\d", cell))
    )


def _unit_cell(cells: Sequence[str], header: Sequence[str]) -> Unit | None:
    column = next((n for n, head in enumerate(header[: len(cells)]) if _UNIT_HEADER.match(head.strip())), None)
    return unit_of_cell(cells[column]) if column is not None else None


def _cell_unit(head: str, own: Unit | None, table: Unit | None, label: str) -> Unit:
    """Bind the unit of a cell without one: from its column's head, its row's unit cell or label, the unit line, in this order."""
    in_head = bracketed_unit(head) or read_unit(head) or (Unit(1, "%") if "%" in fold(head) else None)
    in_label = bracketed_unit(label)
    if in_head:
        return in_head
    if _GROWTH.search(head) and not own:
        return Unit(1, "%")
    counted = _counted(head, table)
    return in_label or own or counted or _table_unit(head, table, label)


def _table_unit(head: str, table: Unit | None, label: str) -> Unit:
    """Return the unit of the whole table as far as it fits a row: an amount for one share has no millions, a rate none of its money."""
    if table is None or _NO_AMOUNT.search(head):
        return Unit(1, "")
    if table.word not in _CURRENCIES and _AMOUNT_HEAD.search(head):
        return Unit(1, "")
    if table.word in _CURRENCIES and (_PER_SHARE.search(label) or _RATE_ROW.search(label)):
        return Unit(1, table.word if _PER_SHARE.search(label) else "")
    return table


def _counted(head: str, table: Unit | None) -> Unit | None:
    """Return the unit that the head of a column of counts, ages or terms names, None where the table's own is the same word."""
    match = _COUNT_HEAD.search(head.strip())
    if match is None or (match["unit"] and table is not None and table.word == match["unit"]):
        return None
    return Unit(1, match["unit"] or ("岁" if match["age"] else "年"))


def _measure(head: str, caption: str) -> str:
    """Return the words that tell what a column holds: its head, and what the caption of a table of rates says of all (…涨跌幅度)."""
    rates = _RATES.search(caption)
    return f"{head}{rates[0]}" if rates else head


def _kind(unit: str, head: str, value: Decimal) -> tuple[Kind, str]:
    grows = _GROWTH.search(head) or _GROWTH_ENGLISH.search(head)
    if unit in {"%", "‰"} and (grows or (not _SHARE.search(head) and value < 0)):
        return "growth", "-" if value < 0 else "+"
    if unit == "百分点" or (unit not in {"%", "‰"} and _APART.search(head.strip())):
        return "change", "-" if value < 0 else "+"
    return ("share", "") if unit in {"%", "‰"} else ("level", "")
