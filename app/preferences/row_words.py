"""What a cell of a table is told by: the words of its row, those of its column, and whose table it is."""

import re
from collections.abc import Sequence
from itertools import takewhile

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead
from corpus.matching import is_chinese, matching_text

_CODE = re.compile(r"\d{1,9}")


def is_row(c: Chosen) -> bool:
    """Tell whether a figure is a cell of a table."""
    return bool(c.candidate.sentence.ranked.passage.context)


def label(c: Chosen) -> str:
    """Return the words of a row itself: those before its first number, without those of its columns."""
    cells = [cell.strip() for cell in ahead(c).split("|")]
    # 201 | 02 | 差旅费: the code of an item stands before its name, and two items may stand side by side.
    coded = (n for n in range(len(cells) - 1, 0, -1) if is_chinese(cells[n]) and _is_code(cells[:n]))
    words = takewhile(lambda cell: not cell or is_chinese(cell), cells[next(coded, 0) :])
    return matching_text("".join(words))


def _is_code(ahead: Sequence[str]) -> bool:
    """Tell cells of which the last that is not empty is a code: 208 |  | 05 |."""
    filled = [cell for cell in ahead if cell]
    return bool(filled) and _CODE.fullmatch(filled[-1]) is not None


def are_one_cell(told: Sequence[Chosen]) -> bool:
    """Tell figures of the other language that are one cell, or that in several tables: social security and employment are one row.

    In one language the name of the row tells it, and two columns may hold the same.
    """
    cells = {(label(c), c.candidate.figure.value, c.candidate.figure.unit, c.candidate.figure.period) for c in told}
    return len(cells) == 1 and all(is_row(c) and label(c) and c.candidate.foreign for c in told)


def column(c: Chosen) -> str:
    """Return what the column of a cell adds to the name of its row."""
    return matching_text(c.candidate.figure.subject).replace(label(c), "", 1)
