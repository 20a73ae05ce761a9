"""The words right before an English figure that bound it: more than 50%, at least 15,000, up to $9,000, about 600."""

import re

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead
from corpus.matching import is_chinese
from index.unit_classes import class_of_unit

_SLIGHTLY = r"(?:(?:just|well|slightly|a little|far|not|no) )?"
_BOUND = re.compile(
    rf"(?<![\w’'-])(?P<said>{_SLIGHTLY}(?:more|less|fewer|higher|lower) than|{_SLIGHTLY}(?:over|under|above|below)|at (?:least|most)|(?<!\w up to )up to"
    r"|as (?:much|many|high|low) as|(?:very )?close to|in excess of|(?:just )?about|around|nearly|almost|approximately|roughly|some|an estimated) $",
    re.IGNORECASE,
)
# It went up to 5%: the way it moved bounds nothing.
_MOVED_UP = re.compile(
    r"\b(?:go|goes|going|gone|went|mov\w+|rais\w+|rise|rises|rose|risen|ris\w+|increas\w+|push\w+|brought|bring\w*|back|top\w*|it) up to $",
    re.IGNORECASE,
)
# Over three years tells how long, and no less.
_DURING = re.compile(r"(?:over|under|below|above|some) $", re.IGNORECASE)


def bound_before(c: Chosen) -> str:
    """Return the words that bound a figure of English text with a blank behind them, "" without any."""
    before = " ".join(ahead(c)[-40:].split()) + " "
    said = _BOUND.search(before)
    if (
        said is None
        or is_chinese(c.candidate.sentence.text)
        or c.candidate.sentence.ranked.passage.context
        or _MOVED_UP.search(before)
    ):
        return ""
    if class_of_unit(c.candidate.figure.unit) == "time" and _DURING.search(said[0]):
        return ""
    return f"{said['said'].lower()} "
