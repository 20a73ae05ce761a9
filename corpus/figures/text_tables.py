"""Tables written out in plain text: rows of cells between bars, tabs or spaces under a line of headers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.figures.numerals import fold

_NUMBER = re.compile(r"[-+—－]?\s?\d[\d,，]*(?:\.\d+)?\s?(?:万亿|亿|万)?\s?(?:%|‰)?$|[-—－…]+$|$")
_UNIT_LINE = re.compile(r"^[（(]?(?:计量|金额)?[单單]位\s?[:：]")
_CAPTION = re.compile(r"^(?:附?表|续表|Table)\s?\d*|单位\s?[:：]")


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table in a text at `start`..`end`: its rows (bars between the cells, as long as in the text) and where each begins."""

    start: int
    end: int
    caption: str
    unit_line: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, str], ...]


def find_tables(text: str) -> Iterator[TextTable]:
    r"""Yield the tables of a text in order: a header and one row of numbers or more below it, all with as many cells.

    >>> [t.header for t in find_tables("单位：元\n项目 2020年 2019年\n费用 27.5 21.8")]
    [('项目', '2020年', '2019年')]
    """
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    at = 1
    while at < len(lines):
        header = _cells(lines[at - 1][1])
        end = at
        while end < len(lines) and _is_row(_cells(lines[end][1]), len(header)):
            end += 1
        if end > at and not _is_row(header, len(header)):
            yield _table(lines, at, end, header)
            at = end
        at += 1


def _table(lines: list[tuple[int, str]], first: int, end: int, header: list[str]) -> TextTable:
    """Put a table together with the caption and the line of its unit right above it."""
    top, caption, unit_line = first - 1, "", ""
    while top and (_CAPTION.search(lines[top - 1][1].strip()) or _UNIT_LINE.match(lines[top - 1][1].strip())):
        top -= 1
        above = lines[top][1].strip()
        caption, unit_line = (caption, above) if _UNIT_LINE.match(above) else (above, unit_line)
    rows = tuple((start, _barred(line)) for start, line in lines[first:end])
    last_start, last = lines[end - 1]
    return TextTable(lines[top][0], last_start + len(last), caption, unit_line, tuple(header), rows)


def _barred(line: str) -> str:
    """Put bars between the cells of a line without changing its length."""
    if "|" in line:
        return line
    head = len(line) - len(line.lstrip())
    return line[:head] + re.sub(r"\s+", lambda m: "|" + " " * (len(m[0]) - 1), line[head:].rstrip())


def _cells(line: str) -> list[str]:
    return [c.strip() for c in _barred(line).split("|")]


def _is_row(cells: list[str], count: int) -> bool:
    """Tell a row: a name first, then numbers or dashes, at least one of them a number."""
    values = [fold(c) for c in cells[1:]]
    return (
        len(cells) == count > 1
        and not _NUMBER.match(fold(cells[0]))
        and all(_NUMBER.match(v) for v in values)
        and any(re.search(r"\d", v) for v in values)
    )
