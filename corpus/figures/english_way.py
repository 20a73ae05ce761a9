"""Where a value of an English sentence came from: from the 300 flats first announced to 200 flats."""

import re

_ABOUT = (
    r"(?:(?:an?|the|its|about|around|nearly|over|just|only|some|roughly|up|of"
    r"|(?:previous|current|present|existing|original|maximum|minimum|cap|limit|low|high)) )"
)
_FROM = re.compile(rf"\bfrom {_ABOUT}{{0,4}}$", re.IGNORECASE)
# What is counted and when it was so may stand between; a mark or another number may not.
_ONWARD = re.compile(rf"(?: [A-Za-z][\w’'-]*| 1,000){{0,7}}? to {_ABOUT}{{0,4}}[$€£]?\d", re.IGNORECASE)


def comes_from(lead: str, after: str) -> bool:
    """Tell the first value of a way from A to B: `lead` stands before it, `after` behind it, with the next number."""
    return _FROM.search(lead) is not None and _ONWARD.match(after) is not None
