"""How roughly a claim tells a number: 约有5600个, 差不多占三成, nearly 16 per cent. Of a report's number the words right before it are enough."""

import re

# With a verb between: 约有, 大概占, 将近有, 至少有.
_VERB = r"(?:就|已|也|共|总共)?(?:有|占|为|是|达到?|合|等于|相当于|需要?|用了?|花了?)?"
_APART = re.compile(
    rf"(?:(?P<about>大?约|大概|大致|大体上?|差不多)|(?P<below>将近|接近|(?<![最附靠就])近(?=[有占为达])|不足|不到)|(?P<above>超过|至少)){_VERB}$"
)
_ENGLISH = re.compile(
    r"\b(?:(?P<about>about|around|roughly|approximately|some|an estimated)"
    r"|(?P<below>nearly|almost|close to|just under|under|less than|fewer than)"
    r"|(?P<above>over|more than|at least|upwards of|in excess of|exceed(?:s|ed|ing)?|above|just over))"
    r"(?: (?:a total of|US|RMB))? ?$",
    re.IGNORECASE,
)
_LONGEST = 24
_CHINESE_WORDS = {"about": "约", "below": "将近", "above": "超过"}
_ENGLISH_WORDS = {"about": "about", "below": "nearly", "above": "over"}


def said_roughly(lead: str) -> str:
    """Return as which word the words before a number tell that it is rough, "" if they do not."""
    match = _APART.search(lead[-_LONGEST:])
    return _CHINESE_WORDS[match.lastgroup] if match and match.lastgroup else ""


def said_roughly_in_english(lead: str) -> str:
    """Return the same of English words.

    >>> said_roughly_in_english("Exports came to just over "), said_roughly_in_english("Exports came to ")
    ('over', '')
    """
    match = _ENGLISH.search(lead[-_LONGEST:])
    return _ENGLISH_WORDS[match.lastgroup] if match and match.lastgroup else ""
