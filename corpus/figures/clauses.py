"""The clauses of a sentence."""

import re
from bisect import bisect_right

_MARK = re.compile(r"[。；！？：;!?]|(?<!\d):|:(?!\d)|[，,](?!\d{3}(?!\d))|(?<!\d)——|——(?!\d)")


class Clauses:
    """Where the clauses of a sentence begin: found once, and asked for every one of its quantities."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self._starts = [0, *(m.end() for m in _MARK.finditer(sentence))]

    def start(self, position: int) -> int:
        """Return where the clause of a place begins."""
        # Right before a number a comma parts clauses though three digits follow: those are the number's own.
        if self._sentence[position - 1 : position] in {"，", ","}:
            return position
        return self._starts[bisect_right(self._starts, position) - 1]
