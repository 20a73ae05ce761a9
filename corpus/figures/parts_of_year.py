"""Parts of a year by their names: a half, a quarter, the first so many quarters or months, a month or several."""

import re
from collections.abc import Sequence

from corpus.figures.figure import Figure

_NUMERALS = {c: n for n, c in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)}
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_WORDS = {n: word for word, n in _NUMERALS.items()}
_IN_DIGITS = re.compile(r"(?<![\d.])(?:(?:1[0-2]|0?[1-9])月?(?:-|—|–|~|～|至|到)+)?(?:1[0-2]|0?[1-9])(?P<unit>个?月)(?!\s?\d|日)")
# 前三季度 is nine months and no third quarter; 此前三个月 are some other three.
_FIRST = "(?<![此之以提目])[前头]"
_UP_TO = "(?:至|到|-|—|–|~|～)"
_PART = re.compile(
    r"(?P<half>上半年|下半年|[前头后]半年|\b(?:H[12]|(?:first|second) half)\b)"
    rf"|(?:{_FIRST}|第?[一1](?:季度?)?{_UP_TO}第?)(?P<till>[二三两23])个?季度?"
    rf"|{_FIRST}(?![一1]个月)(?P<months>{_MONTH}|两)个月"
    r"|第?(?P<quarter>[一二三四1-4])季度|\bQ(?P<q>[1-4])\b"
    rf"|(?<!\d)(?P<from>{_MONTH})月?份?\s?(?:-|—|–|~|～|至|到){{1,2}}\s?(?P<end>{_MONTH})月"
    rf"|(?<![\d.])(?P<month>{_MONTH})月(?!\s?\d|日|[初末底])",
    re.IGNORECASE,
)
PART = _PART.pattern
WHOLE = "01-12"
_WHOLE = re.compile("全年|整年|一年到头")
_FIRST_HALF = frozenset(["上半年", "前半年", "头半年", "h1", "first half"])


def part_of_year(text: str) -> str:
    """Return the months of the part of a year that a folded text names first as 07-09 (05 for one), "" for none or for all of it.

    >>> part_of_year("前三季度"), part_of_year("第三季度"), part_of_year("头11个月"), part_of_year("5月")
    ('01-09', '07-09', '01-11', '05')
    """
    match = _PART.search(text)
    return _read(match) if match else ""


def parts_of_year(text: str) -> tuple[str, ...]:
    """Return the months of all parts of a year that a folded text names, in order."""
    return tuple(dict.fromkeys(part for match in _PART.finditer(text) if (part := _read(match))))


def parts_asked(text: str) -> tuple[str, ...]:
    """Return the months of the parts of a year that a folded question names, 01-12 for all of it (全年), none where it only names years."""
    return (*parts_of_year(text), WHOLE) if _WHOLE.search(text) else parts_of_year(text)


def months_in_words(text: str) -> str:
    """Return a text with its months in Chinese numerals: they are then no numerals that need to be proven.

    >>> months_in_words("1—9月累计"), months_in_words("前11个月"), months_in_words("5月")
    ('一至九月累计', '前十一个月', '五月')
    """
    return _IN_DIGITS.sub(lambda m: "至".join(_WORDS[int(n)] for n in re.findall(r"\d+", m[0])) + m["unit"], text)


def months_of(period: str) -> str:
    """Return the months of a period that is a part of a year: 07-09 of 2023-07/2023-09, "" of a year or of several."""
    return (
        "-".join(part[5:] for part in period.split("/"))
        if "-" in period and (len(period) == len("2023-07") or "/" in period)
        else ""
    )


def is_of_other_part(period: str, asked: Sequence[str]) -> bool:
    """Tell whether a period is a part of a year, and none of those asked about.

    1月 to 9月 is no third quarter. One month answers for the quarter it lies in, and a quarter for a month of it.

    >>> is_of_other_part("2023-07/2023-09", ["01-09"]), is_of_other_part("2023-08", ["07-09"]), is_of_other_part("2023", ["07-09"])
    (True, False, False)
    """
    own = months_of(period)
    return bool(own and asked) and not any(_is_in(own, part) for part in asked)


def is_whole_beside_parts(figure: Figure, row: Sequence[Figure]) -> bool:
    """Tell a cell that is of all of a year, in a row with cells that are of parts of it."""
    return not months_of(figure.period) and any(months_of(f.period) for f in row)


def _is_in(own: str, part: str) -> bool:
    """Tell whether months are those asked about, or one of the two is a single month within the other."""
    if own == part or part == WHOLE:
        return own == part
    (a, b), (c, d) = _ends(own), _ends(part)
    return (a == b or c == d) and (a <= c <= d <= b or c <= a <= b <= d)


def _ends(months: str) -> tuple[int, int]:
    first, _, last = months.partition("-")
    return int(first), int(last or first)


def _read(match: re.Match[str]) -> str:
    if match["half"]:
        return "01-06" if match["half"].lower() in _FIRST_HALF else "07-12"
    if match["till"]:
        return _months(1, 3 * _number(match["till"]))
    if match["months"]:
        return _months(1, _number(match["months"]))
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
