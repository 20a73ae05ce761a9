"""JSON Lines: files of one object a line, read so that every mistake is told with its line."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from corpus.errors import WenjuError

Json = dict[str, Any]

# Legal inside a JSON string, but line ends to `str.splitlines`, with which many programs read JSON Lines.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class LinesError(WenjuError):
    """A file of JSON Lines that cannot be read or written, or a line of it that is not what it should be."""


@dataclass(frozen=True, slots=True)
class Line:
    """One object of a file with its place; `number` counts from 1."""

    path: Path
    number: int
    row: Json

    def wrong(self, why: str) -> LinesError:
        """Return an error that names the line; `why` says what is wrong and what to write instead."""
        return LinesError(f"{self.path}, line {self.number}: {why}")

    def text(self, name: str) -> str:
        """Return a field that must be a text. Raises LinesError."""
        value = self.row.get(name)
        if not isinstance(value, str):
            raise self.wrong(f'"{name}" is {_shown(value)}: write a text')
        return value

    def items(self, name: str) -> list[Any]:
        """Return a field that must be a list; [] if it is missing or null. Raises LinesError."""
        value = self.row.get(name)
        if value is not None and not isinstance(value, list):
            raise self.wrong(f'"{name}" is {_shown(value)}: write a list')
        return value or []


def read_lines(path: Path) -> tuple[Line, ...]:
    """Read a file; blank lines are skipped, fractions are read as Decimal. Raises LinesError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LinesError(
            f"{path}: cannot be read as UTF-8 JSON Lines ({error}); give a file with one JSON object a line"
        ) from error
    return tuple(_parse(path, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def read_rows(path: Path) -> tuple[Json, ...]:
    """Read the objects of a file. Raises LinesError."""
    return tuple(line.row for line in read_lines(path))


def write_lines(path: Path, rows: Iterable[Json]) -> None:
    """Write one object a line, also for readers that end a line at any Unicode line end. Raises LinesError."""
    lines = [json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS) for row in rows]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise LinesError(f"{path}: cannot be written ({error}); give a folder of your own") from error


def _parse(path: Path, number: int, text: str) -> Line:
    try:
        row = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise LinesError(f"{path}, line {number}: not JSON ({error.msg}); write one JSON object a line") from error
    if not isinstance(row, dict):
        raise LinesError(f"{path}, line {number}: {_shown(row)}, not an object; write one JSON object a line")
    return Line(path, number, row)


def _shown(value: object) -> str:
    return "missing" if value is None else f"{value!r:.60}"
