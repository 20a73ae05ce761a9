"""The year that a sentence counts a growth from: 比1978年增长, 同一九七八年相比."""

import re

from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_COUNTED_FROM = re.compile(r"[比较同与和跟](?P<year>(?:1[89]|20)\d\d|[一二][零○一二三四五六七八九]{3})年")
_DIGITS = str.maketrans("零○一二三四五六七八九", "00123456789")
_SPAN = re.compile(r"(\d{4})-\d{4}")


def counted_from(text: str) -> int:
    """Return the year that a sentence counts a growth from, as it says up to it, 0 for none."""
    said = list(_COUNTED_FROM.finditer(fold(text)))
    return int(said[-1]["year"].translate(_DIGITS)) if said else 0


def counts_from_another_year(claimed: Figure, text: str, here: Figure) -> bool:
    """Tell whether a growth over a span of years is told in a report from another year on; the span of `here` counts in its sentence `text`."""
    span = _SPAN.fullmatch(claimed.period)
    if span is None or claimed.kind != "growth" or here.kind != "growth":
        return False
    return counted_from(text[: here.start]) not in {0, int(span[1])}
