"""A sentence of a report that a claim tells again in other words: it gives the same values in the same order, and shares most of its wording."""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.agreement import comparable, digits_of, nearness, value_verdict
from app.choosing.sentences import Stretch
from app.claims.naming import exclude
from app.claims.reading import ClaimSentence
from app.upright import upright
from corpus.figures.figure import Figure
from corpus.matching import matching_text

_NO_LETTER = re.compile(r"[\d\W_]")
_EXACT = frozenset({"consistent", "converted"})
# How much of a report's wording a claim that tells it again has, and how many digits its values have together: chance gives no three.
_SHARED, _SHARED_OF_ONE, _TELLING = 0.55, 0.7, 3
_SMALL, _LEAST = 10, 2


def tells_again(sentence: ClaimSentence, own: Stretch) -> bool:
    """Tell whether a claim tells a sentence of a report again: every value of the one is that of the other."""
    if own.passage.context:
        return False
    claimed, told = _counted([c.figure for c in sentence.figures]), _counted(own.figures)
    if len(claimed) != len(told) or not claimed or sum(digits_of(f) for f in claimed) < _TELLING:
        return False
    if not all(_same(a, b) for a, b in zip(claimed, told, strict=True)):
        return False
    theirs = wording(own.phrase.text)
    shared = len(theirs & wording(sentence.text)) / len(theirs) if theirs else 0.0
    return shared >= (_SHARED if len(told) > 1 else _SHARED_OF_ONE) and not exclude(sentence.text, own.phrase.text)


def _counted(figures: Sequence[Figure]) -> list[Figure]:
    """Return figures without the small numbers that are not read everywhere; those only where there are no others."""
    large = [f for f in figures if not _LEAST <= f.value < _SMALL or f.unit in {"%", "个百分点"}]
    return large or list(figures)


def _same(claimed: Figure, found: Figure) -> bool:
    return comparable(claimed, found) and nearness(claimed)(found) and value_verdict(upright(claimed), upright(found)) in _EXACT


# Asked for again with each figure of a sentence.
@lru_cache(maxsize=1_024)
def wording(text: str) -> frozenset[str]:
    """Return the pairs of characters of a text without its digits and marks."""
    letters = _NO_LETTER.sub("", matching_text(text))
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
