"""Reading JSON Lines, plain or xz-compressed."""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def read_lines(path: Path, *, step: int = 1) -> Iterator[dict[str, Any]]:
    """Read every `step`-th record of a `.jsonl` or `.jsonl.xz` file."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % step == 0 and line.strip():
                yield json.loads(line)
