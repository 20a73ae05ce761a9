"""Reading the ways of asking from their tables."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Way:
    """A way of asking: what it tells, its pattern, a question that it recognises, questions that it must not recognise, and its line."""

    tells: str
    pattern: str
    example: str
    unlike: tuple[str, ...]
    line: str


@cache
def read_ways() -> tuple[Way, ...]:
    """Return all ways of asking, file by file in the order of their names, in the order of their lines."""
    tables = sorted(Path(__file__).parent.glob("*.tsv"))
    return tuple(way for table in tables for way in ways_of(table.read_text(encoding="utf-8"), table.name))


def ways_of(text: str, name: str) -> list[Way]:
    """Return the ways of asking that the text of a table tells; `name` is that of the table.

    Raises
    ------
    ValueError
        If a line lacks one of its first three cells.
    """
    ways = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) < 3 or not all(cells):
                message = f"{name}, line {number}: a way of asking has what it tells, a pattern and an example, set apart by tabs: {line!r}"
                raise ValueError(message)
            ways.append(Way(cells[0], cells[1], cells[2], tuple(cells[3:]), f"{name}:{number}"))
    return ways
