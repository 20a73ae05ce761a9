"""The name that an English question asks the meaning of: what is the Harbour Watch?"""

import re

# A name in capitals, with its small words and its short form: the Fund for Boats (FFB).
_NAME = r"[A-Z][\w’'&/.-]*(?: (?:(?:of|for|and|the|on|in|to|with) ){0,2}[A-Z\d][\w’'&/.-]*)*(?: \([A-Z][\w&/-]*\))?"
_ASKS = re.compile(
    rf"^\W*(?:What|what|Who|who)(?:['’]s| is| are| was| were) (?:meant by )?(?:(?:an?|the|[A-Z][a-z]+['’]s) )?(?:new )?(?P<name>{_NAME})(?P<does> for| about| called)?\W*$"
    rf"|^\W*[Ww]hat (?:does|do|did|will) (?:(?:an?|the) )?(?P<name2>{_NAME})(?: do| mean| stand for)\W*$"
)
_PURPOSE = re.compile(r"\b(?:for|do)\W*$")
# What is so named is told by a number.
_MEASURE = re.compile(
    r"\b(?:rates?|ratio|growth|gdp|gn[ip]|gva|cpi|ppi|pmi|inflation|unemployment|population|revenues?|income|deficit|surplus|balance|expenditures?|spending"
    r"|debts?|budget|prices?|levy|tax|fees?|amount|number|total|size|area|exports?|imports?|output|productivity|value|limit|cap|ceiling|target|coefficient)$",
    re.IGNORECASE,
)


def defined_name(question: str) -> str:
    """Return the name that a question asks the meaning of, as it is written, "" for any other question.

    >>> defined_name("What is the Harbour Watch?"), defined_name("What is the Vacancy Rate?"), defined_name("What is the toll?")
    ('Harbour Watch', '', '')
    """
    asked = _ASKS.search(question.strip())
    name = (asked["name"] or asked["name2"] or "") if asked is not None else ""
    return "" if _MEASURE.search(name) else name.partition(" (")[0]


def asks_purpose(question: str) -> bool:
    """Tell whether a question asks what a name is for, or what it does."""
    return _PURPOSE.search(question) is not None
