"""The names in an English question, whose words ask for nothing."""

import re

# A name in capital letters, at its end what bears it: a scheme, a fund, a body.
_NAMED = re.compile(
    r"(?:\b[A-Z][\w’'-]+ (?:(?:and|of|for|the|&) )?){1,6}(?:Programmes?|Programs?|Schemes?|Funds?|Plans?|Packages?|Incentives?|Dividends?|Bonus|Credits?|Grants?"
    r"|Initiatives?|Accounts?|Commission|Committee|Council|Agency|Centres?|Institutes?|Agreements?|Acts?)\b"
)
_KIND_IN_NAME = re.compile(r"\b(?:Growth|Shares?|Rates?|Ratio|Rank\w*|Increases?|Targets?|Plan(?=s? ))\b ?")


def plainly_named(question: str) -> str:
    """Return a question without the words of its names that elsewhere ask for a kind of quantity: the Steady Growth Scheme is no growth."""
    return _NAMED.sub(lambda name: _KIND_IN_NAME.sub("", name[0]), question)
