"""The years that a title names."""

import re
from dataclasses import dataclass

from corpus.split_years import by_first

_YEAR = r"(?:19|20)\d\d"
_RANGE = re.compile(rf"(?<!\d)({_YEAR})\s?年?\s?[—~～\-–至到]+\s?({_YEAR}|\d\d)(?!\d)")
_SINGLE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_CHINESE = re.compile(r"([一二][〇○零一二三四五六七八九]{3})年")
_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}


@dataclass(frozen=True, slots=True)
class Years:
    """First and last year, equal for one year, None for none."""

    first: int | None
    last: int | None


def years_of(title: str, name: str) -> Years:
    """Return the years in a title, or in a file's name if the title has none."""
    # A school year is one year.
    for text in (by_first(title), by_first(name)):
        span = _RANGE.search(text)
        if span:
            last = int(span[2]) if len(span[2]) == 4 else int(span[1][:2] + span[2])
            if int(span[1]) <= last:
                return Years(int(span[1]), last)
        single = _SINGLE.search(text)
        if single:
            return Years(int(single[1]), int(single[1]))
        chinese = _CHINESE.search(text)
        if chinese:
            year = int("".join(_DIGITS[c] for c in chinese[1]))
            return Years(year, year)
    return Years(None, None)
