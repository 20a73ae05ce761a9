"""Which lines of a document could be headings, each looked at with its neighbours only; `corpus.headings` decides by the sequence.

Families of the Chinese grammar: 第一部分/第一章/第一节, 一、, 第一，, （一）, 一是, 1. or 1、, 1.1, （1）, ①. Unnumbered lines count if they are
short, end no sentence and stand before running text. "三、四线城市" and "11.5.14.2的试验" are text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.document import Block, Document
from corpus.matching import is_chinese

_NUMERAL = "[一二三四五六七八九十百零〇]+"
FAMILIES = {
    "part": re.compile(rf"第{_NUMERAL}(?:部分|编|篇)[\s、：:]?"),
    "chapter": re.compile(rf"第(?:{_NUMERAL}|\d{{1,2}})章[\s、：:]?"),
    "section": re.compile(rf"第(?:{_NUMERAL}|\d{{1,2}})节[\s、：:]?"),
    "part-english": re.compile(r"(?i:Chapter|Part|Section|Annex)\s+(?:[A-Z]|\d+|[IVX]+)\b[.:]?"),
    "roman": re.compile(r"[IVX]+\.\s+(?=[A-Z])"),
    "letter": re.compile(r"[A-Z]\.\s+(?=[A-Z])"),
    "isolated": re.compile("(?!)"),
    "bare": re.compile(rf"(?P<n>{_NUMERAL})$"),
    "one": re.compile(rf"(?P<n>{_NUMERAL})\s?[、．](?!{_NUMERAL}线|{_NUMERAL}[、级类等产季批期手者])"),
    "ordinal": re.compile(rf"第(?P<n>{_NUMERAL})[，、：:]"),
    "paren": re.compile(rf"[（(]\s?(?P<n>{_NUMERAL})\s?[）)][、.]?"),
    "item": re.compile("(?P<n>[一二三四五六七八九十]{1,2})[是要]"),
    "arabic": re.compile(r"(?P<n>\d{1,2})(?:\s?[、．]|\.(?![\d]))\s?"),
    "decimal": re.compile(r"\d{1,2}\.(?P<n>\d{1,2})[ \t]+(?=[一-龥A-Z])(?![万亿千百余多个元人户件吨公平米倍年月日])"),
    "decimal-2": re.compile(r"\d{1,2}\.\d{1,2}\.(?P<n>\d{1,2})[ \t]+"),
    "paren-arabic": re.compile(r"[（(](?P<n>\d{1,2})[）)][、.]?"),
    "circle": re.compile(r"(?P<n>[①-⑳])"),
}
# Families of which the mark alone can be a heading.
_MARK_ONLY = {"part", "chapter", "section", "part-english", "bare"}
# Families that are running text wherever the line goes on behind the title.
_WHOLE_ONLY = {"part-english", "roman", "letter", "ordinal", "item", "decimal", "decimal-2"}
_LETTERS = {"part-english", "roman", "letter"}
# A title line inside the text opens the next document of a collection; so does, without titles, a line of nothing but the month of issue.
_TITLE = re.compile(
    r"[^。；！？，：:]{0,24}(?:19|20)\d\d\s?年度?[^。；！？，：:]{2,24}(?:公报|报告|总结|汇报|决算|预算)(?:（[^）]{1,8}）)?$"
)
_DATELINE = re.compile(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?$")
_SENTENCE_END = re.compile(r"[。！？；!?;，,：:…]$")
_ENDED = re.compile(r"[。！？；!?;：:…][”’」』）)\]\"*]*(?:\[\d+\])?$")
_ENDED_ENGLISH = re.compile(r"[.!?:;][”’)\]\"*]*$")
_FIRST_SENTENCE = re.compile(r"^[^。！？!?；;]{2,46}[。！？!?]|^[^。！？!?；;：:]{2,30}[：:]")
_TERM = re.compile(r"[^。！？!?；;：:，,]{2,20}[：:](?=[^：:])")
_NO_TITLE = re.compile(
    r"[）)\]《“「（(]$|^[（(\[》」』”，。、；：:*•·|><=+-]|^《[^》]*》?$|[。；：:|\t]|^(?:图|表|附图|附表)\s?\d|^图片$|工作报告$|(?:\.{3}|…)\s?\d+$"
)
_FIGURE = re.compile(r"\d\s?(?:[万亿%％‰个人元件户家所多余]|百分点)")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s?年")
_WORD = re.compile("[一-龥]{2}|[一-龥] +[一-龥]|[A-Za-z]{3}")
_BOLD = re.compile(r"\*\*([^*]+)\*\*$")
_LONGEST, _LONGEST_ISOLATED, _LONGEST_ENGLISH = 50, 30, 70
_RUNNING, _PARAGRAPH = 25, 30
_SALUTATIONS = ("各位", "同志们")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line that could be a heading; its title ends at `title_end` of the line.

    `number` is the place in its family's sequence, None for families without. `told` is the level that the file gives, 0 for none.
    `apart`: the line would be seen as a heading without its number as well.
    """

    block: Block
    family: str
    number: int | None
    title_end: int
    told: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """The family of a numbered line, its number there, and where its title ends in the line."""

    family: str
    number: int | None
    title_end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: the lines next to it, whether it is set off from them by more blank lines than usual, or close to the next."""

    block: Block
    before: str
    behind: str
    set_off: bool
    close: bool


def find_heading_lines(document: Document) -> list[HeadingLine]:
    """Return the lines of a document that could be headings, in order."""
    styled = any(b.kind == "heading" for b in document.blocks[1:])
    flowing = _is_flowing(document)
    openers = _openers(document)
    found: list[HeadingLine] = []
    begun = False
    for place in _places(document):
        block = place.block
        line = document.text[block.start : block.end]
        # Title, date and issuer stand before the first running line; they head no section.
        begun = begun or bool(_SENTENCE_END.search(line)) or _ended(line)
        title = _unmarked(line)
        apart = begun and _stands_apart(title, place, flowing=flowing)
        mark = _mark(line, set_off=place.set_off)
        if line in openers:
            found.append(HeadingLine(block, "title", None, len(line), 1))
        elif block.kind == "heading":
            found.append(
                HeadingLine(block, mark.family if mark else "styled", mark.number if mark else None, len(line), block.level)
            )
        elif mark:
            found.append(HeadingLine(block, mark.family, mark.number, mark.title_end, apart=apart))
        elif apart and title == line and not styled and not _repeats(document, found, line):
            found.append(HeadingLine(block, "isolated", None, len(line)))
    return _without_lists(document, found)


def _openers(document: Document) -> frozenset[str]:
    """Return the lines that open the documents of a collection: titles or datelines, if there are several."""
    lines = {document.text[b.start : b.end] for b in document.blocks if b.kind != "row" and b.end - b.start <= _LONGEST}
    found: frozenset[str] = frozenset()
    for pattern in (_TITLE, _DATELINE):
        matching = frozenset(line for line in lines if pattern.match(line))
        found |= matching if len(matching) > 1 else frozenset()
    return found


def _is_flowing(document: Document) -> bool:
    """Tell whether lines are paragraphs: of those that are too long for titles, nearly all end a sentence."""
    text = document.text
    ended = [_ended(text[b.end - 8 : b.end]) for b in document.blocks if b.kind == "paragraph" and _is_long(text, b)]
    return sum(ended) * 5 >= len(ended) * 4


def _is_long(text: str, block: Block) -> bool:
    length = block.end - block.start
    return length > _LONGEST_ENGLISH or (length > _LONGEST_ISOLATED and is_chinese(text[block.start : block.end]))


def _places(document: Document) -> Iterator[_Place]:
    """Yield every paragraph and heading with its neighbours; behind a line that stands before a table is nothing."""
    text, blocks = document.text, document.blocks
    gaps = [text.count("\n", a.end, b.start) for a, b in pairwise(blocks) if "row" not in {a.kind, b.kind}]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0
    for i, block in enumerate(blocks):
        if block.kind == "row":
            continue
        last, following = blocks[i - 1] if i else None, blocks[i + 1] if i + 1 < len(blocks) else None
        above = text.count("\n", last.end, block.start) if last else usual + 1
        below = text.count("\n", block.end, following.start) if following else 0
        yield _Place(
            block,
            text[last.start : last.end] if last else "",
            text[following.start : following.end] if following and following.kind != "row" else "",
            above > usual and (below > usual or (below >= 1 and above > usual + 1)),
            below < usual,
        )


def _mark(line: str, *, set_off: bool = False) -> _Mark | None:
    """Return the mark of a numbered line, None for text."""
    bold = _BOLD.match(line)
    inner = bold[1] if bold else line
    for family, pattern in FAMILIES.items():
        match = pattern.match(inner)
        if match:
            end = _title_end(family, inner, match.end(), set_off=set_off)
            return _Mark(family, _number(match.groupdict().get("n")), len(line) if bold else end) if end else None
    return None


def _unmarked(line: str) -> str:
    """Return a line without the mark of its family."""
    return next((line[m.end() :] for pattern in FAMILIES.values() if (m := pattern.match(line))), line)


def _title_end(family: str, line: str, mark_end: int, *, set_off: bool) -> int:
    """Return where the title of a line ends, 0 if the line is none of its family."""
    if family in _LETTERS:
        return len(line) if len(line) <= 100 and not line.endswith(".") else 0
    end = _first_end(line, mark_end)
    if end <= mark_end and family not in _MARK_ONLY:
        return 0
    if family in _WHOLE_ONLY and (end < len(line) or (_ended(line) and (family != "ordinal" or not set_off))):
        return 0
    return end if family != "bare" or set_off else 0


def _first_end(line: str, mark_end: int) -> int:
    """Return where what could be a title ends: a short line's end, else that of its first sentence or term, 0 for none."""
    if len(line) <= _LONGEST and not _SENTENCE_END.search(line):
        return len(line)
    term = _TERM.match(line, mark_end)
    if term:
        return term.end()
    if len(line) <= _LONGEST and line[-1] in "。：:" and not re.search("[。；]", line[mark_end:-1]):
        return len(line)
    first = _FIRST_SENTENCE.match(line[mark_end:])
    return mark_end + first.end() if first else 0


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isascii() and text.isdigit():
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    value = 0
    for char in text:
        value = (value or 1) * 10 if char == "十" else value + _DIGITS.get(char, 100)
    return value


def _stands_apart(line: str, place: _Place, *, flowing: bool) -> bool:
    """Tell whether a short line without a sentence's end stands before running text: set off by blank lines, or behind a full sentence."""
    bold = _BOLD.match(line)
    line = bold[1] if bold else line
    longest = _LONGEST_ISOLATED if is_chinese(line) else _LONGEST_ENGLISH
    if (
        not 2 <= len(line) <= longest
        or _SENTENCE_END.search(line)
        or line.endswith(".")
        or _NO_TITLE.search(line)
        or line[0].islower()
    ):
        return False
    if place.close or not _WORD.search(line) or _FIGURE.search(line):
        return False
    behind = place.behind
    ended = _ended(behind)
    running = (ended and (len(behind) >= _RUNNING or behind.startswith(_SALUTATIONS))) or _mark(behind) is not None
    if line[0].isdigit() and not (running and (_YEAR_FIRST.match(line) or not is_chinese(line))):
        return False
    if place.set_off:
        return (running or ended or len(behind) >= _PARAGRAPH) and (flowing or not re.search("[，,]", line))
    return flowing and running and _ended(place.before) and not re.match("[：:》」』”，。、；]", behind)


def _ended(line: str) -> bool:
    return bool(_ENDED.search(line) or (_ENDED_ENGLISH.search(line) and not is_chinese(line)))


def _repeats(document: Document, found: Sequence[HeadingLine], line: str) -> bool:
    """Tell whether a line only says again the heading above it."""
    return bool(found) and document.text[found[-1].block.start : found[-1].block.end].strip("*# ") == line.strip("* ")


def _without_lists(document: Document, lines: Sequence[HeadingLine]) -> list[HeadingLine]:
    """Drop the items of lists: full sentences, one below the other, with nothing between them."""
    items = [
        bool(line.number) and _ended(_text(document, line)) and line.title_end == line.block.end - line.block.start
        for line in lines
    ]
    dropped = set()
    for i, (a, b) in enumerate(pairwise(lines)):
        if items[i] and items[i + 1] and a.family == b.family and b.number == (a.number or 0) + 1 and _is_next(document, a, b):
            dropped |= {i, i + 1}
    return [line for i, line in enumerate(lines) if i not in dropped]


def _text(document: Document, line: HeadingLine) -> str:
    return document.text[line.block.start : line.block.end]


def _is_next(document: Document, a: HeadingLine, b: HeadingLine) -> bool:
    return not document.text[a.block.end : b.block.start].strip()
