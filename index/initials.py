"""The initials that a name of several words goes by in English reports: the Steady Growth Scheme is the SGS."""

import re
from functools import lru_cache

# Names in capitals, whose small words give no letter: the Fund for Arts and Crafts.
_NAME = re.compile(r"\b[A-Z][A-Za-z]+(?:[ -](?:(?:of|and|for|the|to|on|in|&) ){0,2}[A-Z][A-Za-z]+){2,}")
_WORD = re.compile(r"\b[A-Z][A-Za-z]+")
_FEWEST, _MOST = 3, 6


def initials_of(term: str, question: str) -> tuple[str, ...]:
    """Return the initials, folded, of the names of three words or more in a question as it was written of which a term is a word."""
    return tuple(short for short, words in _named(question) if term in words)


def all_initials(question: str) -> tuple[str, ...]:
    """Return the initials of all names of three words or more in a question, folded."""
    return tuple(short for short, _ in _named(question))


# Asked for again with each term of a question.
@lru_cache(maxsize=64)
def _named(question: str) -> tuple[tuple[str, frozenset[str]], ...]:
    found = {}
    for name in _NAME.finditer(question):
        words = _WORD.findall(name[0])
        for first in range(len(words) - _FEWEST + 1):
            for end in range(first + _FEWEST, min(len(words), first + _MOST) + 1):
                own = words[first:end]
                found["".join(w[0] for w in own).lower()] = frozenset(w.lower() for w in own)
    return tuple(found.items())
