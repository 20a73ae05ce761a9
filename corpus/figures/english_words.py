"""Which words of an English sentence are verbs, and which begin and end a noun phrase."""

import re
from functools import lru_cache
from pathlib import Path

from corpus.word_table import read_words

WORDS = read_words(Path(__file__).with_suffix(".tsv"))
# The words that begin or end a noun phrase, and never stand inside one, and those that join its parts.
DETERMINERS, STOP, INSIDE = frozenset(WORDS["determiner"]), frozenset(WORDS["stop"]), frozenset(WORDS["inside"])
_VERB = re.compile(rf"(?:{'|'.join(WORDS['verb stem'])})(?:e|s|es|d|ed|ing|t|ted|ting|ped|ping|ies|ied|y|ying)?", re.IGNORECASE)
_NOUN_TOO, _DESCRIBING = frozenset(WORDS["noun too"]), frozenset(WORDS["describing"])
AUXILIARY = re.compile(r"\b(?:will|would|shall|can|could|may|might|must|is|are|was|were|has|have|had|be|been)\b")
_WORD = re.compile(r"[^\s]+")
# Accounts are things, to account for is done.
_MOVES = re.compile(r" (?:from|by)\b")  # the limit falls from
_ACCOUNTS_FOR = re.compile(r"(?<= )account(?:s|ed)? for\b")


def first_verb(clause: str) -> int:
    """Return where the first verb of a clause begins, -1 without one.

    A word that is a noun too is no verb right behind a determiner or a preposition.
    """
    before, ahead_of_it = "", ""
    accounts = _ACCOUNTS_FOR.search(clause)
    for match in _WORD.finditer(clause):
        word = match[0].strip(",.'’").lower()
        if accounts is not None and match.start() == accounts.start():
            return match.start()
        # Exports and imports grew: no verb came before that it could go with.
        joined = before == "and" and bool(ahead_of_it) and word in _NOUN_TOO
        moves = (
            word in _NOUN_TOO and is_verb(word, "to") and before not in DETERMINERS | INSIDE and _MOVES.match(clause, match.end())
        )
        if AUXILIARY.fullmatch(word) or (match.start() and not joined and (moves or is_verb(word, before))):
            return match.start()
        before, ahead_of_it = word, before
    return -1


@lru_cache(maxsize=8_000)
def is_verb(word: str, before: str) -> bool:
    """Tell whether a lower-case word behind another is a verb there."""
    if not _VERB.fullmatch(word) or word.endswith("ing") or before in DETERMINERS or before in INSIDE - {"to"}:
        return False
    if before in _DESCRIBING and word.endswith("ed"):
        # The total expected draw.
        return False
    return word not in _NOUN_TOO or before in {"to", "and"}


def bare(word: str) -> str:
    """Return a word in lower case without the marks around it."""
    return word.strip(",.;:()'\"“”’").lower()
