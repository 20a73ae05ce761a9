"""What stands right behind an English figure and says what it is of: a noun of its own, what it is spent on or a share of."""

import re

from corpus.figures.english_phrase import TIME, phrase_of
from corpus.figures.english_words import DETERMINERS, INSIDE, STOP, is_verb

_MORE = re.compile(r"^ (?:per annum|a year|each|more|new)(?= (?!than|in|on|for|to|of)[a-z])")
_NO_NAME = re.compile(
    r"arising|representing|includ\w+|follow\w+|involving|being|compris\w+|gr[eo]w\w*|lower"
    r"|\w+(?<!unskill)(?<!skill)ed|p\.?a\.?|cent|percent"
)
# Words that may stand between a figure and what it is for, in this order, each or none.
_COMPLEMENT = re.compile(
    # $5 a month
    r"^(?: (?:per|a|an) (?:month|year|day|hour|annum))?"
    # $5 million more for the library
    r"(?: more(?= (?:in|on|for) ))?"
    # $5 million or 3% of the budget is for the library
    r"(?: or [\d.]+ ?(?:%|per ?cent)(?: of [^,.;]{1,50}?)?(?= (?:is|was|will be) for ))?"
    # in this year's Budget, last year, in FY2003
    r"(?: in (?:this|last|next) year['’]s Budget| (?:this|last|next) (?:financial )?year| in (?:FY ?|the year )?(?:19|20)\d\d)?"
    # to be spent by the council on the library
    r"(?: to be [a-z]+(?:-[a-z]+)*(?: (?:by|with) [^,.;]{1,40}?)?(?= (?:for|on|to|towards|in|into|under) ))?"
    # has been set aside
    r"(?: (?:is|was|are|were|will be|has been|have been|is to be)"
    r"(?: (?:set aside|provided|allotted|allocated|earmarked|spent|needed|required|budgeted|made|voted|approved))?)?"
    # over the next five years
    r"(?: (?:over|in|for|during|within) (?:the )?(?:(?:next|last|past|coming|first) )?[\w-]+ (?:years?|months?)"
    r"| annually| today)?"
    # for the library, on books, if he is under 12
    r" (?P<joint>for|on|to|towards|in|into|under|if (?:he|she|they|you|it) (?:is|are)(?: in)?) (?P<rest>[A-Za-z].*)"
)
_AGED = re.compile(
    r"(?P<whom>(?:[A-Za-z][\w’'-]* ){1,5}?)(?:aged|under|over|above|below|between)(?: (?:under|over|above|below|between|from))?"
    r" \d+(?:(?: to | and |-|–)\d+)?(?: (?:and|or) (?:above|over|older|below|under|younger))?\b(?!%|,\d| (?:million|per ?cent))"
)
OF = re.compile(r"^ of (?:the |our |its |their |all |these |those |total )*(?P<rest>[A-Za-z].*)")


def noun_behind(after: str) -> str:
    """Return the noun phrase right behind a number that it belongs to: $1.1 billion growth bonus, 4,500 new flats."""
    words = _MORE.sub("", after, count=1)
    first = re.match(r" ([A-Za-z][\w&'’-]*)", words)
    word = first[1].lower() if first else ""
    if not word or word in STOP | INSIDE | DETERMINERS or _NO_NAME.fullmatch(word) or is_verb(word, ""):
        return ""
    phrase = phrase_of(words, prepositions=False)
    return "" if TIME.match(phrase) else phrase


def complement(after: str) -> str:
    """Return what stands right behind a figure and says what it is for: on the preschool sector, for home-based care."""
    match = _COMPLEMENT.match(after)
    if (
        match is None
        or TIME.match(match["rest"])
        or re.match(r"(?:real|nominal|cash|all|total|current|constant|turn|addition|full)\b(?: terms| prices)?", match["rest"])
    ):
        return ""
    if match["joint"] == "to" and not re.match(r"(?:the|our|its|their|each|every|all|eligible)\b|[A-Z]", match["rest"]):
        return ""
    phrase = phrase_of(match["rest"])
    # For workers aged 60 to 64: the age is what tells them from others.
    aged = _AGED.match(match["rest"])
    phrase = aged[0] if aged and phrase.startswith(aged["whom"].strip()) else phrase
    return f"{match['joint']} {phrase}" if phrase else ""
