"""Which figure is the first value of a way (由A到B, from A to B, up from A) and which its second."""

import re

from corpus.figures.english_way import comes_from
from corpus.figures.figure import Figure
from corpus.figures.meaning import is_start
from corpus.matching import simplified

_ARRIVED, _DEALT_OUT = re.compile(r"(?:到|至|达)(?:了|约|近)?$"), re.compile("(?:分别|依次)[^，。；]{0,6}$")
_MOVED = r"rais\w+|increas\w+|reduc\w+|cut|lower\w*|fall\w*|fell|rise|rises|rose|risen|grow\w*|grew|drop\w*|declin\w+|up|down|adjust\w*|brought|bring|expand\w*|enhanc\w+"
_ARRIVED_EN = re.compile(
    rf"\b(?:(?:{_MOVED})\b[^,;.]{{0,60}}|from\b[^,;]{{0,60}}) to (?:(?:about|nearly|over|around|almost|just|some|up) )?(?:to )?$"
)
# Down from $150 today: what was before.
_FROM_LATELY = re.compile(r"\b(?:up|down) from (?:(?:about|nearly|over|around) )?(?:the )?$")

# So far behind a value the number that it became may stand.
_ONWARD = 80

# Whether a figure is the first value of a way, and whether it is the second. Kept of thousands of figures: each is there once.
Ends = tuple[float, float]
_NEITHER, _FIRST, _SECOND = (0.0, 0.0), (1.0, 0.0), (0.0, 1.0)


def way_ends(sentence: str, offset: int, figure: Figure, previous: int) -> Ends:
    """Return whether a figure is the first value of 由A到B, and whether it is the second; `offset` is where its sentence begins in the report."""
    start, end = figure.start - offset, figure.end - offset
    lead = simplified(sentence[max(0, previous - offset) : start])
    onward = sentence[end : end + _ONWARD]
    first = is_start(lead, simplified(onward[:12])) or comes_from(lead, onward) or _FROM_LATELY.search(lead)
    # The first of several values dealt out (分别达42031元、16477元) is no end of a way.
    second = not first and (_ARRIVED.search(lead) or _ARRIVED_EN.search(sentence[:start])) and not _DEALT_OUT.search(lead)
    return _FIRST if first else _SECOND if second else _NEITHER
