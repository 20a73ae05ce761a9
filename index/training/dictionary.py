"""The Chinese-English dictionary: what each simplified word means."""

import re
from pathlib import Path

from index.training.lines import read_lines

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_REFERENCE = re.compile(r"(CL:|surname |(old |Japanese |erhua )?variant of|used in|see |abbr\. for|also written|(Taiwan )?pr\. )")


def read_glosses(path: Path) -> dict[str, tuple[str, ...]]:
    """Read the meanings of each simplified word, with asides, cross references and surnames left out."""
    glosses: dict[str, list[str]] = {}
    for entry in read_lines(path):
        meanings = [_plain(gloss) for gloss in entry["glosses"] if not _REFERENCE.match(gloss)]
        kept = glosses.setdefault(entry["simplified"], [])
        kept.extend(meaning for meaning in meanings if meaning and meaning not in kept)
    return {word: tuple(meanings) for word, meanings in glosses.items() if meanings}


def _plain(gloss: str) -> str:
    return " ".join(_ASIDE.sub(" ", gloss).split())
