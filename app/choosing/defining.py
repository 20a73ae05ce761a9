"""How far a sentence of English says what something is or does that a question asks the meaning of."""

import re
from functools import lru_cache


def defines(name: str, text: str) -> int:
    """Return 3 for a sentence that says what a name is, 2 for what it does or for whom it is, 1 for that it was made, 0 for any other.

    >>> [defines("Harbour Watch", t) for t in ("The Harbour Watch is a patrol.", "Harbour Watch keeps boats safe.", "80 boats joined Harbour Watch.")]
    [3, 2, 0]
    """
    return next((3 - n for n, pattern in enumerate(_patterns(name)) if pattern.search(text)), 0)


@lru_cache(maxsize=16)
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    own = rf"{re.escape(name)}(?: (?:Programme|Scheme|Fund|Initiative))?(?: \([^()]*\))?"
    begins = rf"(?:^|[;:.] |, )\W*(?:(?:The|the|This|An?|Our) )?(?:[a-z]+ ){{0,2}}{own}"
    is_one = rf"{begins},? (?:is|are|was|were) (?:(?:currently|now|essentially|also) )?(?:an?|the (?!same\b)|one of|our|meant to|designed to|intended to)\b"
    named = rf"\ban? (?:[\w-]+ ){{1,6}}?(?:called|named|known as) (?:the )?{own}|{own}, (?:an?|which is)\b"
    does = rf"{begins}(?:,[^,]*,)? (?:(?:will|can|also|currently|now|would|aims?|seeks?) (?:to )?)*(?!has\b|was\b|is\b|outcomes\b)(?:[a-z]+s|(?<=will )[a-z]+|(?<=to )[a-z]+)\b"
    serves = rf"{own},? (?:which|that|where|under which|to|for) (?:[a-z]+)"
    made = rf"\b(?:set up|launch|introduc|establish|pilot|start|creat|implement|roll)\w*\b[^.;]*{own}"
    return tuple(re.compile(p) for p in (rf"{is_one}|{named}", rf"{does}|{serves}", made))
