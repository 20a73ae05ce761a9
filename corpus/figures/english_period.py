"""The year that an English figure is of."""

import re

from corpus.figures.english_way import up_to_its_end
from corpus.figures.period import Setting
from corpus.split_years import is_one

# FY98 is a financial year, YA2006 a year of assessment.
_YEARS = (
    r"(?:(?P<fy>FY ?|YA ?|(?:financial|fiscal) (?:year )?|the year )?(?P<y>(?:19|20)\d\d)"
    # 2003-05, 2003 to 2005, between 2003 and 2005
    r"(?:(?P<by>[-–/]| (?:to|through|until) (?=(?:19|20)\d\d)|(?<=[Bb]etween (?:19|20)\d\d) and )(?P<to>(?:19|20)?\d\d)\b(?P<called>(?= (?:school|academic|financial|fiscal) year\b| season\b))?)?"
    r"|(?:FY|YA) ?(?P<short>\d\d)(?:(?P<short_by>[-–/])(?P<short_to>\d\d)\b)?)"
)
_LATEST_SHORT = "40"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERIOD = re.compile(
    r"(?:from (?=(?:19|20)\d\d (?:to|through|until) (?:19|20)\d\d))?"
    r"(?P<than>(?:over|from|than(?: in)?|compared (?:with|to)(?: that in)?|since(?: \w+)?) )?"
    rf"\b{_YEARS}\b|\b(?P<word>[Ll]ast|[Tt]his|[Nn]ext|current|coming) (?:financial )?year\b"
)
# 8% lower than that in 1983: the year is that of the other.
_LIKENED = r"than|over|against|compared|versus|above|below"
_BEHIND = re.compile(
    # No comparison stands between.
    rf"^(?![^,;.\d]{{0,24}}\b(?:{_LIKENED})\b)[^,;.\d]{{0,24}}? ?"
    # in 2003, from 2003 to 2005, with effect from, from 1 June 2003
    r"\b(?:in|for|during|by|at end-|at the end of|from(?= (?:19|20)\d\d (?:to|through|until) (?:19|20)\d\d)|between"
    r"|(?:with effect|effective|starting|beginning)(?: from| on| in)?"
    rf"|from(?= (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS}))) (?:the )?"
    # 1st June, June 1, the end of
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:(?:end of|{_MONTHS})[ ,]+(?:\d{{1,2}}, )?)?{_YEARS}\b"
)
# over the FY79-83 period
_OVER_SPAN = re.compile(rf"^[^,;.\d]{{0,12}} (?:over|during|in) the (?:period |years )?(?:from )?{_YEARS}")
_OTHER_VALUE = re.compile(
    r",? (?:up|down|from|compared (?:to|with)|against) (?=(?:about |nearly )?\$?\d+(?:[.,%]| to )|\$)"
    # £61m (2022: £58m)
    r"| \((?=(?:[A-Z]\w* |\d{1,2} [A-Z][a-z]+ )?(?:FY ?)?(?:19|20)\d\d(?:[/–-]\d\d)?: )"
    # Goats take 4%, and we aim for 9% by 2020.
    r"|; |, (?:and|but) (?=(?:we|it|they|I|this|the government) [a-z])| (?:while|whereas) "
)
# (2023: £3.1 million) tells the value of another year, and nothing of what stands behind it.
_BRACKETED = re.compile(r"\((?:FY ?|fiscal )?(?:19|20)?\d\d(?:[/–-]\d\d)?:[^()]*\)")
_YEAR_EARLIER = re.compile(
    r"^ (?:a|one) year (?:earlier|before|ago)\b|^ (?:in|for) the (?:previous|prior|preceding) (?:financial |fiscal )?year\b"
)
_SET_BESIDE = re.compile(rf"\b(?:from|{_LIKENED})(?: (?:with|to))?(?: (?:about|nearly|over|some|around))? ?$")
# The 1.3% growth last year, 12 units in June last year
_WORD_BEHIND = re.compile(
    r"^(?: (?!than|from|over|to|of|and|or|against|in)[a-z]+){0,2}"
    rf"(?: (?:in|at|by|for|during|as at) (?:the )?(?:(?:end|close|middle|(?:first|second) (?:half|quarter)|third quarter|last quarter) of|(?:end-)?(?:{_MONTHS})(?: of)?))?"
    r" (?P<word>[Ll]ast|[Tt]his|[Nn]ext|current|coming) (?:financial )?year\b"
)


def english_period(lead: str, after: str, setting: Setting) -> str:
    """Return the year said right behind a figure, else the nearest one before it, else the year after one compared with."""
    lead, after = _BRACKETED.sub("", lead), up_to_its_end(lead, after)
    if _YEAR_EARLIER.match(after):
        # £41m a year earlier
        return str(int(own) - 1) if (own := english_period(lead, "", setting) or _yearly(setting)) else ""
    over = _OVER_SPAN.match(after)
    behind = over if over is not None and (over["to"] or over["short_to"]) else _BEHIND.match(after)
    if behind:
        return _span(behind)
    word = _WORD_BEHIND.match(after)
    if word:
        return _relative(word, setting)
    # 4.6% of GDP, up from 4.4% in FY97: the year is that of the value before.
    own = _OTHER_VALUE.split(after[:80])[0]
    likened = re.search(rf"\b(?:from|{_LIKENED})\b", own)
    told = [
        m
        for m in _PERIOD.finditer(own)
        if (m["than"] or not m["word"]) and (m["than"] or not likened or m.start() < likened.start())
    ]
    near = [*_PERIOD.finditer(lead), *told[:1]]
    for match in (m for m in reversed(near) if not m["than"]):
        if match["word"]:
            return _relative(match, setting)
        return _span(match)
    this = (
        re.search(r"^[^,;]*\b(?P<word>[Ll]ast|[Tt]his|[Nn]ext|current|coming) (?:financial )?year\b", own)
        if not near and not likened
        else None
    )
    if this:
        return _relative(this, setting)
    if near and near[-1]["than"].startswith(("over", "from", "compared", "than")):
        return str(int(_year(near[-1])) + 1)
    # What is only set beside a value may be of any year.
    return "" if near or _SET_BESIDE.search(lead) else _yearly(setting)


def _yearly(setting: Setting) -> str:
    """Return the one year that a report tells of which was given after it; a budget is given for a year to come."""
    period, given = setting.period, setting.report_year
    return period if len(period) == 4 and period.isdigit() and given is not None and given > int(period) else ""


def _relative(match: re.Match[str], setting: Setting) -> str:
    shift = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[match["word"].lower()]
    now = setting.now or setting.report_year
    return str(now + shift) if now else ""


def _span(match: re.Match[str]) -> str:
    """Return the year or the years named; 2031/32, FY2031-32 and the 2031-32 season are one year, called by its first."""
    year, to = _year(match), match["to"]
    if match["short_to"]:
        last = _century(match["short_to"])
        return year if match["short_by"] == "/" or int(last) == int(year) + 1 else f"{year}-{last}"
    called = match["called"] is not None
    split = match["by"] == "/" or ((called or match["fy"] is not None) and match["by"] in {"-", "–"})
    one = split and to is not None and (len(to) == 2 or called) and is_one(year, to)
    return year if not to or one else f"{year}-{to if len(to) == 4 else year[:2] + to}"


def _year(match: re.Match[str]) -> str:
    """Return the year named, one of two digits in its century: FY98 is 1998, FY05 2005."""
    short = match["short"]
    return match["y"] if short is None else _century(short)


def _century(short: str) -> str:
    return f"{20 if short < _LATEST_SHORT else 19}{short}"
