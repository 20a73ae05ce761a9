"""What rows of one name in a table belong to: 期末余额 under 累计折旧, 国有企业 as a part of 出口额.

Only rows whose name stands more than once in their table are told apart; all others say themselves what they are.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from corpus.document import Block, Document
from corpus.readers.grid import is_numeric

_NUMBERING = re.compile(r"^(?:[#＃]|[一二三四五六七八九十]+、|\d+[.、．]|[（(][一二三四五六七八九十\d]+[）)]|其中[:：]?)\s*")
_PART = re.compile(r"^\s*(?:其中|[#＃])")
_SECTION = re.compile(r"^\s*[一二三四五六七八九十]+、")
_SUM = re.compile("[合小总共]计|[Tt]otal")
# So many rows of one list tell it again.
_SAME_LIST = 2


def row_groups(document: Document) -> dict[int, str]:
    """Return what each row of a repeated name belongs to, by the row's place in the text; rows that belong to nothing are left out."""
    groups: dict[int, str] = {}
    rows = (b for b in document.blocks if b.table is not None)
    for _, blocks in groupby(rows, key=lambda b: b.table):
        groups |= _of_table(document.text, list(blocks))
    return groups


def _of_table(text: str, blocks: Sequence[Block]) -> dict[int, str]:
    rows = [[cell.strip() for cell in text[b.start : b.end].split("|")] for b in blocks]
    names = [_name(row) for row in rows]
    counts = Counter(name for name in names if name)
    groups: dict[int, str] = {}
    section, whole, parts = "", "", False
    listed = _listed_again(rows, names, counts)
    for number, (block, row, name) in enumerate(zip(blocks, rows, names, strict=True)):
        if _is_section(row):
            section = name
        elif counts[name] == 1:
            # A section with values of its own ends the one before.
            section = "" if _SECTION.match(row[0]) else section
            whole, parts = name, False
        elif name:
            parts = parts or _PART.match(row[0]) is not None
            group = section or (whole if parts else listed.get(number, ""))
            if group:
                groups[block.start] = group
    return groups


def _listed_again(rows: Sequence[Sequence[str]], names: Sequence[str], counts: Counter[str]) -> dict[int, str]:
    """Return the row above each row of a list that stands again, in the same order, below another row: 客运量 | 公路 | 铁路 | 周转量 | 公路 | 铁路."""
    runs: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for first, (above, name) in enumerate(pairwise(names)):
        if not above or counts[above] > 1 or counts[name] < 2 or _SUM.search(above):
            continue
        end = next(
            (n for n in range(first + 1, len(names)) if counts[names[n]] < 2 or not _of_one_unit(rows[n], rows[first])),
            len(names),
        )
        if end - first > _SAME_LIST:
            runs.setdefault(tuple(names[first + 1 : first + 1 + _SAME_LIST]), []).append((first, end))
    return {n: names[first] for own in runs.values() if len(own) > 1 for first, end in own for n in range(first + 1, end)}


def _of_one_unit(row: Sequence[str], above: Sequence[str]) -> bool:
    """Tell whether two rows name the same unit, or none, behind their names."""
    units = [cells[1] for cells in (row, above) if len(cells) > 1 and cells[1] and not is_numeric(cells[1])]
    return len(set(units)) < 2


def _is_section(row: Sequence[str]) -> bool:
    """Tell a row that only names those below it: 一、账面原值："""
    return bool(row[0]) and not any(row[1:]) and (row[0].endswith(("：", ":")) or bool(_SECTION.match(row[0])))


def _name(row: Sequence[str]) -> str:
    """Return the name of a row without its number, "" for one that begins with a value."""
    return "" if is_numeric(row[0]) else _NUMBERING.sub("", row[0]).rstrip("：:")
