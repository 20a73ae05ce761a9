"""British and American spellings of one English word: reports write labour and defence, a dictionary labor and defense."""

import re
from functools import lru_cache

from index.words import english_stem

_OUR = "lab|fav|col|behavi|harb|hon|neighb|endeav|rum|vap|flav|hum|vig|od|sav|parl"
_RE = "cent|theat|lit|met|fib|calib|lust|spect"
_ENCE = "def|off|lic|pret"
# British words whose end is no -ize.
_IN_ISE = "prom|adv|rev|superv|exerc|compr|surpr|adverti|enterpr|prec|conc|exc|prem|franch|merchand|expert|telev|dev|disgu|otherw|likew|improv"
_NO_IZE = "".join(f"(?<!{stem})" for stem in _IN_ISE.split("|"))
_TO_AMERICAN = (
    (re.compile(rf"^({_OUR})our"), r"\1or"),
    (re.compile(rf"^((?:kilo|centi|milli|peri)?(?:{_RE}))re(?=s?$|d$)"), r"\1er"),
    (re.compile(rf"^({_ENCE})enc(?=e|i)"), r"\1ens"),
    (re.compile(rf"(?<=[a-z]{{4}}){_NO_IZE}is(?=(?:e[sdr]?|ers|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=[a-z])(?<!par)ys(?=(?:e[sdr]?|ing)$)"), "yz"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"^cheque"), "check"),
    (re.compile(r"^tonne"), "ton"),
    (re.compile(r"^ageing$"), "aging"),
    (re.compile(r"^(enrol|instal|fulfil|skil)(?=s$|$|ment|ful)"), r"\1l"),
    (re.compile(r"^aluminium$"), "aluminum"),
    (re.compile(r"^(catal|dial)ogue"), r"\1og"),
)
_TO_BRITISH = (
    (re.compile(rf"^({_OUR})or(?!ig)"), r"\1our"),
    (re.compile(rf"^((?:kilo|centi|milli|peri)?(?:{_RE}))er(?=s?$|ed$)"), r"\1re"),
    (re.compile(rf"^({_ENCE})ens(?=e|i)"), r"\1enc"),
    (re.compile(r"(?<=[a-z]{4})iz(?=(?:e[sdr]?|ers|ing|ations?)$)"), "is"),
    (re.compile(r"(?<=[a-z])yz(?=(?:e[sdr]?|ing)$)"), "ys"),
    (re.compile(r"^program(?=s?$)"), "programme"),
    (re.compile(r"^aging$"), "ageing"),
)


def american(word: str) -> str:
    """Return the American spelling of a lower-case English word.

    >>> [american(w) for w in ("labour", "defence", "centres", "organisation", "promise")]
    ['labor', 'defense', 'centers', 'organization', 'promise']
    """
    return _replaced(word, _TO_AMERICAN)


def british(word: str) -> str:
    """Return the British spelling of a lower-case English word.

    >>> [british(w) for w in ("labor", "defense", "centers", "organization")]
    ['labour', 'defence', 'centres', 'organisation']
    """
    return _replaced(word, _TO_BRITISH)


@lru_cache(maxsize=100_000)
def plain_stem(word: str) -> str:
    """Return the stem of a lower-case English word, the same for both of its spellings."""
    return english_stem(american(word))


def _replaced(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    # Most words have one spelling. To replace in vain takes twice as long as to look, for `re` reads the replacement each time.
    rule = next((rule for rule in rules if rule[0].search(word)), None)
    return word if rule is None else rule[0].sub(rule[1], word, count=1)
