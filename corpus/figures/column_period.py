"""The period of a column or a row of a table: a year, a part of one, or the year before, as its head says."""

import re

_YEAR = re.compile(r"(?:19|20)\d\d")
# Columns of the year before, as accounts call them: 期初余额, 上期发生额, 上年同期, 年初数.
_YEAR_BEFORE = re.compile(
    r"上[年期]|去年|期初|年初(?!预算)|\b(?:prior|previous|preceding|last) (?:financial |fiscal )?(?:year|period)\b", re.IGNORECASE
)
# What is there on the first day of a year is what the year before left.
_OPENING = re.compile(r"(?<!\d)0?1\s?月\s?0?1\s?日")
_NUMERALS = {c: n for n, c in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)}
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_PART = re.compile(
    r"(?P<half>上半年|下半年|\b(?:H[12]|(?:first|second) half)\b)"
    r"|(?P<to>前|一(?:至|到|-|—)|1(?:至|到|-|—))(?P<till>[二三两23])个?季度?"
    r"|第?(?P<quarter>[一二三四1-4])季度|\bQ(?P<q>[1-4])\b"
    rf"|(?<!\d)(?P<from>{_MONTH})月?份?\s?(?:-|—|–|~|～|至|到)\s?(?P<end>{_MONTH})月"
    rf"|(?<![\d.])(?P<month>{_MONTH})月(?!\s?\d|日|[初末底])",
    re.IGNORECASE,
)
# 2018年, 三季度, 2023年5月 as the label of a row are its period.
_LABEL = re.compile(rf"\s*(?P<year>(?:19|20)\d\d)?\s?年?度?[末底]?\s*(?P<part>{_PART.pattern})?份?\s*$", re.IGNORECASE)


def column_period(head: str, base: str, *, grows: bool) -> str:
    """Return the period of a column: the year in its head, or counted from the period of the whole table.

    `grows` tells a column of growth, whose 比上年 is what it is compared with.
    """
    months = part_of_year(head)
    years = _YEAR.findall(head)
    if years:
        return _of_year(int(years[-1]) - bool(_OPENING.search(head)), months)
    if not re.match(r"\d{4}(?:$|-\d\d)", base) or re.fullmatch(r"\d{4}-\d{4}", base):
        return base
    year = int(base[:4]) - bool(_YEAR_BEFORE.search(head) and not grows)
    return _of_year(year, months or _months_of(base))


def label_period(label: str, base: str) -> str:
    """Return the period that the label of a row is, counted from that of the table; "" for any other label."""
    match = _LABEL.match(label)
    if match is None or not (match["year"] or match["part"]):
        return ""
    year = match["year"] or (base[:4] if re.match(r"\d{4}(?:$|-\d\d(?!\d))", base) else "")
    return _of_year(int(year), part_of_year(match["part"] or "")) if year else ""


def caption_period(caption: str) -> str:
    """Return the last year that a caption names, with the part of it that it names, "" without a year."""
    years = _YEAR.findall(caption)
    return _of_year(int(years[-1]), part_of_year(caption[caption.rfind(years[-1]) :])) if years else ""


def part_of_year(text: str) -> str:
    """Return the months of a part of a year that a text names as 07-09 (05 for one), "" for none or for all of it."""
    match = _PART.search(text)
    if match is None:
        return ""
    if match["half"]:
        return "01-06" if match["half"].lower() in {"上半年", "h1", "first half"} else "07-12"
    if match["till"]:
        return _months(1, 3 * _number(match["till"]))
    quarter = match["quarter"] or match["q"]
    if quarter:
        return _months(3 * _number(quarter) - 2, 3 * _number(quarter))
    first, last = _number(match["from"] or match["month"]), _number(match["end"] or match["month"])
    return _months(first, last) if first <= last else ""


def _months(first: int, last: int) -> str:
    if (first, last) == (1, 12):
        return ""
    return f"{first:02}" if first == last else f"{first:02}-{last:02}"


def _number(text: str) -> int:
    return int(text) if text.isascii() else 2 if text == "两" else _NUMERALS[text]


def _of_year(year: int, months: str) -> str:
    first, _, last = months.partition("-")
    return f"{year}-{first}/{year}-{last}" if last else f"{year}-{first}" if first else str(year)


def _months_of(period: str) -> str:
    return "-".join(part[5:] for part in period.split("/")) if len(period) > len("2023") else ""
