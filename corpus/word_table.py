"""Tables of words, an idea a line: in goes a file, out come its words by what they are.

A line has its cells set apart by tabs: what its words are (`determiner`), the idea that they share, and the words, set apart by
spaces. Lines that begin with # say why.
"""

from collections.abc import Mapping
from pathlib import Path


def read_words(table: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the words of a table by what they are, in the order of its lines.

    Raises
    ------
    ValueError
        If a line has not three cells.
    """
    return words_of(table.read_text(encoding="utf-8"), table.name)


def words_of(text: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words that the text of a table holds, by what they are; `name` is that of the table."""
    words: dict[str, list[str]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 3 or not all(cells):
                message = (
                    f"{name}, line {number}: a line has what its words are, their idea and the words, set apart by tabs: {line!r}"
                )
                raise ValueError(message)
            words.setdefault(cells[0], []).extend(cells[2].split())
    return {what: tuple(listed) for what, listed in words.items()}
