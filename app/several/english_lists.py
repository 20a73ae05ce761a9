"""The list that an English question asks about one by one: how many doctors and nurses are there, revenue and expenditure 2023."""

import re

_WORD = re.compile(r"[a-z0-9][\w.'’&/-]*|[,:;?()]")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
# Where a list ends: verbs and prepositions; its own articles and adjectives stand within.
_BOUNDS_TEXT = """
what which how many much list give show tell me us report reported state compare
for of in on at by to from with without within during over under between since until
was were is are am be been being do does did has have had will would can could should may might must
that this these those it its their they there who whom whose when where why while as than per each respectively
meant supposed
went go goes going come came comes work works worked live lives lived
"""
_BOUNDS = frozenset(_BOUNDS_TEXT.split()) | frozenset(":;?()")
# For boats of 4 to 6 berths and for those of 8: the same word leads to each.
_LED = re.compile(
    r"(?<![\w-])(?P<lead>for|on|to|in|from|by|at|with|among|under|when|if|after|before) (?P<a>(?:(?! and (?P=lead)\b)[^,;?])+?) and (?P=lead) (?P<b>[^,;?]+?)"
    r"(?=\s*(?:[?.,;]|$)|,? (?:in|during|for|by) (?:fy ?)?(?:19|20)?\d\d\b)"
)
# Of the first and the second child both are children.
_ORDINAL = frozenset(["first", "second", "third", "fourth", "fifth", "sixth", "last", "next", "former", "latter"])
_ARTICLES = frozenset(["the", "a", "an", "both", "number", "numbers", "total", "average"])
_MOST = 6
_TIMED, _ASKED = (
    re.compile(
        r"(?:19|20)\d\d\b|\b(?:year|january|february|march|april|may|june|july|august|september|october|november|december)s?\b"
    ),
    re.compile(r"\b(?:how|what|which|who)\b"),
)
# Once fees and costs are taken off, how much is left: what goes ahead only says when, where and according to what.
_FRAME = re.compile(
    r"(?:once|after|when|if|because|since|as|although|though|while|before|until|unless|given|under|in|according to|by|at|during|with)\b"
    r"[^?]*, (?=(?:about |roughly )?(?:how|what|which)\b)"
)
# How much went to social and medical research: one amount; how many tidal and coastal stations are there asks for each.
_ASKS_ONE = re.compile(
    r"\bhow (?:much|big|large|great|fast|far)\b|\b(?:what|which) (?:share|proportion|part|percentage|portion)\b"
)
_MODIFIER = re.compile(r"\w{3,}(?:omic|estic|ific|tical|gical|nical|trial|cial|ural|tional|sional|mental|ous)")


def english_list(text: str) -> list[str]:
    """Return the members of the first list of a folded English question in small letters, as they are written; empty if it has none.

    >>> english_list("how many doctors and nurses does the hospital have?")
    ['doctors', 'nurses']
    >>> english_list("what were the hospital's income, costs and donations?")
    ['income', 'costs', 'donations']
    """
    frame = _FRAME.match(text)
    text = text[frame.end() :] if frame is not None else text
    if led := _led_alike(text):
        return led
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        if word[0] == "and" and 0 < at < len(words) - 1:
            members = _around(text, words, at)
            if len(members) > 1 and not (_MODIFIER.fullmatch(words[at - 1][0]) and _ASKS_ONE.search(text)):
                return members
    return []


def _around(text: str, words: list[re.Match[str]], at: int) -> list[str]:
    """Return the members to both sides of the "and" at a place among the words."""
    first, last = at, at
    while first > 0 and not _ends(words[first - 1][0]):
        first -= 1
    while last < len(words) - 1 and not _ends(words[last + 1][0]) and words[last + 1][0] != ",":
        last += 1
    spoken = text[words[first].start() : words[last].end()]
    pieces = [_bare(piece) for piece in re.split(r",\s*(?:and\s+)?|\s+and\s+", spoken)]
    pieces = [p for p in pieces if p]
    # Northgate's income, costs: who is asked about stands before the list.
    pieces[:1] = [re.sub(r"^.*['’]s?\s+(?=\S)", "", pieces[0])] if pieces else []
    pieces = _with_their_noun(pieces) if pieces else []
    return pieces if 2 <= len(pieces) <= _MOST and not any(_YEAR.fullmatch(p) for p in pieces) else []


def _led_alike(text: str) -> list[str]:
    """Return the two members that the same preposition leads to; those of years and questions of their own are none."""
    led = _LED.search(text)
    members = [_bare(led[g].strip()) for g in ("a", "b")] if led is not None else []
    apart = any(not m or _TIMED.search(m) or _ASKED.search(m) for m in members)
    return [] if apart else members


def _with_their_noun(pieces: list[str]) -> list[str]:
    noun = pieces[-1].partition(" ")[2] if pieces[-1].partition(" ")[0] in _ORDINAL else ""
    return [f"{p} {noun}" if noun and p in _ORDINAL else p for p in pieces]


def _ends(word: str) -> bool:
    return word in _BOUNDS or _YEAR.fullmatch(word) is not None


def _bare(piece: str) -> str:
    words = piece.split()
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)
