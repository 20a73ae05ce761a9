"""How far a sentence of English says what something is or does that a question asks the meaning of."""

import re
from functools import lru_cache

IS, DOES = "is", "does"


def defines(name: str, text: str) -> str:
    """Return whether a sentence says what a name is, or what it does or is for; "" for neither.

    >>> [defines("Harbour Watch", t) for t in ("The Harbour Watch is a patrol.", "Harbour Watch keeps boats safe.", "80 boats joined Harbour Watch.")]
    ['is', 'does', '']
    """
    return next((what for what, pattern in _patterns(name).items() if pattern.search(text)), "")


@lru_cache(maxsize=16)
def _patterns(name: str) -> dict[str, re.Pattern[str]]:
    own = rf"{re.escape(name)}(?: (?:Programme|Scheme|Fund|Initiative))?(?: \([^()]*\))?"
    begins = rf"(?:^|[;:.] |, )\W*(?:(?:The|the|This|An?|Our) )?(?:[a-z]+ ){{0,2}}{own}"
    is_one = rf"{begins},? (?:is|are|was|were) (?:(?:currently|now|essentially|also) )?(?:an?|the (?!same\b)|one of|our|meant to|designed to|intended to)\b"
    named = rf"\b(?:called|named|known as) (?:the )?{own}|{own}, (?:an?|which is)\b"
    does = rf"{begins}(?:,[^,]*,)? (?:(?:will|can|also|currently|now|would|aims?|seeks?) (?:to )?)*(?!has\b|was\b|is\b|outcomes\b)(?:[a-z]+s|(?<=will )[a-z]+|(?<=to )[a-z]+)\b"
    serves = rf"{own},? (?:which|that|where|under which|to|for) (?:[a-z]+)"
    return {IS: re.compile(rf"{is_one}|{named}"), DOES: re.compile(rf"{does}|{serves}")}
