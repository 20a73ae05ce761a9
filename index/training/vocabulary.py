"""The tokens and how common each is: Chinese words as jieba cuts them, and English words."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import rjieba

UNKNOWN = "[UNK]"
_HAN = re.compile(r"[㐀-䶿一-鿿𠀀-𯿿]+")
_LATIN = re.compile(r"[a-z]+")
_RAREST = 1e-9  # the probability of a token that the texts do not hold


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Tokens with their probability among the words of their language; the first is the unknown token."""

    tokens: tuple[str, ...]
    probabilities: tuple[float, ...]

    def pieces(self) -> list[tuple[str, float]]:
        """Pair each token with its log probability, as a Unigram model takes them."""
        return [(token, math.log(p)) for token, p in zip(self.tokens, self.probabilities, strict=True)]


def count_chinese(texts: Iterable[str]) -> Counter[str]:
    """Count Chinese words; `texts` are folded already."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in rjieba.cut(text) if _HAN.fullmatch(word))
    return counts


def count_english(texts: Iterable[str]) -> Counter[str]:
    """Count English words; `texts` are folded already."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_LATIN.findall(text))
    return counts


def build_vocabulary(
    chinese: Mapping[str, int], english: Mapping[str, int], teacher_words: Path, *, chinese_size: int, english_size: int
) -> Vocabulary:
    """Choose the commonest words of both languages, with every single character and letter behind them.

    `teacher_words` is the vocabulary file of the English teacher (one word piece a line, the common ones first).
    """
    chosen = {UNKNOWN: _RAREST} | _chinese_tokens(chinese, chinese_size)
    for token, probability in _english_tokens(english, teacher_words, english_size).items():
        chosen.setdefault(token, probability)
    return Vocabulary(tokens=tuple(chosen), probabilities=tuple(chosen.values()))


def _chinese_tokens(counts: Mapping[str, int], size: int) -> dict[str, float]:
    total = sum(counts.values())
    characters = sorted({character for word in counts for character in word})
    by_count = sorted(counts, key=lambda word: (-counts[word], word))
    words = [word for word in by_count if len(word) > 1][: max(0, size - len(characters))]
    return {token: max(counts.get(token, 0) / max(total, 1), _RAREST) for token in [*characters, *words]}


def _english_tokens(counts: Mapping[str, int], teacher_words: Path, size: int) -> dict[str, float]:
    """Choose whole words by the teacher's order, then by count, then word pieces and letters (10, 100 times rarer)."""
    lines = teacher_words.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if _LATIN.fullmatch(line) and len(line) > 1][:size]
    pieces = [line[2:] for line in lines if line.startswith("##") and _LATIN.fullmatch(line[2:]) and len(line) > 3][
        : size - len(words)
    ]
    known = {*words, *pieces}
    by_count = sorted((word for word in counts if word not in known and len(word) > 1), key=lambda word: (-counts[word], word))
    words += by_count[: max(0, size - len(words) - len(pieces))]
    ranked = {word: 0.1 / rank for rank, word in enumerate(words, start=2)}  # Zipf's law
    rarest = min(ranked.values(), default=_RAREST)
    letters = dict.fromkeys("abcdefghijklmnopqrstuvwxyz", rarest / 100)
    return letters | {piece: rarest / 10 for piece in pieces if piece not in ranked} | ranked
