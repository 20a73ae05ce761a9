"""A stretch of a report's text with what comparing needs of it, made once for all questions."""

import re

from app.choosing.words import cut
from corpus.matching import matching_text
from index.spelling import plain_stem

_NO_LETTER = re.compile(r"[^\w%]")


class Phrase:
    """A stretch of text. Its words and letters are made when they are first asked for; it is told from others by identity."""

    __slots__ = ("_folded", "_letters", "_stems", "_words", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: tuple[str, ...] | None = None
        self._folded: str | None = None
        self._letters: str | None = None
        self._stems: frozenset[str] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Return its words as `cut` gives them."""
        if self._words is None:
            self._words = cut(self.text)
        return self._words

    @property
    def folded(self) -> str:
        """Return it as `matching_text` does."""
        if self._folded is None:
            self._folded = _one(self.text, matching_text(self.text))
        return self._folded

    @property
    def letters(self) -> str:
        """Return it folded, without marks and spaces."""
        if self._letters is None:
            self._letters = _one(self.folded, _NO_LETTER.sub("", self.folded))
        return self._letters

    @property
    def stems(self) -> frozenset[str]:
        """Return the stems of its English words."""
        if self._stems is None:
            self._stems = frozenset(plain_stem(w) for w in self.words if w.isascii())
        return self._stems


def _one(text: str, changed: str) -> str:
    """Return a text that may have changed, without keeping it twice where it has not."""
    return text if changed == text else changed
