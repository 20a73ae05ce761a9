"""Raised digits, of a note's mark or an exponent: 1,234¹ and m², where 1,2341 and m2 would be read otherwise."""

import re

_DIGITS = re.compile(r"\s*[0-9]{1,3}\s*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised_digits(text: str) -> str:
    """Return a raised text with its digits as such; any other as it is."""
    return text.strip().translate(_RAISED) if _DIGITS.fullmatch(text) else text
