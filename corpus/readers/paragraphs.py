"""Find the paragraphs of lines: broken lines are joined, and lines that swallowed the ends of their paragraphs are cut."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.document import Block, Document

# The usual width of the lines of a wrapped file; a file whose paragraphs are lines has wider ones.
_WIDEST = 60
# Line ends that leave a blank line.
_BLANK = 2
# Page numbers, and lines of nothing that can be seen.
_NO_TEXT = re.compile(r"—\s?\d{1,4}\s?—|第\s?\d{1,4}\s?页(?:\s?共\s?\d{1,4}\s?页)?|[\s\u200b-\u200f\u2060\ufeff]+")
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
    if _may_be_broken(document.text, kept):
        # What tells a broken line takes 10 ms to load.
        from corpus.readers.broken_lines import join_lines

        kept = join_lines(document.text, kept, widest=_WIDEST)
    blocks = (piece for block in kept for piece in _cut(document.text, block))
    return replace(document, blocks=tuple(blocks))


def _may_be_broken(text: str, lines: Sequence[Block]) -> bool:
    """Tell whether lines may have to be joined: where most are wider than those of any page, and blank lines set each apart, none is broken."""
    lengths = sorted(b.end - b.start for b in lines if b.kind == "paragraph")
    if lengths and lengths[len(lengths) * 3 // 4] <= _WIDEST:
        return True
    gaps = (text[a.end : b.start] for a, b in pairwise(lines) if a.kind == b.kind == "paragraph")
    return any(gap.strip() or gap.count("\n") < _BLANK for gap in gaps)


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


def _cuts(text: str, block: Block) -> Iterator[int]:
    length = block.end - block.start
    cuts: set[int] = set()
    if length > _LONG:
        cuts |= {m.end() for m in _INDENT.finditer(text, block.start, block.end)}
    if length > _SWALLOWED:
        cuts |= {m.end() for m in _MARK.finditer(text, block.start, block.end)}
        cuts |= {at for m in _TITLE.finditer(text, block.start, block.end) for at in m.span()}
    yield from sorted(cuts - {block.start, block.end})
