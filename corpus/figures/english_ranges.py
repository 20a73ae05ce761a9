"""Two figures of an English text that follow one another as one: the ends of a range, 2.5 to 4.5%, $3 to $5 billion."""

import re
from dataclasses import replace

from corpus.figures.english_kind import MOVED
from corpus.figures.english_numerals import scale_of
from corpus.figures.figure import Figure

START = re.compile(r"\bfrom (?:about |nearly |over )?$")
_JOINED = frozenset({" to ", " and ", "-", "–"})
# Reduced by £18m to £203m: by how much, and what is left.
_BY = re.compile(r"\bby (?:about |nearly |over )?$")
_BETWEEN, _LEAD = re.compile(r"\bbetween (?:about |nearly |over )?$", re.IGNORECASE), 30


def together(text: str, lower: Figure, upper: Figure) -> tuple[Figure, ...]:
    """Return two figures that follow one another as one where they are the ends of a range.

    Of a way from 3 to 5% the first is of the second's unit.
    """
    whole = _range(text, lower, upper)
    if whole:
        return (whole,)
    if lower.unit or text[lower.end : upper.start] not in _JOINED:
        return lower, upper
    period = lower.period or upper.period
    return replace(lower, unit=upper.unit, kind=upper.kind, polarity=upper.polarity, period=period), upper


def _range(text: str, lower: Figure, upper: Figure) -> Figure | None:
    """Return the two ends of a range as one figure: 2.5 to 4.5%, $3 to $5 billion.

    Return None for two values (from 3% to 5%) and for any others.
    """
    lead, between = text[max(0, lower.start - _LEAD) : lower.start], text[lower.end : upper.start]
    joined = between in _JOINED - {" and "} or (between == " and " and _BETWEEN.search(lead))
    if (
        not joined
        or START.search(lead)
        or MOVED.search(lead)
        or (lower.unit and between == " to " and _BY.search(lead))
        or lower.unit not in {"", upper.unit}
        or lower.value_to is not None
    ):
        return None
    # 3 to 5 million: the scale of the upper end is that of both.
    value = lower.value if scale_of(lower.text) > 1 else lower.value * scale_of(upper.text)
    period = lower.period or upper.period
    if value >= upper.value:
        return None
    return replace(
        upper,
        start=lower.start,
        text=text[lower.start : upper.end],
        value=value,
        value_to=upper.value,
        period=period,
        status=lower.status,
        subject=lower.subject or upper.subject,
    )
