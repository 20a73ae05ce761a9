"""Split a text into sentences; a line end inside a sentence, as hard-wrapped files have it, does not end it."""

import re

# 。！？ end a sentence, ； does not. A line end does unless the line breaks off in the middle: behind a character that ends
# nothing, before one that goes on without an indent; or before a mark that begins no sentence.
_CHINESE = re.compile(
    r"(?:[^。！？\n]++|(?<=[一-龥\d，、A-Za-z%％《“「（—])[ \t]*\n(?:[\u200b\ufeff]*\n)?(?=[一-龥\d，、A-Za-z])|\n(?=[》”」）；：，、。！？]))*"
    r"(?:[。！？]+[”’」』）)\"]*|\n|$)"
)
_ENGLISH = re.compile(
    r"(?:[^.!?\n]++|\.(?=[\w,;)])|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St|No|vs))\.|(?<=\bMrs)\.)*(?:[.!?]+[\"”’)\]]*|\n|$)"
)
_HAN = re.compile(r"[一-龥]")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, white space left out.

    >>> split_sentences("增长5.2%。比上年快。")
    [(0, 8), (8, 13)]
    """
    pattern = _CHINESE if _HAN.search(text) else _ENGLISH
    return [span for m in pattern.finditer(text) if (span := _trim(text, m.start(), m.end()))[0] < span[1]]


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Return the span of the sentence that a place of a text stands in, the whole text where it stands in none."""
    return next((span for span in split_sentences(text) if span[0] <= position < span[1]), (0, len(text)))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
