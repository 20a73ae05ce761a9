"""English numerals with what stands at them: $1,362 million, £12.4bn, 23 per cent, 35 bps."""

import re

_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
QUANTITY = re.compile(
    rf"(?<![A-Za-z\d.])(?<![A-Za-z][-–])(?P<money>(?:US|S|A|HK|NT)?\$|€|£|¥)?\s?(?P<n>{NUMBER})"
    # $12.4bn, £850m, 3.1bn; 14 m are metres
    r"(?: ?(?P<short>bn|tn|mn|mln|(?(money)[mbk]|(?!)))(?![A-Za-z\d])|(?![A-Za-z\d])|(?=bps\b|p\b(?!\.?m\b)))"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion)s?(?![A-Za-z]))?"
    r"(?P<unit> ?%| per ?cent\b| per (?:thousand\b|1,000\b(?! [a-z]))| percentage points?\b| basis points?\b| ?bps\b|p\b(?!\.?m\b)|(?= ))?"
    # 40 m.w., 12 k.m.
    r"(?P<dotted> ?(?:[mkg]\.w\.(?:h\.)?|k\.[mg]\.)(?!\w))?"
    # £3 million a year, and not a year earlier
    r"(?P<per> (?:per|a|an) (?:month|year|hour|day|week)\b(?! (?:earlier|ago|before|later)\b))?",
)


def scale(match: re.Match[str]) -> int:
    """Return the factor of a quantity's scale, 1 without one."""
    return _SHORT[match["short"]] if match["short"] else _SCALES.get(match["scale"] or "", 1)


def scale_of(text: str) -> int:
    """Return the factor of the scale of a text that is one quantity, 1 for any other."""
    match = QUANTITY.match(text)
    return scale(match) if match else 1
