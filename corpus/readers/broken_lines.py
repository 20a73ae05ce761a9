"""Join lines that a converter, or whoever wrote a file, broke in the middle of a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.document import Block

# No file is wrapped at fewer characters.
_NARROWEST = 15
# So few lines have no usual width.
_FEW = 2
_OPEN_END = re.compile(r"[一-龥\d，、A-Za-z“（《]")
_FRESH_START = re.compile(
    r"第?[一二三四五六七八九十]+[、．章节部]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)|[①-⑳]|#|——|各位|[-*|>]|(?:计量)?单位|[图表注]\s?[\d:：]|附[图表件]|资料来源"
)
_SPLIT_END = re.compile(r"[一-龥\d，、《“「（—]")
_SPLIT_START = re.compile(r"[一-龥\d“《（]")
_NO_START = re.compile("[，。、；：！？》」”）]")
_WIDE = re.compile("[\u2e80-\uffef“”‘’—…]")
# A single line end, or one page's end that a web page left behind.
_SOFT_BREAK = re.compile("[ \\t]*\\n(?:[\u200b\ufeff]+\\n)?[ \\t]*")
_COLUMNS = re.compile(r"\t|\S {2,}\S")
_LATIN_END, _HAN = re.compile(r"[A-Za-z\d,;%)’'-]"), re.compile("[一-龥]")
# English lines that are wrapped by hand are as wide as these; a word that goes on did not fit.
_NARROWEST_ENGLISH, _WIDEST_ENGLISH = 50, 110
_ROOM = 4
_FRESH_ENGLISH = re.compile(r"[A-Z]\.\s|[IVX]+\.\s|(?:Chapter|Part|Section|Annex|Table|Figure|Chart|Note|Source)s?\b|[•*]")
_RUNNING, _SENTENCE = re.compile("[，。、；：！？]"), re.compile("[。！？]")


def join_lines(text: str, lines: Sequence[Block], *, widest: int) -> list[Block]:
    """Return paragraphs with broken lines joined.

    They are long ones without an end, gone on with at once, in a file of short lines; and those with a single line end between them
    in a file that sets off its paragraphs by blank lines. Lines of a page are `widest` characters wide at most.
    """
    lengths = sorted(b.end - b.start for b in lines if b.kind == "paragraph")
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    width = None
    # Lines of pages are joined where their places on the page are known.
    paged = any(b.page is not None for b in lines)
    if _NARROWEST <= usual <= widest and len(lengths) > _FEW and not paged:
        widths = sorted(_width(text[b.start : b.end]) for b in lines if b.kind == "paragraph")
        width = widths[len(widths) * 3 // 4] * 4 // 5
    gaps = sorted(text.count("\n", a.end, b.start) for a, b in pairwise(lines))
    spaced = bool(gaps) and gaps[len(gaps) // 2] > 1
    english = None if paged else _english_width(text, lines)
    blocks: list[Block] = []
    for line in lines:
        before = blocks[-1] if blocks and blocks[-1].kind == line.kind == "paragraph" else None
        if before and (
            (width is not None and _breaks_off(text, before, line, width=width))
            or (spaced and _is_split(text, before, line))
            or (english is not None and _is_wrapped(text, before, line, width=english))
        ):
            blocks[-1] = replace(before, end=line.end)
        else:
            blocks.append(line)
    return blocks


def _breaks_off(text: str, before: Block, line: Block, *, width: int) -> bool:
    last_line = text.rfind("\n", before.start, before.end) + 1 or before.start
    between = text[before.end : line.start]
    return (
        _width(text[last_line : before.end]) >= width
        and between.count("\n") <= 2
        and "\u3000" not in between
        and bool(_OPEN_END.match(text[before.end - 1]))
        and not _FRESH_START.match(text, line.start)
    )


def _english_width(text: str, lines: Sequence[Block]) -> int | None:
    """Return the width at which the lines of an English file are wrapped, None for other files."""
    lengths = sorted(b.end - b.start for b in lines if b.kind == "paragraph")
    widest = lengths[len(lengths) * 19 // 20] if lengths else 0
    if not lengths or lengths[-1] > _WIDEST_ENGLISH or widest < _NARROWEST_ENGLISH:
        return None
    sample = text[:20_000]
    return widest if len(_HAN.findall(sample)) * 20 < len(sample) else None


def _is_wrapped(text: str, before: Block, line: Block, *, width: int) -> bool:
    """Tell whether an English line goes on in the next: it ends no sentence, and the next word had no room on it."""
    last = text[text.rfind("\n", 0, before.end) + 1 : before.end]
    if text.count("\n", before.end, line.start) != 1 or not _LATIN_END.match(last[-1]) or _COLUMNS.search(last):
        return False
    if any(p.match(text, line.start) for p in (_FRESH_START, _FRESH_ENGLISH)) or _COLUMNS.search(text, line.start, line.end):
        return False
    return len(last) + 1 + len(text[line.start : line.end].split(maxsplit=1)[0]) > width - _ROOM


def _width(line: str) -> int:
    """Return the width of a line on a page, where a Han character takes the place of two digits."""
    return len(line) + len(_WIDE.findall(line))


def _is_split(text: str, before: Block, line: Block) -> bool:
    """Tell whether a single line end cuts a sentence, as a link in a web page leaves it; titles and the cells of tables are no sentences."""
    if not _SOFT_BREAK.fullmatch(text, before.end, line.start) or _FRESH_START.match(text, line.start):
        return False
    if _NO_START.match(text[line.start]) or text[before.end - 1] in "《“「（":
        return True
    running = _SENTENCE if _FRESH_START.match(text, before.start) else _RUNNING
    return (
        bool(_SPLIT_END.match(text[before.end - 1]) and _SPLIT_START.match(text[line.start]))
        and ("\u200b" in text[before.end : line.start] or bool(running.search(text, before.start, before.end)))
        and not _COLUMNS.search(text, before.start, before.end)
        and not _COLUMNS.search(text, line.start, line.end)
    )
