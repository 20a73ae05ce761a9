"""Where a value of an English sentence came from: from the 300 flats first announced to 200 flats."""

import re

_ABOUT = (
    r"(?:(?:an?|the|its|about|around|nearly|over|just|only|some|roughly|up|of"
    r"|(?:previous|current|present|existing|original|maximum|minimum|cap|limit|low|high)) )"
)
# from the present average fee of $9, to the intended size of $20
_MEASURE = r"(?:[A-Za-z][\w’'-]* ){1,5}?of (?:about |nearly |over )?"
_FROM = re.compile(rf"\bfrom (?:{_ABOUT}{{0,4}}|{_MEASURE})$", re.IGNORECASE)
# What is counted and when it was so may stand between; a mark or another number may not.
_ONWARD = re.compile(rf"(?: [A-Za-z][\w’'-]*| 1,000){{0,7}}?,? to (?:{_ABOUT}{{0,4}}|{_MEASURE})[$€£]?\d", re.IGNORECASE)
_TO = re.compile(r",? to ")


def up_to_its_end(lead: str, after: str) -> str:
    """Return what stands behind a value up to that which it became, where it is the first of a way; else all of it."""
    return _TO.split(after, maxsplit=1)[0] if comes_from(lead, after) else after


def comes_from(lead: str, after: str) -> bool:
    """Tell the first value of a way from A to B: `lead` stands before it, `after` behind it, with the next number."""
    return _FROM.search(lead) is not None and _ONWARD.match(after) is not None
