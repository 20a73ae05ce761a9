"""A sentence of a report that a claim tells again in other words: it gives the same values in the same order, and shares most of its wording."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.agreement import comparable, digits_of, nearness, value_verdict
from app.choosing.sentences import Stretch
from app.claims.naming import exclude, name_of, shared_name, telling_words, without_whole
from app.claims.reading import Claimed, ClaimSentence
from app.upright import upright
from corpus.character_pairs import character_pairs
from corpus.figures.figure import Figure
from corpus.matching import matching_text

_NO_LETTER = re.compile(r"[\d\W_]")
# Words for how much there is of a thing.
_HOW_MUCH = re.compile(
    "总[产数量额值共计]*|[合共]计|[产数][量额目值]+|[数量额值率]$|比[例重率]|百分比|平[均摊]|人均|均值|水平|规模|幅度|速度"
)
_EXACT = frozenset({"consistent", "converted"})
# How much of a report's wording a claim that tells it again has, with several values and with one, and how many digits its values have
# together: chance gives no three.
_SHARED, _SHARED_OF_ONE, _TELLING = 0.55, 0.7, 3
_SMALL, _LEAST = 10, 2
# Whose name another value of the sentence bears so much better is that value's name: who tells it again does not deal its values out anew.
_BETTER = 0.15


def tells_again(sentence: ClaimSentence, own: Stretch) -> bool:
    """Tell whether a claim tells a sentence of a report again."""
    return bool(told_again(sentence, own))


def told_again(sentence: ClaimSentence, own: Stretch) -> dict[int, Figure]:
    """Return the figures of a report's sentence that a claim tells again, by the starts of the claim's; none if it tells another."""
    if own.passage.context:
        return {}
    claimed, told = sentence.figures, own.figures
    if len(claimed) != len(told):
        claimed, told = tuple(c for c in claimed if not _is_small(c.figure)), tuple(f for f in told if not _is_small(f))
    if len(claimed) != len(told) or sum(digits_of(c.figure) for c in claimed) < _TELLING:
        return {}
    if not all(_same(c.figure, f) for c, f in zip(claimed, told, strict=True)):
        return {}
    theirs = wording(own.phrase.text)
    shared = len(theirs & wording(sentence.text)) / len(theirs) if theirs else 0.0
    if shared < (_SHARED if len(told) > 1 else _SHARED_OF_ONE) or exclude(sentence.text, own.phrase.text):
        return {}
    if not _are_named(claimed, told):
        return {}
    return {c.figure.start: f for c, f in zip(claimed, told, strict=True) if _of_one_thing(sentence.text, c.figure, own, f)}


def _is_small(figure: Figure) -> bool:
    """Tell a small number, which is not read everywhere."""
    return _LEAST <= figure.value < _SMALL and figure.unit not in {"%", "个百分点"}


def _same(claimed: Figure, found: Figure) -> bool:
    return comparable(claimed, found) and nearness(claimed)(found) and value_verdict(upright(claimed), upright(found)) in _EXACT


def _are_named(claimed: Sequence[Claimed], told: Sequence[Figure]) -> bool:
    """Tell whether no value bears another one's name: 甲增长8%、乙增长12% is not 乙增长8%、甲增长12%."""
    for i, c in enumerate(claimed):
        others = [f for o, f in zip(claimed, told, strict=True) if o.figure.subject != c.figure.subject]
        if not others:
            continue
        names = name_of(c)
        if max(shared_name(names, f.subject) for f in others) > shared_name(names, told[i].subject) + _BETTER:
            return False
    return True


def _of_one_thing(claim: str, figure: Figure, own: Stretch, found: Figure) -> bool:
    """Tell whether neither name has a word that tells things apart and the other text lacks: 粮食总产量 is not 油料总产量, and may be 粮食产量总数."""
    passage = own.passage
    around = matching_text(" ".join((own.phrase.text, found.subject, passage.title, *passage.section)))
    here = matching_text(claim)
    # A name dealt out of 城乡 has 农村, which the sentence does not say.
    theirs = telling_words(without_whole(found.subject), deeds=False)
    told = (word for word in theirs if word in matching_text(own.phrase.text))
    return _says(around, telling_words(without_whole(figure.subject))) and _says(here, told)


def _says(text: str, words: Iterable[str]) -> bool:
    return all(_HOW_MUCH.sub("", word) in text for word in words)


# Asked for again with each figure of a sentence.
@lru_cache(maxsize=1_024)
def wording(text: str) -> frozenset[str]:
    """Return the pairs of characters of a text without its digits and marks."""
    return character_pairs(_NO_LETTER.sub("", matching_text(text)))
