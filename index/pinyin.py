"""Pinyin of names, by pypinyin with only those of its phrases that a name can hold: all 47,000 take 55 MB and 0.15 s."""

import json
import os
import sys
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from threading import Lock

_LAST_ASCII = "\x7f"
# What stands between two phrases of its file.
_BETWEEN = '\n],\n"'
# What pypinyin asks for when it is imported.
_WITHOUT = ("PYPINYIN_NO_PHRASES", "PYPINYIN_NO_DICT_COPY")


def pinyin_of(name: str) -> str:
    """Return a name in pinyin without tones, in one word: 重庆 → chongqing."""
    return _reader().read(name)


def readings_of(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the readings of each character of a name, the commonest first; of one that stands in a phrase that of the phrase.

    A reading is one that words begin with: 郴 was once lan, which no word says any more.
    """
    return _reader().readings(name)


class _Reader:
    """Knows the phrases that begin with a character read so far: how a name is cut into phrases depends on no others."""

    def __init__(self) -> None:
        with _environment(*_WITHOUT):
            import pypinyin
            from pypinyin.constants import PHRASES_DICT
            from pypinyin.contrib.tone_convert import to_normal
            from pypinyin.seg import mmseg

        self._pypinyin = pypinyin
        self._phrases, self._train = PHRASES_DICT, mmseg.seg.train
        self._text = (files("pypinyin") / "phrases_dict.json").read_text(encoding="utf-8")
        self._known: set[str] = set()
        # The same 1,300 syllables come again and again.
        self._plain = cache(to_normal)
        self._begin: dict[str, set[str]] = {}
        self._lock = Lock()

    def read(self, name: str) -> str:
        """Return a name in pinyin."""
        with self._lock:
            self._learn(name)
            return "".join(self._pypinyin.lazy_pinyin(name))

    def readings(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Return the readings of each character."""
        with self._lock:
            self._learn(name)
            every = self._pypinyin.pinyin(name, style=self._pypinyin.Style.NORMAL, heteronym=True)
            living = [self._begin.get(character, set()) for character in name]
            if len(every) != len(living):  # letters stand together
                return tuple(tuple(readings) for readings in every)
            return tuple(
                tuple(r for n, r in enumerate(readings) if n == 0 or r in used)
                for readings, used in zip(every, living, strict=True)
            )

    def _learn(self, name: str) -> None:
        for character in {c for c in name if c > _LAST_ASCII} - self._known:
            phrases = self._beginning_with(character)
            self._phrases.update(phrases)
            self._begin[character] = {self._plain(syllables[0][0]) for syllables in phrases.values()}
            self._train(iter(phrases))
            self._known.add(character)

    def _beginning_with(self, character: str) -> dict[str, list[list[str]]]:
        """Return the phrases of the package's file that begin with a character; they stand together in it."""
        # They are in the order of their characters: one is found by halving.
        near = bisect_left(range(len(self._text)), character, key=self._character_behind)
        known = self._character_behind(near) == character
        start = self._text.find(f'\n"{character}', near) + 1 if known else 0
        end = start
        while start and self._text.startswith(f'"{character}', end):
            end = self._text.index("]\n]", end) + len("]\n],\n")
        found: dict[str, list[list[str]]] = json.loads("{" + self._text[start:end].rstrip("\n,}") + "}")
        return found

    def _character_behind(self, position: int) -> str:
        """Return the character that the next phrase begins with; behind the last one what is greater than any."""
        at = self._text.find(_BETWEEN, position)
        return self._text[at + len(_BETWEEN)] if at >= 0 else chr(sys.maxunicode)


@contextmanager
def _environment(*names: str) -> Iterator[None]:
    """Set variables while something is imported: processes started later must not find them."""
    added = [name for name in names if name not in os.environ]
    os.environ.update(dict.fromkeys(added, "1"))
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


@cache
def _reader() -> _Reader:
    return _Reader()
