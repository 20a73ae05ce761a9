"""What an English figure takes from the words before the last one: of whom 46 stayed on, and received 27%, and goats 4%."""

import re
from collections.abc import Callable

from corpus.figures.english_words import INSIDE, STOP, bare, first_verb, is_verb

_OF_THOSE = re.compile(r"\bof (?:whom|which|these|them|those),?$")
# What those counted did: of whom 46 stayed on in the village.
_DID = re.compile(r"^ (?P<what>[a-z]+(?: (?!and\b|or\b|but\b)[A-Za-z][\w’'-]*){0,5})")
_AND_DID = re.compile(r"^(?P<ahead>[^,;]*?) ?\band (?P<did>[a-z]+)$")
_FEW_WORDS = re.compile(r"(?:(?:the|its|their|our) )?(?:[A-Za-z][\w’'-]* ){0,2}[A-Za-z][\w’'-]*")
_AGAIN = re.compile(
    r"(?:The|This|That|Its|Their) (?P<what>number|figure|total|rate|share|proportion|percentage|amount|sum|count|population|ratio|value|average)\b"
    r"(?! (?:of|for)\b)"
)
_JOINED = re.compile(r"\b(?:and|while|but),?$")
_PRONOUN = re.compile(r"^(?:it|they|this|that|these)\b")


def counts_again(sentence: str) -> bool:
    """Tell a sentence that goes on with what was counted by a general word: the number fell."""
    return _AGAIN.match(sentence) is not None


def counted_again(sentence: str, counted: str) -> str:
    """Return what was counted last, where a sentence goes on with it by a general word: the number fell in each of these years, to 46; else "".

    >>> counted_again("The rate fell to 4%.", "vacancy rate"), counted_again("The rate of interest fell to 4%.", "vacancy rate")
    ('vacancy rate', '')
    """
    again = _AGAIN.match(sentence)
    return counted if again is not None and again["what"].lower() in counted.lower() else ""


def carried(gap: str, rest: str, ahead: str, before: str, topic: Callable[[str], str]) -> str:
    """Return what a figure is of that its own clause leaves out, "" if it leaves out nothing.

    `gap` are the words since the last figure, `rest` its clause of them, `ahead` those before this; `before` is what the last figure
    was of, `topic` tells what a clause is about.
    """
    if not before:
        # The fee was cut, but it is still high – 46.
        return topic(ahead) if ahead and _PRONOUN.match(rest) else ""
    if _OF_THOSE.search(rest):
        return before
    did = _AND_DID.match(rest)
    if did is not None and is_verb(did["did"], "and") and first_verb(did["ahead"]) < 0:
        # The richest paid 9% of it and received 4%.
        return before
    return _gapped(gap, rest)


def _gapped(gap: str, rest: str) -> str:
    """Return what stands alone before a number behind "and", its verb being that of the number before: sheep take up 19%, and goats 4%."""
    own = rest.removeprefix("and ").removeprefix("while ")
    lead, found, _ = gap.rpartition(own) if own else ("", "", "")
    if not found or _FEW_WORDS.fullmatch(own) is None or _JOINED.search(lead.rstrip()) is None:
        return ""
    words = [bare(word) for word in own.split()]
    apart = words[-1] in STOP | INSIDE or words[0] in STOP | INSIDE or words[-1].endswith(("ly", "ing"))
    return "" if apart or any(is_verb(word, "to") for word in words) else own


def done_by_those(rest: str, after: str) -> str:
    """Return what is said of a part of those counted before: of whom 46 | stayed on."""
    did = _DID.match(after) if _OF_THOSE.search(rest) else None
    return did["what"].strip() if did is not None else ""
