"""The noun phrases of an English sentence: the one that some words begin with, the one that they end with."""

import re
from collections.abc import Sequence

from corpus.figures.english_words import AUXILIARY, DETERMINERS, INSIDE, STOP, bare, is_verb

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SPAN = (
    # the first three, the end of the current
    r"(?:the |a |an )?(?:(?:end of|past|last|next|coming|this|that|first|early|late|current|same|financial|calendar|few|of|the"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) )*"
    # mid-2003, FY98, YA2006, years, June
    r"(?:(?:mid|end)-)?(?:FY ?\d+|YA ?\d+|Year of Assessment|Financial Year|\d+\b|\w+-(?:year|month)"
    rf"|years?|months?|days?|decades?|{_MONTHS})"
)
TIME = re.compile(rf"(?:(?:in|for|by|over|during|since|on|from|at|until|to|up to|as at|between) )?{_SPAN}\b", re.IGNORECASE)
_TIME_BEHIND = re.compile(rf"\s{TIME.pattern}(?: \d{{4}})?$", re.IGNORECASE)
TIME_AHEAD = re.compile(rf"^(?:so far|to date|{TIME.pattern}(?: period| \d{{4}})?)[, ]+(?:only )?", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:(?:and|or|so|but|thus|also|then|the|a|an|this|these|our|its|their|for|in|on|at|of|to|both|all|each|every"
    r"|instance|example|however|therefore|overall|altogether|furthermore|in addition|as|which|that),?(?:\s+|$))+",
    re.IGNORECASE,
)
_MOST = 9


def phrase_before(words: str) -> str:
    """Return the noun phrase that some words end with."""
    every = words.split()
    start = len(every)
    while start and len(every) - start < _MOST:
        word = every[start - 1]
        plain = bare(word)
        inside = start < len(every)
        if (
            plain in STOP
            or (inside and word[-1] in ",;:)–—-.")
            or (inside and plain not in INSIDE and is_verb(plain, bare(every[start - 2]) if start > 1 else ""))
        ):
            break
        if plain in DETERMINERS and (start < 2 or not inside or every[start - 2].lower() not in INSIDE):
            break
        start -= 1
    return tidied(LEADING.sub("", " ".join(every[start:])))


def phrase_of(words: str, *, prepositions: bool = True) -> str:
    """Return the noun phrase that some words begin with, up to its first preposition without `prepositions`."""
    every = words.split()
    taken: list[str] = []
    for place, word in enumerate(every[: _MOST + 1]):
        plain, before = bare(word), bare(every[place - 1]) if place else ""
        ends = plain in STOP and not (plain in {"and", "or"} and _joins(every, place))
        ends = ends or (plain.endswith("ed") and before.endswith("s")) or (bool(taken) and word.startswith("("))
        ends = ends or (plain in DETERMINERS and bool(taken) and before not in INSIDE) or (plain in INSIDE and not prepositions)
        if ends or len(taken) == _MOST or (taken and (AUXILIARY.fullmatch(plain) or is_verb(plain, before))):
            break
        taken.append(word.rstrip(",.;:"))
        if word[-1] in ",.;:)":
            break
    while taken and bare(taken[-1]) in INSIDE | {"and", "or"}:
        taken.pop()
    return tidied(LEADING.sub("", " ".join(taken)))


def _joins(words: Sequence[str], place: int) -> bool:
    """Tell "and" between two words of one phrase: traineeship and training opportunities, research and development."""
    following = words[place + 1 : place + 2]
    plain = bare(following[0]) if following else ""
    ends = not plain or not plain[0].isalpha() or plain.endswith("ed") or plain in STOP | DETERMINERS | INSIDE
    return place > 0 and not ends and not is_verb(plain, "")


def tidied(phrase: str) -> str:
    """Return a noun phrase without a time at its end and without marks around it."""
    phrase = _TIME_BEHIND.sub("", phrase)
    return phrase.strip(" ,.;:'\"“”()")
