"""Numbers that are part of an English name: Terminal 5, Phases 2 and 3, Route 66, annex 4."""

import re

from corpus.figures.english_words import WORDS

_DONE_TOO = frozenset(WORDS["label done too"])
_LABELS = "|".join(sorted({*WORDS["label"], *_DONE_TOO}, key=len, reverse=True))
# 3.4, 2b and lists of them are numbers of one too.
_NUMBERS = r"(?:\d+[a-z]?(?:\.\d+)?(?:, and|,| and| or| to|–|-|/| &) ?)*"
_OF_KIND = re.compile(
    rf"(?:(?<![\w-])(?P<label>{_LABELS})s? (?:no\.? ?)?|(?:\bFY|\bFinancial Year|\bno\.|#|\[) ?){_NUMBERS}$", re.IGNORECASE
)
# Any other word with a capital; the first of a sentence has one without being a name.
_NAME = re.compile(r"(?<=[\w,;:)’'%] )(?P<word>[A-Z][\w’'-]*[A-Za-z]) $")
_MEASURES = frozenset(WORDS["measure"])
_NO_NAMES = frozenset(WORDS["stop"]) | frozenset(WORDS["inside"]) | frozenset(WORDS["determiner"]) | frozenset(WORDS["no noun"])


def is_of_name(lead: str, number: str, unit: str) -> bool:
    """Tell a bare number right behind words that name one of a kind, or that are a name; `unit` is the noun behind it that it may count.

    We train 40 nurses, and take train 40.

    >>> is_of_name("It moves to Terminal ", "5", ""), is_of_name("They train ", "40", "nurses")
    (True, False)
    """
    kind = _OF_KIND.search(lead)
    if kind is not None:
        label = kind["label"] or ""
        begins = not lead[: kind.start()].strip()
        as_noun = unit not in _MEASURES if label.islower() else True
        return not unit or (as_noun and not (label.lower() in _DONE_TOO and (label.islower() or begins)))
    name = None if unit or "," in number else _NAME.search(lead)
    return name is not None and name["word"].lower() not in _NO_NAMES
