"""What a figure is called right before and behind it, and how much of that a text says."""

import re

from app.choosing.chooser import Chosen
from corpus.character_pairs import character_pairs
from corpus.matching import matching_text

_BREAK = re.compile(r"[，、；。：！？,;:!?（）()]|和|与|及|\band\b")
_BEFORE, _BEHIND = 40, 16
# A word that an ending makes another (firm, firms) begins alike.
_STEM = 5


def said_of(c: Chosen, text: str) -> float:
    """Return the share of what a figure is called that a text says, letters by pairs: of 污水管网30公里 or of what it measures.

    The words of a whole sentence cling to its first figure (新建供水管网287.4公里、污水管网30公里); here none but the nearest count.
    """
    asked = _pieces(text)
    return max(len(own & asked) / max(len(own), 2) for own in (_pieces(_nearest(c)), _pieces(c.candidate.figure.subject)))


def called(c: Chosen) -> str:
    """Return what a figure is called: what stands right before and behind it, and what it measures, folded.

    What another value is only compared with (比原有的70个减少) has but the words around it.
    """
    nearest = _nearest(c)
    compared = c.candidate.figure.kind == "level" and nearest.startswith(("比", "较"))
    return matching_text(nearest if compared else f"{nearest} {c.candidate.figure.subject}")


def _nearest(c: Chosen) -> str:
    """Return what stands between a figure and the marks before and behind it; the names of a table's cell are its subject."""
    figure, sentence = c.candidate.figure, c.candidate.sentence
    if sentence.ranked.passage.context:
        return ""
    start, end = figure.start - sentence.start, figure.end - sentence.start
    before = sentence.text[max(0, start - _BEFORE) : start]
    return _BREAK.split(before)[-1] + _BREAK.split(sentence.text[end : end + _BEHIND], maxsplit=1)[0]


def _pieces(text: str) -> frozenset[str]:
    """Return the pairs of Han characters of a text, or the stems of its Latin words."""
    text = matching_text(text)
    if re.search("[一-龥]", text):
        return character_pairs(re.sub("[^一-龥a-z%]", "", text))
    return frozenset(word[:_STEM] for word in re.findall("[a-z]{3,}", text))
