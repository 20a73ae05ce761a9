"""What a cell of a table is told by: the words of its row, those of its column, and whose table it is."""

import re
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
    coded = (n for n in range(len(cells) - 1, 0, -1) if _CODE.fullmatch(cells[n - 1]) and is_chinese(cells[n]))
    words = takewhile(lambda cell: not cell or is_chinese(cell), cells[next(coded, 0) :])
    return matching_text("".join(words))


def column(c: Chosen) -> str:
    """Return what the column of a cell adds to the name of its row."""
    return matching_text(c.candidate.figure.subject).replace(label(c), "", 1)
