"""The seam to what checks drafts: a text or a file goes in, a check comes out piece by piece, with what makes its downloads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.verdict import Check
from corpus.readers import read_document

# Takes how many pieces are checked and how many there are; may raise to stop.
OnPiece = Callable[[int, int], None]


class Checking(Protocol):
    """What checks a text."""

    def check(self, text: str) -> Check:
        """Hold every figure of a text against the reports. Raises WenjuError where there is none."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked draft, and what makes each download of it."""

    check: Check
    makers: Mapping[str, Callable[[], bytes]]


def check_pasted(engine: Checking, text: str, on_piece: OnPiece) -> Checked:
    """Check a text. Raises WenjuError."""
    on_piece(0, 1)
    return Checked(engine.check(text), {})


def check_file(engine: Checking, path: Path, on_piece: OnPiece) -> Checked:
    """Check a draft in a file. Raises WenjuError."""
    on_piece(0, 1)
    return Checked(engine.check(read_document(path).text), {})
