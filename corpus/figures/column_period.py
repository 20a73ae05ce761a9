"""The period of a column or a row of a table: a year, a part of one, or the year before, as its head says."""

import re

from corpus.figures.parts_of_year import PART, months_of, part_of_year
from corpus.split_years import by_first, is_school_period, moved, school_period, school_years

_YEAR = re.compile(r"(?:19|20)\d\d")
# Columns of the year before, as accounts call them: 期初余额, 上期发生额, 上年同期, 年初数.
_YEAR_BEFORE = re.compile(
    r"上(?:一?学)?年|上期|去年|期初|年初(?!预算)|\b(?:prior|previous|preceding|last) (?:financial |fiscal )?(?:year|period)\b",
    re.IGNORECASE,
)
# 全年预算 beside columns of the third quarter is of all of the year.
_WHOLE = re.compile("全年|年度(?=预算|计划|目标|任务)|年初(?=预算|计划|目标|任务)")
# What is there on the first day of a year is what the year before left.
_OPENING = re.compile(r"(?<!\d)0?1\s?月\s?0?1\s?日")
# 2018年, 三季度, 2023年5月 as the label of a row are its period.
_LABEL = re.compile(rf"\s*(?P<year>(?:19|20)\d\d)?\s?年?度?[末底]?\s*(?P<part>{PART})?份?\s*$", re.IGNORECASE)


def column_period(head: str, base: str, *, grows: bool) -> str:
    """Return the period of a column: the year in its head, or counted from the period of the whole table.

    `grows` tells a column of growth, whose 比上年 is what it is compared with.
    """
    if told := school_years(head):
        return school_period(int(told[-1]["first"]))
    if is_school_period(base) and not _YEAR.search(head):
        return moved(base, -bool(_YEAR_BEFORE.search(head) and not grows))
    head = by_first(head)
    months = part_of_year(head)
    years = _YEAR.findall(head)
    if years:
        return _of_year(int(years[-1]) - bool(_OPENING.search(head)), months)
    if not re.match(r"\d{4}(?:$|-\d\d)", base) or re.fullmatch(r"\d{4}-\d{4}", base):
        return base
    year = int(base[:4]) - bool(_YEAR_BEFORE.search(head) and not grows)
    return _of_year(year, months or ("" if _WHOLE.search(head) else months_of(base)))


def label_period(label: str, base: str) -> str:
    """Return the period that the label of a row is, counted from that of the table; "" for any other label."""
    told = school_years(label)
    if told and told[0][0] == label.strip():
        return school_period(int(told[0]["first"]))
    match = _LABEL.match(by_first(label))
    if match is None or not (match["year"] or match["part"]):
        return ""
    year = match["year"] or (base[:4] if re.match(r"\d{4}(?:$|-\d\d(?!\d))", base) else "")
    return _of_year(int(year), part_of_year(match["part"] or "")) if year else ""


def caption_period(caption: str) -> str:
    """Return the last year that a caption names, with the part of it that it names, "" without a year."""
    if told := school_years(caption):
        return school_period(int(told[-1]["first"]))
    caption = by_first(caption)
    years = _YEAR.findall(caption)
    return _of_year(int(years[-1]), part_of_year(caption[caption.rfind(years[-1]) :])) if years else ""


def _of_year(year: int, months: str) -> str:
    first, _, last = months.partition("-")
    return f"{year}-{first}/{year}-{last}" if last else f"{year}-{first}" if first else str(year)
