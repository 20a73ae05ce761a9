"""What stands above a table: its caption and its unit line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.figures.table_units import read_unit

_UNIT_LINE = re.compile(r"(?:计量)?[单單]位\s?[:：]\s?[^\s，,。；;）)]{1,12}")
_ONLY_UNITS = re.compile(r"(?:[\s（()）]|(?:计量|金额)?[单單]位\s?[:：]?\s?[^\s，,。；;）)]{1,12}|币种\s?[:：]\s?\S{1,6})+")
_CAPTION = re.compile(r"^\s*(?:附?表\s*[\d一二三四五六七八九十]+|table\s*\d+)", re.IGNORECASE)
_LONGEST_CAPTION = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Caption and unit line of a table, "" where there is none."""

    caption: str
    unit: str


def caption_and_unit(above: Sequence[str]) -> Named:
    """Read caption and unit from the lines right above a table, nearest last: 表3 … wins, else a short line, no sentence."""
    unit = next((m[0] for line in reversed(above) if (m := _UNIT_LINE.search(line))), "")
    # £000 unless stated: a line that is nothing but a unit
    unit = unit or next((line.strip() for line in reversed(above) if read_unit(line.strip())), "")
    captions = [line.strip() for line in above if _CAPTION.match(line)]
    if captions:
        return Named(captions[-1], unit)
    for line in reversed(above):
        stripped = line.strip()
        if (
            len(stripped) <= _LONGEST_CAPTION
            and not stripped.endswith(("。", "；", ";", "."))
            and not _ONLY_UNITS.fullmatch(stripped)
            and not read_unit(stripped)
        ):
            return Named(stripped, unit)
    return Named("", unit)
