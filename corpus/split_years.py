"""Years that begin in one calendar year and end in the next: school years and seasons, told as 2031/32, and financial years, called by their first."""

import re

_SCHOOL = "学年度?|赛季|榨季|雪季|采暖[季期]|供[暖热][季期]"
KINDS = f"{_SCHOOL}|财政年度|会计年度|财年"
_YEAR = r"(?:19|20)\d\d"
_TO = r"(?:/|-|—{1,2}|–|~|～|至|到)"
_ENGLISH = r"(?=\s(?:school|academic|financial|fiscal) year\b|\sseason\b)"
SPLIT_YEAR = re.compile(
    rf"(?<!\d)(?P<first>{_YEAR})\s?(?:年?\s?{_TO}\s?(?P<last>(?:{_YEAR}|\d\d))\s?年?\s?(?:(?P<kind>{KINDS})|{_ENGLISH})"
    r"|/(?P<short>\d\d)(?![\d/]))",
    re.IGNORECASE,
)
_OF_SCHOOL, _FORM = re.compile(_SCHOOL), re.compile(r"(?P<first>\d{4})/\d\d")


def is_one(first: str, last: str) -> bool:
    """Tell whether two years that are named together are one year: 2031/32 is, 2031—2035学年 are several."""
    return int(last) % 100 == (int(first) + 1) % 100


def by_first(text: str) -> str:
    """Return a text with each year that ends in the next one as the year that it begins in.

    >>> by_first("2031—2032学年和2032/33的毕业生")
    '2031年和2032的毕业生'
    """
    return SPLIT_YEAR.sub(_first, text)


def _first(match: re.Match[str]) -> str:
    if not is_one(match["first"], match["last"] or match["short"]):
        return match[0]
    return f"{match['first']}年" if match["kind"] else match["first"]


def school_years(text: str) -> list[re.Match[str]]:
    """Return the school years and seasons that a text names: a match has the `first` year and the `kind`."""
    found = SPLIT_YEAR.finditer(text) if "学" in text or "季" in text or "期" in text else ()
    return [m for m in found if m["kind"] and _OF_SCHOOL.match(m["kind"]) and is_one(m["first"], m["last"])]


def school_period(first: int) -> str:
    """Return the period of the school year that begins in a year.

    >>> school_period(2031), school_period(1999)
    ('2031/32', '1999/00')
    """
    return f"{first}/{(first + 1) % 100:02}"


def is_school_period(period: str) -> bool:
    """Tell the period of a school year, 2031/32, from that of a year and of its parts."""
    return _FORM.fullmatch(period) is not None


def first_of(period: str) -> str:
    """Return the year that a school year begins in, any other period as it is."""
    return period[:4] if is_school_period(period) else period


def moved(period: str, by: int) -> str:
    """Return the year, or the school year, so many years on."""
    year = int(period[:4]) + by
    return school_period(year) if is_school_period(period) else str(year)


def named_period(first: str, last: str, kind: str) -> str:
    """Return the period that 2031—2032学年 is, of two years and what they are called together; a financial year is called by its first."""
    if not is_one(first, last):
        return f"{first}-{first[: -len(last)]}{last}"
    return school_period(int(first)) if _OF_SCHOOL.match(kind) else first
