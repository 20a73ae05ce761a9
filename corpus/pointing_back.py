"""Tell an English sentence that goes on about what was said before it: This will cost $80 million; I have set aside more for this fund."""

import re

# This year, this House and this Budget are here and now, and point to nothing that was said.
_HERE = (
    r"(?:years?|months?|weeks?|quarters?|decades?|century|morning|afternoon|evening|time|moment|stage|point|day|hour|house"
    r"|parliament|budget|statement|speech|debate|report|financial|fiscal|term|country|nation|region|world|end|regard|context|sense|reason|purpose)\b"
)
_POINTING = re.compile(
    rf"^\W*(?:(?:and|but|so|thus|together|altogether|here|then|in all|in total|in addition),? )?(?:(?:with|of|under|for|to|by|from|through|over|in|on|at|among|including) )?"
    rf"(?:(?:all|both|each|part|some|most|half) of )?(?:th(?:is|ese|ose)|such)\b(?! {_HERE})"
    r"|^\W*(?:(?:and|but|so|thus),? )?(?:they|he|she|it(?! (?:is|was|has been|will be) \w+ (?:that|to)\b))\b"
    rf"|\b(?:for|to|of|under|by|from|with|in|on|over|through|into|at|towards?|extend|support|resource|enhance|continue|introduce) th(?:is|ese|ose) (?!{_HERE})(?!who\b|with\b|that\b|of\b|aged\b|in\b)[a-z]",
    re.IGNORECASE,
)


def points_back(sentence: str) -> bool:
    """Tell whether a sentence says what it is about by a word for what stands before: this, these, such, it, they."""
    return _POINTING.search(sentence) is not None
