"""The senses of a dictionary entry: what each gloss says in a few words, and how surely."""

import re
from collections.abc import Collection, Iterator

ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\bcl:[^\s/]*")
# Entries about characters and names translate nothing.
_NO_MEANING = re.compile(r"variant of|surname |see |abbr\. for|used in |also written|also pr\.|erhua |\d{3,4}[-–)]")
_LATIN = re.compile(r"[a-z]+")
_STOP = frozenset((
    "a", "an", "the", "to", "of", "in", "on", "at", "by", "for", "from", "and", "or", "with", "be", "sb", "sth", "one", "its", "as",
))  # fmt: skip
# A gloss of one word is the word; a gloss of three says it in part.
STRENGTHS = {1: 1.0, 2: 0.8, 3: 0.65}


def senses_of(glosses: str, *, having: Collection[str] = ()) -> Iterator[tuple[str, ...]]:
    """Return the words of each sense that is told in three words at most; with `having` only of those that hold one of some words."""
    for gloss in re.split("[/;,]", ASIDE.sub(" ", glosses)):
        if having and not any(word in gloss for word in having):
            continue
        if _NO_MEANING.search(gloss):
            continue
        words = tuple(dict.fromkeys(w for w in _LATIN.findall(gloss) if w not in _STOP))
        if 1 <= len(words) <= len(STRENGTHS):
            yield words
