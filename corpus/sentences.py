"""Split a text into sentences; a line end inside a sentence, as hard-wrapped files have it, does not end it."""

import re

from corpus.matching import is_chinese

# 。！？ end a sentence, ； does not. A line end does unless the line breaks off in the middle: behind a character that ends
# nothing, before one that goes on without an indent; or before a mark that begins no sentence.
_CHINESE = re.compile(
    r"(?:[^。！？\n]++|(?<=[一-龥\d，、A-Za-z%％《“「（—])[ \t]*\n(?:[\u200b\ufeff]*\n)?(?=[一-龥\d，、A-Za-z])|\n(?=[》”」）；：，、。！？]))*"
    r"(?:[。！？]+[”’」』）)\"]*|\n|$)"
)
# What its point shortens, and ends no sentence: Mr. Hale, St. Anne; behind others only a number goes on (Fig. 3, approx. 40).
_TITLES = ("Mr|Ms|Dr|St|No|vs|Mt|Ft|cf", "Mrs|Hon|Rev|Gen|Col|Gov|Sen|Rep|viz", "Prof|Capt", "Messrs")
_NUMBERED = (
    "p|c", "pp|no|ca", "nos|Nos|Art|art|Fig|fig|Sec|sec|Vol|vol|est|max|min|Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec", "Sept|Chap|chap|Para|para|Sect|sect",
    "circa", "approx",
)  # fmt: skip
_SHORT = "|".join(f"(?<=\\b(?:{forms}))" for forms in _TITLES)
_SHORT_NUMBER = "|".join(f"(?<=\\b(?:{forms}))" for forms in _NUMBERED)
# Before a small letter no sentence ends either (40 m.w. in use, the U.S. economy).
_ENGLISH = re.compile(
    rf"(?:[^.!?\n]++|\.(?=[\w,;)])|(?<=\b[A-Z])\.|\.(?=[ \t]+[a-z])|(?:{_SHORT})\.|(?:{_SHORT_NUMBER})\.(?= ?\d))*"
    r"(?:[.!?]+[\"”’)\]]*|\n|$)"
)
# An English line breaks off in the middle before a small letter, and before a number behind a word that cannot end a sentence.
_LINE_END = re.compile(r"(?<=[A-Za-z\d,;%)’'-])([ \t]*)\n(?=[ \t]*[A-Za-z\d$£€(])")
# A list whose members stand on lines of their own, with blank ones between: from\n\n$4 in 2031 to\n\n$6 in 2032,\n\nand $7 now.
_LIST_BREAK = re.compile(r"(?<=[A-Za-z\d%,])([ \t]*)(\n[ \t]*\n)(?=[$£€\d]|(?:and|or|to) [$£€\d])")
_OPEN = re.compile(
    r"(?:,|\b(?:an?|the|of|and|or|in|to|by|for|from|at|on|with|than|was|were|is|are|be|about|over|nearly|some|only|FY))$"
)
_FIRST_WORD = re.compile(r"[ \t]*(\S*)")
# Lines of a file that is wrapped by hand; those of one that is not have no usual width.
_NARROWEST, _WIDEST, _SEVERAL = 50, 110, 3


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, white space left out.

    >>> split_sentences("增长5.2%。比上年快。")
    [(0, 8), (8, 13)]
    """
    if is_chinese(text):
        return [span for m in _CHINESE.finditer(text) if (span := _trim(text, m.start(), m.end()))[0] < span[1]]
    text = unwrapped(text)
    return [span for m in _ENGLISH.finditer(text) if (span := _trim(text, m.start(), m.end()))[0] < span[1]]


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Return the span of the sentence that a place of a text stands in, the whole text where it stands in none."""
    return next((span for span in split_sentences(text) if span[0] <= position < span[1]), (0, len(text)))


def unwrapped(text: str) -> str:
    """Return an English text with spaces for the line ends that stand inside its sentences: every span stays valid."""
    if "\n" not in text or is_chinese(text):
        return text
    text = _LIST_BREAK.sub(lambda m: " " * len(m[0]) if _is_open(text, m.start()) else m[0], text)
    lengths = sorted(len(line.rstrip()) for line in text.split("\n") if line.strip())
    width = lengths[-1] if len(lengths) >= _SEVERAL and _NARROWEST <= lengths[-1] <= _WIDEST else None
    return _LINE_END.sub(lambda m: f"{m[1]} " if _is_soft(text, m, width) else m[0], text)


def breaks_off(text: str, end: int, start: int) -> bool:
    """Tell whether a sentence of English that breaks off at `end` goes on at `start` with the next member of a list on lines of its own."""
    joint = _LIST_BREAK.match(text, end)
    return joint is not None and joint.end() == start and _is_open(text, end)


def _is_open(text: str, end: int) -> bool:
    return _OPEN.search(text[max(0, end - _WIDEST) : end]) is not None


def _is_soft(text: str, end: re.Match[str], width: int | None) -> bool:
    line = text[text.rfind("\n", 0, end.start()) + 1 : end.start()]
    behind = end.end()
    if text[behind : behind + 1].islower() or _OPEN.search(line):
        return True
    if line[-1:].islower() and text[behind] in "0123456789$£€":
        return True
    first = _FIRST_WORD.match(text, behind)
    return width is not None and first is not None and len(line) + 1 + len(first[1]) > width


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
