"""Read Markdown: headings with their level, pipe tables as rows, everything else as paragraphs; the text as it is seen once it is set."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.document import Block, Document, Table
from corpus.encoding import decode
from corpus.readers.lines import line_block

_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_UNDERLINE = re.compile(r"(?:=+|-{3,})[ \t]*$")
_LONGEST_MATTER = 40
_LINE = re.compile(r"[^\n]+")
# Strong words, words in italics, code and links: the words stay and the marks go. A lone * (a footnote's, 2 * 3) and a_name are none.
_INLINE = re.compile(
    r"(?P<strong>\*\*|(?<![A-Za-z\d_])__)(?=[^\s*_])(?P<words>(?:(?!(?P=strong))[^\n]|\n(?!\n))+?)(?<=\S)(?P=strong)(?!(?<=_)[A-Za-z\d_])"
    r"|(?<![A-Za-z\d*\\])\*(?=[^\s*])(?P<italic>[^*\n]+)(?<=\S)\*(?![A-Za-z\d*])"
    r"|(?<!`)`(?P<code>[^`\n]+)`(?!`)"
    r"|!?\[(?P<link>[^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s\"[^\"\n]*\")?\)"
)


def read_markdown(path: Path) -> Document:
    """Return the document of a md file. The blocks of table rows start behind the first pipe and end before the last."""
    decoded = decode(path.read_bytes(), path.name)
    text = without_marks(decoded.text)
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    blocks: list[Block] = []
    tables: list[Table] = []
    in_table = False
    first = _behind_front_matter(text, lines)
    for number, (start, end) in enumerate(lines[first:], first):
        line = text[start:end]
        # A blank line ends a table.
        in_table = in_table and start - lines[number - 1][1] == 1
        if _RULE.match(line) and "|" in line and in_table:
            continue
        follows = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        if "|" in line and not in_table and "|" in follows and _RULE.match(follows):
            tables.append(_table(line, text, blocks))
            in_table = True
            continue
        if in_table and "|" in line:
            blocks.extend(_row(line, start, len(tables) - 1))
            continue
        in_table = False
        heading = _HEADING.match(line)
        under = _UNDERLINE.match(line) if number > first and start - lines[number - 1][1] == 1 else None
        if under and blocks and blocks[-1].kind == "paragraph" and blocks[-1].end == lines[number - 1][1]:
            # A line below a line makes it a heading.
            blocks[-1] = replace(blocks[-1], kind="heading", level=1 if under[0][0] == "=" else 2)
        elif heading:
            blocks.append(Block("heading", start + heading.start(2), start + heading.end(2), level=len(heading[1])))
        elif (block := line_block(text, start, end)) is not None:
            blocks.append(block)
    return Document(text, tuple(blocks), tuple(tables), decoded.encoding, decoded.replaced)


def without_marks(text: str) -> str:
    """Return a text without the marks of strong words, italics, code and links.

    >>> without_marks("**Beds.** It had *860* beds, see [table 2](tables.md).")
    'Beds. It had 860 beds, see table 2.'
    """
    return _INLINE.sub(lambda m: m["words"] or m["italic"] or m["code"] or m["link"] or "", text)


def _behind_front_matter(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """Return the number of the first line behind the settings between --- and --- at the head of a file, which are none of its text."""
    read = [text[start:end].rstrip() for start, end in lines[:_LONGEST_MATTER]]
    return read.index("---", 1) + 1 if read[:1] == ["---"] and "---" in read[1:] and lines[0][0] == 0 else 0


def _table(line: str, text: str, before: list[Block]) -> Table:
    # What units are called takes a while to load, and few drafts have tables.
    from corpus.readers.tables import caption_and_unit

    above = [text[b.start : b.end] for b in before[-2:] if b.kind != "row"]
    named = caption_and_unit(above)
    return Table(named.caption, named.unit, tuple(c.strip() for c in _inner(line).split("|")))


def _row(line: str, start: int, table: int) -> list[Block]:
    """Return the block of a row, none for a row of nothing."""
    inner = _inner(line).strip()
    offset = start + line.index(inner)
    return [Block("row", offset, offset + len(inner), table=table)] if inner.strip("| ") else []


def _inner(line: str) -> str:
    return line.strip().removeprefix("|").removesuffix("|")
