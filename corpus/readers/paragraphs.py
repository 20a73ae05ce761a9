"""Find the paragraphs of lines: broken lines are joined, and lines that swallowed the ends of their paragraphs are cut."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.document import Block, Document

# The usual width of the lines of a wrapped file; a file whose paragraphs are lines has wider ones.
_NARROWEST, _WIDEST = 15, 60
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
# Page numbers, and lines of nothing that can be seen.
_NO_TEXT = re.compile(r"—\s?\d{1,4}\s?—|第\s?\d{1,4}\s?页(?:\s?共\s?\d{1,4}\s?页)?|[\s\u200b-\u200f\u2060\ufeff]+")
_COLUMNS = re.compile(r"\t|\S {2,}\S")
_LATIN_END, _HAN = re.compile(r"[A-Za-z\d,;%)’'-]"), re.compile("[一-龥]")
# English lines that are wrapped by hand are as wide as these; a word that goes on did not fit.
_NARROWEST_ENGLISH, _WIDEST_ENGLISH = 50, 110
_ROOM = 4
_FRESH_ENGLISH = re.compile(r"[A-Z]\.\s|[IVX]+\.\s|(?:Chapter|Part|Section|Annex|Table|Figure|Chart|Note|Source)s?\b|[•*]")
_RUNNING, _SENTENCE = re.compile("[，。、；：！？]"), re.compile("[。！？]")
# A line longer than this holds more than one paragraph; so does a long one with the indent of a paragraph inside.
_SWALLOWED, _LONG = 2000, 300
_INDENT = re.compile("\u3000{2,}(?=\\S)")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(rf"(?<=[。！？：”]) ?(?={_NUMERAL}、|[（(]{_NUMERAL}[）)])")
# Behind a title like 2023年工作回顾 the text of a line without line ends goes on at once.
_TITLE = re.compile(
    rf"(?<=[。！？：”]) ?(?:{_NUMERAL}、)?(?:(?:19|20)\d\d年|过去[一五]年|今后五年|今年)[^，。；：！？、\s]{{0,6}}?"
    r"(?:工作回顾|工作总结|工作安排建议|工作安排|工作建议|工作任务|主要任务|重点任务|目标任务|重点工作)"
)


def find_paragraphs(document: Document) -> Document:
    """Return the document with its paragraphs as blocks: page numbers left out, broken lines joined, swallowed line ends found."""
    kept = [b for b in document.blocks if b.kind != "paragraph" or not _NO_TEXT.fullmatch(document.text, b.start, b.end)]
    blocks = (piece for block in _join(document.text, kept) for piece in _cut(document.text, block))
    return replace(document, blocks=tuple(blocks))


def _join(text: str, lines: Sequence[Block]) -> list[Block]:
    """Join lines that a converter broke in the middle of a sentence.

    They are long ones without an end, gone on with at once, in a file of short lines; and those with a single line end between them
    in a file that sets off its paragraphs by blank lines.
    """
    lengths = sorted(b.end - b.start for b in lines if b.kind == "paragraph")
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    width = None
    # Lines of pages are joined where their places on the page are known.
    paged = any(b.page is not None for b in lines)
    if _NARROWEST <= usual <= _WIDEST and len(lengths) > _FEW and not paged:
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


def _cut(text: str, block: Block) -> Iterator[Block]:
    """Yield the paragraphs of a line that holds several: cut at indents inside it, and before headings if it is very long."""
    cuts = list(_cuts(text, block)) if block.kind == "paragraph" else []
    if not cuts:
        yield from [block] if block.start < block.end else []
        return
    for start, end in pairwise([block.start, *cuts, block.end]):
        piece = text[start:end]
        inner = piece.strip()
        if inner:
            lead = piece.index(inner)
            yield replace(block, start=start + lead, end=start + lead + len(inner))


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


def _cuts(text: str, block: Block) -> Iterator[int]:
    length = block.end - block.start
    cuts: set[int] = set()
    if length > _LONG:
        cuts |= {m.end() for m in _INDENT.finditer(text, block.start, block.end)}
    if length > _SWALLOWED:
        cuts |= {m.end() for m in _MARK.finditer(text, block.start, block.end)}
        cuts |= {at for m in _TITLE.finditer(text, block.start, block.end) for at in m.span()}
    yield from sorted(cuts - {block.start, block.end})
