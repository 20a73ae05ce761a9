"""What an English question asks for beside amounts: a thing that is told by words; and its names, whose words ask for nothing."""

import re
from functools import cache

# A name in capital letters, at its end what bears it: a scheme, a fund, a body.
_NAMED = re.compile(
    r"(?:\b[A-Z][\w’'-]+ (?:(?:and|of|for|the|&) )?){1,6}(?:Programmes?|Programs?|Schemes?|Funds?|Plans?|Packages?|Incentives?|Dividends?|Bonus|Credits?|Grants?"
    r"|Initiatives?|Accounts?|Commission|Committee|Council|Agency|Centres?|Institutes?|Agreements?|Acts?)\b"
)
_KIND_IN_NAME = re.compile(r"\b(?:Growth|Shares?|Rates?|Ratio|Rank\w*|Increases?|Targets?|Plan(?=s? ))\b ?")
# What is it for, about, with: no amount, unless it is to account for one.
_LEFT_BEHIND = re.compile(
    r"\bwhat (?:is|are|was|were|did|does|do|will|would|has|have|had)\b[^?,]*(?<!\baccount)(?<!\baccounted)(?<!\bpay)(?<!\bpaid)(?<!\bsell)(?<!\bsold) (?:for|about|with|like|against)\s*(?:\?|,|$)"
)


def plainly_named(question: str) -> str:
    """Return a question without the words of its names that elsewhere ask for a kind of quantity: the Steady Growth Scheme is no growth."""
    return _NAMED.sub(lambda name: _KIND_IN_NAME.sub("", name[0]), question)


def asks_in_words(text: str, amounts: str) -> bool:
    """Tell an English question (folded) for a thing told by words; `amounts` are the nouns, as a pattern, that name what is told by a number."""
    return _LEFT_BEHIND.search(text) is not None or _in_a_row(amounts).search(text) is not None


@cache
def _in_a_row(amounts: str) -> re.Pattern[str]:
    """Return the pattern of what is asked for by its place in a row: what is the first pillar of the plan; of payments it is an amount."""
    return re.compile(
        rf"\bwhat (?:is|are|was|were) (?:the|its|their|his|her) (?:first|second|third|fourth|fifth|sixth) (?!(?:[\w'’-]+ )?(?:{amounts}|payments?|payouts?|instal?ments?|tranches?|estimates?|rounds?|steps?)\b)[a-z][\w'’-]* (?:of|in|for|behind)\b"
    )
