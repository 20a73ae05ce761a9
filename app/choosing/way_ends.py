"""Which figure is the first value of a way (由A到B, from A to B, up from A) and which its second."""

import re

from app.choosing.sentences import Sentence
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


def way_ends(sentence: Sentence, figure: Figure, previous: int) -> list[float]:
    """Return whether a figure is the first value of 由A到B, and whether it is the second."""
    start, end = figure.start - sentence.start, figure.end - sentence.start
    lead = simplified(sentence.text[max(0, previous - sentence.start) : start])
    first = is_start(lead, simplified(sentence.text[end : end + 12])) or _FROM_LATELY.search(lead)
    # The first of several values dealt out (分别达42031元、16477元) is no end of a way.
    second = not first and (_ARRIVED.search(lead) or _ARRIVED_EN.search(sentence.text[:start])) and not _DEALT_OUT.search(lead)
    return [float(bool(first)), float(bool(second))]
